"""Roads drawn with letters: their corners are visited in alphabetical order."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiLineString, Point, box
from shapely.affinity import affine_transform, rotate

from diming.geo.measure import axis
from diming.model import Axis

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

CELL = 0.001  # degrees of latitude, about 111 m
ORIGIN = Point(116.5, 35.4)


def true(drawing: BaseGeometry) -> BaseGeometry:
    """The drawing in cells, laid at Jining so that a cell is as wide as it is high."""
    wide, high = CELL / math.cos(math.radians(ORIGIN.y)), CELL
    return affine_transform(drawing, [wide, 0, 0, high, ORIGIN.x, ORIGIN.y])


def drawn(picture: str) -> LineString:
    """The line through the letters of an ASCII picture, A to B to C and on."""
    spots = {
        letter: (column, -row)
        for row, text in enumerate(picture.splitlines())
        for column, letter in enumerate(text)
        if letter.isalpha()
    }
    return LineString([spots[letter] for letter in sorted(spots)])


PICTURES = [
    ("A          B", Axis.EAST_WEST),
    ("A\n\n      B\n            C", Axis.EAST_WEST),
    ("A\n\n\n\nB", Axis.NORTH_SOUTH),
    (" A\n\n\nB\n\n\n C", Axis.NORTH_SOUTH),
    ("A\n\n\n\n    B", Axis.DIAGONAL),
    ("A\n\n\n\nB   C", Axis.BENT),
    ("A\n\n\n\n\nBC", Axis.NORTH_SOUTH),
    ("A    D\n\n\n\nB    C", Axis.BENT),
    ("AE   D\n\n\n\nB    C", Axis.RING),
]


@pytest.mark.parametrize(("picture", "expected"), PICTURES)
def test_a_drawn_road_has_the_axis_one_sees(picture: str, expected: Axis) -> None:
    line = drawn(picture)
    assert axis(true(line)) is expected
    assert axis(true(line.reverse())) is expected


def test_a_closed_line_round_a_block_is_a_ring_and_there_and_back_is_not() -> None:
    assert axis(true(LineString(box(0, 0, 6, 4).exterior))) is Axis.RING
    assert axis(true(LineString(box(0, 0, 60, 1).exterior))) is Axis.EAST_WEST


def test_two_carriageways_run_as_one() -> None:
    both = MultiLineString([[(0, 0), (9, 1)], [(9, 1.3), (0, 0.3)]])
    assert axis(true(both)) is Axis.EAST_WEST


def test_a_ring_in_pieces_is_a_ring() -> None:
    pieces = MultiLineString([[(0, 0), (5, 0), (5, 5)], [(5, 5), (0, 5), (0, 0)]])
    assert axis(true(pieces)) is Axis.RING


def test_what_is_no_line_has_no_axis() -> None:
    assert axis(ORIGIN) is None
    assert axis(box(116, 35, 117, 36)) is None
    assert axis(LineString()) is None


@given(st.floats(-180, 180))
def test_a_straight_road_goes_by_its_angle_alone(angle: float) -> None:
    off_east = abs((angle + 90) % 180 - 90)
    line = true(rotate(LineString([(-10, 0), (10, 0)]), angle, origin=(0, 0)))
    if off_east < 29:
        assert axis(line) is Axis.EAST_WEST
    elif 31 < off_east < 59:
        assert axis(line) is Axis.DIAGONAL
    elif off_east > 61:
        assert axis(line) is Axis.NORTH_SOUTH
