"""A question keeps to an area that the registry knows; no answer comes from nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diming.errors import InputError
from diming.service.asked_area import asked_area
from diming.service.registries import open_registry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diming.registry.store import Store


@pytest.fixture(scope="module")
def store(jining: Path) -> Iterator[Store]:
    with open_registry(str(jining), read_only=True) as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "code"),
    [(None, None), ("任城区", "370811"), ("370826", "370826"), ("370826003000", "370826003")],
)
def test_an_area_by_name_or_code(store: Store, text: str | None, code: str | None) -> None:
    assert asked_area(store, text) == code


@pytest.mark.parametrize("text", ["999999", "370826999", "乌有县"])
def test_an_area_that_is_not_there_is_told(store: Store, text: str) -> None:
    with pytest.raises(InputError) as told:
        asked_area(store, text)
    assert f"没有政区“{text}”" in told.value.zh
