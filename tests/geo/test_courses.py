"""Roads drawn on squared paper: what lies together, where ends are, what goes on from them."""

import math
from itertools import pairwise

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiLineString
from shapely.affinity import rotate, translate
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from diming.geo.courses import alignments, ends, in_line, joined, joints, together_m

STREET = LineString([(0, 0), (400, 0)])


def cut(line: LineString, at: set[int]) -> MultiLineString:
    """The same line drawn as several segments, cut at twentieths of its length."""
    spots = [0, *sorted(at), 20]
    parts = [substring(line, a / 20, b / 20, normalized=True) for a, b in pairwise(spots)]
    return MultiLineString([part.coords for part in parts])


def met(one: BaseGeometry, other: BaseGeometry) -> int:
    return len(joints(ends(one), ends(other), 30, 20))


@pytest.mark.parametrize(
    ("other", "meet"),
    [
        ([(400, 0), (800, 0)], 1),  # ──┼──
        ([(420, 5), (800, 20)], 1),  # across a crossing
        ([(800, 0), (400, 0)], 1),  # drawn the other way round
        ([(400, 0), (400, 300)], 0),  # ──┘
        ([(200, 0), (200, 300)], 0),  # ┬
        ([(200, 0), (800, 0)], 0),  # begins half way
        ([(500, 0), (800, 0)], 0),  # too far
        ([(400, 0), (100, 10)], 0),  # comes back beside it
        ([(300, 0), (900, 0)], 0),
    ],
)
def test_a_road_goes_on_where_ends_meet_and_the_way_is_straight(
    other: list[tuple[float, float]], meet: int
) -> None:
    assert met(STREET, LineString(other)) == meet
    assert met(LineString(other), STREET) == meet


def test_a_ring_has_no_ends() -> None:
    ring = LineString([(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)])
    assert ends(ring) == ()


def test_a_road_does_not_end_at_a_crossing_it_goes_on_behind() -> None:
    both = MultiLineString([[(0, 0), (400, 0)], [(440, 0), (800, 0)]])  # ───  ───
    assert {(end.x, end.y) for end in ends(both)} == {(0, 0), (800, 0)}


def test_two_carriageways_end_side_by_side() -> None:
    both = MultiLineString([[(0, 0), (400, 0)], [(400, 10), (0, 10)]])
    assert len(ends(both)) == 4


def test_what_only_crosses_lies_together_for_the_width_of_the_band() -> None:
    across = LineString([(200, -300), (200, 300)])
    beside = LineString([(100, 5), (300, 5)])
    assert together_m(STREET, [across, beside], 10) == pytest.approx([20, 200])
    assert together_m(STREET, [], 10) == []


def test_pieces_far_from_each_other_are_several_the_longest_first() -> None:
    line = MultiLineString([[(0, 0), (10, 0)], [(5000, 0), (5400, 0)], [(5500, 0), (5600, 0)]])
    assert [round(piece.length) for piece in alignments(line, 1000)] == [500, 10]
    assert len(alignments(line, 6000)) == 1


def test_a_gap_in_a_straight_road_is_told_from_another_road() -> None:
    assert in_line(STREET, LineString([(2000, 0), (2400, 0)]), 20)
    assert not in_line(STREET, LineString([(2000, 0), (2000, 400)]), 20)
    assert not in_line(STREET, LineString([(2000, 900), (2400, 900)]), 20)


def test_what_is_no_line_has_no_course() -> None:
    assert joined(shapely.Point(0, 0)) == ()
    assert ends(shapely.Point(0, 0)) == ()


SPOT = st.tuples(st.integers(-2000, 2000), st.integers(-2000, 2000))
LINES = st.lists(SPOT, min_size=2, max_size=5, unique=True).map(LineString)
CUTS = st.sets(st.integers(1, 19), max_size=3)


def as_found(line: BaseGeometry) -> list[float]:
    found = sorted(tuple(round(part, 1) for part in (e.x, e.y, e.dx, e.dy)) for e in ends(line))
    return [part for end in found for part in end]


@given(LINES.filter(lambda line: line.is_simple and line.length > 200), CUTS)
def test_neither_the_cuts_nor_the_way_it_was_drawn_move_an_end(
    line: LineString, at: set[int]
) -> None:
    assert as_found(cut(line, at)) == pytest.approx(as_found(line), abs=0.11)
    assert as_found(line.reverse()) == as_found(line)


@given(LINES, LINES, CUTS)
def test_the_stretch_together_is_the_same_however_it_is_cut(
    one: LineString, other: LineString, at: set[int]
) -> None:
    (whole,) = together_m(one, [other], 10)
    turned = together_m(one.reverse(), [other.reverse()], 10)
    assert turned == pytest.approx([whole], abs=0.1)
    if other.is_simple:
        assert together_m(one, [cut(other, at)], 10) == pytest.approx([whole], abs=0.1)


@given(st.integers(-9000, 9000), st.integers(-9000, 9000), st.floats(0, 2 * math.pi))
def test_where_and_which_way_round_two_roads_lie_makes_no_difference(
    east: int, north: int, turn: float
) -> None:
    on, off = LineString([(410, 3), (800, 30)]), LineString([(410, 3), (410, 300)])

    def moved(line: BaseGeometry) -> BaseGeometry:
        turned = rotate(line, turn, origin=(0, 0), use_radians=True)
        return translate(turned, east, north)

    assert met(moved(STREET), moved(on)) == 1
    assert met(moved(STREET), moved(off)) == 0
