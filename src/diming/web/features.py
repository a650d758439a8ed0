"""Offers areas, lines and names as GeoJSON after OGC API - Features, part 1 (core)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from flask import Blueprint, request, url_for

from diming.errors import UsageError, Where
from diming.web import query
from diming.web.api import as_json
from diming.web.current import counter
from diming.web.layers import COLLECTIONS, Collection, collection

if TYPE_CHECKING:
    from flask import Response

blueprint = Blueprint("features", __name__)

MAX_ITEMS = 5000
_PARAMETERS = {"bbox", "limit", "offset", "level", "feature_class"}
_GEOJSON = "application/geo+json"
_CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
_CONFORMANCE = tuple(
    f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{part}"
    for part in ("core", "geojson", "oas30")
)


def landing() -> Response:
    """The landing page for programs: where everything is."""
    places = {
        "self": "pages.desk",
        "service-desc": "api.openapi",
        "conformance": "features.conformance",
        "data": "features.collections",
    }
    return as_json(
        {
            "title": "diming 地名库",
            "description": "界线为参考线, 不作为法定依据 · reference lines, no legal boundary",
            "links": [_link(rel, url_for(to, _external=True)) for rel, to in places.items()],
        }
    )


@blueprint.get("/conformance")
def conformance() -> Response:
    """Which parts of the standard hold."""
    return as_json({"conformsTo": list(_CONFORMANCE)})


@blueprint.get("/collections")
def collections() -> Response:
    """All collections."""
    return as_json(
        {
            "links": [_link("self", url_for(".collections", _external=True))],
            "collections": [_describe(one) for one in COLLECTIONS.values()],
        }
    )


@blueprint.get("/collections/<name>")
def describe(name: str) -> Response:
    """One collection; NotFoundError when there is none of this name."""
    return as_json(_describe(collection(name)))


@blueprint.get("/collections/<name>/items")
def items(name: str) -> Response:
    """A page of features, in `bbox` if one is given, with a link to the next page."""
    given, source = request.args, collection(name)
    if unknown := sorted(set(given) - _PARAMETERS):
        raise UsageError(
            f"不认识的参数: {unknown[0]}", f"unknown parameter: {unknown[0]}",
            where=Where(field=unknown[0]), mend=("见 /openapi.json", "see /openapi.json"),
        )  # fmt: skip
    limit = max(1, query.whole_number(given, "limit", default=1000, most=MAX_ITEMS))
    offset = query.whole_number(given, "offset", default=0, most=10_000_000)
    asked = source.ask(given)
    found = source.read(counter(), query.box(given), asked, offset + limit + 1)[offset:]
    links = [_link("self", request.url, _GEOJSON)]
    if len(found) > limit:
        values = {**given.to_dict(), "limit": str(limit), "offset": str(offset + limit)}
        further = f"{request.base_url}?{urlencode(values)}"
        links.append(_link("next", further, _GEOJSON))
    answer = as_json(
        {
            "type": "FeatureCollection",
            "features": found[:limit],
            "numberReturned": min(len(found), limit),
            "timeStamp": datetime.now(UTC).isoformat(timespec="seconds"),
            "links": links,
        },
        _GEOJSON,
    )
    answer.headers["Content-Crs"] = f"<{_CRS84}>"
    return answer


@blueprint.get("/collections/<name>/items/<item>")
def one(name: str, item: str) -> Response:
    """One feature by its id; NotFoundError when there is none."""
    feature = collection(name).one(counter(), item)
    return as_json({**feature, "links": [_link("self", request.base_url, _GEOJSON)]}, _GEOJSON)


def _describe(source: Collection) -> dict[str, Any]:
    where = url_for(".describe", name=source.id, _external=True)
    return {
        "id": source.id,
        "title": source.title,
        "description": source.description,
        "attribution": source.attribution,
        "itemType": "feature",
        "crs": [_CRS84],
        "links": [_link("self", where), _link("items", f"{where}/items", _GEOJSON)],
    }


def _link(relation: str, href: str, kind: str = "application/json") -> dict[str, str]:
    return {"rel": relation, "href": href, "type": kind}
