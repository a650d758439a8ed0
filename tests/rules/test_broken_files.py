"""What is wrong in a rule file is said with its line and column, all of it, and never run."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diming.errors import RuleFileError, UsageError
from diming.rules import document
from diming.rules.check import AnyCheck
from diming.rules.loader import validate

Checks = Mapping[str, AnyCheck]

# what is wrong: (old text, new text, line, column, what the English sentence says)
BROKEN = {
    "an unknown key": ("severity:", "severty:", 7, 1, "unknown key 'severty'"),
    "a misspelt key deep inside": ("verified:", "verifed:", 10, 51, "unknown key 'verifed'"),
    "a key given twice": ("fix: 换一个字", "fix: 甲\nfix: 乙", 13, 1, "'fix' is given twice"),
    "a missing key": ("trap: 没有\n", "", 1, 1, "the key 'trap' is missing"),
    "an empty text": ("trap: 没有", 'trap: " "', 13, 7, "must not be empty"),
    "an unknown severity": ("error", "eror", 7, 11, "unknown value 'eror'"),
    "an unknown class": ("[road]", "[road, raod]", 8, 30, "unknown value 'raod'"),
    "no class at all": ("[road]", "[]", 8, 23, "must not be empty"),
    "a word that is no list of classes": ("[road]", "road", 8, 23, "unknown value 'road'"),
    "an unknown action": ("[road]", "[road], actions: [nmae]", 8, 41, "unknown value 'nmae'"),
    "a code of another form": ("AA01", "AA1", 1, 7, "'AA1' does not match"),
    "a slug with capitals": ("no-dragon", "No-Dragon", 2, 7, "'No-Dragon' does not match"),
    "a file name that is not the code": ("AA01", "AA02", 1, 7, "AA02-no-dragon.yaml"),
    "an unknown check": ("check: contains", "check: contians", 5, 8, "unknown check 'contians'"),
    "an unknown parameter": ("{word:", "{wrod: 龙, word:", 6, 10, "unknown key 'wrod'"),
    "a missing parameter": ("{word: 龙}", "{}", 6, 9, "the key 'word' is missing"),
    "a parameter of the wrong type": ("龙}", "龙, times: a}", 6, 26, "should be a whole number"),
    "a parameter out of range": ("{word: 龙}", '{word: ""}', 6, 16, "must not be empty"),
    "a lexicon that is not there": ("龙}", "龙, exceptions: zzz}", 6, 31, "no lexicon 'zzz'"),
    "an unknown placeholder": ("{word}", "{wort}", 11, 15, "unknown placeholder 'wort'"),
    "a placeholder that reaches inside": ("{word}", "{word.x}", 11, 15, "placeholder 'word.x'"),
    "a placeholder with a format": ("{word}", "{word!r}", 11, 15, "write the placeholder as"),
    "braces that do not match": ("“{word}”", "“{word”", 11, 10, "the braces do not match"),
    "no basis": ("  - {instrument", "  # {instrument", 9, 7, "should be a list"),
    "a doubtful yes or no": ("verified: true", "verified: maybe", 10, 61, "true or false"),
    "a verified text without source": (", source: 公报", "", 10, 5, "needs the source"),
    "no firing example": ("  - {fires: {name: 龙路}}\n", "", 15, 3, "no example that fires"),
    "no silent example": ("  - {silent: {name: 虎路}}\n", "", 15, 3, "no example that stays"),
    "an example of neither kind": ("fires: {name: 龙路}", "note: 甲", 15, 5, "either fires"),
    "an unknown column in an example": ("龙路", "龙路, long: 3", 15, 24, "unknown key 'long'"),
    "a code that YAML takes for a number": (
        "name: 龙路", "name: 龙路, jurisdiction: 370811", 15, 38, "should be text"),
    "a geometry that is none": ("龙路", "龙路, geometry: POINT(1)", 15, 34, "not a geometry"),
    "a day that does not exist": (
        "fix:", 'in_force: {from: "2022-02-30"}\nfix:', 12, 18, "no day '2022-02-30'"),
    "a day of another form": ("fix:", 'in_force: {from: "2022"}\nfix:', 12, 18, "does not match"),
    "an end before the beginning": (
        "fix:", "in_force: {from: 2022-05-01, to: 2022-04-30}\nfix:", 12, 11, "ends before"),
    "a warning marked overridable": (
        "severity: error", "severity: note\noverridable: true", 1, 1, "severity: error"),
    "a yes that YAML takes for true": (
        "fix:", "overridable: yes\nfix:", 12, 14, "'yes' is ambiguous"),
    "a number that YAML takes for octal": ("龙}", "龙, times: 010}", 6, 26, "'010' is ambiguous"),
    "a tag": ("fix: 换一个字", "fix: !!python/name:os.system x", 12, 6, "tags are not allowed"),
    "an anchor": ("fix: 换", "fix: &a 换", 12, 6, "anchors are not allowed"),
    "an alias": ("trap: 没有", "trap: *a", 13, 7, "aliases are not allowed"),
    "a merge key": ("fix:", "<<: {fix: 甲}\nfix:", 12, 1, "unknown key '<<'"),
    "a tab": ("fix: 换", "fix:\t换", 12, 5, "tabs are not allowed"),
    "a control character": ("fix: 换", "fix: \x07换", 12, 6, "control character"),
    "two documents": ("fix:", "---\nfix:", 12, 1, "only one document"),
    "a directive": ("code:", "%YAML 1.2\n---\ncode:", 1, 1, "directives are not allowed"),
    "a bracket left open": ("[road]", "[road", 8, 28, "not YAML"),
    "a key that is no text": ("fix: 换一个字", "fix: 换一个字\n7: x", 13, 1, "a key must be text"),
    "nesting without end": ("{word: 龙}", "[" * 50 + "]" * 50, 6, 21, "nested too deeply"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_rule_file_is_refused_at_its_spot(
    case: tuple[str, str, int, int, str], shelf: Path, rule_text: str, checks: Checks
) -> None:
    old, new, line, column, says = case
    assert old in rule_text
    path = shelf / "nation" / "AA01-no-dragon.yaml"
    path.write_text(rule_text.replace(old, new, 1), encoding="utf-8")
    found = [fault.text("en") for fault in validate(shelf, checks)]
    assert any(text.startswith(f"{path}:{line}:{column}: ") and says in text for text in found), (
        found
    )


def test_a_sound_directory_has_no_faults(shelf: Path, checks: Checks) -> None:
    assert validate(shelf, checks) == []


def test_all_that_is_wrong_is_said_at_once_in_order_of_place(
    shelf: Path, rule_text: str, add_rule: Callable[..., Path], checks: Checks
) -> None:
    path = shelf / "nation" / "AA01-no-dragon.yaml"
    wrong = rule_text.replace("error", "eror").replace("{word}", "{wort}").replace("fix:", "fx:")
    path.write_text(wrong, encoding="utf-8")
    other = add_rule("nation", "AA02", ("[road]", "[raod]"))
    faults = validate(shelf, checks)
    assert [(fault.where.file, fault.where.row) for fault in faults] == [
        (str(path), 1), (str(path), 7), (str(path), 11), (str(path), 12), (str(other), 8),
    ]  # fmt: skip


def test_a_fault_is_said_in_both_languages(
    shelf: Path, add_rule: Callable[..., Path], checks: Checks
) -> None:
    path = add_rule("nation", "AA02", ("severity: error", "severity: eror"))
    (fault,) = validate(path, checks)
    zh, en = fault.both.splitlines()
    assert zh.startswith(f"{path}:7:11: 未知的值“eror”")
    assert zh.endswith("是否为“error”？")
    assert en.endswith("did you mean 'error'?")


def test_a_file_in_another_encoding_is_refused(shelf: Path, rule_text: str, checks: Checks) -> None:
    path = shelf / "nation" / "AA01-no-dragon.yaml"
    path.write_bytes(rule_text.encode("gb18030"))
    (fault,) = validate(path, checks)
    assert fault.text("en").startswith(f"{path}:3:8: the file is not UTF-8")


def test_a_byte_order_mark_shifts_no_column(shelf: Path, rule_text: str, checks: Checks) -> None:
    path = shelf / "nation" / "AA01-no-dragon.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + rule_text.replace("AA01", "AA1").encode())
    (fault,) = validate(path, checks)
    assert (fault.where.row, fault.where.column) == (1, 7)


@pytest.mark.parametrize(("text", "says"), [("", "is empty"), ("- a\n", "must be a mapping")])
def test_a_file_that_holds_no_mapping_is_refused(
    text: str, says: str, shelf: Path, checks: Checks
) -> None:
    path = shelf / "nation" / "AA01-no-dragon.yaml"
    path.write_text(text, encoding="utf-8")
    (fault,) = validate(shelf, checks)
    assert (fault.where.row, fault.where.column) == (1, 1)
    assert says in fault.en


def test_a_file_that_is_too_large_is_not_even_read(shelf: Path, checks: Checks) -> None:
    path = shelf / "nation" / "AA01-no-dragon.yaml"
    path.write_bytes(b"[" * (256 * 1024 + 1))
    (fault,) = validate(shelf, checks)
    assert "larger than 256 KB" in fault.en


def test_another_extension_is_not_passed_over(shelf: Path, rule_text: str, checks: Checks) -> None:
    (shelf / "nation" / "AA02-no-dragon.yml").write_text(
        rule_text.replace("AA01", "AA02"), encoding="utf-8"
    )
    (fault,) = validate(shelf, checks)
    assert "AA02-no-dragon.yaml" in fault.en


HEADS = {
    "an id that is not the directory": ("id: nation", "id: natoin", 1, 5, "id must be nation"),
    "an unknown level": ("level: nation", "level: natoin", 4, 20, "unknown value 'natoin'"),
    "a version that is a number": ('"1"', "1", 5, 10, "should be text"),
    "no day in force": ('{from: "2000-01-01"}', "{}", 6, 11, "the key 'from' is missing"),
    "an unknown parent": ("version:", "extends: natoin\nversion:", 5, 10, "unknown rule set"),
    "a parent that is itself": ("version:", "extends: nation\nversion:", 5, 10, "in a circle"),
    "an override without a reason": (
        "version:", "overrides:\n  - {rule: AA01, enabled: false}\nversion:", 6, 5, "'reason'"),
    "an override of no higher rule": (
        "version:", "overrides:\n  - {rule: AA01, reason: 因, enabled: false}\nversion:", 6, 12,
        "unknown rule of a higher authority"),
}  # fmt: skip


@pytest.mark.parametrize("case", HEADS.values(), ids=HEADS.keys())
def test_a_broken_head_is_refused_at_its_spot(
    case: tuple[str, str, int, int, str], shelf: Path, head_text: str, checks: Checks
) -> None:
    old, new, line, column, says = case
    path = shelf / "nation" / "ruleset.yaml"
    path.write_text(head_text.replace(old, new, 1), encoding="utf-8")
    found = [fault.text("en") for fault in validate(shelf, checks)]
    assert any(text.startswith(f"{path}:{line}:{column}: ") and says in text for text in found), (
        found
    )


def test_rule_sets_that_extend_each_other_in_a_circle_are_refused(
    shelf: Path, add_set: Callable[..., Path], checks: Checks
) -> None:
    add_set("province", "city")
    add_set("city", "province")
    assert {fault.en for fault in validate(shelf, checks)} == {"extends runs in a circle"}


def test_a_code_given_twice_in_a_stack_is_refused_once(
    shelf: Path, add_set: Callable[..., Path], add_rule: Callable[..., Path], checks: Checks
) -> None:
    add_set("city", "nation")
    add_set("town", "city")
    path = add_rule("city", "AA01", ("slug: no-dragon", "slug: no-dragon"))
    (fault,) = validate(shelf, checks)
    assert fault.where.file == str(path)
    assert "AA01" in fault.en


def test_one_rule_set_or_one_file_can_be_validated_alone(
    shelf: Path, add_set: Callable[..., Path], add_rule: Callable[..., Path], checks: Checks
) -> None:
    add_rule("nation", "AA02", ("[road]", "[raod]"))
    city = add_set("city", None)
    bad = add_rule("city", "AA03", ("[road]", "[raod]"))
    good = add_rule("city", "AA04")
    assert [fault.where.file for fault in validate(city, checks)] == [str(bad)]
    assert validate(good, checks) == []


def test_a_directory_without_rules_is_not_called_sound(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no rule file"):
        validate(tmp_path)


def test_rules_outside_of_any_rule_set_are_validated_as_they_are(
    tmp_path: Path, rule_text: str, checks: Checks
) -> None:
    folder = tmp_path / "loose"
    folder.mkdir()
    path = folder / "AA01-no-dragon.yaml"
    path.write_text(rule_text, encoding="utf-8")
    assert validate(folder, checks) == []
    path.write_text(rule_text.replace("error", "eror"), encoding="utf-8")
    for named in (folder, path):
        (fault,) = validate(named, checks)
        assert fault.text("en").startswith(f"{path}:7:11: ")


def test_rules_without_a_head_beside_other_rule_sets_are_told(
    shelf: Path, rule_text: str, checks: Checks
) -> None:
    (shelf / "city").mkdir()
    (shelf / "city" / "AA02-no-dragon.yaml").write_text(rule_text, encoding="utf-8")
    (fault,) = validate(shelf, checks)
    assert fault.where.file == str(shelf / "city" / "ruleset.yaml")


def test_the_rules_below_a_broken_head_are_told_too(
    shelf: Path, head_text: str, add_rule: Callable[..., Path], checks: Checks
) -> None:
    (shelf / "nation" / "ruleset.yaml").write_text(head_text.replace("id:", "di:"), "utf-8")
    path = add_rule("nation", "AA02", ("error", "eror"))
    assert [fault.where.file for fault in validate(shelf, checks)] == [
        str(path), *[str(shelf / "nation" / "ruleset.yaml")] * 2,
    ]  # fmt: skip


def test_files_are_named_as_the_user_named_them(
    shelf: Path, add_rule: Callable[..., Path], checks: Checks, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = add_rule("nation", "AA02", ("error", "eror"))
    monkeypatch.chdir(shelf / "nation")
    for named in (Path(), Path(path.name)):
        (fault,) = validate(named, checks)
        assert fault.where.file == path.name
    monkeypatch.chdir(shelf)
    (fault,) = validate(Path("nation"), checks)
    assert fault.where.file == f"nation/{path.name}"


@pytest.mark.parametrize("parser", [yaml.SafeLoader, document.PARSER])
@given(at=st.integers(0, 400), length=st.integers(0, 20), put=st.text(max_size=8))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_written_over_a_rule_is_read_or_refused_with_its_line(
    parser: type[yaml.SafeLoader],
    at: int,
    length: int,
    put: str,
    tmp_path: Path,
    rule_text: str,
) -> None:
    path = tmp_path / "AA01-no-dragon.yaml"
    text = rule_text[:at] + put + rule_text[at + length :]
    path.write_bytes(text.encode("utf-8", errors="surrogatepass"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "PARSER", parser)
        faults: list[RuleFileError] = []
        found = document.read(path, faults)
    assert found or faults
    lines = text.count("\n") + text.count("\r") + text.count("\x85") + 2
    assert all(1 <= (fault.where.row or 0) <= lines for fault in faults)


def test_lines_that_end_the_windows_way_count_the_same(
    shelf: Path, rule_text: str, checks: Checks
) -> None:
    path = shelf / "nation" / "AA01-no-dragon.yaml"
    text = rule_text.replace("{word}", "{wort}").replace("error", "eror")
    path.write_bytes(text.replace("\n", "\r\n").encode())
    assert [(fault.where.row, fault.where.column) for fault in validate(path, checks)] == [
        (7, 11), (11, 15),
    ]  # fmt: skip
