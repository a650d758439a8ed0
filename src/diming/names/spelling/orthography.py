"""Lints a given spelling: every place where it leaves the rules of 1984, with the right form.

The spelling is laid beside the one that the parse and the reading give; official notices slip
too (羊子山街 printed "Yángshān Jiē"), so no spelling is taken as right for who printed it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from diming.model import FeatureClass
from diming.names.characters import simplify
from diming.names.generics import longest_generic
from diming.names.parse import numeral, parse
from diming.names.reading import Reading, candidates, read
from diming.names.spelling.alignment import How, Letter, Run, Unit, align, letters_of
from diming.names.spelling.articles import ARTICLES, NOTICE_1987, SCHEME, Article
from diming.names.spelling.fault import Fault, FaultKind
from diming.names.spelling.romanize import APOSTROPHE, OrdinalStyle, ordinal_setting, written
from diming.names.spelling.wording import Word, words_of
from diming.names.syllables import toneless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


__all__ = ["Fault", "FaultKind", "faults"]

# English words on signs, and their short forms; a syllable that is due there is none of them.
_ENGLISH = frozenset(
    ("road", "rd", "street", "st", "avenue", "ave", "lane", "ln", "boulevard", "blvd", "highway",
     "expressway", "bridge", "tunnel", "square", "plaza", "park", "garden", "station", "building",
     "river", "lake", "mountain", "mount", "mt", "hill", "island", "village", "town", "county",
     "city", "district", "province", "east", "west", "south", "north", "middle", "e", "w", "s",
     "n",)
)  # fmt: skip
_KINDS = {
    How.UMLAUT: FaultKind.UMLAUT,
    How.ERHUA: FaultKind.ERHUA,
    How.NUMBER: FaultKind.NUMBER,
    How.READING: FaultKind.READING,
    How.LETTERS: FaultKind.LETTERS,
    How.DROPPED: FaultKind.DROPPED,
    How.TONE: FaultKind.TONE,
}
_RULE_OF = {How.ERHUA: 12, How.NUMBER: 7, How.TONE: 9}


def faults(
    name: str,
    spelling: str,
    feature_class: FeatureClass = FeatureClass.ROAD,
    reading: Reading | None = None,
    *,
    ordinal_style: OrdinalStyle | None = None,
) -> tuple[Fault, ...]:
    """Every fault of `spelling` as a spelling of `name`, in the order of the letters.

    Capitals throughout and no tones at all are a sign's right (rules 9, 10). A letter that is
    another legal reading of a character nobody has settled is `UNSETTLED`: a question, no fault.
    """
    if not letters_of(spelling):
        return ()
    text = simplify(name)
    digits = (ordinal_style or ordinal_setting()) == "digits"
    read_out = reading or read(text, feature_class=feature_class)
    lint = _Lint(
        text,
        spelling,
        read_out,
        words_of(text, feature_class, digits=digits),
        len(parse(text, feature_class).specific),
    )
    return tuple(sorted(lint.faults(), key=lambda fault: (fault.start, fault.end)))


@dataclass(frozen=True, slots=True)
class _Lint:
    text: str
    spelling: str
    reading: Reading
    words: tuple[Word, ...]
    specific: int

    def faults(self) -> Iterator[Fault]:
        everything = letters_of(self.spelling)
        foreign = list(self._foreign(everything))
        letters = tuple(
            letter
            for letter in everything
            if not any(fault.start <= letter.start < fault.end for fault in foreign)
        )
        runs = align([unit for word in self.words for unit in self._units(word)], letters)
        yield from foreign
        yield from self._glyphs(everything)
        yield from self._letters(runs, letters, translated=bool(foreign))
        yield from self._tones(runs, letters)
        yield from self._gaps(runs, letters)
        yield from self._capitals(runs, letters)

    def _units(self, word: Word) -> Iterator[Unit]:
        syllables = self.reading.syllables
        if word.number:
            spelt = "".join(syllables[word.start : word.end])
            yield Unit(word.start, word.end, word.number.lower().replace("-", ""), (), spelt)
            return
        for at in range(word.start, word.end):
            char, syllable = self.text[at], syllables[at]
            if char.isalnum():
                others = tuple(other for other in candidates(char) if other != syllable)
                figures = str(numeral(char)) if char in "一二三四五六七八九十" else ""
                yield Unit(at, at + 1, syllable.lower(), others, figures)

    def _foreign(self, letters: Sequence[Letter]) -> Iterator[Fault]:
        due = {toneless(written(self.text, self.reading.syllables, w)).lower() for w in self.words}
        due |= {toneless(syllable) for syllable in self.reading.syllables}
        starts = [at for at, letter in enumerate(letters) if at == 0 or letter.before]
        generic = " ".join(
            written(self.text, self.reading.syllables, word)
            for word in self.words
            if word.start >= self.specific
        )
        for start, end in pairwise([*starts, len(letters)]):
            token = "".join(letter.plain for letter in letters[start:end])
            if start and token in _ENGLISH and token not in due:
                span = (letters[start].start, letters[end - 1].end)
                yield self._fault(FaultKind.FOREIGN, span, generic, NOTICE_1987)

    def _glyphs(self, letters: Sequence[Letter]) -> Iterator[Fault]:
        for letter in letters:
            if letter.lookalike:
                plain = letter.plain.upper() if letter.upper else letter.plain
                span = (letter.start, letter.end)
                yield self._fault(FaultKind.GLYPH, span, plain, ARTICLES[9])

    def _letters(
        self, runs: Sequence[Run], letters: Sequence[Letter], *, translated: bool
    ) -> Iterator[Fault]:
        for added in _joined([run for run in runs if run.how is How.ADDED]):
            yield self._fault(FaultKind.ADDED, _span(added, letters), "", ARTICLES[8])
        for run in runs:
            kind = _KINDS.get(run.how)
            if run.unit is None or kind is None:
                continue
            if kind is FaultKind.DROPPED and translated and run.unit.start >= self.specific:
                continue  # the English word stands for it
            if kind is FaultKind.READING and run.unit.start in self.reading.unsure:
                kind = FaultKind.UNSETTLED
            span = _span(run, letters)
            yield self._fault(kind, span, run.unit.right, _article(run.how, run.unit))

    def _tones(self, runs: Sequence[Run], letters: Sequence[Letter]) -> Iterator[Fault]:
        if not any(toneless(letter.plain) != letter.plain for letter in letters):
            if letters and not _all_capitals(letters) and any(run.unit for run in runs):
                right = " ".join(written(self.text, self.reading.syllables, w) for w in self.words)
                span = (0, len(self.spelling))
                yield self._fault(FaultKind.TONELESS, span, right, ARTICLES[9])
            return
        for run in runs:
            if run.unit and run.how is How.TONELESS and toneless(run.unit.right) != run.unit.right:
                yield self._fault(FaultKind.TONE, _span(run, letters), run.unit.right, ARTICLES[9])

    def _gaps(self, runs: Sequence[Run], letters: Sequence[Letter]) -> Iterator[Fault]:
        """Spaces and apostrophes between syllables, against those that are due."""
        rules = {word.start: word.rule for word in self.words}
        for before, run in pairwise([run for run in runs if run.start < run.end]):
            if run.unit is None or before.unit is None:
                continue
            sign, span = letters[run.start].before, self._around(letters, run.start)
            spaced = any(char.isspace() or char in "-_/·." for char in sign)
            mark = sign.strip()
            due_at = next(
                (at for at in range(before.unit.end, run.unit.start + 1) if at in rules), -1
            )
            if due_at >= 0:
                if not sign or (mark and not spaced and mark not in "()（）"):
                    rule = 7 if self._is_number(run.unit) else rules[due_at]
                    yield self._fault(
                        FaultKind.APART, span, f"{mark} ".strip() or " ", ARTICLES[rule]
                    )
                continue
            due = toneless(run.unit.right)[:1] in {"a", "o", "e"}
            if spaced:
                rule = self._joining(run.unit.start)
                yield self._fault(FaultKind.JOINED, span, APOSTROPHE if due else "", ARTICLES[rule])
            elif due and not mark:
                yield self._fault(FaultKind.APOSTROPHE, span, APOSTROPHE, ARTICLES[11])
            elif mark and not due:
                yield self._fault(FaultKind.APOSTROPHE, span, "", ARTICLES[11])
            elif due and mark != APOSTROPHE:
                yield self._fault(FaultKind.GLYPH, span, APOSTROPHE, ARTICLES[11])

    def _joining(self, at: int) -> int:
        """The rule by which the character belongs to the word of the character before it."""
        word = next(word for word in self.words if word.start <= at < word.end)
        generic = longest_generic(self.text[word.start : word.end])
        if word.start >= self.specific:
            return 2
        return 4 if word.rule == 1 and generic and at == word.end - len(generic.text) else word.rule

    def _capitals(self, runs: Sequence[Run], letters: Sequence[Letter]) -> Iterator[Fault]:
        if _all_capitals(letters):
            return
        firsts = {word.start for word in self.words}
        for run in runs:
            if run.unit is None or run.start == run.end:
                continue
            for at in range(run.start, run.end):
                letter = letters[at]
                opens = at == run.start and run.unit.start in firsts
                apart = at == 0 or bool(letter.before)
                if letter.plain.isalpha() and letter.upper != opens and (apart == opens):
                    span = (letter.start, letter.end)
                    right = letter.plain.upper() if opens else letter.plain
                    yield self._fault(FaultKind.CAPITAL, span, right, ARTICLES[10])

    def _is_number(self, unit: Unit) -> bool:
        ends = (word.end for word in self.words if word.number)
        return unit.right[-1:].isdigit() or unit.start in ends

    def _around(self, letters: Sequence[Letter], at: int) -> tuple[int, int]:
        return letters[at - 1].end, letters[at].start

    def _fault(self, kind: FaultKind, span: tuple[int, int], right: str, article: Article) -> Fault:
        given = self.spelling[slice(*span)]
        return Fault(kind, *span, given, _in_the_way_of(given, right), article)


def _article(how: How, unit: Unit) -> Article:
    if how is How.UMLAUT:
        return SCHEME
    in_letters = how is How.NUMBER and not unit.right[-1].isdigit()
    return ARTICLES[6 if in_letters else _RULE_OF.get(how, 8)]


def _in_the_way_of(given: str, right: str) -> str:
    """The right form with capitals where the given one has them."""
    if len(given) > 1 and given.isupper():
        return toneless(right).upper()
    return right[:1].upper() + right[1:] if given[:1].isupper() and len(given) > 1 else right


def _span(run: Run, letters: Sequence[Letter]) -> tuple[int, int]:
    if run.start == run.end:
        at = letters[run.start - 1].end if run.start else letters[0].start
        return at, at
    return letters[run.start].start, letters[run.end - 1].end


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Neighbouring runs as one."""
    start = end = -1
    for run in runs:
        if run.start != end:
            if start >= 0:
                yield Run(None, How.ADDED, start, end)
            start = run.start
        end = run.end
    if start >= 0:
        yield Run(None, How.ADDED, start, end)


def _all_capitals(letters: Sequence[Letter]) -> bool:
    cased = [letter for letter in letters if letter.plain.isalpha()]
    return bool(cased) and all(letter.upper for letter in cased)
