"""Numbers what the keys of names depend on: a registry made before it changed is rekeyed."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version

from diming.settings import shipped

# Counts changes of the code that makes keys; the data and the phrase dictionary count themselves.
_CODE = 1


def _edition() -> str:
    digest = sha256(f"{_CODE} {version('pypinyin')}".encode())
    for path in sorted(shipped("data", "language").iterdir()):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


EDITION: str = _edition()
