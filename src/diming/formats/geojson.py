"""Checks GeoJSON before a GIS library reads it: where it breaks, and which system it states.

GDAL takes a system it does not know as WGS 84, without a word; here it is refused.
"""

from __future__ import annotations

import json
from typing import Any

from diming.errors import CoordinateError, InputError, Where
from diming.geo import crs as systems

_MEND = (
    "重新导出 GeoJSON；文件可能只传了一半",
    "export the GeoJSON again; it may have been broken off on the way",
)


def parsed(text: str, file: str) -> Any:
    """What the JSON in `text` holds; raises InputError with line and column where it breaks."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(
            f"JSON 在此处断开或写错（{error.msg}）",
            f"the JSON is broken here ({error.msg})",
            mend=_MEND,
            where=Where(file=file, row=error.lineno, column=error.colno),
        ) from None
    except RecursionError:
        raise InputError(
            "JSON 嵌套过深", "the JSON is nested too deeply", mend=_MEND, where=Where(file=file)
        ) from None


def stated_system(content: Any, where: Where) -> str | None:
    """The system in the member `crs` of GeoJSON 2008; None when there is no such member.

    Raises CoordinateError for one that cannot be resolved, null among them: it says (section 3)
    that no system can be assumed.
    """
    if not isinstance(content, dict) or "crs" not in content:
        return None
    system = _name(content["crs"])
    try:
        systems.name(system)
    except CoordinateError as error:
        raise CoordinateError(error.zh, error.en, mend=error.mend, where=where) from None
    return system


def check_count(content: Any, read: int, where: Where) -> None:
    """Raises InputError when something among the features is none, which GDAL passes over."""
    features = content.get("features") if isinstance(content, dict) else None
    if isinstance(features, list) and len(features) != read:
        raise InputError(
            f"features 有 {len(features)} 项，只读出 {read} 个要素",
            f"there are {len(features)} features; {read} could be read",
            mend=_MEND,
            where=where,
        )


def _name(member: Any) -> str:
    """`EPSG:4490`, `urn:ogc:def:crs:EPSG::4490` … as the member has it; '' when it has none."""
    properties = member.get("properties") if isinstance(member, dict) else None
    if not isinstance(properties, dict):
        return ""
    if member.get("type") == "EPSG":
        return f"EPSG:{properties.get('code', '')}"
    return str(properties.get("name") or "")
