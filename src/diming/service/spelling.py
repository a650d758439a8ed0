"""Spells a name and says how it is read, and what a person must still confirm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from diming.formats import words
from diming.model import FeatureClass
from diming.names.generics import longest_generic
from diming.names.reading import read
from diming.names.romanize import romanize
from diming.registry.store import KeyKind, Scope

if TYPE_CHECKING:
    from diming.registry.store import Store


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name's syllables with tones, its spelling, and the characters nobody has settled."""

    reading: str
    romanization: str
    unsure: tuple[str, ...]


def spell(
    name: str,
    kind: str | None,
    style: Literal["standard", "sign"] = "standard",
    store: Store | None = None,
) -> Spelling:
    """Spells `name`; without a class the generic decides.

    A reading that the registry holds for this very name comes before any other. Raises
    InputError for an unknown class.
    """
    feature_class = _class_by_generic(name) if kind is None else words.feature_class(kind)
    reading = read(name, given=_approved(name, feature_class, store), feature_class=feature_class)
    return Spelling(
        reading.text,
        romanize(name, feature_class, style=style, reading=reading),
        tuple(name[at] for at in reading.unsure),
    )


def _approved(name: str, feature_class: FeatureClass, store: Store | None) -> str | None:
    """The one reading that the registry holds for this name, None if there is none or several."""
    if store is None:
        return None
    found = store.find(KeyKind.EXACT, [name], Scope(classes=(feature_class,)))
    readings = {named.toponym.reading for named in found} - {None}
    return readings.pop() if len(readings) == 1 else None


def _class_by_generic(name: str) -> FeatureClass:
    generic = longest_generic(name)
    return FeatureClass.OTHER if generic is None else generic.classes[0]
