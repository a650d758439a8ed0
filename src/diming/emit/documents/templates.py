"""Finds the template of a document, the office's own before the one that ships, and fills it in.

A template can say fields and go through lists; it can run no code (Jinja's sandbox). A field that
nobody has filled shows as 【待填】.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from jinja2 import ChoiceLoader, FileSystemLoader, TemplateError, Undefined
from jinja2.sandbox import SandboxedEnvironment

from diming.emit.documents.wording import BLANK
from diming.errors import InputError, UsageError, Where
from diming.settings import setting, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

# XML takes no control characters, and Word refuses a file that has them.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Unfilled(Undefined):
    """A field without a value: seen as 【待填】, counted as empty; no list to go through."""

    def __str__(self) -> str:
        return BLANK

    def __iter__(self) -> Iterator[Any]:
        self._fail_with_undefined_error()


def directories() -> list[Path]:
    """Where templates lie, the office's own first; raises UsageError for a missing directory."""
    own = setting("templates")
    if own and not Path(own).is_dir():
        raise UsageError(
            f"没有模板目录 {own}", f"there is no directory of templates {own}",
            mend=("核对设置 templates（DIMING_TEMPLATES）", "check the setting templates"),
        )  # fmt: skip
    return [*([Path(own)] if own else []), shipped("documents")]


def template(name: str) -> Path:
    """The file of a template, as opinion.docx."""
    return next(path for each in directories() if (path := each / name).is_file())


def environment() -> SandboxedEnvironment:
    """What renders templates: no code, no access beyond the directories, text never markup."""
    return SandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(each) for each in directories()]),
        autoescape=True, undefined=Unfilled, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


def cleaned(value: Any) -> Any:
    """The same facts without characters that no file of XML can hold."""
    if type(value) is str:
        return _UNPRINTABLE.sub("", value)
    if isinstance(value, list):
        return [cleaned(one) for one in value]
    if isinstance(value, dict):
        return {name: cleaned(one) for name, one in value.items()}
    return value


def refused(path: Path | str, error: Exception) -> NoReturn:
    """Raises InputError for a template that cannot be opened or filled in."""
    said = error.message if isinstance(error, TemplateError) else str(error)
    raise InputError(
        f"模板不能用: {said}", f"the template cannot be used: {said}",
        mend=("对照随带的模板和 docs/documents.md 修改", "compare it with the one that ships"),
        where=Where(file=str(path)),
    ) from None  # fmt: skip
