"""The command line: reads what a person typed, calls a service, prints what it answers.

Commands are loaded when they are called, so `diming --help` starts at once. Results go to
standard output, talk and progress to standard error.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from diming import __version__
from diming.errors import DimingError, exit_code

# command → (module:object, what it does in Chinese, in English); the order is that of the help.
COMMANDS: dict[str, tuple[str, str, str]] = {
    "init": ("registry:init", "建库, 装入随带的济宁数据", "make a registry with what ships"),
    "import": ("registry:import_", "导入文件", "add a file to the registry"),
    "check": ("check:check", "审查拟用名称", "review proposed names"),
    "document": ("document:document", "制作可归档的文书", "documents a clerk can file"),
    "waive": ("check:waive", "记录豁免", "record an accepted deviation"),
    "romanize": ("romanize:romanize", "罗马字母拼写", "standard spelling of names"),
    "similar": ("similar:similar", "查同名、同音、近音、形近", "names taken for one another"),
    "suggest": ("suggest:suggest", "推荐能通过审查的名称", "names that would pass"),
    "search": ("search:search", "查地名", "find names"),
    "audit": ("audit:audit", "自查地名库", "review the registry against itself"),
    "boundary": ("boundary:boundary", "界线清单与成果", "boundary lines and their packs"),
    "rules": ("rules:rules", "规则集", "the rule sets"),
    "evaluate": ("evaluate:evaluate", "评测规则集", "measure a rule set on labelled names"),
    "export": ("registry:export", "导出地名库", "write the registry to a file"),
    "history": ("registry:history", "变更日志", "the journal of changes"),
    "backup": ("registry:backup", "在线备份", "copy the registry while it is used"),
    "settings": ("registry:settings", "设置", "settings and their values"),
    "serve": ("serve:serve", "打开地图网页", "serve the map and the API"),
}


class Lazy(click.Group):
    """A group that imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself, imported now."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name][0].split(":")
        command = getattr(import_module(f"diming.cli.{module}"), name)
        assert isinstance(command, click.Command)  # noqa: S101 - the table above says so
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands from the table, without importing any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, f"{zh} · {en}") for name, (_, zh, en) in COMMANDS.items()])


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="diming")
def program() -> None:
    """地名库与命名规则引擎 · a registry of place names and a reviewer of proposed ones."""


def main() -> None:
    """Runs the program; a user's mistake ends in two lines and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        sys.exit(program.main(standalone_mode=False) or 0)
    except DimingError as error:
        click.echo(error.both, err=True)
        sys.exit(exit_code(error))
    except click.ClickException as error:
        click.echo(f"命令有误: {error.format_message()}", err=True)
        click.echo("用 --help 查看用法 · see --help", err=True)
        sys.exit(2)
    except click.Abort:
        sys.exit(130)
    except BrokenPipeError:
        # The reader of a pipe went away: no mistake, and nothing more to say (Python docs, signal).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
