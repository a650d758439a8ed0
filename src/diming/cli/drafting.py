"""Turns a notice, or any list of names, into a proposals file that `diming check` takes."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from diming.cli.intake import say_refused
from diming.formats.notice.result import DOUBTS
from diming.formats.proposal_table import as_csv, write
from diming.formats.proposals import read_proposals
from diming.service.checking import areas_named
from diming.service.registries import registry_or_none

if TYPE_CHECKING:
    from pathlib import Path

    from diming.cli.intake import Handed


def draft(file: Handed, output: Path | None, form: str, url: str | None) -> int:
    """Writes the proposals to `output`, or as CSV to stdout; what was not read, to stderr.

    A statement without a readable name does not keep the others out; it makes the exit code 2.
    """
    with registry_or_none(url) as store:
        read = read_proposals(
            file.path, encoding=file.encoding, crs=file.crs, layer=file.layer,
            jurisdictions=areas_named(store),
        )  # fmt: skip
    if output is None:
        click.echo(as_csv(read.proposals), nl=False)
    else:
        write(output, read.proposals)
    marked = sum(DOUBTS in proposal.extra for proposal in read.proposals)
    refused = len({refusal.row for refusal in read.refused})
    if form == "json":
        report = {
            "read": len(read.proposals) + refused, "proposals": len(read.proposals),
            "marked": marked, "refused_rows": refused,
            "refused": [asdict(refusal) for refusal in read.refused],
            "notes": [list(note) for note in read.notes],
        }  # fmt: skip
        click.echo(json.dumps(report, ensure_ascii=False, indent=1), err=output is None)
    else:
        say_refused(read.refused, file.path)
        for zh, en in read.notes:
            click.echo(f"{zh} · {en}", err=True)
        click.echo(
            f"读 {len(read.proposals) + refused} 条, 成申请 {len(read.proposals)}, "
            f"其中有未读出之处 {marked}, 拒收 {refused}",
            err=True,
        )
    return 2 if read.refused else 0
