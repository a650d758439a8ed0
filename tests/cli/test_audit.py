"""`diming audit` as a clerk calls it."""

from collections.abc import Callable
from typing import Any

Diming = Callable[..., Any]


def test_the_command_writes_what_scripts_read(diming: Diming) -> None:
    answer = diming("audit", "--jurisdiction", "370811", "--class", "road", "--format", "json")
    assert answer.code in (0, 1)
    assert answer.json["summary"]["proposals"] == answer.json["audit"]["names"] > 0
    assert {"rule", "title", "found", "not-evaluated"} == set(answer.json["audit"]["rules"][0])
    assert diming("audit", "--jurisdiction", "990000").code == 2


def test_the_same_audit_for_people_and_for_tables(diming: Diming) -> None:
    asked = ("audit", "--jurisdiction", "370811", "--class", "road", "--fail-on", "never")
    people, table = diming(*asked), diming(*asked, "--format", "csv")
    assert people.code == table.code == 0
    assert "个地名" in people.out
    assert "names" in diming(*asked, "--lang", "en").out
    assert table.out.count("\n") > 0
