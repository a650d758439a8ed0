"""Derives the identifiers of imported records from what the file says of them.

Importing the same file again gives the same identifiers, so nothing changes; a corrected row keeps
its own. A row's own number counts together with its source, since every office counts from 1;
without a number, name, area and class make the place.
"""

from __future__ import annotations

from hashlib import sha256


def place_id(name: str, jurisdiction: str, feature_class: str) -> str:
    """The place that bears `name` in an area, when nothing else tells places apart."""
    return _id("p", "named", name, jurisdiction, feature_class)


def numbered_place_id(source_id: str, number: str) -> str:
    """The place that a source calls by a number of its own."""
    return _id("p", "numbered", source_id, number)


def toponym_id(place: str, kind: str, *parts: str) -> str:
    """A name of a place; `parts` tell names of one kind apart: the name, the year it began."""
    return _id("t", place, kind, *parts)


def marker_id(side_a: str, side_b: str, number: str) -> str:
    """A marker by the areas it stands between, in either order, and its stamped number."""
    return _id("m", *sorted((side_a, side_b)), number)


def source_id(title: str, url: str = "") -> str:
    """A source by its title and address."""
    return _id("s", title, url)


def _id(prefix: str, *parts: str) -> str:
    digest = sha256("\n".join(parts).encode()).hexdigest()
    return f"{prefix}-{digest[:20]}"
