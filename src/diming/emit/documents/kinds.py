"""The documents a clerk files, by their English and Chinese names."""

from __future__ import annotations

from diming.errors import UsageError
from diming.model.wording import Worded


class Kind(Worded):
    """A document; the value is also the name of its template."""

    OPINION = "opinion", "审核意见"
    CONSULTATION = "consultation", "公示稿"
    ANNOUNCEMENT = "announcement", "公告"
    FILING = "filing", "备案登记表"
    APPLICATION = "application", "命名申请表"
    BATCH = "batch", "批次汇总表"


MAPPED = frozenset({Kind.OPINION})  # these show where it is
REVIEWED = frozenset({Kind.OPINION, Kind.BATCH})  # these tell what was found
SETTLED = frozenset({Kind.ANNOUNCEMENT, Kind.FILING})  # these speak of approved names


def kind_of(text: str) -> Kind:
    """The document called so in Chinese or English; raises UsageError."""
    for kind in Kind:
        if text.strip().lower() in (kind.value, kind.zh):
            return kind
    known = "、".join(f"{kind.zh}（{kind.value}）" for kind in Kind)
    raise UsageError(
        f"没有文书“{text}”", f"there is no document {text!r}",
        mend=(f"可用：{known}", "one of " + ", ".join(kind.value for kind in Kind)),
    )  # fmt: skip
