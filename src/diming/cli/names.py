"""`diming search` and `diming romanize`: find names, spell names."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from diming.cli import options
from diming.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.registry.store import SearchHit


@click.command()
@click.argument("text")
@click.option(
    "--as-of", "year", type=int, metavar="YEAR", help="该年使用的地名 · names in use that year"
)
@click.option("--kind", help="heritage 或地名类别 · heritage, or a class")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@options.output_format("human", "json", "jsonl")
@options.registry
def search(
    text: str, year: int | None, kind: str | None, limit: int, form: str, url: str | None
) -> None:
    """按汉字、拼音、首字母、曾用名查地名 · find names by characters, pinyin, initials."""
    from diming.emit.as_hits import hit_dict
    from diming.service.registries import open_registry
    from diming.service.searching import search as find

    with open_registry(options.registry_url(url), read_only=True) as store:
        hits = find(store, text, as_of=year, kind=kind, limit=limit)
    if form == "json":
        click.echo(json.dumps([hit_dict(hit) for hit in hits], ensure_ascii=False, indent=1))
    elif form == "jsonl":
        for hit in hits:
            click.echo(json.dumps(hit_dict(hit), ensure_ascii=False))
    else:
        for hit in hits:
            click.echo(_line(hit))
        click.echo(f"{len(hits)} 条 · hits", err=True)


def _line(hit: SearchHit) -> str:
    toponym, place = hit.named.toponym, hit.named.place
    where = "位置不详" if place.geometry is None else _lonlat(place.geometry.representative_point())
    years = f"{toponym.valid_from or ''}–{toponym.valid_to or ''}".strip("–")
    parts = (toponym.name, place.feature_class.zh, hit.area, hit.label, years, where)
    return "  ".join(part for part in parts if part)


def _lonlat(point: object) -> str:
    return f"{point.x:.5f},{point.y:.5f}"  # type: ignore[attr-defined]


@click.command()
@click.argument("names", nargs=-1, metavar="[名称]...")
@click.option("--file", "path", metavar="FILE", help="每行一名, 可加制表符和类别 · one name a line")
@click.option("--class", "feature_class", help="地名类别 · class")
@click.option("--style", type=click.Choice(["standard", "sign"]), default="standard")
@click.option("--reading", "with_reading", is_flag=True, help="逐音节读音 · syllables with tones")
@options.registry
def romanize(
    names: tuple[str, ...],
    path: str | None,
    feature_class: str | None,
    style: Literal["standard", "sign"],
    with_reading: bool,
    url: str | None,
) -> None:
    """按 1984 年规则给出标准拼写; 读音待核的标 confirm · standard spelling of names."""
    from diming.service.registries import registry_or_none
    from diming.service.spelling import spell

    if not names and path is None:
        raise UsageError("没有名称", "no names", mend=("写名称或 --file", "give names or --file"))
    with registry_or_none(options.registry_if_there(url)) as store:
        for name, kind in _named(names, path, feature_class):
            spelt = spell(name, kind, style, store)
            if with_reading:
                columns = [name, spelt.reading, *(["confirm"] if spelt.unsure else [])]
            else:
                columns = [name, spelt.romanization]
            click.echo("\t".join(columns))


def _named(
    names: tuple[str, ...], path: str | None, feature_class: str | None
) -> Iterator[tuple[str, str | None]]:
    yield from ((name, feature_class) for name in names)
    if path is not None:
        from diming.formats.encoding import decode

        raw = sys.stdin.buffer.read() if path == "-" else _bytes(path)
        for line in decode(raw).text.splitlines():
            name, _, kind = line.partition("\t")
            if name.strip():
                yield name.strip(), kind.strip() or feature_class


def _bytes(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"读不了文件 {path}", f"cannot read {path}: {error.strerror}") from error
