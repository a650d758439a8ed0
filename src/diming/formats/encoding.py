"""Turns the bytes of an office's text file into text: UTF-8, GB18030, or what the user says."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from diming.errors import InputError, UsageError, Where

# GB18030 holds all of GB2312 and GBK, so files in either are read by it.
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "cp936"})
_MEND = (
    "另存为 UTF-8，或用 --encoding 指明编码，如 --encoding GB18030",
    "save it as UTF-8, or state the encoding, as in --encoding GB18030",
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was in: UTF-8, UTF-8-SIG, UTF-16 or GB18030, or as stated."""

    text: str
    encoding: str


def decode(data: bytes, encoding: str | None = None, *, file: str | None = None) -> Decoded:
    """The text of `data`; `encoding` as stated, else by byte order mark, else UTF-8, else GB18030.

    Raises InputError naming `file` and the first byte that does not fit.
    """
    if encoding:
        return _strictly(data, codec_name(encoding), file)
    if data.startswith(codecs.BOM_UTF8):
        return _strictly(data, "UTF-8-SIG", file)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(data, "UTF-16", file)
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return _strictly(data, "GB18030", file)


def codec_name(encoding: str) -> str:
    """The codec for an encoding as people write it: gbk, CP936, utf8 with or without mark."""
    plain = encoding.strip().casefold().replace("codepage", "cp")
    plain = {"936": "cp936", "65001": "utf-8", "950": "cp950"}.get(plain, plain)
    try:
        name = codecs.lookup(plain).name
    except LookupError:
        raise UsageError(
            f"没有“{encoding}”这种编码",
            f"there is no encoding called {encoding}",
            mend=("用 UTF-8 或 GB18030", "use UTF-8 or GB18030"),
        ) from None
    if name in _CHINESE:
        return "GB18030"
    return "UTF-8-SIG" if name in {"utf-8", "utf-8-sig"} else name.upper()


def _strictly(data: bytes, encoding: str, file: str | None) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"第 {line} 行有 {encoding} 读不出的字节",
            f"line {line} has bytes that are not {encoding}",
            mend=_MEND,
            where=Where(file=file),
        ) from None
