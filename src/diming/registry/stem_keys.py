"""Makes the keys that stems are filed under, and writes many of them in order.

A key is a 32-bit hash of its text, salted with prefecture and class, so that one probe meets the
stems of one room only. Two texts may have one key: whoever asks compares the stems.
"""

from __future__ import annotations

from array import array
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from diming.model import FeatureClass

    Room = tuple[str, FeatureClass]  # prefecture (4 digits) and class

_BYTES = 4
_KEYS_HELD = 40_000_000  # 8 bytes each, those of thirteen million names
_KEYS_TOLD = 100_000
_LOW = 0xFFFFFFFF


def salted(keys: Iterable[str], room: Room) -> list[int]:
    """The keys of texts in a prefecture and class."""
    salt = _salt(*room)
    return [_hash(key) ^ salt for key in keys]


@lru_cache(maxsize=4096)
def _salt(prefecture: str, kind: FeatureClass) -> int:
    return _hash(f"{prefecture} {kind}")


@lru_cache(maxsize=65536)
def _hash(text: str) -> int:
    digest = blake2b(text.encode(), digest_size=_BYTES).digest()
    return int.from_bytes(digest, "little", signed=True)


class WaitingKeys:
    """Keys that wait to be written in order, which the index takes many times faster."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        """None yet; `write` writes what has been added."""
        self._sql = sql
        self._waiting = array("q")  # a key in the upper half, the number of its stem in the lower

    def add(self, keys: Iterable[int], number: int) -> None:
        """The keys of the stem with this number; writes when many are held."""
        self._waiting.extend([key << 32 | number for key in keys])
        if len(self._waiting) >= _KEYS_HELD:
            self.write()

    def write(self) -> None:
        """Writes all that wait."""
        held = np.frombuffer(self._waiting, np.int64).copy()
        self._waiting = array("q")
        held.sort()
        for start in range(0, len(held), _KEYS_TOLD):
            some = held[start : start + _KEYS_TOLD]
            self._sql.executemany(
                "INSERT OR IGNORE INTO stem_key VALUES (?, ?)",
                zip((some >> 32).tolist(), (some & _LOW).tolist(), strict=True),
            )
