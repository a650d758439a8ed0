"""Says what kinds of characters a name is written with, and where those are that do not belong."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from diming.model.wording import Worded


class ScriptKind(Worded):
    """A kind of character; `zh` is the word for people."""

    HAN = "han", "汉字"
    ZERO = "zero", "〇"
    DIGIT = "digit", "数字"
    LATIN = "latin", "拉丁字母"
    FULL_WIDTH = "full-width", "全角字母、数字"
    PUNCTUATION = "punctuation", "标点、符号"
    SPACE = "space", "空格"
    INVISIBLE = "invisible", "不可见字符"
    COMPATIBILITY = "compatibility", "兼容汉字"
    RADICAL = "radical", "部首、笔画、注音"
    PRIVATE = "private", "自造字、未定义码位"
    OTHER = "other", "其他文字"


@dataclass(frozen=True, slots=True)
class Spot:
    """A character at a 0-based position of a name, and its kind."""

    position: int
    char: str
    kind: ScriptKind

    @property
    def code_point(self) -> str:
        """As U+200B: the only way to show an invisible character."""
        return f"U+{ord(self.char):04X}"


# Kana, bopomofo and the like are other scripts; these stand for parts of characters.
_PARTS = ("KANGXI RADICAL", "CJK RADICAL", "CJK STROKE", "IDEOGRAPHIC DESCRIPTION", "HANGZHOU")


def kind_of(char: str) -> ScriptKind:
    """The kind of one character."""
    name, category = unicodedata.name(char, ""), unicodedata.category(char)
    for kind, applies in (
        (ScriptKind.ZERO, char == "〇"),
        (ScriptKind.COMPATIBILITY, name.startswith("CJK COMPATIBILITY IDEOGRAPH")),
        (ScriptKind.HAN, name.startswith("CJK UNIFIED IDEOGRAPH")),
        (ScriptKind.RADICAL, name.startswith(_PARTS)),
        (ScriptKind.FULL_WIDTH, name.startswith("FULLWIDTH") and category[0] in "LN"),
        (ScriptKind.INVISIBLE, category in {"Cf", "Cc"} or "VARIATION SELECTOR" in name),
        (ScriptKind.INVISIBLE, "FILLER" in name),
        (ScriptKind.SPACE, category[0] == "Z"),
        (ScriptKind.PRIVATE, category in {"Co", "Cn", "Cs"}),
        (ScriptKind.DIGIT, category[0] == "N"),
        (ScriptKind.LATIN, name.startswith("LATIN")),
        (ScriptKind.PUNCTUATION, category[0] in "PS"),
    ):
        if applies:
            return kind
    return ScriptKind.OTHER


def kinds(name: str) -> tuple[Spot, ...]:
    """Every character of a name with its kind."""
    return tuple(Spot(at, char, kind_of(char)) for at, char in enumerate(name))


def not_han(name: str) -> tuple[Spot, ...]:
    """The characters of a name that are not plain Chinese characters."""
    return tuple(spot for spot in kinds(name) if spot.kind is not ScriptKind.HAN)
