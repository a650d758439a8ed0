"""The templates of 公示稿 and 公告, on the paper of official letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scripts.build_documents.page import (
    CENTRE,
    LETTER,
    RIGHT,
    TITLE,
    line,
    loop,
    page,
    row,
    table,
)  # fmt: skip

if TYPE_CHECKING:
    from docx.document import Document

_BODY: dict[str, Any] = {"size": 16, "leading": 1.75, "hint": True, "indent": 2}
_UNSEEN = "样式未见官方文本，印发前由本机关核定"


def consultation() -> Document:
    """公示稿: names proposed, put before the public."""
    made = page("公示稿", LETTER, foot=_UNSEEN)
    _title(made, "关于拟命名地名的公示")
    line(made, "根据《地名管理条例》第十一条的规定，现将下列拟命名（更名）的地名向社会公示，"
         "征求意见。", **_BODY)  # fmt: skip
    line(made, "公示期：{{ 公示开始 }}至{{ 公示结束 }}。", **_BODY)
    line(made, "如有意见，请在公示期内以书面形式提出，写明姓名和联系方式。联系单位：{{ 单位 }}；"
         "地址：{{ 地址 }}；电话：{{ 电话 }}；电子邮箱：{{ 邮箱 }}。", **_BODY)  # fmt: skip
    line(made, "附：拟命名（更名）地名表", **_BODY, after=0)
    _signed(made)
    line(made, "拟命名（更名）地名表", han=TITLE, size=16, bold=True, align=CENTRE, after=6,
         new_page=True)  # fmt: skip
    names = table(made, (12, 26, 29, 14, 41, 34))
    row(names, ("序号", "名称", "罗马字母拼写", "事项", "位置", "含义"), head=True)
    loop(names, "名 in 名称表",
         ("{{ 名.序号 }}",
          "{{ 名.名称 }}{% if 名.原名 %}（原名{{ 名.原名 }}）{% endif %}",
          "{{ 名.罗马字母拼写 }}{% if 名.读音待核 %}【读音待核】{% endif %}",
          "{{ 名.事项 }}", "{{ 名.所属政区 }}，{{ 名.位置描述 }}", "{{ 名.含义 }}"),
         centre=(0, 3))  # fmt: skip
    return made


def announcement() -> Document:
    """公告: the six fields that the trial measures of 2023 ask for, a row for each name."""
    made = page("公告", LETTER, foot=_UNSEEN)
    _title(made, "关于地名命名、更名的公告")
    line(made, "根据《地名管理条例》第十四条的规定，现将经批准的地名予以公告。依据条例第十五条，"
         "按照条例规定批准的地名为标准地名。", **_BODY)  # fmt: skip
    line(made, "附：标准地名表", **_BODY)
    _signed(made)
    line(made, "标准地名表", han=TITLE, size=16, bold=True, align=CENTRE, after=6, new_page=True)
    names = table(made, (12, 24, 28, 21, 33, 19, 19))
    row(names, ("序号", "标准名称", "罗马字母拼写", "所属政区", "位置描述", "批准机关", "批准时间"),
        head=True, size=10)  # fmt: skip
    loop(names, "名 in 名称表",
         ("{{ 名.序号 }}",
          "{{ 名.名称 }}{% if 名.原名 %}（原名{{ 名.原名 }}）{% endif %}",
          "{{ 名.罗马字母拼写 }}{% if 名.读音待核 %}【读音待核】{% endif %}",
          "{{ 名.所属政区 }}", "{{ 名.位置描述 }}", "{{ 名.批准机关 }}", "{{ 名.批准时间 }}"),
         centre=(0,), size=10)  # fmt: skip
    return made


def _title(made: Document, text: str) -> None:
    line(made, text, han=TITLE, size=22, bold=True, align=CENTRE, before=10, after=24)


def _signed(made: Document) -> None:
    line(made, "{{ 单位 }}", size=16, leading=1.75, align=RIGHT, before=56)
    line(made, "{{ 日期 }}", size=16, leading=1.75, align=RIGHT)
