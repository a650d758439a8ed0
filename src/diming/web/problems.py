"""Answers every mistake as a problem document (RFC 9457), or as a page to whoever reads pages."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from flask import json, make_response, render_template, request
from werkzeug.exceptions import HTTPException, SecurityError

from diming.errors import DimingError, http_status
from diming.web.query import PageQuery

if TYPE_CHECKING:
    from flask import Flask, Response

_LOG = logging.getLogger(__name__)

# What Flask itself refuses → how we say it.
_SAID = {
    400: ("请求读不懂", "the request cannot be understood"),
    404: ("没有这个地址", "there is nothing at this address"),
    405: ("此地址不接受这种请求方法", "this address does not take this method"),
    413: ("请求内容太大", "the request is too large"),
    415: ("请求内容须为 application/json", "the body must be application/json"),
    500: ("程序出错, 已记入日志", "the program failed; the log has the details"),
}


def problem(
    status: int, zh: str, en: str, *, mend: tuple[str, str] = ("", ""), **more: Any
) -> Response:
    """A problem document with the message and the mend in both languages."""
    document = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": zh,
        "detail_en": en,
        "mend": mend[0],
        "mend_en": mend[1],
        **more,
    }
    kept = {key: value for key, value in document.items() if value not in ("", None)}
    answer = make_response(json.dumps(kept, ensure_ascii=False), status)
    answer.content_type = "application/problem+json"
    return answer


def install(app: Flask) -> None:
    """Makes the application answer mistakes as problems."""

    @app.errorhandler(DimingError)
    def mistaken(error: DimingError) -> Response:
        status = http_status(error)
        if _reads_pages():
            return _page(status, error.text("zh"), error.text("en"))
        where = error.where
        return problem(
            status, error.zh, error.en, mend=error.mend, row=where.row, field=where.field
        )

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response:
        status = error.code or 500
        zh, en = _SAID.get(status, ("请求未能完成", error.name.lower()))
        # A request to a host that is not ours has no addresses to make a page of.
        page = _reads_pages() and not isinstance(error, SecurityError)
        answer = _page(status, zh, en) if page else problem(status, zh, en)
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            answer.headers["Allow"] = dict(error.get_headers()).get("Allow", "")
        return answer

    @app.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        _LOG.error("%s %s failed", request.method, request.path, exc_info=error)
        zh, en = _SAID[500]
        return _page(500, zh, en) if _reads_pages() else problem(500, zh, en)


def _reads_pages() -> bool:
    best = request.accept_mimetypes.best_match(["application/json", "text/html"])
    return request.method == "GET" and best == "text/html"


def _page(status: int, zh: str, en: str) -> Response:
    shown = {"view": "problem", "query": PageQuery(), "figures": []}
    page = render_template("problem.html", status=status, zh=zh, en=en, **shown)
    return make_response(page, status)
