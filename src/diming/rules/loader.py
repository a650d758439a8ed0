"""Says everything that is wrong in rule files, each thing with its file, line and column."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diming.errors import RuleFileError, UsageError, Where
from diming.rules.checks import CHECKS
from diming.rules.faults import fault
from diming.rules.lexicon import read_lexicon
from diming.rules.shelf import HEAD, Shelf, folders, rule_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diming.rules.check import AnyCheck

_LEXICONS = "lexicons"


def validate(path: Path, checks: Mapping[str, AnyCheck] = CHECKS) -> list[RuleFileError]:
    """What is wrong in a directory of rule sets, in one rule set, in loose rules, or in one file.

    Raises UsageError when there is nothing to validate.
    """
    whole = path.absolute()
    folder = whole.parent if whole.is_file() else whole
    if (folder / HEAD).is_file():
        shelf = Shelf(folder.parent, checks)
        shelf.stack(folder.name)
    elif folders(folder):
        shelf = _everything(folder, checks)
    elif files := rule_files(folder):
        shelf = Shelf(folder.parent, checks)
        if folder.name == _LEXICONS:
            _read_lexicons(folder, shelf)
        else:
            shelf.rules_of(files, None)
    else:
        raise UsageError(f"{path} 中没有规则文件", f"there is no rule file in {path}")
    told = [_as_given(found, whole, path) for found in shelf.faults]
    if whole.is_file():
        told = [found for found in told if found.where.file == str(path)]
    return sorted(told, key=_by_spot)


def _everything(root: Path, checks: Mapping[str, AnyCheck]) -> Shelf:
    shelf = Shelf(root, checks)
    for folder in folders(root):
        shelf.stack(folder.name)
    _read_lexicons(root / _LEXICONS, shelf)
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        if folder.name != _LEXICONS and rule_files(folder) and not (folder / HEAD).is_file():
            where = Where(str(folder / HEAD), 1, 1)
            shelf.faults.append(fault(where, f"缺少 {HEAD}", f"there is no {HEAD}"))
    return shelf


def _read_lexicons(folder: Path, shelf: Shelf) -> None:
    for file in rule_files(folder):
        read_lexicon(file, shelf.faults)


def _as_given(found: RuleFileError, whole: Path, given: Path) -> RuleFileError:
    """The fault with its file named as the user named the path."""
    file, spot = Path(str(found.where.file)), found.where
    if file.is_relative_to(whole):
        file = given / file.relative_to(whole)
    where = Where(str(file), spot.row, spot.column)
    return fault(where, found.zh, found.en, found.mend)


def _by_spot(found: RuleFileError) -> tuple[str, int, int]:
    return str(found.where.file), found.where.row or 0, found.where.column or 0
