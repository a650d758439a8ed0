"""Draws a laid-out map as SVG, and that as PNG for word processors: ink on white, no colour needed.

Everything is a presentation attribute, so that a page whose policy allows no inline style shows it.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import shapely

from diming.emit.documents.locator import SIDE
from diming.emit.documents.scene import HEIGHT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from diming.emit.documents.labels import Label
    from diming.emit.documents.scene import Scene, Shape

_FONT = (
    "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, SimHei, "
    "WenQuanYi Micro Hei, sans-serif"
)
_DOTS_PER_INCH = 300
# Strokes in millimetres: what is proposed is heavy and whole, a rival dashed, the rest thin.
_STROKES = {
    "boundary": 'stroke="#555" stroke-width="0.35" stroke-dasharray="3 0.9 0.6 0.9"',
    "around": 'stroke="#999" stroke-width="0.25"',
    "metres": 'stroke="#000" stroke-width="0.2" stroke-dasharray="0.5 0.7"',
    "rival": 'stroke="#000" stroke-width="0.7" stroke-dasharray="2.4 1.1"',
    "proposal": 'stroke="#000" stroke-width="1.5"',
}
_INK = {"around": "#666", "area": "#555"}


def svg(scene: Scene) -> str:
    """The map as an SVG element, as wide and high in millimetres as it was laid out."""
    return "".join(_parts(scene))


def png(text: str) -> bytes:
    """An SVG of `svg` as a PNG of 300 dots an inch."""
    import resvg_py

    return resvg_py.svg_to_bytes(svg_string=text, dpi=_DOTS_PER_INCH)


def _parts(scene: Scene) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="map" width="{WIDTH:g}mm" '
        f'height="{HEIGHT:g}mm" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img" '
        f'aria-label="位置图" font-family="{_FONT}" fill="none">'
        f'<rect width="{WIDTH:g}" height="{HEIGHT:g}" fill="#fff"/>'
    )
    for shape in scene.shapes:
        yield from _shape(shape)
    for label in scene.labels:
        yield _label(label)
    yield from _locator(scene)
    yield from _bar(*scene.bar)
    yield _NORTH
    yield (
        f'<rect x="0.2" y="0.2" width="{WIDTH - 0.4:g}" height="{HEIGHT - 0.4:g}" '
        'stroke="#000" stroke-width="0.4"/></svg>'
    )


def _shape(shape: Shape) -> Iterator[str]:
    stroke = _STROKES.get(shape.role, "")
    points = [part for part in shapely.get_parts(shape.geometry) if part.geom_type == "Point"]
    for point in points if shape.role != "area" else ():
        yield _spot(shape.role, point.x, point.y)
        if shape.radius:
            yield (
                f'<circle cx="{point.x:.2f}" cy="{point.y:.2f}" r="{shape.radius:.2f}" '
                'stroke="#000" stroke-width="0.15" stroke-dasharray="0.8 0.6"/>'
            )
    if path := _path(shape.geometry):
        if shape.role in {"proposal", "rival"}:
            yield f'<path d="{path}" stroke="#fff" stroke-width="2.3" stroke-linecap="round"/>'
        yield f'<path d="{path}" {stroke} stroke-linejoin="round"/>'


def _spot(role: str, x: float, y: float) -> str:
    """A point: full for the proposal, an open square for a rival, a dot for what lies around."""
    if role == "proposal":
        return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="1.3" fill="#000"/>'
    if role == "rival":
        return (
            f'<rect x="{x - 1:.2f}" y="{y - 1:.2f}" width="2" height="2" fill="#fff" '
            'stroke="#000" stroke-width="0.4"/>'
        )
    return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="0.45" fill="#888"/>'


def _path(geometry: BaseGeometry) -> str:
    return "".join(
        "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y, *_ in line.coords) for line in _lines(geometry)
    )


def _lines(geometry: BaseGeometry) -> Iterator[BaseGeometry]:
    """Every line and every ring of a shape."""
    for part in shapely.get_parts(geometry):
        if part.geom_type == "Polygon":
            yield part.exterior
            yield from part.interiors
        elif part.geom_type == "GeometryCollection":
            yield from _lines(part)
        elif part.geom_type != "Point":
            yield part


def _label(label: Label) -> str:
    ink = _INK.get(label.role, "#000")
    weight = ' font-weight="bold"' if label.role == "proposal" else ""
    return (
        f'<text x="{label.x:.2f}" y="{label.y:.2f}" font-size="{label.size:g}"{weight} '
        f'fill="{ink}" stroke="#fff" stroke-width="{label.size * 0.26:.2f}" '
        f'stroke-linejoin="round" paint-order="stroke">{escape(label.text)}</text>'
    )


def _locator(scene: Scene) -> Iterator[str]:
    """The corner: the county's outline, a cross-hair at the place, the county's name."""
    found = scene.locator
    if found is None:
        return
    x, y = found.at
    yield (
        f'<g transform="translate({scene.corner[0]:g} {scene.corner[1]:g})">'
        f'<rect width="{SIDE:g}" height="{SIDE:g}" fill="#fff" stroke="#000" stroke-width="0.25"/>'
        f'<path d="{_path(found.outline)}Z" fill="#eee" stroke="#555" stroke-width="0.2"/>'
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="1.1" fill="#fff" stroke="#000" stroke-width="0.5"/>'
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="0.35" fill="#000"/>'
        f'<text x="{SIDE / 2:g}" y="{SIDE - 1.4:g}" text-anchor="middle" font-size="2.6" '
        f'fill="#000">{escape(found.name)}</text></g>'
    )


def _bar(metres: float, across: float) -> Iterator[str]:
    """The scale bar in two halves, black and white, on a white ground."""
    said = f"{metres:g} 米" if metres < 1000 else f"{metres / 1000:g} 公里"
    x, y = 4.0, HEIGHT - 3.4
    yield (
        f'<rect x="{x - 2}" y="{y - 4.4:g}" width="{across + 15:.2f}" height="6.4" fill="#fff"/>'
        f'<rect x="{x}" y="{y:g}" width="{across / 2:.2f}" height="1.1" fill="#000"/>'
        f'<rect x="{x}" y="{y:g}" width="{across:.2f}" height="1.1" stroke="#000" '
        'stroke-width="0.2"/>'
    )
    for at, text in ((x, "0"), (x + across, said)):
        anchor = "middle" if text == "0" else "start"
        shift = 0 if text == "0" else -1.2
        yield (
            f'<text x="{at + shift:.2f}" y="{y - 1:g}" font-size="2.6" text-anchor="{anchor}" '
            f'fill="#000">{said if text != "0" else "0"}</text>'
        )


_NORTH = (
    f'<g transform="translate({WIDTH - 7:g} 3)" fill="#000"><rect x="-3.5" y="-1" width="7" '
    'height="14" fill="#fff"/><path d="M0 4.2 2.3 11.6 0 9.9Z"/><path d="M0 4.2-2.3 11.6 0 9.9Z" '
    'fill="#fff" stroke="#000" stroke-width="0.25"/><text y="3.2" text-anchor="middle" '
    'font-size="3.2">北</text></g>'
)
