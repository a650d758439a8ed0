"""Looks for the words of a lexicon in a name: leaders, foreign places, titles, low words.

The shorter a word, the likelier it is a part of another by accident, so a rule says from which
length a word counts when it is the whole specific and when it is only contained in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.model import Evidence, FeatureClass, Verdict
from diming.names.parse import stem
from diming.rules.check import Check, Hit, LexiconId, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.lexicon import Entry
    from diming.rules.subject import Subject

# Their generics are no closed list: 王府 in 龙城王府 is title and generic at once.
_OPEN = frozenset({FeatureClass.RESIDENTIAL, FeatureClass.BUILDING})


class Least(Params):
    """The least number of characters of a word that counts; None: no word does."""

    whole: int | None = None  # as the whole specific
    contained: int | None = None  # as a part of it

    def holds(self, word: str, whole: bool) -> bool:
        """Whether the word is long enough where it stands."""
        least = self.whole if whole else self.contained
        return least is not None and len(word) >= least


class LexiconParams(Params):
    """Which lexicon, and how its words are met: as a `case`, or else `for_people` to judge.

    `other_names` is a lexicon of the styles and aliases of the same persons, and `given_names` adds
    what follows the first character of a full name (恩来): as the whole specific, for people.
    `at_end` meets only the word that the text ends with.

    Four more settings spare names. `exceptions` is a lexicon of words that are no case, nor is
    what lies within them. `homographs` is a lexicon of words with a sense of their own here: they
    count as the whole specific only, and for people to judge. `meaning_for_people`: the text
    spares names with a history, so that a stated meaning leaves the case to people. `named_after`
    are the characters that make a thing of a word before them: 观音 is a belief, 观音阁 a house.
    """

    lexicon: LexiconId
    case: Least = Least()
    for_people: Least = Least()
    other_names: LexiconId | None = None
    given_names: bool = False
    at_end: bool = False
    exceptions: LexiconId | None = None
    homographs: LexiconId | None = None
    meaning_for_people: bool = False
    named_after: str = ""


def _run(subject: Subject, params: LexiconParams, ground: Ground) -> Iterator[Hit]:
    parsed = subject.parsed
    own = stem(parsed)
    text = subject.name if subject.proposal.feature_class in _OPEN else own
    wholes = {text, own, parsed.specific}
    spared = _spared(text, params, ground)
    for start, end, entry in ground.lexicons.get(params.lexicon).longest_in(text):
        if any(left <= start and end <= right for left, right in spared):
            continue
        if text[end : end + 1] and text[end] in params.named_after:
            continue
        if params.at_end and end < len(text):
            continue
        verdict = _verdict(entry.term, entry.term in wholes, params, ground)
        if verdict is None:
            continue
        if params.meaning_for_people and subject.proposal.meaning:
            verdict = Verdict.REVIEW
        yield Hit(
            {"word": entry.term, "note": entry.note},
            span=(start, end),
            evidence=(Evidence(kind="term", name=entry.term, detail=entry.source or None),),
            verdict=verdict if verdict is Verdict.REVIEW else None,
        )
    for entry, said in _by_another_name(own, params, ground):
        yield Hit(
            {"word": f"{own}（{said}）", "note": entry.note},
            span=(0, len(own)),
            evidence=(Evidence(kind="term", name=own, detail=entry.source or None),),
            verdict=Verdict.REVIEW,
        )


def _by_another_name(
    text: str, params: LexiconParams, ground: Ground
) -> Iterator[tuple[Entry, str]]:
    """The persons who have the text for an alias or a given name, with which of the two it is."""
    lexicons = ground.lexicons
    if params.other_names and (entry := lexicons.get(params.other_names).terms.get(text)):
        yield entry, entry.note
    if params.given_names and not _has_homograph(text, params, ground):
        for entry in lexicons.get(params.lexicon).given_names.get(text, ()):
            yield entry, f"{entry.term}的名"


def _has_homograph(word: str, params: LexiconParams, ground: Ground) -> bool:
    """Whether the word has a sense of its own here."""
    known = params.homographs
    return known is not None and word in ground.lexicons.get(known).terms


def _verdict(word: str, whole: bool, params: LexiconParams, ground: Ground) -> Verdict | None:
    """What the word means where it stands: a case, one for people, or none."""
    case, doubt = params.case.holds(word, whole), params.for_people.holds(word, whole)
    if _has_homograph(word, params, ground):
        return Verdict.REVIEW if whole and (case or doubt) else None
    if case:
        return Verdict.VIOLATION
    return Verdict.REVIEW if doubt else None


def _spared(text: str, params: LexiconParams, ground: Ground) -> list[tuple[int, int]]:
    """Half-open ranges of the text that the exceptions cover."""
    if params.exceptions is None:
        return []
    found = ground.lexicons.get(params.exceptions).longest_in(text)
    return [(start, end) for start, end, _ in found]


CHECK = Check(
    kind="lexicon",
    about="名称中含有词表所列的词",
    params=LexiconParams,
    placeholders=frozenset({"word", "note"}),
    run=_run,
)
