"""`diming init`, `import`, `export`, `history`, `backup`, `settings`: the registry as a file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from diming.cli import options
from diming.errors import NotFoundError, UsageError
from diming.settings import SETTINGS

KINDS = ("places", "roads", "boundaries", "markers", "toponyms")
PROPOSALS = "proposals"


@click.command()
@options.person
@options.registry
def init(person: str, url: str | None) -> None:
    """建库, 装入随程序所带的济宁数据 · make a registry with what ships."""
    from diming.service.stock import init as stock

    path = Path(options.registry_url(url))
    store = stock(path, person, lambda line: click.echo(line, err=True))
    try:
        click.echo(f"已建库 {path} ({store.id[:8]}, 第 {store.revision} 版)", err=True)
    finally:
        store.close()


@click.command("import")
@click.argument("file")
@click.option("--kind", type=click.Choice([*KINDS, PROPOSALS]), default="toponyms",
              show_default=True,
              help="内容; proposals 把公告变为申请表, 不入库 · what the file holds")  # fmt: skip
@click.option("--output", type=click.Path(path_type=Path),
              help="申请表写到 .csv 或 .xlsx · where a proposals file goes")  # fmt: skip
@click.option("--encoding", help="文件编码, 如 GB18030 · encoding")
@click.option("--crs", help="坐标系, 如 EPSG:4490 · coordinate reference system")
@click.option("--layer", help="图层 · layer")
@click.option("--source", help="资料来源 · where the data come from")
@click.option("--partial", is_flag=True, help="拒收的行除外, 其余照收 · take the good rows")
@click.option("--reason", help="变更理由, 记入日志 · why, for the journal")
@options.output_format("human", "json")
@options.person
@options.registry
def import_(
    file: str, kind: str, output: Path | None, encoding: str | None, crs: str | None,
    layer: str | None,
    source: str | None, partial: bool, reason: str | None, form: str, person: str,
    url: str | None,
) -> int:  # fmt: skip
    """导入 CSV、XLSX、GeoJSON、GeoPackage、Shapefile · add a file to the registry."""
    if kind == PROPOSALS:
        from diming.cli.drafting import draft
        from diming.cli.intake import Handed

        handed = Handed(file, encoding, crs, layer)
        return draft(handed, output, form, options.registry_if_there(url))
    if output is not None:
        raise UsageError(
            "--output 只与 --kind proposals 同用", "--output goes with --kind proposals only",
            mend=("导出地名库用 diming export", "diming export writes the registry"),
        )  # fmt: skip
    from diming.service.importing import Incoming, import_file
    from diming.service.registries import open_registry

    incoming = Incoming(
        file, kind, encoding=encoding, crs=crs, layer=layer, source=source, partial=partial
    )
    with open_registry(options.registry_url(url)) as store:
        report = import_file(store, incoming, person, reason or f"导入 {Path(file).name}")
    if form == "json":
        click.echo(json.dumps(report.as_dict(), ensure_ascii=False, indent=1))
    else:
        for refusal in report.refused:
            click.echo(f"{file}:{refusal.row} {refusal.field}: {refusal.zh} · {refusal.en}")
        click.echo(
            f"读 {report.read} 行, 新增 {report.added}, 变更 {report.changed}, "
            f"无变化 {report.same}, 拒收 {report.refused_rows}"
        )
        for zh, en in report.notes:
            click.echo(f"{zh} · {en}", err=True)
    if report.refused and not partial:
        click.echo("有拒收的行, 未写入; 改正后重来, 或加 --partial · nothing was written", err=True)
    return 2 if report.refused else 0


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--kind", type=click.Choice([*KINDS, "all"]), default="toponyms", show_default=True,
              help="内容 · what to write")  # fmt: skip
@click.option("--jurisdiction", help="政区代码 · area")
@options.registry
def export(file: Path, kind: str, jurisdiction: str | None, url: str | None) -> None:
    """按扩展名写 .geojson、.gpkg、.csv、.xlsx · write the registry to a file."""
    from diming.service.exporting import export as write
    from diming.service.registries import open_registry

    with open_registry(options.registry_url(url), read_only=True) as store:
        count = write(store, file, kind, jurisdiction)
    click.echo(f"{file}: {count} 条 · records", err=True)


@click.command()
@click.argument("record", required=False, metavar="[ID]")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@options.output_format("human", "json")
@options.registry
def history(record: str | None, limit: int, form: str, url: str | None) -> None:
    """变更日志: 谁、何时、为何、改前改后 · the journal of changes."""
    from dataclasses import asdict

    from diming.service.registries import open_registry

    with open_registry(options.registry_url(url), read_only=True) as store:
        entries = store.history(record, limit=limit)
    if record is not None and not entries:
        raise NotFoundError(
            f"日志中没有 {record}", f"the journal has nothing on {record}",
            mend=("编号见 diming search --format json", "ids: diming search --format json"),
        )  # fmt: skip
    if form == "json":
        click.echo(json.dumps([asdict(entry) for entry in entries], ensure_ascii=False, indent=1))
        return
    for entry in entries:
        click.echo(
            f"{entry.revision}  {entry.at}  {entry.person}  {entry.change.value:6} "
            f"{entry.kind} {entry.record_id}  {entry.reason}"
        )


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
@options.registry
def backup(target: Path, url: str | None) -> None:
    """在线备份; 他人读写不受影响 · copy the registry while it is used."""
    from diming.service.registries import open_registry

    with open_registry(options.registry_url(url), read_only=True) as store:
        store.backup(target)
    click.echo(f"已备份到 {target} · copied", err=True)


@click.command()
@options.output_format("human", "json")
def settings(form: str) -> None:
    """列出设置、环境变量和现值 · settings, their variables and values."""
    if form == "json":
        plain = [
            {"name": one.name, "variable": one.variable, "default": one.default,
             "value": one.value, "zh": one.zh, "en": one.en}
            for one in SETTINGS
        ]  # fmt: skip
        json.dump(plain, sys.stdout, ensure_ascii=False, indent=1)
        click.echo()
        return
    for one in SETTINGS:
        click.echo(f"{one.variable:16} {one.value or '—':20} {one.zh} · {one.en}")
