"""Renders the page: one address for each thing looked up, complete without the map or scripts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Blueprint, make_response, render_template, request

from diming.geo.measure import axis
from diming.model import FeatureClass, Level, Verdict, within
from diming.service.alternatives import alternatives
from diming.service.searching import search
from diming.service.spelling import spell
from diming.web import figures
from diming.web.biography import biography
from diming.web.current import counter
from diming.web.features import landing
from diming.web.query import PageQuery, area_code
from diming.web.reviewing import review_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask import Response

    from diming.model import Finding, Jurisdiction, Result
    from diming.rules.rule import Ruleset
    from diming.web.current import Counter

blueprint = Blueprint("pages", __name__)

_HITS = 100
_ORDER = (Verdict.VIOLATION, Verdict.REVIEW, Verdict.NOT_EVALUATED)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands round every view: the area, its counties, the rules, the map's first extent.

    `bounds` are west, south, east, north in degrees, None when the area has no polygon; `classes`
    are those the map draws as points and lines.
    """

    area: Jurisdiction | None
    counties: tuple[Jurisdiction, ...]
    ruleset: Ruleset
    bounds: tuple[float, float, float, float] | None
    classes: str = ",".join(one.value for one in FeatureClass if one not in figures.AREAS)


@blueprint.app_context_processor
def frame() -> dict[str, Frame]:
    """The frame of every template."""
    here = counter()
    area = here.store.jurisdiction(here.area)
    counties = tuple(
        county
        for county in here.store.jurisdictions(level=Level.COUNTY)
        if within(county.adcode, here.area)
    )
    bounds = None if area is None or area.geometry is None else area.geometry.bounds
    return {"frame": Frame(area, counties, here.desk.ruleset, bounds)}


@blueprint.get("/")
def desk() -> Response:
    """The one page: a name, a review, a list of hits, or the start; for programs, the links."""
    if request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json":
        return landing()
    query = PageQuery.read(request.args)
    if query.id:
        shown = _name(counter(), query)
    elif query.review:
        shown = _review(counter(), query)
    elif query.q:
        shown = _list(counter(), query)
    else:
        shown = {"view": "start", "figures": [], "count": counter().store.count()}
    answer = make_response(render_template(f"{shown['view']}.html", query=query, **shown))
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _list(here: Counter, query: PageQuery) -> dict[str, Any]:
    found = search(
        here.store, query.q, as_of=query.year, kind=query.kind,
        area=area_code(request.args, here.store), near=here.area, limit=_HITS,
    )  # fmt: skip
    return {"view": "list", "found": found, "figures": figures.of_hits(found.hits)}


def _name(here: Counter, query: PageQuery) -> dict[str, Any]:
    life = biography(here, query.id)
    return {"view": "name", "life": life, "figures": figures.of_name(life.named)}


def _review(here: Counter, query: PageQuery) -> dict[str, Any]:
    result = review_of(here, query).results[0]
    drawn = result.proposal.geometry
    return {
        "view": "review",
        "result": result,
        "findings": in_order(result.findings),
        "touched": _touched(result),
        "sign": spell(query.review, query.feature_class.value, "sign").romanization,
        "axis": None if drawn is None else axis(drawn),
        "suggested": alternatives(here.desk, result),
        "figures": figures.of_result(here.store, result),
    }


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Errors first, then warnings, what to look at, what could not be evaluated; waived last."""
    weights = ["error", "warning", "note"]
    return sorted(
        findings,
        key=lambda one: (
            one.waiver is not None,
            _ORDER.index(one.verdict) if one.verdict in _ORDER else len(_ORDER),
            weights.index(one.severity),
            one.rule,
        ),
    )


def _touched(result: Result) -> dict[int, str]:
    """Which characters of the name a finding speaks of: index → the worst verdict there."""
    worst: dict[int, str] = {}
    for finding in reversed(in_order(result.findings)):
        if finding.span is not None and finding.verdict is not Verdict.NOT_EVALUATED:
            worst |= dict.fromkeys(range(*finding.span), finding.verdict.value)
    return worst
