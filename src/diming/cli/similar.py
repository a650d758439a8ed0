"""`diming similar`: what a name may be taken for, in the registry or beside another name."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from diming.cli import options
from diming.cli.points import point
from diming.errors import InputError, UsageError, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry import Point

    from diming.model import FeatureClass
    from diming.service.similar import Found


@click.command()
@click.argument("name", required=False, metavar="[名称]")
@click.option(
    "--pairs", "path", metavar="FILE",
    help="每行两名, 以制表符分隔, 第三列可写两者的类别, - 为标准输入; 答 甲⇥乙⇥关系 · "
    "two names a line, tab between, the class of both in a third column if known",
)  # fmt: skip
@click.option("--class", "kind", help="地名类别, 不写则看通名 · class [that of the generic]")
@click.option("--jurisdiction", help="政区代码或名称 · area, code or name")
@click.option("--reading", help="读音 · reading")
@click.option("--near", metavar="LON,LAT", help="某点, 给出距离 · a point to measure from")
@click.option(
    "--within", "within_m", metavar="M", type=click.FloatRange(min=0, min_open=True),
    help="只看该点这么多米以内 · only names so many metres from it",
)  # fmt: skip
@options.output_format("human", "json", "jsonl", "csv")
@options.registry
def similar(
    name: str | None, path: str | None, kind: str | None, jurisdiction: str | None,
    reading: str | None, near: str | None, within_m: float | None, form: str, url: str | None,
) -> None:  # fmt: skip
    """查与名称相同、同音、近音、形近的地名 · names that may be taken for this one.

    关系由强到弱 · relations, the strongest first: same, same-specific, sound, sound-toneless,
    sound-fold:in-ing …, shape, edit, none
    """
    from diming.formats import words

    if (name is None) == (path is None):
        raise UsageError(
            "要么写一个名称, 要么用 --pairs 给出成对的名称", "give a name, or pairs with --pairs",
            mend=("例: diming similar 常山路", "e.g. diming similar 常山路"),
        )  # fmt: skip
    if within_m is not None and near is None:
        raise UsageError(
            "--within 要与 --near 合用", "--within goes with --near",
            mend=("加上 --near 经度,纬度", "add --near LON,LAT"),
        )  # fmt: skip
    feature_class = None if kind is None else words.feature_class(kind)
    if path is not None:
        _compare(path, feature_class)
        return
    assert name is not None  # noqa: S101 - told by the first question above
    found = _find(
        name,
        feature_class,
        jurisdiction,
        reading,
        None if near is None else point(near, "--near"),
        within_m,
        url,
    )
    _print(name, found, form)
    missing = f", 另有 {found.unplaced} 个位置不详 · without a position" if found.unplaced else ""
    click.echo(f"{len(found.similar)} 个 · rivals{missing}", err=True)


def _find(
    name: str, feature_class: FeatureClass | None, jurisdiction: str | None, reading: str | None,
    near: Point | None, within_m: float | None, url: str | None,
) -> Found:  # fmt: skip
    from diming.service.asked_area import asked_area
    from diming.service.registries import open_registry
    from diming.service.similar import similar as find

    with open_registry(options.registry_url(url), read_only=True) as store:
        return find(
            store,
            name,
            feature_class,
            reading=reading,
            area=asked_area(store, jurisdiction),
            near=near,
            within_m=within_m,
        )


def _print(name: str, found: Found, form: str) -> None:
    from diming.emit import as_rivals
    from diming.formats.writers import csv_text

    told = [(one.rival, one.area, one.distance_m) for one in found.similar]
    if form == "json":
        rivals = [as_rivals.rival_dict(*one) for one in told]
        plain = {"schema_version": 1, "name": name, "rivals": rivals}
        click.echo(json.dumps(plain, ensure_ascii=False, indent=1))
    elif form == "jsonl":
        for one in told:
            click.echo(json.dumps(as_rivals.rival_dict(*one), ensure_ascii=False))
    elif form == "csv":
        rows = [as_rivals.cells(*one) for one in told]
        click.echo(csv_text(as_rivals.HEADINGS, rows), nl=False)
    else:
        for one in told:
            click.echo(as_rivals.line(*one))


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two names beside one another, and what their line says of the class of both."""

    a: str
    b: str
    said: str


def _compare(path: str, stated: FeatureClass | None) -> None:
    from diming.service.similar import label_of_pair

    unknown = 0
    for pair in tuple(_pairs(path)):
        kind = _class(pair.said)
        unknown += bool(pair.said) and kind is None
        click.echo("\t".join((pair.a, pair.b, label_of_pair(pair.a, pair.b, kind or stated))))
    if unknown:
        click.echo(f"{unknown} 行的第三列不是类别, 未用 · third cells that are no class", err=True)


def _class(said: str) -> FeatureClass | None:
    """The class that a cell says; None for anything else that lists carry there."""
    from diming.formats import words

    try:
        return words.feature_class(said) if said else None
    except InputError:
        return None


def _pairs(path: str) -> Iterator[_Pair]:
    """The first three cells of every line that is not blank."""
    from diming.formats.listed import listed

    for line in listed(path):
        a, b, said = (*line.cells, "", "", "")[:3]
        if not (a and b):
            raise InputError(
                "这一行没有以制表符分开的两个名称", "no two names with a tab between in this line",
                mend=("写成 长山路⇥常山路", "write 长山路⇥常山路, ⇥ being a tab"),
                where=Where(file=path, row=line.number),
            )  # fmt: skip
        yield _Pair(a, b, said)
