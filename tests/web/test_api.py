"""POST /checks answers the interface's JSON, and every mistake as a problem, never a traceback."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from diming.settings import shipped

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse


def post(client: FlaskClient, *proposals: Any) -> TestResponse:
    return client.post("/checks", json={"proposals": list(proposals)})


def openapi() -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load(shipped("web", "openapi.yaml").read_text("utf-8"))
    return document


def conforms(document: Any, schema: str) -> None:
    whole = {"$ref": f"#/components/schemas/{schema}", "components": openapi()["components"]}
    Draft202012Validator(whole).validate(document)


def problem(answer: TestResponse, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.content_type == "application/problem+json"
    document: dict[str, Any] = json.loads(answer.text)
    conforms(document, "Problem")
    assert "Traceback" not in answer.text
    return document


def test_a_same_sounding_name_comes_back_with_article_and_rival(client: FlaskClient) -> None:
    answer = post(client, {"name": "常山路", "feature_class": "road", "jurisdiction": "370811"})
    review = answer.get_json()
    conforms(review, "Review")
    (result,) = review["results"]
    assert result["verdict"] == "violation"
    finding = next(one for one in result["findings"] if one["message"].startswith("与长山路同音"))
    assert finding["span"] == [0, 2]
    assert finding["basis"][0]["instrument"] == "地名管理条例"
    assert finding["evidence"][0]["id"] == "road-cs-name"


def test_geometry_is_taken_as_wkt_and_as_geojson(client: FlaskClient) -> None:
    line = [[116.562, 35.412], [116.599, 35.413]]
    told = {"name": "常山路", "jurisdiction": "任城区"}
    answer = post(
        client,
        {**told, "geometry": "LINESTRING (116.562 35.412, 116.599 35.413)"},
        {**told, "geometry": {"type": "LineString", "coordinates": line}},
    )
    distances = [
        one["distance_m"]
        for result in answer.get_json()["results"]
        for finding in result["findings"]
        for one in finding["evidence"]
        if one["name"] == "长山路" and finding["slug"] == "same-sound"
    ]
    assert len(distances) == 2
    assert distances[0] == distances[1]


def test_numbers_are_taken_as_numbers(client: FlaskClient) -> None:
    answer = post(client, {"name": "杏坛路", "length_m": 1200, "width_m": "9~15"})
    assert answer.get_json()["results"][0]["proposal"]["length_m"] == 1200


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"null", b"[]", b"{}", b'{"proposals": {}}', b'{"proposals": []}', b"\xff\xfe",
        b'{"proposals": [{"name": "x", "length_m": NaN}]}', b"[" * 100_000, b'{"a":' * 5000,
    ],
)  # fmt: skip
def test_a_body_that_is_no_list_of_proposals_is_400(client: FlaskClient, body: bytes) -> None:
    problem(client.post("/checks", data=body, content_type="application/json"), 400)


@pytest.mark.parametrize(
    ("proposal", "field"),
    [
        ("常山路", None),
        ({}, "name"),
        ({"name": "  "}, "name"),
        ({"name": 7}, "name"),
        ({"name": "常山路", "meaning": ["x"]}, "meaning"),
        ({"name": "常山路", "length_m": True}, "length_m"),
        ({"name": "常\ud800路"}, "name"),
        ({"name": "常山路\u0000"}, "name"),
        ({"name": "常山路", "geometry": {"type": "LineString", "coordinates": "x"}}, "geometry"),
        ({"name": "常山路", "geometry": {"type": "Star"}}, "geometry"),
    ],
)
def test_a_field_of_the_wrong_type_is_422_with_its_row(
    client: FlaskClient, proposal: Any, field: str | None
) -> None:
    document = problem(post(client, {"name": "杏坛路"}, proposal), 422)
    assert document["row"] == 2
    assert document.get("field") == field


@pytest.mark.parametrize(
    ("field", "value"),
    [("feature_class", "飞船"), ("length_m", "很长"), ("geometry", "LINE 1"), ("action", "吃")],
)
def test_a_value_that_means_nothing_is_422_with_every_fault(
    client: FlaskClient, field: str, value: str
) -> None:
    document = problem(post(client, {"name": "常山路", field: value}), 422)
    assert [(fault["row"], fault["field"]) for fault in document["errors"]] == [(1, field)]


def test_too_many_proposals_are_refused(client: FlaskClient) -> None:
    problem(post(client, *[{"name": "常山路"}] * 1001), 400)


def test_a_body_over_the_limit_is_413(client: FlaskClient) -> None:
    problem(post(client, {"name": "常山路", "meaning": "长" * 1_000_000}), 413)


def test_only_json_is_taken(client: FlaskClient) -> None:
    problem(client.post("/checks", data={"proposals": "[]"}), 415)


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}],
)
def test_pages_of_other_sites_may_not_ask(client: FlaskClient, headers: dict[str, str]) -> None:
    answer = client.post("/checks", json={"proposals": [{"name": "常山路"}]}, headers=headers)
    problem(answer, 400)


def test_our_own_page_may_ask(client: FlaskClient) -> None:
    headers = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    answer = client.post("/checks", json={"proposals": [{"name": "常山路"}]}, headers=headers)
    assert answer.status_code == 200


def test_nothing_is_recorded(client: FlaskClient) -> None:
    before = client.get("/readyz").get_json()["revision"]
    post(client, {"name": "常山路", "jurisdiction": "370811"})
    assert client.get("/readyz").get_json()["revision"] == before


def test_search_answers_hits_that_conform(client: FlaskClient) -> None:
    hits = client.get("/search?q=长山路").get_json()["hits"]
    assert hits[0]["id"] == "road-cs-name"
    for hit in hits:
        conforms(hit, "Hit")


def test_search_says_why_in_words_and_whether_there_is_more(client: FlaskClient) -> None:
    (hit,) = client.get("/search?q=csl").get_json()["hits"]
    assert (hit["why"], hit["why_zh"]) == ("initials", "首字母")
    assert hit["span"] == [0, 3]
    assert not client.get("/search?q=长山路").get_json()["more"]
    assert client.get("/search?q=村&limit=1").get_json()["more"]


def test_search_reads_a_year_in_the_text(client: FlaskClient) -> None:
    found = client.get("/search?q=公安街 1930").get_json()
    assert found["year"] == 1930
    (hit,) = found["hits"]
    conforms(hit, "Hit")
    assert hit["standard_name"] == "铁塔寺街"


def test_search_keeps_to_an_area_by_code_or_name(client: FlaskClient) -> None:
    for area in ("370881", "曲阜市"):
        found = client.get(f"/search?q=孔&area={area}&limit=200").get_json()
        assert found["area"] == "370881"
        assert found["hits"]
        assert all(hit["jurisdiction"].startswith("370881") for hit in found["hits"])


def test_search_by_kind_keeps_to_heritage(client: FlaskClient) -> None:
    hits = client.get("/search?q=济&kind=heritage&limit=200").get_json()["hits"]
    assert hits
    assert all(hit["heritage"] for hit in hits)


@pytest.mark.parametrize(
    ("query", "field"),
    [("year=x", "year"), ("year=0", "year"), ("kind=飞船", "kind"), ("limit=-1", "limit"),
     ("q=" + "长" * 101, "q"), ("q=%00", "q")],
)  # fmt: skip
def test_a_wrong_parameter_is_named(client: FlaskClient, query: str, field: str) -> None:
    assert problem(client.get(f"/search?{query}"), 400)["field"] == field


def test_unknown_addresses_and_methods_are_problems(client: FlaskClient) -> None:
    problem(client.get("/nowhere"), 404)
    problem(client.get("/static/../app.py"), 404)
    assert "POST" in client.get("/checks").headers["Allow"]
    problem(client.get("/checks"), 405)


def test_the_openapi_document_is_valid_and_names_every_route(client: FlaskClient) -> None:
    document = client.get("/openapi.json").get_json(force=True)
    validate(document)
    rules = {
        re.sub("<(.+?)>", r"{\1}", str(rule).replace("<name>", "<collection>"))
        for rule in client.application.url_map.iter_rules()
        if rule.endpoint != "static"
    }
    assert rules == set(document["paths"])


def test_health_and_readiness(client: FlaskClient) -> None:
    assert client.get("/healthz").get_json() == {"status": "ok"}
    assert client.get("/readyz").get_json()["status"] == "ready"
