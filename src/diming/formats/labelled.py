"""Reads names that officials gave or struck off, with what they said of them, for an evaluation.

The lists are made from notices: a cell beside the name that cannot be read is left open, and each
name stands as a new one, for the name is what counts and not the procedure it went through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.formats import values, words
from diming.formats.areas import area_code
from diming.formats.columns import PROPOSALS
from diming.formats.rows import read_rows
from diming.model import FeatureClass, Proposal
from diming.model.scores import Labelled

if TYPE_CHECKING:
    from pathlib import Path

    from diming.formats.areas import AreasNamed
    from diming.formats.rows import Item

# A list of cases has its label in the column `class`; what the name is of, in `feature`.
_TAKEN = frozenset({"class", "类别", "依据"})
_COLUMNS: dict[str, str] = {
    name: " ".join(word for word in headings.split() if word not in _TAKEN)
    for name, headings in PROPOSALS.items()
} | {
    "status": "状态",
    "label": "class 类别 分类",
    "basis": "依据 证据",
    "reason": "理由 原因",
}


def read_labelled(path: str | Path, jurisdictions: AreasNamed | None = None) -> list[Labelled]:
    """The labelled names of a CSV, XLSX or layer in its order; raises InputError.

    `jurisdictions` gives the areas that bear a name; without it, no name lies anywhere.
    """
    rows = read_rows(path, _COLUMNS, ("name",))
    return [_labelled(item, jurisdictions) for item in rows.items if item.name()]


def _labelled(item: Item, named: AreasNamed | None) -> Labelled:
    width = item.read("width_m", values.width)
    proposal = Proposal(
        name=item.name(),
        feature_class=_feature_class(item),
        jurisdiction=named and item.read("jurisdiction", lambda text: area_code(text, named)),
        row=item.row,
        length_m=item.read("length_m", lambda text: values.length_m(text, item.unit("length_m"))),
        width_m=width[0] if width else None,
        width_kind=width[1] if width else None,
        start=item.text("start"),
        end=item.text("end"),
        orientation=item.text("orientation"),
        meaning=item.text("meaning"),
    )
    return Labelled(
        proposal,
        status=item.text("status") or "",
        label=item.text("label") or "",
        basis=item.text("basis") or "",
        reason=item.text("reason") or "",
    )


def _feature_class(item: Item) -> FeatureClass:
    """The class of the row; a road when it states none, other when its word is not known."""
    if item.text("feature_class") is None:
        return FeatureClass.ROAD
    return item.read("feature_class", words.feature_class) or FeatureClass.OTHER
