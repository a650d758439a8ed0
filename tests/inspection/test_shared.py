"""The line two areas share: exact, in one direction, and nothing where they only touch."""

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiLineString, Polygon, box
from shapely.geometry.base import BaseGeometry

from diming.inspection.shared import ends, shared_line


def line_of(one: BaseGeometry, other: BaseGeometry) -> MultiLineString:
    line = shared_line(one, other)
    assert line is not None
    return line


def test_side_by_side_areas_share_the_side_from_north_to_south() -> None:
    #  ┌───┬───┐
    #  │ a │ b │
    #  └───┴───┘
    line = line_of(box(116, 35, 116.1, 35.1), box(116.1, 35, 116.2, 35.1))
    assert line.equals_exact(MultiLineString([[(116.1, 35.1), (116.1, 35)]]))


def test_stacked_areas_share_the_side_from_west_to_east() -> None:
    line = line_of(box(116, 35, 116.1, 35.1), box(116, 35.1, 116.1, 35.2))
    assert line.equals_exact(MultiLineString([[(116, 35.1), (116.1, 35.1)]]))


def test_at_this_latitude_a_degree_east_is_shorter_than_a_degree_north() -> None:
    # 0.11° of longitude is 10.0 km here and 0.1° of latitude 11.1 km: north to south.
    slant = [(116.11, 35.0), (116.0, 35.1)]
    line = line_of(Polygon([*slant, (116, 35)]), Polygon([*slant, (116.11, 35.1)]))
    assert ends(line) == ((116.0, 35.1), (116.11, 35.0))


def test_a_line_interrupted_by_a_third_area_keeps_its_parts_in_order() -> None:
    #  ┌─────────┐
    #  │ ┌─┐ a   │
    #  ├─┤c├─────┤
    #  │ └─┘ b   │
    #  └─────────┘
    enclave = box(116.02, 35.09, 116.03, 35.11)
    north = box(116, 35.1, 116.1, 35.2) - enclave
    south = box(116, 35, 116.1, 35.1) - enclave
    line = line_of(north, south)
    assert [list(part.coords) for part in line.geoms] == [
        [(116.0, 35.1), (116.02, 35.1)],
        [(116.03, 35.1), (116.1, 35.1)],
    ]
    assert ends(line) == ((116.0, 35.1), (116.1, 35.1))


def test_land_of_one_side_inside_the_other_is_a_closed_part() -> None:
    enclave = box(116.04, 35.04, 116.05, 35.05)
    main = box(116.1, 35, 116.2, 35.1)
    around = box(116, 35, 116.1, 35.1) - enclave
    line = shared_line(shapely.union(main, enclave), around)
    assert line is not None
    assert sorted(part.is_ring for part in line.geoms) == [False, True]


def test_an_area_inside_another_has_a_line_that_ends_where_it_begins() -> None:
    inner = box(116.04, 35.04, 116.05, 35.05)
    line = line_of(inner, box(116, 35, 116.1, 35.1) - inner)
    first, last = ends(line)
    assert line.geoms[0].is_ring
    assert len(line.geoms[0].coords) == 5
    assert first in line.geoms[0].coords
    assert last in line.geoms[0].coords


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(box(116.1, 35.1, 116.2, 35.2), id="a corner"),
        pytest.param(box(116.11, 35, 116.2, 35.1), id="a gap"),
        pytest.param(box(116.05, 35.05, 116.2, 35.2), id="an overlap"),
    ],
)
def test_areas_without_a_common_stretch_share_no_line(other: Polygon) -> None:
    assert shared_line(box(116, 35, 116.1, 35.1), other) is None


def test_a_gap_of_a_millimetre_is_not_closed() -> None:
    other = box(116.1 + 1e-8, 35, 116.2, 35.1)
    assert shared_line(box(116, 35, 116.1, 35.1), other) is None


wiggles = st.lists(
    st.tuples(st.integers(-40_000, 40_000), st.integers(1, 9_000)), min_size=1, max_size=25
)


@given(wiggles)
def test_the_shared_line_is_the_drawn_one_vertex_for_vertex(
    steps: list[tuple[int, int]],
) -> None:
    lat, middle = 35.0, [(116.5, 35.0)]
    for offset, rise in steps:
        lat = round(lat + rise / 1e6, 6)
        middle.append((round(116.5 + offset / 1e6, 6), lat))
    west = Polygon([*middle, (116.0, lat), (116.0, 35.0)])
    east = Polygon([*middle, (117.0, lat), (117.0, 35.0)])
    line = line_of(west, east)
    assert len(line.geoms) == 1
    assert set(line.geoms[0].coords) == set(middle)
    assert line.normalize() == MultiLineString([middle]).normalize()
    assert line_of(east, west) == line
