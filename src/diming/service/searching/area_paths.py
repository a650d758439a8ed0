"""Says in which areas a code lies, widest first, below the province: 济宁市任城区阜桥街道."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diming.model import parent_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diming.registry.store import Store


def area_path(store: Store, adcode: str) -> str:
    """The path of one code, empty when none of its areas is on file."""
    return area_paths(store, [adcode])[adcode]


def area_paths(store: Store, adcodes: Iterable[str]) -> dict[str, str]:
    """The path of each code, all asked for at once."""
    chains = {adcode: _chain(adcode) for adcode in adcodes}
    names = store.area_names({code for chain in chains.values() for code in chain})
    return {
        adcode: "".join(names.get(code, "") for code in chain) for adcode, chain in chains.items()
    }


def _chain(adcode: str) -> list[str]:
    """The codes from the prefecture down to this one."""
    codes: list[str] = []
    code: str | None = adcode
    while code is not None and not code.endswith("0000"):
        codes.insert(0, code)
        code = parent_code(code)
    return codes
