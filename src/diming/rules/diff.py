"""Compares two rule sets: what only one of them has, and what each says differently."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.rules.told import params_told, rule_told, texts_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.rule import Rule, Ruleset


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two rules of one code fill differently, in words; None where one has it not."""

    field: str
    a: str | None
    b: str | None


@dataclass(frozen=True, slots=True)
class Changed:
    """A rule that both have, with what each says differently and the texts only one cites."""

    a: Rule
    b: Rule
    fields: tuple[Difference, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rule sets on one day; each list in the order of codes."""

    a: Ruleset
    b: Ruleset
    only_a: tuple[Rule, ...]
    only_b: tuple[Rule, ...]
    changed: tuple[Changed, ...]

    @property
    def same(self) -> bool:
        """Whether they ask the same."""
        return not (self.only_a or self.only_b or self.changed)

    def lines(self) -> Iterator[str]:
        """The comparison as a clerk reads it."""
        if self.same:
            yield f"{self.a.id} 与 {self.b.id} 没有不同 · no difference"
        for sign, ruleset, rules in (("-", self.a, self.only_a), ("+", self.b, self.only_b)):
            if rules:
                yield f"只在 {ruleset.id}（{ruleset.title}）:"
            for rule in rules:
                yield from _alone(sign, rule)
        if self.changed:
            yield f"两者都有而不同（{self.a.id} → {self.b.id}）:"
        for each in self.changed:
            yield from self._both(each)

    def _both(self, each: Changed) -> Iterator[str]:
        titles = dict.fromkeys((each.a.title, each.b.title))
        yield f"~ {each.a.code} {' / '.join(titles)}"
        for one in each.fields:
            if one.a is not None and one.b is not None:
                yield f"    {one.field}: {one.a} → {one.b}"
        for ruleset, told in (
            (self.a, [(one.field, one.a) for one in each.fields if one.b is None]),
            (self.b, [(one.field, one.b) for one in each.fields if one.a is None]),
        ):
            yield from (f"    只 {ruleset.id}: {field}: {text}" for field, text in told)
        for ruleset, texts in ((self.a, each.only_a), (self.b, each.only_b)):
            yield from (f"    依据（只 {ruleset.id}）: {text}" for text in texts)


def diff(a: Ruleset, b: Ruleset) -> Comparison:
    """How `b` differs from `a`."""
    mine, theirs = ({rule.code: rule for rule in one.rules} for one in (a, b))
    both = (_changed(mine[code], theirs[code]) for code in sorted(mine.keys() & theirs.keys()))
    return Comparison(
        a,
        b,
        tuple(mine[code] for code in sorted(mine.keys() - theirs.keys())),
        tuple(theirs[code] for code in sorted(theirs.keys() - mine.keys())),
        tuple(each for each in both if each),
    )


def _alone(sign: str, rule: Rule) -> Iterator[str]:
    yield f"{sign} {rule.code} {rule.title} [{rule.severity.zh}]"
    yield from (
        f"    {label}: {text}" for label, text in params_told(rule.params, given_only=True).items()
    )
    yield from (f"    依据: {text}" for text in texts_told(rule))


def _changed(left: Rule, right: Rule) -> Changed | None:
    before, after = (
        rule_told(rule) | params_told(rule.params, given_only=left.check != right.check)
        for rule in (left, right)
    )
    fields = tuple(
        Difference(field, before.get(field), after.get(field))
        for field in dict.fromkeys((*before, *after))
        if before.get(field) != after.get(field)
    )
    if not fields and left.message != right.message:
        fields = (Difference("意见", left.message, right.message),)
    texts, others = texts_told(left), texts_told(right)
    only_a = tuple(text for text in texts if text not in others)
    only_b = tuple(text for text in others if text not in texts)
    if not (fields or only_a or only_b):
        return None
    return Changed(left, right, fields, only_a, only_b)
