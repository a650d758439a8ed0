"""The pages of docs/rules/: an index of every rule set and a page for each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diming.rules.shelf import Shelf, folders
from diming.rules.told import stated
from diming.service.desk import rules_directory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.rule import Example, Rule
    from diming.rules.written import Written

FOLDER = "rules"
_FIRST = ("national", "shandong", "jining")  # what binds in the first city comes first


def pages(made: str) -> dict[str, str]:
    """The text of each page by its path under docs/; `made` opens every page."""
    shelf = Shelf(rules_directory())
    written = [one for path in folders(rules_directory()) if (one := shelf.written(path.name))]
    order = [*_FIRST, *sorted(one.head.id for one in written)]
    written.sort(key=lambda one: order.index(one.head.id))
    found = {f"{FOLDER}/README.md": made + "".join(_index(written))}
    for one in written:
        for rule in one.rules:
            found[f"{FOLDER}/{_address(one, rule)}"] = made + "".join(_page(one, rule, shelf))
    return found


def _address(written: Written, rule: Rule) -> str:
    return f"{written.head.id}/{rule.code}-{rule.slug}.md"


def _index(written: list[Written]) -> Iterator[str]:
    yield "# 规则 · Rules\n\n"
    for one in written:
        head = one.head
        yield f"## {head.title} `{head.id}`\n\n{head.title_en}, {head.version}. "
        yield f"{head.authority.name}, {head.in_force.start} 起"
        yield f", 至 {head.in_force.to}" if head.in_force.to else ""
        yield f". 其上 `{head.extends}`.\n\n" if head.extends else ".\n\n"
        yield from _table(one)
        yield from _changes(one)
        if head.unknown:
            yield "未载, 须人工核对:\n\n"
            yield from (f"- {text}\n" for text in head.unknown)
            yield "\n"


def _table(written: Written) -> Iterator[str]:
    if not written.rules:
        return
    yield "| 规则 | 内容 | 程度 | 判定 | 依据 |\n|---|---|---|---|---|\n"
    for rule in written.rules:
        basis = rule.basis[0]
        yield (
            f"| [{rule.code}]({_address(written, rule)}) | {_cell(rule.title)} "
            f"| {rule.severity.zh} | {rule.verdict.zh} "
            f"| 《{_cell(basis.instrument)}》{_cell(basis.locator)} |\n"
        )
    yield "\n"


def _changes(written: Written) -> Iterator[str]:
    """What a rule set changes in the rules above it, and why."""
    for entry in written.head.overrides:
        state = "" if entry.enabled else "停用, "
        yield f"- 对 {entry.rule}: {state}{entry.reason}\n"
    if written.head.overrides:
        yield "\n"


def _page(written: Written, rule: Rule, shelf: Shelf) -> Iterator[str]:
    yield f"# {rule.code} {rule.title}\n\n{rule.title_en} · `{rule.slug}` · "
    yield f"[{written.head.title}](../README.md)\n\n"
    yield f"意见: {rule.message}\n\n| | |\n|---|---|\n"
    for label, value in _traits(rule):
        yield f"| {label} | {_cell(value)} |\n"
    yield "\n## 依据 · why\n\n"
    for basis in rule.basis:
        doubt = "" if basis.verified else "（未见官方文本）"
        yield f"《{basis.instrument}》{basis.locator}{doubt}\n\n"
        yield "".join(f"> {line}\n" for line in basis.text.splitlines())
        yield f"\n来源: {basis.source}\n\n"
    yield f"## 办法 · fix\n\n{rule.fix}\n\n## 何时属误报 · trap\n\n{rule.trap}\n\n"
    yield "## 例子 · examples\n\n"
    yield from (_example(example) for example in rule.examples)
    yield from _lexicons(rule, shelf)


def _traits(rule: Rule) -> Iterator[tuple[str, str]]:
    yield "程度 · severity", f"{rule.severity.zh} ({rule.severity.value})"
    yield "判定 · verdict", f"{rule.verdict.zh} ({rule.verdict.value})"
    yield "适用 · classes", "、".join(sorted(kind.zh for kind in rule.classes))
    yield "事项 · actions", "、".join(sorted(action.zh for action in rule.actions))
    if rule.stating:
        yield "只看", f"写明{stated(rule)}的申请; 没有写的不审, 也不算通过"
    yield "检查 · check", f"`{rule.check}`"
    if rule.overridable:
        yield "不采纳", "可由经办人书面说明理由后不采纳"
    if rule.legacy_exempt:
        yield "现有地名", "地名库中在用的名称不受此条审查"
    if rule.in_force_from or rule.in_force_to:
        yield "施行 · in force", f"{rule.in_force_from or '…'} 至 {rule.in_force_to or '今'}"


def _example(example: Example) -> str:
    said = "未评" if example.not_evaluated else "触发" if example.fires else "不触发"
    beside = "、".join(row.get("name", "") for row in example.registry)
    known = f", 库中已有 {beside}" if beside else ""
    note = f": {example.note}" if example.note else ""
    return f"- `{example.proposal.get('name', '')}` {said}{known}{note}\n"


def _lexicons(rule: Rule, shelf: Shelf) -> Iterator[str]:
    known = shelf.lexicons.ids()
    named = [text for text in _texts(rule.params.model_dump()) if text in known]
    if not named:
        return
    yield "\n## 词表 · lexicons\n\n"
    for name in dict.fromkeys(named):
        lexicon = shelf.lexicons.get(name)
        yield f"- `{name}` {lexicon.title}, {len(lexicon.terms)} 条. 来源: {lexicon.source}\n"


def _texts(value: Any) -> Iterator[str]:
    """Every text in the parameters of a check."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
