"""The page on the proposals file tells every column there is, under a heading that is read."""

import re

from diming.formats.columns import PROPOSALS, recognise
from scripts.build_docs import DOCS

_ROW = re.compile(r"^\| (\S+) \| `(\w+)` \|", re.MULTILINE)


def test_every_column_is_told_and_read() -> None:
    told = dict(_ROW.findall((DOCS / "proposals.md").read_text(encoding="utf-8")))
    assert set(told.values()) == set(PROPOSALS)
    read = {field: column.heading for field, column in recognise(list(told), PROPOSALS).items()}
    assert read == {field: heading for heading, field in told.items()}
