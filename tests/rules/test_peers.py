"""The rows of one table are rivals of each other, found by the keys of the registry."""

from diming.model import Action, FeatureClass, Proposal
from diming.rules.ground import Ground
from diming.rules.lexicon import Lexicons
from diming.settings import shipped

TABLE = (
    Proposal("常山路", row=1),
    Proposal("长山路", row=2, reading="cháng shān lù"),
    Proposal("常山路", row=3),
    Proposal("绿水路", row=4),
    Proposal("常山路", row=5, action=Action.CANCEL),
    Proposal("常山路", row=6, action=Action.EXTEND),
    Proposal("常山桥", FeatureClass.BRIDGE, row=7),
    Proposal("大街", row=8),
    Proposal("大街", row=9),
)
GROUND = Ground(None, Lexicons(shipped("rules", "lexicons")), "2026-11-23", TABLE)


def alike(row: int) -> list[int]:
    subject = GROUND.subjects[row - 1]
    return [peer.proposal.row for peer in GROUND.peers.alike(subject)]


def named(name: str, row: int) -> list[int]:
    subject = GROUND.subjects[row - 1]
    return [peer.proposal.row for peer in GROUND.peers.named_exactly([name], besides=subject)]


def test_the_same_name_and_the_same_sound_are_found_in_table_order() -> None:
    assert alike(1) == [2, 3]
    assert alike(2) == [1, 3]
    assert alike(4) == []


def test_a_row_that_asks_for_no_new_name_is_nobodys_rival() -> None:
    assert alike(5) == [1, 2, 3]
    assert {peer for row in range(1, 8) for peer in alike(row)} == {1, 2, 3}


def test_a_name_is_found_as_it_is_written_in_either_script() -> None:
    assert named("長山路", 1) == [2]
    assert named("常山路", 1) == [3]
    assert named("常山", 1) == []


def test_a_row_of_another_class_is_no_rival() -> None:
    assert alike(7) == named("常山路", 7) == []


def test_a_generic_alone_is_only_like_itself() -> None:
    assert alike(8) == [9]


def test_without_other_rows_there_is_no_rival() -> None:
    alone = Ground(None, Lexicons(shipped("rules", "lexicons")), "2026-11-23", TABLE[:1])
    assert list(alone.peers.alike(alone.subjects[0])) == []
