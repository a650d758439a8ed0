"""How much memory a process takes that opens a registry and checks a thousand names.

Each way of checking runs in a process of its own, `checker`, which tells its largest size.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, Goal
from benchmarks.loading import registry
from benchmarks.queries import RIVALS, proposed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.names import Size

_MEGABYTES = Goal(300)
_HOWS = {"open": "registry opened", "rivals": "rivals of 1,000", "review": "review of 1,000"}


def measure(size: Size, cache: Path) -> Iterator[Figure]:
    """Megabytes resident at the most."""
    path = registry(size, cache)
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as questions:
        json.dump(proposed(size, cache)[:RIVALS], questions)
        questions.flush()
        for how, what in _HOWS.items():
            command = [sys.executable, "-m", "benchmarks.checker", how, str(path), questions.name]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            goal = None if how == "open" else _MEGABYTES
            yield Figure("memory", what, float(done.stdout), "MB", goal)
