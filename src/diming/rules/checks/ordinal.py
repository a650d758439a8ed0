"""Looks whether the number of a street in a series goes higher than a city lets it (个位数)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import Field

from diming.names.parse import COUNT, numeral
from diming.rules.check import Check, Hit, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_NUMBER = re.compile(COUNT)


class OrdinalParams(Params):
    """`highest`: the last number that a series may reach."""

    highest: int = Field(ge=1)


def _run(subject: Subject, params: OrdinalParams, ground: Ground) -> Iterator[Hit]:
    del ground
    parsed = subject.parsed
    found = _NUMBER.search(parsed.modifier)
    if not parsed.specific or found is None or numeral(found[0]) <= params.highest:
        return
    start = len(parsed.specific) + found.start()
    yield Hit({"number": found[0]}, (start, start + len(found[0])))


CHECK = Check(
    kind="ordinal",
    about="序列路名的序数不超过规定",
    params=OrdinalParams,
    placeholders=frozenset({"number"}),
    run=_run,
)
