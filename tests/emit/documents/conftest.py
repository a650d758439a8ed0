"""A review of two names in 任城区 with rivals on the ground, ready to be put on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from shapely import LineString, Point, box

from diming.emit.documents.facts import Case
from diming.model import (
    Basis,
    Evidence,
    Extent,
    FeatureClass,
    Finding,
    Jurisdiction,
    Level,
    Origin,
    Place,
    Proposal,
    Result,
    Review,
    RulesetStamp,
    Severity,
    Suggestion,
    Toponym,
    Verdict,
    Waiver,
)
from diming.registry.geopackage import GeoPackageStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.registry.store import Store

ARTICLE = "不应重名，并避免同音；"
LAW = Basis("地名管理条例", "第九条第一款第（八）项", ARTICLE, verified=True, source="令753")
HEARSAY = Basis("某某导则", "第三条", "宜短。", verified=False, source="转述")


def finding(
    rule: str, verdict: Verdict, severity: Severity, message: str, **more: Any
) -> Finding:  # fmt: skip
    return Finding(rule, rule.lower(), verdict, severity, message, "0123456789abcdef", **more)


SAME_SOUND = finding(
    "DU02", Verdict.VIOLATION, Severity.WARNING, "与长山路同音",
    basis=(LAW,),
    evidence=(Evidence("toponym", "长山路", "cs-name", "370811", "sound", 479.0, "常 = 长"),),
    fix="换一个读音不同的专名", trap="读音未经审定时",
)  # fmt: skip
LIKE_SOUND = finding(
    "DU05", Verdict.REVIEW, Severity.NOTE, "与昌山路近音",
    basis=(LAW, HEARSAY),
    evidence=(Evidence("toponym", "昌山路", "far-name", "370811", "sound-toneless", 9800.0),),
)  # fmt: skip
UNSEEN = finding("GN01", Verdict.NOT_EVALUATED, Severity.ERROR, "缺少宽度")
WAIVED = finding(
    "WD04", Verdict.VIOLATION, Severity.ERROR, "用词夸大", waiver=Waiver("f", "历史地名", "张三")
)
DRAWN = LineString([(116.580, 35.420), (116.596, 35.420)])
CHANGSHAN = Proposal(
    "常山路", jurisdiction="370811", row=1, length_m=1480.0, width_m=Extent(24, 24),
    start="西起古槐路", end="东至济安桥路", meaning="取山名", geometry=DRAWN,
    extra={"申请单位": "任城区住建局"},
)  # fmt: skip
PLAIN = Proposal("仙营路", jurisdiction="370811", row=2)


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    registry = GeoPackageStore.create(":memory:")
    with registry.change("测试员", "测试") as change:
        change.put(Jurisdiction("370800", "济宁市", Level.PREFECTURE))
        change.put(
            Jurisdiction("370811", "任城区", Level.COUNTY, "370800", box(116.4, 35.3, 116.7, 35.6))
        )
        for key, name, where in (
            ("cs", "长山路", LineString([(116.585, 35.414), (116.599, 35.416)])),
            ("far", "昌山路", Point(116.69, 35.45)),
            ("by", "体育馆", Point(116.588, 35.418)),
        ):
            change.put(Place(key, FeatureClass.ROAD, "370811", where))
            change.put(Toponym(f"{key}-name", key, name))
    yield registry
    registry.close()


@pytest.fixture(scope="session")
def case(store: Store) -> Case:
    passed = ("ST01", "CH01")
    findings = (UNSEEN, LIKE_SOUND, SAME_SOUND, WAIVED)
    met = Result(
        CHANGSHAN, "常山", "路", "cháng shān lù", "Chángshān Lù", ("长",), findings, passed
    )
    clean = Result(PLAIN, "仙营", "路", "xiān yíng lù", "Xiānyíng Lù", (), (), passed)
    review = Review(
        RulesetStamp("jining", "2026.11", "a" * 64, "2026-11-23", "济宁市", ("导则未见。",)),
        (met, clean), "b" * 36, 7, {Verdict.VIOLATION: 1, Verdict.PASS: 1},
    )  # fmt: skip
    offered = Suggestion("济河路", Origin.HERITAGE, ("旧有济河",), (), clean)
    return Case(review, store, lambda code: {"370811": "济宁市任城区"}[code], {}, {1: [offered]})
