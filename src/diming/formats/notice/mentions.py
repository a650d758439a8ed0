"""Finds where a paragraph brings up a name: at its head, in a list, behind a verb of naming."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diming.formats.notice import naming
from diming.formats.notice.ends import all_spans, ends_of_cell
from diming.formats.notice.facts import tells_facts
from diming.formats.notice.naming import LATIN, RUN
from diming.model import Action

_QUOTED = r"“[^“”]{2,40}”"
_VERB = re.compile(
    r"(?P<verb>预命名|恢复命名|命名|定名|取名|更名|改名|易名|改称|变更|更改|拟名|(?:拟|标准|正式|推荐|建议)(?:名称|路名|地名))"
    r"(?:更改|变更|确定|拟定|暂定|调整|拟|定)?(?:(?:为|成|作|:)+|(?<=取名))"
    rf"(?P<name>{_QUOTED}|{RUN}+)"
)
_MORE = re.compile(rf"(?:{LATIN})?(?:、|和|及|与|,)?(?P<name>{_QUOTED}|(?<=[、和]){RUN}{{2,12}})")
_LISTING = re.compile(
    rf"(?P<verb>预命名|命名|更名|注销|撤销|销名|恢复)(?:了|的)?(?:道路|街路|桥梁|名称)?:?"
    rf"(?P<names>(?:{_QUOTED}(?:{LATIN})?[、,和及]?)+)"
)
_OF = re.compile(
    rf"[东南西北止][至到于][^,。;“”]{{0,60}}(?:“[^“”]*”[^,。;“”]{{0,30}})?的(?P<name>{_QUOTED})"
)
_PLAIN = re.compile(
    rf"(?:名称有|分别是|分别为|依次为|依次是|包括|名称为):?(?P<names>(?:“?{RUN}{{2,15}}”?[、和及])*“?{RUN}{{2,15}}”?)"
)
_STRUCK_OFF = re.compile(
    rf"(?:注销|撤销|销名)[^。;:“]{{0,16}}?[,:](?P<names>(?:“?{RUN}{{2,15}}”?[、和及])+“?{RUN}{{2,15}}”?)"
)
_STRUCK = re.compile(rf"(?:注销|撤销|废止)(?P<names>{RUN}{{2,20}}(?:[、和及]{RUN}{{2,15}})*)")
_SIDE = r"[东南西北]{1,2}(?:端|侧|面)?"
_FACT = (
    rf"(?:(?:该路|道路|现状|规划|全线|路线|项目|其|,)*(?:为|呈|成)?(?:{_SIDE}走?向|[东南西北]{{2}}[—~-]?[东南西北]{{0,2}}走?向|环形)?"
    r"(?:道路)?[,、:]?(?:为|该路|道路|是)?"
    rf"(?:{_SIDE}(?:起|自|由|从|连接|接|连|至|邻|临)|起点|起始|起于|起自|起止|起(?=[^,。;]{{2,40}}[,、;]?[止至])"
    r"|自(?=[^,。;]{2,30}[至到止])|位于|坐落|地处|向[东西南北]{1,2}延伸|(?:道路|路)?(?:全|总)长|长(?:度)?[约为]*[\d一二三四五六七八九十]|宽[约为]*\d|红线|原[^,。;]{1,12}[路街巷道桥]))"
    r"|(?:拟|现|将)?(?:更名|改名|更改|变更|易名)为|予以(?:注销|销名|命名|撤销|更名)"
    rf"|{_SIDE}[^,。;起]{{2,20}},{_SIDE}[止至讫]"
    rf"|(?:的)?(?:起止|起点|止点|终点|名称(?:予以)?注销)|{_SIDE}延(?:伸|长)?[至到]"
)
_LISTED = re.compile(
    rf"(?P<quote>“)?(?P<name>{RUN}{{2,30}}?)(?(quote)”)(?:{LATIN})?(?:[,:。]|——?|-|是|为)?(?={_FACT})"
)
_BRACKET = re.compile(
    rf"(?P<quote>“)?(?P<name>{RUN}{{2,30}})(?(quote)”)[:]?(?:{LATIN})?\((?P<told>[^()]*(?:\([^()]*\)[^()]*)*)\)"
)
_HEAD = re.compile(
    rf"(?P<name>{_QUOTED}|{RUN}{{2,20}})(?P<told>{LATIN})?"
    r"(?=:|—|。|$|[、;]$|\([\d一二三四五六七八九十]+条?\)$)"
)
_VIA = re.compile(r"(?:途经|沿途|经过|路经|横跨|跨越|穿越|连接|平行于|相交于)[^,。;]*")
_BEFORE = re.compile(r"[起至止到于自由从与接和经连、~—-]$")
_ACTS = {
    "预命名": Action.RESERVE, "更名": Action.RENAME, "改名": Action.RENAME, "易名": Action.RENAME,
    "改称": Action.RENAME, "变更": Action.RENAME, "更改": Action.RENAME, "注销": Action.CANCEL,
    "撤销": Action.CANCEL, "销名": Action.CANCEL, "恢复": Action.RESTORE,
    "恢复命名": Action.RESTORE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """Names that are brought up together, from `start` to `stop` of the paragraph.

    `verb` says whether the verb of naming gives them; `action` is what the verb itself says.
    """

    names: tuple[str, ...]
    start: int
    stop: int
    verb: bool
    action: Action | None = None


def mentions_in(text: str) -> list[Mention]:
    """The mentions of a paragraph in order; a name behind the verb is not also one of a list."""
    told = all_spans(text)
    given = [one for one in (*_given(text), *_struck(text)) if not _inside(one, told)]
    given += [one for one in _plain(text) if not _within(one.start, one.stop, told)]
    taken = [(one.start, one.stop) for one in given]
    listed = [one for one in _listed(text) if not _within(one.start, one.stop, taken)]
    return sorted([*given, *listed], key=lambda one: (one.start, one.stop))


def _given(text: str) -> list[Mention]:
    """The names behind a verb: 命名为兴发西巷; 分别命名为“明园大道”、“凤泉路”."""
    found = []
    for match in _VERB.finditer(text):
        names, stop = [], match.start("name")
        part: re.Match[str] | None = match
        while part is not None:
            name = _own(part["name"])
            if not name:
                break
            names.append(name)
            stop = part.start("name") + (len(part["name"]) if part["name"][0] == "“" else len(name))
            part = _MORE.match(text, stop) if stop == part.end("name") else None
        if names:
            action = _ACTS.get(match["verb"], Action.NAME)
            found.append(Mention(tuple(names), match.start(), stop, True, action))
    for match in _OF.finditer(text):
        if name := _own(match["name"], whole=True):
            start, stop = match.span("name")
            found.append(Mention((name,), start - 1, stop, True, Action.NAME))
    return found


def _plain(text: str) -> list[Mention]:
    """The names of a list of which nothing more is told: 名称有太极路、丹朱路2个."""
    found = []
    for match in (*_PLAIN.finditer(text), *_STRUCK_OFF.finditer(text)):
        names = [
            re.sub(r"等?\d*[个条座]?$", "", one) for one in re.split("[、和及]", match["names"])
        ]
        names = [name.strip("“”") for name in names]
        if all(map(naming.is_name, names)) and text[match.end() :][:1] not in {"(", "“"}:
            action = Action.CANCEL if match.re is _STRUCK_OFF else None
            found.append(Mention(tuple(names), match.start(), match.end(), False, action))
    return found


def _struck(text: str) -> list[Mention]:
    """The names of a bare list behind a verb: 命名“滨湖大道”“湖心路”; 注销舜悦路."""
    found = []
    for match in _LISTING.finditer(text):
        names = tuple(filter(None, map(_own, re.findall(_QUOTED, match["names"]))))
        if names:
            action = _ACTS.get(match["verb"], Action.NAME)
            found.append(Mention(names, match.start(), match.end(), False, action))
    for match in _STRUCK.finditer(text):
        names = tuple(filter(None, map(_own, re.split("[、和及]", match["names"]))))
        if names and not _within(*match.span(), [(one.start, one.stop) for one in found]):
            found.append(Mention(names, match.start(), match.end(), False, Action.CANCEL))
    return found


def _listed(text: str) -> list[Mention]:
    """The names at the head, or before what is told of them: 金兰巷(南起长港路)、长乐巷(…)."""
    told = [*all_spans(text), *(match.span() for match in _VIA.finditer(text))]
    head = _HEAD.match(text)
    found: list[Mention] = []
    if head and (name := _own(head["name"], whole=True)):
        found.append(Mention((name,), 0, head.end("name"), False))
    for match in [*_LISTED.finditer(text), *_brackets(text)]:
        name = naming.of_run(match["name"])
        start = match.end("name") - len(name)
        spans = [*told, *((one.start, one.stop) for one in found)]
        former = bool(found) and text[:start].endswith("原")
        if not name or former or _within(start, match.end("name"), spans):
            continue
        if _BEFORE.search(text[:start].rstrip("“")) and not _in_list(text[:start]):
            continue
        found.append(Mention((name,), start, match.end("name"), False))
    return found


def _brackets(text: str) -> list[re.Match[str]]:
    return [
        match
        for match in _BRACKET.finditer(text)
        if tells_facts(match["told"])
        or (ends_of_cell(match["told"]) and not re.search("暂|规划名", match["told"]))
        or re.match(r"原\S{2,}", match["told"])
    ]


def _in_list(before: str) -> bool:
    """Whether what stands before a name is the end of the list item before it."""
    return bool(
        re.search(r"[)”。;][、和及与]$|^[和及与、]$|(?:^|[:;,。])[^,:;。]{0,30}、$", before)
    )


def _own(text: str, *, whole: bool = False) -> str:
    """A name as it is given, quoted or not; '' when it is none."""
    if text.startswith("“"):
        name = naming.quoted(text)
        bare = re.fullmatch(rf"(?:{RUN}|\(|\)|-)+", name)
        return name if bare and len(name) > 1 and (not whole or naming.is_name(name)) else ""
    if whole:
        return text if naming.is_name(text) else ""
    return naming.at_start(text)


def _within(start: int, stop: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < end and begin < stop for begin, end in spans)


def _inside(one: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(begin <= one.start and one.stop <= end for begin, end in spans)
