"""Looks whether a renaming gives one of the grounds on which the law lets names change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from diming.rules.check import Check, Hit, Params
from diming.rules.missing import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class RenameGroundParams(Params):
    """The grounds, and the words that applicants tell them in."""

    grounds: dict[str, list[str]] = Field(min_length=1)


def _run(subject: Subject, params: RenameGroundParams, ground: Ground) -> Iterator[Hit]:
    del ground
    told, meaning = subject.proposal.ground, subject.proposal.meaning
    if told is not None:
        if not _is_ground(told, params):
            yield Hit({"ground": told, "grounds": "、".join(params.grounds)})
    elif meaning is None or not _is_ground(meaning, params):  # many tables tell both in one cell
        raise Missing("申请未写更名理由", "ground")


def _is_ground(text: str, params: RenameGroundParams) -> bool:
    return any(word in text for words in params.grounds.values() for word in words)


CHECK = Check(
    kind="rename-ground",
    about="更名有法定的理由",
    params=RenameGroundParams,
    placeholders=frozenset({"ground", "grounds"}),
    run=_run,
)
