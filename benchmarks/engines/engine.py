"""What every engine can do: find the specifics that could be taken for one that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from diming.model import FeatureClass, Match
from diming.names.likeness.stems import Stem, stem_of
from diming.names.syllables import toneless

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.names import Row

ALL = frozenset(Match)
_SAME = frozenset({Match.SAME, Match.SAME_SPECIFIC})
SOUNDS = _SAME | {Match.SOUND, Match.SOUND_TONELESS}
EDITS = _SAME | {Match.EDIT}


class Group(NamedTuple):
    """Names that are compared with one another: of one class in one city (four digits)."""

    city: str
    feature_class: FeatureClass

    @classmethod
    def of(cls, row: Row) -> Group:
        """The group of a name."""
        return cls(row.area[:4], row.feature_class)

    @property
    def area(self) -> str:
        """The code of the city."""
        return f"{self.city}00"

    def stem(self, name: str) -> Stem:
        """What a name of the group is compared by."""
        return stem_of(name, self.feature_class, area=self.area)


class Specific(NamedTuple):
    """A specific that names of a group have, with its legal readings without tones."""

    group: Group
    text: str
    sounds: tuple[str, ...]


class Asked(NamedTuple):
    """A question: a proposed name, the group it is compared with, and what was read from it.

    Only diming reads the name itself; the others are given the specific and its sounds.
    """

    name: str
    group: Group
    text: str
    sounds: tuple[str, ...]

    @classmethod
    def of(cls, row: Row) -> Asked:
        """The question that a proposed name puts."""
        group = Group.of(row)
        stem = group.stem(row.name)
        sounds = dict.fromkeys(" ".join(map(toneless, way)) for way in stem.ways)
        return cls(row.name, group, stem.text, tuple(sounds))


class Engine(Protocol):
    """One way of finding rivals, filled and ready."""

    title: str
    kinds: frozenset[Match]  # of rivals that it is asked for

    def rivals(self, asked: Asked, /) -> Any:
        """What is found, in whatever form comes cheapest: this is what is timed."""

    def texts(self, found: Any, /) -> Iterable[str]:
        """The specifics in what was found: this is what is compared with brute force."""

    def close(self) -> None:
        """Lets go of files and processes."""
