"""Looks for names of the same class nearby that may be taken for the proposed one.

Segments, branches and series of one road are no rivals, nor is the road itself (`rules.lineage`).
What the area is, and who counts in it, is told in `rules.neighbourhood`; what names are alike in
`names.likeness.compare`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from diming.geo import measure
from diming.model import Action, Evidence, Match, Verdict
from diming.names.likeness.seats import SEATS, seat
from diming.names.parse import parse, stem
from diming.names.reading import read
from diming.rules.check import Check, Hit, Params
from diming.rules.lineage import own_records, require_own
from diming.rules.missing import Missing
from diming.rules.neighbourhood import neighbourhood, uncovered
from diming.rules.reach import Reach
from diming.rules.rivals import rivals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diming.registry.store import Named
    from diming.rules.ground import Ground
    from diming.rules.rivals import Neighbour, Rival
    from diming.rules.subject import Subject

_WRITTEN_ALIKE = frozenset({Match.SAME, Match.SAME_SPECIFIC})
_BY_SOUND = frozenset({Match.SOUND, Match.SOUND_TONELESS, Match.SOUND_FOLD})


class DuplicateParams(Params):
    """Which likeness to look for; `whole`: names that sound or look alike must share the generic.

    `built_up` is what a city says in place of the law's 同一个建成区: 市区 (urban) or 全市 (city).

    Of villages and committees the seats alone are compared: those written alike are the same name.
    """

    match: Match
    whole: bool = True
    built_up: Literal[Reach.BUILT_UP, Reach.URBAN, Reach.CITY] = Reach.BUILT_UP


def _run(subject: Subject, params: DuplicateParams, ground: Ground) -> Iterator[Hit]:
    proposal = subject.proposal
    own = own_records(subject, ground)
    if proposal.action is not Action.CANCEL:  # a name that is given up claims nothing
        met = [(rival, _evidence(subject, rival)) for rival in _met(subject, params, own)]
        if not met and (lacking := _uncovered(subject, params)):
            raise Missing(lacking, "registry")
        for rival, evidence in sorted(met, key=_nearest_first):
            yield _hit(subject, rival, evidence, ground)
    if params.match is Match.SAME:  # one rule is enough to say it
        require_own(subject, own)


def _met(subject: Subject, params: DuplicateParams, own: tuple[Named, ...]) -> Iterator[Rival]:
    itself = {named.toponym.id for named in own}
    for rival in _rivals(subject, params):
        if rival.neighbour.id not in itself and _is_meant(subject, rival, params):
            yield rival


def _rivals(subject: Subject, params: DuplicateParams) -> Iterable[Rival]:
    if params.built_up is Reach.BUILT_UP:
        return subject.rivals
    return rivals(subject, neighbourhood(subject, params.built_up))


def _uncovered(subject: Subject, params: DuplicateParams) -> str:
    if params.built_up is Reach.BUILT_UP:
        return subject.uncovered
    around = neighbourhood(subject, params.built_up)
    return uncovered(around, subject.proposal.feature_class, subject.ground)


def _is_meant(subject: Subject, rival: Rival, params: DuplicateParams) -> bool:
    met = rival.relation.match
    if subject.proposal.feature_class in SEATS:
        # 所在地名称 are compared, so another generic (村委会, 村民委员会) makes no other name.
        return params.match is (Match.SAME if met is Match.SAME_SPECIFIC else met)
    if met is not params.match:
        return False
    if params.match in _WRITTEN_ALIKE or not params.whole:
        return True
    other = parse(rival.neighbour.name, subject.proposal.feature_class)
    return subject.parsed.generic == other.generic


def _hit(subject: Subject, rival: Rival, evidence: Evidence, ground: Ground) -> Hit:
    near, match = rival.neighbour, rival.relation.match
    values = {
        "rival": near.name,
        "area": _area(near, ground),
        "how": evidence.detail or "",
        "scope": near.scope,
    }
    span = (0, len(subject.name if match is Match.SAME else _compared(subject)))
    doubtful = near.verdict is Verdict.REVIEW or _unsettled(subject, rival)
    return Hit(values, span, (evidence,), Verdict.REVIEW if doubtful else None)


def _evidence(subject: Subject, rival: Rival) -> Evidence:
    near, how = rival.neighbour, _how(subject, rival)
    here, there = subject.proposal.geometry, near.geometry
    spot = None if there is None else there.representative_point()
    return Evidence(
        kind="proposal" if near.id is None else "toponym",
        name=near.name,
        id=near.id,
        jurisdiction=near.jurisdiction,
        match=rival.relation.label,
        distance_m=None if here is None or there is None else measure.distance_m(here, there),
        detail=f"{how}, {near.note}" if near.note else how,
        lonlat=None if spot is None else (spot.x, spot.y),
    )


def _how(subject: Subject, rival: Rival) -> str:
    """What met: the characters, or the syllables with those that nobody has settled."""
    match rival.relation.match:
        case Match.SAME:
            return "汉字相同"
        case Match.SAME_SPECIFIC:
            what = "所在地" if subject.proposal.feature_class in SEATS else "专名"
            return f"{what}“{_compared(subject)}”相同"
    how, open_ones = rival.relation.detail, _unsettled(subject, rival)
    return f"{how}, “{'、'.join(open_ones)}”的读音未经审定" if open_ones else how


def _compared(subject: Subject) -> str:
    """What is compared of the proposed name, as it is written: its seat, or its stem."""
    if subject.proposal.feature_class in SEATS:
        return seat(subject.name)
    return stem(subject.parsed)


def _unsettled(subject: Subject, rival: Rival) -> tuple[str, ...]:
    """The characters that a match by sound rests on and whose reading nobody has settled."""
    if rival.relation.match not in _BY_SOUND:
        return ()
    near, asked = rival.neighbour, subject.proposal.feature_class
    theirs = read(near.name, given=near.reading, feature_class=asked, area=near.jurisdiction)
    unsettled = {subject.name[at] for at in subject.reading.unsure}
    unsettled |= {near.name[at] for at in theirs.unsure}
    return tuple(char for char in dict.fromkeys(rival.relation.detail) if char in unsettled)


def _area(near: Neighbour, ground: Ground) -> str:
    """Where a name is, in words: its county, or its row when the table gives no area."""
    if near.jurisdiction is None:
        return f"本批第 {near.row} 行"
    return _area_name(near.jurisdiction, ground)


def _area_name(code: str, ground: Ground) -> str:
    area = ground.area(code[:6])
    return area.name if area else ""


def _nearest_first(item: tuple[Rival, Evidence]) -> tuple[bool, float, str, str]:
    near, evidence = item[0].neighbour, item[1]
    distance = float("inf") if evidence.distance_m is None else evidence.distance_m
    return near.verdict is Verdict.REVIEW, distance, near.name, near.id or ""


CHECK = Check(
    kind="duplicate",
    about="同一范围内同类地名的重名、同音、近音、形近",
    params=DuplicateParams,
    placeholders=frozenset({"rival", "area", "how", "scope"}),
    run=_run,
    mutual=True,
)
