"""Looks whether the generic element suits the kind of thing that is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.names.parse import generics
from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class GenericParams(Params):
    """Nothing to set: which generics a class takes is in the table of generics."""


def _run(subject: Subject, params: GenericParams, ground: Ground) -> Iterator[Hit]:
    del params, ground
    name, asked = subject.name, subject.proposal.feature_class
    known = [word for word in generics() if name.endswith(word)]
    if not known or any(asked in generics()[word].classes for word in known):
        return
    word = max(known, key=len)
    classes = "、".join(sorted(kind.zh for kind in generics()[word].classes))
    yield Hit(
        {"word": word, "asked": asked.zh, "classes": classes},
        span=(len(name) - len(word), len(name)),
    )


CHECK = Check(
    kind="generic",
    about="通名与地名类别相符",
    params=GenericParams,
    placeholders=frozenset({"word", "asked", "classes"}),
    run=_run,
)
