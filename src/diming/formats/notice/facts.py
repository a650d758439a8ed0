"""Reads what a notice says of a place: measures, direction, grade, meaning, area, spelling."""

from __future__ import annotations

import re

from diming.formats.notice.ends import (
    ends_at_head,
    ends_between_brackets,
    ends_in,
    ends_in_brackets,
)
from diming.formats.notice.folding import arabic
from diming.formats.notice.naming import LATIN

_N = r"\d[\d,]*(?:\.\d+)?"
_SAY = r"(?:约|为|是|达|近|共|计|大约|均|暂定|规划|分别|在|各|:|\()*"
_METRES = r"(?:公里|千米|km|KM|Km|米|m|M|公尺)"
_LENGTH = re.compile(rf"(?:全长|总长|里程|路长|长)(?:度)?{_SAY}({_N})(?:[余多]|左右)?({_METRES})")
_LENGTH_FIRST = re.compile(rf"({_N})(?:[余多])?({_METRES})[长]")
_SPAN = rf"{_N}(?:{_METRES}?(?:[+~\-—至到]+){_N})*"
_WIDTH = re.compile(
    rf"((?:道路|规划|红线|路面|路幅|路基|车行道|机动车道|桥面|控制|断面|幅|标准)*)宽(?:度)?{_SAY}"
    rf"((?:红线|路面)?)({_SPAN})(?:[余多]|左右)?(?:{_METRES}|(?=[,。;)、]|$))"
)
_RED = re.compile(rf"((?:道路|规划)*红线){_SAY}()({_SPAN}){_METRES}")
_WIDTH_FIRST = re.compile(rf"()()({_SPAN}){_METRES}宽")
_BOTH = re.compile(
    rf"长度?[、和]?(?:及|与)?宽度?(?:分别)?{_SAY}({_N})({_METRES})?[、,和×xX*及]({_SPAN}){_METRES}"
    rf"|({_N})({_METRES})?[×xX*]({_SPAN}){_METRES}"
)
_SAID = re.compile(r"[长宽](?:度)?(?:约|为|:)*\d")
_AXIS = re.compile(
    r"((?:东西|南北|东南西北|东北西南|西南东北|西北东南|(?:东北|西北|东南|西南)[至到—~-](?:东北|西北|东南|西南)|"
    r"[东南西北][至到—~-][东南西北]|东北|西北|东南|西南|环形|“?[A-Z]”?[形型]|圆周|半环|弧))"
    r"(?:走向|方向(?!\d)|向(?!延伸|北|南|东|西|阳|辉)|形走向|(?=[,。]?道路))|走向(?:为|:|呈)*([东南西北环—~至-]{2,5})"
)
_GRADE = re.compile(
    r"(?<![\u4e00-\u9fff])(?:规划|为|属|属于|等级为?|级别为?|:|、)*(城市(?:快速路|主干[道路]|次干[道路]|支路))|"
    r"(城市(?:快速路|主干[道路]|次干[道路]|支路|巷道))|(?:为|属于?|等级为?:?|规划)((?:城市)?"
    r"(?:快速路|主干[道路]|次干[道路]|支路))(?=[,。;)、]|$)"
)
_LABEL = re.compile(
    r"(?:命名|名称|地名|路名)?(?:含义|寓意|涵义|理由|依据|缘由|释义|由来|来历)(?:及[^:,]{0,6})?[:为]([^。;]+)"
)
_TELLS = re.compile(
    r"之意|取[^,。]{2,30}名称|取其|惯称|以[^,。]{2,20}命名|老地[片]?名|寓意|意为|意指|意在|喻|象征|得名|取名|取自|取[“\u4e00-\u9fff]{1,12}[之”]|源于|源自|寄托|沿用|含义|"
    r"专名|派生|因[^,。]{1,30}[,而故]|出自|来源|祈愿|体现|命名原则|故名|表达|体系|典故|谐音|纪念|因此"
)
_OPENS = re.compile("为(?=.{4})|因|取|以|根据|依据|沿用|鉴于|由于|该路|此路|道路")
_VERB = re.compile(
    r"[,、]?(?:故|因此|因而|特|所以|现)?(?:拟|建议)?(?:将其)?(?:命名|定名|取名|更名)(?:为|成).*$"
)
_RUNG = (
    r"(?:[\u4e00-\u9fff]{1,9}?"
    r"(?:自治区|自治州|自治县|开发区|高新区|新区|园区|街道办事处|街道办|街道|[省市县旗镇乡]|(?<!辖)区))"
)
_AREA = re.compile(
    rf"(?:位于|地处|坐落于|坐落在|地点:)(?:我[市县区])?({_RUNG}{{1,4}})(?:(?:所)?辖区|境|范围|区域)?"
    r"(?:之)?(?=[内的]|[,、东南西北]|$)"
)
_OF = re.compile(
    r"的(?:[^,。;]{0,6}?)(道路|街路|路段|街巷|公路|桥梁|大桥|立交桥|天桥|广场|公园|隧道|小区|居民区|住宅小区|"
    r"住宅区|居住区|大厦|建筑物?|绿地)(?:拟|予以)?(?:命名|定名|更名)"
)
_CLASS_WORDS = {"路段": "道路", "建筑": "建筑物"}


def facts_in(text: str) -> tuple[dict[str, str], list[str]]:
    """The cells that running words fill, and the measures in them that cannot be read."""
    words = arabic(text)
    cells: dict[str, str] = {}
    told = ends_in(words)
    rest = words[: told.span[0]] + "," + words[told.span[1] :] if told else words
    ends = told or ends_at_head(words) or ends_in_brackets(words) or ends_between_brackets(words)
    if ends:
        cells |= {"start": ends.start, "end": ends.end}
        if ends.orientation:
            cells["orientation"] = ends.orientation
    cells |= _measures(rest)
    axis = _AXIS.search(rest)
    if axis:
        cells["orientation"] = axis[1] or axis[2]
    grade = _GRADE.search(rest)
    if grade:
        cells["grade"] = grade[1] or grade[2] or grade[3]
    spelling = re.search(LATIN, words)
    if spelling:
        letters = spelling[0][1:-1].strip()
        # Without a capital it tells how the name is read, and claims no spelling.
        cells["reading" if letters == letters.lower() else "romanization"] = letters
    area = _AREA.search(words)
    if area:
        cells["jurisdiction"] = area[1]
    kind = _OF.search(words)
    if kind:
        cells["feature_class"] = _CLASS_WORDS.get(kind[1], kind[1])
    if meaning := meaning_in(text):
        cells["meaning"] = meaning
    return cells, _doubts(rest, cells)


def tells_facts(text: str) -> bool:
    """Whether the words tell of ends or of a measure, as only words on one place do."""
    return ends_in(text) is not None or bool(_SAID.search(arabic(text)))


def meaning_in(text: str) -> str:
    """What the words say of the meaning, without the naming itself; '' for nothing."""
    label = _LABEL.search(text)
    if label:
        return label[1].strip(" ,:")
    told = [sentence for sentence in re.split("[。;]", text) if _TELLS.search(sentence)]
    clauses = "。".join(_telling(sentence) for sentence in told)
    return _VERB.sub("", clauses).strip(" ,、:)").rstrip("拟故现将")


def _telling(sentence: str) -> str:
    """A sentence from the clause on that begins to tell of the meaning."""
    clauses = sentence.split(",")
    plain = [at for at, clause in enumerate(clauses) if tells_facts(clause)]
    kept = clauses[plain[-1] + 1 :] if plain else clauses
    if not any(map(_TELLS.search, kept)):
        kept = clauses
    begins = (at for at, clause in enumerate(kept) if _TELLS.search(clause) or _OPENS.match(clause))
    return ",".join(kept[next(begins, 0) :])


def _measures(text: str) -> dict[str, str]:
    cells: dict[str, str] = {}
    both = _BOTH.search(text)
    if both:
        length, unit, width = both.group(1, 2, 3) if both[1] else both.group(4, 5, 6)
        return {"length_m": length + (unit or "米"), "width_m": _plain_width(width)}
    length_said = _LENGTH.search(text) or _LENGTH_FIRST.search(text)
    if length_said:
        cells["length_m"] = length_said[1] + length_said[2].lower()
    width_said = _WIDTH.search(text) or _RED.search(text) or _WIDTH_FIRST.search(text)
    if width_said:
        cells["width_m"] = _plain_width(width_said[3])
        kind = width_said[1] + width_said[2]
        if "红线" in kind:
            cells["width_kind"] = "红线"
        elif re.search("路面|车行道|机动车道", kind):
            cells["width_kind"] = "路面"
    return cells


def _plain_width(text: str) -> str:
    return re.sub("[-—至到]+", "~", re.sub(_METRES, "", text))


def _doubts(text: str, cells: dict[str, str]) -> list[str]:
    """Measures that are spoken of and were not read."""
    return [
        f"{zh}: {found[0]}"
        for field, zh, said in (
            ("length_m", "长度", r"(?<![\u4e00-\u9fff])(?:全|总)?长(?:度)?[约为:]*\d[^,。;)]*"),
            ("width_m", "宽度", r"宽(?:度)?[约为:]*\d[^,。;)]*"),
        )
        if field not in cells and (found := re.search(said, text))
    ]
