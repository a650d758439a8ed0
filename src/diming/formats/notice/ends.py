"""Finds both ends of a road in the words of a notice, and the direction that they give."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diming.names.generics import longest_generic

_SIDE = r"[东南西北]{1,2}(?:端|侧|面|部|头)?"
_PIECE = r"(?:\([^()]*\)|“[^“”]*”|[^,。;()“”\n])"
_END = rf"{_PIECE}{{1,60}}?"
_SEP = r"(?:[、;]|,(?:[^。;()]{0,40}?[,、])??(?:[^。;(),起]{0,16}?))?"
# Little words after the verb, unless they begin the name of the end: 起自由路, 止于洪区界.
_AT = (
    "(?:于(?!洪|家|都|谦|集|庄|田|潜|山)|自(?!由|强|力|立|贡|来|流|然|新)|至(?!善|诚|德|圣|真|和)|"
    "为(?!民)|在|点|位置|位于|是|:)*"
)
_FROM = rf"(?:起点|起始点|起讫|起|始|自|由|从|连接|接|连|邻|临|至|到){_AT}"
_TO = rf"(?:延伸|直|折|转|弯|斜)*(?:止点|终点|终止|止|至|到|达|抵|接|连接|连|迄|终|讫){_AT}"
_BEGIN = rf"(?:起始点|起点|起自|起于|起讫点|起(?!止)){_AT}"
_FINISH = rf"(?:(?:{_SIDE})?(?:终止点|止点|终点|讫点|止于|终于|止|迄|到|至)){_AT}"
_STOP = (
    r"(?=[,。;)\n]|$|的(?:[^,。;“”]{0,6}?(?:道路|街道|路段|街路|街巷|公路|桥|巷道|通道|隧道|地块|工程|住宅|小区|广场|公园|综合体)"
    r"|的?路(?:拟|取名|命名|定名))|桥梁(?=[,。;]|$|命名)|(?<!命名)(?<!更名)的(?=“)"
    r"|[、]?(?:(?:道路|该路|路线|路段)?(?:全|总)?长(?:度)?[约为:近]*\d|(?:红线|规划|道路|路面|路幅)*宽(?:度)?"
    r"[约为:]*\d|途经|沿途|(?:呈|为)?[东南西北]{2}走?向|(?:拟)?(?:命名|更名|定名|变更)(?:为|:))"
    r"|之间|(?:道路|路段|段)?予以)"
)
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?<![东南西北])(?P<d1>{_SIDE}){_FROM}(?P<start>{_END}){_SEP}[向往]?(?P<d2>{_SIDE}){_TO}"
        rf"(?P<end>{_END}){_STOP}",
        rf"(?<![东南西北])(?P<d1>{_SIDE}){_FROM}(?P<start>{_END}),[往向沿经](?:[^。;]{{0,80}}?[,、])?(?:[^。;,]{{0,30}}?)"
        rf"(?:至|止于|止)(?P<end>{_END}){_STOP}",
        rf"(?<![东南西北])(?P<d1>{_SIDE})起(?P<start>{_END}),?(?<!交)接(?!处|壤)(?P<end>{_END}){_STOP}",
        rf"{_BEGIN}(?P<start>{_END})(?:[;、。]|,(?:[^。;,]{{0,30}},)?)?{_FINISH}(?P<end>{_END}){_STOP}",
        rf"(?:^|[,;:(。路段]|位于|将)(?:自|从|由)(?P<start>{_END})(?:起)?[,、]?(?:向[东南西北]{{1,2}})?"
        rf"(?:延伸|直)?(?:至|到|止于)(?P<end>{_END}){_STOP}",
    )
)
_ALONE = re.compile(rf"(?<![东南西北])(?P<d1>{_SIDE})起(?:于|自)?(?P<start>{_END})(?=[,。;])")
_BOUNDS = re.compile(rf"(?:{_SIDE}[至邻临][^,。;]+[,;、]){{2}}{_SIDE}[至邻临][^,。;]+")
_BECOMES = re.compile("(?:变更|调整|更改)(?:为|后为?):?")
_JOINED = re.compile(
    r"(?P<start>[^,。;:()~—]+?(?:\([^()]*\))?)(?:~|—+|-+|→|至|到)(?P<end>[^,。;:~—]+)"
)
_ALSO = re.compile(rf"^{_AT}(?=.)|^[东南西北]{1, 2}(?:端|侧)?[起至止](?:于|自)?(?=.)")
_WINDOW = 600  # characters; twice what any two ends take to tell
_AXES = {"东西": "东西", "西东": "东西", "南北": "南北", "北南": "南北"}


@dataclass(frozen=True, slots=True)
class Ends:
    """Both ends, the orientation they were given with ('' for none), and where they are told."""

    start: str
    end: str
    orientation: str
    span: tuple[int, int]


def ends_in(text: str) -> Ends | None:
    """The first pair of ends that running words tell of: 北起兴港路,南至兴达街(规划).

    What ends are changed to comes before what they were; bounds on three sides are no ends.
    """
    bounds = _BOUNDS.search(text)
    if bounds:
        text = text[: bounds.start()] + "。" * len(bounds[0]) + text[bounds.end() :]
    changed = _BECOMES.search(text)
    at = changed.end() if changed and _first(text, changed.end()) else 0
    match = _first(text, at)
    if match is None:
        return None
    parts = {"d1": "", "d2": "", "end": ""} | match.groupdict()
    axis = (parts.get("d1") or "")[:1] + (parts.get("d2") or "")[:1]
    single = all(
        len(re.sub("[端侧面部头]", "", parts.get(side) or "")) == 1 for side in ("d1", "d2")
    )
    return Ends(
        _clean(parts["start"]),
        _clean(parts["end"]),
        _AXES.get(axis, "") if single else "",
        match.span(),
    )


def _first(text: str, at: int) -> re.Match[str] | None:
    """The first telling of both ends from `at` on, or of one end where no other is told."""
    found = [match for form in _FORMS if (match := form.search(text, at))]
    if not found:
        return _ALONE.search(text, at)
    return min(found, key=lambda one: one.start())


def all_spans(text: str) -> list[tuple[int, int]]:
    """Where ends are told in the text, so that no end is taken for the name itself."""
    spans, at = [], 0
    while at < len(text):
        found = ends_in(text[at : at + _WINDOW])
        if found is None:
            at += _WINDOW // 2
        else:
            spans.append((at + found.span[0], at + found.span[1]))
            at += found.span[1]
    return spans


def ends_of_cell(text: str) -> Ends | None:
    """The ends in a cell or in brackets, where a dash alone joins them: 宜当公路~前坪村."""
    told = ends_in(text)
    if told:
        return told
    joined = _JOINED.fullmatch(text.strip(" .。"))
    if joined is None:
        return None
    return Ends(_clean(joined["start"]), _clean(joined["end"]), "", joined.span())


def ends_at_head(text: str) -> Ends | None:
    """The ends that stand alone behind the colon after a name: 科教路:求是路至石新路,以…."""
    head = re.match(r"(?:[:,]|—+)([^,。;:]+)", text)
    if (
        head is None
        or re.match(rf"{_SIDE}[至邻临]", head[1])
        or longest_generic(_bare(head[1])) is None
    ):
        return None
    return ends_of_cell(head[1])


def _bare(text: str) -> str:
    return re.sub(r"\([^()]*\)$", "", text)


def ends_in_brackets(text: str) -> Ends | None:
    """The ends in the brackets that a text begins with: (原南站路,江南大道~南站)."""
    bracket = re.match(r"\(((?:[^()]|\([^()]*\))*)\)", text)
    pieces = re.split("[,;]", bracket[1]) if bracket else []
    return next(filter(None, map(ends_of_cell, pieces)), None)


def ends_between_brackets(text: str) -> Ends | None:
    """The ends in brackets behind a stretch of water or road: 大辽河城市段(盼盼路至联盟街)."""
    found = (ends_of_cell(inner) for inner in re.findall(r"[段路街线]\(([^()]*)\)", text))
    return next((one for one in found if one and longest_generic(one.end)), None)


def end_of_cell(text: str) -> str:
    """One end in a cell of its own, without the side it lies on: 南起中兴东路 → 中兴东路."""
    return _clean(re.sub(rf"^{_SIDE}(?:起|至|止|到)(?:于|自|至)?(?=.)", "", text))


def _clean(text: str) -> str:
    plain = _ALSO.sub("", text.strip(" 、,:。.-—"))
    plain = re.sub(r"\((?:原|俗|取消|又称|曾)[^()]*\)$", "", plain)
    if plain.startswith("“") and plain.endswith("”") and plain.count("“") == 1:
        plain = plain[1:-1]
    return plain.strip()
