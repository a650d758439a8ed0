"""Spells a name in Latin letters after the rules of 1984, as a parse and not as a lookup.

`names.spelling.wording` divides the name into words; here they are written: each with a capital
(10), ’ before a, o, e inside a word (11), r for 儿 (12), tones (9) or, on a sign, none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from diming.model import FeatureClass
from diming.names.characters import is_han, simplify
from diming.names.reading import Reading, read
from diming.names.spelling.wording import Word, words_of
from diming.names.syllables import toneless
from diming.settings import setting

if TYPE_CHECKING:
    from collections.abc import Sequence

Style = Literal["standard", "sign"]
OrdinalStyle = Literal["digits", "pinyin"]

APOSTROPHE = "\u2019"


def romanize(
    name: str,
    feature_class: FeatureClass = FeatureClass.ROAD,
    *,
    style: Style = "standard",
    reading: Reading | None = None,
    ordinal_style: OrdinalStyle | None = None,
) -> str:
    """The spelling of a name: Rénchéng Dàdào, or on a sign (rules 9, 10) RENCHENG DADAO.

    The class decides what is a natural village; without that class the generic does. Ordinals are
    spelt in the setting's way unless `ordinal_style` says another.
    """
    text = simplify(name)
    digits = (ordinal_style or ordinal_setting()) == "digits"
    syllables = (reading or read(text, feature_class=feature_class)).syllables
    spelt, end = "", 0
    for word in words_of(text, feature_class, digits=digits):
        spelt += _gap(text[end : word.start], at_start=not spelt) + written(text, syllables, word)
        end = word.end
    spelt += ")" if end < len(text) and spelt else ""
    return toneless(spelt).upper() if style == "sign" else spelt


def ordinal_setting() -> OrdinalStyle:
    """How the office spells ordinals: `digits` after rule 7 of 1984, `pinyin` after GB/T 16159."""
    return cast("OrdinalStyle", setting("ordinals"))


def written(text: str, syllables: Sequence[str], word: Word) -> str:
    """One word of a spelling, capitalised; what is not Chinese stands apart in it."""
    if word.number:
        return word.number
    parts: list[str] = []
    kind = ""
    for char, syllable in zip(
        text[word.start : word.end], syllables[word.start : word.end], strict=True
    ):
        previous, kind = kind, "han" if is_han(char) else "space" if char.isspace() else "other"
        if kind == "space":
            continue
        if kind != previous:
            parts.append(syllable[:1].upper() + syllable[1:] if kind == "han" else syllable)
        elif kind == "han" and toneless(syllable)[:1] in {"a", "o", "e"}:
            parts[-1] += APOSTROPHE + syllable
        else:
            parts[-1] += syllable
    return " ".join(parts)


def _gap(between: str, *, at_start: bool) -> str:
    """What stands between two words: a space, and the bracket that opens or closes there."""
    closes = ")" if any(char in ")）〕]】" for char in between) else ""
    opens = "(" if any(char in "(（〔[【" for char in between) else ""
    return f"{closes}{'' if at_start else ' '}{opens}"
