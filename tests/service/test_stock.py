"""A new registry holds what ships: areas, divisions, open data, sourced names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diming.errors import RegistryError
from diming.model import FeatureClass, Level, ToponymKind, ToponymStatus
from diming.registry.store import Scope
from diming.service.registries import open_registry
from diming.service.stock import init

if TYPE_CHECKING:
    from pathlib import Path


def test_it_knows_the_eleven_counties_and_their_seventeen_neighbours(jining: Path) -> None:
    with open_registry(str(jining), read_only=True) as store:
        with_polygon = [
            area for area in store.jurisdictions(level=Level.COUNTY) if area.geometry is not None
        ]
        assert len(with_polygon) == 28
        assert sum(area.adcode.startswith("3708") for area in with_polygon) == 11


def test_townships_and_villages_have_codes_but_no_invented_position(jining: Path) -> None:
    with open_registry(str(jining), read_only=True) as store:
        townships = list(store.named(Scope(areas=("370800",), classes=(FeatureClass.TOWNSHIP,))))
        villages = list(store.named(Scope(areas=("370800",), classes=(FeatureClass.COMMITTEE,))))
        divisions = {n.place.id for n in townships if n.place.id.startswith("division-")}
        assert len(divisions) == 158
        assert len(villages) == 4927
        assert all(named.place.geometry is None for named in villages)
        assert all(named.place.position == "unknown" for named in villages)


@pytest.mark.parametrize(
    ("today", "before"),
    [("中心店街道", "中心店镇"), ("大束街道", "大束镇"), ("大路口镇", "大路口乡")],
)
def test_a_renamed_township_keeps_its_former_name(jining: Path, today: str, before: str) -> None:
    with open_registry(str(jining), read_only=True) as store:
        (now,) = store.named_exactly([today], Scope(classes=(FeatureClass.TOWNSHIP,)))
        names = {one.name: one for one in store.toponyms_of(now.place.id)}
        assert names[before].kind is ToponymKind.FORMER
        assert names[before].status is ToponymStatus.HISTORICAL


def test_tieta_temple_street_was_public_security_street_for_eleven_years(jining: Path) -> None:
    with open_registry(str(jining), read_only=True) as store:
        (old,) = store.named_exactly(["公安街"])
        assert (old.toponym.valid_from, old.toponym.valid_to) == ("1928", "1939")
        assert store.toponyms_of(old.place.id)[0].name == "铁塔寺街"


def test_every_name_has_a_source(jining: Path) -> None:
    with open_registry(str(jining), read_only=True) as store:
        sources = {named.toponym.source for named in store.named()}
        assert None not in sources
        assert all(store.source(one) for one in sources if one)


def test_a_heritage_name_of_a_mapped_object_hangs_on_that_object(jining: Path) -> None:
    with open_registry(str(jining), read_only=True) as store:
        found = store.named_exactly(["孟庙"])
        places = {named.place.id for named in found if named.toponym.heritage}
        assert all(place.startswith("osm-") for place in places)
        assert places


def test_everything_was_journalled_in_one_revision(jining: Path) -> None:
    with open_registry(str(jining), read_only=True) as store:
        assert store.revision == 1
        entry = store.history(limit=1)[0]
        assert entry.person == "测试员"
        assert entry.before is None


def test_a_registry_that_is_there_is_not_overwritten(jining: Path) -> None:
    before = jining.read_bytes()
    with pytest.raises(RegistryError):
        init(jining, "测试员", lambda _line: None)
    assert jining.read_bytes() == before
