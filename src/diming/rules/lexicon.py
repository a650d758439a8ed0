"""Looks words up in lists with sources: foreign places, numbers that mean something.

A lexicon is `rules/lexicons/<id>.yaml`; its words stand in it, or in a table that ships.
"""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from diming.errors import NotFoundError
from diming.rules import document
from diming.rules.faults import fault, mould
from diming.rules.wordlists import LexiconFile
from diming.settings import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from diming.errors import RuleFileError
    from diming.rules.node import Node


@dataclass(frozen=True, slots=True)
class Entry:
    """A word, what is said of it, and where it comes from when not from the lexicon's source."""

    term: str
    source: str = ""
    note: str = ""


@dataclass(frozen=True)
class Lexicon:
    """A list of words; `sha256` is over the file and the table that made it."""

    id: str
    title: str
    source: str
    terms: Mapping[str, Entry]
    sha256: str

    def longest_in(self, text: str) -> list[tuple[int, int, Entry]]:
        """Where words stand in the text: half-open ranges, none of which lies within another."""
        found: list[tuple[int, int, Entry]] = []
        reached = 0
        for start, char in enumerate(text):
            for length in self._lengths.get(char, ()):
                stop = start + length
                if reached < stop <= len(text) and (entry := self.terms.get(text[start:stop])):
                    reached = stop
                    found.append((start, stop, entry))
                    break
        return found

    @cached_property
    def given_names(self) -> Mapping[str, tuple[Entry, ...]]:
        """The full names of the list by what follows their first character: 恩来, 周恩来."""
        named: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.terms.values():
            if len(entry.term) > 2:
                named[entry.term[1:]].append(entry)
        return {given: tuple(entries) for given, entries in named.items()}

    @cached_property
    def _lengths(self) -> Mapping[str, tuple[int, ...]]:
        """How long the words are that begin with a character, the longest first."""
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for term in self.terms:
            lengths[term[0]].add(len(term))
        return {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}


class Lexicons:
    """The lexicons of a directory, and beside them those that ship; each is read once."""

    def __init__(self, directory: Path) -> None:
        self._roots = (directory, shipped("rules", "lexicons"))
        self._read: dict[str, Lexicon] = {}

    def get(self, lexicon_id: str) -> Lexicon:
        """The lexicon with this id; raises NotFoundError, or RuleFileError when it is wrong."""
        if lexicon_id not in self._read:
            faults: list[RuleFileError] = []
            lexicon = read_lexicon(self._path(lexicon_id), faults)
            if lexicon is None or faults:
                raise faults[0]
            self._read[lexicon_id] = lexicon
        return self._read[lexicon_id]

    def ids(self) -> frozenset[str]:
        """What there is to ask for."""
        return frozenset(path.stem for root in self._roots for path in root.glob("*.yaml"))

    def _path(self, lexicon_id: str) -> Path:
        for root in self._roots:
            if (path := root / f"{lexicon_id}.yaml").is_file():
                return path
        raise NotFoundError(f"没有词表 {lexicon_id}", f"there is no lexicon {lexicon_id}")


def read_lexicon(path: Path, faults: list[RuleFileError]) -> Lexicon | None:
    """Reads one lexicon and adds what is wrong to `faults`; None when it cannot be made."""
    found = document.read(path, faults)
    if found is None or (file := mould(LexiconFile, found.root, faults)) is None:
        return None
    if file.id != path.stem:
        where = found.root.at("id").where
        faults.append(fault(where, f"id 应与文件名 {path.stem} 相同", f"id must be {path.stem}"))
    digest = hashlib.sha256(path.read_bytes())
    if file.table:
        table = shipped("data", *file.table.split("/"))
        if not table.is_file():
            where = found.root.at("table").where
            faults.append(fault(where, f"没有表 {file.table}", f"there is no table {file.table}"))
            return None
        digest.update(table.read_bytes())
        entries = _tabled(file, table, found.root, faults)
    else:
        entries = _listed(file, found.root, faults)
    terms: dict[str, Entry] = {}
    for entry in entries:
        terms.setdefault(entry.term, entry)
    return Lexicon(file.id, file.title, file.source, terms, digest.hexdigest())


def _listed(file: LexiconFile, root: Node, faults: list[RuleFileError]) -> Iterator[Entry]:
    seen: set[str] = set()
    for index, line in enumerate(file.entries):
        if line.term in seen:
            where = root.at("entries", index, "term").where
            faults.append(fault(where, f"“{line.term}”重复", f"'{line.term}' is listed twice"))
        seen.add(line.term)
        yield Entry(line.term, line.source or "", line.note or "")


def _tabled(
    file: LexiconFile, table: Path, root: Node, faults: list[RuleFileError]
) -> Iterator[Entry]:
    separator = "\t" if table.suffix == ".tsv" else ","
    with table.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter=separator)
        columns = rows.fieldnames or ()
        asked = [("column", file.column), ("note", file.note), *(("only", c) for c in file.only)]
        for key, column in asked:
            if column and column not in columns:
                faults.append(
                    fault(root.at(key).where, f"表中没有列 {column}", f"no column {column}")
                )
                return
        for row in rows:
            term = row[file.column]
            if term and all(row[column] in kept for column, kept in file.only.items()):
                note = row[file.note] if file.note else ""
                yield Entry(term, row.get("source") or "", note)
