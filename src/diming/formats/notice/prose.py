"""Follows a notice paragraph by paragraph and gathers what it says of each name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diming.formats.notice.blocks import cells_of, is_labelled, labels_in
from diming.formats.notice.entry import Entry
from diming.formats.notice.facts import facts_in, meaning_in, tells_facts
from diming.formats.notice.mentions import mentions_in
from diming.formats.notice.naming import RUN, SPELT, at_start, is_name
from diming.model import Action

if TYPE_CHECKING:
    from diming.formats.notice.mentions import Mention
    from diming.formats.notice.parts import Context, Paragraph

_NUMBER = re.compile(
    r"^(?:\(?(?:[一二三四五六七八九十百]{1,4}|\d{1,3})(?:[、):]|\.(?!\d))\s*|\([一二三四五六七八九十\d]{1,3}\)\s*|"
    r"第[一二三四五六七八九十\d]+条?[、:]|[●■◆•▪★※*·-]+\s*)+"
)
_TITLE = re.compile(r"《[^《》]*》")
_SPEAKS = re.compile(r"命名|更名|销名|定名|注销|起止点")
_ACTIONS = (
    (Action.RESERVE, re.compile("预命名")),
    (Action.CANCEL, re.compile("注销|销名|撤销|废止")),
    (Action.EXTEND, re.compile(
        "(?:起止点|起止位置|起点|止点|终点|起止)[^,。;]{0,8}(?:调整|变更)|(?:调整|变更)[^,。;路]{0,6}起止|"
        "起止点|^向[东西南北]{1,2}延伸|延长(?:了|道路)|起讫点|(?:调整|变更)[^,。;]{0,12}起点|(?<!向)[东西南北]延(?:伸|长)?[至到]"
    )),
    (Action.RENAME, re.compile("更名|改名|易名")),
    (Action.RESTORE, re.compile("恢复(?:使用|名称|原名)")),
    (Action.NAME, re.compile("(?<!预)命名|定名|取名")),
)  # fmt: skip
_OLD = re.compile(
    r"(?:^|[,(;:。将])(?:原规划建设暂用|暂用|原|曾用|现)(?:名|称|路名|名称|为|来|道路|暂名)*[:“]*([\u4e00-\u9fff0-9A-Za-z]{2,14}?[路街巷道桥段场园里弄坊线同])"
    r"(?=[”,)(;。、]|更名|改|$)"
)
_AREA_ONLY = re.compile(
    r"((?:[\u4e00-\u9fff]{1,9}?(?:[省市区县旗镇乡]|街道|开发区|新区)){1,3})(?:\(.*\))?:?"
)
# How a title or a heading ends, which speaks of naming and names nothing itself.
_HEADING = re.compile(
    r"^[^,。;:]*(?:公示|公告|通告|通知|批复|复函|方案|名称|道路|街路|桥梁|表|图|情况|命名|更名|\))$"
)
_LONGEST_HEADING = 40


class Prose:
    """The entries so far, the one that is open, and what was told before its name came.

    `asides` are paragraphs that speak of naming in general.
    """

    def __init__(self, context: Context) -> None:
        """Begins a notice."""
        self.entries: list[Entry] = []
        self.asides: list[Paragraph] = []
        self._context = context
        self._open: Entry | None = None
        self._pending: list[Paragraph] = []

    def read(self, paragraph: Paragraph) -> None:
        """Takes in the next paragraph."""
        text = _NUMBER.sub("", _TITLE.sub(lambda title: "□" * len(title[0]), paragraph.text))
        numbered = len(text) < len(paragraph.text)
        text = SPELT.sub(r"\1(\2)", text)
        if is_labelled(text):
            self._labelled(text, paragraph, numbered)
            return
        mentions = mentions_in(text)
        if mentions:
            self._named(text, mentions, paragraph)
        else:
            self._unnamed(text, paragraph, numbered)
        self._heed(text, bool(mentions))

    def close(self) -> None:
        """Ends a stretch of prose: facts that waited for a name become entries without one."""
        for waiting in self._pending:
            self.entries.append(Entry("", waiting.at, waiting.text))
        self._pending = []
        self._open = None

    def _labelled(self, text: str, paragraph: Paragraph, numbered: bool) -> None:
        for field, label, value in labels_in(text):
            if field == "other":
                continue
            filled = self._open is not None and (
                self._open.given if field == "name" else field in self._open.cells
            )
            opens = field in {"name", "old_name"} or numbered
            if self._open is None and not opens:
                if _SPEAKS.search(text):
                    self.asides.append(paragraph)
                return
            if (
                self._open is None
                or (filled and field in {"name", "old_name"})
                or (numbered and self._open.at != paragraph.at)
            ):
                self._begin("", paragraph)
            assert self._open is not None  # noqa: S101 - begun above
            cells, doubts = cells_of(field, label, value)
            name = cells.pop("name", "")
            if name and self._open.name not in {"", name}:
                cells.setdefault("old_name", self._open.name)
            self._open.name = name or self._open.name
            self._open.given = self._open.given or bool(name)
            if cells.get("old_name") == self._open.name or self._open.name == self._open.cells.get(
                "old_name"
            ):
                cells.pop("old_name", None)
                self._open.cells.pop("old_name", None)
            _fill(self._open, cells, doubts)
        if self._open is not None and text not in self._open.words:
            self._open.words = f"{self._open.words} {text}".strip()

    def _named(self, text: str, mentions: list[Mention], paragraph: Paragraph) -> None:
        """A paragraph with names: each takes the words up to the next one."""
        firm: list[Mention] = []
        for one in mentions:
            if not one.verb and all(one.names != other.names for other in firm):
                firm.append(one)
        before = text[: firm[0].start] if firm else text
        verbs = [one for one in mentions if one.verb]
        self._given(before, [one for one in verbs if one.stop <= len(before)], paragraph)
        stops = [*(one.start for one in firm[1:]), len(text)][: len(firm)]
        for mention, stop in zip(firm, stops, strict=True):
            inside = [one for one in verbs if mention.start <= one.start < stop]
            words = text[mention.start : stop]
            names, action = mention.names, mention.action
            old = ""
            if inside:
                if inside[0].names != names:
                    old = names[-1]
                names, action = inside[0].names, inside[0].action
            told = text[mention.stop : stop]
            if not told.strip(":—,、。 ") and mention is not firm[-1] and told[:1] in {":", "—"}:
                continue
            lead = _lead(before) if mention is firm[0] else ""
            for name in names:
                self._begin(name, paragraph, words)
                self._tell(lead + told, action, text[: mention.start])
                if old and self._open is not None:
                    self._open.cells["old_name"] = old
            for other in inside[1:]:
                if other.names != names:
                    for name in other.names:
                        self._begin(name, paragraph, words)
                        self._tell("", other.action, "")

    def _given(self, text: str, verbs: list[Mention], paragraph: Paragraph) -> None:
        """Words whose names stand behind verbs: what is told before a verb belongs to its name."""
        at = 0
        for verb in verbs:
            told = text[at : verb.start]
            waiting = " ".join(one.text for one in self._pending)
            whole = told
            if at:
                trailing, told = _parted(told)
                self._add(trailing)
            for name in verb.names:
                self._begin(name, paragraph, text[at : verb.stop])
                self._tell(waiting + "。" + told if waiting else told, verb.action, whole)
                if (
                    verb.action is Action.RENAME
                    and self._open is not None
                    and (old := _subject(told))
                ):
                    self._open.cells.setdefault("old_name", old)
            self._pending = []
            at = verb.stop
        if verbs:
            self._add(text[at:])
            if self._open is not None:
                self._open.words = f"{self._open.words}{text[at:]}"

    def _unnamed(self, text: str, paragraph: Paragraph, numbered: bool) -> None:
        if _AREA_ONLY.fullmatch(text) or (
            len(text) < _LONGEST_HEADING
            and not tells_facts(text)
            and _SPEAKS.search(text)
            and not meaning_in(text)
        ):
            self.close()
            if not _AREA_ONLY.fullmatch(text) and not numbered and not _HEADING.search(text):
                self.asides.append(paragraph)
        elif tells_facts(text):
            if self._open is not None and not {"start", "length_m"} & self._open.cells.keys():
                self._add(text)
                self._open.words = f"{self._open.words} {text}"
            else:
                self._pending.append(paragraph)
        elif self._open is not None and not numbered and meaning_in(text):
            self._add(text)
            self._open.words = f"{self._open.words} {text}"
        elif _SPEAKS.search(text):
            self.asides.append(paragraph)

    def _begin(self, name: str, paragraph: Paragraph, words: str = "") -> None:
        if self._open is not None and self._open.name == name and self._open.at == paragraph.at:
            return
        self._open = Entry(name, paragraph.at, words)
        if self._context.area:
            self._open.cells["jurisdiction"] = self._context.area
        if self._context.action is not None:
            self._open.cells["action"] = self._context.action.value
        self.entries.append(self._open)

    def _tell(self, text: str, action: Action | None, before: str) -> None:
        """What is told of the open entry, and what is done with its name."""
        self._add(text)
        own = _actions(_own_words(text))
        said = action if action not in {None, Action.NAME} else own[0] if own else None
        said = said or (Action.NAME if action else _last_action(before))
        if said is not None and self._open is not None:
            self._open.cells["action"] = said.value

    def _add(self, text: str) -> None:
        if self._open is None or not text:
            return
        cells, doubts = facts_in(text)
        for field, label, value in labels_in(text):
            if field not in {"name", "old_name"}:
                more, odd = cells_of(field, label, value)
                cells, doubts = cells | more, doubts + odd
        old = _OLD.search(text)
        if old and is_name(old[1]) and old[1] != self._open.name:
            cells["old_name"] = old[1]
        _fill(self._open, cells, doubts)

    def _heed(self, text: str, named: bool) -> None:
        """Notes what a heading says of all that follows: its action and its area."""
        if named and not text.endswith(":"):
            return
        area = _AREA_ONLY.fullmatch(text)
        if area:
            self._context.area = area[1]
        elif text.endswith(":") or len(text) < _LONGEST_HEADING:
            actions = _actions(text)
            if actions:
                self._context.action = actions[0] if len(actions) == 1 else None
                self._context.area = ""


def _fill(entry: Entry, cells: dict[str, str], doubts: list[str]) -> None:
    for field, text in cells.items():
        if field == "meaning" and field in entry.cells and text not in entry.cells[field]:
            entry.cells[field] += "。" + text
        elif field == "jurisdiction" and text:
            entry.cells[field] = text
        else:
            entry.cells.setdefault(field, text)
    entry.doubts += [doubt for doubt in doubts if doubt not in entry.doubts]


def _parted(text: str) -> tuple[str, str]:
    """Words between two verbs: what still tells of the first name, what already of the second."""
    if tells_facts(text):
        cut = re.search(r"[。;,](?=(?:拟|现)?将|[^。;]*$)", text)
        at = cut.end() if cut and not tells_facts(text[: cut.end()]) else 0
        return text[:at], text[at:]
    return text, ""


def _lead(before: str) -> str:
    """What the sentence tells before the name in it: 是位于凤凰街道辖区的桃源大道."""
    last = re.split("[。;)]", before)[-1]
    return last + "," if re.search("位于|地处|辖区|走向|城市", last) else ""


def _actions(text: str) -> list[Action]:
    return [action for action, words in _ACTIONS if words.search(text)]


def _subject(told: str) -> str:
    """What is renamed, where the sentence begins with it: 南京长江二桥因穿越八卦洲,将更名为."""
    sentence = re.search(rf"(?:^|。)(?:拟|现)?(?:将)?(?:原)?“?({RUN}{{2,30}})[^。]*$", told)
    return at_start(sentence[1]) if sentence else ""


def _own_words(text: str) -> str:
    """What is told of a name at once: its brackets, or its first sentence."""
    bracket = re.match(r"\((?:[^()]|\([^()]*\))*\)(?:(?:名称)?予以[^、,。;]*)?", text)
    return bracket[0] if bracket else re.split("[。;]", text)[0]


def _last_action(text: str) -> Action | None:
    found = [(match.end(), action) for action, words in _ACTIONS for match in words.finditer(text)]
    return max(found, key=lambda one: one[0])[1] if found else None
