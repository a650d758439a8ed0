"""Words that make a name big, odd or borrowed are noticed where they stand, and only there."""

import pytest

from diming.model import FeatureClass, Proposal
from tests.rules.checks.conftest import Look

ESTATE, TOWER, ROAD = FeatureClass.RESIDENTIAL, FeatureClass.BUILDING, FeatureClass.ROAD


@pytest.mark.parametrize(
    ("code", "name", "kind"),
    [
        ("WD02", "龙城王府", ESTATE), ("WD02", "鲁王府街", ROAD), ("WD03", "帝豪大厦", TOWER),
        ("WD03", "九玺花园", ESTATE), ("WD04", "鬼坑", FeatureClass.MOUNTAIN),
        ("WD04", "臭水塘路", ROAD), ("WD05", "平番街", ROAD), ("WD07", "运河国际", ESTATE),
        ("WD08", "天琴湾", ESTATE), ("WD09", "翰林府", ESTATE), ("WD10", "菩提路", ROAD),
        ("WD12", "建材商贸城", TOWER), ("PN02", "戚继光路", ROAD), ("PN03", "林黛玉街", ROAD),
        ("EN01", "肯德基路", ROAD), ("EN04", "万科花园", ESTATE), ("NU01", "1983小区", ESTATE),
    ],
)  # fmt: skip
def test_the_word_is_noticed(look: Look, code: str, name: str, kind: FeatureClass) -> None:
    assert look(code, Proposal(name, kind))


@pytest.mark.parametrize(
    ("code", "name", "kind"),
    [
        ("WD02", "总府后街", ROAD), ("WD02", "参府街", ROAD), ("WD02", "察院街", ROAD),
        ("WD03", "关帝庙小区", ESTATE), ("WD03", "皇姑花园", ESTATE), ("WD04", "驴市口街", ROAD),
        ("WD04", "打铜巷", ROAD), ("WD04", "鬼谷路", ROAD), ("WD05", "回民街", ROAD),
        ("WD05", "武夷路", ROAD), ("WD08", "南山花园", ESTATE), ("WD10", "观音阁街", ROAD),
        ("WD10", "佛祖岭路", ROAD), ("WD12", "城前花园", ESTATE), ("NU01", "105国道", ROAD),
        ("NU01", "645弄", ROAD), ("NU02", "天人第7街", ROAD),
    ],
)  # fmt: skip
def test_history_and_nature_are_spared(
    look: Look, code: str, name: str, kind: FeatureClass
) -> None:
    assert look(code, Proposal(name, kind)) == []


@pytest.mark.parametrize(
    "name", ["长虹路", "红星路", "光明路", "理想路", "平安路", "建国路", "高昂路"]
)
def test_a_common_word_is_neither_brand_nor_person(look: Look, name: str) -> None:
    for code in ("EN01", "EN03", "PN02"):
        assert look(code, Proposal(name)) == []


@pytest.mark.parametrize(
    ("name", "heard"),
    [("山火路", ["散伙"]), ("吴仁街", ["无人"]), ("光彩路", []), ("四望路", []), ("昌吉路", [])],
)
def test_one_syllable_may_differ_from_the_low_word(look: Look, name: str, heard: list[str]) -> None:
    assert [hit.values["word"] for hit in look("WD11", Proposal(name))] == heard


def test_a_low_word_itself_is_not_told_twice(look: Look) -> None:
    assert look("WD11", Proposal("黄泉路")) == []
    assert look("WD04", Proposal("黄泉路"))


def test_a_reading_that_is_given_is_not_asked_for(look: Look) -> None:
    (hit,) = look("RD01", Proposal("行知路"))
    assert hit.span == (0, 1)
    assert look("RD01", Proposal("行知路", reading="xíng zhī lù")) == []


@pytest.mark.parametrize(("name", "long"), [("郭家花园街", False), ("国际生态智慧大道", True)])
def test_long_names_are_counted_without_their_generic(look: Look, name: str, long: bool) -> None:
    assert bool(look("LN01", Proposal(name))) is long
