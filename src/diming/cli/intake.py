"""Takes in what a planner hands over: names typed on the line, or the office's own file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from diming.formats import words
from diming.formats.areas import area_code
from diming.formats.proposals import proposals_from_rows, read_proposals
from diming.service.checking import areas_named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diming.formats.report import Refusal
    from diming.model import Proposal
    from diming.registry.store import Store


@dataclass(frozen=True, slots=True)
class Handed:
    """The file that was handed over, and what the user states of it."""

    path: str
    encoding: str | None = None
    crs: str | None = None
    layer: str | None = None


def typed(
    names: Sequence[str], stated: Mapping[str, str | None], store: Store | None
) -> tuple[list[Proposal], list[Refusal]]:
    """Proposals from the command line: one row of a table for each name."""
    shared = {field: value for field, value in stated.items() if value is not None}
    rows = [{"name": name, **shared} for name in names]
    return proposals_from_rows(rows, areas_named(store))


def filed(
    file: Handed, stated: Mapping[str, str | None], store: Store | None
) -> tuple[list[Proposal], list[Refusal]]:
    """Proposals from a file; area and class stated on the line fill in where it leaves them open.

    Raises InputError when one of the two is not known.
    """
    named = areas_named(store)
    area = stated["jurisdiction"]
    code = None if area is None else area_code(area, named)
    read = read_proposals(
        file.path,
        encoding=file.encoding,
        crs=file.crs,
        layer=file.layer,
        jurisdictions=named,
        feature_class=words.feature_class(stated["feature_class"] or "road"),
    )
    for zh, en in read.notes:
        click.echo(f"{zh} · {en}", err=True)
    filled = [
        replace(proposal, jurisdiction=code) if proposal.jurisdiction is None else proposal
        for proposal in read.proposals
    ]
    return filled, list(read.refused)


def say_refused(refused: Sequence[Refusal], path: str | None) -> None:
    """Names each cell that kept a row out, in both languages."""
    for refusal in refused:
        where = f"{path or '命令行'}:{refusal.row} {refusal.field}"
        click.echo(f"{where}: {refusal.zh}\n{where}: {refusal.en}", err=True)
