"""Tells in Chinese words what a rule asks: its parameters leaf by leaf, its weight, its texts."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from diming.model import Axis, Match, WidthKind
from diming.rules.checks import CHECKS
from diming.rules.reach import Reach

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diming.rules.rule import Rule

# The headings of docs/proposals.md.
_STATED: Mapping[str, str] = MappingProxyType(
    {
        "length_m": "长度",
        "start": "起点",
        "end": "止点",
        "grade": "等级",
        "meaning": "含义",
        "romanization": "罗马字母拼写",
        "geometry": "几何",
        "ground": "更名理由",
        "scheme_name": "方案名称",
        "materials": "申报材料",
        "assessment": "综合评估报告",
        "expertise": "专家论证报告",
        "consultation": "征求意见报告",
        "authority": "批准机关",
        "approved_on": "批准日期",
        "filed_on": "备案日期",
        "published_on": "公告日期",
        "code": "地名代码",
    }
)
_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "axes": "走向",
        "built_up": "比对范围",
        "case": "判违反",
        "contained": "夹在专名里至少几个字",
        "days": "期限（日）",
        "exceptions": "例外词表",
        "for_people": "提请核对",
        "grades": "等级的写法",
        "heads": "应写的各项",
        "highest": "最大序数",
        "homographs": "同形词表",
        "length": "长度",
        "lexicon": "词表",
        "lexicons": "词表",
        "longest": "最多几个字",
        "match": "比什么",
        "max_m": "最长（米）",
        "papers": "材料",
        "part": "比名称的哪一部分",
        "refused": "不用的通名",
        "same_site_m": "几米以内算原址",
        "sizes": "",
        "step": "事项",
        "vague": "等于没说的话",
        "whole": "须通名也相同",
        "width": "宽度",
        "width_kind": "宽度口径",
        "words": "写法",
    }
)
_VALUES: Mapping[object, str] = MappingProxyType(
    {
        WidthKind.RED_LINE: "红线",
        WidthKind.KERB: "两道牙之间",
        Axis.EAST_WEST: "东西向",
        Axis.NORTH_SOUTH: "南北向",
        Reach.BUILT_UP: "同一个建成区（以县级政区代替）",
        Reach.URBAN: "市区（各市辖区）",
        Reach.CITY: "全市",
        Match.SAME: "名称相同",
        Match.SAME_SPECIFIC: "专名相同",
        Match.SOUND: "同音",
        Match.SOUND_TONELESS: "不计声调同音",
        Match.SOUND_FOLD: "近音",
        Match.SHAPE: "形近",
        Match.EDIT: "一字之差",
        True: "是",
        False: "否",
    }
)


def params_told(params: BaseModel, *, given_only: bool = False) -> dict[str, str]:
    """The parameters of a rule, label → text: 大道·宽度 → 不小于 40 米.

    `given_only` leaves out what the rule file does not say.
    """
    return dict(_leaves(params, (), given_only))


def rule_told(rule: Rule) -> dict[str, str]:
    """What a rule says beside its parameters, label → text, the most telling first."""
    return {
        "程度": rule.severity.zh,
        "判定": rule.verdict.zh,
        "可说明理由不采纳": _VALUES[rule.overridable],
        "在用地名不查": _VALUES[rule.legacy_exempt],
        "类别": "、".join(sorted(kind.zh for kind in rule.classes)),
        "事项": "、".join(sorted(action.zh for action in rule.actions)),
        "只看写明这些的申请": stated(rule),
        "施行": f"{rule.in_force_from or ''} 至 {rule.in_force_to or '今'}",
        "检查": CHECKS[rule.check].about if rule.check in CHECKS else rule.check,
    }


def texts_told(rule: Rule) -> tuple[str, ...]:
    """The texts a rule rests on, each with where it stands and whether it was seen."""
    return tuple(
        f"《{basis.instrument}》{basis.locator}: {basis.text}"
        + ("" if basis.verified else "（未见官方文本）")
        for basis in rule.basis
    )


def _leaves(value: Any, path: tuple[str, ...], given_only: bool) -> Iterator[tuple[str, str]]:
    if isinstance(value, BaseModel) and type(value).__str__ is BaseModel.__str__:
        for key in type(value).model_fields:
            if given_only and key not in value.model_fields_set:
                continue
            label = _KEYS.get(key, key)
            deeper = (*path, label) if label else path
            yield from _leaves(getattr(value, key), deeper, given_only)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, str(key)), given_only)
    elif value is not None:
        yield "·".join(path), _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, list | tuple | frozenset | set):
        items = map(_plain, sorted(value) if isinstance(value, frozenset | set) else value)
        return "、".join(items)
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, bool | str) and value in _VALUES:
        return _VALUES[value]
    return str(getattr(value, "zh", value))


def stated(rule: Rule) -> str:
    """What a proposal must state to be looked at, "" when any is: "批准日期或备案日期"."""
    return "或".join(zh for field, zh in _STATED.items() if field in rule.stating)
