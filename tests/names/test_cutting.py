"""Many names are taken apart at once exactly as each by itself."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from diming.model import FeatureClass
from diming.names.cutting import Lines, cut
from diming.names.parse import DECIDING, parse

# What decides where a modifier begins, generics, heads that persons and crossings have, others.
CHARACTERS = st.sampled_from([*sorted(DECIDING), *"路街道巷大街胡同村旗桥湖毛泽光四建设AG单"])


@settings(deadline=None)  # the first names load every table
@given(st.lists(st.text(CHARACTERS, max_size=10), max_size=30), st.sampled_from(FeatureClass))
def test_any_names_are_cut_as_one_by_one(names: list[str], feature_class: FeatureClass) -> None:
    lines = Lines.of(names)
    parts = cut(lines, feature_class)
    for start, modifier, generic, end, name in zip(
        lines.starts, parts.modifiers, parts.generics, lines.ends, names, strict=True
    ):
        parsed = parse(name, feature_class)
        found = (lines.text[start:modifier], lines.text[modifier:generic], lines.text[generic:end])
        assert found == (parsed.specific, parsed.modifier, parsed.generic)


def test_a_line_holds_its_names_simplified_one_after_another() -> None:
    lines = Lines.of(["單縣", "", "\U00030000路"])
    assert lines.text == "单县\U00030000路"
    assert lines.starts.tolist() == [0, 2, 2]
    assert lines.ends.tolist() == [2, 2, 4]
