"""Runs the program as a person does, and keeps what it printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from diming.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it wrote to its two streams."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Diming = Callable[..., Said]


@pytest.fixture
def diming(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    jining: Path,
) -> Diming:
    """`diming("check", "常山路")` in an empty directory, on the registry of 济宁."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DIMING_REGISTRY", str(jining))
    monkeypatch.setenv("DIMING_PERSON", "测试员")

    def run(*words: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["diming", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        code = ended.value.code
        return Said(code if isinstance(code, int) else 0 if code is None else 1, out, err)

    return run
