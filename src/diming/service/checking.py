"""Reviews proposed names and records the waivers that an officer grants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.errors import UsageError
from diming.rules.engine import review

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diming.model import Jurisdiction, Proposal, Review, Waiver
    from diming.registry.store import Store
    from diming.service.desk import Desk


def check(desk: Desk, proposals: Sequence[Proposal]) -> Review:
    """What the rules of the desk say of each proposal."""
    return review(proposals, desk.ruleset, desk.store, desk.lexicons)


def areas_named(store: Store | None) -> Callable[[str], list[Jurisdiction]] | None:
    """How a file reader asks which areas bear a name; None without a registry to ask."""
    return None if store is None else store.jurisdictions_named


def waive(store: Store, waiver: Waiver) -> None:
    """Records an accepted deviation; reason and person must be given."""
    if not waiver.reason.strip() or not waiver.person.strip():
        raise UsageError(
            "豁免须写明理由和经办人", "a waiver needs a reason and a person",
            mend=("加上 --reason 和 --person", "add --reason and --person"),
        )  # fmt: skip
    with store.change(waiver.person, waiver.reason) as change:
        change.put(waiver)
