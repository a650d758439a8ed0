"""Reviews the name that the address of a page asks about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.errors import InputError, Where
from diming.formats.proposals import proposals_from_rows
from diming.service.checking import areas_named, check

if TYPE_CHECKING:
    from diming.model import Review
    from diming.web.current import Counter
    from diming.web.query import PageQuery


def review_of(here: Counter, query: PageQuery) -> Review:
    """The review of the one name; raises InputError for a field that cannot be read."""
    row = {
        "name": query.review,
        "feature_class": query.feature_class.value,
        "jurisdiction": query.area,
        "geometry": query.geometry,
    }
    given = {field: value for field, value in row.items() if value}
    proposals, refused = proposals_from_rows([given], areas_named(here.store))
    if refused:
        first = refused[0]
        raise InputError(first.zh, first.en, where=Where(field=first.field))
    return check(here.desk, proposals)
