"""Fills a Word template in: fields, repeated rows, the map as a picture of 300 dots an inch."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import TemplateError

from diming.emit.documents.drawing import png, svg
from diming.emit.documents.facts import facts
from diming.emit.documents.kinds import MAPPED
from diming.emit.documents.scene import WIDTH
from diming.emit.documents.templates import cleaned, environment, refused, template

if TYPE_CHECKING:
    from diming.emit.documents.facts import Case
    from diming.emit.documents.kinds import Kind
    from diming.emit.documents.scene import Scene


def render(kind: Kind, case: Case) -> bytes:
    """The document as .docx; raises InputError for a template that cannot be used."""
    path = template(f"{kind.value}.docx")
    try:
        page = DocxTemplate(path)
        page.init_docx()
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError) as error:
        refused(path, error)

    def picture(scene: Scene) -> InlineImage:
        return InlineImage(page, io.BytesIO(png(svg(scene))), width=Mm(WIDTH))

    found = cleaned(facts(case, picture if kind in MAPPED else None))
    try:
        page.render(found, environment())
    except TemplateError as error:
        refused(path, error)
    _set_close(page)
    out = io.BytesIO()
    page.save(out)
    return out.getvalue()


def _set_close(page: DocxTemplate) -> None:
    """No air around the maps, which LibreOffice would add, and words for who cannot see them."""
    for inline in page.docx.element.body.iter(qn("wp:inline")):
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        inline.docPr.set("descr", "位置图")
