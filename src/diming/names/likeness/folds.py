"""Tells which sounds people take for one another (近音): folds of initials and of finals.

《青岛市城市道路命名规则》 2020 calls names 近音 whose letters sound alike and are easily confused.
Which sounds those are is told by those who teach speakers of dialects, and by names that offices
were told to change; each fold says whom it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from diming.names.syllables import toneless


@dataclass(frozen=True, slots=True)
class Fold:
    """Two sounds that many take for one.

    `cost` is an estimate that stands in no rule: 1 for what is mixed up in most of the country,
    1.5 for what only some regions mix up.
    """

    name: str
    cost: float
    example: str
    source: str


# What the folds between two names may cost together. 新荣路/兴隆路, which Taoyuan lists as sounding
# the same, costs 2.5; three folds, or two regional ones, nobody has been seen to complain of.
DEAREST = 2.5

_TAOYUAN = (
    "联合报《同区路名同音异字 桃园修法禁止》 ctmanga.com/a/tong-qu-lu-ming-tong-yin-yi-zi-"
    "tao-yuan-xiu-fa-jin-zhi.html"
)
_INPUT = "“模糊音”所列常见混淆音 czkjst.org/czkjst/模糊音/0"
FOLDS: tuple[Fold, ...] = (
    Fold("in-ing", 1.0, "新 xīn / 兴 xīng", _TAOYUAN),
    Fold("en-eng", 1.0, "陈 chén / 程 chéng", _INPUT),
    Fold("an-ang", 1.5, "樊 fán / 房 fáng, 关 guān / 光 guāng", _INPUT),
    Fold("zh-z", 1.0, "中 zhōng / 宗 zōng", _INPUT),
    Fold("ch-c", 1.0, "昌 chāng / 仓 cāng", _INPUT),
    Fold("sh-s", 1.0, "山 shān / 三 sān", _INPUT),
    Fold("n-l", 1.5, "南 nán / 兰 lán", _INPUT),
    Fold("r-l", 1.5, "荣 róng / 隆 lóng", _TAOYUAN),
    Fold(
        "h-f", 1.5, "湖 hú / 福 fú, 黄 huáng / 方 fāng",
        "《普通话与口才训练实用教程》“f与h的辨正” (h 与 u 及 u 开头的韵母相拼); "
        "360doc.com/content/22/0131/14/32881972_1015552238.shtml; fan 与 han 等不混: "
        "utcz.com/wiki/746577.html",
    ),
)  # fmt: skip

_BY_NAME = {fold.name: fold for fold in FOLDS}
_RETROFLEX = {"zh": "z", "ch": "c", "sh": "s"}
_LIQUIDS = {"n": "l", "r": "l"}
_BY_INITIALS = {
    frozenset(pair): _BY_NAME["-".join(pair)] for pair in (*_RETROFLEX.items(), *_LIQUIDS.items())
}
_NASALS = {f"{final}g": _BY_NAME[f"{final}-{final}g"] for final in ("in", "en", "an")}
# h before u and what begins with u is said f; before other vowels everybody tells them apart.
_LABIAL = {
    "hu": "fu", "hua": "fa", "huan": "fan", "huang": "fang", "hui": "fei", "hun": "fen",
    "hong": "feng", "huo": "fo",
}  # fmt: skip


@lru_cache(maxsize=65536)
def between(a: str, b: str) -> tuple[Fold, ...] | None:
    """The folds that make two syllables without tones equal, () for equal ones, None for others.

    At most one of the initial and one of the final: n and r are not alike for both being near l.
    """
    if a == b:
        return ()
    if a[:1] != b[:1] and {a[:1], b[:1]} == {"h", "f"}:
        a, b = _LABIAL.get(a, a), _LABIAL.get(b, b)
        rest = between(a, b) if a[:1] == b[:1] else None
        return None if rest is None else (*rest, _BY_NAME["h-f"])
    (mine, my_final), (other, other_final) = _parts(a), _parts(b)
    initial = _BY_INITIALS.get(frozenset((mine, other)))
    final = _nasal(my_final, other_final)
    if (mine != other and initial is None) or (my_final != other_final and final is None):
        return None
    return tuple(fold for fold in (final, initial) if fold is not None)


@lru_cache(maxsize=8192)
def folded(syllable: str) -> str:
    """What a syllable, toned or not, is under all folds together; more meet here than `between`."""
    bare = toneless(syllable)
    initial, final = _parts(_LABIAL.get(bare, bare))
    initial = _RETROFLEX.get(initial) or _LIQUIDS.get(initial) or initial
    return initial + (final[:-1] if final[-3:] in _NASALS else final)


def _nasal(a: str, b: str) -> Fold | None:
    """The fold of two finals that differ in the ending g alone: ian and iang."""
    shorter, longer = sorted((a, b), key=len)
    return _NASALS.get(longer[-3:]) if longer == f"{shorter}g" else None


def _parts(syllable: str) -> tuple[str, str]:
    """Initial and final as they are written; y and w count as initials."""
    if syllable[:2] in _RETROFLEX:
        return syllable[:2], syllable[2:]
    return ("", syllable) if syllable[:1] in "aeo" else (syllable[:1], syllable[1:])
