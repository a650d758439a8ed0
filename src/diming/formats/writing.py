"""Refuses text that could not be kept, shown or printed: broken characters, endless names."""

from __future__ import annotations

import re
import unicodedata

from diming.errors import InputError

LONGEST_NAME = 100  # characters; far beyond any name, short of a cell that swallowed a paragraph

# NUL ends text in other programs; a lone surrogate is half a character and no encoding writes it.
_BROKEN = re.compile(r"[\x00\ud800-\udfff]")
_LINE_END = re.compile(r"[\r\n]+")
_MEND = ("删去该字符，重新键入", "delete the character and type it again")


def check(text: str) -> None:
    """Raises InputError for text with NUL or half a character in it, in whatever cell."""
    found = _BROKEN.search(text)
    if found:
        raise _refused(found[0])


def mended(text: str) -> str:
    """`text` with the replacement character for each broken one, so that it can be shown."""
    return _BROKEN.sub("\ufffd", text)


def name(text: str) -> str:
    """A name from a cell, on one line; raises InputError for control characters or 101 and more.

    Invisible characters of other kinds (zero width, direction) pass: what they do to a name is
    for the rules to say.
    """
    line = _LINE_END.sub("", text)
    check(line)
    control = next((char for char in line if unicodedata.category(char) in {"Cc", "Zl", "Zp"}), "")
    if control:
        raise _refused(control)
    if len(line) > LONGEST_NAME:
        raise InputError(
            f"名称有 {len(line)} 个字，超过 {LONGEST_NAME} 个",
            f"the name has {len(line)} characters, more than {LONGEST_NAME}",
            mend=("只填名称，说明另填一列", "write the name only; put notes in another column"),
        )
    return line


def _refused(char: str) -> InputError:
    return InputError(
        f"含控制字符或残缺字符 U+{ord(char):04X}",
        f"it holds a control or broken character, U+{ord(char):04X}",
        mend=_MEND,
    )
