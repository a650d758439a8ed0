"""Finds the name in the words of a notice: where it begins, where it ends, what is no name."""

from __future__ import annotations

import re

from diming.model import FeatureClass
from diming.names.generics import longest_generic, usual_class

_CHARS = "\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0003ffff〇0-9A-Za-z·•#"
RUN = rf"[{_CHARS}]"
LATIN = r"\((?:[^()]*?[A-Za-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{2}[^()\u4e00-\u9fff]*)\)"
# A name and its spelling side by side: 金银路 Jīnyín Lù.
SPELT = re.compile(
    r"^(“?[\u4e00-\u9fff\d]{2,20}”?)\s*([A-ZĀÁǍÀĒÉĚÈŌÓǑÒ][A-Za-zĀ-ǜāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü'’\s\d]{2,})$"
)
_LONGEST = 20  # characters of a name read from running words

# What a kind of thing is called is no name of one.
_KINDS = re.compile(
    r"(?:[该此本各其]|(?:这|上述|以上|下列|以下|有关|相关|部分|其他|其它|多|两|几|数|全部|所有|一些|"
    r"[\d一二三四五六七八九十百]+)(?:条|座|个|处|段)?)?"
    r"(?:拟|待|已|未|新|新建|新增|规划|在建|现有|原有|原|现状|无名|城市|城区|市政|主要|命名|更名|销名|注销|"
    r"调整|变更|起止点|的|申请|预命名|市区|建成|重名|一)*"
    r"(?:城市)?(?:道路|街路|街道|街巷|路街|公路|马路|桥梁|桥|大桥|立交桥|天桥|广场|公园|隧道|小区|住宅小区|居民区|"
    r"住宅区|主干道|主干路|次干道|次干路|支路|快速路|干道|干路|巷道|巷|路|街|道|大道|路段|地名|道路桥梁|路桥|"
    r"通道|线路|道路街巷|建筑物|绿地|村|镇|区|县|市|国道|省道|县道|乡道|高速公路|高速|高架路|立交|高架|交叉口|路口|红绿灯|社区)"
    r"(?:名称|命名|更名|名)?"
)
_LEADS = re.compile(
    r"分别(?:为|是)|依次(?:为|是)|包括|[的是]|为(?!民|公|善|人|农)|(?:拟|现)?将(?!军|台|相|乐)|"
    r"有(?!为|余|道|容|恒|福|光)|对(?!门)|即(?!墨)|(?:新建|拟建|在建)(?:的)?(?:道路)?|规划(?:的(?:道路)?|道路)|命名后?|更名后?|注销|"
    r"撤销|预命名|延长了?|拟(?=.{2})|原(?=.{3})|以及|及(?=.{3})|另外|其中|一条|道路|街路(?=.{2})"
)
_JOINS = re.compile(r"^(?:[和与至到]|[自由从](?!由))(?=.{3})")
_OTHER = re.compile(
    r"[东南西北]起|位于|横穿|靠近|^沿|地处|的|[该此]路|[该此本][街巷桥]|这条|\d[个座处米]|^[一二三四五六七八九十两几]+条$|(?:道路|街路|桥梁|街巷)$|"
    r"部分|以下|上述|新增|若干|公里|千米|\d+条$|[\d一二三四五六七八九十两几多数]条(?:道路|街路|路)|等\d+|"
    r"办法|条例|规定|公告|公示|通告|通知|批复|方案|意见|申请|请示|命名|更名|名称|有限公司|政府|委员会|管理局|"
    r"办公室|^原?[东南西北]{1,2}[起至止]|起点|止点|终点|^(?:起|至|止)[于自]|辖区|走向|所在|所属|(?<!东)至|[起止]点"
)


_NAMED = frozenset(
    {
        FeatureClass.ROAD, FeatureClass.BRIDGE, FeatureClass.TUNNEL, FeatureClass.SQUARE,
        FeatureClass.PARK, FeatureClass.RESIDENTIAL, FeatureClass.BUILDING, FeatureClass.STATION,
        FeatureClass.FACILITY, FeatureClass.SITE,
    }
)  # fmt: skip


def is_name(text: str) -> bool:
    """Whether the text may be a name: a specific and a generic, and no word for the kind itself."""
    return (
        2 <= len(text) <= _LONGEST
        and longest_generic(text) is not None
        and usual_class(text) in _NAMED
        and not _KINDS.fullmatch(text)
        and not _OTHER.search(text)
    )


def of_run(run: str) -> str:
    """The name at the end of a run of characters: 伍家岗区的前坪路 → 前坪路; '' for none."""
    text = run
    for lead in _LEADS.finditer(run):
        rest = run[lead.end() :]
        if _KINDS.fullmatch(rest):
            return ""
        if is_name(rest):
            text = rest
    bare = _JOINS.sub("", text)
    text = bare if is_name(bare) else text
    return text if is_name(text) else ""


def at_start(run: str) -> str:
    """The name that a run of characters begins with: the whole of it, or up to what follows it."""
    text = run.strip("·")
    if is_name(text):
        return text
    for cut in re.finditer(
        r"的|并|因|后|自|位于|起|以|与|东|南|西|北|全长|长|宽|予以|属|呈|为|,", text
    ):
        if cut.start() and is_name(text[: cut.start()]):
            return text[: cut.start()]
    return ""


def quoted(text: str) -> str:
    """A name out of its quotes, without the spelling behind it: 中山大道(Zhongshan Dadao)."""
    return re.sub(LATIN, "", text).strip("“”《》 ")
