"""Measures a rule set on labelled names: whom it accuses, and whom it finds.

Of names officially given, each accusation is a false alarm until somebody can defend it; of names
officially struck off, each silence is a miss. A pair of names that are one too many is judged in a
registry that holds the rival.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from diming.model import FeatureClass, Jurisdiction, Level, Place, Severity, Toponym
from diming.model.scores import Alarm, Given, Judged, Pair, Recall, Scores
from diming.registry.geopackage import GeoPackageStore
from diming.rules.criteria import criteria, is_profile
from diming.service.checking import check
from diming.service.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from diming.model import Finding
    from diming.model.scores import Labelled

_GIVEN = frozenset({"命名", "拟命名", "更名", "拟更名"})
_CLASSES = frozenset(
    {FeatureClass.ROAD, FeatureClass.BRIDGE, FeatureClass.SQUARE, FeatureClass.TUNNEL}
)
_OFFICIAL = frozenset({"官方清单", "官方更名", "拟名未采用", ""})  # "": the file states no basis
_LABELS = ("大", "洋", "怪")
_TWICE = "重"
_HEAVY = (Severity.ERROR, Severity.WARNING)
# "与洪泽区东风路重名": what follows 与, without the area it lies in.
_RIVAL = re.compile(
    r"与(?:[^,，;；“”]*?(?:区|县|市|镇|的))?([^,，;；“”]{1,6}?(?:大道|大街|路|街(?!道)|巷))"
)
_NAMESAKES = re.compile(r"重名|同名|各有一条|有\d+条|一样|都叫")
_COUNTY = Jurisdiction("370811", "任城区", Level.COUNTY, "370800")  # stands for one built-up area
_CITY = Jurisdiction("370800", "济宁市", Level.PREFECTURE, "370000")


def evaluate(
    desk: Desk, given: Sequence[Labelled] | None, irregular: Sequence[Labelled] | None
) -> Scores:
    """The scores of the desk's rule set over names officially given, and names struck off."""
    struck = irregular or ()
    twice = [case for case in struck if case.label == _TWICE]
    pairs = [(case, rival) for case in twice if (rival := _rival(case))]
    return Scores(
        ruleset=check(desk, []).ruleset,
        given=None if given is None else _given(desk, given),
        recalls=[_recall(desk, label, struck) for label in _LABELS] if struck else (),
        pairs=[_pair(desk, case, rival) for case, rival in pairs],
        unpaired=len(twice) - len(pairs),
    )


def _judged(desk: Desk, cases: Sequence[Labelled]) -> list[Judged]:
    results = check(desk, [case.proposal for case in cases]).results
    return [Judged(case, result.findings) for case, result in zip(cases, results, strict=True)]


def _given(desk: Desk, cases: Sequence[Labelled]) -> Given:
    asked = [
        case for case in cases if case.status in _GIVEN and case.proposal.feature_class in _CLASSES
    ]
    judged = [_judged(desk, [case])[0] for case in asked]  # no two compete: they are of many cities
    refused = _those(judged, lambda one: one.spoken(Severity.ERROR, violation=True))
    return Given(
        names=len(asked),
        left=len(cases) - len(asked),
        refused=refused,
        questioned=_those(judged, _doubts),
        warned=_those(judged, lambda one: _warnings(one, profile=False)),
        warned_by_profile=_those(judged, lambda one: _warnings(one, profile=True)),
        alarms=_alarms(judged),
    )


def _those(
    judged: Iterable[Judged], spoken: Callable[[Judged], Sequence[Finding]]
) -> tuple[Judged, ...]:
    """The names that some findings speak of, with these only."""
    return tuple(Judged(one.case, tuple(found)) for one in judged if (found := spoken(one)))


def _doubts(one: Judged) -> tuple[Finding, ...]:
    """What only people can call an error, of a name with none that is one for sure."""
    sure = one.spoken(Severity.ERROR, violation=True)
    return () if sure else one.spoken(Severity.ERROR)


def _warnings(one: Judged, *, profile: bool) -> list[Finding]:
    warnings = one.spoken(Severity.WARNING)
    return [found for found in warnings if is_profile(found.rule) == profile]


def _alarms(judged: Iterable[Judged]) -> tuple[Alarm, ...]:
    counts = Counter(
        kind
        for one in judged
        for kind in {(found.severity, found.rule, found.verdict) for found in one.spoken(*Severity)}
    )
    order = list(Severity)
    return tuple(
        Alarm(rule, severity, verdict, counts[severity, rule, verdict])
        for severity, rule, verdict in sorted(
            counts, key=lambda kind: (order.index(kind[0]), -counts[kind], kind[1], kind[2])
        )
    )


def _recall(desk: Desk, label: str, cases: Sequence[Labelled]) -> Recall:
    asked = [case for case in cases if case.label == label and case.basis in _OFFICIAL]
    judged = [_judged(desk, [case])[0] for case in asked]
    found = [one for one in judged if one.spoken(*_HEAVY)]
    right = [
        one for one in found if any(label in criteria(said.rule) for said in one.spoken(*_HEAVY))
    ]
    return Recall(
        label,
        names=len(asked),
        found=len(found),
        right=len(right),
        violations=sum(bool(one.spoken(*_HEAVY, violation=True)) for one in judged),
        missed=tuple(_heard(one) for one in judged if one not in found),
        misread=tuple(_heard(one) for one in found if one not in right),
    )


def _heard(one: Judged) -> Judged:
    """The name with the findings that say something of it."""
    return Judged(one.case, one.spoken(*Severity))


def _rival(case: Labelled) -> str | None:
    """The name that the reason tells of, or the same name again; None when it tells of none."""
    told = _RIVAL.search(case.reason)
    if told and "其他" not in told[1]:
        return told[1]
    return case.proposal.name if _NAMESAKES.search(case.reason) else None


def _pair(desk: Desk, case: Labelled, rival: str) -> Pair:
    """The two in one built-up area: which rules of the kind notice them."""
    proposal = replace(case.proposal, jurisdiction=_COUNTY.adcode)
    with closing(GeoPackageStore.create(":memory:")) as store:
        with store.change("evaluation", rival) as change:
            change.put(_CITY)
            change.put(_COUNTY)
            change.put(Place("rival", proposal.feature_class, _COUNTY.adcode))
            change.put(Toponym("rival", "rival", rival))
        judged = Judged(
            case, check(Desk(store, desk.ruleset, desk.lexicons), [proposal]).results[0].findings
        )
    rules = {found.rule for found in judged.spoken(*_HEAVY) if _TWICE in criteria(found.rule)}
    return Pair(proposal.name, rival, tuple(sorted(rules)))
