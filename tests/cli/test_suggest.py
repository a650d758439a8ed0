"""`diming suggest`: names that would pass for a place, from the command line."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Diming

QUFU = ("--at", "116.99,35.59")


def test_names_for_a_point_in_every_format(diming: Diming) -> None:
    plain = diming("suggest", *QUFU, "--format", "json").json
    assert plain["schema_version"] == 1
    assert len(plain["suggestions"]) == 12
    first = plain["suggestions"][0]
    assert first["result"]["proposal"]["name"] == first["name"]
    assert not any(
        found["verdict"] == "violation"
        for one in plain["suggestions"]
        for found in one["result"]["findings"]
    )
    table = diming("suggest", *QUFU, "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))
    assert [row["名称"] for row in rows] == [one["name"] for one in plain["suggestions"]]
    said = diming("suggest", *QUFU)
    assert said.out.startswith(f"1. {first['name']}  ")
    assert "12 个" in said.err


def test_words_of_the_office(diming: Diming, tmp_path: Path) -> None:
    words = tmp_path / "采词库.csv"
    words.write_text("词语,含义,出处\n里仁,里仁为美,论语·里仁\n", encoding="utf-8")
    said = diming("suggest", "--at", "116.45,35.30", "--reserve", str(words), "--limit", "50")
    assert "里仁路" in said.out
    assert "论语·里仁" in said.out
    words.write_text("词语,含义\n,无词\n", encoding="utf-8")
    said = diming("suggest", *QUFU, "--reserve", str(words))
    assert said.code == 2
    assert "缺少词语" in said.err
    assert "采词库.csv:1" in said.err


def test_a_place_must_be_given_and_readable(diming: Diming) -> None:
    for words in ((), ("--at", "北京"), ("--geometry", "LINE"), (*QUFU, "--class", "楼宇")):
        said = diming("suggest", *words)
        assert (said.code, said.out) == (2, "")
        assert "→" in said.err
