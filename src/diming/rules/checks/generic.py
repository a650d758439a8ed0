"""Looks whether the generic element suits the kind of thing that is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.model import FeatureClass, Verdict
from diming.names.parse import generics
from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class GenericParams(Params):
    """Which generics a class takes is in the table of generics.

    `open_classes` are classes that no list of generics exhausts: a generic of another class is
    a question there and no breach. `borrowed` are generics that these take over freely (湖, 里).
    """

    open_classes: frozenset[FeatureClass] = frozenset()
    borrowed: frozenset[str] = frozenset()


def _run(subject: Subject, params: GenericParams, ground: Ground) -> Iterator[Hit]:
    del ground
    name, asked = subject.name, subject.proposal.feature_class
    table = generics()
    known = [name[at:] for at in range(len(name)) if name[at:] in table]  # the longest first
    if not known or any(asked in table[word].classes for word in known):
        return
    word = known[0]
    open_class = asked in params.open_classes
    if open_class and word in params.borrowed:
        return
    classes = "、".join(sorted(kind.zh for kind in table[word].classes))
    yield Hit(
        {"word": word, "asked": asked.zh, "classes": classes},
        span=(len(name) - len(word), len(name)),
        verdict=Verdict.REVIEW if open_class else None,
    )


CHECK = Check(
    kind="generic",
    about="通名与地名类别相符",
    params=GenericParams,
    placeholders=frozenset({"word", "asked", "classes"}),
    run=_run,
)
