"""The shape of `ruleset.yaml`: whose rules, built on which, since when, and what they change."""

from typing import Annotated, Any, Literal

from pydantic import Field

from diming.model import Severity
from diming.rules.primitives import Code, Shape, Slug, Text
from diming.rules.shapes import BasisText, ExampleCase, Period


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
    basis: tuple[BasisText, ...] = ()
    examples: tuple[ExampleCase, ...] = ()


class RulesetFile(Shape):
    """`ruleset.yaml`: who made the rules of a directory, on what they build, since when."""

    id: Slug
    title: Text
    title_en: Text
    authority: AuthorityOf
    extends: Slug | None = None
    version: Text
    in_force: Period
    basis: tuple[BasisText, ...] = ()
    unknown: tuple[Text, ...] = ()
    overrides: tuple[OverrideEntry, ...] = ()
