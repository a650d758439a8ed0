"""The papers on a reviewed name come as files with a name of their own and as pages to print."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from urllib.parse import quote

import docx
import pytest

if TYPE_CHECKING:
    from flask.testing import FlaskClient

ASKED = {
    "review": "常山路",
    "area": "370811",
    "geometry": "LINESTRING (116.560 35.415, 116.598 35.415)",
}


def test_the_review_leads_to_its_papers(client: FlaskClient) -> None:
    page = client.get("/", query_string=ASKED, headers={"Accept": "text/html"}).text
    assert "/documents/opinion.docx?" in page
    assert "/documents/opinion.html?" in page


def test_a_file_for_the_word_processor(client: FlaskClient) -> None:
    answer = client.get("/documents/opinion.docx", query_string=ASKED)
    assert answer.status_code == 200
    assert quote("审核意见-常山路.docx") in answer.headers["Content-Disposition"]
    page = docx.Document(io.BytesIO(answer.data))
    assert any("与长山路同音" in line.text for line in page.paragraphs)
    assert len(page.inline_shapes) == 1


def test_a_page_to_print_fetches_its_style_and_runs_nothing(client: FlaskClient) -> None:
    answer = client.get("/documents/opinion.html", query_string=ASKED)
    assert "与长山路同音" in answer.text
    assert "<svg" in answer.text
    assert "<style" not in answer.text
    assert " style=" not in answer.text
    assert "<script" not in answer.text
    style = client.get("/documents/sheet.css")
    assert style.mimetype == "text/css"
    assert "@page" in style.text


def test_a_workbook(client: FlaskClient) -> None:
    answer = client.get("/documents/batch.xlsx", query_string=ASKED)
    assert answer.data.startswith(b"PK")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/documents/poem.html?review=常山路", 404),
        ("/documents/opinion.exe?review=常山路", 404),
        ("/documents/opinion.docx", 400),
        ("/documents/opinion.docx?review=常山路&area=无此区", 422),
        ("/documents/opinion.docx?review=常山路&geometry=POINT", 422),
    ],
)
def test_mistakes_are_answered(path: str, status: int, client: FlaskClient) -> None:
    assert client.get(path).status_code == status
