"""Reads a naming notice, prose or tables, as the list of names that it speaks of.

Each name becomes a row of cells under the headings of a proposals file, with the words it was read
from and where they stand. Nothing is dropped in silence: a statement without a readable name is
refused, a value that cannot be read is named in the row, other talk of naming is counted in a note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.errors import InputError, Where
from diming.formats.notice.entry import gathered
from diming.formats.notice.files import is_notice, parts_of
from diming.formats.notice.grids import read_grid
from diming.formats.notice.parts import Context, Grid
from diming.formats.notice.prose import Prose
from diming.formats.notice.result import rows_of

if TYPE_CHECKING:
    from diming.formats.areas import AreasNamed
    from diming.formats.rows import Rows

__all__ = ["is_notice", "read_notice"]


def read_notice(
    data: bytes, *, file: str, encoding: str | None = None, named: AreasNamed | None = None
) -> Rows:
    """The names in the notice `data`, a text or a .docx; `named` gives the areas of a name.

    Raises InputError when the bytes cannot be read, or speak of no name at all.
    """
    context = Context()
    prose = Prose(context)
    for part in parts_of(data, file=file, encoding=encoding):
        if isinstance(part, Grid):
            prose.close()
            prose.entries.extend(read_grid(part, context))
        else:
            prose.read(part)
    prose.close()
    entries = gathered(prose.entries)
    if not entries:
        raise InputError(
            "公告里没有读到名称",
            "no name was found in the notice",
            mend=(
                "写明“……命名为某某路”，或另存为有“名称”列的表",
                "say which name is given, or save a table with a column name",
            ),
            where=Where(file=file),
        )
    return rows_of(entries, prose.asides, named)
