"""Looks whether the name to be changed is one that heritage protects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.model import Evidence, Verdict
from diming.registry.store import Scope
from diming.rules.check import Check, Hit, Params
from diming.rules.missing import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class HeritageKeptParams(Params):
    """`listed`: words that tell a name on a list of protected names (保护名录) from other heritage.

    A listed name is a case; any other that somebody called heritage is for people to judge.
    """

    listed: tuple[str, ...]


def _run(subject: Subject, params: HeritageKeptParams, ground: Ground) -> Iterator[Hit]:
    proposal = subject.proposal
    old = proposal.old_name
    if old is None:
        raise Missing("申请未写明原名, 不知道更改的是不是保护名录中的地名", "old_name")
    scope = Scope(
        areas=(subject.jurisdiction.adcode,), classes=(proposal.feature_class,), live_only=True
    )
    for named in ground.store.named_exactly([old], scope):
        heritage = named.toponym.heritage
        if heritage is None:
            continue
        listed = any(word in heritage for word in params.listed)
        evidence = Evidence(
            kind="toponym",
            name=named.toponym.name,
            id=named.toponym.id,
            jurisdiction=named.place.jurisdiction,
            detail=heritage,
        )
        yield Hit(
            {"old": old, "heritage": heritage},
            evidence=(evidence,),
            verdict=None if listed else Verdict.REVIEW,
        )


CHECK = Check(
    kind="heritage-kept",
    about="更改的是不是历史地名",
    params=HeritageKeptParams,
    placeholders=frozenset({"old", "heritage"}),
    run=_run,
)
