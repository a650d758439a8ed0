"""The shape of a lexicon file: words with their sources, or a column of a table that ships."""

from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from diming.rules.primitives import Shape, Slug, Text, wrong


class EntryLine(Shape):
    """A word of a lexicon, with its own source or a note when it has one."""

    term: Text
    source: Text | None = None
    note: Text | None = None


class LexiconFile(Shape):
    """A lexicon: words listed here, or a column of a table that ships under `data/`.

    `note` names the column that says more of a word; `only` keeps the rows whose column holds one
    of the values.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["entries"]}, {"required": ["table", "column"]}],
            "dependentRequired": {"note": ["table"], "only": ["table"], "column": ["table"]},
        }
    )

    id: Slug
    title: Text
    source: Text
    entries: list[EntryLine] = Field(default_factory=list, min_length=1)
    table: Annotated[str, Field(pattern=r"^[a-z]+/[a-z-]+\.(tsv|csv)$")] = ""
    column: Text = ""
    note: Text = ""
    only: dict[str, list[str]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _one_place_for_words(self) -> Self:
        given = self.model_fields_set
        if ("entries" in given) == ("table" in given):
            raise wrong("须有 entries 或 table 之一", "give either entries or table")
        if "table" in given and "column" not in given:
            raise wrong("缺少键“column”", "the key 'column' is missing")
        if "table" not in given and {"column", "note", "only"} & given:
            raise wrong(
                "column、note、only 只用于 table", "column, note and only belong to a table"
            )
        return self
