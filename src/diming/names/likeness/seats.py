"""Says what is compared of villages and committees: the name of where they sit (所在地名称).

条例第九条第一款第（八）项 compares 村民委员会、居民委员会所在地名称, so 张庄村委会,
张庄村村民委员会, 张庄社区居委会, 张庄村 and 张庄 all sit in 张庄, whatever they are called.
"""

from __future__ import annotations

import re

from diming.model import FeatureClass
from diming.names.generics import longest_generic

SEATS = frozenset({FeatureClass.VILLAGE, FeatureClass.COMMITTEE})
# 李村 keeps its 村, for 李 alone is no name; so it does in 李村委会 and 李村村委会.
_NAMED = re.compile(
    r"(.村(?=委会|民委员会)|..+?)村?(?:社区)?(?:村?委会|村?民委员会|居委会|居民委员会)?"
)
_COMMUNITIES = ("社区", "居委会", "居民委员会")


def seat(name: str) -> str:
    """Where a village or committee sits, "" for a generic alone (村委会)."""
    generic = longest_generic(name)
    if generic is not None and generic.text == name and FeatureClass.COMMITTEE in generic.classes:
        return ""
    named = _NAMED.fullmatch(name)
    return named[1] if named else name


def is_community(name: str) -> bool:
    """Whether a committee is that of a community or of residents, not of villagers."""
    return name.endswith(_COMMUNITIES)
