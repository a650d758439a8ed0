"""Loads the dictionaries once, so that no property test is timed while they load."""

from __future__ import annotations

import pytest

from diming.model import FeatureClass
from diming.names.keys import keys


@pytest.fixture(scope="session", autouse=True)
def dictionaries() -> None:
    list(keys("任城大道", FeatureClass.ROAD))
