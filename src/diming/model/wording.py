"""Gives each value of a closed list its Chinese word."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Worded(StrEnum):
    """A list whose values are what files and JSON carry; `zh` is the word for people."""

    zh: str

    def __new__(cls, value: str, zh: str = "") -> Self:
        """A member is its value; the Chinese word hangs on it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.zh = zh
        return member
