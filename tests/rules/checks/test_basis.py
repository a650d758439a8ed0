"""No legal text from memory: every quotation stands, word for word, in the reference texts."""

import re
from functools import cache
from pathlib import Path

import pytest

from diming.model import Basis
from diming.rules.rulesets import available, load
from diming.settings import shipped

pytestmark = pytest.mark.shared

LAWS = ("地名管理条例", "国家通用语言文字法", "上海市地名管理条例", "宁波市地名管理条例")


def _plain(text: str) -> str:
    """The text without markdown's bold and quotation marks, spaces and line breaks."""
    return re.sub(r"\s", "", re.sub(r"(?m)^> ?", "", text).replace("**", ""))


@pytest.fixture(scope="module")
def texts(shared_dir: Path) -> dict[str, str]:
    files = sorted((shared_dir / "domain").rglob("*.md"))
    return {file.name: _plain(file.read_text(encoding="utf-8")) for file in files}


@cache
def _quoted() -> list[tuple[str, Basis]]:
    rulesets = [load(shipped("rules"), one.id, "2026-11-23") for one in available(shipped("rules"))]
    return [(rule.code, basis) for one in rulesets for rule in one.rules for basis in rule.basis]


def test_every_quotation_is_in_the_reference_texts(texts: dict[str, str]) -> None:
    for code, basis in _quoted():
        assert any(_plain(basis.text) in text for text in texts.values()), (code, basis.text)


def test_what_is_called_verified_is_in_the_law_itself(texts: dict[str, str]) -> None:
    for code, basis in _quoted():
        if basis.verified:
            law = next(law for law in LAWS if basis.instrument.startswith(law))
            own = [text for name, text in texts.items() if name.startswith(law)]
            assert any(_plain(basis.text) in text for text in own), (code, basis.text)


def test_only_laws_read_in_full_are_called_verified() -> None:
    verified = {basis.instrument for _, basis in _quoted() if basis.verified}
    assert all(name.startswith(LAWS) for name in verified)
