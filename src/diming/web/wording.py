"""Says codes, dates and measures the way a Chinese page does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diming.emit.as_hits import WHYS, years
from diming.model import FeatureClass, Match, ToponymKind, ToponymStatus, Verdict
from diming.model.place import year_of
from diming.names.reading import read
from diming.service.searching.area_paths import area_path
from diming.web.current import counter

if TYPE_CHECKING:
    from flask import Flask

_KINDS = {
    ToponymKind.STANDARD: "标准地名",
    ToponymKind.FORMER: "曾用名",
    ToponymKind.ALIAS: "别名",
    ToponymKind.ABBREVIATION: "简称",
}
_STATUSES = {
    ToponymStatus.PROPOSED: "拟议",
    ToponymStatus.RESERVED: "预命名",
    ToponymStatus.IN_USE: "在用",
    ToponymStatus.HISTORICAL: "历史地名",
    ToponymStatus.ABOLISHED: "已注销",
}
_MATCHES = {
    Match.SAME: "同名",
    Match.SAME_SPECIFIC: "专名相同",
    Match.SOUND: "同音",
    Match.SOUND_TONELESS: "同音不同调",
    "shape": "形近",
    "edit": "仅一字之差",
}
_MISSING = {
    "registry": "地名库", "jurisdiction": "政区", "geometry": "线位", "orientation": "走向",
    "length_m": "长度", "width_m": "宽度", "width_kind": "宽度口径", "meaning": "含义",
    "old_name": "原名", "grade": "等级", "start": "起点", "end": "止点", "reading": "读音",
    "romanization": "罗马字母拼写", "ground": "更名理由", "authority": "批准机关",
    "filed_on": "备案日期", "published_on": "公告日期",
}  # fmt: skip

_REFERENCE = re.compile(r"[;；,，、\s]*(?<!\w)[a-z]+:\d+(?!\w)", re.ASCII)


def install(app: Flask) -> None:
    """Gives the templates these words."""
    app.jinja_env.filters.update(
        area=area_words, distance=distance, in_words=year_words, kind_zh=kind_zh,
        match_zh=match_zh, missing_zh=missing_zh, remark=remark, ruby=ruby, status_zh=status_zh,
        why_zh=why_zh, years=years,
    )  # fmt: skip
    app.jinja_env.globals.update(classes=tuple(FeatureClass), verdicts=tuple(Verdict))


def distance(metres: float) -> str:
    """812 米, 1.6 公里."""
    return f"{metres:.0f} 米" if metres < 1000 else f"{metres / 1000:.1f} 公里"


def year_words(date: str | None) -> str:
    """1271 → 1271 年, -0484 → 公元前 484 年, 1983-05-03 → 1983 年 5 月 3 日, None → 不详."""
    year = year_of(date)
    if year is None or date is None:
        return "不详"
    words = f"公元前 {-year} 年" if year < 0 else f"{year} 年"
    for part, unit in zip(date.lstrip("-").split("-")[1:], ("月", "日"), strict=False):
        words += f" {int(part)} {unit}"
    return words


def area_words(code: str | None) -> str:
    """The path of areas of a code; what is no code is given back as it is."""
    if code is None or not (code.isascii() and code.isdigit()):
        return code or ""
    return area_path(counter().store, code) or code


def kind_zh(kind: ToponymKind) -> str:
    """What a name is to its place."""
    return _KINDS[kind]


def status_zh(status: ToponymStatus) -> str:
    """Where a name stands in its life."""
    return _STATUSES[status]


def match_zh(match: str) -> str:
    """How a rival is like the proposed name: sound-fold:in-ing → 近音 in-ing."""
    return _MATCHES.get(match) or match.replace("sound-fold:", "近音 ")


def missing_zh(field: str) -> str:
    """What a check lacked."""
    return _MISSING.get(field, field)


def remark(note: str | None) -> str:
    """A note without the references of machines: 明故城内;osm:430301280 → 明故城内."""
    return _REFERENCE.sub("", note or "").strip()


def why_zh(why: str) -> str:
    """How a search hit met what was typed, empty when the marked characters show it."""
    return WHYS[why] if why in ("spelling", "initials") else ""


def ruby(name: str, given: str | None = None) -> list[tuple[str, str, bool]]:
    """Each character with its syllable, and whether somebody must still confirm that."""
    reading = read(name, given=given)
    return [
        (char, syllable if syllable != char else "", at in reading.unsure)
        for at, (char, syllable) in enumerate(zip(name, reading.syllables, strict=True))
    ]
