"""Looks whether a small street takes the name of the city or county itself (济宁三巷)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from diming.model import Evidence
from diming.rules.check import Check, Hit, Params
from diming.rules.neighbourhood import prefecture_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class CityNameParams(Params):
    """`minor`: the generics of what is general and local."""

    minor: list[str] = Field(min_length=1)


def _run(subject: Subject, params: CityNameParams, ground: Ground) -> Iterator[Hit]:
    if subject.parsed.generic not in params.minor or ground.registry is None:
        return
    specific, code = subject.parsed.specific, subject.jurisdiction.adcode
    city = ground.area(prefecture_of(code))
    if city is not None and specific == city.name.removesuffix("市"):
        yield Hit(
            {"city": city.name},
            (0, len(specific)),
            (Evidence("jurisdiction", city.name, city.adcode, city.adcode),),
        )


CHECK = Check(
    kind="city-name",
    about="本市的专名不用于一般的小街巷",
    params=CityNameParams,
    placeholders=frozenset({"city"}),
    run=_run,
)
