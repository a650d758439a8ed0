"""A desk at which one rule's check looks at one proposal, beside a registry made in memory."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing

import pytest
from shapely import from_wkt

from diming.model import (
    FeatureClass,
    Jurisdiction,
    Level,
    Place,
    Proposal,
    Toponym,
    ToponymStatus,
)
from diming.registry.geopackage import GeoPackageStore
from diming.registry.store import Store
from diming.rules.check import Hit
from diming.rules.checks import CHECKS
from diming.rules.ground import Ground
from diming.rules.lexicon import Lexicons
from diming.rules.rule import Rule
from diming.rules.rulesets import load
from diming.settings import shipped

Look = Callable[..., list[Hit]]
Register = Callable[..., None]


@pytest.fixture
def office() -> Iterator[Store]:
    """A registry with 任城区, 兖州区, 曲阜市 and no names yet."""
    with closing(GeoPackageStore.create(":memory:")) as store:
        with store.change("测试", "政区") as change:
            change.put(Jurisdiction("370800", "济宁市", Level.PREFECTURE, "370000"))
            for code, name in (("370811", "任城区"), ("370812", "兖州区"), ("370881", "曲阜市")):
                change.put(Jurisdiction(code, name, Level.COUNTY, "370800"))
        yield store


@pytest.fixture
def register(office: Store) -> Register:
    """Files a road: register("长山路", "370811", wkt="POINT (116.6 35.4)")."""

    def put(name: str, area: str = "370811", *, wkt: str | None = None, **more: str) -> None:
        number = office.count()
        with office.change("测试", name) as change:
            geometry = from_wkt(wkt) if wkt else None
            change.put(Place(f"p{number}", FeatureClass.ROAD, area, geometry))
            status = ToponymStatus(more.get("status", "in-use"))
            reading = more.get("reading")
            change.put(Toponym(f"t{number}", f"p{number}", name, status=status, reading=reading))

    return put


@pytest.fixture(scope="session")
def rules() -> Mapping[str, Rule]:
    """The rules that ship, by code."""
    city, nation = (load(shipped("rules"), one, "2026-11-23").rules for one in ("xian", "national"))
    return {rule.code: rule for rule in (*city, *nation)}


@pytest.fixture
def look(office: Store, rules: Mapping[str, Rule]) -> Look:
    """What a rule's check meets: look("DU02", Proposal("常山路", jurisdiction="370811"))."""

    def run(
        code: str, proposal: Proposal, *others: Proposal, registry: Store | None = office
    ) -> list[Hit]:
        lexicons = Lexicons(shipped("rules", "lexicons"))
        ground = Ground(registry, lexicons, "2026-11-23", (proposal, *others))
        rule = rules[code]
        return list(CHECKS[rule.check].run(ground.subjects[0], rule.params, ground))

    return run
