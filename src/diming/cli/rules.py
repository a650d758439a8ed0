"""`diming rules`: list, explain, validate, test and compare the rule sets."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diming.cli import options

if TYPE_CHECKING:
    from diming.rules.rule import Rule


@click.group()
def rules() -> None:
    """规则集: 列出、说明、校验、试例、比较 · the rule sets."""


@rules.command("list")
@options.ruleset
@options.output_format("human", "json")
def list_rules(ruleset_id: str, as_of: str | None, form: str) -> None:
    """列出规则集中的规则 · the rules of a rule set."""
    from diming.service.catalogue import ruleset_of
    from diming.service.desk import day

    ruleset, _ = ruleset_of(ruleset_id, day(as_of))
    if form == "json":
        click.echo(
            json.dumps([_plain(rule) for rule in ruleset.rules], ensure_ascii=False, indent=1)
        )
        return
    for rule in ruleset.rules:
        lent = f"  参考 {rule.reference}" if rule.reference else ""
        basis = rule.basis[0]
        click.echo(
            f"{rule.code}  {rule.severity.zh}  {rule.slug:24} {rule.title}  "
            f"《{basis.instrument}》{basis.locator}{lent}"
        )
    for unknown in ruleset.unknown:
        click.echo(f"未见: {unknown}")
    click.echo(f"{ruleset.title} {ruleset.version}, {len(ruleset.rules)} 条规则", err=True)


@rules.command()
@click.argument("code")
@options.ruleset
def explain(code: str, ruleset_id: str, as_of: str | None) -> None:
    """说明一条规则: 条文、出路、误报、例子 · one rule in full."""
    from diming.rules.told import stated
    from diming.service.catalogue import explain as find
    from diming.service.catalogue import ruleset_of
    from diming.service.desk import day

    rule = find(ruleset_of(ruleset_id, day(as_of))[0], code)
    click.echo(f"{rule.code} {rule.title} ({rule.slug}) · {rule.title_en}")
    click.echo(f"程度: {rule.severity.zh}   判定: {rule.verdict.zh}   检查: {rule.check}")
    if rule.overridable:
        click.echo("可由经办人书面说明理由后不采纳")
    if rule.reference:
        click.echo(f"参考: {rule.reference}, 不是本地规定")
    only = f"; 只看写明{stated(rule)}的申请" if rule.stating else ""
    click.echo(f"适用: {'、'.join(sorted(kind.zh for kind in rule.classes))}{only}")
    for basis in rule.basis:
        doubt = "" if basis.verified else "（未见官方文本）"
        click.echo(f"依据: 《{basis.instrument}》{basis.locator}{doubt}\n      {basis.text}")
        click.echo(f"      来源: {basis.source}")
    click.echo(f"意见: {rule.message}\n出路: {rule.fix}\n误报: {rule.trap}")
    for example in rule.examples:
        said = "触发" if example.fires else "不触发"
        click.echo(f"例: {example.proposal.get('name')} → {said} {example.note}".rstrip())
    click.echo(f"文件: {rule.where}")


@rules.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
def validate(path: Path | None) -> None:
    """校验规则文件, 错误按 文件:行:列 列出 · check rule files."""
    from diming.service.catalogue import wrong_files

    errors = wrong_files(path)
    for error in errors:
        click.echo(error.both)
    click.echo(f"{len(errors)} 处错误 · errors", err=True)
    if errors:
        sys.exit(2)


@rules.command("test")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--ruleset", "ruleset_id", metavar="ID", help="只试此规则集 · only this rule set")
@click.option("--as-of", "as_of", default=None, metavar="DATE")
def try_examples(path: Path | None, ruleset_id: str | None, as_of: str | None) -> None:
    """试跑规则文件中的例子 · run the examples in the rule files."""
    from diming.service.catalogue import try_examples as run
    from diming.service.desk import day

    count, failures = run(path, ruleset_id, day(as_of))
    for failure in failures:
        click.echo(str(failure))
    click.echo(f"{count} 个例子, {len(failures)} 个不符 · examples, failures", err=True)
    if failures:
        sys.exit(1)


@rules.command("diff")
@click.argument("a")
@click.argument("b")
@click.option("--as-of", "as_of", default=None, metavar="DATE")
def diff(a: str, b: str, as_of: str | None) -> None:
    """比较两个规则集 · how rule set B differs from A."""
    from diming.service.catalogue import compare
    from diming.service.desk import day

    for line in compare(a, b, day(as_of)).lines():
        click.echo(line)


def _plain(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "slug": rule.slug,
        "title": rule.title,
        "check": rule.check,
        "severity": rule.severity.value,
        "verdict": rule.verdict.value,
        "reference": rule.reference,
        "basis": [f"《{basis.instrument}》{basis.locator}" for basis in rule.basis],
        "file": str(rule.where),
    }
