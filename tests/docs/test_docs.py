"""What is written is true: reference pages are current, commands in README exist, links lead on."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from diming.cli import COMMANDS
from diming.rules.shelf import folders, rule_files
from diming.service.desk import rules_directory
from diming.settings import SETTINGS
from scripts.build_docs import DOCS, pages, stale

TOP = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.zh-CN.md", "CONTRIBUTING.md")


@pytest.fixture(autouse=True)
def _plain_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for setting in SETTINGS:
        monkeypatch.delenv(setting.variable, raising=False)


def test_reference_pages_are_current() -> None:
    expected = pages()
    assert {"rules/README.md", "cli.md", "settings.md", "sound.md"} <= set(expected)
    written = {
        page: (DOCS / page).read_text(encoding="utf-8") if (DOCS / page).exists() else None
        for page in expected
    }
    old = [page for page, text in expected.items() if text != written[page]]
    assert not old, "run: python -m scripts.build_docs"
    assert not stale()


def test_every_rule_has_a_page_that_says_why_and_how_out() -> None:
    for folder in folders(rules_directory()):
        for file in rule_files(folder):
            text = (DOCS / "rules" / folder.name / f"{file.stem}.md").read_text(encoding="utf-8")
            for part in ("依据", "办法", "何时属误报", "例子"):
                assert f"## {part} · " in text


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
