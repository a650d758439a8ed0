"""Numbers what the keys of names depend on: a registry made before it changed is rekeyed."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version

from diming.settings import shipped

# Counts changes of the code that makes keys; the data and the phrase dictionary count themselves.
_CODE = 4
# The data that a name is simplified, parsed and read by.
_DATA = (
    "characters.tsv", "divisions.tsv", "generics.csv", "persons.tsv", "phrases.tsv",
    "readings.tsv", "usage.tsv", "variants.tsv",
)  # fmt: skip


def _edition() -> str:
    digest = sha256(f"{_CODE} {version('pypinyin')}".encode())
    for name in _DATA:
        digest.update(name.encode() + shipped("data", "language", name).read_bytes())
    return digest.hexdigest()[:16]


EDITION: str = _edition()
