"""Knows the names of provinces, prefectures and counties, with and without their generics."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from diming.model import FeatureClass
from diming.settings import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

_GENERICS = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区",
             "省", "市", "县", "区", "盟", "旗")  # fmt: skip


def bare_division(text: str) -> FeatureClass | None:
    """The highest class of a division called so without its generic: 青岛, 任城; None if none."""
    return _divisions()[1].get(text)


def is_division(text: str) -> bool:
    """Whether a division is called so, with its generic or without."""
    full, bare = _divisions()
    return text in full or text in bare


@cache
def _divisions() -> tuple[frozenset[str], Mapping[str, FeatureClass]]:
    full: set[str] = set()
    bare: dict[str, FeatureClass] = {}
    with shipped("data", "language", "divisions.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            name = row["name"]
            full.add(name)
            generic = next((word for word in _GENERICS if name.endswith(word)), "")
            short = name.removesuffix(generic)
            if len(short) > 1:
                bare.setdefault(short, FeatureClass(row["level"]))
    return frozenset(full), bare
