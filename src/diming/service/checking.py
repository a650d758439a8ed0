"""Reviews proposed names and records the waivers that an officer grants."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from diming.errors import UsageError
from diming.rules.engine import review

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diming.model import Jurisdiction, Proposal, Review, Waiver
    from diming.registry.store import Store
    from diming.service.desk import Desk

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


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
    if not _FINGERPRINT.fullmatch(waiver.fingerprint):
        raise UsageError(
            f"“{waiver.fingerprint}”不是指纹", f"{waiver.fingerprint!r} is no fingerprint",
            mend=("抄下审查意见后的 16 位指纹", "copy the 16 letters after the finding"),
        )  # fmt: skip
    if not waiver.stands_on(date.today().isoformat()):
        raise UsageError(
            f"有效期 {waiver.until} 已过", f"the waiver would have ended on {waiver.until}",
            mend=("写今天以后的日期", "give a day that is still to come"),
        )  # fmt: skip
    with store.change(waiver.person, waiver.reason) as change:
        change.put(waiver)
