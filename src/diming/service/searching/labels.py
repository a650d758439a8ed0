"""Says beside a name what it is when it is not simply in use: 曾用名, 历史地名, heritage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.model import ToponymKind, ToponymStatus

if TYPE_CHECKING:
    from diming.model import Toponym

_KINDS = {
    ToponymKind.FORMER: "曾用名",
    ToponymKind.ALIAS: "别名",
    ToponymKind.ABBREVIATION: "简称",
}
_STATUSES = {
    ToponymStatus.HISTORICAL: "历史地名",
    ToponymStatus.ABOLISHED: "已注销",
    ToponymStatus.PROPOSED: "拟议",
    ToponymStatus.RESERVED: "预命名",
}
_LIVE = (ToponymStatus.IN_USE, ToponymStatus.RESERVED)


def label_of(toponym: Toponym, standard: Toponym | None = None) -> str | None:
    """曾用名，今建设路; `standard` is the standard name of the place when this is another."""
    kind = _KINDS.get(toponym.kind)
    if kind and standard is not None:
        kind += f"，{'今' if standard.status in _LIVE else '标准名'}{standard.name}"
    status = None if kind else _STATUSES.get(toponym.status)
    if toponym.heritage and status and toponym.heritage.startswith(status):
        status = None
    return " · ".join(part for part in (kind, status, toponym.heritage) if part) or None
