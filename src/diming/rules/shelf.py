"""Reads directories of rule sets as they are written, whatever the day.

A rule set is a directory with a `ruleset.yaml` and one file a rule. What a directory does not
hold is looked for among the rule sets that ship, so that an office can extend them with its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.errors import NotFoundError
from diming.rules import document, overrides
from diming.rules.checks import CHECKS
from diming.rules.faults import fault, mould, unknown
from diming.rules.heads import RulesetFile
from diming.rules.lexicon import Lexicons
from diming.rules.rulefile import Known, read_rule
from diming.rules.written import Written
from diming.settings import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from diming.errors import RuleFileError
    from diming.rules.check import AnyCheck
    from diming.rules.rule import Rule

HEAD = "ruleset.yaml"


def folders(root: Path) -> list[Path]:
    """The directories of rule sets under a root, by name."""
    return sorted(head.parent for head in root.glob(f"*/{HEAD}"))


def rule_files(folder: Path) -> list[Path]:
    """The files of a directory that hold rules, or should: another extension is not passed over."""
    return [path for path in sorted(folder.glob("*.y*ml")) if path.name != HEAD]


class Shelf:
    """The rule sets of a directory and those that ship; each is read once.

    `faults` grows with every file that is read and every stack that is built.
    """

    def __init__(self, directory: Path, checks: Mapping[str, AnyCheck] = CHECKS) -> None:
        self.faults: list[RuleFileError] = []
        self.lexicons = Lexicons(directory / "lexicons")
        self._known = Known(checks, self.lexicons.ids())
        self._folders = {
            folder.name: folder
            for root in (shipped("rules"), directory)
            for folder in folders(root)
        }
        self._read: dict[str, Written | None] = {}

    def written(self, ruleset_id: str) -> Written | None:
        """A rule set; None when its `ruleset.yaml` is wrong. Raises NotFoundError."""
        if ruleset_id not in self._folders:
            known = ", ".join(self._folders)
            raise NotFoundError(
                f"没有规则集 {ruleset_id}", f"there is no rule set {ruleset_id}",
                mend=(f"可用: {known}", f"there are: {known}"),
            )  # fmt: skip
        if ruleset_id not in self._read:
            self._read[ruleset_id] = self._from(self._folders[ruleset_id])
        return self._read[ruleset_id]

    def stack(self, ruleset_id: str) -> list[Written]:
        """A rule set with those it extends, the highest authority first."""
        stack: list[Written] = []
        following: str | None = ruleset_id
        while following is not None:
            written = self.written(following)
            if written is None:
                break
            stack.insert(0, written)
            following = self._parent(written, [above.head.id for above in stack])
        self._refuse_duplicates(stack)
        self._refuse_overrides(stack)
        return stack

    def _from(self, folder: Path) -> Written | None:
        found = document.read(folder / HEAD, self.faults)
        head = mould(RulesetFile, found.root, self.faults) if found else None
        rules = self.rules_of(rule_files(folder), head)
        if found is None or head is None:
            return None
        if head.id != folder.name:
            self.faults.append(
                fault(
                    found.root.at("id").where,
                    f"id 应与目录名 {folder.name} 相同",
                    f"id must be {folder.name}, as the directory",
                )
            )
        return Written(folder, head, rules, found)

    def rules_of(self, files: list[Path], head: RulesetFile | None) -> tuple[Rule, ...]:
        """The rules in these files, which belong to the rule set with this head if it has one."""
        read = (read_rule(path, head, self._known, self.faults) for path in files)
        return tuple(rule for rule in read if rule)

    def _parent(self, written: Written, below: list[str]) -> str | None:
        parent = written.head.extends
        if parent is None:
            return None
        where = written.document.root.at("extends").where
        if parent not in self._folders:
            self._add(unknown(("规则集", "rule set"), parent, self._folders, where))
            return None
        if parent in below:
            self._add(fault(where, "extends 循环", "extends runs in a circle"))
            return None
        return parent

    def _refuse_duplicates(self, stack: list[Written]) -> None:
        seen: dict[str, Rule] = {}
        for rule in (rule for written in stack for rule in written.rules):
            if (first := seen.setdefault(rule.code, rule)) is not rule:
                other = first.where.file
                zh = f"编号 {rule.code} 与 {other} 重复"
                self._add(fault(rule.where, zh, f"the code {rule.code} is that of {other}"))

    def _refuse_overrides(self, stack: list[Written]) -> None:
        above: dict[str, Rule] = {}
        for written in stack:
            for index, entry in enumerate(written.head.overrides):
                for found in overrides.faults_of(
                    entry, written.document, index, above, self._known
                ):
                    self._add(found)
            above |= {rule.code: rule for rule in written.rules}

    def _add(self, found: RuleFileError) -> None:
        """A stack is looked at from each rule set below it; its faults are told once."""
        if all(str(found) != str(known) for known in self.faults):
            self.faults.append(found)
