"""Compares the approving authority that is stated with the one the law lists for the class.

For streets 地名管理条例 第十二条 lists governments of 直辖市, 市 and 县, for estates and buildings
their 住房和城乡建设 departments. That a 市辖区 is not among them is read from its silence, so that
a person decides whether the power was handed down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.model import Evidence, FeatureClass, Verdict
from diming.rules.approver import Kind, kind_of, seat_of
from diming.rules.check import Check, Hit, Params
from diming.rules.neighbourhood import prefecture_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

Doubt = tuple[str, Verdict] | None

_MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
_ASKED = {
    FeatureClass.ROAD: "直辖市、市、县人民政府",
    FeatureClass.RESIDENTIAL: "直辖市、市、县人民政府住房和城乡建设主管部门",
    FeatureClass.BUILDING: "直辖市、市、县人民政府住房和城乡建设主管部门",
}


class AuthorityParams(Params):
    """Who approves which class is the law's to say, and the same everywhere."""


def _run(subject: Subject, params: AuthorityParams, ground: Ground) -> Iterator[Hit]:
    del params
    stated, asked = subject.proposal.authority, _ASKED.get(subject.proposal.feature_class)
    if stated is None or asked is None:
        return
    told = _of_road(stated, subject, ground) if subject.is_road else _of_building(stated)
    if told is None:
        return
    why, verdict = told
    yield Hit(
        {"authority": stated, "asked": asked, "why": why},
        evidence=(Evidence("authority", stated, detail=why),),
        verdict=verdict if verdict is Verdict.REVIEW else None,
    )


def _of_road(stated: str, subject: Subject, ground: Ground) -> Doubt:
    match kind_of(stated):
        case Kind.GOVERNMENT:
            return _of_government(seat_of(stated), subject, ground)
        case Kind.COMMITTEE:
            return "条例没有列管理委员会, 有授权的附授权文件", Verdict.REVIEW
        case Kind.STATE:
            return "街路巷不须报国务院", Verdict.REVIEW
        case Kind.TOWNSHIP:
            return "乡镇、街道不批准街路巷名称", Verdict.VIOLATION
        case _:
            return "主管部门不批准街路巷名称", Verdict.VIOLATION


def _of_government(seat: str, subject: Subject, ground: Ground) -> Doubt:
    code = subject.jurisdiction.adcode[:6]
    above = (code, prefecture_of(code), code[:2] + "0000")
    areas = [area for one in above if (area := ground.area(one))]
    if len(seat) < 2:  # 市人民政府: nobody says which
        return None
    # 任城区 or 济宁市任城区; the smallest area that the words end with is meant.
    area = next((one for one in areas if seat.endswith(one.name)), None)
    if area is None:
        return f"{seat}不是所在地的市、县", Verdict.VIOLATION
    if area.district:
        return "条例列的是市、县, 没有列市辖区（推断）, 有授权的附授权文件", Verdict.REVIEW
    if area.adcode.endswith("0000") and area.adcode[:2] not in _MUNICIPALITIES:
        return "省级人民政府不在所列之内", Verdict.REVIEW
    return None


def _of_building(stated: str) -> Doubt:
    kind = kind_of(stated)
    if kind is Kind.HOUSING:
        return None
    if kind is Kind.COMMITTEE or "审批" in stated:
        return "审批权集中到别的机关的, 附授权文件", Verdict.REVIEW
    return "不是住房和城乡建设主管部门", Verdict.VIOLATION


CHECK = Check(
    kind="authority",
    about="批准机关与条例所列的相符",
    params=AuthorityParams,
    placeholders=frozenset({"authority", "asked", "why"}),
    run=_run,
)
