"""Tells which of the four kinds of irregular name a rule looks for: 大, 洋, 怪, 重.

They are those of the annex of 民发〔2018〕146号, as the lists of offices have used them: an estate
without a generic is 怪, one that is called a mountain or a bay is 大 or 怪, letters are 怪 or 洋. A
rule may look for two kinds; one that looks for none of them (spelling, geometry) is `其他`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

OTHER = "其他"
CRITERIA: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "大": frozenset({"WD01", "WD07", "WD08", "WD10", "WD12", "GN01", "GN02", "GN03", "FA01"}),
        "洋": frozenset({"FN01", "FN02", "FN03", "FN04", "FN05", "FN06", "CH01"}),
        "怪": frozenset(
            {"WD02", "WD03", "WD04", "WD05", "WD08", "WD09", "WD10", "WD11", "NU01", "NU02"}
            | {"CH01", "CH02", "CH03", "CH04", "CH05", "ST01", "ST04"}
        ),
        "重": frozenset(f"DU{number:02}" for number in range(1, 10)),
    }
)
PROFILES = ("GN", "DI")  # what cities differ in: widths for a generic, axes of 街 and 路


def criteria(rule: str) -> frozenset[str]:
    """The classes of irregular names that the rule with this code finds."""
    found = frozenset(label for label, rules in CRITERIA.items() if rule in rules)
    return found or frozenset({OTHER})


def is_profile(rule: str) -> bool:
    """Whether the rule states what a city prefers, rather than what makes a name irregular."""
    return rule.startswith(PROFILES)
