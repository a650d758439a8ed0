"""The collections keep to OGC API - Features, part 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from shapely.geometry import shape

if TYPE_CHECKING:
    from flask.testing import FlaskClient


def features(client: FlaskClient, address: str) -> list[dict[str, Any]]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.content_type == "application/geo+json"
    document = answer.get_json(force=True)
    assert document["numberReturned"] == len(document["features"])
    found: list[dict[str, Any]] = document["features"]
    return found


def test_core_is_declared(client: FlaskClient) -> None:
    core = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"
    assert core in client.get("/conformance").get_json()["conformsTo"]


def test_every_collection_describes_itself_and_has_items(client: FlaskClient) -> None:
    for one in client.get("/collections").get_json()["collections"]:
        assert client.get(f"/collections/{one['id']}").get_json()["title"] == one["title"]
        (first,) = features(client, f"/collections/{one['id']}/items?limit=1")
        again = client.get(f"/collections/{one['id']}/items/{first['id']}").get_json(force=True)
        assert again["properties"] == first["properties"]


def test_pages_follow_one_another_without_gap_or_repeat(client: FlaskClient) -> None:
    address: str | None = "/collections/jurisdictions/items?level=county&limit=10"
    seen: list[str] = []
    while address:
        document = client.get(address).get_json(force=True)
        seen += [feature["id"] for feature in document["features"]]
        nexts = [link["href"] for link in document["links"] if link["rel"] == "next"]
        address = nexts[0] if nexts else None
    whole = features(client, "/collections/jurisdictions/items?level=county")
    assert seen == [feature["id"] for feature in whole]
    assert len(set(seen)) == len(seen) > 20


def test_a_box_keeps_what_meets_it(client: FlaskClient) -> None:
    inside = features(client, "/collections/places/items?bbox=116.57,35.41,116.58,35.43")
    assert "road-cs-name" in {feature["id"] for feature in inside}
    outside = features(client, "/collections/places/items?bbox=117.0,35.41,117.1,35.43")
    assert "road-cs-name" not in {feature["id"] for feature in outside}


def test_classes_can_be_chosen(client: FlaskClient) -> None:
    roads = features(client, "/collections/places/items?feature_class=road,park&limit=5000")
    assert {feature["properties"]["feature_class"] for feature in roads} == {"road", "park"}


def test_a_name_without_position_has_no_geometry(client: FlaskClient) -> None:
    villages = features(client, "/collections/places/items?feature_class=committee&limit=1")
    assert villages[0]["geometry"] is None


def test_the_line_between_two_counties_is_there_once_and_is_a_reference_line(
    client: FlaskClient,
) -> None:
    found = features(client, "/collections/lines/items")
    assert len({feature["id"] for feature in found}) == len(found)
    line = next(one for one in found if one["id"] == "370811-370812")
    assert line["properties"]["status"] == "参考线"
    assert line["properties"]["level"] == "县级"
    assert shape(line["geometry"]).length > 0.1


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/collections/nothing", 404),
        ("/collections/nothing/items", 404),
        ("/collections/places/items/nothing", 404),
        ("/collections/jurisdictions/items/999999", 404),
        ("/collections/lines/items/1-2", 404),
        ("/collections/places/items?bbox=1,2,3", 400),
        ("/collections/places/items?bbox=117,35,116,36", 400),
        ("/collections/places/items?bbox=nan,35,116,36", 400),
        ("/collections/places/items?limit=some", 400),
        ("/collections/places/items?feature_class=ship", 400),
        ("/collections/jurisdictions/items?level=moon", 400),
        ("/collections/places/items?colour=red", 400),
    ],
)
def test_what_is_not_there_or_not_understood_is_a_problem(
    client: FlaskClient, address: str, status: int
) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
