"""A fingerprint stays while rule, proposal and evidence stay, and changes with each of them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString

from diming.model import Action, Evidence, Extent, FeatureClass, Proposal
from diming.rules.fingerprint import fingerprint

ROAD = Proposal(
    "常山路", jurisdiction="370811", geometry=LineString([(116.5, 35.4), (116.6, 35.4)])
)
RIVAL = Evidence("toponym", "长山路", id="t1", match="sound", distance_m=812.4)


def test_it_is_sixteen_hexadecimal_digits_and_the_same_on_every_machine() -> None:
    assert fingerprint("DU02", Proposal("常山路")) == "bc4afd87a01d4bf9"


@given(st.permutations([RIVAL, Evidence("toponym", "昌山路", id="t2"), Evidence("term", "常山")]))
def test_the_order_of_the_evidence_does_not_matter(evidence: list[Evidence]) -> None:
    usual = sorted(evidence, key=lambda found: found.name)
    assert fingerprint("DU02", ROAD, evidence=evidence) == fingerprint("DU02", ROAD, evidence=usual)


@given(row=st.integers(1, 9999), noise=st.floats(-4e-8, 4e-8), distance=st.floats(0, 1e4))
def test_row_distance_and_less_than_a_centimetre_do_not_matter(
    row: int, noise: float, distance: float
) -> None:
    moved = LineString([(116.5 + noise, 35.4), (116.6, 35.4 - noise)])
    again = replace(ROAD, row=row, geometry=moved, meaning="常胜", width_m=Extent(9, 15))
    rival = replace(RIVAL, distance_m=distance)
    assert fingerprint("DU02", again, evidence=[rival]) == fingerprint(
        "DU02", ROAD, evidence=[RIVAL]
    )


def test_everything_a_waiver_rests_on_matters() -> None:
    told = [
        fingerprint("DU02", ROAD, evidence=[RIVAL]),
        fingerprint("DU01", ROAD, evidence=[RIVAL]),
        fingerprint("DU02", replace(ROAD, name="常山街"), evidence=[RIVAL]),
        fingerprint("DU02", replace(ROAD, jurisdiction="370812"), evidence=[RIVAL]),
        fingerprint("DU02", replace(ROAD, feature_class=FeatureClass.BRIDGE), evidence=[RIVAL]),
        fingerprint("DU02", replace(ROAD, action=Action.RENAME), evidence=[RIVAL]),
        fingerprint("DU02", replace(ROAD, old_name="青路"), evidence=[RIVAL]),
        fingerprint("DU02", replace(ROAD, geometry=None), evidence=[RIVAL]),
        fingerprint("DU02", ROAD, evidence=[replace(RIVAL, id="t9")]),
        fingerprint("DU02", ROAD, evidence=[RIVAL], span=(0, 2)),
        fingerprint("DU02", ROAD, missing=["geometry"]),
        fingerprint("DU02", ROAD),
    ]
    assert len(set(told)) == len(told)
