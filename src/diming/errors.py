"""Tells a user what is wrong, where, and how to mend it, in Chinese and English.

Every mistake a user can make is a `DimingError`; anything else that escapes is a defect of ours.
One table at the end says which exit code and HTTP status each kind of error has.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Where:
    """The spot a message speaks of: file, row (1-based), column of text (1-based), field."""

    file: str | None = None
    row: int | None = None
    column: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        spot = [str(part) for part in (self.file, self.row, self.column) if part is not None]
        return " ".join(part for part in (":".join(spot), self.field) if part)


class DimingError(Exception):
    """A user's mistake, said in both languages, with the mend.

    `zh` and `en` are whole sentences; `mend_zh`/`mend_en` say what to do about it.
    """

    def __init__(
        self, zh: str, en: str, *, mend: tuple[str, str] = ("", ""), where: Where | None = None
    ) -> None:
        self.zh, self.en, self.mend = zh, en, mend
        self.where = where or Where()
        super().__init__(self.text("en"))

    def text(self, language: Language) -> str:
        """One line in `language`: where, what, mend."""
        what = self.zh if language == "zh" else self.en
        mend = self.mend[0] if language == "zh" else self.mend[1]
        return ": ".join(part for part in (str(self.where), what) if part) + (
            f" → {mend}" if mend else ""
        )

    @property
    def both(self) -> str:
        """The message in Chinese, then in English."""
        return f"{self.text('zh')}\n{self.text('en')}"


class UsageError(DimingError):
    """A command or request that cannot be understood."""


class InputError(DimingError):
    """A file, row or field that cannot be read or trusted."""


class CoordinateError(InputError):
    """Coordinates whose reference system or position cannot be accepted."""


class RuleFileError(DimingError):
    """A rule or rule-set file that is wrong; `where` gives file:line:col."""


class NotFoundError(DimingError):
    """Something asked for by name or identifier that is not there."""


class RegistryError(DimingError):
    """A registry that is missing, foreign, newer than the program, or busy."""


# kind of error → (exit code, HTTP status); the first that matches counts.
STATUS: tuple[tuple[type[DimingError], int, int], ...] = (
    (NotFoundError, 2, 404),
    (UsageError, 2, 400),
    (InputError, 2, 422),
    (RuleFileError, 2, 500),
    (RegistryError, 2, 503),
    (DimingError, 2, 500),
)


def exit_code(error: DimingError) -> int:
    """The exit code of a command that ended with `error`."""
    return next(code for kind, code, _ in STATUS if isinstance(error, kind))


def http_status(error: DimingError) -> int:
    """The HTTP status of a request that ended with `error`."""
    return next(status for kind, _, status in STATUS if isinstance(error, kind))
