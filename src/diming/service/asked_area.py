"""Finds the area that a question keeps to, which has to be one of the registry's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.errors import InputError
from diming.formats.areas import area_code
from diming.registry.store import Scope

if TYPE_CHECKING:
    from diming.registry.store import Store


def asked_area(store: Store, text: str | None) -> str | None:
    """The code in or behind `text`, None when no area is asked for.

    Raises InputError for a name or code that the registry has no area of and no names in.
    """
    if text is None:
        return None
    code = area_code(text, store.jurisdictions_named)
    if not store.area_names([code]) and not store.count(Scope(areas=(code,))):
        raise InputError(
            f"地名库中没有政区“{text}”", f"the registry has no area called {text}",
            mend=("写地名库中的政区代码或名称", "give the code or name of one of its areas"),
        )  # fmt: skip
    return code
