"""What every test may use: the reference corpus beside the checkout, a registry of 济宁."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

REFERENCE = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The reference corpus; a laptop may lack it, CI may not."""
    if not REFERENCE.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"{REFERENCE} is missing")
        pytest.skip("the reference corpus is not beside this checkout")
    return REFERENCE


@pytest.fixture(scope="session")
def jining(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry stocked with what ships; tests that write take a copy of it."""
    from diming.service.stock import init

    path = tmp_path_factory.mktemp("jining") / "registry.gpkg"
    init(path, "测试员", lambda _line: None).close()
    return path
