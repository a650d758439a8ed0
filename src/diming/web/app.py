"""Makes the web application: one desk, its pages and its API, nothing that changes a record."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

from flask import Flask

from diming.settings import shipped
from diming.web import api, features, headers, pages, papers, problems, wording
from diming.web.current import lay_out

if TYPE_CHECKING:
    from diming.service.desk import Desk

MAX_BODY = 2 * 1024 * 1024  # bytes; a thousand proposals with drawn lines are well below it

# Windows takes these from its registry, where other programs may have spoilt them.
_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css"}


def create_app(desk: Desk, *, area: str = "370800") -> Flask:
    """The application on an open desk; raises UsageError when the desk has no registry.

    `area` is the code of the area the map opens on.
    """
    for ending, kind in _TYPES.items():
        mimetypes.add_type(kind, ending)
    web = shipped("web")
    app = Flask(
        "diming.web", root_path=str(web), template_folder="templates", static_folder="static"
    )
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    lay_out(app, desk, area)
    wording.install(app)
    headers.install(app)
    problems.install(app)
    for blueprint in (pages.blueprint, papers.blueprint, api.blueprint, features.blueprint):
        app.register_blueprint(blueprint)
    return app
