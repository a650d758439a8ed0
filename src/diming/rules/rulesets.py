"""Stacks the rule sets of nation, province and city as they stood on a day.

`jining` is the rules of 济宁 with all above it; `jining+xian` lends 西安's own rules beside them
as a reference: notes for people to weigh, never violations.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from diming.errors import RuleFileError, UsageError
from diming.model import Severity, Verdict
from diming.rules import overrides
from diming.rules.checks import CHECKS
from diming.rules.faults import fault
from diming.rules.rule import Ruleset
from diming.rules.shelf import Shelf, folders

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from diming.rules.check import AnyCheck
    from diming.rules.heads import RulesetFile
    from diming.rules.lexicon import Lexicons
    from diming.rules.rule import Adjustment, Rule
    from diming.rules.written import Written

REFERENCE_PREFIX = "参考："


@dataclass(frozen=True, slots=True)
class Available:
    """A rule set that can be asked for; both days are in force."""

    id: str
    title: str
    title_en: str
    level: str
    authority: str
    extends: str | None
    version: str
    in_force_from: str
    in_force_to: str | None


def available(directory: Path) -> list[Available]:
    """The rule sets of a directory, by id; raises RuleFileError."""
    shelf = Shelf(directory)
    written = [shelf.written(folder.name) for folder in folders(directory)]
    _refuse(shelf.faults)
    return [_listed(found.head) for found in written if found]


def load(
    directory: Path, ruleset_id: str, as_of: str, checks: Mapping[str, AnyCheck] = CHECKS
) -> Ruleset:
    """The rules in force on `as_of` (ISO date), by code.

    Raises NotFoundError for an unknown rule set, RuleFileError for a wrong file, UsageError when
    the lowest rule set of the stack or a reference profile is not in force on the day: a review
    without them would pass names that nobody looked at. Any other level that is not in force is
    told in `unknown`.
    """
    own, *lent = ruleset_id.split("+")
    shelf = Shelf(directory, checks)
    stack = shelf.stack(own)
    references = [written for name in lent if (written := shelf.written(name))]
    _refuse(shelf.faults)
    holding = [written for written in stack if written.head.in_force.holds(as_of)]
    resting = [written.head.title for written in stack if written not in holding]
    for needed in (stack[0], *references):
        if not needed.head.in_force.holds(as_of):
            raise _not_in_force(needed.head.id, as_of, needed.head.in_force.start)
    rules, disabled = _laid(holding)
    for rule in (_lent(rule, written.head) for written in references for rule in written.rules):
        if rule.code in rules:
            code = rule.code
            raise fault(rule.where, f"编号 {code} 重复", f"the code {code} is already taken")
        rules[rule.code] = rule
    standing = tuple(
        _citing(rules[code], as_of) for code in sorted(rules) if rules[code].in_force(as_of)
    )
    if not standing:
        raise _not_in_force(ruleset_id, as_of)
    head = stack[-1].head
    return Ruleset(
        id=ruleset_id,
        title="；参考".join([head.title, *(written.head.title for written in references)]),
        version=head.version,
        as_of=as_of,
        sha256=_sha256([*holding, *references], shelf.lexicons, standing),
        stack=tuple(written.head.id for written in holding),
        rules=standing,
        unknown=(
            *(f"规则集“{title}”在 {as_of} 没有施行, 未用。" for title in resting),
            *(text for written in holding for text in written.head.unknown),
        ),
        disabled=disabled,
    )


def _not_in_force(ruleset_id: str, as_of: str, start: str = "") -> UsageError:
    since = (
        (f", 该规则集自 {start} 起施行", f"; it is in force from {start}") if start else ("", "")
    )
    return UsageError(
        f"规则集 {ruleset_id} 在 {as_of} 没有施行中的规则",
        f"rule set {ruleset_id} has no rules in force on {as_of}",
        mend=(f"换一个日期{since[0]}", f"choose another day{since[1]}"),
    )


def _refuse(faults: list[RuleFileError]) -> None:
    if not faults:
        return
    first, more = faults[0], len(faults) - 1
    mend = first.mend
    if more:
        mend = (
            f"另有 {more} 处错误, 用 diming rules validate 查看",
            f"{more} more: see diming rules validate",
        )
    raise RuleFileError(first.zh, first.en, mend=mend, where=first.where)


def _laid(stack: list[Written]) -> tuple[dict[str, Rule], tuple[Adjustment, ...]]:
    """The rules of a stack with the overrides of each authority, and what was taken out."""
    rules: dict[str, Rule] = {}
    disabled: list[Adjustment] = []
    for written in stack:
        for index, entry in enumerate(written.head.overrides):
            if entry.rule not in rules:
                continue  # its rule set is not in force on the day, or it is out already
            if entry.enabled:
                rules[entry.rule] = overrides.adjusted(rules[entry.rule], written, index)
            else:
                del rules[entry.rule]
                disabled.append(overrides.adjustment(entry, written.head.id))
        rules |= {rule.code: rule for rule in written.rules}
    return rules, tuple(disabled)


def _citing(rule: Rule, as_of: str) -> Rule:
    """The rule with the texts in force on the day; with all of them when none is."""
    standing = tuple(basis for basis in rule.basis if basis.in_force(as_of))
    return replace(rule, basis=standing or rule.basis)


def _lent(rule: Rule, head: RulesetFile) -> Rule:
    return replace(
        rule,
        severity=Severity.NOTE,
        verdict=Verdict.REVIEW,
        overridable=False,
        message=REFERENCE_PREFIX + rule.message,
        reference=head.title,
    )


def _sha256(sets: Iterable[Written], lexicons: Lexicons, rules: Iterable[Rule]) -> str:
    """Over the name and content of every file that made the rules, in order of name."""
    contents = {
        f"{written.folder.name}/{path.name}": path.read_bytes()
        for written in sets
        for path in written.files
    }
    known = lexicons.ids()
    named = {text for rule in rules for text in _texts(rule.params.model_dump(mode="json"))}
    for lexicon_id in named & known:
        contents[f"lexicons/{lexicon_id}"] = lexicons.get(lexicon_id).sha256.encode()
    digest = hashlib.sha256()
    for name in sorted(contents):
        digest.update(f"{name}\n{len(contents[name])}\n".encode())
        digest.update(contents[name])
    return digest.hexdigest()


def _texts(value: Any) -> Iterable[str]:
    """Every text in a parameter value: whichever names a lexicon counts as its use."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _listed(head: RulesetFile) -> Available:
    return Available(
        id=head.id,
        title=head.title,
        title_en=head.title_en,
        level=head.authority.level,
        authority=head.authority.name,
        extends=head.extends,
        version=head.version,
        in_force_from=head.in_force.start,
        in_force_to=head.in_force.to,
    )
