"""Compares width and length with what a city asks of each generic (大道, 大街, 路, 巷)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from pydantic import model_validator

from diming.model import Evidence, Extent, Verdict, WidthKind
from diming.rules.check import Check, Hit, Params
from diming.rules.missing import Missing
from diming.rules.primitives import wrong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diming.rules.ground import Ground
    from diming.rules.subject import Subject

_KIND_ZH = {WidthKind.RED_LINE: "红线宽度", WidthKind.KERB: "两道牙之间宽度"}


class Bounds(Params):
    """Metres a generic asks for: from `min` on (included), to `max` (included) or `below` it."""

    min: float | None = None
    max: float | None = None
    below: float | None = None

    @model_validator(mode="after")
    def _something_fits(self) -> Self:
        least = 0.0 if self.min is None else self.min
        if self.min is self.max is self.below is None:
            raise wrong("须有 min、max、below 之一", "give min, max or below")
        if self.max is not None and self.max < least:
            raise wrong(
                f"max {self.max:g} 小于 min {least:g}", f"max {self.max:g} is below min {least:g}"
            )
        if self.below is not None and self.below <= least:
            raise wrong(
                f"below {self.below:g} 不大于 min {least:g}",
                f"below {self.below:g} is not above min {least:g}",
            )
        return self

    def judge(self, extent: Extent) -> Verdict | None:
        """Violation when no value of the range fits, review when some do, None when all do."""
        fits = [self._fits(extent.low), self._fits(extent.high)]
        if all(fits):
            return None
        within = self.min is not None and extent.low < self.min <= extent.high
        return Verdict.REVIEW if any(fits) or within else Verdict.VIOLATION

    def _fits(self, value: float) -> bool:
        return (
            (self.min is None or value >= self.min)
            and (self.max is None or value <= self.max)
            and (self.below is None or value < self.below)
        )

    def __str__(self) -> str:
        words = (("不小于", self.min), ("不大于", self.max), ("小于", self.below))
        return ", ".join(f"{word} {value:g} 米" for word, value in words if value is not None)


class Size(Params):
    """Width and length that go with one generic."""

    width: Bounds | None = None
    length: Bounds | None = None


class DimensionsParams(Params):
    """Sizes by generic, and which width they mean."""

    width_kind: WidthKind
    sizes: dict[str, Size]


def _run(subject: Subject, params: DimensionsParams, ground: Ground) -> Iterator[Hit]:
    del ground
    size = params.sizes.get(subject.parsed.generic)
    if size is None:
        return
    lacking: list[Missing] = []
    met = False
    for measure in (_width, _length):
        try:
            hits = list(measure(subject, params, size))
        except Missing as missing:
            lacking.append(missing)
        else:
            met = met or bool(hits)
            yield from hits
    if lacking and not met:  # one measure that breaks the rule is enough to say so
        raise Missing(
            "; ".join(missing.zh for missing in lacking),
            *(what for missing in lacking for what in missing.what),
        )


def _width(subject: Subject, params: DimensionsParams, size: Size) -> Iterator[Hit]:
    if size.width is None:
        return
    stated, kind = subject.proposal.width_m, subject.proposal.width_kind
    meant = _KIND_ZH[params.width_kind]
    if stated is None:
        raise Missing(f"申请未写明宽度（{meant}）", "width_m")
    if kind is not None and kind is not params.width_kind:
        raise Missing(f"申请写的是{_KIND_ZH[kind]}, 规则用的是{meant}", "width_m")
    verdict = size.width.judge(stated)
    if verdict is None and kind is None:
        raise Missing("申请未说明是红线还是路缘宽度", "width_kind")
    if verdict is not None:
        note = "" if kind else f"（申请未说明是哪种宽度, 按{meant}比较）"
        yield _hit("宽度", f"{stated} 米{note}", size.width, verdict)


def _length(subject: Subject, params: DimensionsParams, size: Size) -> Iterator[Hit]:
    del params
    if size.length is None:
        return
    verdict = size.length.judge(Extent(subject.length_m, subject.length_m))
    if verdict is not None:
        yield _hit("长度", f"{subject.length_m:.0f} 米", size.length, verdict)


def _hit(measure: str, value: str, bounds: Bounds, verdict: Verdict) -> Hit:
    return Hit(
        {"measure": measure, "value": value, "asked": str(bounds)},
        evidence=(Evidence(kind="measure", name=measure, detail=f"{value}; 应{bounds}"),),
        verdict=verdict if verdict is Verdict.REVIEW else None,
    )


CHECK = Check(
    kind="dimensions",
    about="道路宽度、长度与通名的级别相符",
    params=DimensionsParams,
    placeholders=frozenset({"measure", "value", "asked"}),
    run=_run,
)
