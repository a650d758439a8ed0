"""Folds the text of a notice to one way of writing it: punctuation, widths, quotes, blanks."""

from __future__ import annotations

import re
import unicodedata

from diming.names.characters import is_han

_CIRCLED = {ord(char): f"{number}." for number, char in enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", 1)}
_SAME = str.maketrans(
    {
        "‘": "“", "’": "”", "「": "“", "」": "”", "『": "“", "』": "”", "〝": "“", "〞": "”",
        "〔": "(", "〕": ")", "【": "(", "】": ")", "［": "(", "］": ")", "〜": "~", "∼": "~",
        "﹣": "-", "−": "-", "‐": "-", "‑": "-", "–": "—", "―": "—", "─": "—", "━": "—",
        "︰": ":", "﹕": ":", "∶": ":", "﹐": ",", "；": ";",
    }
)  # fmt: skip
_STRAIGHT = re.compile(r'"([^"]*)"')
_NESTED = re.compile("“([^“”]*(?:“[^“”]*”[^“”]*)+)”")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_BLANK = re.compile(r"(?<![A-Za-z0-9À-ɏ.,;])\s+|\s+(?![A-Za-z0-9À-ɏ])")
_NUMERAL = re.compile(
    r"(?<=[长宽约为度:近共计达])([一二两三四五六七八九十百千零〇点]+)(?=[余多]?(?:公里|千米|米))"
)
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}


def fold(text: str) -> str:
    """The text with half-width punctuation and digits, one pair of quotes, no stray blanks.

    Chinese characters stay as they are written.
    """
    seen = _INVISIBLE.sub("", text).translate(_CIRCLED).translate(_SAME)
    plain = "".join(char if is_han(char) else unicodedata.normalize("NFKC", char) for char in seen)
    return _NESTED.sub(r"\1", _BLANK.sub("", _STRAIGHT.sub(r"“\1”", plain))).strip()


def arabic(text: str) -> str:
    """The text with the numbers of measures in digits: 长一千二百米 → 长1200米."""
    return _NUMERAL.sub(lambda found: _digits(found[1]), text)


def _digits(numeral: str) -> str:
    whole, _, part = numeral.partition("点")
    total, last = 0, 0
    for char in whole:
        if char in _TENS:
            total, last = total + (last or 1) * _TENS[char], 0
        else:
            last = _DIGITS[char] if set(whole) & set(_TENS) else last * 10 + _DIGITS[char]
    decimals = "".join(str(_DIGITS[char]) for char in part if char in _DIGITS)
    return f"{total + last}.{decimals}" if decimals else str(total + last)
