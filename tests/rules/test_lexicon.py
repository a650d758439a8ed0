"""Words are found where they stand, the longest first, each with its source."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diming.errors import NotFoundError, RuleFileError
from diming.rules.lexicon import Entry, Lexicon, Lexicons, read_lexicon

HEAD = "id: fine\ntitle: 试验\nsource: 公报\n"
LETTERS = st.text("甲乙丙", max_size=8)


def lexicon(*terms: str) -> Lexicon:
    return Lexicon("fine", "试验", "公报", {term: Entry(term) for term in terms}, "")


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "fine.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_of_two_words_the_longer_is_met() -> None:
    found = lexicon("中山", "中山陵", "陵").longest_in("孙中山陵路")
    assert [(start, end, entry.term) for start, end, entry in found] == [(1, 4, "中山陵")]


def test_words_that_overlap_are_both_met() -> None:
    found = lexicon("中山", "山海").longest_in("中山海路")
    assert [(start, end) for start, end, _ in found] == [(0, 2), (1, 3)]


@given(st.sets(st.text("甲乙丙", min_size=1, max_size=3)), LETTERS)
def test_every_word_in_the_text_lies_within_one_that_is_met(terms: set[str], text: str) -> None:
    found = [(start, end) for start, end, _ in lexicon(*terms).longest_in(text)]
    assert all(text[start:end] in terms for start, end in found)
    for term in terms:
        for start in range(len(text)):
            if text.startswith(term, start):
                assert any(left <= start and start + len(term) <= right for left, right in found)
    for one in found:
        assert not any(o != one and o[0] <= one[0] and one[1] <= o[1] for o in found)


def test_an_entry_keeps_its_own_source_and_note(tmp_path: Path) -> None:
    written(tmp_path, HEAD + "entries: [{term: 甲, source: 报, note: 注}, {term: 乙}]\n")
    found = Lexicons(tmp_path).get("fine")
    assert (found.title, found.source) == ("试验", "公报")
    assert found.terms == {"甲": Entry("甲", "报", "注"), "乙": Entry("乙")}


def test_a_table_that_ships_can_be_a_lexicon(tmp_path: Path) -> None:
    written(tmp_path, HEAD + "table: language/foreign.tsv\ncolumn: name\nnote: country\n"
            "only: {kind: [city], country: [JP]}\n")  # fmt: skip
    found = Lexicons(tmp_path).get("fine")
    assert found.terms["东京"] == Entry("东京", "CLDR|GeoNames", "JP")
    assert {entry.note for entry in found.terms.values()} == {"JP"}


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("entries: [{term: 甲}, {term: 甲}]", 4, 29, "listed twice"),
        ("entries: [{term: 甲, nots: 乙}]", 4, 21, "unknown key 'nots'"),
        ("", 1, 1, "either entries or table"),
        ("entries: [{term: 甲}]\ncolumn: name", 1, 1, "belong to a table"),
        ("table: language/none.tsv\ncolumn: name", 4, 8, "no table language/none.tsv"),
        ("table: ../secret.tsv\ncolumn: name", 4, 8, "does not match"),
        ("table: language/foreign.tsv\ncolumn: nmae", 5, 9, "no column nmae"),
        ("table: language/foreign.tsv", 1, 1, "'column' is missing"),
    ],
)
def test_a_wrong_lexicon_is_refused_at_its_spot(
    text: str, line: int, column: int, says: str, tmp_path: Path
) -> None:
    path = written(tmp_path, HEAD + text + "\n")
    faults: list[RuleFileError] = []
    read_lexicon(path, faults)
    (fault,) = faults
    assert fault.text("en").startswith(f"{path}:{line}:{column}: ")
    assert says in fault.en
    with pytest.raises(RuleFileError):
        Lexicons(tmp_path).get("fine")


def test_the_id_is_the_name_of_the_file(tmp_path: Path) -> None:
    faults: list[RuleFileError] = []
    read_lexicon(
        written(tmp_path, HEAD.replace("fine", "fien") + "entries: [{term: 甲}]\n"), faults
    )
    assert [fault.en for fault in faults] == ["id must be fine"]


def test_an_unknown_lexicon_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no lexicon moon"):
        Lexicons(tmp_path).get("moon")
