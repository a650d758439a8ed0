"""What a check is: code that looks at one proposal and says what it met, or what it lacked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationInfo

from diming.rules.primitives import wrong

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diming.model import Evidence, Verdict
    from diming.rules.ground import Ground
    from diming.rules.subject import Subject


class Params(BaseModel):
    """The parameters of a check as a rule file gives them: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _known(lexicon_id: str, info: ValidationInfo) -> str:
    if info.context is not None and lexicon_id not in info.context["lexicons"]:
        raise wrong(f"没有词表“{lexicon_id}”", f"there is no lexicon '{lexicon_id}'")
    return lexicon_id


# A parameter that names a lexicon; the loader refuses one that does not exist.
LexiconId = Annotated[str, AfterValidator(_known)]

P = TypeVar("P", bound=Params)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something a check met.

    `values` fill the placeholders of the rule's message; `verdict` overrides the rule's own when
    the check knows better (a rival whose scope only a person can judge is `review`).
    """

    values: dict[str, str] = field(default_factory=dict)
    span: tuple[int, int] | None = None
    evidence: tuple[Evidence, ...] = ()
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Check(Generic[P]):
    """A kind of check.

    `run(subject, params, ground)` yields a hit for each thing it meets, nothing when all is well,
    and raises `Missing` when it lacks what it needs. `placeholders` are the keys of `Hit.values`;
    a message may use these and those of every check: name, specific, generic. `mutual`: what it
    meets between two names it meets from either side.
    """

    kind: str
    about: str
    params: type[P]
    placeholders: frozenset[str]
    run: Callable[[Subject, P, Ground], Iterator[Hit]]
    mutual: bool = False


AnyCheck = Check[Any]
COMMON_PLACEHOLDERS = frozenset({"name", "specific", "generic"})
