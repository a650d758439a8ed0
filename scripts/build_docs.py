"""Writes the reference pages in docs/ from the program itself: rules, commands, settings.

`python -m scripts.build_docs` writes them anew; a test says when they are out of date.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diming.cli import COMMANDS, program
from diming.service.catalogue import available, ruleset_of
from diming.service.desk import day, rules_directory
from diming.settings import SETTINGS
from scripts import sound_page

if TYPE_CHECKING:
    from diming.rules.rule import Rule

DOCS = Path(__file__).resolve().parent.parent / "docs"
_MADE = "<!-- made by scripts/build_docs.py; do not edit -->\n\n"


def pages() -> dict[str, str]:
    """The text of each reference page by its file name."""
    return {
        "rules.md": _rules(),
        "cli.md": _cli(),
        "settings.md": _settings(),
        "sound.md": sound_page.page(_MADE),
    }


def _rules() -> str:
    parts = [_MADE, "# 规则 · Rules\n\n"]
    seen: set[str] = set()
    for found in available(rules_directory()):
        ruleset, _ = ruleset_of(found.id, day(None))
        fresh = [rule for rule in ruleset.rules if str(rule.where) not in seen]
        seen |= {str(rule.where) for rule in fresh}
        parts.append(f"## {found.id}: {found.title}\n\n{found.title_en}, {found.version}\n\n")
        if found.extends:
            parts.append(f"其上: `{found.extends}`\n\n")
        parts += [f"- 未见: {text}\n" for text in ruleset.unknown]
        parts += ["\n", *(_rule(rule) for rule in fresh)]
    return "".join(parts)


def _rule(rule: Rule) -> str:
    over = "，经办人可书面说明理由后不采纳" if rule.overridable else ""
    bases = "".join(
        f"> 《{basis.instrument}》{basis.locator}{'' if basis.verified else '（未见官方文本）'}: "
        f"{basis.text}\n>\n"
        for basis in rule.basis
    )
    examples = "".join(
        f"- `{example.proposal.get('name', '')}` {'触发' if example.fires else '不触发'}"
        f"{' — ' + example.note if example.note else ''}\n"
        for example in rule.examples
    )
    return (
        f"### {rule.code} {rule.title}\n\n"
        f"`{rule.slug}` · {rule.title_en} · {rule.severity.zh}, {rule.verdict.zh}{over}\n\n"
        f"{bases}\n意见: {rule.message}\n\n出路: {rule.fix}\n\n误报: {rule.trap}\n\n{examples}\n"
    )


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


if __name__ == "__main__":
    for setting in SETTINGS:
        os.environ.pop(setting.variable, None)
    for file, text in pages().items():
        (DOCS / file).write_text(text, encoding="utf-8", newline="\n")
