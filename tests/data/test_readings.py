"""The lexicon of readings keeps its promises: every row is sourced, aligned and legal."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LANGUAGE = ROOT / "data" / "language"
TONES = re.compile(r"[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
# A package with its version, the national dictionary or rules, or a title and an address.
SOURCE = re.compile(r"\(MIT\)|PyPI \S+ \d|kTGHZ2013|1984|\S+: \S*\.\S+/\S+")
# Readings that only place names or families have, as their pages say; the table lacks them.
BEYOND_THE_TABLE = {
    ("六", "lù"), ("乐", "lào"), ("百", "bó"), ("宕", "tàn"), ("漯", "tà"), ("珲", "huī"),
    ("解", "hài"), ("什", "zá"), ("黑", "hè"), ("父", "fǔ"), ("适", "kuò"), ("陂", "bēi"),
    ("允", "qiān"), ("吾", "yá"), ("陶", "yáo"), ("射", "yè"),
}  # fmt: skip


@cache
def rows(file: str) -> tuple[dict[str, str], ...]:
    with (LANGUAGE / file).open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def legal() -> dict[str, set[str]]:
    return {row["char"]: set(row["readings"].split(",")) for row in rows("characters.tsv")}


def of_kind(kind: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("readings.tsv"):
        if row["kind"] == kind:
            found.setdefault(row["name"], set()).add(row["reading"])
    return found


def test_every_row_has_a_kind_a_confidence_and_its_own_source() -> None:
    for row in rows("readings.tsv"):
        assert row["kind"] in {"place", "person", "surname", "character", "word"}, row
        assert row["confidence"] in {"high", "medium", "low"}, row
        assert SOURCE.search(row["source"]), row


def test_every_reading_is_one_toned_syllable_a_character() -> None:
    for row in rows("readings.tsv"):
        syllables = row["reading"].split(" ")
        assert len(syllables) == len(row["name"]), row
        assert all(TONES.search(syllable) for syllable in syllables), row


def test_every_syllable_is_the_tables_or_known_to_be_beyond_it() -> None:
    for row in rows("readings.tsv"):
        for char, syllable in zip(row["name"], row["reading"].split(" "), strict=True):
            if syllable not in legal().get(char, set()):
                assert (char, syllable) in BEYOND_THE_TABLE or row["kind"] == "surname", row


def test_every_row_that_is_kept_by_hand_ships_as_it_is() -> None:
    kept = ROOT / "scripts" / "build_data" / "readings_cited.tsv"
    shipped = (LANGUAGE / "readings.tsv").read_text(encoding="utf-8").splitlines()
    assert set(kept.read_text(encoding="utf-8").splitlines()) <= set(shipped)


def test_no_two_rows_say_the_same() -> None:
    keys = Counter((r["name"], r["kind"], r["scope"], r["reading"]) for r in rows("readings.tsv"))
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_scope_is_the_beginning_of_a_code_of_the_divisions() -> None:
    letters = ROOT / "scripts" / "build_data" / "division_letters.tsv"
    codes = [line.split("\t")[0] for line in letters.read_text(encoding="utf-8").splitlines()[1:]]
    for scope in {row["scope"] for row in rows("readings.tsv")}:
        assert any(code.startswith(scope) for code in codes), scope


def test_every_polyphonic_name_of_a_division_is_read_or_listed_as_open() -> None:
    known = of_kind("place").keys() | {row["name"] for row in rows("readings_open.tsv")}
    letters = ROOT / "scripts" / "build_data" / "division_letters.tsv"
    with letters.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if row["short"] in known or row["code"].startswith("7"):
                continue
            toned = {char: [r for r in legal()[char] if TONES.search(r)] for char in row["short"]}
            assert all(len(found) < 2 for found in toned.values()), row


def test_a_name_is_open_only_for_a_stated_reason_and_not_read_as_well() -> None:
    for row in rows("readings_open.tsv"):
        assert row["reason"] in {"同音节不止一调", "无字母", "字母与字典不合"}, row
        assert row["name"] not in of_kind("place"), row


@pytest.mark.parametrize(
    ("name", "reading"),
    [("单县", "shàn xiàn"), ("浚县", "xùn xiàn"), ("宁阳", "níng yáng"), ("中山", "zhōng shān")],
)
def test_a_county_is_read_as_its_page_or_its_letters_and_the_usage_say(
    name: str, reading: str
) -> None:
    assert of_kind("place")[name] == {reading}


@pytest.mark.parametrize(
    ("name", "kind"), [("大城", "place"), ("乐陵", "place"), ("盖", "surname")]
)
def test_where_sources_disagree_both_readings_are_listed(name: str, kind: str) -> None:
    assert len(of_kind(kind)[name]) == 2


def test_a_usual_character_states_how_many_names_it_counts_and_its_exceptions() -> None:
    (row,) = (r for r in rows("readings.tsv") if (r["name"], r["kind"]) == ("会", "character"))
    assert re.search(r"all \d+ county-level and higher names", row["source"])
    assert row["source"].endswith("but 会稽")
    assert of_kind("place")["会稽"] == {"kuài jī"}
