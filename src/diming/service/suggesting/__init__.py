"""Suggests names that would pass for a drawn road or a point, and says where each comes from.

The sources hand over candidates, the rule set reviews every one of them, and what would be in
breach of a rule, or would live beside a name with the same specific, is not offered.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from diming.errors import UsageError
from diming.model import Action, Match, Verdict
from diming.model.suggestion import Origin, Suggestion
from diming.names.generics import generics
from diming.registry.likeness import rivals_of
from diming.registry.store import Scope
from diming.service.checking import check
from diming.service.suggesting import places, reserved, roads
from diming.service.suggesting.site import GENERICS, Site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diming.formats.reserve import ReservedWord
    from diming.model import Proposal, Result
    from diming.registry.store import Store
    from diming.service.desk import Desk
    from diming.service.suggesting.candidate import Candidate

_ORIGINS = list(Origin)
_SAME = frozenset({Match.SAME, Match.SAME_SPECIFIC})
# From each origin the nearest few are reviewed: a city centre has hundreds of names about it.
_OF_EACH = 20
_STRIDE = 3  # so many of one origin stand together before the next has its turn


@dataclass(frozen=True, slots=True)
class Suggested:
    """The names offered, best first; `set_aside` counts by reason those that were not."""

    offered: tuple[Suggestion, ...]
    set_aside: dict[str, int]


def suggest(
    desk: Desk,
    asked: Proposal,
    *,
    generic: str | None = None,
    words: Sequence[ReservedWord] = (),
    limit: int = 12,
) -> Suggested:
    """Names for the ground of `asked`, whose own name is left open.

    `generic` is the one to use instead of the plain one of the class; `words` are the office's
    reserve list. Raises UsageError without a registry, a drawing, or a generic for the class.
    """
    site = Site(_store(desk), asked, _generic(asked) if generic is None else _known(generic, asked))
    offered: list[Suggestion] = []
    aside: Counter[str] = Counter()
    for candidate in _best_first(_gathered(site, words)):
        result = _reviewed(candidate, asked, desk)
        if why := _why_not(candidate, result, site):
            aside[why] += 1
        else:
            offered.append(
                Suggestion(
                    candidate.name,
                    candidate.origin,
                    (candidate.reason,),
                    candidate.evidence,
                    result,
                )
            )
    return Suggested(tuple(_mixed(offered))[:limit], dict(aside.most_common()))


def _store(desk: Desk) -> Store:
    if desk.store is None:
        raise UsageError(
            "没有地名库, 无从取名和比对", "without a registry there is nothing to take names from",
            mend=("先用 diming init 建库", "make one with diming init"),
        )  # fmt: skip
    return desk.store


def _generic(asked: Proposal) -> str:
    if asked.feature_class not in GENERICS:
        raise UsageError(
            f"{asked.feature_class.zh}没有默认的通名",
            f"there is no usual generic for {asked.feature_class.value}",
            mend=("用 --generic 写明通名", "state one with --generic"),
        )
    return GENERICS[asked.feature_class]


def _known(generic: str, asked: Proposal) -> str:
    """A generic that somebody asks for, which has to be one of the class."""
    kind = asked.feature_class
    listed = generics().get(generic)
    if listed is None or kind not in listed.classes:
        raise UsageError(
            f"“{generic}”不是{kind.zh}的通名", f"{generic} is no generic of {kind.value}",
            mend=("例: 路、街、巷、桥、广场", "e.g. 路, 街, 巷, 桥, 广场"),
        )  # fmt: skip
    return generic


def _gathered(site: Site, words: Iterable[ReservedWord]) -> Iterator[Candidate]:
    """The candidates of every source, each name once, from the first origin that has it."""
    seen: set[str] = set()
    found = chain(roads.candidates(site), places.candidates(site), reserved.candidates(site, words))
    for candidate in sorted(found, key=_rank):
        if candidate.name not in seen:
            seen.add(candidate.name)
            yield candidate


def _best_first(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The nearest few of each origin."""
    taken: Counter[Origin] = Counter()
    for candidate in candidates:
        taken[candidate.origin] += 1
        if taken[candidate.origin] <= _OF_EACH:
            yield candidate


def _rank(candidate: Candidate) -> tuple[int, float]:
    away = float("inf") if candidate.distance_m is None else candidate.distance_m
    return _ORIGINS.index(candidate.origin), away


def _reviewed(candidate: Candidate, asked: Proposal, desk: Desk) -> Result:
    """The review of one candidate alone: those of a list are no rivals of each other."""
    proposal = replace(
        asked,
        name=candidate.name,
        action=candidate.action,
        meaning=asked.meaning or candidate.meaning,
    )
    return check(desk, [proposal]).results[0]


def _why_not(candidate: Candidate, result: Result, site: Site) -> str:
    """Why a candidate is not offered, "" when it is."""
    broken = [found for found in result.findings if found.verdict is Verdict.VIOLATION]
    if broken:
        return f"{broken[0].rule} {broken[0].slug}"
    if candidate.action is not Action.EXTEND and candidate.origin is not Origin.SERIES:
        return "专名已有同类地名使用" if _lives_on(candidate, site) else ""
    return ""


def _lives_on(candidate: Candidate, site: Site) -> bool:
    """Whether a name of the class in use in the county has the very same specific already."""
    kind = site.asked.feature_class
    areas = () if site.county is None else (site.county,)
    scope = Scope(areas=areas, classes=(kind,), live_only=True)
    rivals = rivals_of(site.store, candidate.name, kind, area=site.county, scope=scope)
    return any(rival.relation.match in _SAME for rival in rivals)


def _mixed(offered: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """What waits for nobody first, names placed nowhere last; a few of each origin in turn."""
    for group in range(3):
        of_each: dict[Origin, list[Suggestion]] = {}
        for one in offered:
            if _group(one) == group:
                of_each.setdefault(one.origin, []).append(one)
        while of_each:
            for origin in [each for each in _ORIGINS if each in of_each]:
                taken, rest = of_each[origin][:_STRIDE], of_each[origin][_STRIDE:]
                yield from taken
                if rest:
                    of_each[origin] = rest
                else:
                    del of_each[origin]


def _group(suggestion: Suggestion) -> int:
    """0 for names that leave nothing to judge, 1 for the others, 2 for those of no known site."""
    on_site = any(one.distance_m is not None for one in suggestion.evidence)
    if not on_site and suggestion.origin is not Origin.RESERVE:
        return 2
    return int(any(found.verdict is Verdict.REVIEW for found in suggestion.result.findings))
