"""Reviews proposed names and records the waivers that an officer grants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.errors import UsageError
from diming.model import Level, Waiver
from diming.rules.engine import review

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diming.model import Jurisdiction, Proposal, Review
    from diming.registry.store import Store
    from diming.service.desk import Desk


def check(desk: Desk, proposals: Sequence[Proposal]) -> Review:
    """What the rules of the desk say of each proposal."""
    return review(proposals, desk.ruleset, desk.store, desk.lexicons)


def areas_named(store: Store | None) -> Callable[[str], list[Jurisdiction]]:
    """How a file reader asks which areas bear a name; without a registry none do."""
    if store is None:
        return lambda _name: []
    return store.jurisdictions_named


def area_code(store: Store | None, text: str) -> str:
    """The code of an area given by code or name; raises UsageError when it is not one area."""
    if text.isdigit():
        return text
    found = [] if store is None else store.jurisdictions_named(text)
    if len(found) == 1:
        return found[0].adcode
    counties = [area for area in found if area.level is Level.COUNTY]
    if len(counties) == 1:
        return counties[0].adcode
    problem = ("不止一个", "names several areas") if found else ("查不到", "is not known")
    raise UsageError(
        f"政区“{text}”{problem[0]}", f"the area {text!r} {problem[1]}",
        mend=("改用六位政区代码, 如 370811", "use the six-digit code, as 370811"),
    )  # fmt: skip


def waive(store: Store, waiver: Waiver) -> None:
    """Records an accepted deviation; reason and person must be given."""
    if not waiver.reason.strip() or not waiver.person.strip():
        raise UsageError(
            "豁免须写明理由和经办人", "a waiver needs a reason and a person",
            mend=("加上 --reason 和 --person", "add --reason and --person"),
        )  # fmt: skip
    with store.change(waiver.person, waiver.reason) as change:
        change.put(waiver)
