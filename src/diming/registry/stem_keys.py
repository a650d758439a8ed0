"""Makes the keys that stems are filed under, and writes many of them in order.

A key is a 48-bit hash of its text, salted with prefecture and class, so that one probe meets the
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

_BYTES = 6
_KEYS_HELD = 4_000_000  # 16 bytes each
_KEYS_TOLD = 100_000


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
        self._keys = array("q")
        self._stems = array("q")

    def add(self, keys: list[int], number: int) -> None:
        """The keys of the stem with this number; writes when many are held."""
        self._keys.extend(keys)
        self._stems.extend([number] * len(keys))
        if len(self._keys) >= _KEYS_HELD:
            self.write()

    def write(self) -> None:
        """Writes all that wait."""
        rows = np.stack((np.array(self._keys), np.array(self._stems)), axis=1)
        rows = rows[np.lexsort((rows[:, 1], rows[:, 0]))]
        for start in range(0, len(rows), _KEYS_TOLD):
            self._sql.executemany(
                "INSERT OR IGNORE INTO stem_key VALUES (?, ?)",
                rows[start : start + _KEYS_TOLD].tolist(),
            )
        self._keys, self._stems = array("q"), array("q")
