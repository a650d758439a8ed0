"""Knows the headings and labels of notices: which field each of them speaks of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Field → what its headings look like; the first that fits counts. Notices coin headings freely
# (拟定路名, 道路名称(拟), 起止地点及简要说明), so a heading is known by its telling words.
_FIELDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (field, re.compile(words))
    for field, words in {
        "": r"序号|编号|附图|示意图|联系|电话|邮箱|地址|单位|时间|日期|年月|期限|申报|申请人|主管",
        "other": r"^(?:变更|调整|更改)前|备用|备选",
        "romanization": r"拼音|罗马字母|拼写",
        "old_name": r"(?:原|现|曾用?|旧|暂用?|俗|更名前|变更前|工程|项目|施工|曾\(暂\)用|规划)"
        r"(?:道路|街路|桥梁|使用|用|道|路)*(?:名称?|称|路名)",
        "ends": r"起止|起讫|起终|始末|路段|起始.*终|起点.*(?:止|终)点|四至|范围",
        "meaning": r"含义|寓意|涵义|意义|释义|理由|缘由|依据|由来|来历|说明$|备注|原因|内涵",
        "start": r"起点|起始|^起$|起于|始点",
        "end": r"止点|终点|终止|^[止终讫]$|止于|讫点",
        "both": r"长度?[/、及和]宽|长宽",
        "length_m": r"长度?(?:\W|米|m|公里|千米|km|$)|全长|总长|里程",
        "width_m": r"宽",
        "orientation": r"走向|朝向|方向",
        "grade": r"等级|级别|道路性质|道路类型",
        "feature_class": r"类别|类型|种类|通名类",
        "action": r"事项|命名类型|命名方式",
        "jurisdiction": r"政区|行政区|辖区|所在|所属|所辖|区县|县区|街道|镇街|乡镇|区域|位置|片区",
        "name": r"名称|路名|地名"
        r"|(?:拟|正式|标准|建议|推荐|道路|街路|桥梁|更)(?:命名|更名|定名|用名|名)"
        r"|^(?:命名|更名|新名|道路|路|桥|名|街路|路街|桥梁|街巷)(?:为)?$|更名后|变更后",
    }.items()
)
_UNIT = re.compile(r"公里|千米|km", re.IGNORECASE)
_LONGEST = 16  # characters of a heading


def field_of(heading: str) -> str:
    """The field a heading speaks of; '' for one that notices have but proposals do not, or none."""
    return next((name for name, words in _FIELDS if words.search(heading)), "")


def is_heading(text: str) -> bool:
    """Whether a cell looks like a heading of a table of names."""
    short = 0 < len(text) <= _LONGEST and not re.search(r"\d{2}|[,。;]", text)
    return short and any(words.search(text) for _, words in _FIELDS)


def is_header(cells: Sequence[str]) -> bool:
    """Whether a line is the header of a table of names: a name and something of it."""
    filled = [cell for cell in cells if cell]
    known = {field_of(cell) for cell in filled if is_heading(cell)}
    headings = sum(is_heading(cell) for cell in filled)
    return len(filled) >= 2 and "name" in known and headings >= max(2, 0.6 * len(filled))


def unit_of(heading: str) -> str:
    """The unit that the heading of a length states, metres when it states none."""
    return "km" if _UNIT.search(heading) else "m"
