"""Lists the lines between counties: whose they are, how long, where they run, what they may serve.

The polygons of a registry are reference polygons, so every line drawn from them is a reference
line (参考线); 行政区域界线管理条例 第十四条 says which map governs the legal one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from diming.errors import NotFoundError, UsageError
from diming.geo.measure import length_m
from diming.inspection.shared import ends, shared_line
from diming.model import BoundaryLine, Jurisdiction, Level, LineStatus, within

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from diming.registry.store import Store

_MEND = (
    "先导入县级行政区域的多边形，或核对政区代码（县级及以上，6 位）",
    "load the polygons of the counties first, or check the code (county or above, 6 digits)",
)


def lines(store: Store, code: str) -> list[BoundaryLine]:
    """Every line between two counties of which at least one is `code` or lies in it, by codes.

    Counties without a polygon have no lines. Raises NotFoundError when `code` has no polygon.
    """
    counties = _counties(store)
    tree = shapely.STRtree([geometry for _, geometry in counties])
    pairs = {
        (min(index, other), max(index, other))
        for index in _inside(counties, code)
        for other in tree.query(counties[index][1]).tolist()
        if other != index
    }
    drawn = (_draw(store, counties[one], counties[other]) for one, other in sorted(pairs))
    return [line for line in drawn if line is not None]


def line(store: Store, one: str, other: str) -> BoundaryLine:
    """The line between two counties, whichever is named first.

    Raises UsageError when both are the same, NotFoundError when a county has no polygon or the two
    have no line in common.
    """
    if one == other:
        raise UsageError(
            f"界线的两侧不能是同一个政区（{one}）",
            f"a line has two different sides, not {one} twice",
            mend=("给出两个不同的县级代码", "give two different county codes"),
        )
    side_a, side_b = (_county(store, code) for code in sorted((one, other)))
    drawn = _draw(store, side_a, side_b)
    if drawn is None:
        names = [f"{area.name}（{area.adcode}）" for area, _ in (side_a, side_b)]
        raise NotFoundError(
            f"{names[0]}与{names[1]}没有共有的界线",
            f"{side_a[0].name} ({side_a[0].adcode}) and {side_b[0].name} ({side_b[0].adcode}) "
            "share no line",
            mend=(
                f"用 diming boundary lines {one} 查看它有哪些界线",
                f"diming boundary lines {one} lists the lines it has",
            ),
        )
    return drawn


def open_outline_m(store: Store, code: str) -> float:
    """Metres of the counties' outlines in `code` that are in no line: coast, or no neighbour filed.

    More than a rounding error away from a coast means lines are missing because a neighbouring
    polygon is, or because the two outlines do not agree vertex for vertex.
    """
    counties = _counties(store)
    outline = sum(length_m(counties[index][1].boundary) for index in _inside(counties, code))
    in_lines = sum(
        found.length_m * sum(within(side, code) for side in (found.side_a, found.side_b))
        for found in lines(store, code)
    )
    return max(outline - in_lines, 0.0)


# A county and its polygon, which is known to be there.
_County = tuple[Jurisdiction, "BaseGeometry"]


def _counties(store: Store) -> list[_County]:
    """The counties that have a polygon, by code."""
    found = store.jurisdictions(level=Level.COUNTY)
    return sorted(
        ((area, area.geometry) for area in found if area.geometry is not None),
        key=lambda county: county[0].adcode,
    )


def _inside(counties: list[_County], code: str) -> list[int]:
    inside = [index for index, (area, _) in enumerate(counties) if within(area.adcode, code)]
    if len(code) != 6 or not inside:
        raise _no_polygon(code)
    return inside


def _county(store: Store, code: str) -> _County:
    area = store.jurisdiction(code)
    if area is None or area.level is not Level.COUNTY or area.geometry is None:
        raise _no_polygon(code)
    return area, area.geometry


def _no_polygon(code: str) -> NotFoundError:
    return NotFoundError(
        f"地名库中没有 {code} 的县级多边形",
        f"the registry has no county polygon of {code}",
        mend=_MEND,
    )


def _draw(store: Store, side_a: _County, side_b: _County) -> BoundaryLine | None:
    (area_a, polygon_a), (area_b, polygon_b) = side_a, side_b
    geometry = shared_line(polygon_a, polygon_b)
    if geometry is None:
        return None
    return BoundaryLine(
        side_a=area_a.adcode,
        side_b=area_b.adcode,
        name_a=area_a.name,
        name_b=area_b.name,
        level=_level(area_a.adcode, area_b.adcode),
        geometry=geometry,
        length_m=length_m(geometry),
        ends=ends(geometry),
        status=LineStatus.REFERENCE,
        source=_source(store, area_a, area_b),
    )


def _level(side_a: str, side_b: str) -> str:
    """The highest rung the line parts: provinces, prefectures, or only counties (GB/T 2260)."""
    if side_a[:2] != side_b[:2]:
        return "省级"
    return "市级" if side_a[:4] != side_b[:4] else "县级"


def _source(store: Store, *areas: Jurisdiction) -> str:
    """Where the polygons come from, each source once."""
    said = []
    for code in dict.fromkeys(area.source for area in areas if area.source):
        source = store.source(code)
        vintage = f"（{source.vintage}）" if source and source.vintage else ""
        said.append(f"{source.title}{vintage}" if source else code)
    return "；".join(said)
