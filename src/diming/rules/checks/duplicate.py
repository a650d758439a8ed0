"""Looks for names of the same class nearby that are written or sound like the proposed one.

Segments, branches and series of one road are no rivals, nor is the road itself (`rules.lineage`).
What the area is, and who counts in it, is told in `rules.rivals`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from diming.geo import measure
from diming.model import Action, Evidence, Match, Verdict
from diming.names.compare import explain_sound, relation
from diming.names.keys import keys
from diming.names.parse import is_derived, parse, stem
from diming.names.reading import read
from diming.registry.store import KeyKind
from diming.rules.check import Check, Hit, Params
from diming.rules.lineage import gap_m, own_records, require_own
from diming.rules.rivals import Rival, require_cover, rivals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.registry.store import Named
    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_KEYS = {
    Match.SAME: KeyKind.EXACT,
    Match.SAME_SPECIFIC: KeyKind.SPECIFIC,
    Match.SOUND: KeyKind.SOUND,
    Match.SOUND_TONELESS: KeyKind.TONELESS,
}


class DuplicateParams(Params):
    """Which likeness to look for; `whole`: names that sound alike must share the generic too.

    `apart_m`: from how many metres between a drawn extension and its road people must say whether
    they are one road.
    """

    match: Match
    whole: bool = True
    apart_m: float = Field(default=1000, gt=0)


def _run(subject: Subject, params: DuplicateParams, ground: Ground) -> Iterator[Hit]:
    proposal = subject.proposal
    own = own_records(subject, ground)
    if proposal.action is not Action.CANCEL:  # a name that is given up claims nothing
        met = list(_met(subject, params, ground, own))
        if not met:
            require_cover(subject, ground)
        for rival, evidence in sorted(met, key=_nearest_first):
            yield _hit(subject, rival, evidence, params.match, ground)
    if params.match is Match.SAME:  # one rule is enough to say it
        yield from _torn(subject, own, params)
        require_own(subject, own)


def _met(
    subject: Subject, params: DuplicateParams, ground: Ground, own: tuple[Named, ...]
) -> Iterator[tuple[Rival, Evidence]]:
    proposal = subject.proposal
    kind = _KEYS[params.match]
    filed = keys(proposal.name, proposal.feature_class, proposal.reading)
    wanted = {key for key_kind, key in filed if key_kind == kind and key}
    itself = {named.toponym.id for named in own}
    for rival in rivals(subject, ground, kind, wanted):
        if rival.id not in itself and _meets(subject, rival, params):
            yield rival, _evidence(subject, rival, params.match)


def _hit(subject: Subject, rival: Rival, evidence: Evidence, match: Match, ground: Ground) -> Hit:
    values = {
        "rival": rival.name,
        "area": _area(rival, ground),
        "how": evidence.detail or "",
        "scope": rival.scope,
    }
    span = (0, len(subject.name) if match is Match.SAME else len(stem(subject.parsed)))
    by_sound = match in {Match.SOUND, Match.SOUND_TONELESS}
    doubtful = rival.verdict is Verdict.REVIEW or (by_sound and _unsettled(subject, rival))
    return Hit(values, span, (evidence,), Verdict.REVIEW if doubtful else None)


def _torn(subject: Subject, own: tuple[Named, ...], params: DuplicateParams) -> Iterator[Hit]:
    """An extension drawn far from every road of the name may be another road."""
    gap = gap_m(subject, own)
    if subject.proposal.action is not Action.EXTEND or gap <= params.apart_m:
        return
    named = own[0]
    evidence = Evidence(
        kind="toponym",
        name=named.toponym.name,
        id=named.toponym.id,
        jurisdiction=named.place.jurisdiction,
        match=Match.SAME,
        distance_m=gap,
        detail="图形与原路不相接",
    )
    values = {
        "rival": named.toponym.name,
        "area": _area_name(named.place.jurisdiction, subject.ground),
        "how": f"相距 {gap:.0f} 米",
        "scope": f"图形相距 {gap:.0f} 米, 不相接, 是否同一条路须人工确认",
    }
    yield Hit(values, (0, len(subject.name)), (evidence,), Verdict.REVIEW)


def _meets(subject: Subject, rival: Rival, params: DuplicateParams) -> bool:
    proposal = subject.proposal
    found = relation(
        proposal.name, rival.name, proposal.feature_class, given=(proposal.reading, rival.reading)
    )
    other = parse(rival.name, proposal.feature_class)
    if found is not params.match or is_derived(subject.parsed, other):
        return False
    by_sound = params.match in {Match.SOUND, Match.SOUND_TONELESS}
    return not (by_sound and params.whole) or subject.parsed.generic == other.generic


def _evidence(subject: Subject, rival: Rival, match: Match) -> Evidence:
    proposal = subject.proposal
    if match is Match.SAME:
        how = "汉字相同"
    elif match is Match.SAME_SPECIFIC:
        how = f"专名“{stem(subject.parsed)}”相同"
    else:
        how = _sound(subject, rival)
    here, there = proposal.geometry, rival.geometry
    spot = None if there is None else there.representative_point()
    return Evidence(
        kind="proposal" if rival.id is None else "toponym",
        name=rival.name,
        id=rival.id,
        jurisdiction=rival.jurisdiction,
        match=match,
        distance_m=None if here is None or there is None else measure.distance_m(here, there),
        detail=f"{how}（{rival.note}）" if rival.note else how,
        lonlat=None if spot is None else (spot.x, spot.y),
    )


def _sound(subject: Subject, rival: Rival) -> str:
    """The syllables that met, and the characters among them whose reading nobody has settled."""
    how, open_ones = _heard(subject, rival), _unsettled(subject, rival)
    return f"{how}, “{'、'.join(open_ones)}”的读音未经审定" if open_ones else how


def _heard(subject: Subject, rival: Rival) -> str:
    proposal = subject.proposal
    given = (proposal.reading, rival.reading)
    return explain_sound(proposal.name, rival.name, proposal.feature_class, given=given)


def _unsettled(subject: Subject, rival: Rival) -> tuple[str, ...]:
    """The characters that the match rests on and whose reading nobody has settled."""
    theirs = read(rival.name, given=rival.reading, feature_class=subject.proposal.feature_class)
    unsettled = {subject.name[at] for at in subject.reading.unsure}
    unsettled |= {rival.name[at] for at in theirs.unsure}
    return tuple(char for char in dict.fromkeys(_heard(subject, rival)) if char in unsettled)


def _area(rival: Rival, ground: Ground) -> str:
    """Where the rival is, in words: its county, or its row when the table gives no area."""
    if rival.jurisdiction is None:
        return f"本批第 {rival.row} 行"
    return _area_name(rival.jurisdiction, ground)


def _area_name(code: str, ground: Ground) -> str:
    area = ground.store.jurisdiction(code[:6])
    return area.name if area else ""


def _nearest_first(item: tuple[Rival, Evidence]) -> tuple[bool, float, str, str]:
    rival, evidence = item
    distance = float("inf") if evidence.distance_m is None else evidence.distance_m
    return rival.verdict is Verdict.REVIEW, distance, rival.name, rival.id or ""


CHECK = Check(
    kind="duplicate",
    about="同一范围内同类地名的重名、同音、近音",
    params=DuplicateParams,
    placeholders=frozenset({"rival", "area", "how", "scope"}),
    run=_run,
)
