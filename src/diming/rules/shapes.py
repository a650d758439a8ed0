"""The shapes of rule, rule-set and lexicon files: the one definition that reads and documents them.

The loader validates files against these models, and the JSON Schemas that editors use are made
from them (`schema.py`). Days are ISO dates, both ends of a period included.
"""

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from diming.model import Action, FeatureClass, Severity
from diming.rules.cases import Area, Case, Row

NAMING = (Action.NAME, Action.RENAME, Action.RESTORE, Action.RESERVE)


def wrong(zh: str, en: str) -> PydanticCustomError:
    """A mistake that a model's own validator found, in both languages."""
    return PydanticCustomError("diming", "{en}", {"zh": zh, "en": en})


def _real_day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise wrong(f"没有“{text}”这一天", f"there is no day '{text}'") from None
    return text


Text = Annotated[str, Field(pattern=r"\S")]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Code = Annotated[str, Field(pattern=r"^[A-Z]{2}[0-9]{2}$")]
Day = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", json_schema_extra={"format": "date"}),
    AfterValidator(_real_day),
]


class Shape(BaseModel):
    """A mapping in a file: unknown keys are refused, nothing is converted."""

    model_config = ConfigDict(extra="forbid", frozen=True)


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


class AppliesTo(Shape):
    """The feature classes and actions that a rule looks at."""

    classes: Annotated[
        Annotated[Literal["all"], Tag("all")]
        | Annotated[list[FeatureClass], Field(min_length=1), Tag("list")],
        Discriminator(_shape_of_classes),
    ]
    actions: Annotated[list[Action], Field(min_length=1)] = list(NAMING)


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
    registry: list[Row] = []
    jurisdictions: list[Area] = []
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
    params: dict[str, Any] = {}
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


class AuthorityOf(Shape):
    """Whose rules they are; the nation has no jurisdiction code."""

    level: Literal["nation", "province", "city", "county"]
    jurisdiction: Annotated[str, Field(pattern=r"^[0-9]{6}$")] | None = None
    name: Text


class OverrideEntry(Shape):
    """A change that an authority makes to a rule of one above it, with its reason.

    `examples` take the place of the rule's own where those no longer hold.
    """

    rule: Code
    reason: Text
    severity: Severity | None = None
    verdict: Literal["violation", "review"] | None = None
    params: dict[str, Any] | None = None
    message: Text | None = None
    enabled: bool = True
    in_force: Period | None = None
    basis: list[BasisText] = []
    examples: list[ExampleCase] = []


class RulesetFile(Shape):
    """`ruleset.yaml`: who made the rules of a directory, on what they build, since when."""

    id: Slug
    title: Text
    title_en: Text
    authority: AuthorityOf
    extends: Slug | None = None
    version: Text
    in_force: Period
    basis: list[BasisText] = []
    unknown: list[Text] = []
    overrides: list[OverrideEntry] = []


class EntryLine(Shape):
    """A word of a lexicon, with its own source or a note when it has one."""

    term: Text
    source: Text | None = None
    note: Text | None = None


class LexiconFile(Shape):
    """A lexicon: words listed here, or a column of a table that ships under `data/`.

    `note` names the column that says more of a word; `only` keeps the rows whose column holds one
    of the values.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["entries"]}, {"required": ["table", "column"]}],
            "dependentRequired": {"note": ["table"], "only": ["table"], "column": ["table"]},
        }
    )

    id: Slug
    title: Text
    source: Text
    entries: Annotated[list[EntryLine], Field(min_length=1)] = []
    table: Annotated[str, Field(pattern=r"^[a-z]+/[a-z-]+\.(tsv|csv)$")] = ""
    column: Text = ""
    note: Text = ""
    only: dict[str, list[str]] = {}

    @model_validator(mode="after")
    def _one_place_for_words(self) -> Self:
        given = self.model_fields_set
        if ("entries" in given) == ("table" in given):
            raise wrong("须有 entries 或 table 之一", "give either entries or table")
        if "table" in given and "column" not in given:
            raise wrong("缺少键“column”", "the key 'column' is missing")
        if "table" not in given and {"column", "note", "only"} & given:
            raise wrong(
                "column、note、only 只用于 table", "column, note and only belong to a table"
            )
        return self
