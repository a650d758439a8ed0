"""How two names meet, and what is said of it."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.model import FeatureClass, Match
from diming.names.likeness.compare import BANDS, relation

if TYPE_CHECKING:
    from pathlib import Path

NAMES = st.text(
    st.sampled_from("长常任仁城山太大建设北东中兴新路街巷一1家庄村社区居委会阁镇甲乙AＢ （"),
    min_size=1,
    max_size=7,
)


def label(a: str, b: str, kind: FeatureClass | None = None) -> str:
    """The relation in a word, the same from both sides."""
    there, back = relation(a, b, kind), relation(b, a, kind)
    words = {"none" if found is None else found.label for found in (there, back)}
    assert len(words) == 1
    return words.pop()


def detail(a: str, b: str) -> str:
    found = relation(a, b)
    assert found is not None
    return found.detail


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("運河路", "运河路"),
        ("金港1街", "金港一街"),
        ("１２号路", "十二号路"),
        ("大街", "大街"),
        ("任城 路", "任城路"),
        ("Ａ区", "A区"),
        ("万佳·阳光城", "万佳阳光城"),
        ("古槐（路）", "古槐路"),
    ],
)
def test_one_name_written_differently_is_the_same(a: str, b: str) -> None:
    assert label(a, b) == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("文昌路", "文昌街"),
        ("任城路", "任城大道"),
        ("李阁镇", "李阁街道"),
        ("張庄村", "张庄"),
        ("张庄村村委会", "张庄社区居委会"),
        ("张庄村", "张庄村村民委员会"),
        ("李村", "李村村委会"),
        ("文昌", "文昌路"),
        ("文昌", "文昌村"),
    ],
)
def test_another_generic_makes_no_other_name(a: str, b: str) -> None:
    assert label(a, b) == "same-specific"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("长山路", "常山路"),
        ("任城路", "仁城路"),
        ("任城大道", "仁城路"),
        ("张家庄", "章家庄"),
        ("任家街", "仁家街"),
        ("区家街", "欧家街"),
        ("解家庄", "谢家庄"),
        ("盖家庄", "葛家庄"),
        ("单家街", "善家街"),
        ("六合路", "陆合路"),
        ("行知路", "形知路"),  # any legal reading
        ("行知路", "航知路"),
        ("旅顺路", "吕顺路"),
        ("石头路", "食头路"),
        ("张桥", "章桥"),
        ("长沟镇", "常勾街道"),
        ("中山东路", "钟山东路"),
        ("建设一路", "健社一路"),
        ("东街", "冬街"),
    ],
)
def test_the_same_sound(a: str, b: str) -> None:
    assert label(a, b) == "sound"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("汶河路", "文河路"),
        ("運河路", "云河路"),
        ("李家庄", "黎家庄"),
        ("单家街", "山家街"),
        ("东李庄", "东黎庄"),
        ("王庄", "汪庄"),
        ("光明路", "广明路"),
    ],
)
def test_the_same_sound_but_for_tones(a: str, b: str) -> None:
    assert label(a, b) == "sound-toneless"


@pytest.mark.parametrize(
    ("a", "b", "folds"),
    [
        ("金城路", "京城路", "in-ing"),
        ("陈家庄", "程家庄", "en-eng"),
        ("燕山路", "阳山路", "an-ang"),
        ("邹城路", "周城路", "zh-z"),
        ("昌盛路", "仓盛路", "ch-c"),
        ("四平路", "十平路", "sh-s"),
        ("女贞路", "吕贞路", "n-l"),
        ("荣昌路", "龙昌路", "r-l"),
        ("湖州路", "福州路", "h-f"),
        ("黄山路", "方山路", "h-f"),
        ("新荣路", "兴隆路", "in-ing+r-l"),
        ("晨星路", "城新路", "in-ing+en-eng"),
        ("陈庄村委会", "程庄社区居委会", "en-eng"),
    ],
)
def test_sounds_that_are_taken_for_one_another(a: str, b: str, folds: str) -> None:
    assert label(a, b) == f"sound-fold:{folds}"


TAOYUAN = """
中原路/中园路 北新街/北兴街 建新街/建兴街 新荣路/兴隆路 富元街/富源街 新福街/兴福街
大兴路/大新路 龙新街/龙兴街 龙源路/龙元路 龙兴路/龙新路 福新路/福兴路 新榮路/興隆路
"""


@pytest.mark.parametrize("pair", TAOYUAN.split())
def test_the_pairs_that_taoyuan_says_sound_the_same(pair: str) -> None:
    """联合报《同区路名同音异字 桃园修法禁止》 lists them as confused by callers and police."""
    a, _, b = pair.partition("/")
    assert label(a, b).startswith("sound")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("大同路", "太同路"),
        ("未来路", "末来路"),
        ("土山路", "士山路"),
        ("日月路", "曰月路"),
        ("己酉路", "已酉路"),
        ("汨罗路", "汩罗路"),
        ("天桥路", "夫桥路"),
        ("王家庄", "玉家庄"),
        ("泗水路", "洄水路"),
        ("孟子大道", "盂子大道"),
    ],
)
def test_one_character_that_looks_like_another(a: str, b: str) -> None:
    assert label(a, b) == "shape"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("琵琶山路", "琵琶湖路"),
        ("王母阁路", "王母宫路"),
        ("共青团路", "共青园路"),
        ("济宁学院路", "济宁医学院路"),
    ],
)
def test_one_character_of_a_long_name(a: str, b: str) -> None:
    assert label(a, b) == "edit"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # Segments, branches and series of one road.
        ("建设路", "建设北路"),
        ("建设东路", "建设中路"),
        ("太白楼东路", "太白楼西路"),
        ("太白楼路", "太白楼支路"),
        ("洸河路", "洸河支路"),
        ("解放路", "解放路南小街"),
        ("经四路", "经十路"),
        ("纬三路", "纬四路"),
        ("金港一街", "金港二街"),
        ("东外环路", "西外环路"),
        ("建设一路", "健设二路"),
        ("湖光中街", "湖光中街辅路"),
        ("真武庙路", "真武庙路头条"),
        ("石门东路", "石门村路"),
        ("青年湖北街", "青年北路"),
        # A name of two characters shares half of itself with any that differs in one.
        ("太白路", "太白楼路"),
        ("任城路", "任兴路"),
        # What is left is shared by thousands of villages.
        ("张家庄", "李家庄"),
        ("东李庄村", "东王庄村"),
        ("张家庄", "张家屯"),
        ("大张庄村", "小张庄村"),
        ("前王村", "后王村"),
        # Letters, stems, branches and trigrams count a series.
        ("阳光城A区", "阳光城B区"),
        ("锦绣花园甲区", "锦绣花园乙区"),
        ("锦绣花园子区", "锦绣花园丑区"),
        ("锦绣花园兑区", "锦绣花园坎区"),
        ("阳光城L区", "阳光城N区"),
        # Another modifier, and a specific that only sounds alike.
        ("红星路", "宏兴西路"),
        ("光明东路", "广明西路"),
        # Other classes.
        ("文昌路", "文昌社区"),
        ("文昌路", "文昌阁街道"),
        ("文昌路", "文昌阁"),
        ("长山路", "常山"),
        # Other sounds, other shapes.
        ("陈家庄", "曾家庄"),
        ("吕梁路", "鲁梁路"),
        ("汉江路", "泛江路"),
        ("瑞安路", "内安路"),
        ("南山路", "狼山路"),
        ("河山路", "湖山路"),
        ("大街", "大道"),
        ("东街", "西街"),
    ],
)
def test_names_that_nobody_takes_for_one_another(a: str, b: str) -> None:
    assert label(a, b) == "none"


def test_a_stated_class_holds_for_both_names() -> None:
    assert label("文昌路", "文昌小区") == "none"
    assert label("任城", "仁城路", FeatureClass.ROAD) == "sound"
    assert label("张庄村", "章庄村村民委员会", FeatureClass.COMMITTEE) == "sound"


def test_a_character_of_a_series_is_an_edit_of_any_other() -> None:
    assert label("凤凰子山路", "凤凰台山路") == "edit"


def test_an_authorised_reading_takes_a_false_homophone_away() -> None:
    assert relation("长山路", "常山路", given=("zhǎng shān lù", None)) is None
    given_ = ("cháng shān lù", None)
    found = relation("长山路", "常山路", given=given_)
    assert found is not None
    assert found.match is Match.SOUND


def test_what_met_is_said() -> None:
    assert detail("任城路", "仁城路") == "任 rén = 仁 rén"
    assert detail("汶河路", "文河路") == "汶 wèn ≈ 文 wén"
    assert detail("金城路", "京城路") == "金 jīn ≈ 京 jīng (in/ing)"
    assert detail("土山路", "士山路") == "土 ~ 士"
    assert detail("琵琶山路", "琵琶湖路") == "山 / 湖"
    assert detail("济宁学院路", "济宁医学院路") == "无 / 医"


def test_the_stronger_relation_has_the_higher_score() -> None:
    reached = 1.0
    for least, most in BANDS.values():
        assert least <= most <= reached
        reached = least


def test_nearer_sounds_score_higher() -> None:
    def score(a: str, b: str) -> float:
        found = relation(a, b)
        assert found is not None
        return found.score

    assert score("任城路", "仁城路") > score("汶河路", "文河路") > score("金城路", "京城路")
    assert score("金城路", "京城路") > score("新荣路", "兴隆路") > score("土山路", "士山路")
    assert score("汶河路", "文河路") < score("汶河桥路", "文河桥路")  # one tone in three
    assert score("新城路", "兴城路") > score("新城路", "邢城路")  # the tone differs too


@given(NAMES, NAMES)
def test_a_relation_is_the_same_from_both_sides(a: str, b: str) -> None:
    there, back = relation(a, b), relation(b, a)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert (there.match, there.score, set(there.folds)) == (
            back.match, back.score, set(back.folds),
        )  # fmt: skip
        least, most = BANDS[there.match]
        assert least <= there.score <= most
    itself = relation(a, a)
    assert itself is not None
    assert itself.match is Match.SAME


@pytest.mark.shared
def test_labelled_pairs(shared_dir: Path) -> None:
    with (shared_dir / "corpus" / "sound_pairs.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert rows
    for row in rows:
        assert label(row["a"], row["b"]).split(":")[0] == row["relation"], row
