"""Fills a page in that prints as the document: one style sheet for A4, the map as inline SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import TemplateError
from markupsafe import Markup

from diming.emit.documents.drawing import svg
from diming.emit.documents.facts import facts
from diming.emit.documents.kinds import MAPPED
from diming.emit.documents.templates import cleaned, environment, refused, template

if TYPE_CHECKING:
    from diming.emit.documents.facts import Case
    from diming.emit.documents.kinds import Kind
    from diming.emit.documents.scene import Scene


def render(kind: Kind, case: Case, *, stylesheet: str | None = None) -> str:
    """The document as a page of HTML; raises InputError for a template that cannot be used.

    The page holds its style sheet, unless `stylesheet` is the address it is to be fetched from.
    """
    name = f"{kind.value}.html"
    found = cleaned(facts(case, _drawn if kind in MAPPED else None))
    found["样式表"] = stylesheet
    found["样式"] = Markup(template("sheet.css").read_text(encoding="utf-8"))  # noqa: S704 - ours
    try:
        return environment().get_template(name).render(found)
    except TemplateError as error:
        refused(template(name), error)


def _drawn(scene: Scene) -> Markup:
    return Markup(svg(scene))  # noqa: S704 - texts in it are escaped
