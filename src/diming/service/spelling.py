"""Spells a name and says how it is read, and what a person must still confirm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from diming.formats import words
from diming.model import ToponymStatus
from diming.names.characters import simplify
from diming.names.generics import usual_class
from diming.names.parse import parse
from diming.names.reading import Reading, aligned, read
from diming.names.spelling.orthography import Fault, faults
from diming.names.spelling.romanize import romanize
from diming.registry.store import Scope

if TYPE_CHECKING:
    from diming.model import FeatureClass
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
    *,
    area: str | None = None,
) -> Spelling:
    """Spells `name`, in the area with this code if known; without a class the generic decides.

    A reading that the registry holds for this very name, or for its specific, comes before any
    other. Raises InputError for an unknown class.
    """
    feature_class = usual_class(name) if kind is None else words.feature_class(kind)
    reading = read_with(store, name, feature_class, area)
    return Spelling(
        reading.text,
        romanize(name, feature_class, style=style, reading=reading),
        tuple(name[at] for at in reading.unsure),
    )


def lint(
    name: str,
    kind: str | None,
    spelling: str,
    store: Store | None = None,
    *,
    area: str | None = None,
) -> tuple[Fault, ...]:
    """The faults of a spelling that somebody gives for `name`; the reading as `spell` takes it."""
    feature_class = usual_class(name) if kind is None else words.feature_class(kind)
    return faults(name, spelling, feature_class, read_with(store, name, feature_class, area))


def read_with(
    store: Store | None, name: str, feature_class: FeatureClass, area: str | None = None
) -> Reading:
    """How a name is read when the registry's approved readings count: 长山 serves 长山路.

    Of an area its prefecture counts; without one the whole registry, whose readings then have to
    agree.
    """
    given = specific = None
    if store is not None:
        areas = () if area is None else (f"{area[:4]}00",)
        given = _approved(store, name, Scope(areas=areas, classes=(feature_class,)))
        if given is None and (part := parse(simplify(name), feature_class).specific):
            specific = _approved(store, part, Scope(areas=areas))
    return read(name, given=given, specific=specific, feature_class=feature_class, area=area)


def _approved(store: Store, name: str, scope: Scope) -> str | None:
    """The one approved reading of this very name in the scope, None for none or several."""
    readings = {
        named.toponym.reading
        for named in store.named_exactly([name], scope)
        if named.toponym.status is not ToponymStatus.PROPOSED and named.toponym.reading
    }
    spoken = {aligned(name, reading) for reading in readings} - {None}
    return min(readings) if len(spoken) == 1 else None
