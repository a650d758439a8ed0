"""Lists the specifics of every group, for the engines that have no reading of their own.

Made from the names of a size and not from a registry: one line a specific, with its sounds without
tones, in a text file that is kept.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from benchmarks.engines.engine import Group, Specific
from benchmarks.names import SEED, Size, rows
from diming.model import FeatureClass
from diming.names.edition import EDITION
from diming.names.likeness.stems import stems_of
from diming.names.syllables import toneless

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def of(size: Size, cache: Path) -> Path:
    """The file of a size; written if it is not there yet."""
    path = cache / f"{SEED}-{size.label}-{EDITION}.tsv"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        with unfinished.open("w", encoding="utf-8") as lines:
            for group, text, sounds in _specifics(size):
                words = (group.city, group.feature_class, text, "|".join(sounds))
                lines.write("\t".join(words) + "\n")
        unfinished.replace(path)
    return path


def read(path: Path) -> Iterator[Specific]:
    """The specifics of a file."""
    groups: dict[tuple[str, str], Group] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            city, kind, text, sounds = line.rstrip("\n").split("\t")
            group = groups.get((city, kind))
            if group is None:
                group = groups[city, kind] = Group(city, FeatureClass(kind))
            yield Specific(group, text, tuple(sounds.split("|")))


def _specifics(size: Size) -> Iterator[Specific]:
    """Each specific of each group once, one city after the other."""
    for _, city in groupby(rows(size), lambda row: row.area[:4]):
        names: dict[Group, set[str]] = defaultdict(set)
        for row in city:
            names[Group.of(row)].add(row.name)
        for group, those in names.items():
            for stem in set(stems_of(those, group.feature_class, group.area)):
                if stem.text:
                    sounds = dict.fromkeys(" ".join(map(toneless, way)) for way in stem.ways)
                    yield Specific(group, stem.text, tuple(sounds))
