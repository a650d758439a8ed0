"""Reads at which roads an applicant says that a road ends: 北起兴港路, 至太白楼路与古槐路交叉口."""

from __future__ import annotations

import re

from diming.model import FeatureClass
from diming.names.parse import longest_generic

_NOTE = re.compile(r"[（(〔\[].*?[)）〕\]]")
_SPLIT = re.compile(r"[与和及、，,;；/]|交叉|交汇|路口")
_LEAD = re.compile(
    r"(?:[东南西北]{1,2}(?=[起至到止接自]))?(?:起点|终点)?(?:起于|起自|始于|止于|起|止|至|到|接|自|由|从|为)?"
)
_STATE = re.compile(r"^(?:现状|规划|已建|拟建|在建|现有)")
_TAIL = re.compile(r"(?:[东南西北]{1,2}(?:侧|端|段|口)|口|处|附近|一带)+$")
# 以东200米, 约50米: the end is told from the road and does not lie on it.
_OFF = re.compile(r"\d|以[东南西北]|[一二三四五六七八九十百两]+米")


def roads_told(text: str | None) -> tuple[frozenset[str], ...]:
    """The roads that an end is said to lie at, each as the names that may be meant.

    至善路 may be a road of that name, or 善路 with 至 before it: whoever asks knows which exists.
    """
    told = []
    for piece in _SPLIT.split(_NOTE.sub("", (text or "").strip())):
        plain = _TAIL.sub("", piece.strip())
        if not plain or _OFF.search(plain):
            continue
        led = _LEAD.match(plain)
        bare = plain[led.end() :] if led else plain
        names = frozenset(
            name
            for name in (plain, bare, _STATE.sub("", bare), _STATE.sub("", plain))
            if _is_road(name)
        )
        if names:
            told.append(names)
    return tuple(told)


def _is_road(text: str) -> bool:
    generic = longest_generic(text)
    if generic is None or FeatureClass.ROAD not in generic.classes:
        return False
    return len(text) > len(generic.text)
