"""Reads an office's list of requested names, whatever file it comes in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diming.formats import values, words, writing
from diming.formats.areas import area_code
from diming.formats.columns import PROPOSALS
from diming.formats.notice import is_notice, read_notice
from diming.formats.rows import parse_rows, read_rows, rows_of_cells
from diming.formats.tables import read_bytes
from diming.model import Action, FeatureClass, Proposal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diming.formats.areas import AreasNamed
    from diming.formats.report import Refusal
    from diming.formats.rows import Item, Rows


_MAYBE_NOTICE = frozenset({".txt", ".docx", ".md", ""})


@dataclass(frozen=True, slots=True)
class ProposalFile:
    """The proposals of a file in its order, and the cells that kept other rows out.

    `columns` says which heading fills which field; `notes` (zh, en) are what the user should know.
    """

    proposals: tuple[Proposal, ...]
    refused: tuple[Refusal, ...]
    columns: dict[str, str]
    notes: tuple[tuple[str, str], ...] = ()


def read_proposals(
    path: str | Path,
    *,
    encoding: str | None = None,
    layer: str | None = None,
    crs: str | None = None,
    jurisdictions: AreasNamed | None = None,
    feature_class: FeatureClass = FeatureClass.ROAD,
) -> ProposalFile:
    """The proposals in a CSV, XLSX, GeoJSON or other layer, or in a notice; `-` reads stdin.

    `jurisdictions` gives the areas that bear a name; `feature_class` is for rows that state none.
    Raises InputError when the file as a whole cannot be read.
    """
    rows = _rows(path, encoding, layer, crs, jurisdictions)
    proposals, refused = _proposals(rows, jurisdictions, feature_class)
    columns = {field: column.heading for field, column in rows.columns.items()}
    return ProposalFile(tuple(proposals), tuple(refused), columns, rows.notes)


def _rows(
    path: str | Path,
    encoding: str | None,
    layer: str | None,
    crs: str | None,
    jurisdictions: AreasNamed | None,
) -> Rows:
    if Path(path).suffix.lower() not in _MAYBE_NOTICE:
        return read_rows(path, PROPOSALS, ("name",), encoding=encoding, layer=layer, crs=crs)
    data, file = read_bytes(path), str(path)
    if is_notice(data, file=file, encoding=encoding):
        return read_notice(data, file=file, encoding=encoding, named=jurisdictions)
    return parse_rows(data, PROPOSALS, ("name",), file=file, encoding=encoding, crs=crs)


def proposals_from_rows(
    rows: Sequence[Mapping[str, str]],
    jurisdictions: AreasNamed | None = None,
    *,
    feature_class: FeatureClass = FeatureClass.ROAD,
) -> tuple[list[Proposal], list[Refusal]]:
    """The proposals in rows of text under the headings of a proposals file."""
    return _proposals(rows_of_cells(rows, PROPOSALS), jurisdictions, feature_class)


def _proposals(
    rows: Rows, jurisdictions: AreasNamed | None, feature_class: FeatureClass
) -> tuple[list[Proposal], list[Refusal]]:
    proposals: list[Proposal] = []
    refused = list(rows.refused)
    for item in rows.items:
        proposal = _proposal(item, jurisdictions, feature_class)
        if item.refused:
            refused.extend(item.refused)
        else:
            proposals.append(proposal)
    return proposals, sorted(refused, key=lambda refusal: refusal.row)


def _proposal(
    item: Item,
    jurisdictions: AreasNamed | None,
    feature_class: FeatureClass,
) -> Proposal:
    """The proposal of one row; only good when the item has refused nothing."""
    width, width_kind = item.read("width_m", values.width) or (None, None)
    if width and width_kind is None:
        width_kind = values.width_kind_in(item.heading("width_m"))
    both = item.text("ends")
    ends = values.ends(both) if both else None
    start, end = ends or (None, None)
    return Proposal(
        name=item.name(),
        feature_class=item.read("feature_class", words.feature_class) or feature_class,
        jurisdiction=item.read("jurisdiction", lambda text: area_code(text, jurisdictions)),
        row=item.row,
        action=item.read("action", words.action) or Action.NAME,
        old_name=item.read("old_name", writing.name),
        length_m=item.read("length_m", lambda text: values.length_m(text, item.unit("length_m"))),
        width_m=width,
        width_kind=item.read("width_kind", words.width_kind) or width_kind,
        start=item.text("start") or start,
        end=item.text("end") or end,
        orientation=item.text("orientation"),
        grade=item.text("grade"),
        meaning=item.text("meaning"),
        reading=item.text("reading"),
        romanization=item.text("romanization"),
        ground=item.text("ground"),
        scheme_name=item.read("scheme_name", writing.name),
        materials=item.text("materials"),
        assessment=item.text("assessment"),
        expertise=item.text("expertise"),
        consultation=item.text("consultation"),
        authority=item.text("authority"),
        approved_on=item.read("approved_on", values.day),
        filed_on=item.read("filed_on", values.day),
        published_on=item.read("published_on", values.day),
        code=item.text("code"),
        geometry=item.geometry(),
        extra=item.extra | ({item.heading("ends"): both} if both and not ends else {}),
    )
