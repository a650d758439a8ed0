"""Compares the generic with the grade the applicant states (快速路, 主干路, 次干路, 支路)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from pydantic import Field, model_validator

from diming.rules.check import Check, Hit, Params
from diming.rules.primitives import wrong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class GradeParams(Params):
    """`grades`: each grade with the words tables write it in; `refused`: generics it does not bear.

    A proposal that states no grade, or one not listed, has nothing to compare.
    """

    grades: dict[str, list[str]] = Field(min_length=1)
    refused: dict[str, list[str]] = Field(min_length=1)

    @model_validator(mode="after")
    def _known_grades(self) -> Self:
        for grade in self.refused:
            if grade not in self.grades:
                raise wrong(f"grades 中没有“{grade}”", f"'{grade}' is none of the grades")
        return self


def _run(subject: Subject, params: GradeParams, ground: Ground) -> Iterator[Hit]:
    del ground
    stated, generic = subject.proposal.grade, subject.parsed.generic
    if not stated:
        return
    for grade, words in params.grades.items():
        if any(word in stated for word in words):
            if generic in params.refused.get(grade, ()):
                start = len(subject.name) - len(generic)
                yield Hit({"grade": grade, "stated": stated}, (start, len(subject.name)))
            return


CHECK = Check(
    kind="grade",
    about="通名与申请所写的道路等级相符",
    params=GradeParams,
    placeholders=frozenset({"grade", "stated"}),
    run=_run,
)
