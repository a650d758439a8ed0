"""Looks whether a name, or its specific, is that of a famous natural entity or a division."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from diming.model import Evidence, Verdict
from diming.names.characters import simplify
from diming.rules.check import Check, Hit, LexiconId, Params

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_SUBDISTRICT = ("街道", "街道办事处")


class FamousParams(Params):
    """`lexicons`: the names not to repeat; `part`: what of a proposal is held against them."""

    lexicons: list[LexiconId] = Field(min_length=1)
    part: Literal["name", "specific"] = "name"


def _run(subject: Subject, params: FamousParams, ground: Ground) -> Iterator[Hit]:
    text = subject.name if params.part == "name" else subject.parsed.specific
    for lexicon_id in params.lexicons:
        lexicon = ground.lexicons.get(lexicon_id)
        entry = lexicon.terms.get(simplify(text))
        if entry is None:
            continue
        # 街道 is an office of the government below it, and no division.
        doubtful = params.part == "specific" and subject.name.endswith(_SUBDISTRICT)
        yield Hit(
            {"word": entry.term, "list": lexicon.title},
            (0, len(text)),
            (Evidence("term", entry.term, detail=entry.source or lexicon.source),),
            Verdict.REVIEW if doubtful else None,
        )
        return


CHECK = Check(
    kind="famous",
    about="自然地理实体、行政区划名称不与全国著名的重名",
    params=FamousParams,
    placeholders=frozenset({"word", "list"}),
    run=_run,
)
