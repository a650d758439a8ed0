"""Quotes the rules that a spelling is judged by, and says which of them were seen in full.

《中国地名汉语拼音字母拼写规则(汉语地名部分)》([84]中地字第17号, 1984-12-25) by number; the notice
of 1987 (中地发〔1987〕21号) on signs. Copies: see the sources in rules/national/RM*.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Article:
    """A rule of spelling: what it is called, its words; `seen` is False for a paraphrase."""

    title: str
    text: str
    seen: bool = True


_RULES_1984 = (
    (1, "由专名和通名构成的地名,原则上专名与通名分写。"),
    (2, "专名或通名中的修饰、限定成分,单音节的与其相关部分连写,双音节和多音节的与其相关部分分写。"),
    (3, "自然村镇名称不区分专名和通名,各音节连写。"),
    (4, "通名已专化的,按专名处理。"),
    (5, "以人名命名的地名,人名中的姓和名连写。"),
    (6, "地名中的数词一般用拼音书写。"),
    (7, "地名中的代码和街巷名称中的序数词用阿拉伯数字书写。"),
    (8, "汉语地名按普通话语音拼写。地名中的多音字和方言字根据普通话审音委员会审定的读音拼写。"),
    (9, "地名拼写按普通话语音标调。特殊情况可不标调。"),
    (10, "地名中的第一个字母大写,分段书写的,每段第一个字母大写,其余字母小写。特殊情况可全部大写。"),
    (11, "凡以a、o、e开头的非第一音节,在a、o、e前用隔音符号“’”隔开。"),
    (12, "地名汉字书写中有“儿”字的儿化音用“r”表示,没有“儿”字的不予表示。"),
    (14, "能够区分专、通名的,专名与通名分写。修饰、限定单音节通名的成分与其通名连写。"),
)
NOTICE_1987 = Article(
    "关于地名标志不得采用“威妥玛式”等旧拼法和外文的通知(1987)第一条",
    "地名标志上的地名,其专名和通名一律采用汉语拼音字母拼写,"
    "不得使用“威妥玛式”等旧拼法,也不得使用英文及其他外文译写。",
)
SCHEME = Article("汉语拼音方案", "ü 行的韵母跟声母 n、l 拼的时候,仍然写成 ü。", seen=False)
ARTICLES: Mapping[int, Article] = MappingProxyType(
    {
        **{number: Article(f"1984年规则第{number}条", text) for number, text in _RULES_1984},
        15: Article(
            "1984年规则第15条", "不易区分专名和通名的地名连写(一线天、三潭印月)。", seen=False
        ),
        17: Article("1984年规则第17条", "政区名称的专名与通名分写(浙江/省/测绘局)。", seen=False),
    }
)
