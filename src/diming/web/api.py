"""Answers programs: reviews posted proposals, finds names, says whether it is well."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import yaml
from flask import Blueprint, json, make_response, request
from werkzeug.exceptions import UnsupportedMediaType

from diming.emit.as_hits import hit_dict
from diming.emit.as_json import review_dict
from diming.errors import UsageError
from diming.formats.proposals import proposals_from_rows
from diming.service.checking import areas_named, check
from diming.service.searching import search
from diming.settings import shipped
from diming.web import query
from diming.web.current import counter
from diming.web.payload import rows_of
from diming.web.problems import problem

if TYPE_CHECKING:
    from flask import Response

blueprint = Blueprint("api", __name__)

MAX_HITS = 200


@blueprint.post("/checks")
def checks() -> Response:
    """Reviews the proposals of the body; nothing is recorded."""
    _refuse_foreign_pages()
    if request.mimetype != "application/json":
        raise UnsupportedMediaType
    desk, store = counter().desk, counter().store
    proposals, refused = proposals_from_rows(rows_of(request.get_data()), areas_named(store))
    if refused:
        return problem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            f"{len(refused)} 处读不懂, 未作审查",
            f"{len(refused)} fields cannot be read; nothing was reviewed",
            errors=[
                {"row": one.row, "field": one.field, "detail": one.zh, "detail_en": one.en}
                for one in refused
            ],
        )
    return as_json(review_dict(check(desk, proposals)))


@blueprint.get("/search")
def find() -> Response:
    """Names that meet `q`, best first, in `year`, of `kind` and in `area` if these are given.

    `year` comes back as it was asked for or read in `q`; `more` says that there are more names.
    """
    here = counter()
    text = query.text(request.args, "q")
    limit = query.whole_number(request.args, "limit", default=50, most=MAX_HITS)
    year, kind = query.year(request.args), query.kind(request.args)
    area = query.area_code(request.args, here.store)
    found = search(
        here.store, text, as_of=year, kind=kind, area=area, near=here.area, limit=limit
    )  # fmt: skip
    return as_json(
        {
            "q": text,
            "year": found.year,
            "kind": kind,
            "area": area,
            "more": found.more,
            "hits": [hit_dict(hit) for hit in found.hits],
        }
    )


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """What the API offers, as OpenAPI 3.1."""
    document = yaml.safe_load(shipped("web", "openapi.yaml").read_text(encoding="utf-8"))
    return as_json(document, "application/vnd.oai.openapi+json;version=3.1")


@blueprint.get("/healthz")
def healthy() -> Response:
    """Whether the program runs."""
    return as_json({"status": "ok"})


@blueprint.get("/readyz")
def ready() -> Response:
    """Whether the registry answers; RegistryError (503) when it does not."""
    store = counter().store
    return as_json({"status": "ready", "registry": store.id, "revision": store.revision})


def as_json(document: Any, kind: str = "application/json") -> Response:
    """A JSON answer with Chinese written as it is."""
    answer = make_response(json.dumps(document, ensure_ascii=False))
    answer.content_type = kind
    return answer


def _refuse_foreign_pages() -> None:
    """A browser says which page asks; only our own may."""
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin")
    ours = origin is None or urlsplit(origin).netloc == request.host
    if not ours or site not in ("same-origin", "none"):
        raise UsageError(
            "不接受其他网站的请求", "requests from other sites are not taken",
        )  # fmt: skip
