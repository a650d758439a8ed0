"""How many names of a county are taken for one another: each pair costs somebody a look."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from itertools import combinations

import pytest

from diming.model import FeatureClass, Match
from diming.names.likeness.compare import compare_stems
from diming.names.likeness.stems import filed_under, looked_for_under, stem_of
from diming.names.reading import candidates
from diming.settings import shipped

Pair = tuple[str, str, str]


@pytest.fixture(scope="module")
def pairs() -> dict[Match, list[Pair]]:
    """The rivals among the committees of each county of 济宁, as they are registered."""
    counties: defaultdict[str, list[str]] = defaultdict(list)
    with shipped("data", "places", "divisions.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["level"] == "committee":
                counties[row["code"][:6]].append(row["name"])
    found: defaultdict[Match, list[Pair]] = defaultdict(list)
    for names in counties.values():
        stems = [stem_of(name, FeatureClass.COMMITTEE) for name in names]
        filed: defaultdict[str, set[int]] = defaultdict(set)
        for at, stem in enumerate(stems):
            for key in filed_under(stem):
                filed[key].add(at)
        for at, stem in enumerate(stems):
            near = set().union(*(filed.get(key, ()) for key in looked_for_under(stem)))
            for other in sorted(one for one in near if one > at):
                if met := compare_stems(stem, stems[other]):
                    found[met.match].append((names[at], names[other], met.detail))
    return found


NAMES = 4927


def test_near_sounds_add_few_pairs_beyond_homophones(pairs: dict[Match, list[Pair]]) -> None:
    near = len(pairs[Match.SOUND_TONELESS]) + len(pairs[Match.SOUND_FOLD])
    assert 100 * near / NAMES <= 1.6


def test_near_sounds_rest_on_readings_that_the_characters_have(
    pairs: dict[Match, list[Pair]],
) -> None:
    """曾家庄 is no 陈家庄: a family is called Zēng."""
    for a, b, detail in (*pairs[Match.SOUND_TONELESS], *pairs[Match.SOUND_FOLD]):
        for met in detail.split(", "):
            words = met.split()
            for char, said in ((words[0], words[1]), (words[3], words[4])):
                assert said in candidates(char), (a, b, detail)
        assert "曾" not in a + b


def test_other_kinds_add_few_pairs(pairs: dict[Match, list[Pair]]) -> None:
    counts = Counter({match: len(of_match) for match, of_match in pairs.items()})
    assert 100 * counts[Match.SHAPE] / NAMES <= 0.5
    assert 100 * counts[Match.EDIT] / NAMES <= 5


def test_families_make_no_rivals_by_themselves() -> None:
    """Of the hundred commonest families no two villages 某家庄 meet but by their sound or shape."""
    families = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
    stems = [stem_of(f"{family}家庄村", FeatureClass.VILLAGE) for family in families]
    met = [found for a, b in combinations(stems, 2) if (found := compare_stems(a, b))]
    assert {found.match for found in met} <= {Match.SOUND_TONELESS, Match.SOUND_FOLD, Match.SOUND}
    assert len(met) <= 12
