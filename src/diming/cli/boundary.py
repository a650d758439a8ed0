"""`diming boundary`: the lines of an area, and the pack of one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diming.cli import options

if TYPE_CHECKING:
    from diming.model import BoundaryLine


@click.group()
def boundary() -> None:
    """界线清单与成果 · boundary lines and their packs."""


@boundary.command("lines")
@click.argument("code", metavar="政区代码")
@options.output_format("human", "json")
@options.registry
def list_lines(code: str, form: str, url: str | None) -> None:
    """列出一个政区与相邻政区的界线, 长度为椭球面长度 · lines with geodesic lengths."""
    from diming.service.boundary import lines
    from diming.service.registries import open_registry

    with open_registry(options.registry_url(url), read_only=True) as store:
        found = lines(store, code)
    if form == "json":
        click.echo(json.dumps([_plain(line) for line in found], ensure_ascii=False, indent=1))
        return
    for line in found:
        click.echo(
            f"{line.side_a} {line.side_b}  {line.name}  {line.length_m / 1000:8.2f} km  "
            f"{line.level}  {line.status.value}"
        )
    total = sum(line.length_m for line in found) / 1000
    click.echo(f"{len(found)} 条, 共 {total:.1f} km; 均为参考线, 不是法定界线", err=True)


def _plain(line: BoundaryLine) -> dict[str, object]:
    return {
        "side_a": line.side_a,
        "side_b": line.side_b,
        "name_a": line.name_a,
        "name_b": line.name_b,
        "name": line.name,
        "level": line.level,
        "length_m": round(line.length_m, 1),
        "ends": [list(end) for end in line.ends],
        "status": line.status.value,
        "source": line.source,
        "next_inspection": line.next_inspection,
    }


@boundary.command("pack")
@click.argument("side_a", metavar="甲方代码")
@click.argument("side_b", metavar="乙方代码")
@click.option("--output", "directory", type=click.Path(path_type=Path), metavar="DIR",
              help="成果目录 · directory to write [output/甲方-乙方]")  # fmt: skip
@options.registry
def pack(side_a: str, side_b: str, directory: Path | None, url: str | None) -> None:
    """写出一条界线的 GeoPackage、GeoJSON 和 XLSX · write the files of one line."""
    from diming.service.boundary import pack as write
    from diming.service.registries import open_registry

    target = directory or Path("output") / f"{side_a}-{side_b}"
    with open_registry(options.registry_url(url), read_only=True) as store:
        for path in write(store, side_a, side_b, target):
            click.echo(str(path))
