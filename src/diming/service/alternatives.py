"""Finds a few other names for what an applicant has drawn, each reviewed like the one he asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diming.names.generics import generics
from diming.service.suggesting import suggest
from diming.service.suggesting.site import GENERICS

if TYPE_CHECKING:
    from diming.model import Result, Suggestion
    from diming.service.desk import Desk

NAMES = 6


def alternatives(desk: Desk, result: Result) -> tuple[Suggestion, ...]:
    """Names that would pass, with the same generic; none without a registry or a drawing."""
    proposal = result.proposal
    if desk.store is None or proposal.geometry is None or proposal.feature_class not in GENERICS:
        return ()
    own = generics().get(result.generic)
    fits = own is not None and proposal.feature_class in own.classes
    asked = replace(proposal, name="", reading=None, romanization=None, meaning=None)
    generic = result.generic if fits else None
    return suggest(desk, asked, generic=generic, limit=NAMES).offered
