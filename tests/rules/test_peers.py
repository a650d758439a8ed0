"""The rows of one table are rivals of each other, found by the keys of the registry."""

from diming.model import Action, Proposal
from diming.names.keys import keys
from diming.registry.store import KeyKind
from diming.rules.peers import Peers

TABLE = (
    Proposal("常山路", row=1),
    Proposal("长山路", row=2, reading="cháng shān lù"),
    Proposal("常山路", row=3),
    Proposal("绿水路", row=4),
    Proposal("常山路", row=5, action=Action.CANCEL),
    Proposal("常山路", row=6, action=Action.EXTEND),
)


def rows(kind: KeyKind, proposal: Proposal) -> list[int]:
    filed = keys(proposal.name, proposal.feature_class, proposal.reading)
    wanted = [key for key_kind, key in filed if key_kind == kind]
    return [peer.row for peer in Peers(TABLE).find(kind, wanted, besides=proposal)]


def test_the_same_name_and_the_same_sound_are_found_in_table_order() -> None:
    assert rows(KeyKind.EXACT, TABLE[0]) == [3]
    assert rows(KeyKind.SOUND, TABLE[0]) == [2, 3]
    assert rows(KeyKind.SOUND, TABLE[1]) == [1, 3]
    assert rows(KeyKind.SOUND, TABLE[3]) == []


def test_a_row_that_asks_for_no_new_name_is_nobodys_rival() -> None:
    assert rows(KeyKind.EXACT, TABLE[4]) == [1, 3]
    assert {peer for row in TABLE for peer in rows(KeyKind.SPECIFIC, row)} == {1, 3}


def test_without_other_rows_there_is_no_rival() -> None:
    assert Peers().find(KeyKind.EXACT, ["常山路"], besides=TABLE[0]) == ()
