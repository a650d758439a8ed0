"""Looks for names of the same class nearby that are written or sound like the proposed one.

Segments, branches and series of one road are no rivals, nor is the road itself when its name is
extended, restored or given up. What the area is, and who counts in it, is told in `rules.rivals`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.geo import measure
from diming.model import Action, Evidence, Match, Verdict
from diming.names.compare import explain_sound, relation
from diming.names.keys import keys
from diming.names.parse import is_derived, parse, stem
from diming.names.reading import read
from diming.registry.store import KeyKind
from diming.rules.check import Check, Hit, Params
from diming.rules.missing import Missing
from diming.rules.rivals import Rival, compared, rivals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_KEYS = {
    Match.SAME: KeyKind.EXACT,
    Match.SAME_SPECIFIC: KeyKind.SPECIFIC,
    Match.SOUND: KeyKind.SOUND,
    Match.SOUND_TONELESS: KeyKind.TONELESS,
}
_OWN_NAME = frozenset({Action.EXTEND, Action.CANCEL, Action.RESTORE})
_SCOPE = {
    Verdict.VIOLATION: "以县级政区代替建成区比对",
    Verdict.REVIEW: "是否同一建成区须人工确认",
}


class DuplicateParams(Params):
    """Which likeness to look for; `whole`: names that sound alike must share the generic too."""

    match: Match
    whole: bool = True


def _run(subject: Subject, params: DuplicateParams, ground: Ground) -> Iterator[Hit]:
    proposal = subject.proposal
    kind = _KEYS[params.match]
    filed = keys(proposal.name, proposal.feature_class, proposal.reading)
    wanted = {key for key_kind, key in filed if key_kind == kind and key}
    met = [
        (rival, _evidence(subject, rival, params.match))
        for rival in rivals(subject, ground, kind, wanted)
        if _meets(subject, rival, params) and not _is_itself(subject, rival)
    ]
    if not met and compared(subject, ground) == 0:
        raise Missing("地名库中该范围没有同类地名, 无从比对", "registry")
    for rival, evidence in sorted(met, key=_nearest_first):
        values = {
            "rival": rival.name,
            "area": _area(rival, ground),
            "how": evidence.detail or "",
            "scope": _SCOPE[rival.verdict],
        }
        span = (0, len(proposal.name) if params.match is Match.SAME else len(stem(subject.parsed)))
        verdict = rival.verdict if rival.verdict is Verdict.REVIEW else None
        yield Hit(values, span, (evidence,), verdict)


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


def _is_itself(subject: Subject, rival: Rival) -> bool:
    """Whether the rival is the proposal's own road: its old name, or the name it goes on with."""
    proposal = subject.proposal
    own = rival.name == proposal.name and proposal.action in _OWN_NAME
    return rival.verdict is Verdict.VIOLATION and (own or rival.name == proposal.old_name)


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
    proposal = subject.proposal
    kind, given = proposal.feature_class, (proposal.reading, rival.reading)
    how = explain_sound(proposal.name, rival.name, kind, given=given)
    theirs = read(rival.name, given=rival.reading, feature_class=kind)
    unsettled = {subject.name[at] for at in subject.reading.unsure}
    unsettled |= {rival.name[at] for at in theirs.unsure}
    open_ones = "、".join(char for char in dict.fromkeys(how) if char in unsettled)
    return f"{how}, “{open_ones}”的读音未经审定" if open_ones else how


def _area(rival: Rival, ground: Ground) -> str:
    """Where the rival is, in words; nothing when nobody said."""
    area = ground.store.jurisdiction(rival.jurisdiction[:6]) if rival.jurisdiction else None
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
