"""Rule sets written for a test, with checks small enough to see through."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import Field

from diming.model import Evidence, FeatureClass, Jurisdiction, Level, Place, Toponym, Verdict
from diming.registry.geopackage import GeoPackageStore
from diming.registry.store import Store
from diming.rules.check import AnyCheck, Check, Hit, LexiconId, Params
from diming.rules.ground import Ground
from diming.rules.lexicon import Lexicons
from diming.rules.missing import Missing
from diming.rules.subject import Subject

RULE = """\
code: AA01
slug: no-dragon
title: 不用龙
title_en: no dragon
check: contains
params: {word: 龙}
severity: error
applies_to: {classes: [road]}
basis:
  - {instrument: 试验条例, locator: 第一条, text: 不得用龙。, verified: true, source: 公报}
message: 名称含有“{word}”
fix: 换一个字
trap: 没有
examples:
  - {fires: {name: 龙路}}
  - {silent: {name: 虎路}}
"""

HEAD = """\
id: nation
title: 全国规则
title_en: national rules
authority: {level: nation, name: 全国}
version: "1"
in_force: {from: "2000-01-01"}
"""


class ContainsParams(Params):
    word: str = Field(min_length=1)
    times: int = 1
    doubtful: bool = False
    exceptions: LexiconId | None = None


def _contains(subject: Subject, params: ContainsParams, ground: Ground) -> Iterator[Hit]:
    at = subject.name.find(params.word)
    spared = params.exceptions and ground.lexicons.get(params.exceptions).longest_in(subject.name)
    if at >= 0 and not spared and subject.name.count(params.word) >= params.times:
        verdict = Verdict.VIOLATION if params.doubtful else None
        yield Hit({"word": params.word}, span=(at, at + len(params.word)), verdict=verdict)


def _twin(subject: Subject, params: Params, ground: Ground) -> Iterator[Hit]:
    for named in ground.store.named_exactly([subject.name]):
        yield Hit(
            {"rival": "地名库"}, evidence=(Evidence("toponym", subject.name, named.place.id),)
        )
    for peer in ground.peers.named_exactly([subject.name], besides=subject):
        row = peer.proposal.row
        yield Hit({"rival": f"第{row}行"}, evidence=(Evidence("proposal", peer.name),))


def _half(subject: Subject, params: Params, ground: Ground) -> Iterator[Hit]:
    yield Hit()
    raise Missing("申请未附几何图形", "geometry")


def _broken(subject: Subject, params: Params, ground: Ground) -> Iterator[Hit]:
    raise ZeroDivisionError
    yield Hit()


@pytest.fixture(scope="session")
def checks() -> Mapping[str, AnyCheck]:
    """contains a word; has a twin; meets something and then lacks something; is a defect."""
    made: tuple[AnyCheck, ...] = (
        Check("contains", "含有", ContainsParams, frozenset({"word"}), _contains),
        Check("twin", "重名", Params, frozenset({"rival"}), _twin),
        Check("half", "半途", Params, frozenset(), _half),
        Check("broken", "缺陷", Params, frozenset(), _broken),
    )
    return {check.kind: check for check in made}


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A directory of rule sets that holds one: nation, with the rule AA01."""
    folder = tmp_path / "nation"
    folder.mkdir()
    (folder / "ruleset.yaml").write_text(HEAD, encoding="utf-8")
    (folder / "AA01-no-dragon.yaml").write_text(RULE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def rule_text() -> str:
    return RULE


@pytest.fixture
def head_text() -> str:
    return HEAD


AddRule = Callable[..., Path]


@pytest.fixture
def add_rule(shelf: Path) -> AddRule:
    """Writes AA01's text under another code, with replacements."""

    def add(ruleset: str, code: str, *changes: tuple[str, str]) -> Path:
        text = RULE.replace("AA01", code)
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path = shelf / ruleset / f"{code}-no-dragon.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return add


@pytest.fixture
def add_set(shelf: Path) -> Callable[..., Path]:
    """Writes a rule set below another, with whatever more its head says."""

    def add(
        ruleset: str, extends: str | None, more: str = "", *, since: str = "2010-01-01"
    ) -> Path:
        folder = shelf / ruleset
        folder.mkdir(exist_ok=True)
        text = HEAD.replace("nation", ruleset, 1).replace("2000-01-01", since)
        text = text.replace("title: 全国规则", f"title: {ruleset}的规则")
        above = f"extends: {extends}\n" if extends else ""
        (folder / "ruleset.yaml").write_text(text + above + more, encoding="utf-8")
        return folder

    return add


@pytest.fixture
def lexicons(shelf: Path) -> Lexicons:
    return Lexicons(shelf / "lexicons")


@pytest.fixture
def new_store() -> Callable[[], Store]:
    return lambda: GeoPackageStore.create(":memory:")


@pytest.fixture
def registry() -> Iterator[Store]:
    """任城区 with one road in use: 长山路."""
    with closing(GeoPackageStore.create(":memory:")) as store:
        with store.change("测试", "备好地名库") as change:
            change.put(Jurisdiction("370811", "任城区", Level.COUNTY, "370800"))
            change.put(Place("p1", FeatureClass.ROAD, "370811"))
            change.put(Toponym("t1", "p1", "长山路"))
        yield store
