"""Finds the names in use round about a proposal that share a character with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.model import ToponymStatus
from diming.registry.store import Scope
from diming.rules.missing import Missing
from diming.rules.neighbourhood import prefecture_of

if TYPE_CHECKING:
    from diming.registry.store import Named
    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_SHOWN = 3
_LOOKED_AT = 2000  # a character with as many names is none that a rule asks about


def names_with(char: str, subject: Subject, ground: Ground) -> tuple[Named, ...]:
    """A few names in use in the same prefecture that are written with `char`.

    Without a registry or an area there are none to show, and none are assumed.
    """
    if ground.registry is None:
        return ()
    try:
        area = prefecture_of(subject.jurisdiction.adcode)
    except Missing:
        return ()
    scope = Scope(areas=(area,), live_only=True)
    found = [
        named
        for named in ground.registry.containing(char, scope, limit=_LOOKED_AT)
        if char in named.toponym.name and named.toponym.status is ToponymStatus.IN_USE
    ]
    return tuple(sorted(found, key=lambda named: named.toponym.id)[:_SHOWN])
