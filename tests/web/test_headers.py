"""A page loads nothing from outside and lets no foreign page use it."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from diming.settings import shipped
from diming.web.app import create_app
from diming.web.server import guard
from scripts import vendor_web

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient

    from diming.service.desk import Desk

OURS = sorted(
    path
    for path in shipped("web").rglob("*")
    if path.suffix in {".html", ".css", ".js", ".svg"} and "vendor" not in path.parts
)
# A name of XML's, never fetched.
_NAMESPACE = "http://www.w3.org/2000/svg"
_FOREIGN = re.compile(r"""(?:https?:)?//[\w-]+\.[\w./-]*""")


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_no_template_style_or_script_names_another_host(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace(_NAMESPACE, "")
    assert not _FOREIGN.findall(text)


def test_there_are_templates_styles_and_scripts_to_look_at() -> None:
    assert {path.suffix for path in OURS} == {".html", ".css", ".js", ".svg"}


def test_the_policy_lets_in_our_files_and_the_import_map_only(client: FlaskClient) -> None:
    answer = client.get("/")
    policy = dict(
        part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";")
    )
    inline = re.findall(r'<script type="importmap">(.*?)</script>', answer.text)
    (digest,) = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in inline]
    assert policy == {
        "default-src": "'none'",
        "script-src": f"'self' 'sha256-{digest}'",
        "style-src": "'self'",
        "img-src": "'self' data: blob:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "font-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }


def test_no_markup_carries_a_script_or_style_of_its_own(client: FlaskClient) -> None:
    for address in ("/", "/?q=长山", "/?id=road-cs-name", "/?review=常山路&area=370811"):
        html = client.get(address).text
        assert not re.search(r"<[^>]*\s(style|on\w+)=", html)
        scripts = re.findall(r"<script([^>]*)>", html)
        assert all("src=" in one or "importmap" in one or "json" in one for one in scripts)


@pytest.mark.parametrize("address", ["/", "/search?q=a", "/nowhere", "/static/diming.css"])
def test_every_answer_carries_the_headers(client: FlaskClient, address: str) -> None:
    with client.get(address) as answer:
        headers = answer.headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_modules_are_served_as_scripts(client: FlaskClient) -> None:
    for path in ("js/main.js", "vendor/maplibre-gl-6.17.0/maplibre-gl.mjs"):
        with client.get(f"/static/{path}") as answer:
            assert answer.mimetype == "text/javascript"


def test_vendored_files_are_those_that_were_pinned() -> None:
    vendor_web.check()


def test_served_on_this_machine_only_its_own_names_are_answered(desk: Desk) -> None:
    app = create_app(desk)
    guard(app, "127.0.0.1")
    client = app.test_client()
    assert client.get("/", headers={"Host": "127.0.0.1:8000"}).status_code == 200
    foreign = client.get("/", headers={"Host": "rebound.example", "Accept": "text/html"})
    assert foreign.status_code == 400


def test_served_to_the_office_any_name_is_answered(desk: Desk) -> None:
    app = create_app(desk)
    guard(app, "0.0.0.0")  # noqa: S104
    client = app.test_client()
    assert client.get("/healthz", headers={"Host": "diming.office"}).status_code == 200


def test_a_defect_is_said_without_its_traceback(desk: Desk) -> None:
    app: Flask = create_app(desk)
    app.add_url_rule("/defect", view_func=lambda: str(1 // 0))
    answer = app.test_client().get("/defect")
    assert answer.status_code == 500
    assert answer.content_type == "application/problem+json"
    assert "ZeroDivisionError" not in answer.text
