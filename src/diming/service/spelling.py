"""Spells a name and says how it is read, and what a person must still confirm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diming.errors import UsageError
from diming.model import FeatureClass
from diming.names.generics import longest_generic
from diming.names.reading import read
from diming.names.romanize import romanize


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name's syllables with tones, its spelling, and the characters nobody has settled."""

    reading: str
    romanization: str
    unsure: tuple[str, ...]


def spell(name: str, kind: str | None, style: Literal["standard", "sign"]) -> Spelling:
    """Spells `name`; without a class the generic decides. Raises UsageError."""
    feature_class = _class_by_generic(name) if kind is None else class_named(kind)
    reading = read(name, feature_class=feature_class)
    return Spelling(
        reading.text,
        romanize(name, feature_class, style=style, reading=reading),
        tuple(name[at] for at in reading.unsure),
    )


def class_named(text: str) -> FeatureClass:
    """The class with this value or Chinese word."""
    for kind in FeatureClass:
        if text in (kind.value, kind.zh):
            return kind
    raise UsageError(
        f"没有地名类别“{text}”", f"there is no class {text!r}",
        mend=("可用: " + " ".join(kind.value for kind in FeatureClass), "see docs/cli.md"),
    )  # fmt: skip


def _class_by_generic(name: str) -> FeatureClass:
    generic = longest_generic(name)
    return FeatureClass.OTHER if generic is None else generic.classes[0]
