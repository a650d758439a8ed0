"""`diming document`: papers that a clerk can file, from the templates of the office."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diming.cli import options
from diming.errors import InputError, UsageError, Where

if TYPE_CHECKING:
    from diming.emit.documents.facts import Case
    from diming.emit.documents.kinds import Kind
    from diming.model import Review
    from diming.service.desk import Desk

_ENDINGS = (".docx", ".html", ".xlsx")


@click.command()
@click.argument("kind", metavar="文书")
@click.argument("names", nargs=-1, metavar="[名称]...")
@options.proposals
@click.option(
    "--set", "fields", multiple=True, metavar="字段=值",
    help="填写申请表中没有的栏目, 可多次, 如 批准机关=… · fill in a field of the template",
)  # fmt: skip
@click.option(
    "--output", type=click.Path(path_type=Path), required=True, metavar="FILE",
    help="写到 .docx、.html 或 .xlsx 文件 · the file to write",
)  # fmt: skip
@options.ruleset
@options.registry
def document(
    kind: str, names: tuple[str, ...], path: str | None, encoding: str | None, crs: str | None,
    layer: str | None, fields: tuple[str, ...], output: Path, url: str | None, ruleset_id: str,
    as_of: str | None, **stated: str | None,
) -> None:  # fmt: skip
    """制作可归档的文书 · a paper for the file.

    文书: 审核意见 opinion、公示稿 consultation、公告 announcement、备案登记表 filing、
    命名申请表 application、批次汇总表 batch. 没有填写的栏目写作【待填】.
    """
    from diming.cli.intake import Handed, filed, typed
    from diming.emit.documents.kinds import kind_of
    from diming.formats.writers import write_bytes
    from diming.service.checking import check
    from diming.service.desk import day, open_desk

    asked, given = kind_of(kind), dict(map(_field, fields))
    if output.suffix.lower() not in _ENDINGS:
        raise UsageError(
            f"写不出“{output.suffix}”文件", f"cannot write {output.suffix!r} files",
            mend=("用 .docx、.html 或 .xlsx", "end in .docx, .html or .xlsx"),
        )  # fmt: skip
    if bool(names) == (path is not None):
        raise UsageError(
            "要么写名称, 要么用 --file 给出申请表", "give names, or a file with --file",
            mend=("例: diming document 审核意见 常山路 --jurisdiction 370811 --output 意见.docx",
                  "e.g. diming document opinion 常山路 --output opinion.docx"),
        )  # fmt: skip
    with open_desk(options.registry_if_there(url), ruleset_id, day(as_of)) as desk:
        proposals, refused = (
            typed(names, stated, desk.store)
            if path is None
            else filed(Handed(path, encoding, crs, layer), stated, desk.store)
        )
        for one in refused[:1]:
            raise InputError(one.zh, one.en, where=Where(path, one.row, field=one.field))
        review = check(desk, proposals)
        _say_prohibited(asked, review)
        case = _case(desk, review, given, asked)
        write_bytes(output, _rendered(asked, case, output.suffix.lower()))
    click.echo(f"已写出 {output}（{asked.zh}，{len(proposals)} 个名称）· written", err=True)


def _field(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name.strip() and equals):
        raise UsageError(
            f"“{text}”读不懂", f"cannot read {text!r}",
            mend=("写成 字段=值, 如 批准机关=济宁市人民政府", "write field=value"),
        )  # fmt: skip
    return name.strip(), value.strip()


def _case(desk: Desk, review: Review, given: dict[str, str], kind: Kind) -> Case:
    from diming.emit.documents.facts import Case
    from diming.emit.documents.kinds import REVIEWED
    from diming.emit.documents.opinion import wants_others
    from diming.service.alternatives import alternatives
    from diming.service.searching.area_paths import area_path

    store = desk.store
    return Case(
        review, store, lambda code: "" if store is None else area_path(store, code), given,
        {
            one.proposal.row: alternatives(desk, one)
            for one in review.results
            if kind in REVIEWED and wants_others(one)
        },
    )  # fmt: skip


def _rendered(kind: Kind, case: Case, ending: str) -> bytes:
    from diming.emit.documents import as_docx, as_html, as_sheet

    if ending == ".docx":
        return as_docx.render(kind, case)
    if ending == ".html":
        return as_html.render(kind, case).encode()
    return as_sheet.render(kind, case)


def _say_prohibited(kind: Kind, review: Review) -> None:
    """Warns before names that break a prohibition go out as settled ones."""
    from diming.cli.check import fails
    from diming.emit.documents.kinds import SETTLED

    if kind not in SETTLED:
        return
    barred = [
        result.proposal.name
        for result in review.results
        if fails(replace(review, results=(result,)), "error")
    ]
    if barred:
        click.echo(
            f"注意：{'、'.join(barred)} 有未豁免的禁止类意见 · still in breach of a prohibition",
            err=True,
        )
