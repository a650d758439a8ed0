"""Finds out which encoding a shapefile's attribute text is in, and decodes it.

In order: what the user states, the .cpg file, the language byte of the DBF, and last the bytes
themselves, UTF-8 if they all are, else GB18030. Field names hold ten bytes, so a Chinese word may
end in half a character; the half is dropped.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diming.errors import InputError, UsageError
from diming.formats.encoding import codec_name
from diming.formats.shapefile import side_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Language byte → codec, where it says something: 0x57 "ANSI" and 0x00 mean whatever the
# writer's desktop used. 0x4D is code page 936, 0x4F is 950.
_LANGUAGE_BYTES = {0x4D: "GB18030", 0x4F: "CP950"}

# What GIS programs write into a .cpg when nobody chose: no Chinese text can be in these.
_MEANINGLESS = frozenset(
    {"system", "oem", "ansi", "iso-8859-1", "88591", "iso88591", "1252", "cp1252"}
)

FIELD_BYTES = 10


@dataclass(frozen=True, slots=True)
class DbfText:
    """The encoding of a shapefile's text, and how it was found (zh, en)."""

    encoding: str
    found: tuple[str, str]

    def text(self, raw: bytes) -> str:
        """The text of a cell or field name; half a character at its end is dropped.

        Raises InputError when the bytes are not in this encoding.
        """
        decoder = codecs.getincrementaldecoder(self.encoding)()
        try:
            return decoder.decode(raw)
        except UnicodeDecodeError:
            raise InputError(
                f"属性文字不是 {self.encoding} 编码（{self.found[0]}）",
                f"attribute text is not {self.encoding} ({self.found[1]})",
                mend=(
                    "用 --encoding 指明编码，如 --encoding GB18030 或 UTF-8",
                    "state the encoding, as in --encoding GB18030 or UTF-8",
                ),
            ) from None


def dbf_text(shapefile: Path, stated: str | None, texts: Iterable[bytes]) -> DbfText:
    """The encoding of `shapefile`, whose field names and cells are `texts`."""
    if stated:
        return DbfText(_codec(stated), ("按 --encoding", "as stated by --encoding"))
    page = _code_page(shapefile)
    if page:
        return DbfText(page, (f"按 .cpg：{page}", f"from the .cpg file: {page}"))
    byte = _language_byte(shapefile)
    if byte in _LANGUAGE_BYTES:
        name = _LANGUAGE_BYTES[byte]
        return DbfText(
            name,
            (f"按 DBF 语言字节 0x{byte:02X}：{name}", f"from the DBF byte 0x{byte:02X}: {name}"),
        )
    utf8 = DbfText("UTF-8", ("文件未注明编码，按内容判为 UTF-8", "not stated; found to be UTF-8"))
    try:
        for raw in texts:
            utf8.text(raw)
    except InputError:
        return DbfText(
            "GB18030", ("文件未注明编码，按内容判为 GB18030", "not stated; taken as GB18030")
        )
    return utf8


def _codec(name: str) -> str:
    return codec_name(name).removesuffix("-SIG")


def _code_page(shapefile: Path) -> str | None:
    """The codec named by the .cpg beside the shapefile, if it names one that can be meant."""
    file = side_file(shapefile, ".cpg")
    if file is None:
        return None
    said = file.read_text(encoding="latin-1").strip().strip("\x00").casefold()
    said = said.removeprefix("ansi ").strip()
    try:
        return None if said in _MEANINGLESS | {""} else _codec(said)
    except UsageError:
        return None


def _language_byte(shapefile: Path) -> int:
    file = side_file(shapefile, ".dbf")
    if file is None:
        return 0
    with file.open("rb") as stream:
        head = stream.read(30)
    return head[29] if len(head) == 30 else 0
