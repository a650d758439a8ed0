"""Hands out the papers on a reviewed name: a file for the word processor, a page to print."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from flask import Blueprint, make_response, request, send_file, url_for

from diming.emit.documents import as_docx, as_html, as_sheet
from diming.emit.documents.facts import Case
from diming.emit.documents.kinds import Kind, kind_of
from diming.emit.documents.opinion import wants_others
from diming.emit.documents.templates import template
from diming.errors import NotFoundError, UsageError, Where
from diming.service.alternatives import alternatives
from diming.service.searching.area_paths import area_path
from diming.web.current import counter
from diming.web.query import PageQuery
from diming.web.reviewing import review_of

if TYPE_CHECKING:
    from flask import Response

# What file systems and headers do not take in a name.
_NO_FILE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')

blueprint = Blueprint("papers", __name__, url_prefix="/documents")

_FILES = {".docx": as_docx.render, ".xlsx": as_sheet.render}


@blueprint.get("/sheet.css")
def style() -> Response:
    """The style sheet of the printed pages, the office's own if it has one."""
    answer = make_response(template("sheet.css").read_text(encoding="utf-8"))
    answer.content_type = "text/css; charset=utf-8"
    return answer


@blueprint.get("/<kind>.html")
def page(kind: str) -> Response:
    """The paper as a page of its own, ready to print."""
    asked, case = _asked(kind)
    answer = make_response(as_html.render(asked, case, stylesheet=url_for("papers.style")))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@blueprint.get("/<kind>.docx", defaults={"ending": ".docx"})
@blueprint.get("/<kind>.xlsx", defaults={"ending": ".xlsx"})
def file(kind: str, ending: str) -> Response:
    """The paper as a file, named after the document and the name."""
    asked, case = _asked(kind)
    name = _NO_FILE.sub("_", case.review.results[0].proposal.name)
    called = f"{asked.zh}-{name}{ending}"
    content = io.BytesIO(_FILES[ending](asked, case))
    return send_file(content, as_attachment=True, download_name=called, max_age=0)


def _asked(called: str) -> tuple[Kind, Case]:
    """The kind of paper and what it is about; raises NotFoundError, UsageError, InputError."""
    try:
        kind = kind_of(called)
    except UsageError as error:
        raise NotFoundError(error.zh, error.en, mend=error.mend) from None
    query, here = PageQuery.read(request.args), counter()
    if not query.review:
        raise UsageError("没有给出名称", "no name is given", where=Where(field="review"))
    review = review_of(here, query)
    result = review.results[0]
    offered = alternatives(here.desk, result) if wants_others(result) else ()
    return kind, Case(
        review, here.store, lambda code: area_path(here.store, code), alternatives={1: offered}
    )
