"""Which lines a jurisdiction has, whose they are, and how they add up on the counties that ship."""

from collections.abc import Callable
from itertools import pairwise

import pytest
import shapely
from pyproj import Geod
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from diming.errors import NotFoundError, UsageError
from diming.geo.measure import length_m
from diming.inspection.lines import line, lines, open_outline_m
from diming.model import LineStatus
from diming.registry.store import Store

Draw = Callable[[dict[str, BaseGeometry | None]], Store]

ELEVEN = [
    "370811", "370812", "370826", "370827", "370828", "370829",
    "370830", "370831", "370832", "370881", "370883",
]  # fmt: skip


def test_jining_has_the_lines_among_its_counties_and_those_with_every_neighbour(
    jining: Store,
) -> None:
    found = lines(jining, "370800")
    inner = [each for each in found if each.side_a in ELEVEN and each.side_b in ELEVEN]
    assert (len(found), len(inner)) == (47, 20)
    assert all(each.side_a in ELEVEN or each.side_b in ELEVEN for each in found)
    assert [(each.side_a, each.side_b) for each in found] == sorted(
        {(each.side_a, each.side_b) for each in found}
    )


def test_six_lines_of_jining_part_provinces(jining: Store) -> None:
    # The pairs of the domain note on 联检, section 1.4.
    found = [each for each in lines(jining, "370800") if each.level == "省级"]
    assert {(each.name_a, each.name_b) for each in found} == {
        ("铜山区", "微山县"),
        ("丰县", "鱼台县"),
        ("丰县", "金乡县"),
        ("沛县", "微山县"),
        ("沛县", "鱼台县"),
        ("梁山县", "台前县"),
    }


@pytest.mark.parametrize("code", ELEVEN)
def test_the_lines_of_a_county_add_up_to_its_outline(jining: Store, code: str) -> None:
    county = jining.jurisdiction(code)
    assert county is not None
    assert county.geometry is not None
    total = sum(each.length_m for each in lines(jining, code))
    assert total == pytest.approx(length_m(county.geometry.boundary), abs=0.001)
    assert open_outline_m(jining, code) == pytest.approx(0, abs=0.001)


def test_where_a_neighbour_is_not_on_file_the_outline_stays_open(jining: Store) -> None:
    #  东平县 also borders counties that do not ship.
    assert open_outline_m(jining, "370923") > 60_000
    assert open_outline_m(jining, "370800") == pytest.approx(0, abs=0.01)


def test_a_line_keeps_every_vertex_of_its_source(jining: Store) -> None:
    for each in lines(jining, "370800"):
        vertices = set(map(tuple, shapely.get_coordinates(each.geometry).tolist()))
        for side in (each.side_a, each.side_b):
            county = jining.jurisdiction(side)
            assert county is not None
            assert vertices <= set(map(tuple, shapely.get_coordinates(county.geometry).tolist()))


def test_length_is_the_sum_of_the_geodesics_between_vertices(jining: Store) -> None:
    ellipsoid = Geod(a=6378137, rf=298.257222101)  # CGCS2000
    for each in lines(jining, "370832"):
        steps = pairwise(each.geometry.geoms[0].coords)
        total = sum(ellipsoid.inv(start[0], start[1], end[0], end[1])[2] for start, end in steps)
        assert each.length_m == pytest.approx(total, abs=1e-6)


def test_liangshan_and_taiqian(jining: Store) -> None:
    found = line(jining, "410927", "370832")
    assert (found.name, found.level) == ("梁山县—台前县线", "省级")
    assert (found.side_a, found.side_b) == ("370832", "410927")
    assert found.status is LineStatus.REFERENCE
    assert found.next_inspection is None
    assert found.source == "天地图 国家基础地理信息中心，审图号 GS(2024)0650号（2024）"
    assert found.length_m == pytest.approx(27_631, abs=1)
    assert found.ends == ((115.869525, 35.864996), (116.043518, 35.982479))
    assert found == line(jining, "370832", "410927")
    assert found in lines(jining, "370832")
    assert found in lines(jining, "410927")


def test_levels_follow_the_codes(jining: Store) -> None:
    assert line(jining, "370829", "370832").level == "县级"
    assert line(jining, "370832", "371725").level == "市级"


def test_counties_that_do_not_touch_have_no_line(jining: Store) -> None:
    with pytest.raises(NotFoundError) as refused:
        line(jining, "370883", "370829")
    for language in ("zh", "en"):
        assert "嘉祥县" in refused.value.text(language)
        assert "邹城市" in refused.value.text(language)


@pytest.mark.parametrize("code", ["999999", "37", "370811003", "济宁市"])
def test_an_unknown_code_is_named_with_the_mend(jining: Store, code: str) -> None:
    with pytest.raises(NotFoundError, match=code):
        lines(jining, code)
    with pytest.raises(NotFoundError, match=code) as refused:
        line(jining, "370832", code)
    assert refused.value.mend[0]


def test_a_prefecture_is_no_side_of_a_county_line(jining: Store) -> None:
    with pytest.raises(NotFoundError, match="370800"):
        line(jining, "370832", "370800")


def test_a_county_has_no_line_with_itself(jining: Store) -> None:
    with pytest.raises(UsageError, match="370832"):
        line(jining, "370832", "370832")


def test_a_tiny_contact_is_kept_and_a_corner_is_not(drawn: Draw) -> None:
    #  ┌───┐        the lower areas meet in 9 m,
    #  │ a ├───┐    a and c in a corner
    #  └─┬─┘ b │
    #  c └─────┘
    store = drawn(
        {
            "370101": box(116, 35, 116.1, 35.1),
            "370102": box(116.1, 35.0999, 116.2, 35.2),
            "370103": box(115.9, 34.9, 116, 35),
        }
    )
    found = lines(store, "370100")
    assert [(each.side_a, each.side_b) for each in found] == [("370101", "370102")]
    assert found[0].length_m == pytest.approx(11.1, abs=0.1)


def test_counties_without_a_polygon_are_passed_over(drawn: Draw) -> None:
    store = drawn(
        {
            "370101": box(116, 35, 116.1, 35.1),
            "370102": box(116.1, 35, 116.2, 35.1),
            "370171": None,
        }
    )
    assert len(lines(store, "370100")) == 1
    with pytest.raises(NotFoundError, match="370171"):
        lines(store, "370171")
    with pytest.raises(NotFoundError, match="370171"):
        line(store, "370101", "370171")
