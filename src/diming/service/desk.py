"""Opens the desk a person works at: a registry, a rule set and its word lists."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from diming.errors import UsageError
from diming.rules.lexicon import Lexicons
from diming.rules.rulesets import load
from diming.service.registries import registry_or_none
from diming.settings import setting, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.registry.store import Store
    from diming.rules.rule import Ruleset


@dataclass(frozen=True, slots=True)
class Desk:
    """What a review needs: the rules of a day, their word lists, and a registry or None."""

    store: Store | None
    ruleset: Ruleset
    lexicons: Lexicons


def rules_directory() -> Path:
    """Where the rule sets lie: the setting, or those that ship."""
    own = setting("rules")
    return Path(own) if own else shipped("rules")


def day(text: str | None) -> str:
    """An ISO date, today when none is given; raises UsageError."""
    if text is None:
        return date.today().isoformat()
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(
            f"日期“{text}”读不懂", f"cannot read the date {text!r}",
            mend=("写成 2026-11-23 的样子", "write it like 2026-11-23"),
        ) from None  # fmt: skip


def ruleset_of(ruleset_id: str, as_of: str) -> tuple[Ruleset, Lexicons]:
    """The rule set of a day and the word lists it speaks of."""
    directory = rules_directory()
    return load(directory, ruleset_id, as_of), Lexicons(directory / "lexicons")


@contextmanager
def open_desk(url: str | None, ruleset_id: str, as_of: str) -> Iterator[Desk]:
    """A desk with the registry at `url`, or without one when `url` is None."""
    ruleset, lexicons = ruleset_of(ruleset_id, as_of)
    with registry_or_none(url) as store:
        yield Desk(store, ruleset, lexicons)
