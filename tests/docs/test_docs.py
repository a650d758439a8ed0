"""What is written is true: reference pages are current, commands in README exist, links lead on."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from diming.cli import COMMANDS
from diming.settings import SETTINGS
from scripts.build_docs import DOCS, pages

TOP = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.zh-CN.md", "CONTRIBUTING.md")


@pytest.fixture(autouse=True)
def _plain_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for setting in SETTINGS:
        monkeypatch.delenv(setting.variable, raising=False)


@pytest.mark.parametrize("page", ["rules.md", "cli.md", "settings.md", "sound.md"])
def test_reference_pages_are_current(page: str) -> None:
    written = (DOCS / page).read_text(encoding="utf-8")
    assert written == pages()[page], "run: python -m scripts.build_docs"


@pytest.mark.parametrize("readme", READMES)
def test_commands_in_the_readme_exist(readme: str) -> None:
    text = (TOP / readme).read_text(encoding="utf-8")
    called = [
        shlex.split(line, comments=True)[1]
        for line in re.findall(r"^(?:\.venv/bin/)?diming .*$", text, flags=re.M)
    ]
    assert set(called) <= set(COMMANDS)
    targets = set(re.findall(r"^make (\w+)", text, flags=re.M))
    makefile = (TOP / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{target}:", makefile, flags=re.M) for target in targets)


@pytest.mark.parametrize(
    "page", sorted(str(path.relative_to(TOP)) for path in [*TOP.glob("*.md"), *DOCS.rglob("*.md")])
)
def test_links_lead_somewhere(page: str) -> None:
    here = (TOP / page).parent
    text = re.sub(r"```.*?```", "", (TOP / page).read_text(encoding="utf-8"), flags=re.S)
    for link in re.findall(r"\]\(([^)#\s]+)", text):
        if "://" not in link:
            assert (here / link).exists(), link


def test_every_setting_is_read_from_its_own_variable() -> None:
    variables = [setting.variable for setting in SETTINGS]
    assert len(set(variables)) == len(variables)
    assert all(variable.startswith("DIMING_") for variable in variables)
