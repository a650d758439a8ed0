"""Papers hold what a file needs: law, rivals, fingerprints, blanks where nobody has spoken."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import pytest
from openpyxl import load_workbook

from diming import __version__
from diming.emit.documents import as_docx, as_html, as_sheet
from diming.emit.documents.kinds import REVIEWED, Kind, kind_of
from diming.errors import InputError, UsageError
from diming.settings import shipped
from scripts.build_documents.all import templates

if TYPE_CHECKING:
    from docx.document import Document

    from diming.emit.documents.facts import Case


def opened(kind: Kind, case: Case) -> Document:
    return docx.Document(io.BytesIO(as_docx.render(kind, case)))


def texts(page: Document) -> str:
    """Everything a reader sees, cells and foot too."""
    cells = [cell.text for table in page.tables for row in table.rows for cell in row.cells]
    foot = [line.text for line in page.sections[0].footer.paragraphs]
    return "\n".join([line.text for line in page.paragraphs] + cells + foot)


def told(kind: Kind, case: Case) -> str:
    return texts(opened(kind, case))


@pytest.fixture(scope="module")
def page(case: Case) -> Document:
    return opened(Kind.OPINION, case)


@pytest.fixture(scope="module")
def opinion(page: Document) -> str:
    return texts(page)


def test_the_opinion_says_what_was_found_and_on_what_ground(opinion: str) -> None:
    for said in (
        "地名命名审核意见", "常山路", "cháng shān lù", "Chángshān Lù", "■ 违反（警示）",
        "与长山路同音",
        "《地名管理条例》第九条第一款第（八）项：不应重名，并避免同音；", "换一个读音不同的专名",
        "479 米", "同音：常 = 长", "（未见官方文本）", "用词夸大", "历史地名（张三）", "缺少宽度",
        "济河路", "导则未见。", "经办人意见", "审核人意见", "任城区住建局", "读音待核：长",
    ):  # fmt: skip
        assert said in opinion, said


def test_the_review_can_be_repeated_from_the_paper(opinion: str) -> None:
    for said in ("a" * 64, "2026.11", "b" * 36, "第 7 版", "2026年11月23日", __version__):
        assert said in opinion, said


def test_errors_come_first_and_waived_ones_last(opinion: str) -> None:
    order = [opinion.index(said) for said in ("与长山路同音", "与昌山路近音", "用词夸大")]
    assert order == sorted(order)


def test_an_article_is_quoted_once(opinion: str) -> None:
    assert opinion.count("不应重名，并避免同音；") == 1
    assert "条文见第 1 项" in opinion


def test_the_conclusion_leaves_the_decision_to_people(opinion: str) -> None:
    assert "有 1 项与“避免”“一般”一类规定不一致，采用与否由审核人决定并说明理由" in opinion
    assert "有 1 项须由人核定；有 1 项因缺少材料未评，不算通过；有 1 项已经批准不予采纳" in opinion


def test_a_map_where_there_is_geometry_and_a_word_where_there_is_none(
    page: Document, opinion: str
) -> None:
    assert len(page.inline_shapes) == 1
    assert "图外：②昌山路 9.8 公里" in opinion
    assert "未附图形。" in opinion


def test_each_name_begins_on_a_page_of_its_own(case: Case) -> None:
    for kind in (Kind.OPINION, Kind.FILING, Kind.APPLICATION):
        lines = opened(kind, case).paragraphs
        assert sum(bool(line.paragraph_format.page_break_before) for line in lines) == 2


def test_the_announcement_has_the_six_fields_and_makes_none_up(case: Case) -> None:
    table = opened(Kind.ANNOUNCEMENT, case).tables[0]
    assert [cell.text for cell in table.rows[0].cells][1:] == [
        "标准名称", "罗马字母拼写", "所属政区", "位置描述", "批准机关", "批准时间",
    ]  # fmt: skip
    road, plain = ([cell.text for cell in row.cells] for row in table.rows[1:])
    assert road[1:4] == ["常山路", "Chángshān Lù【读音待核】", "济宁市任城区"]
    assert road[4] == "西起古槐路，东至济安桥路，长1480米，宽24米"
    assert road[5:] == plain[4:6] == ["【待填】", "【待填】"]


def test_what_the_application_or_the_clerk_states_fills_the_blanks(case: Case) -> None:
    met, clean = case.review.results
    approved = replace(met.proposal, approved_on="2026-11-20")
    review = replace(case.review, results=(replace(met, proposal=approved), clean))
    stated = replace(case, review=review, given={"批准机关": "济宁市人民政府", "单位": "民政局"})
    page = opened(Kind.ANNOUNCEMENT, stated)
    rows = [[cell.text for cell in row.cells][5:] for row in page.tables[0].rows[1:]]
    assert rows == [["济宁市人民政府", "2026年11月20日"], ["济宁市人民政府", "【待填】"]]
    assert "民政局" in texts(page)


def test_what_the_clerk_states_never_changes_the_review(case: Case) -> None:
    stated = replace(case, given={"结论": "通过", "名称": "别名路"})
    text = told(Kind.OPINION, stated)
    assert "别名路" not in text
    assert "■ 违反" in text


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in REVIEWED])
def test_forms_nobody_has_seen_say_so(kind: Kind, case: Case) -> None:
    assert "样式未见官方文本" in told(kind, case)
    assert "样式未见官方文本" in as_html.render(kind, case)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_paper_names_every_name_in_every_format(kind: Kind, case: Case) -> None:
    book = load_workbook(io.BytesIO(as_sheet.render(kind, case)))
    sheet = "\n".join(str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row)
    for text in (told(kind, case), as_html.render(kind, case), sheet):
        for said in ("常山路", "仙营路", "Chángshān Lù"):
            assert said in text
        assert "{{" not in text
        assert "{%" not in text


def test_page_and_paper_say_the_same_of_a_name(case: Case) -> None:
    page = as_html.render(Kind.OPINION, case)
    for said in ("与长山路同音", "479 米", "a" * 64, "未附图形", "导则未见。", "济河路", "第 7 版"):
        assert said in page, said
    assert page.count("<svg") == 1


def test_the_page_carries_its_style_or_fetches_it(case: Case) -> None:
    assert "@page" in as_html.render(Kind.OPINION, case)
    linked = as_html.render(Kind.OPINION, case, stylesheet="/documents/sheet.css")
    assert "@page" not in linked
    assert 'href="/documents/sheet.css"' in linked


def test_text_is_never_markup(case: Case) -> None:
    met, clean = case.review.results
    odd = replace(met.proposal, meaning="<b>A&B</b>\x0b")
    review = replace(case.review, results=(replace(met, proposal=odd), clean))
    hostile = replace(case, review=review)
    assert "&lt;b&gt;A&amp;B&lt;/b&gt;" in as_html.render(Kind.OPINION, hostile)
    assert "<b>A&B</b>" in told(Kind.OPINION, hostile)


def test_the_workbook_of_a_batch_lists_findings_and_fingerprints(case: Case) -> None:
    book = load_workbook(io.BytesIO(as_sheet.render(Kind.BATCH, case)))
    assert book.sheetnames == ["批次汇总表", "意见", "复核依据"]
    headings, road, _ = book["批次汇总表"].iter_rows(values_only=True)
    row = dict(zip(headings, road, strict=True))
    assert row["结论"] == "违反"
    assert row["主要意见"] == "■与长山路同音；▲与昌山路近音；■用词夸大"
    assert row["备选名称"] == "济河路"
    assert ("规则集指纹", "a" * 64) in list(book["复核依据"].iter_rows(values_only=True))


def test_without_a_registry_the_paper_says_so(case: Case) -> None:
    alone = replace(case, store=None, review=replace(case.review, registry_id=None))
    assert "无，须比对的规则未评" in told(Kind.OPINION, alone)


@pytest.mark.parametrize("said", ["审核意见", "opinion", " Opinion "])
def test_a_document_goes_by_either_name(said: str) -> None:
    assert kind_of(said) is Kind.OPINION


def test_an_unknown_document_is_refused() -> None:
    with pytest.raises(UsageError, match="poem"):
        kind_of("poem")


class TestAnOfficesOwnTemplates:
    @pytest.fixture
    def office(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("DIMING_TEMPLATES", str(tmp_path))
        return tmp_path

    @staticmethod
    def write(office: Path, text: str, name: str = "opinion.docx") -> None:
        page = docx.Document()
        page.add_paragraph(text)
        page.save(str(office / name))

    def test_take_the_place_of_those_that_ship(self, office: Path, case: Case) -> None:
        self.write(office, "某某局：{{ 名称表[0].名称 }}，{{ 名称表[0].领导批示 }}")
        assert told(Kind.OPINION, case).strip() == "某某局：常山路，【待填】"
        assert "标准地名表" in told(Kind.ANNOUNCEMENT, case)

    def test_can_run_no_code(self, office: Path, case: Case) -> None:
        self.write(office, "{{ ().__class__.__base__.__subclasses__() }}")
        with pytest.raises(InputError, match="opinion"):
            as_docx.render(Kind.OPINION, case)

    @pytest.mark.parametrize("text", ["{% for 名 in 名单 %}{% endfor %}", "{{ 名称", "{% if %}"])
    def test_with_a_slip_are_refused_with_their_file(
        self, text: str, office: Path, case: Case
    ) -> None:
        self.write(office, text)
        with pytest.raises(InputError, match=r"opinion\.docx"):
            as_docx.render(Kind.OPINION, case)

    def test_that_are_no_word_file_are_refused(self, office: Path, case: Case) -> None:
        (office / "opinion.docx").write_text("不是文档")
        with pytest.raises(InputError, match=r"opinion\.docx"):
            as_docx.render(Kind.OPINION, case)

    def test_a_page_with_a_slip_is_refused(self, office: Path, case: Case) -> None:
        (office / "opinion.html").write_text("{% if %}", encoding="utf-8")
        with pytest.raises(InputError, match=r"opinion\.html"):
            as_html.render(Kind.OPINION, case)

    def test_must_lie_in_a_directory(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, case: Case
    ) -> None:
        monkeypatch.setenv("DIMING_TEMPLATES", str(tmp_path / "无"))
        with pytest.raises(UsageError, match="无"):
            as_docx.render(Kind.OPINION, case)


def test_the_templates_that_ship_are_those_the_script_builds() -> None:
    for name, page in templates().items():
        made = io.BytesIO()
        page.save(made)
        for part in ("word/document.xml", "word/footer1.xml", "word/styles.xml"):
            with ZipFile(made) as new, ZipFile(shipped("documents", name)) as old:
                assert new.read(part) == old.read(part), "run: python -m scripts.build_documents"


def test_a_word_processor_opens_the_paper(case: Case, tmp_path: Path) -> None:
    writer = Path("/usr/lib/libreoffice/program/libswlo.so")
    if shutil.which("soffice") is None or not writer.exists():
        if os.environ.get("CI"):
            pytest.fail("LibreOffice Writer is missing")
        pytest.skip("LibreOffice Writer is not installed")
    (tmp_path / "opinion.docx").write_bytes(as_docx.render(Kind.OPINION, case))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "opinion.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert (tmp_path / "opinion.pdf").read_bytes().startswith(b"%PDF")
