"""The template of 审核意见: what was found on each name, so that the review can be repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scripts.build_documents.page import (
    CENTRE,
    FORM,
    HEAD,
    TITLE,
    heading,
    line,
    loop,
    page,
    row,
    table,
    tag,
    write,
)  # fmt: skip

if TYPE_CHECKING:
    from docx.document import Document

_FOOT = (
    "{{ 程序 }} · 规则集 {{ 规则集.代号 }} {{ 规则集.版本 }} · {{ 规则集.指纹[:16] }}"
    "{% if 地名库 %} · 地名库 {{ 地名库.标识[:8] }} 第 {{ 地名库.版次 }} 版{% endif %}"
)


def opinion() -> Document:
    """A paper for each name, beginning on a page of its own; what no rule covers comes last."""
    made = page("审核意见", FORM, foot=_FOOT)
    tag(made, "for 名 in 名称表")
    line(made, "地名{{ 名.事项 }}审核意见", han=TITLE, size=20, bold=True, align=CENTRE, after=4,
         new_page=True)  # fmt: skip
    line(made, "案号：{{ 名.案号 }}　　　申请单位：{{ 名.申请单位 }}　　　审查日期：{{ 审查日期 }}",
         size=10.5, align=CENTRE, after=4)  # fmt: skip
    _facts(made)
    heading(made, "一、审查意见")
    _findings(made)
    _unseen(made)
    _rivals(made)
    heading(made, "二、位置图")
    _map(made)
    _alternatives(made)
    heading(made, "{% if 名.备选 %}四{% else %}三{% endif %}、复核依据和签署")
    _stamp(made)
    tag(made, "endfor")
    _gaps(made)
    return made


def _facts(made: Document) -> None:
    facts = table(made, (26, 52, 26, 52))
    look: dict[str, Any] = {"labels": (0, 2)}
    row(facts, ("拟用名称", "{{ 名.名称 }}", "读　　音", "{{ 名.读音 }}"), **look, high=9)
    row(facts, ("罗马字母拼写", "{{ 名.罗马字母拼写 }}", "专名／通名",
                "{{ 名.专名 }}／{{ 名.通名 }}"), **look)  # fmt: skip
    row(facts, ("地名类别", "{{ 名.地名类别 }}", "所属政区", "{{ 名.所属政区 }}"), **look)
    row(facts, ("起　　点", "{{ 名.起点 }}", "止　　点", "{{ 名.止点 }}"), **look)
    row(facts, ("长　　度", "{{ 名.长度 }}", "宽　　度", "{{ 名.宽度 }}"), **look)
    for label, value in (
        ("含　　义", "{{ 名.含义 }}"),
        ("审查结论", "{{ 名.标记 }} {{ 名.结论 }}　{{ 名.结论说明 }}"),
    ):
        cells = row(facts, (label, value, "", ""), labels=(0,))
        cells[1].merge(cells[3])
    name = facts.rows[0].cells[1].paragraphs[0].runs[0]
    name.font.bold = True
    tag(made, "if 名.读音待核")
    line(made, "读音待核：{{ 名.读音待核 }}。未核定前，读音和拼写不作为定稿。", size=10.5, before=3)
    tag(made, "endif")


def _findings(made: Document) -> None:
    tag(made, "if not 名.意见")
    line(made, "没有违反或须待核的意见。", indent=2)
    tag(made, "endif")
    tag(made, "for 见 in 名.意见")
    head = line(made, before=5, after=1, with_next=True)
    write(head, "{{ 见.序号 }}. {{ 见.标记 }} {{ 见.判定 }}（{{ 见.程度 }}）　", han=HEAD)
    write(head, "{{ 见.内容 }}", han=HEAD)
    write(head, "　{{ 见.规则 }}", size=9, grey=True)
    tag(made, "if 见.参考")
    line(made, "借用参考规则：{{ 见.参考 }}，不是本地规定。", size=10.5, hang=2)
    tag(made, "endif")
    tag(made, "for 依 in 见.依据")
    law = line(made, size=10.5, hang=2)
    write(law, "依据　", han=HEAD, size=10.5)
    write(law, "{{ 依.标题 }}：{{ 依.条文 }}", size=10.5, hint=True)
    tag(made, "endfor")
    for condition, label, text in (
        ("见.旁证", "旁证", "{{ 见.旁证|join('；') }}"),
        ("见.办法", "办法", "{{ 见.办法 }}"),
        ("见.误报", "例外", "{{ 见.误报 }}"),
        ("见.豁免", "豁免", "{{ 见.豁免 }}"),
    ):
        tag(made, f"if {condition}")
        more = line(made, size=10.5, hang=2)
        write(more, f"{label}　", han=HEAD, size=10.5)
        write(more, text, size=10.5)
        tag(made, "endif")
    tag(made, "endfor")


def _rivals(made: Document) -> None:
    tag(made, "if 名.相近地名")
    line(made, "相近地名", han=HEAD, size=10.5, before=6, after=2, with_next=True)
    rivals = table(made, (12, 34, 42, 46, 22))
    row(rivals, ("图号", "名　称", "所　在", "关　系", "距　离"), head=True, size=10)
    loop(rivals, "近 in 名.相近地名",
         ("{{ 近.标记 }}", "{{ 近.名称 }}", "{{ 近.所在 }}", "{{ 近.关系 }}", "{{ 近.距离 }}"),
         size=10, centre=(0,))  # fmt: skip
    tag(made, "endif")


def _map(made: Document) -> None:
    tag(made, "if 名.图")
    line(made, "{{ 名.图 }}", with_next=True, picture=True)
    line(made, "粗实线（实心圆点）为拟用名称，虚线（方框）为相近地名，点画线为政区界线。"
         "上北下南，坐标系 CGCS2000。{% if 名.图外 %}图外：{{ 名.图外|join('，') }}。{% endif %}"
         "界线为参考线，不作为法定依据。审图号 GS(2024)0650号，天地图；"
         "© OpenStreetMap contributors。",
         size=8.5, grey=True, after=2)  # fmt: skip
    tag(made, "else")
    line(made, "未附图形。", indent=2)
    tag(made, "endif")


def _alternatives(made: Document) -> None:
    tag(made, "if 名.备选")
    heading(made, "三、备选名称")
    names = table(made, (12, 28, 38, 78))
    row(names, ("序号", "名　称", "罗马字母拼写", "来源和理由"), head=True, size=10)
    loop(names, "选 in 名.备选",
         ("{{ 选.序号 }}", "{{ 选.名称 }}", "{{ 选.拼写 }}", "{{ 选.来源 }}。{{ 选.理由 }}"),
         size=10, centre=(0,))  # fmt: skip
    tag(made, "endif")


def _unseen(made: Document) -> None:
    tag(made, "if 名.未评")
    line(made, "○ 未评（缺少材料，不算通过）", han=HEAD, before=5, after=1, with_next=True)
    tag(made, "for 未 in 名.未评")
    line(made, "{{ 未.内容 }}（{{ 未.规则 }}）", size=10.5, hang=2)
    tag(made, "endfor")
    tag(made, "endif")


def _stamp(made: Document) -> None:
    stamp = table(made, (26, 130))
    look: dict[str, Any] = {"labels": (0,), "size": 9, "together": True}
    row(stamp, ("规则集", "{{ 规则集.标题 }}（{{ 规则集.代号 }}）{{ 规则集.版本 }}，"
                "{{ 规则集.日期 }}有效；sha256 {{ 规则集.指纹 }}"), **look)  # fmt: skip
    row(stamp, ("地名库", "{% if 地名库 %}{{ 地名库.标识 }}，第 {{ 地名库.版次 }} 版{% else %}"
                "无，须比对的规则未评{% endif %}；程序 {{ 程序 }}"), **look)  # fmt: skip
    row(stamp, ("通过规则", "{{ 名.通过规则 }}"), **look)
    line(made, "本意见由程序得出，供审核人核定；规则集、地名库和日期相同，结果相同。", size=9,
         grey=True, before=2, after=2, with_next=True)  # fmt: skip
    signed = table(made, (78, 78))
    row(signed, ("经办人意见：\n\n（签名）　　　　　　　　年　　月　　日",
                 "审核人意见：\n\n（签名）　　　　　　　　年　　月　　日"), size=11)  # fmt: skip


def _gaps(made: Document) -> None:
    tag(made, "if 规则集.未载")
    line(made, "附注　规则集未载的条文，须人工核对：", han=HEAD, size=9, before=10, with_next=True)
    tag(made, "for 未 in 规则集.未载")
    line(made, "{{ loop.index }}. {{ 未 }}", size=8.5, indent=-1.5, hang=3.5, leading=1.3,
         grey=True, with_next=True)  # fmt: skip
    tag(made, "endfor")
    tag(made, "endif")
