"""Hands a request the desk that the application stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import current_app

from diming.errors import UsageError

if TYPE_CHECKING:
    from flask import Flask

    from diming.registry.store import Store
    from diming.service.desk import Desk

_NAME = "diming"


@dataclass(frozen=True, eq=False)
class Counter:
    """The desk as the pages use it: always with a registry, and opened on one area.

    There is one for an application, so two are never compared and one can key a cache.
    """

    desk: Desk
    store: Store
    area: str


def lay_out(app: Flask, desk: Desk, area: str) -> None:
    """Gives the application its desk; raises UsageError when that has no registry."""
    if desk.store is None:
        raise UsageError(
            "网页需要地名库", "the pages need a registry",
            mend=("先用 diming init 建库", "make one with diming init"),
        )  # fmt: skip
    app.extensions[_NAME] = Counter(desk, desk.store, area)


def counter() -> Counter:
    """The desk of the application that serves this request."""
    found = current_app.extensions[_NAME]
    assert isinstance(found, Counter)  # noqa: S101 - says the type, no check of input
    return found
