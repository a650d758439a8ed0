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


def registry_url(url: str | None) -> str:
    """The registry a command works on."""
    return url or setting("registry")


def registry_if_there(url: str | None) -> str | None:
    """The registry named, or the default one when it exists, else None."""
    if url is None and "://" not in setting("registry") and not Path(setting("registry")).exists():
        return None
    return registry_url(url)
