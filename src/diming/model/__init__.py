"""The words of the trade as plain values: places, names, proposals, findings, decisions."""

from diming.model.boundary import BoundaryLine, LineStatus, Marker
from diming.model.decision import Change, Decision, JournalEntry, Waiver
from diming.model.feature import FeatureClass
from diming.model.finding import (
    Basis,
    Evidence,
    Finding,
    Match,
    Result,
    Review,
    RulesetStamp,
    Severity,
    Verdict,
)
from diming.model.jurisdiction import Jurisdiction, Level, parent_code, within
from diming.model.place import Place, Source, Toponym, ToponymKind, ToponymStatus
from diming.model.proposal import Action, Axis, Extent, Proposal, WidthKind
from diming.model.suggestion import Origin, Suggestion

__all__ = [
    "Action",
    "Axis",
    "Basis",
    "BoundaryLine",
    "Change",
    "Decision",
    "Evidence",
    "Extent",
    "FeatureClass",
    "Finding",
    "JournalEntry",
    "Jurisdiction",
    "Level",
    "LineStatus",
    "Marker",
    "Match",
    "Origin",
    "Place",
    "Proposal",
    "Result",
    "Review",
    "RulesetStamp",
    "Severity",
    "Source",
    "Suggestion",
    "Toponym",
    "ToponymKind",
    "ToponymStatus",
    "Verdict",
    "Waiver",
    "WidthKind",
    "parent_code",
    "within",
]
