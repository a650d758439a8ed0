"""`diming search`: finds names."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import click

from diming.cli import options
from diming.settings import setting

if TYPE_CHECKING:
    from diming.service.searching import Found


@click.command()
@click.argument("text")
@click.option(
    "--as-of",
    "year",
    type=int,
    metavar="YEAR",
    help="该年使用的地名, 公元前写 -484 · names in use that year",
)
@click.option("--kind", help="heritage 或地名类别 · heritage, or a class")
@click.option("--jurisdiction", help="政区代码或名称 · area, code or name")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@options.output_format("human", "json", "jsonl")
@options.registry
def search(
    text: str,
    year: int | None,
    kind: str | None,
    jurisdiction: str | None,
    limit: int,
    form: str,
    url: str | None,
) -> None:
    """按汉字、拼音、首字母、曾用名、年份查地名 · find names by characters, pinyin, a year.

    太白 · 濟寧 · taibailou · tai4bai2 · tbl · 太白l · tbl路 · 金港1街 · "任城区 建设路"

    单写一个年份 (1928, 前484年) 列出该年使用的名称, 写在名称旁边 ("济州 1300") 则只看该年.
    不足四位的年份带上“年”.

    A year alone lists the names in use in it, those that began or ended then first; beside a
    name it keeps to that year. One of fewer than four digits takes 年.
    """
    from diming.emit.as_hits import hit_dict, lines
    from diming.service.asked_area import asked_area
    from diming.service.registries import open_registry
    from diming.service.searching import search as find

    with open_registry(options.registry_url(url), read_only=True) as store:
        found = find(
            store,
            text,
            as_of=year,
            kind=kind,
            area=asked_area(store, jurisdiction),
            near=setting("area"),
            limit=limit,
        )
    if form == "json":
        click.echo(json.dumps([hit_dict(hit) for hit in found.hits], ensure_ascii=False, indent=1))
    elif form == "jsonl":
        for hit in found.hits:
            click.echo(json.dumps(hit_dict(hit), ensure_ascii=False))
    else:
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        for line in lines(found.hits, colour=colour):
            click.echo(line)
    click.echo(_told(found), err=True)


def _told(found: Found) -> str:
    """How many names, of which year, and whether there are more."""
    zh, en = f"{len(found.hits)} 条", f"{len(found.hits)} hits"
    if found.year is not None:
        said = f"公元前 {-found.year}" if found.year < 0 else found.year
        zh, en = f"{zh}（{said} 年使用）", f"{en}, in use in {found.year}"
        if found.undated:
            zh += f", 其中 {found.undated} 条年代不详"
            en += f", {found.undated} of them of unknown age"
    if found.more:
        zh, en = f"{zh}, 还有更多, 加大 --limit 或写得更全", f"{en}, and more: raise --limit"
    return f"{zh} · {en}"
