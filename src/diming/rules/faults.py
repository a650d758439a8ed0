"""Says what a model found wrong in a file, in both languages, at the line and column it stands."""

from __future__ import annotations

import types
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import to_json

from diming.errors import RuleFileError

if TYPE_CHECKING:
    from collections.abc import Collection

    from pydantic_core import ErrorDetails

    from diming.errors import Where
    from diming.rules.node import Node

M = TypeVar("M", bound=BaseModel)

_TYPES = {
    "string": ("文字", "text"),
    "int": ("整数", "a whole number"),
    "float": ("数", "a number"),
    "bool": ("true 或 false", "true or false"),
    "list": ("列表", "a list"),
    "tuple": ("列表", "a list"),
    "frozen_set": ("列表", "a list"),
    "set": ("列表", "a list"),
    "dict": ("“键: 值”", "a mapping"),
    "model": ("“键: 值”", "a mapping"),
}
_QUOTE = ("数字写作文字时加引号", "quote a number that is meant as text")


def fault(where: Where, zh: str, en: str, mend: tuple[str, str] = ("", "")) -> RuleFileError:
    """A mistake in a file."""
    return RuleFileError(zh, en, mend=mend, where=where)


def mould(
    model: type[M],
    node: Node,
    faults: list[RuleFileError],
    context: dict[str, object] | None = None,
    beneath: dict[str, Any] | None = None,
) -> M | None:
    """The node as a model, strictly; None and `faults` longer when it does not fit.

    The node's keys are laid over those `beneath`. A spot that is already known to be wrong is not
    complained of twice.
    """
    known = {found.where for found in faults}
    plain: Any = node.plain
    if beneath and isinstance(plain, dict):
        plain = {**beneath, **plain}
    try:
        return model.model_validate_json(to_json(plain), strict=True, context=context)
    except ValidationError as error:
        found = [_explained(detail, model, node) for detail in error.errors()]
        faults.extend(fault for fault in found if fault.where not in known)
        return None


def unknown(
    kind: tuple[str, str], word: str, known: Collection[str], where: Where
) -> RuleFileError:
    """A word that is none of the known ones, with the likeliest one that was meant."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    mend = (f"是否为“{near[0]}”？", f"did you mean '{near[0]}'?") if near else ("", "")
    return fault(where, f"未知的{kind[0]}“{word}”", f"unknown {kind[1]} '{word}'", mend)


def _explained(detail: ErrorDetails, model: type[BaseModel], root: Node) -> RuleFileError:
    path = detail["loc"]
    if detail["type"] == "extra_forbidden":
        holder, key = root.at(*path[:-1]), str(path[-1])
        return unknown(("键", "key"), key, _keys_at(model, path[:-1]), holder.keys[key])
    node = root.at(*path)
    return fault(node.where, *_words(detail, node))


def _words(detail: ErrorDetails, node: Node) -> tuple[str, str, tuple[str, str]]:
    """What is wrong with a value, in Chinese and English, and the mend."""
    kind, context, mend = detail["type"], detail.get("ctx", {}), ("", "")
    match kind:
        case "missing":
            zh, en = f"缺少键“{detail['loc'][-1]}”", f"the key '{detail['loc'][-1]}' is missing"
        case "diming":
            zh, en = context["zh"], context["en"]
        case "enum" | "literal_error":
            # pydantic writes: 'a', 'b' or 'c'
            known = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
            found = unknown(("值", "value"), str(node.plain), known, node.where)
            zh = f"{found.zh}, 应为 {'、'.join(known)} 之一"
            en = f"{found.en}, must be one of {', '.join(known)}"
            mend = found.mend
        case "string_pattern_mismatch" if context["pattern"] != r"\S":
            zh = f"“{node.plain}”不合 {context['pattern']}"
            en = f"'{node.plain}' does not match {context['pattern']}"
        case "string_pattern_mismatch" | "string_too_short" | "too_short":
            zh, en = "不得为空", "must not be empty"
        case _ if kind.removesuffix("_type") in _TYPES:
            expected = _TYPES[kind.removesuffix("_type")]
            zh, en = f"应为{expected[0]}", f"should be {expected[1]}"
            if kind == "string_type" and isinstance(node.value, int | float):
                mend = _QUOTE
        case _:
            zh, en = f"值不合要求: {detail['msg']}", f"invalid value: {detail['msg']}"
    return zh, en, mend


def _keys_at(model: type[BaseModel], path: tuple[str | int, ...]) -> set[str]:
    """The keys a model takes at the end of a path."""
    found: Any = model
    for step in path:
        if isinstance(step, str) and (inner := _field(found, step)) is not None:
            found = inner
    names = (field.alias or name for name, field in found.model_fields.items())
    return set(names)


def _field(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    """The model that stands under a key, alone, in a list or beside None."""
    for name, field in model.model_fields.items():
        if key in (name, field.alias):
            return next(iter(_models(field.annotation)), None)
    return None


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) in {Annotated, Union, types.UnionType, list, tuple}:
        return [found for part in get_args(annotation) for found in _models(part)]
    return []
