"""`diming romanize`: spelling names and linting spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Diming


def test_the_generic_decides_where_no_class_is_stated(diming: Diming) -> None:
    said = diming("romanize", "青岛", "刘公岛", "王村", "洸河东路")
    spelt = [line.split("\t")[1] for line in said.out.splitlines()]
    assert spelt == ["Qīngdǎo", "Liúgōng Dǎo", "Wángcūn", "Guānghé Dōnglù"]


def test_a_slip_ends_with_exit_1_and_names_the_rule(diming: Diming) -> None:
    said = diming("romanize", "太白楼路", "--given", "TAIBAILOU RD")
    assert said.code == 1
    assert "“RD” → “LU”" in said.out
    assert "1987" in said.out
    assert "不得使用英文" in said.err


def test_a_good_spelling_ends_with_exit_0(diming: Diming) -> None:
    said = diming("romanize", "太白楼路", "--given", "TAIBAILOU LU")
    assert (said.code, said.out) == (0, "太白楼路\tTAIBAILOU LU\t\n")


def test_an_unsettled_reading_is_asked_about_and_is_no_slip(diming: Diming) -> None:
    for given in ("Chónghé Lù", "Zhònghé Lù"):
        assert diming("romanize", "重和路", "--given", given).code == 0


def test_a_file_may_give_spellings_in_its_third_column(diming: Diming, tmp_path: Path) -> None:
    path = tmp_path / "名单.tsv"
    path.write_text("王村\tvillage\tWáng Cūn\n建设北路\n长安街\t\tCháng\u2019ān Jiē\n", "utf-8")
    said = diming("romanize", "--file", str(path))
    assert said.code == 1
    assert said.out.splitlines() == [
        "王村\tWáng Cūn\t第5位 应连写: 空格 → 无 (1984年规则第3条)",
        "建设北路\tJiànshè Běilù",
        "长安街\tCháng\u2019ān Jiē\t",
    ]


def test_a_tab_in_a_name_is_refused(diming: Diming) -> None:
    said = diming("romanize", "王村\tvillage")
    assert (said.code, said.out) == (2, "")
    assert "制表符" in said.err


def test_one_spelling_for_two_names_is_refused(diming: Diming) -> None:
    said = diming("romanize", "王村", "李庄", "--given", "Wángcūn")
    assert said.code == 2
    assert "--given" in said.err


def test_ordinals_follow_the_setting(diming: Diming, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIMING_ORDINALS", "pinyin")
    assert diming("romanize", "东四十条").out == "东四十条\tDōngsì Shítiáo\n"


def test_an_unknown_class_is_refused_by_row_before_anything_is_spelt(
    diming: Diming, tmp_path: Path
) -> None:
    path = tmp_path / "名单.tsv"
    path.write_text("太白楼路\n任城路\t城堡\n", "utf-8")
    said = diming("romanize", "--file", str(path))
    assert (said.code, said.out) == (2, "")
    assert f"{path}:2 class" in said.err
