"""The templates of 备案登记表, 命名申请表 and the table of a batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scripts.build_documents.page import (
    CENTRE,
    FORM,
    TITLE,
    line,
    loop,
    page,
    row,
    table,
    tag,
)  # fmt: skip

if TYPE_CHECKING:
    from docx.document import Document

_UNSEEN = "样式未见官方文本，栏目依《地名管理条例》列出；主管部门另有表式的，以其表式为准"
_WIDE = (28, 50, 28, 50)


def filing() -> Document:
    """备案登记表: a page for each name that was approved."""
    made = page("备案登记表", FORM, foot=_UNSEEN)
    tag(made, "for 名 in 名称表")
    _title(made, "地名命名、更名备案登记表")
    form = table(made, _WIDE)
    _pair(form, "标准名称", "{{ 名.名称 }}", "罗马字母拼写", "{{ 名.罗马字母拼写 }}")
    _pair(form, "读　　音",
          "{{ 名.读音 }}{% if 名.读音待核 %}【待核：{{ 名.读音待核 }}】{% endif %}",
          "地名类别", "{{ 名.地名类别 }}")  # fmt: skip
    _pair(form, "地名代码", "{{ 名.地名代码 }}", "所属政区", "{{ 名.所属政区 }}")
    _pair(
        form,
        "事　　项",
        "{{ 名.事项 }}",
        "原　　名",
        "{% if 名.原名 %}{{ 名.原名 }}{% elif 名.事项 == '更名' %}【待填】{% else %}—{% endif %}",
    )
    _broad(form, "位置描述", "{{ 名.位置描述 }}", 19)
    _broad(form, "地名含义", "{{ 名.含义 }}", 19)
    _broad(form, "地名来历", "{{ 名.来历 }}", 19)
    _pair(form, "批准机关", "{{ 名.批准机关 }}", "批准文号", "{{ 名.批准文号 }}")
    _pair(form, "批准时间", "{{ 名.批准时间 }}", "公告时间", "{{ 名.公告时间 }}")
    _pair(form, "报备机关", "{{ 名.报备机关 }}", "受理机关", "{{ 名.受理机关 }}")
    _pair(form, "报备时间", "{{ 名.报备时间 }}", "联系电话", "{{ 名.联系电话 }}")
    _broad(form, "所附材料", "□ 备案报告　□ 命名、更名批复文件　□ 申请书　□ 综合评估报告\n"
           "□ 专家论证报告　□ 征求意见报告　□ 其他：", 20)  # fmt: skip
    _broad(form, "备　　注", "条例第十三条：批准机关自批准之日起15日内报送备案。", 14)
    _two(form, "报备机关经办人（签名）：\n\n\n　　　　　　年　　月　　日",
         "报备机关审核人（签名、盖章）：\n\n\n　　　　　　年　　月　　日")  # fmt: skip
    tag(made, "endfor")
    return made


def application() -> Document:
    """命名申请表: what article 11 asks of an applicant, a page for each name."""
    made = page("命名申请表", FORM, foot=_UNSEEN)
    tag(made, "for 名 in 名称表")
    _title(made, "地名命名、更名申请表")
    form = table(made, _WIDE)
    _pair(
        form, "申请单位", "{{ 名.申请单位 }}", "联系人、电话", "{{ 名.联系人 }} {{ 名.联系电话 }}"
    )
    _pair(form, "拟用名称", "{{ 名.名称 }}", "罗马字母拼写", "{{ 名.罗马字母拼写 }}")
    _pair(
        form,
        "事　　项",
        "{{ 名.事项 }}",
        "原　　名",
        "{% if 名.原名 %}{{ 名.原名 }}{% elif 名.事项 == '更名' %}【待填】{% else %}—{% endif %}",
    )
    _pair(form, "地名类别", "{{ 名.地名类别 }}", "所属政区", "{{ 名.所属政区 }}")
    _pair(form, "起　　点", "{{ 名.起点 }}", "止　　点", "{{ 名.止点 }}")
    _pair(form, "长　　度", "{{ 名.长度 }}", "宽　　度", "{{ 名.宽度 }}")
    _pair(form, "走　　向", "{{ 名.走向 }}", "道路等级", "{{ 名.等级 }}")
    _broad(form, "含　　义", "{{ 名.含义 }}", 19)
    _broad(form, "来　　历", "{{ 名.来历 }}", 19)
    _broad(form, "命名、更名的\n方案及理由", "{{ 名.理由 }}", 32)
    _broad(
        form,
        "位置、规模、\n性质等情况",
        "{% if 名.基本情况 %}{{ 名.基本情况 }}{% else %}{{ 名.位置描述 }}{% endif %}",
        20,
    )
    _broad(form, "所附材料", "□ 申请书　□ 综合评估报告　□ 专家论证报告\n"
           "□ 征求意见报告　□ 位置图　□ 其他：", 20)  # fmt: skip
    _two(form, "申请单位（盖章）：\n\n　　　　　　年　　月　　日",
         "受理人（签名）：\n\n　　　　　　年　　月　　日")  # fmt: skip
    tag(made, "endfor")
    return made


def batch() -> Document:
    """批次汇总表: a row for each name of a batch, on paper laid across."""
    foot = (
        "{{ 程序 }} · 规则集 {{ 规则集.代号 }} {{ 规则集.版本 }} · sha256 {{ 规则集.指纹[:16] }}"
        "{% if 地名库 %} · 地名库 {{ 地名库.标识[:8] }} 第 {{ 地名库.版次 }} 版{% endif %}"
    )
    made = page("批次汇总表", (25, 20, 25, 20), across=True, foot=foot)
    _title(made, "地名命名、更名审查汇总表", new_page=False)
    line(made, "共 {{ 总数 }} 个名称：{{ 统计 }}。审查日期：{{ 审查日期 }}。"
         "■ 违反　▲ 待核　○ 未评　√ 通过",
         size=10.5, after=4)  # fmt: skip
    names = table(made, (12, 30, 34, 28, 46, 18, 89))
    row(names, ("序号", "名称", "罗马字母拼写", "所属政区", "位置和规模", "结论", "主要意见"),
        head=True, size=10)  # fmt: skip
    loop(names, "名 in 名称表",
         ("{{ 名.序号 }}", "{{ 名.名称 }}", "{{ 名.罗马字母拼写 }}", "{{ 名.所属政区 }}",
          "{% if 名.位置描述 %}{{ 名.位置描述 }}{% elif 名.规模 %}{{ 名.规模 }}"
          "{% else %}—{% endif %}",
          "{{ 名.标记 }} {{ 名.结论 }}",
          "{% for 见 in 名.意见 %}{{ 见.标记 }}{{ 见.内容 }}（{{ 见.规则 }}）"
          "{% if not loop.last or 名.未评 %}；{% endif %}{% endfor %}"
          "{% if 名.未评 %}未评 {{ 名.未评|length }} 项{% elif not 名.意见 %}无{% endif %}"),
         size=9.5, centre=(0, 5))  # fmt: skip
    line(made, "经办人（签名）：" + "　" * 10 + "审核人（签名）：" + "　" * 14 + "年　　月　　日",
         size=11, before=16)  # fmt: skip
    return made


def _title(made: Document, text: str, *, new_page: bool = True) -> None:
    line(made, text, han=TITLE, size=22, bold=True, align=CENTRE, after=10, new_page=new_page)


def _pair(form: Any, label: str, value: str, label_2: str, value_2: str) -> None:
    row(form, (label, value, label_2, value_2), labels=(0, 2), size=11, high=11.5)


def _broad(form: Any, label: str, value: str, high: float) -> None:
    cells = row(form, (label, value, "", ""), labels=(0,), size=11, high=high)
    cells[1].merge(cells[3])


def _two(form: Any, left: str, right: str) -> None:
    cells = row(form, (left, "", right, ""), size=11, high=36)
    cells[0].merge(cells[1])
    cells[2].merge(cells[3])
