"""`diming romanize`: spells names, and lints spellings that others gave."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import click

from diming.cli import options
from diming.errors import InputError, UsageError, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.names.spelling.orthography import Fault


@dataclass(frozen=True, slots=True)
class Asked:
    """A name, its class if stated, and the spelling to be looked at if there is one."""

    name: str
    kind: str | None
    given: str | None


@click.command()
@click.argument("names", nargs=-1, metavar="[名称]...")
@click.option(
    "--file",
    "path",
    metavar="FILE",
    help="每行: 名称[制表符 类别[制表符 待查拼写]] · a line: name[TAB class[TAB spelling]]",
)
@click.option("--class", "feature_class", help="地名类别 · class")
@click.option("--style", type=click.Choice(["standard", "sign"]), default="standard")
@click.option("--reading", "with_reading", is_flag=True, help="逐音节读音 · syllables with tones")
@click.option("--given", help="待查的拼写, 逐条列出问题 · a spelling to lint")
@options.registry
def romanize(
    names: tuple[str, ...],
    path: str | None,
    feature_class: str | None,
    style: Literal["standard", "sign"],
    with_reading: bool,
    given: str | None,
    url: str | None,
) -> None:
    """按 1984 年规则给出标准拼写; 读音待核的标 confirm; 查出拼写有误的, 以 1 退出.

    Standard spelling of names; a spelling given (--given, third column of a file) is linted:
    `name TAB given TAB fault` a fault, exit 1 when there are any.
    """
    from diming.service.registries import registry_or_none
    from diming.service.spelling import lint, spell

    if not names and path is None:
        raise UsageError("没有名称", "no names", mend=("写名称或 --file", "give names or --file"))
    if given is not None and len(names) != 1:
        raise UsageError("--given 只对一个名称", "--given goes with one name")
    wrong = False
    with registry_or_none(options.registry_if_there(url)) as store:
        # The whole list is read before anything is printed: half an answer would look whole.
        for asked in (*_on_line(names, feature_class, given), *_in_file(path, feature_class)):
            if asked.given is not None:
                found = lint(asked.name, asked.kind, asked.given, store)
                wrong |= any(not fault.is_question for fault in found)
                _print_faults(asked, found)
                continue
            spelt = spell(asked.name, asked.kind, style, store)
            if with_reading:
                columns = [asked.name, spelt.reading, *(["confirm"] if spelt.unsure else [])]
            else:
                columns = [asked.name, spelt.romanization]
            click.echo("\t".join(columns))
    if wrong:
        sys.exit(1)


def _print_faults(asked: Asked, found: tuple[Fault, ...]) -> None:
    for fault in found:
        where = f"第{fault.start + 1}位 {fault}"
        click.echo(f"{asked.name}\t{asked.given}\t{where}")
        click.echo(f"  {fault.article.text}", err=True)
    if not found:
        click.echo(f"{asked.name}\t{asked.given}\t")


def _on_line(
    names: tuple[str, ...], feature_class: str | None, given: str | None
) -> Iterator[Asked]:
    for name in names:
        if "\t" in name:
            raise UsageError(
                f"名称“{name}”中有制表符", f"there is a tab in the name {name!r}",
                mend=("去掉制表符, 类别用 --class", "leave it out; --class states the class"),
            )  # fmt: skip
        yield Asked(name, feature_class, given)


def _in_file(path: str | None, feature_class: str | None) -> Iterator[Asked]:
    if path is None:
        return
    from diming.formats.listed import listed

    for line in listed(path):
        name, kind, given = (*line.cells, "", "")[:3]
        if kind:
            _require_class(kind, Where(file=path, row=line.number, field="class"))
        if name:
            yield Asked(name, kind or feature_class, given or None)


def _require_class(kind: str, where: Where) -> None:
    from diming.formats import words

    try:
        words.feature_class(kind)
    except InputError as error:
        raise InputError(error.zh, error.en, mend=error.mend, where=where) from None
