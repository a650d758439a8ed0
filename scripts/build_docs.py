"""Writes the reference pages in docs/ from the program itself: rules, commands, settings.

`python -m scripts.build_docs` writes them anew; a test says when they are out of date.
"""

from __future__ import annotations

import os
from pathlib import Path

import click

from diming.cli import COMMANDS, program
from diming.settings import SETTINGS
from scripts import rule_pages, sound_page

DOCS = Path(__file__).resolve().parent.parent / "docs"
_MADE = "<!-- made by scripts/build_docs.py; do not edit -->\n\n"


def pages() -> dict[str, str]:
    """The text of each reference page by its path under docs/."""
    return {
        **rule_pages.pages(_MADE),
        "cli.md": _cli(),
        "settings.md": _settings(),
        "sound.md": sound_page.page(_MADE),
    }


def _cli() -> str:
    parts = [_MADE, "# 命令 · Commands\n\n"]
    top = click.Context(program, info_name="diming", terminal_width=100, **program.context_settings)
    for name in COMMANDS:
        command = program.get_command(top, name)
        if command is not None:
            parts.append(_command(command, name, top))
    return "".join(parts)


def _command(command: click.Command, name: str, parent: click.Context) -> str:
    context = click.Context(command, info_name=name, parent=parent, terminal_width=100)
    text = f"## {context.command_path}\n\n```\n{command.get_help(context)}\n```\n\n"
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None:
                text += _command(found, inner, context)
    return text


def _settings() -> str:
    rows = "".join(
        f"| `{one.name}` | `{one.variable}` | {f'`{one.default}`' if one.default else '—'} "
        f"| {one.zh} · {one.en} |\n"
        for one in SETTINGS
        if one.name != "person"
    )
    return (
        f"{_MADE}# 设置 · Settings\n\n| name | variable | default | |\n|---|---|---|---|\n{rows}"
        "| `person` | `DIMING_PERSON` | 登录名 | 变更日志中记录的经办人 · person written into the "
        "journal of changes |\n"
    )


def stale() -> list[Path]:
    """Pages of rules that are no more."""
    return sorted(set((DOCS / rule_pages.FOLDER).rglob("*.md")) - {DOCS / page for page in pages()})


if __name__ == "__main__":
    for setting in SETTINGS:
        os.environ.pop(setting.variable, None)
    for file, text in pages().items():
        (DOCS / file).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / file).write_text(text, encoding="utf-8", newline="\n")
    for page in stale():
        page.unlink()
