"""The smallest shapes that files are made of: texts, codes, days, and plain mappings."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError


def wrong(zh: str, en: str) -> PydanticCustomError:
    """A mistake that a model's own validator found, in both languages."""
    return PydanticCustomError("diming", "{en}", {"zh": zh, "en": en})


def _real_day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise wrong(f"没有“{text}”这一天", f"there is no day '{text}'") from None
    return text


Text = Annotated[str, Field(pattern=r"\S")]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Code = Annotated[str, Field(pattern=r"^[A-Z]{2}[0-9]{2}$")]
Day = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", json_schema_extra={"format": "date"}),
    AfterValidator(_real_day),
]


class Shape(BaseModel):
    """A mapping in a file: unknown keys are refused, nothing is converted."""

    model_config = ConfigDict(extra="forbid", frozen=True)
