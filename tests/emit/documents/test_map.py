"""The map of a paper is true to scale, says what it shows, and needs no colour."""

from __future__ import annotations

import struct
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point

from diming.emit.documents.drawing import png, svg
from diming.emit.documents.labels import Wish, placed, width
from diming.emit.documents.rivals import distance_words, mark, match_words, rivals_of
from diming.emit.documents.scene import HEIGHT, WIDTH, Scene, scene
from diming.geo.measure import length_m

from .conftest import CHANGSHAN, DRAWN

if TYPE_CHECKING:
    from diming.emit.documents.facts import Case
    from diming.registry.store import Store


@pytest.fixture
def drawn(case: Case, store: Store) -> Scene:
    found = scene(CHANGSHAN, rivals_of(case.review.results[0], store), store)
    assert found is not None
    return found


def test_the_scale_bar_agrees_with_the_road(drawn: Scene) -> None:
    metres, across = drawn.bar
    road = next(shape.geometry for shape in drawn.shapes if shape.role == "proposal")
    assert road.length * metres / across == pytest.approx(length_m(DRAWN), rel=1e-3)


def test_north_is_up_and_east_is_right(drawn: Scene) -> None:
    shapes = {shape.role: shape.geometry for shape in drawn.shapes}
    (left, _), (right, _) = shapes["proposal"].coords
    assert left < right
    assert shapes["rival"].centroid.y > shapes["proposal"].centroid.y  # it lies to the south


def test_a_near_rival_is_drawn_with_its_metres_and_a_far_one_is_named(drawn: Scene) -> None:
    written = {label.text for label in drawn.labels}
    assert {"常山路", "①长山路", "479 米"} <= written
    assert [rival.name for rival in drawn.beyond] == ["昌山路"]


def test_what_lies_around_and_the_county_are_shown(drawn: Scene) -> None:
    assert "体育馆" in {label.text for label in drawn.labels}
    assert drawn.locator is not None
    assert drawn.locator.name == "任城区"


def test_no_geometry_no_map(store: Store) -> None:
    assert scene(replace(CHANGSHAN, geometry=None), (), store) is None


def test_without_a_registry_the_road_alone_is_drawn() -> None:
    found = scene(CHANGSHAN, (), None)
    assert found is not None
    assert [label.text for label in found.labels] == ["常山路"]


def test_a_point_can_be_drawn() -> None:
    found = scene(replace(CHANGSHAN, geometry=Point(116.58, 35.42)), (), None)
    assert found is not None
    assert "<circle" in svg(found)


def test_the_drawing_is_one_svg_without_inline_style_or_colour(drawn: Scene) -> None:
    text = svg(drawn)
    root = ElementTree.fromstring(text)  # noqa: S314 - our own
    assert root.attrib["width"] == f"{WIDTH:g}mm"
    assert "style=" not in text
    inks = {
        value for element in root.iter() for name in ("fill", "stroke")
        if (value := element.get(name))
    } - {"none"}  # fmt: skip
    assert all(len(set(ink.removeprefix("#"))) == 1 for ink in inks), inks


def test_a_name_cannot_break_the_drawing() -> None:
    found = scene(replace(CHANGSHAN, name="<a>&路"), (), None)
    assert found is not None
    ElementTree.fromstring(svg(found))  # noqa: S314 - our own


def test_the_picture_has_300_dots_an_inch(drawn: Scene) -> None:
    picture = png(svg(drawn))
    assert picture.startswith(b"\x89PNG")
    across, high = struct.unpack(">II", picture[16:24])
    assert across == pytest.approx(WIDTH / 25.4 * 300, abs=1.5)
    assert high == pytest.approx(HEIGHT / 25.4 * 300, abs=1.5)


@given(
    st.lists(
        st.tuples(
            st.floats(0, WIDTH), st.floats(0, HEIGHT),
            st.text("济宁路Road", min_size=1, max_size=9), st.sampled_from(["around", "area"]),
        ),
        max_size=30,
    )
)  # fmt: skip
def test_labels_neither_meet_nor_leave_the_sheet(
    asked: list[tuple[float, float, str, str]],
) -> None:
    wishes = [Wish(role, text, Point(x, y), 2.5) for x, y, text, role in asked]
    taken = (0.0, 0.0, 20.0, 20.0)
    boxes = [taken]
    for label in placed(wishes, taken=[taken], size=(WIDTH, HEIGHT)):
        high = label.size * 1.1
        bottom = label.y + 0.2 * label.size
        box = (label.x, bottom - high, label.x + width(label.text, label.size), bottom)
        assert box[0] >= 0
        assert box[1] >= 0
        assert box[2] <= WIDTH
        assert box[3] <= HEIGHT
        for other in boxes:
            apart = (
                box[2] <= other[0] + 1e-6 or other[2] <= box[0] + 1e-6
                or box[3] <= other[1] + 1e-6 or other[3] <= box[1] + 1e-6
            )  # fmt: skip
            assert apart
        boxes.append(box)


def test_words_of_rivals() -> None:
    assert match_words("sound-fold:in-ing") == "近音（in-ing）"
    assert match_words("same") == "同名"
    assert match_words(None) == ""
    assert (distance_words(812.4), distance_words(1620)) == ("812 米", "1.6 公里")
    assert (mark(1), mark(20), mark(21)) == ("①", "⑳", "(21)")
