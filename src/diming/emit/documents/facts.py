"""Gathers what the templates may say, under the Chinese field names that stand in them.

docs/documents.md lists the fields. What nobody has said stays out of the dictionary: the template
then shows 【待填】, and nothing is made up.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from diming import __version__
from diming.emit.documents.opinion import opinion
from diming.emit.documents.rivals import rivals_of
from diming.emit.documents.scene import scene
from diming.emit.documents.wording import day_words, measures, position

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from diming.emit.documents.scene import Scene
    from diming.model import Proposal, Result, Review
    from diming.model.suggestion import Suggestion
    from diming.registry.store import Store

    Draw = Callable[[Scene], object]

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """What a document is made of.

    `area` says a code in words; `given` are fields the clerk states for all names; `alternatives`
    are names that would pass, by the row of the proposal they are for.
    """

    review: Review
    store: Store | None
    area: Callable[[str], str]
    given: Mapping[str, str] = field(default_factory=dict)
    alternatives: Mapping[int, Sequence[Suggestion]] = field(default_factory=dict)


def facts(case: Case, draw: Draw | None = None) -> Facts:
    """The fields of a whole document; `draw` turns a map into what its template can hold."""
    review, stamp = case.review, case.review.ruleset
    counts = {verdict.zh: number for verdict, number in review.summary.items()}
    found: Facts = {
        "名称表": [_name(case, result, draw) for result in review.results],
        "总数": len(review.results),
        "统计": "，".join(f"{word} {number} 个" for word, number in counts.items() if number),
        "审查日期": day_words(stamp.as_of),
        "规则集": {
            "代号": stamp.id,
            "标题": stamp.title,
            "版本": stamp.version,
            "指纹": stamp.sha256,
            "日期": day_words(stamp.as_of),
            "未载": list(stamp.unknown),
        },
        "地名库": None
        if review.registry_id is None
        else {"标识": review.registry_id, "版次": review.registry_revision},
        "程序": f"diming {__version__}",
    }
    return {**case.given, **found}


def _name(case: Case, result: Result, draw: Draw | None) -> Facts:
    proposal = result.proposal
    rivals = rivals_of(result, case.store)
    drawn = None if draw is None else scene(proposal, rivals, case.store)
    return {
        **_known(proposal.extra),
        **case.given,
        **_known(_stated(case, result)),
        **opinion(result, rivals, case.area, case.alternatives.get(proposal.row, ())),
        "图": None if draw is None or drawn is None else draw(drawn),
        "图外": [] if drawn is None else [
            f"{rival.mark}{rival.name} {rival.distance_words}" for rival in drawn.beyond
        ],
    }  # fmt: skip


def _stated(case: Case, result: Result) -> Mapping[str, str | None]:
    """What the proposal says, and what its name comes to."""
    proposal = result.proposal
    code = proposal.jurisdiction
    return {
        "序号": str(proposal.row),
        "名称": proposal.name,
        "专名": result.specific,
        "通名": result.generic,
        "读音": result.reading,
        "罗马字母拼写": result.romanization,
        "读音待核": "、".join(result.unsure),
        "地名类别": proposal.feature_class.zh,
        "事项": proposal.action.zh,
        "原名": proposal.old_name,
        "政区代码": code,
        "所属政区": None if code is None else case.area(code) or code,
        "起点": proposal.start,
        "止点": proposal.end,
        "走向": proposal.orientation,
        "等级": proposal.grade,
        "含义": proposal.meaning,
        "理由": proposal.ground,
        "批准机关": proposal.authority,
        "批准时间": _day(proposal.approved_on),
        "报备时间": _day(proposal.filed_on),
        "公告时间": _day(proposal.published_on),
        "地名代码": proposal.code,
        **_measured(proposal),
    }


def _measured(proposal: Proposal) -> Mapping[str, str | None]:
    kind = proposal.width_kind
    said = {None: "", "red-line": "（红线）", "kerb": "（路缘）"}[kind and kind.value]
    return {
        "长度": None if proposal.length_m is None else f"{proposal.length_m:g} 米",
        "宽度": None if proposal.width_m is None else f"{proposal.width_m} 米{said}",
        "规模": "，".join(measures(proposal)),
        "位置描述": position(proposal),
    }


def _day(iso: str | None) -> str | None:
    return None if iso is None else day_words(iso)


def _known(stated: Mapping[str, str | None]) -> Facts:
    return {name: value for name, value in stated.items() if value}
