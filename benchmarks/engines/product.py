"""diming itself: a registry file asked by the name, as `diming similar` and the rules ask it.

Everything a check needs is in the time: reading the name, its keys, the index, comparing, and the
records of the names found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.divisions import Row
from benchmarks.engines.engine import ALL, SOUNDS, Asked
from diming.names.likeness.compare import compare_stems
from diming.names.likeness.stems import Stem, filed_under, looked_for_under
from diming.registry.geopackage import GeoPackageStore
from diming.registry.likeness import Rival, rivals_of
from diming.registry.store import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from benchmarks.engines.engine import Group
    from diming.registry.store import FiledStem

_MARK = "\ue000"  # no name has this character


class Product:
    """All kinds of rivals from a registry file."""

    title = "diming, all kinds"
    kinds = ALL

    def __init__(self, registry: Path) -> None:
        self.store = GeoPackageStore.open(registry, read_only=True)

    def rivals(self, asked: Asked) -> list[Rival]:
        """The rivals with their relation, best first."""
        group = asked.group
        return rivals_of(
            self.store, asked.name, group.feature_class, area=group.area, scope=scope_of(group)
        )

    def texts(self, found: Iterable[Rival]) -> set[str]:
        """The stems of the names found."""
        return {
            Asked.of(Row(rival.named.toponym.name, place.feature_class, place.jurisdiction)).text
            for rival in found
            for place in (rival.named.place,)
        }

    def close(self) -> None:
        """Closes the file."""
        self.store.close()


class Specifics:
    """All kinds of rivals of a stem that has been read, without the records of the names.

    This is what engines answer that are given a specific and give specifics.
    """

    title = "diming, specifics only"
    kinds = ALL

    def __init__(self, store: GeoPackageStore, asked: Iterable[Asked]) -> None:
        self._store = store
        self._stems = {one: stem_of(one) for one in asked}

    def rivals(self, asked: Asked) -> list[FiledStem]:
        """The stems that are rivals."""
        stem = self._stems[asked]
        filed = self._store.stems(looked_for_under(stem), scope_of(asked.group))
        return [one for one in filed if compare_stems(stem, one.stem)]

    def texts(self, found: Iterable[FiledStem]) -> list[str]:
        """The texts of the stems."""
        return [filed.stem.text for filed in found]

    def close(self) -> None:
        """The file is closed by whoever opened it."""


class Homophones:
    """One probe of the same file: the stems filed under the sounds of a stem that has been read.

    They are filed with all folds laid together, so near sounds come along.
    """

    title = "diming, one homophone probe"
    kinds = SOUNDS

    def __init__(self, store: GeoPackageStore, asked: Iterable[Asked]) -> None:
        self._store = store
        self._keys = {one: _sound_keys(stem_of(one)) for one in asked}

    def rivals(self, asked: Asked) -> list[FiledStem]:
        """The stems with their readings."""
        return self._store.stems(self._keys[asked], scope_of(asked.group))

    def texts(self, found: Iterable[FiledStem]) -> list[str]:
        """The texts of the stems."""
        return [filed.stem.text for filed in found]

    def close(self) -> None:
        """The file is closed by whoever opened it."""


def scope_of(group: Group) -> Scope:
    """The names a proposal of a group is compared with."""
    return Scope(areas=(group.area,), classes=(group.feature_class,), live_only=True)


def stem_of(asked: Asked) -> Stem:
    """Reads the name that is asked about."""
    return asked.group.stem(asked.name)


def _sound_keys(stem: Stem) -> tuple[str, ...]:
    """The keys that depend on the sound alone: those of an unheard-of text with its readings."""
    unheard = Stem(_MARK * len(stem.text), stem.ways)
    return tuple(key for key in filed_under(unheard) if _MARK not in key)
