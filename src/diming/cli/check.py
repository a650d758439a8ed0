"""`diming check` and `diming waive`: review proposed names, accept a deviation."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from diming.cli import options
from diming.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diming.formats.report import Refusal
    from diming.model import Review

_MANY = 2000  # proposals that take more than a second
RANK = ("note", "warning", "error")


@click.command()
@click.argument("names", nargs=-1, metavar="[名称]...")
@options.proposals
@click.option(
    "--fail-on", type=click.Choice([*RANK, "never"]), default="error", show_default=True,
    help="达到此程度时退出码为 1 · exit 1 at this severity",
)  # fmt: skip
@options.output_format("human", "json", "jsonl", "sarif", "csv")
@options.ruleset
@options.registry
@options.language
def check(
    names: tuple[str, ...], path: str | None, encoding: str | None, crs: str | None,
    layer: str | None, form: str, url: str | None,
    ruleset_id: str, as_of: str | None, lang: str, fail_on: str, **stated: str | None,
) -> int:  # fmt: skip
    """审查拟用名称: 逐条给出意见、条文、旁证和出路 · review proposed names."""
    from diming.cli.intake import Handed, filed, say_refused, typed
    from diming.service.checking import check as review
    from diming.service.desk import day, open_desk

    if names == ("-",) and path is None:
        names, path = (), "-"
    if bool(names) == (path is not None):
        raise UsageError(
            "要么写名称, 要么用 --file 给出申请表", "give names, or a file with --file",
            mend=("例: diming check 常山路 --jurisdiction 370811", "e.g. diming check 常山路"),
        )  # fmt: skip
    registry = options.registry_if_there(url)
    if registry is None:
        click.echo(
            "没有地名库: 重名、同音等须比对的规则不评; 用 diming init 建库\n"
            "no registry: rules that compare with it are not evaluated",
            err=True,
        )
    with open_desk(registry, ruleset_id, day(as_of)) as desk:
        proposals, refused = (
            typed(names, stated, desk.store)
            if path is None
            else filed(Handed(path, encoding, crs, layer), stated, desk.store)
        )
        say_refused(refused, path)
        if len(proposals) > _MANY:
            click.echo(f"正在审查 {len(proposals)} 条 · reviewing", err=True)
        result = review(desk, proposals)
    _print(result, refused, form, lang, path or "命令行")
    if refused:
        return 2
    return 1 if fails(result, fail_on) else 0


def _print(review: Review, refused: Sequence[Refusal], form: str, lang: str, source: str) -> None:
    if form == "json":
        from diming.emit import as_json

        click.echo(as_json.render(review, refused), nl=False)
    elif form == "jsonl":
        from diming.emit import as_json

        for line in as_json.render_lines(review):
            click.echo(line, nl=False)
    elif form == "sarif":
        from diming.emit import as_sarif

        click.echo(as_sarif.render(review, source), nl=False)
    elif form == "csv":
        from diming.emit import as_table
        from diming.formats.writers import csv_text

        click.echo(csv_text(as_table.HEADINGS, as_table.rows(review)), nl=False)
    else:
        from diming.emit import as_text

        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        for line in as_text.render(review, "en" if lang == "en" else "zh", colour=colour):
            click.echo(line, nl=False)


def fails(review: Review, fail_on: str) -> bool:
    """Whether a violation that no waiver accepts is as heavy as `fail_on`, or heavier."""
    if fail_on == "never":
        return False
    heavy = RANK[RANK.index(fail_on) :]
    return any(
        finding.verdict == "violation" and finding.severity in heavy and finding.waiver is None
        for result in review.results
        for finding in result.findings
    )


@click.command()
@click.argument("fingerprint", metavar="指纹")
@click.option("--reason", required=True, help="理由 · why")
@click.option("--until", metavar="DATE", help="有效期至 · valid until")
@options.person
@options.registry
def waive(fingerprint: str, reason: str, until: str | None, person: str, url: str | None) -> None:
    """记录豁免: 该指纹的意见不再计入结论 · accept the finding with this fingerprint."""
    from diming.model import Waiver
    from diming.service.checking import waive as record
    from diming.service.desk import day
    from diming.service.registries import open_registry

    waiver = Waiver(fingerprint, reason, person, None if until is None else day(until))
    with open_registry(options.registry_url(url)) as store:
        record(store, waiver)
        click.echo(f"已记录豁免 {fingerprint} · waived", err=True)
