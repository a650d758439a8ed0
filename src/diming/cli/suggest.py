"""`diming suggest`: names that would pass for a place, and where they come from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from diming.cli import options
from diming.errors import UsageError
from diming.settings import setting

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from diming.model import Proposal
    from diming.registry.store import Store
    from diming.service.suggesting import Suggested


@click.command()
@click.option("--geometry", metavar="WKT", help="拟建道路的图形, CGCS2000 · the drawn road")
@click.option("--at", metavar="LON,LAT", help="或只给一点 · or a point")
@click.option("--class", "kind", default="road", show_default=True, help="地名类别 · class")
@click.option("--generic", help="通名, 不写则用该类的普通通名 · generic [路, 桥 …]")
@click.option("--jurisdiction", help="政区代码或名称 · area, code or name")
@click.option("--length", "length_m", help="长度 (米) · length in metres")
@click.option("--width", "width_m", help="宽度 (米) · width in metres")
@click.option("--grade", help="等级 · grade")
@click.option(
    "--reserve", metavar="FILE", default=lambda: setting("reserve") or None,
    help="采词库: 词语、含义、出处 · list of words kept for naming [DIMING_RESERVE]",
)  # fmt: skip
@click.option("--limit", type=click.IntRange(1, 100), default=12, show_default=True)
@options.output_format("human", "json", "csv")
@options.ruleset
@options.registry
def suggest(
    geometry: str | None, at: str | None, kind: str, generic: str | None,
    reserve: str | None, limit: int, form: str, ruleset_id: str, as_of: str | None,
    url: str | None, **stated: str | None,
) -> None:  # fmt: skip
    """为一条路或一处地点推荐能通过审查的名称 · names that would pass.

    来源: 相接的道路、不再使用的历史地名、古迹、河流山体、村庄、序列路名、采词库.
    每个名称都已按规则集审查, 有违反的不列.
    """
    from diming.formats.reserve import read_reserve
    from diming.service.desk import day, open_desk
    from diming.service.suggesting import suggest as find

    if (geometry is None) == (at is None):
        raise UsageError(
            "用 --geometry 给出图形, 或用 --at 给出一点", "give --geometry or --at",
            mend=("例: diming suggest --at 116.58,35.41", "e.g. diming suggest --at 116.58,35.41"),
        )  # fmt: skip
    words = () if reserve is None else read_reserve(reserve)
    with open_desk(options.registry_url(url), ruleset_id, day(as_of)) as desk:
        asked = _asked(_drawn(geometry, at), kind, stated, desk.store)
        found = find(desk, asked, generic=generic, words=words, limit=limit)
    _print(found, form)
    aside = "、".join(f"{why} {count}" for why, count in found.set_aside.items())
    said = f"; 未列入: {aside}" if aside else ""
    click.echo(f"{len(found.offered)} 个 · names{said}", err=True)


def _drawn(wkt: str | None, at: str | None) -> BaseGeometry:
    from diming.cli.points import point
    from diming.formats import values

    return point(at, "--at") if wkt is None and at is not None else values.geometry(wkt or "")


def _asked(
    drawn: BaseGeometry, kind: str, stated: dict[str, str | None], store: Store | None
) -> Proposal:
    """The proposal with its name still open, read as `diming check` reads one."""
    from dataclasses import replace

    from diming.cli.intake import typed

    given = {"feature_class": kind, **stated}
    proposals, refused = typed(("待定",), given, store)
    for refusal in refused:
        raise UsageError(refusal.zh, refusal.en)
    return replace(proposals[0], name="", geometry=drawn)


def _print(found: Suggested, form: str) -> None:
    from diming.emit import as_suggestions
    from diming.formats.writers import csv_text

    if form == "json":
        plain = {
            "schema_version": 1,
            "suggestions": [as_suggestions.suggestion_dict(one) for one in found.offered],
            "set_aside": found.set_aside,
        }
        click.echo(json.dumps(plain, ensure_ascii=False, indent=1))
    elif form == "csv":
        rows = [as_suggestions.cells(one) for one in found.offered]
        click.echo(csv_text(as_suggestions.HEADINGS, rows), nl=False)
    else:
        for line in as_suggestions.lines(found.offered):
            click.echo(line)
