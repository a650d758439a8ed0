"""Tries the examples of rules: each against an empty registry that holds only what it names."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from diming.model import Jurisdiction, Level, Verdict, parent_code
from diming.rules.cases import Area, Case, Row
from diming.rules.checks import CHECKS
from diming.rules.engine import review
from diming.rules.rule import Ruleset
from diming.rules.rulesets import REFERENCE_PREFIX
from diming.settings import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from diming.errors import Where
    from diming.model import Finding
    from diming.registry.store import Store
    from diming.rules.check import AnyCheck
    from diming.rules.lexicon import Lexicons
    from diming.rules.rule import Example, Rule

_MAPS = ("provinces", "prefectures", "counties")
_LEVELS = {9: Level.TOWNSHIP, 12: Level.COMMITTEE}


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold: of which rule, where it stands, what it should and did say."""

    rule: str
    where: Where | None
    name: str
    expected: str
    got: str

    def __str__(self) -> str:
        return f"{self.where or ''}: {self.rule} {self.name}: 应 {self.expected}, 实 {self.got}"


def run_examples(
    ruleset: Ruleset,
    lexicons: Lexicons,
    store_factory: Callable[[], Store],
    checks: Mapping[str, AnyCheck] = CHECKS,
) -> list[Failure]:
    """Every example of the rules that does not hold, and every rule that no example makes fire.

    `store_factory` gives an empty registry, a new one for each example.
    """
    failures: list[Failure] = []
    for rule in ruleset.rules:
        alone = _alone(rule, ruleset)
        for example in rule.examples:
            store = store_factory()
            try:
                failures += _tried(rule, example, alone, lexicons, store, checks)
            finally:
                store.close()
        if not any(example.fires for example in rule.examples):
            failures.append(Failure(rule.code, rule.where, "", "有触发的例子", "没有"))
    return failures


def _alone(rule: Rule, ruleset: Ruleset) -> Ruleset:
    return Ruleset(
        ruleset.id, ruleset.title, ruleset.version, ruleset.as_of, ruleset.sha256, (), (rule,)
    )


def _tried(
    rule: Rule,
    example: Example,
    alone: Ruleset,
    lexicons: Lexicons,
    store: Store,
    checks: Mapping[str, AnyCheck],
) -> Iterator[Failure]:
    case = Case.model_validate(example.proposal)
    _fill(store, example)
    (result,) = review([case.proposal()], alone, store, lexicons, checks).results
    expected, holds = _expectation(rule, example, result.findings)
    if not holds:
        said = "; ".join(f"{found.verdict}: {found.message}" for found in result.findings)
        yield Failure(rule.code, example.where, case.name, expected, said or "不触发")


def _expectation(rule: Rule, example: Example, findings: tuple[Finding, ...]) -> tuple[str, bool]:
    """What the example expects, and whether the findings are that."""
    unknown = [found for found in findings if found.verdict is Verdict.NOT_EVALUATED]
    if example.not_evaluated:
        return "未评", bool(findings) and len(unknown) == len(findings)
    if not example.fires:
        return "不触发", not findings
    met = [found.message for found in findings if found not in unknown]
    if example.message is None:
        return "触发", bool(met)
    message = (REFERENCE_PREFIX if rule.reference else "") + example.message
    return f"触发“{message}”", message in met


def _fill(store: Store, example: Example) -> None:
    """Files the areas that ship, those the example gives or names, and its registered names."""
    rows = [Row.model_validate(row) for row in example.registry]
    areas = {area.adcode: area for area in _shipped_areas()}
    for code in (example.proposal.get("jurisdiction"), *(row.jurisdiction for row in rows)):
        above = code
        while above is not None:
            areas.setdefault(above, Jurisdiction(above, above, _level(above), parent_code(above)))
            above = parent_code(above)
    given = (Area.model_validate(area).jurisdiction() for area in example.jurisdictions)
    areas |= {area.adcode: area for area in given}
    with store.change("examples", "an example of a rule") as change:
        for adcode in sorted(areas):
            change.put(areas[adcode])
        for number, row in enumerate(rows, 1):
            for record in row.named(number):
                change.put(record)


@lru_cache(maxsize=1)
def _shipped_areas() -> tuple[Jurisdiction, ...]:
    """The areas of the maps that ship, without their outlines."""
    found = []
    for name in _MAPS:
        text = shipped("data", "boundaries", f"{name}.geojson").read_text(encoding="utf-8")
        for feature in json.loads(text)["features"]:
            given = feature["properties"]
            adcode = given["adcode"]
            found.append(
                Jurisdiction(adcode, given["name"], Level(given["level"]), parent_code(adcode))
            )
    return tuple(found)


def _level(adcode: str) -> Level:
    if len(adcode) != 6:
        return _LEVELS[len(adcode)]
    if adcode.endswith("0000"):
        return Level.PROVINCE
    return Level.PREFECTURE if adcode.endswith("00") else Level.COUNTY
