"""The shapes of what an example gives: a proposal, registered names, areas; and their values.

The fields and words are those of the proposals file, in English.
"""

from typing import Annotated, Any

import shapely
from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from shapely.geometry.base import BaseGeometry

from diming.model import (
    Action,
    Extent,
    FeatureClass,
    Jurisdiction,
    Level,
    Place,
    Proposal,
    Toponym,
    ToponymKind,
    ToponymStatus,
    WidthKind,
    parent_code,
)
from diming.rules.primitives import Day, Shape, Text, wrong


def _wkt(text: str) -> str:
    try:
        shapely.from_wkt(text)
    except shapely.errors.GEOSException:
        raise wrong("读不懂的 WKT 几何", "not a geometry in WKT") from None
    return text


def _measure(value: object) -> str:
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        try:
            Extent.parse(str(value))
        except ValueError:
            pass
        else:
            return str(value)
    raise wrong("应是米数, 如 20 或 9~15", "should be metres, as 20 or 9~15")


Wkt = Annotated[str, AfterValidator(_wkt)]
Adcode = Annotated[str, Field(pattern=r"^[0-9]{6}([0-9]{3}([0-9]{3})?)?$")]
Measure = Annotated[str, BeforeValidator(_measure), WithJsonSchema({"type": ["string", "number"]})]


class Given(Shape):
    """What an example gives."""

    def cells(self) -> dict[str, str]:
        """What the file gave, as the cells of a table."""
        given: dict[str, Any] = self.model_dump(mode="json", exclude_unset=True)
        return {key: str(value) for key, value in given.items() if value is not None}


class Case(Given):
    """A proposal."""

    name: Text
    feature_class: FeatureClass = FeatureClass.ROAD
    jurisdiction: Adcode | None = None
    action: Action = Action.NAME
    old_name: Text | None = None
    length_m: Annotated[float, Field(ge=0)] | None = None
    width_m: Measure | None = None
    width_kind: WidthKind | None = None
    start: Text | None = None
    end: Text | None = None
    orientation: Text | None = None
    grade: Text | None = None
    meaning: Text | None = None
    reading: Text | None = None
    romanization: Text | None = None
    ground: Text | None = None
    scheme_name: Text | None = None
    materials: Text | None = None
    assessment: Text | None = None
    expertise: Text | None = None
    consultation: Text | None = None
    authority: Text | None = None
    approved_on: Day | None = None
    filed_on: Day | None = None
    published_on: Day | None = None
    code: Text | None = None
    geometry: Wkt | None = None

    def proposal(self) -> Proposal:
        """The proposal that the cells of a table would make."""
        given = dict(self)
        given["width_m"] = Extent.parse(self.width_m) if self.width_m else None
        return Proposal(**given | {"geometry": _drawn(self.geometry)})


class Row(Given):
    """A name that the registry holds; rows with the same `place` name one place."""

    name: Text
    feature_class: FeatureClass = FeatureClass.ROAD
    jurisdiction: Adcode
    kind: ToponymKind = ToponymKind.STANDARD
    status: ToponymStatus = ToponymStatus.IN_USE
    reading: Text | None = None
    romanization: Text | None = None
    valid_from: Text | None = None
    valid_to: Text | None = None
    heritage: Text | None = None
    meaning: Text | None = None
    place: Text | None = None
    geometry: Wkt | None = None

    def named(self, number: int) -> tuple[Place, Toponym]:
        """The place and its name, with ids made of `number`."""
        place = Place(
            f"place-{self.place or number}",
            self.feature_class,
            self.jurisdiction,
            _drawn(self.geometry),
        )
        of_the_place = {"name", "feature_class", "jurisdiction", "place", "geometry"}
        rest = {key: value for key, value in self if key not in of_the_place}
        return place, Toponym(f"toponym-{number}", place.id, self.name, **rest)


class Area(Given):
    """An area of authority, for rules about geometry."""

    adcode: Adcode
    name: Text
    level: Level
    geometry: Wkt | None = None

    def jurisdiction(self) -> Jurisdiction:
        """The area, under the one its code tells."""
        return Jurisdiction(
            self.adcode, self.name, self.level, parent_code(self.adcode), _drawn(self.geometry)
        )


def _drawn(wkt: str | None) -> BaseGeometry | None:
    return None if wkt is None else shapely.from_wkt(wkt)
