"""The words that made-up names are built from: what roads are often called, and generics.

Synthetic by intent: the list of road words and every weight here are assumptions, not statistics.
"""

from __future__ import annotations

from itertools import accumulate, product
from typing import TYPE_CHECKING, NamedTuple

from diming.model import FeatureClass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

ZIPF = 0.9  # how fast the lexicon of roads thins out

_ROAD_WORDS = """
人民 建设 解放 和平 新华 中山 胜利 文化 友谊 光明 团结 幸福 青年 红旗 东风 振兴 工业 迎宾 滨河 健康
民主 前进 富强 文明 长安 朝阳 新兴 兴华 振华 建国 复兴 中华 共和 劳动 五一 八一 七一 交通 车站 站前
公园 商业 市场 学府 育才 育英 书院 文昌 文庙 鼓楼 钟楼 城关 城隍 府前 县前 南门 北门 东门 西门 太平
永安 永兴 永康 永宁 安康 安定 平安 兴隆 兴盛 兴业 创业 创新 科技 科学 高新 开发 经济 金融 发展 繁荣
昌盛 吉祥 如意 福寿 福星 金星 金山 银河 银杏 梧桐 香樟 桂花 牡丹 莲花 荷花 梅花 海棠 玉兰 紫薇 翠竹
青松 松柏 杨柳 凤凰 龙泉 龙山 龙湖 虎山 麒麟 白鹤 黄河 长江 运河 泰山 昆仑 珠江 淮河 济水 泗水 沂河
北京 上海 天津 南京 重庆 广州 杭州 苏州 济南 青岛 大连 沈阳 西安 成都 武汉 昆明 贵阳 南宁 福州 厦门
春晖 朝晖 晨光 阳光 星光 月亮 彩虹 祥云 瑞祥 明珠 明德 崇文 崇德 尚德 尚贤 求是 厚德 仁和 仁爱 礼贤
"""

# Two-character words for the long tail of the lexicon, every first with every last.
_FIRSTS = "金银玉瑞祥福禄寿喜安康宁和顺昌盛隆兴旺发达富贵荣华春夏秋晨朝明光辉星月云雨雪清静雅文武"
_LASTS = "山河湖海江泉溪源林园田野原城门桥港湾洲岛峰岭谷川泽塘池渠井石松竹梅兰菊荷桂柳杨桃李华"


class Ending(NamedTuple):
    """A generic with its class, its weight, and the weight of a modifier before it."""

    generic: str
    feature_class: FeatureClass
    weight: float
    modified: float = 0.0


ENDINGS = (
    Ending("路", FeatureClass.ROAD, 30, 0.3),
    Ending("街", FeatureClass.ROAD, 12, 0.3),
    Ending("大街", FeatureClass.ROAD, 4, 0.3),
    Ending("大道", FeatureClass.ROAD, 2, 0.2),
    Ending("巷", FeatureClass.ROAD, 8, 0.2),
    Ending("胡同", FeatureClass.ROAD, 4, 0.2),
    Ending("小区", FeatureClass.RESIDENTIAL, 7),
    Ending("花园", FeatureClass.RESIDENTIAL, 4),
    Ending("新村", FeatureClass.RESIDENTIAL, 2),
    Ending("家园", FeatureClass.RESIDENTIAL, 3),
    Ending("嘉苑", FeatureClass.RESIDENTIAL, 2),
    Ending("村", FeatureClass.VILLAGE, 5),
    Ending("庄", FeatureClass.VILLAGE, 3),
    Ending("桥", FeatureClass.BRIDGE, 3),
    Ending("大桥", FeatureClass.BRIDGE, 1),
    Ending("河", FeatureClass.WATER, 2),
    Ending("沟", FeatureClass.WATER, 1),
    Ending("水库", FeatureClass.WATER, 1),
    Ending("大厦", FeatureClass.BUILDING, 3),
    Ending("站", FeatureClass.STATION, 3),
)
MODIFIERS = "东西南北中东西南北一二三四五前后"

# How often a made-up name is called after a place of its own city and not after the lexicon.
LOCAL = {FeatureClass.ROAD: 0.35, FeatureClass.VILLAGE: 1.0, FeatureClass.WATER: 0.8}
LOCAL_ELSEWHERE = 0.5


def lexicon(places: Iterable[str], rng: Random) -> list[str]:
    """What roads are called, the commonest first: road words, then places and made-up words."""
    common = list(dict.fromkeys(_ROAD_WORDS.split()))
    tail = sorted({*places, *map("".join, product(_FIRSTS, _LASTS))} - set(common))
    rng.shuffle(tail)
    return [*common, *tail]


def zipf(length: int) -> list[float]:
    """Cumulative weights of ranks 1 to `length`."""
    return list(accumulate(rank**-ZIPF for rank in range(1, length + 1)))
