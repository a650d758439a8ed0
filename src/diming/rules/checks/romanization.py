"""Looks at the spelling in Latin letters that an applicant gives: where it leaves the rules.

Rests on `names.spelling.orthography`; a proposal that gives no spelling has nothing to look at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.model import Verdict
from diming.names.spelling.orthography import FaultKind, faults
from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class RomanizationParams(Params):
    """`faults` are the kinds to look for; those also in `review` are for people to weigh."""

    faults: frozenset[FaultKind]
    review: frozenset[FaultKind] = frozenset()


def _run(subject: Subject, params: RomanizationParams, ground: Ground) -> Iterator[Hit]:
    del ground
    given, feature_class = subject.proposal.romanization, subject.proposal.feature_class
    if not given:
        return
    for fault in faults(subject.name, given, feature_class, subject.reading):
        if fault.kind in params.faults:
            yield Hit(
                {
                    "spelling": given,
                    "kind": fault.kind.zh,
                    "place": str(fault.start + 1),
                    "right": subject.romanization,
                    "article": fault.article.title,
                },
                verdict=Verdict.REVIEW if fault.kind in params.review else None,
            )


CHECK = Check(
    kind="romanization",
    about="申请所填罗马字母拼写与1984年规则",
    params=RomanizationParams,
    placeholders=frozenset({"spelling", "kind", "place", "right", "article"}),
    run=_run,
)
