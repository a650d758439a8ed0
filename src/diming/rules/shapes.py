"""The shape of a rule file: the one definition that reads it and documents it.

The loader validates files against these models, and the JSON Schemas that editors use are made
from them (`schema.py`); `heads.py` has the rule sets, `wordlists.py` the lexicons. Days are ISO
dates, both ends of a period included.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, ConfigDict, Discriminator, Field, Tag, model_validator

from diming.model import Action, FeatureClass, Severity
from diming.rules.cases import Area, Case, Row
from diming.rules.primitives import Code, Day, Shape, Slug, Text, wrong

NAMING = (Action.NAME, Action.RENAME, Action.RESTORE, Action.RESERVE)


class Period(Shape):
    """From the first day in force to the last, null while it lasts."""

    start: Annotated[Day, Field(alias="from")]
    to: Day | None = None

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.to is not None and self.to < self.start:
            raise wrong("失效日早于生效日", "it ends before it begins")
        return self

    def holds(self, day: str) -> bool:
        """Whether `day` (ISO date) lies in it."""
        return self.start <= day and (self.to is None or day <= self.to)


class BasisText(Shape):
    """The text a rule rests on; `verified` is false while nobody has seen the official text."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"verified": {"const": True}}},
            "then": {"required": ["source"], "properties": {"source": {"type": "string"}}},
        }
    )

    instrument: Text
    locator: Text
    text: Text
    verified: bool
    source: Text | None = None
    in_force: Period | None = None

    @model_validator(mode="after")
    def _seen_somewhere(self) -> Self:
        if self.verified and self.source is None:
            raise wrong(
                "核对过的条文须写明出处 source", "a verified text needs the source it was seen in"
            )
        return self


def _shape_of_classes(value: object) -> str:
    return "all" if isinstance(value, str) else "list"


# What an application may leave out; a rule may look only at those that state it.
Stated = Literal[
    "length_m", "start", "end", "grade", "meaning", "romanization", "geometry", "ground",
    "scheme_name", "materials", "assessment", "expertise", "consultation", "authority",
    "approved_on", "filed_on", "published_on", "code",
]  # fmt: skip


class AppliesTo(Shape):
    """The feature classes and actions that a rule looks at.

    `stating`: only proposals that state one of these fields; of others it has nothing to say, and
    they do not count as passed.
    """

    classes: Annotated[
        Annotated[Literal["all"], Tag("all")]
        | Annotated[list[FeatureClass], Field(min_length=1), Tag("list")],
        Discriminator(_shape_of_classes),
    ]
    actions: list[Action] = Field(default_factory=lambda: list(NAMING), min_length=1)
    stating: list[Stated] = Field(default_factory=list)


def _giving(key: str) -> dict[str, Any]:
    """The JSON Schema of a mapping that has a mapping under `key`."""
    return {"required": [key], "properties": {key: {"type": "object"}}}


class ExampleCase(Shape):
    """A case that proves a rule: it fires on this proposal, or stays silent."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [_giving("fires"), _giving("silent")],
            "dependentSchemas": {
                "message": {"required": ["fires"]},
                "not_evaluated": {"required": ["silent"]},
            },
        }
    )

    fires: Case | None = None
    silent: Case | None = None
    registry: tuple[Row, ...] = ()
    jurisdictions: tuple[Area, ...] = ()
    message: Text | None = None
    note: Text | None = None
    not_evaluated: bool = False

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if len({"fires", "silent"} & self.model_fields_set) != 1 or self.fires is self.silent:
            raise wrong("须有 fires 或 silent 之一", "give either fires or silent")
        if self.silent and "message" in self.model_fields_set:
            raise wrong("silent 的例子没有 message", "a silent example has no message")
        if self.fires and "not_evaluated" in self.model_fields_set:
            raise wrong("not_evaluated 只用于 silent", "not_evaluated is for silent examples")
        return self


def _both_kinds(examples: list[ExampleCase]) -> list[ExampleCase]:
    if not any(example.fires for example in examples):
        raise wrong("缺少触发的例子（fires）", "there is no example that fires")
    if not any(example.silent for example in examples):
        raise wrong("缺少不触发的例子（silent）", "there is no example that stays silent")
    return examples


class RuleFile(Shape):
    """One rule: `CODE-slug.yaml` in the directory of its rule set."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"overridable": {"const": True}}, "required": ["overridable"]},
            "then": {"properties": {"severity": {"const": "error"}}},
        }
    )

    code: Code
    slug: Slug
    title: Text
    title_en: Text
    check: Text
    params: dict[str, Any] = Field(default_factory=dict)
    severity: Severity
    verdict: Literal["violation", "review"] | None = None
    overridable: bool = False
    legacy_exempt: bool = False
    applies_to: AppliesTo
    in_force: Period | None = None
    basis: Annotated[list[BasisText], Field(min_length=1)]
    message: Text
    fix: Text
    trap: Text
    examples: Annotated[
        list[ExampleCase],
        Field(
            json_schema_extra={
                "allOf": [{"contains": _giving("fires")}, {"contains": _giving("silent")}]
            }
        ),
        AfterValidator(_both_kinds),
    ]

    @model_validator(mode="after")
    def _only_errors_are_overridden(self) -> Self:
        if self.overridable and self.severity is not Severity.ERROR:
            raise wrong(
                "overridable 只用于 severity: error（“不应”）",
                "overridable is for severity: error (不应)",
            )
        return self
