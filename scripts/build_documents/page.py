"""The parts all templates are built of: paper, paragraphs and tables in official type.

Fonts are those that Windows and WPS bring along: 仿宋 for text, 黑体 for headings, 宋体 for titles
and tables; Latin and digits in Times New Roman.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as Page
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

TEXT, HEAD, TITLE, LATIN = "仿宋", "黑体", "宋体", "Times New Roman"
CENTRE, LEFT, RIGHT = (
    WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT,
)  # fmt: skip
LETTER = (37, 26, 35, 28)  # top, right, bottom, left in millimetres: the paper of GB/T 9704
FORM = (20, 26, 22, 28)  # a form has no red head to leave room for; the text is as wide


def page(
    title: str, margins: tuple[int, int, int, int], *, across: bool = False, foot: str = ""
) -> Page:
    """An empty A4 sheet with a page number in the foot, and a line of small type over it."""
    document = Document()
    document.core_properties.title = title
    document.core_properties.author = ""
    document.core_properties.comments = ""
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if across else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = (
        Mm(margin) for margin in margins
    )
    section.header_distance, section.footer_distance = Mm(15), Mm(margins[2] - 12)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = LATIN, Pt(12)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), TEXT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    normal.element.get_or_add_rPr().append(language)
    _foot(section.footer, foot)
    return document


def write(
    line: Paragraph, text: str, *, han: str = TEXT, size: float = 12, bold: bool = False,
    grey: bool = False, hint: bool = False,
) -> Run:  # fmt: skip
    """Adds text to a paragraph in one face and size (points).

    `hint` sets quotes and boxes, which Latin and Chinese share, in the Chinese face; text with
    pinyin goes without, lest its vowels with tones change face.
    """
    run = line.add_run(text)
    run.font.name, run.font.size, run.font.bold = LATIN, Pt(size), bold
    properties = run._r.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), han)
    if hint:
        fonts.set(qn("w:hint"), "eastAsia")
    if grey:
        colour = OxmlElement("w:color")
        colour.set(qn("w:val"), "444444")
        properties.append(colour)
    return run


def line(
    holder: Page | _Cell, text: str = "", *, han: str = TEXT, size: float = 12,
    bold: bool = False, grey: bool = False, align: WD_ALIGN_PARAGRAPH | None = None,
    indent: float = 0, hang: float = 0, before: float = 0, after: float = 0, leading: float = 1.5,
    picture: bool = False, with_next: bool = False, new_page: bool = False, hint: bool = False,
) -> Paragraph:  # fmt: skip
    """A paragraph; `indent` is of the first line and `hang` of all lines, in characters.

    Lines are `leading` times the type size apart whatever the face, so that a sheet breaks alike
    in Word, WPS and LibreOffice; a `picture` makes its own room.
    """
    made = holder.add_paragraph()
    form = made.paragraph_format
    form.alignment = align
    form.space_before, form.space_after = Pt(before), Pt(after)
    if not picture:
        _leading(made, leading * size)
    if indent or hang:
        form.first_line_indent, form.left_indent = Pt(indent * size), Pt(hang * size)
    form.keep_with_next, form.page_break_before, form.widow_control = with_next, new_page, True
    if text:
        write(made, text, han=han, size=size, bold=bold, grey=grey, hint=hint)
    return made


def _leading(made: Paragraph, points: float) -> None:
    form = made.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(points)


def tag(holder: Page | _Cell, text: str) -> None:
    """A line that only steers the template ({%p … %}) and is gone from the finished paper."""
    line(holder, "{%p " + text + " %}", size=8)


def heading(holder: Page, text: str) -> None:
    """一、… in 黑体, never alone at the foot of a page."""
    line(holder, text, han=HEAD, size=12, before=6, after=2, with_next=True)


def table(document: Page, widths: Sequence[float]) -> Any:
    """An empty table of columns so wide (millimetres), thin black lines, rows that do not break."""
    made = document.add_table(rows=0, cols=len(widths))
    made.autofit = False
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    properties: Any = made._tbl.tblPr
    properties.append(_borders())
    cells = OxmlElement("w:tblCellMar")
    for side, room in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85)):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(room))
        edge.set(qn("w:type"), "dxa")
        cells.append(edge)
    properties.append(cells)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    made.style = None
    return made


def row(
    made: Any, texts: Sequence[str], *, size: float = 10.5, head: bool = False,
    labels: Sequence[int] = (), centre: Sequence[int] = (), high: float | None = None,
    together: bool = False,
) -> list[_Cell]:  # fmt: skip
    """A row of a table; `head` repeats it on every page, `labels` are columns in 黑体.

    `together` keeps it on one page with what follows.
    """
    added = made.add_row()
    keep = OxmlElement("w:cantSplit")
    added._tr.get_or_add_trPr().append(keep)
    if head:
        added._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    if high is not None:
        added.height = Mm(high)
    cells = list(added.cells)
    for at, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        cell.width = made.columns[at].width
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        first = cell.paragraphs[0]
        first.paragraph_format.space_after = Pt(0)
        _leading(first, 1.35 * size)
        label = head or at in labels
        first.alignment = CENTRE if label or at in centre else None
        first.paragraph_format.keep_with_next = together
        if text:
            spelt = "拼写" in text or "读音" in text or "内容" in text
            write(first, text, han=HEAD if label else TEXT, size=size, hint=not spelt)
    return cells


def loop(made: Any, over: str, texts: Sequence[str], **look: Any) -> None:
    """One row for each item of a list: `over` is as 名 in 名称表."""
    _steer(made, f"for {over}")
    row(made, texts, **look)
    _steer(made, "endfor")


def _steer(made: Any, text: str) -> None:
    made.add_row().cells[0].paragraphs[0].add_run("{%tr " + text + " %}")


def _borders() -> Any:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "000000")):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    return borders


def _foot(footer: Any, text: str) -> None:
    """— 1 — in the middle, under what the page is marked with."""
    first = footer.paragraphs[0]
    first.alignment = CENTRE
    first.paragraph_format.space_after = Pt(0)
    if text:
        write(first, text, size=8, grey=True)
        first = footer.add_paragraph()
        first.alignment = CENTRE
        first.paragraph_format.space_after, first.paragraph_format.space_before = Pt(0), Pt(2)
    write(first, "— ", han=TITLE, size=12)
    number = write(first, "", han=TITLE, size=12)
    for kind, code in (("begin", None), (None, "PAGE"), ("end", None)):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = code
        number._r.append(part)
    write(first, " —", han=TITLE, size=12)
