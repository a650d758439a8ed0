"""Notices, however an office words them, are read as the proposals that they make."""

from __future__ import annotations

import csv
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from diming.errors import InputError
from diming.formats.notice.folding import arabic, fold
from diming.formats.notice.result import DOUBTS, PLACE, SOURCE, WORDS
from diming.formats.proposal_table import as_csv, write
from diming.formats.proposals import ProposalFile, read_proposals
from diming.model import FeatureClass, Jurisdiction, Level, Proposal, WidthKind

NOTICES = sorted((Path(__file__).parent / "notices").glob("*.txt"))
FIELDS = ("name", "action", "old_name", "start", "end", "length_m", "width_m")
SENTENCE = "拟将位于任城区仙营街道辖区内，北起苇塘路，南至柳行街，长412米的道路命名为芦汀巷。"


def read(text: str, tmp_path: Path, encoding: str = "utf-8") -> ProposalFile:
    path = tmp_path / "公示.txt"
    path.write_text(text, encoding=encoding)
    return read_proposals(path)


def one(text: str, tmp_path: Path) -> Proposal:
    (proposal,) = read(text, tmp_path).proposals
    return proposal


def told(proposal: Proposal) -> tuple[str, ...]:
    """What the tables of expectations hold of a proposal."""
    length = "" if proposal.length_m is None else f"{proposal.length_m:g}"
    values = (
        proposal.name, proposal.action.value, proposal.old_name, proposal.start, proposal.end,
        length, proposal.width_m,
    )  # fmt: skip
    return tuple("" if value is None else str(value) for value in values)


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_a_notice_gives_its_names_ends_and_measures(path: Path) -> None:
    with path.with_suffix(".tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    result = read_proposals(path)
    assert [told(each) for each in result.proposals] == [
        tuple(row[field] for field in FIELDS) for row in rows
    ]
    assert not result.refused


# --- What is said beside ends and measures ----------------------------------------------------


def test_class_area_orientation_grade_and_meaning_are_read(tmp_path: Path) -> None:
    text = (
        "将位于任城区仙营街道辖区内，东西走向，东起书院街，西至墨池路，长128米的桥梁命名为文魁桥，"
        "寓意文运昌盛。"
    )
    bridge = one(text, tmp_path)
    assert bridge.feature_class is FeatureClass.BRIDGE
    assert bridge.extra[PLACE] == "任城区仙营街道"
    assert (bridge.orientation, bridge.meaning) == ("东西", "寓意文运昌盛")
    road = one("听松路：北起松街，南至石桥，为城市次干路，红线宽24米。", tmp_path)
    assert (road.grade, road.width_kind) == ("城市次干路", WidthKind.RED_LINE)
    assert (
        one("青苹路（Qīngpíng Lù）：东起藻街，西至荷路。", tmp_path).romanization == "Qīngpíng Lù"
    )


def test_an_area_that_the_registry_knows_becomes_its_code(tmp_path: Path) -> None:
    areas = {"任城区": Jurisdiction("370811", "任城区", Level.COUNTY)}
    path = tmp_path / "公示.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    (proposal,) = read_proposals(
        path, jurisdictions=lambda name: [areas[name]] if name in areas else []
    ).proposals
    assert proposal.jurisdiction == "370811"
    assert proposal.extra[PLACE] == "任城区仙营街道"


def test_each_name_says_where_it_stands_and_in_which_words(tmp_path: Path) -> None:
    proposal = one(f"公示\n\n{SENTENCE}\n", tmp_path)
    assert proposal.extra[SOURCE] == "第3行"
    assert "命名为芦汀巷" in proposal.extra[WORDS]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_notice_is_read_in_the_encodings_of_offices(encoding: str, tmp_path: Path) -> None:
    (proposal,) = read(SENTENCE, tmp_path, encoding).proposals
    assert proposal.name == "芦汀巷"


# --- What could not be read -------------------------------------------------------------------


def test_a_statement_without_a_name_is_refused_with_its_words(tmp_path: Path) -> None:
    result = read(f"{SENTENCE}\n一号地块东侧，南起航空路，北至堤顶，长9.5公里。\n", tmp_path)
    assert [each.name for each in result.proposals] == ["芦汀巷"]
    (refusal,) = result.refused
    assert refusal.zh.startswith("第2行没有读出名称：“一号地块东侧")


def test_talk_of_naming_in_general_is_noted(tmp_path: Path) -> None:
    result = read(f"根据有关规定，现就道路命名征求意见。\n{SENTENCE}\n", tmp_path)
    assert [zh for zh, _ in result.notes if zh.startswith("第1行说到命名而未取名称")]


def test_a_value_that_cannot_be_read_is_named_and_the_name_kept(tmp_path: Path) -> None:
    result = read("听松路：北起松街，南至石桥，全长1.2至1.5公里，宽20米。", tmp_path)
    (proposal,) = result.proposals
    assert proposal.length_m is None
    assert "1.2至1.5公里" in proposal.extra[DOUBTS]
    assert any("未读出" in zh for zh, _ in result.notes)


@pytest.mark.parametrize("text", ["", "今天天气很好。", "\n\n"])
def test_a_text_that_names_nothing_is_no_notice(text: str, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read(text, tmp_path)


def test_a_table_in_a_text_file_is_read_as_the_table_it_is(tmp_path: Path) -> None:
    result = read("名称,长度,批次\n听松路,1200,甲\n", tmp_path)
    assert result.columns["length_m"] == "长度"
    assert result.proposals[0].extra == {"批次": "甲"}


# --- Word documents ---------------------------------------------------------------------------


def test_a_word_document_gives_paragraphs_and_tables(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("关于部分道路命名的公示")
    document.add_paragraph(SENTENCE)
    table = document.add_table(rows=5, cols=6)
    for column, (upper, lower) in enumerate(
        [("序号", "序号"), ("所在区", "所在区"), ("拟用名称", "拟用名称"), ("起止点", "起点"),
         ("起止点", "止点"), ("长度（公里）", "长度（公里）")]
    ):  # fmt: skip
        table.cell(0, column).text, table.cell(1, column).text = upper, lower
    table.cell(0, 3).merge(table.cell(0, 4)).text = "起止点"
    rows = [
        ("1", "任城区", "听松路", "松街", "石桥", "1.2"),
        ("2", "", "问渠路", "渠首", "听松路", "0.8"),
    ]
    for at, cells in enumerate(rows, start=2):
        for column, text in enumerate(cells):
            table.cell(at, column).text = text
    table.cell(2, 1).merge(table.cell(3, 1)).text = "任城区"
    table.cell(4, 0).merge(table.cell(4, 5)).text = "以上共2条"
    path = tmp_path / "公示.docx"
    document.save(str(path))
    lane, pine, canal = read_proposals(path).proposals
    assert (lane.name, lane.extra[SOURCE]) == ("芦汀巷", "第2段")
    assert told(pine) == ("听松路", "name", "", "松街", "石桥", "1200", "")
    assert told(canal) == ("问渠路", "name", "", "渠首", "听松路", "800", "")
    assert (canal.extra[PLACE], canal.extra[SOURCE]) == ("任城区", "表1第4行")


def test_a_broken_word_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "公示.docx"
    path.write_bytes(b"PK\x03\x04 no package")
    with pytest.raises(InputError):
        read_proposals(path)


# --- The proposals file -----------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_table_of_proposals_is_read_back_as_it_was(ending: str, tmp_path: Path) -> None:
    first = read(
        f"{SENTENCE}\n云岭路：起止点调整为西起常青路，东至凤鸣街，宽9-12米。", tmp_path
    ).proposals
    path = tmp_path / f"申请表.{ending}"
    write(path, first)
    assert [told(each) for each in read_proposals(path).proposals] == [told(each) for each in first]
    assert as_csv(first).startswith("\ufeff名称,地名类别")


# --- Whatever the names and the template ------------------------------------------------------

TEMPLATES = (
    "拟将位于任城区辖区内，北起{start}，南至{end}，长{length}米、宽{width}米的道路命名为{name}。",
    "{name}：东起{start}，西至{end}，全长约{length}米，红线宽{width}米。",
    "1.{name}（南起{start}，北止{end}），长{length}米，宽{width}米；",
    "将起点为{start}、止点为{end}，长{length}米，宽{width}米的道路命名为“{name}”。",
    "拟用名称：{name}；起点：{start}；止点：{end}；长度：{length}米；宽度：{width}米",
    "序号\t道路名称\t起止点\t长度（米）\t宽度（米）\n1\t{name}\t北起{start}，南至{end}\t{length}\t{width}",
)
# Characters that begin no direction, verb or lead-word of a notice.
SPECIFICS = st.text("松竹梅兰荷菊桂柳槐枫溪泉湖岭峰岚霞虹", min_size=2, max_size=3)
ROADS = st.builds(str.__add__, SPECIFICS, st.sampled_from(["路", "街", "大道", "巷", "胡同"]))


@settings(max_examples=60, deadline=None)
@given(
    template=st.sampled_from(TEMPLATES),
    names=st.lists(ROADS, min_size=3, max_size=3, unique=True),
    length=st.integers(50, 9999),
    width=st.sampled_from(["8", "12.5", "9~15", "24+9+16", "30-40"]),
)
def test_a_proposal_put_into_words_is_read_back(
    template: str, names: list[str], length: int, width: str
) -> None:
    name, start, end = names
    text = template.format(name=name, start=start, end=end, length=length, width=width)
    with TemporaryDirectory() as directory:
        proposal = one(text, Path(directory))
    wanted = {"24+9+16": "49", "30-40": "30~40"}.get(width, width)
    assert told(proposal) == (name, "name", "", start, end, str(length), wanted)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    with TemporaryDirectory() as directory:
        path = Path(directory) / "公示.txt"
        path.write_bytes(text.encode("utf-8", "replace"))
        with suppress(InputError):
            read_proposals(path)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("长１２米（规划）；", "长12米(规划);"),
        ("路 段 命 名", "路段命名"),
        ('"甲路"和‘乙路’', "“甲路”和“乙路”"),
        ("①甲路", "1.甲路"),
        ("Qing Ping Lu", "Qing Ping Lu"),
    ],
)
def test_punctuation_is_folded_to_one_way_of_writing(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("words", "digits"),
    [("长一千二百米", "长1200米"), ("宽二十四米", "宽24米"), ("长约一点五公里", "长约1.5公里"),
     ("长三百零五米", "长305米"), ("一里街", "一里街")],
)  # fmt: skip
def test_chinese_numerals_count_in_measures_only(words: str, digits: str) -> None:
    assert arabic(words) == digits
