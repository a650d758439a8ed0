"""Looks whether a place code (地名代码) has twenty digits and the areas it says it is of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diming.model import Evidence, Level, Verdict, within
from diming.rules.check import Check, Hit, LexiconId, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_CODE = re.compile(r"[0-9]{20}")


class PlaceCodeParams(Params):
    """`abolished`: the lexicon of area codes no longer in use, each with the code after it."""

    abolished: LexiconId


def _run(subject: Subject, params: PlaceCodeParams, ground: Ground) -> Iterator[Hit]:
    stated = subject.proposal.code
    if stated is None:
        return
    code = "".join(stated.split())
    if not _CODE.fullmatch(code):
        yield _hit(stated, f"应为 20 位数字, 写了 {len(code)} 位")
        return
    county, township = code[:6], code[:9]
    if (entry := ground.lexicons.get(params.abolished).terms.get(county)) and not _known(
        county, ground
    ):
        after = f", 今为 {entry.note}" if entry.note else ""
        yield _hit(stated, f"政区代码 {county} 已经停用{after}")
        return
    area = subject.proposal.jurisdiction
    if area is not None and not (within(county, area) or within(area, county)):
        yield _hit(stated, f"前 6 位 {county} 与申报政区 {area} 不符")
    elif ground.registry is not None:
        yield from _unknown_areas(stated, county, township, ground)


def _unknown_areas(stated: str, county: str, township: str, ground: Ground) -> Iterator[Hit]:
    if not _known(county, ground):
        yield _hit(stated, f"地名库中没有政区 {county}", Verdict.REVIEW)
    elif ground.areas(level=Level.TOWNSHIP, parent=county) and not _known(township, ground):
        yield _hit(stated, f"地名库中没有乡级政区 {township}", Verdict.REVIEW)


def _known(code: str, ground: Ground) -> bool:
    return ground.registry is not None and ground.area(code) is not None


def _hit(stated: str, why: str, verdict: Verdict | None = None) -> Hit:
    return Hit({"code": stated, "why": why}, None, (Evidence("code", stated, detail=why),), verdict)


CHECK = Check(
    kind="place-code",
    about="地名代码为 20 位, 所含政区代码有效",
    params=PlaceCodeParams,
    placeholders=frozenset({"code", "why"}),
    run=_run,
)
