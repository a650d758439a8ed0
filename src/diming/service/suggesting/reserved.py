"""Takes names from the office's own list of words kept for naming (采词库)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.model import Evidence
from diming.model.suggestion import Origin
from diming.service.suggesting.candidate import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diming.formats.reserve import ReservedWord
    from diming.service.suggesting.site import Site


def candidates(site: Site, words: Iterable[ReservedWord]) -> Iterator[Candidate]:
    """Each word with the generic asked for, in the order of the list."""
    for kept in words:
        name = kept.word if kept.word.endswith(site.generic) else kept.word + site.generic
        told = "; ".join(part for part in (kept.meaning, kept.source) if part)
        yield Candidate(
            name,
            Origin.RESERVE,
            reason=f"采词库第 {kept.row} 行“{kept.word}”" + (f": {told}" if told else ""),
            evidence=(Evidence(kind="term", name=kept.word, detail=kept.source),),
            meaning=kept.meaning,
        )
