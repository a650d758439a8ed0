"""`diming evaluate`: a table for people, JSON for CI."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Diming

HELD_OUT = str(Path(__file__).resolve().parents[1] / "evaluation" / "held_out.csv")


def test_names_struck_off_are_counted_by_class(diming: Diming) -> None:
    said = diming("evaluate", "--irregular", HELD_OUT, "--ruleset", "national", "--format", "json")
    assert said.code == 0
    assert [one["class"] for one in said.json["irregular"]] == ["大", "洋", "怪"]
    assert said.json["approved"] is None


def test_without_a_file_it_says_what_to_give(diming: Diming) -> None:
    said = diming("evaluate")
    assert said.code == 2
    assert "--approved" in said.err
