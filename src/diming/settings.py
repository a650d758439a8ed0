"""Lists every setting of diming with its default and meaning, and finds the files that ship.

A setting is read from its environment variable; a command's own option comes before it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: `name` on pages and in docs, environment variable, default, help zh/en."""

    name: str
    variable: str
    default: str
    zh: str
    en: str

    @property
    def value(self) -> str:
        """What is in force now."""
        return os.environ.get(self.variable) or self.default


SETTINGS: tuple[Setting, ...] = (
    Setting("registry", "DIMING_REGISTRY", "registry.gpkg",
            "地名库的位置（.gpkg 文件）", "where the registry is (a .gpkg file)"),
    Setting("ruleset", "DIMING_RULESET", "jining",
            "默认规则集", "rule set used when none is named"),
    Setting("rules", "DIMING_RULES", "",
            "规则目录；空为随程序所带", "directory of rule sets; empty means those that ship"),
    Setting("language", "DIMING_LANG", "zh",
            "界面语言 zh 或 en", "language of messages, zh or en"),
    Setting("person", "DIMING_PERSON", os.environ.get("USER") or os.environ.get("USERNAME") or "",
            "变更日志中记录的经办人", "person written into the journal of changes"),
    Setting("ordinals", "DIMING_ORDINALS", "digits",
            "街巷序数词的拼写：digits（1984年规则第7条）或 pinyin（GB/T 16159 式）",
            "spelling of street ordinals: digits (rule 7 of 1984) or pinyin (as in GB/T 16159)"),
    Setting("area", "DIMING_AREA", "370800",
            "地图打开时的政区代码，查地名时其中的地名在前",
            "code of the area the map opens on and whose names a search shows first"),
    Setting("reserve", "DIMING_RESERVE", "",
            "采词库文件（词语、含义、出处），取名时从中选用；空为没有",
            "list of words kept for naming, used by suggestions; empty means none"),
    Setting("templates", "DIMING_TEMPLATES", "",
            "文书模板目录，与随带模板同名的取而代之；空为随程序所带",
            "directory of document templates that replace those that ship, by file name"),
    Setting("host", "DIMING_HOST", "127.0.0.1",
            "网页服务的地址", "address the pages are served on"),
    Setting("port", "DIMING_PORT", "8000",
            "网页服务的端口", "port the pages are served on"),
)  # fmt: skip

_BY_NAME = {setting.name: setting for setting in SETTINGS}


def setting(name: str) -> str:
    """The value in force of the setting called `name`."""
    return _BY_NAME[name].value


def shipped(*parts: str) -> Path:
    """The path of something that ships: `shipped("data", "boundaries")`.

    In an installed wheel it lies inside the package, in a checkout at the top of the tree.
    """
    package = Path(__file__).parent
    installed = package / "_shipped"
    top = installed if installed.is_dir() else package.parent.parent
    return top.joinpath(*parts)
