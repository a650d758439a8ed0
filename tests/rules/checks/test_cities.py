"""Each city's own numbers, at their very bounds, both of which count (含本数)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import pytest

from diming.model import Extent, Finding, Proposal, Verdict, WidthKind
from diming.registry.geopackage import GeoPackageStore
from diming.registry.store import Store
from diming.rules.engine import review
from diming.rules.lexicon import Lexicons
from diming.rules.loader import validate
from diming.rules.rulesets import load
from diming.settings import shipped

RULES = shipped("rules")
DAY = "2026-11-23"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    found = GeoPackageStore.create(":memory:")
    yield found
    found.close()


rules_of = cache(partial(load, RULES, as_of=DAY))


def said(ruleset: str, code: str, proposal: Proposal, store: Store) -> list[Finding]:
    found = rules_of(ruleset)
    alone = replace(found, rules=tuple(rule for rule in found.rules if rule.code == code))
    (result,) = review([proposal], alone, store, Lexicons(RULES / "lexicons")).results
    return list(result.findings)


BOUNDS = [
    ("jinan", "大街", WidthKind.RED_LINE, 40, 1, 39.99, 1),
    ("jinan", "大道", WidthKind.RED_LINE, 40, 1, 39.99, 1),
    ("shanghai", "大道", WidthKind.RED_LINE, 50, 1, 49.99, 1),
    ("shiyan", "大道", WidthKind.RED_LINE, 35, 5000, 34.99, 5000),
    ("shiyan", "大道", WidthKind.RED_LINE, 35, 5000, 35, 4999),
    ("shiyan", "路", WidthKind.RED_LINE, 35, 4000, 35.01, 4000),
    ("shiyan", "路", WidthKind.RED_LINE, 25, 4000, 24.99, 4000),
    ("shiyan", "街", WidthKind.RED_LINE, 15, 2000, 15, 1999),
    ("shiyan", "巷", WidthKind.RED_LINE, 8, 100, 7.99, 100),
    ("xian", "大道", WidthKind.KERB, 80, 8000, 79.99, 8000),
    ("xian", "大街", WidthKind.KERB, 60, 5000, 60, 4999),
    ("xian", "路", WidthKind.KERB, 20, 500, 20, 499),
    ("xian", "巷", WidthKind.KERB, 19.99, 500, 20, 500),
]  # fmt: skip


@pytest.mark.parametrize(("city", "generic", "kind", "w", "length", "bad_w", "bad_l"), BOUNDS)
def test_a_bound_is_met_and_a_step_beyond_it_is_not(
    city: str, generic: str, kind: WidthKind, w: float, length: float, bad_w: float, bad_l: float,
    store: Store,
) -> None:  # fmt: skip
    def road(width: float, metres: float) -> Proposal:
        return Proposal(
            f"神山{generic}", width_m=Extent(width, width), width_kind=kind, length_m=metres
        )

    assert said(city, "GN01", road(w, length), store) == []
    (finding,) = said(city, "GN01", road(bad_w, bad_l), store)
    assert finding.verdict is Verdict.VIOLATION
    (lent,) = said(f"jining+{city}", "GN01", road(bad_w, bad_l), store)
    assert lent.verdict is Verdict.REVIEW
    assert lent.reference is not None
    assert "参照" in lent.reference
    assert said("jining", "GN01", road(bad_w, bad_l), store) == []


@pytest.mark.parametrize("city", ["jinan", "xian"])
def test_ten_kilometres_are_a_segment_and_a_metre_more_is_none(city: str, store: Store) -> None:
    assert said(city, "RL04", Proposal("济安路", length_m=10000), store) == []
    assert len(said(city, "RL04", Proposal("济安路", length_m=10001), store)) == 1


def test_the_other_kind_of_width_is_not_compared(store: Store) -> None:
    wide = Proposal("神山大道", width_m=Extent(13, 13), width_kind=WidthKind.KERB, length_m=9000)
    (finding,) = said("jinan", "GN01", wide, store)
    assert finding.verdict is Verdict.NOT_EVALUATED


@pytest.mark.parametrize("city", ["jinan", "qingdao", "xian", "shiyan", "xiongan", "lijiang"])
def test_second_hand_texts_say_so(city: str) -> None:
    own = [rule for rule in rules_of(city).rules if rule.ruleset == city]
    assert own
    assert not any(basis.verified for rule in own for basis in rule.basis)


@pytest.mark.parametrize(
    ("old", "new", "said_of_it"),
    [
        ("{min: 25, max: 35}", "{min: 35, max: 25}", "max 25 小于 min 35"),
        ("{min: 25, max: 35}", "{min: 35, below: 35}", "below 35 不大于 min 35"),
        ("{min: 25, max: 35}", "{max: -1}", "max -1 小于 min 0"),
        ("{min: 25, max: 35}", "{}", "须有 min、max、below 之一"),
    ],
)
def test_bounds_that_nothing_fits_are_refused(
    old: str, new: str, said_of_it: str, tmp_path: Path
) -> None:
    text = (RULES / "shiyan" / "GN01-generic-dimensions.yaml").read_text(encoding="utf-8")
    path = tmp_path / "GN01-generic-dimensions.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    (fault,) = validate(path)
    assert said_of_it in fault.text("zh")
    assert fault.where.row == 1 + text[: text.index(old)].count("\n")
