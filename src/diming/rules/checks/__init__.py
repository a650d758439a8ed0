"""The kinds of check that rules are made of, one file a kind."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from diming.rules.checks import (
    characters,
    crossing,
    digits,
    dimensions,
    duplicate,
    generic,
    inside,
    length_agrees,
    lexicon,
    numeral,
    parts,
    romanization,
    script,
    suffix_axis,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diming.rules.check import AnyCheck

_ALL: tuple[AnyCheck, ...] = (
    parts.CHECK,
    generic.CHECK,
    script.CHECK,
    characters.CHECK,
    duplicate.CHECK,
    dimensions.CHECK,
    suffix_axis.CHECK,
    inside.CHECK,
    crossing.CHECK,
    length_agrees.CHECK,
    lexicon.CHECK,
    numeral.CHECK,
    digits.CHECK,
    romanization.CHECK,
)

CHECKS: Mapping[str, AnyCheck] = MappingProxyType({check.kind: check for check in _ALL})
