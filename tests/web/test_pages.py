"""The left column is a complete page without the map and without scripts."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from diming.errors import UsageError
from diming.service.desk import Desk
from diming.web.app import create_app

if TYPE_CHECKING:
    from flask.testing import FlaskClient

PROPOSED = "LINESTRING (116.562 35.412, 116.599 35.413)"


def page(client: FlaskClient, **query: str) -> str:
    answer = client.get(f"/?{urlencode(query)}", headers={"Accept": "text/html"})
    assert answer.status_code == 200, answer.text
    return answer.text


def figures(html: str) -> list[dict[str, Any]]:
    found = re.search(r'id="figures">(.*?)</script>', html, re.S)
    assert found
    drawn: list[dict[str, Any]] = json.loads(found[1])["features"]
    return drawn


def test_the_start_offers_both_jobs_and_says_what_the_lines_are(client: FlaskClient) -> None:
    html = page(client)
    assert 'id="search"' in html
    assert 'id="review"' in html
    assert "界线为参考线，不作为法定依据 · 审图号 GS(2024)0650号" in html
    assert "济宁市" in html
    assert '<option value="370811">任城区</option>' in html
    assert "市中区</option>" not in html.split('id="kind"')[0]


def test_a_list_marks_the_characters_that_were_met_and_links_to_the_name(
    client: FlaskClient,
) -> None:
    html = page(client, q="长山")
    assert "<mark>长山</mark>路" in html
    assert "/?id=road-cs-name&amp;q=%E9%95%BF%E5%B1%B1" in html
    assert 'data-view="list"' in html
    assert [one["properties"]["label"] for one in figures(html)].count("长山路") == 1


def test_pinyin_initials_find_it_too_and_the_reading_is_shown(client: FlaskClient) -> None:
    assert "长山路" in page(client, q="csl")
    assert "cháng shān lù" in page(client, q="changshanlu")


def test_letters_mark_the_characters_that_they_stand_for(client: FlaskClient) -> None:
    html = page(client, q="changshan")
    assert "<mark>长山</mark>路" in html
    assert "拼音 · 道路" in html


def test_a_list_says_that_there_is_more(client: FlaskClient) -> None:
    assert "还有更多" in page(client, q="村")
    assert "还有更多" not in page(client, q="长山路")


def test_a_list_keeps_to_an_area(client: FlaskClient) -> None:
    html = page(client, q="孔庙", area="370881")
    assert "济宁市曲阜市" in html
    assert "济宁市任城区" not in html
    assert '<option value="370881" selected>' in html.split("</form>")[0]


def test_a_year_in_the_text_is_told(client: FlaskClient) -> None:
    html = page(client, q="公安街 1930")
    assert "1930 年使用：1 条" in html
    assert "1928–1939" in html
    assert "曾用名，今铁塔寺街" in html


def test_names_of_unknown_age_are_not_claimed_for_a_year(client: FlaskClient) -> None:
    html = page(client, q="济州 1200")
    head, dated, undated = html.partition('<ol class="hits">')[0], *html.split("以下年代不详")
    assert "1200 年使用：1 条；年代不详：" in head
    assert "起始年代不详" not in dated
    assert "1150" in dated
    assert "起始年代不详" in undated
    assert "以下年代不详" not in page(client, q="济州")


def test_a_year_leaves_out_names_that_were_not_used_then(client: FlaskClient) -> None:
    old = "<mark>济宁府</mark></span>"
    assert f'heritage">{old}' in page(client, q="济宁府", year="1300")
    assert f'heritage">{old}' not in page(client, q="济宁府", year="1900")


def test_nothing_found_says_what_to_try(client: FlaskClient) -> None:
    assert "没有查到" in page(client, q="魑魅魍魉大道")


def test_a_name_is_a_small_biography_with_its_reading_over_it(client: FlaskClient) -> None:
    html = page(client, id="road-cs-name", q="长山")
    assert re.search(r"长</span><rt[^>]*>cháng</rt>", html)
    assert "济宁市任城区" in html
    assert "误差约 30 米" in html
    assert 'href="/?q=%E9%95%BF%E5%B1%B1">返回结果</a>' in html
    (drawn,) = figures(html)
    assert drawn["properties"] == {
        "role": "name", "label": "长山路", "id": "road-cs-name", "accuracy_m": 30.0,
        "at": [116.58, 35.421],
    }  # fmt: skip


def test_a_former_name_stands_on_a_line_of_its_place_names(client: FlaskClient) -> None:
    hit = client.get("/search?q=济宁府").get_json()["hits"][0]
    html = page(client, id=hit["id"])
    assert "历来名称" in html
    assert "济宁市</a>" in html
    assert "1271 年" in html


def test_a_review_shows_the_sentence_the_article_and_the_rival(client: FlaskClient) -> None:
    html = page(client, review="常山路", area="370811")
    finding = html[html.index("与长山路同音") - 400 :]
    assert "违反" in finding
    assert "《地名管理条例》第九条" in finding
    assert "长山路</a>" in finding
    assert re.search(r'<span class="touched \w+">常</span>', html)
    assert "Changshan Lu" in html.replace("á", "a").replace("ā", "a").replace("ù", "u")


def test_a_drawn_review_draws_the_rival_and_the_metres_between(client: FlaskClient) -> None:
    html = page(client, review="常山路", area="370811", geometry=PROPOSED)
    roles = {one["properties"]["role"]: one for one in figures(html)}
    assert set(roles) == {"proposal", "rival", "link"}
    assert roles["rival"]["properties"]["label"] == "长山路"
    metres = int(roles["link"]["properties"]["label"].removesuffix(" 米"))
    assert 700 < metres < 1000
    assert "sign east-west" in html


def test_a_drawn_review_offers_names_that_are_in_breach_of_nothing(client: FlaskClient) -> None:
    html = page(client, review="常山路", area="370811", geometry=PROPOSED)
    offered = html[html.index("可用的名称") :]
    names = re.findall(r'<a class="name" href="([^"]+)">(\w+)</a>', offered)
    assert 1 <= len(names) <= 6
    address, name = names[0]
    again = client.get(unescape(address), headers={"Accept": "text/html"}).text
    assert f"审“{name}”" in again
    assert '<article class="outcome violation">' not in again
    assert "可用的名称" not in page(client, review="常山路", area="370811")


def test_what_could_not_be_evaluated_is_no_pass(client: FlaskClient) -> None:
    html = page(client, review="杏坛路")
    assert re.search(r"未评</span> \d+ 项，不算通过", html)


def test_a_wrong_query_keeps_the_page_and_says_the_mend(client: FlaskClient) -> None:
    answer = client.get("/?q=a&year=去年", headers={"Accept": "text/html"})
    assert answer.status_code == 400
    assert "须为年份" in answer.text
    assert 'id="search"' in answer.text


def test_a_geometry_that_is_none_is_refused_as_a_page(client: FlaskClient) -> None:
    query = urlencode({"review": "常山路", "geometry": "LINE 1 2"})
    answer = client.get(f"/?{query}", headers={"Accept": "text/html"})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_markup_in_a_name_is_shown_not_run(client: FlaskClient) -> None:
    html = page(client, q="<script>alert(1)</script>")
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html


def test_a_page_is_never_kept_by_the_browser(client: FlaskClient) -> None:
    assert client.get("/?q=长山").headers["Cache-Control"] == "no-store"


def test_programs_get_links_instead_of_the_page(client: FlaskClient) -> None:
    links = client.get("/", headers={"Accept": "application/json"}).get_json()["links"]
    assert {link["rel"] for link in links} == {"self", "service-desc", "conformance", "data"}


def test_pages_without_a_registry_are_refused(desk: Desk) -> None:
    with pytest.raises(UsageError, match="registry"):
        create_app(Desk(None, desk.ruleset, desk.lexicons))


def test_references_of_machines_are_not_shown_as_remarks(client: FlaskClient, desk: Desk) -> None:
    assert desk.store is not None
    notes = {one.toponym.id: one.toponym.note or "" for one in desk.store.named()}
    noted = {key: note for key, note in notes.items() if "osm:" in note}
    assert noted
    for key in noted:
        assert "osm:" not in page(client, id=key)
    key, note = next((key, note) for key, note in noted.items() if not note.startswith("osm:"))
    assert f"<dt>备注</dt><dd>{note.split(';')[0]}</dd>" in page(client, id=key)
