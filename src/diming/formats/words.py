"""The words offices use for classes, actions, kinds and states, and what each of them means."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, TypeVar

from diming.errors import InputError
from diming.model import (
    Action,
    FeatureClass,
    Level,
    ToponymKind,
    ToponymStatus,
    WidthKind,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import StrEnum

Word = TypeVar("Word", bound="StrEnum")


def plain(text: str) -> str:
    """A word for comparing: full width to half, lower case, no spaces, underscores or hyphens."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(folded.split()).replace("_", "").replace("-", "")


def _dictionary(members: Iterable[Word], others: Mapping[Word, str]) -> dict[str, Word]:
    """Word → meaning: each member's value, its Chinese word, and `others`, space separated."""
    words: dict[str, Word] = {}
    for member in members:
        said = [member.value, getattr(member, "zh", ""), *others.get(member, "").split()]
        words |= {plain(word): member for word in said if word}
    return words


_CLASSES = _dictionary(
    FeatureClass,
    {
        FeatureClass.ROAD: "道路名称 城市道路 公路 街路 街巷 道路街巷 快速路 主干路 主干道 "
        "次干路 次干道 支路 大道 路 街 巷 胡同 street",
        FeatureClass.BRIDGE: "桥 立交桥 立交 高架桥 人行天桥 天桥 大桥",
        FeatureClass.TUNNEL: "地下通道 隧洞",
        FeatureClass.SQUARE: "城市广场 plaza",
        FeatureClass.PARK: "城市公园 公共绿地 绿地",
        FeatureClass.RESIDENTIAL: "居民区 居住区 小区 住宅小区 居民小区 居民点 住宅",
        FeatureClass.BUILDING: "建筑物 大楼 大厦 高层建筑 大型建筑物 楼 建筑",
        FeatureClass.STATION: "站 公交站 汽车站 火车站 客运站 地铁站 轨道交通站点 交通站点",
        FeatureClass.FACILITY: "公共设施 交通运输设施 水利设施 港口 码头 机场 学校 医院",
        FeatureClass.WATER: "河流 河 湖 湖泊 水库 渠 水体",
        FeatureClass.MOUNTAIN: "山 山峰 山脉",
        FeatureClass.SITE: "遗址 纪念地 名胜古迹 旅游景点 纪念地和旅游景点 文物",
        FeatureClass.VILLAGE: "村 村庄 村落 农村居民点",
        FeatureClass.COMMITTEE: "村委会 居委会 社区 行政村 居民委员会 村民委员会 群众自治组织",
        FeatureClass.TOWNSHIP: "乡 镇 街道 街道办事处 乡级 乡级政区 乡级行政区",
        FeatureClass.COUNTY: "区县 县 区 县级 县级市 市辖区 县级行政区",
        FeatureClass.PREFECTURE: "市 地级市 地级 地级行政区 州府",
        FeatureClass.PROVINCE: "省 省级 省级行政区",
        FeatureClass.OTHER: "其它",
    },
)
_ACTIONS = _dictionary(
    Action,
    {
        Action.NAME: "新命名 新建 拟命名 命名申请",
        Action.RENAME: "改名 变更 名称变更 重命名",
        Action.EXTEND: "调整起止点 起止点调整 延伸 延长 调整",
        Action.CANCEL: "销名 废止 取消",
        Action.RESTORE: "恢复名称 恢复使用",
        Action.RESERVE: "预先命名 预留 储备",
    },
)
_WIDTHS = _dictionary(
    WidthKind,
    {
        WidthKind.RED_LINE: "红线 红线宽度 道路红线 红线宽",
        WidthKind.KERB: "路缘 路缘石 路面 路面宽度 车行道 车行道宽度 行车道",
    },
)
_KINDS = _dictionary(
    ToponymKind,
    {
        ToponymKind.STANDARD: "标准地名 标准名称 标准名 现名",
        ToponymKind.FORMER: "曾用名 旧名 原名 历史名称 旧称 古称",
        ToponymKind.ALIAS: "别名 别称 俗称 又名",
        ToponymKind.ABBREVIATION: "简称",
    },
)
_STATES = _dictionary(
    ToponymStatus,
    {
        ToponymStatus.PROPOSED: "拟议 拟用 申报中",
        ToponymStatus.RESERVED: "预命名 储备",
        ToponymStatus.IN_USE: "使用 在用 使用中 现行 现用",
        ToponymStatus.HISTORICAL: "历史 历史地名",
        ToponymStatus.ABOLISHED: "注销 废止 已注销 已废止 销名",
    },
)
_LEVELS = _dictionary(
    Level,
    {
        Level.PROVINCE: "省级 省 直辖市 自治区",
        Level.PREFECTURE: "地级 市级 地级市 设区的市",
        Level.COUNTY: "县级 区县 县 区 市辖区 县级市",
        Level.TOWNSHIP: "乡级 乡镇 乡 镇 街道",
        Level.COMMITTEE: "村级 村居委会 社区 村",
    },
)


def feature_class(text: str) -> FeatureClass:
    """`road`, 道路, 城市道路 … → the class; raises InputError for a word not known."""
    return _meaning(text, _CLASSES, "地名类别", "feature class")


def action(text: str) -> Action:
    """`rename`, 更名, 改名 … → the action; raises InputError."""
    return _meaning(text, _ACTIONS, "事项", "action")


def width_kind(text: str) -> WidthKind:
    """红线, 路缘, `red-line` … → which width is meant; raises InputError."""
    return _meaning(text, _WIDTHS, "宽度口径", "kind of width")


def toponym_kind(text: str) -> ToponymKind:
    """标准地名, 曾用名, `alias` … → the kind; raises InputError."""
    return _meaning(text, _KINDS, "名称种类", "kind of name")


def toponym_status(text: str) -> ToponymStatus:
    """使用, 历史, `in-use` … → the state; raises InputError."""
    return _meaning(text, _STATES, "名称状态", "status of a name")


def level(text: str) -> Level:
    """县级, `county` … → the level; raises InputError."""
    return _meaning(text, _LEVELS, "政区级别", "level")


def _meaning(text: str, words: Mapping[str, Word], zh: str, en: str) -> Word:
    found = words.get(plain(text))
    if found is None:
        known = list(dict.fromkeys(words.values()))
        chinese = {
            member: word for word, member in reversed(list(words.items())) if not word.isascii()
        }
        raise InputError(
            f"不认识的{zh}“{text}”",
            f"{en} not known: {text}",
            mend=(
                f"填下列之一：{'、'.join(chinese.get(member, member) for member in known)}",
                f"write one of: {', '.join(known)}",
            ),
        )
    return found
