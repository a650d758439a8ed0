"""Writes docs/sound.md from the program: how names are judged by sound, shape and spelling."""

from __future__ import annotations

import csv
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from diming.model import Match
from diming.names.likeness.compare import BANDS, relation
from diming.names.likeness.folds import DEAREST, FOLDS, Fold, between
from diming.names.likeness.stems import SHORTEST_EDITED
from diming.names.syllables import toneless
from diming.settings import shipped

from .build_data import lookalikes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What each relation means and a pair that shows it, in the order of strength.
_MEANS: dict[Match, tuple[str, str, tuple[str, str]]] = {
    Match.SAME: (
        "汉字相同（繁简、数字写法不计）",
        "the same characters, however written",
        ("運河路", "运河路"),
    ),
    Match.SAME_SPECIFIC: (
        "专名相同，通名不同",
        "the same specific with another generic",
        ("文昌路", "文昌街"),
    ),
    Match.SOUND: (
        "同音：任一合法读音声韵调全同",
        "the same letters and tones in any legal reading",
        ("任城路", "仁城路"),
    ),
    Match.SOUND_TONELESS: (
        "近音：只差声调",
        "the same letters, other tones",
        ("汶河路", "文河路"),
    ),
    Match.SOUND_FOLD: (
        "近音：差在易混的声母、韵母",
        "letters that are taken for one another",
        ("新荣路", "兴隆路"),
    ),
    Match.SHAPE: (
        "形近：只差一字，字形相近",
        "one character, which looks like the other",
        ("土山路", "士山路"),
    ),
    Match.EDIT: (
        "一字之差：多、少、换一字",
        "one character put in, left out, replaced",
        ("琵琶山路", "琵琶湖路"),
    ),
}
_NONE = (
    ("建设路", "建设北路", "同一条路的分段 · a segment"),
    ("经四路", "经十路", "系列路 · a series"),
    ("太白路", "太白楼路", "两个字的专名差一字不算 · too short for an edit"),
    ("光明东路", "广明西路", "修饰成分不同 · another modifier"),
    ("文昌路", "文昌阁", "类别不同 · another class"),
    ("阳光城A区", "阳光城B区", "系列 · a series"),
    ("张家庄", "李家庄", "剩下的“家庄”不足以认名 · what is left tells nothing"),
    ("汉江路", "泛江路", "h 只在 u 前与 f 混 · h is said f before u only"),
    ("南山路", "狼山路", "合计超过上限 · dearer than two folds may be"),
)
_SHOWN = 12  # pairs of characters given as examples
TEMPLATE = Path(__file__).parent / "sound_page.md"


def page(made: str) -> str:
    """The text of the page, after the line that says it is made."""
    joined = _syllables_by_fold()
    alike = _lookalikes()
    return made + TEMPLATE.read_text(encoding="utf-8").format(
        relations=_rows(
            (f"`{match.value}`", _band(match), *shown) for match, shown in _relations()
        ),
        apart=_rows((f"{a} / {b}", _said(a, b), why) for a, b, why in _NONE),
        dearest=f"{DEAREST:g}",
        folds=_rows(
            (f"`{one.name}`", f"{one.cost:g}", one.example, joined[one.name], one.source)
            for one in FOLDS
        ),
        counts="、".join(f"{fold.name} {len(joined[fold.name].split('、'))}" for fold in FOLDS),
        strokes=lookalikes.MORE_STROKES,
        alone=f"{lookalikes.ALONE:g}",
        listed=f"{lookalikes.LISTED:g}",
        few_listed=f"{lookalikes.FEW_LISTED:g}",
        few=lookalikes.FEW_STROKES,
        pairs=len(alike),
        shown="、".join(alike[:_SHOWN]),
        shortest=SHORTEST_EDITED,
    )


def _rows(rows: Iterable[tuple[str, ...]]) -> str:
    return "".join(f"| {' | '.join(cells)} |\n" for cells in rows)


def _relations() -> Iterator[tuple[Match, tuple[str, ...]]]:
    for match, (zh, en, (a, b)) in _MEANS.items():
        yield match, (f"{zh} · {en}", f"{a} / {b}", _said(a, b))


def _lookalikes() -> list[str]:
    """The pairs of look-alikes with their scores, each once, the most alike first."""
    path = shipped("data", *lookalikes.LOOKALIKES.split("/"))
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    once = [row for row in rows if row["char"] < row["lookalike"]]
    once.sort(key=lambda row: (-float(row["score"]), row["char"]))
    return [f"{row['char']}/{row['lookalike']} {row['score']}" for row in once]


def _syllables_by_fold() -> dict[str, str]:
    """The pairs of syllables that one fold alone joins."""
    found: dict[str, list[str]] = defaultdict(list)
    for a, b in combinations(sorted(_syllables()), 2):
        folds: tuple[Fold, ...] = between(a, b) or ()
        if len(folds) == 1:
            found[folds[0].name].append(f"{a}/{b}")
    return {name: "、".join(pairs) for name, pairs in found.items()}


def _syllables() -> set[str]:
    with shipped("data", "language", "characters.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {toneless(said) for row in rows for said in row["readings"].split(",")}


def _band(match: Match) -> str:
    least, most = BANDS[match]
    return f"{most:g}" if least == most else f"{least:g}–{most:g}"


def _said(a: str, b: str) -> str:
    found = relation(a, b)
    return (
        "`none`" if found is None else " · ".join(filter(None, (f"`{found.label}`", found.detail)))
    )
