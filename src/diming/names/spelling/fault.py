"""Says what a fault of a spelling is: its kind, its place, the right form and the rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.model.wording import Worded

if TYPE_CHECKING:
    from diming.names.spelling.articles import Article


class FaultKind(Worded):
    """What is wrong with a spelling; `zh` is the word for people."""

    FOREIGN = "foreign", "用了外文"
    APART = "apart", "应分写"
    JOINED = "joined", "应连写"
    CAPITAL = "capital", "大小写"
    TONE = "tone", "声调"
    TONELESS = "toneless", "未标调"
    APOSTROPHE = "apostrophe", "隔音符号"
    UMLAUT = "umlaut", "ü 的写法"
    ERHUA = "erhua", "儿化"
    NUMBER = "number", "数词"
    DROPPED = "dropped", "漏音节"
    ADDED = "added", "多字母"
    READING = "reading", "读音不同"
    UNSETTLED = "unsettled", "读音待核"
    LETTERS = "letters", "字母有误"
    GLYPH = "glyph", "字符形式"


@dataclass(frozen=True, slots=True)
class Fault:
    """One slip: start:end of the spelling as given, what stands there, and the right form."""

    kind: FaultKind
    start: int
    end: int
    given: str
    right: str
    article: Article

    @property
    def is_question(self) -> bool:
        """Whether somebody has to confirm a reading rather than mend a slip."""
        return self.kind is FaultKind.UNSETTLED

    def __str__(self) -> str:
        given, right = (_shown(text) for text in (self.given, self.right))
        return f"{self.kind.zh}: {given} → {right} ({self.article.title})"


def _shown(text: str) -> str:
    return {"": "无", " ": "空格"}.get(text, f"“{text}”")
