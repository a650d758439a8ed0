"""Loads the dictionaries once, so that no property test is timed while they load."""

from __future__ import annotations

import pytest

from diming.model import FeatureClass
from diming.names.keys import typed
from diming.names.likeness.stems import looked_for_under, stem_of


@pytest.fixture(scope="session", autouse=True)
def dictionaries() -> None:
    for name in ("任城大道", "行知1路", "乐行重"):
        typed(name, FeatureClass.ROAD)
    looked_for_under(stem_of("任城大道", FeatureClass.ROAD))
