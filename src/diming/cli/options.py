"""Options that several commands share, so that they read and behave alike."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from diming.settings import setting

if TYPE_CHECKING:
    from collections.abc import Callable

Command = Any  # click decorates functions of any shape


def registry(command: Command) -> Command:
    """`--registry`: which registry; the setting when it is not given."""
    return click.option(
        "--registry", "url", metavar="URL", default=None,
        help="地名库 (.gpkg) · the registry [DIMING_REGISTRY, registry.gpkg]",
    )(command)  # fmt: skip


def person(command: Command) -> Command:
    """`--person`: who answers for a change."""
    return click.option(
        "--person", default=lambda: setting("person") or "diming",
        help="经办人, 记入变更日志 · who answers for the change",
    )(command)  # fmt: skip


def language(command: Command) -> Command:
    """`--lang`: the language of messages."""
    return click.option(
        "--lang", type=click.Choice(["zh", "en"]), default=lambda: setting("language"),
        help="界面语言 · language [zh]",
    )(command)  # fmt: skip


def ruleset(command: Command) -> Command:
    """`--ruleset` and `--as-of`: which rules, of which day."""
    named = click.option(
        "--ruleset", "ruleset_id", default=lambda: setting("ruleset"), metavar="ID",
        help="规则集, 可加参考城市, 如 jining+xian · rule set [jining]",
    )  # fmt: skip
    dated = click.option(
        "--as-of", "as_of", default=None, metavar="DATE",
        help="按该日的规则审查 · review under the rules of that day [today]",
    )  # fmt: skip
    return named(dated(command))


def output_format(*formats: str) -> Callable[[Command], Command]:
    """`--format`, of which the first is the default."""
    return click.option(
        "--format", "form", type=click.Choice(list(formats)), default=formats[0],
        help="输出格式 · output format", show_default=True,
    )  # fmt: skip


def proposals(command: Command) -> Command:
    """What is reviewed: a file with how it is read, or what the line states of the names."""
    for option in reversed(_PROPOSALS):
        command = option(command)
    return command


_PROPOSALS = (
    click.option(
        "--file", "path", metavar="FILE",
        help="申请表 CSV、XLSX、GeoJSON 或公告 .docx、.txt, - 为标准输入 · proposals file",
    ),
    click.option("--encoding", help="文件编码 · encoding of the file"),
    click.option("--crs", help="文件的坐标系 · reference system of the file"),
    click.option("--layer", help="文件的图层 · layer of the file"),
    click.option(
        "--class", "feature_class", default="road", show_default=True, help="地名类别 · class"
    ),
    click.option("--jurisdiction", help="政区代码或名称 · area, code or name"),
    click.option("--action", default="name", show_default=True, help="事项 · action"),
    click.option("--old-name", help="原名 · old name"),
    click.option("--length", "length_m", help="长度 (米) · length in metres"),
    click.option(
        "--width", "width_m", help="宽度 (米), 如 20、9~15、24+9+16 · width in metres"
    ),
    click.option("--width-kind", help="红线或路缘 · red-line or kerb"),
    click.option("--orientation", help="走向 · orientation"),
    click.option("--grade", help="等级 · grade"),
    click.option("--meaning", help="含义 · meaning"),
    click.option("--reading", help="读音 · reading"),
    click.option("--romanization", help="罗马字母拼写 · spelling"),
    click.option(
        "--geometry", metavar="WKT", help="几何图形, 经度在前, CGCS2000 · geometry, longitude first"
    ),
)  # fmt: skip


def registry_url(url: str | None) -> str:
    """The registry a command works on."""
    return url or setting("registry")


def registry_if_there(url: str | None) -> str | None:
    """The registry named, or the default one when it exists, else None."""
    if url is None and "://" not in setting("registry") and not Path(setting("registry")).exists():
        return None
    return registry_url(url)
