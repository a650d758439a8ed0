"""Puts the browser libraries that ship under web/static/vendor/, from pinned npm packages.

python -m scripts.vendor_web            fetch and unpack (needs npm and a package registry)
python -m scripts.vendor_web --check    compare what lies there with its pins; no network
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scripts.build_data.packages import DataError, Package, Registry, Shelf, sha256

ROOT = Path(__file__).resolve().parents[1]
VENDOR = ROOT / "web" / "static" / "vendor"
CACHE = ROOT / "build" / "data-cache"

MAPLIBRE = Package(
    Registry.NPM, "maplibre-gl", "6.17.0", "maplibre-gl-6.17.0.tgz",
    "587807d8d6c99349022e027fa310c16cfaa55392131f6263df080306db6809b0",
)  # fmt: skip

# member of the package → sha256 of its bytes; nothing else of the package ships
MEMBERS: dict[Package, dict[str, str]] = {
    MAPLIBRE: {
        "dist/maplibre-gl.mjs":
            "e02cb08c572fd0950a75343cd558099c2a1dbbaf67f26b0c96f115431962d1ae",
        "dist/maplibre-gl-worker.mjs":
            "73d7a024a4efe1a46e49db193e18cfe33271e3ecc652ec7542c281a4ef5f0f04",
        "dist/maplibre-gl.css":
            "a90798a1953017790e590f7e1bd35ff103a8a4263972cb47290b78adf86f8c20",
        "LICENSE.txt":
            "ee5fc05a0677eaf69601d2c7db0d9ecd6cc27c3abc1d0733bc9ed34707cf8ef2",
    }
}  # fmt: skip


def main() -> int:
    """Vendors or checks; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the pins, no network")
    options = parser.parse_args()
    try:
        if not options.check:
            unpack(Shelf(CACHE))
        check()
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def unpack(shelf: Shelf) -> None:
    """Writes the pinned members, each under a folder that carries the package's version."""
    for package, members in MEMBERS.items():
        for member in members:
            target = place_of(package, member)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(shelf.read(package, member))


def check() -> None:
    """Raises DataError unless exactly the pinned files lie under the vendor folder."""
    pinned = {
        place_of(package, member): digest
        for package, members in MEMBERS.items()
        for member, digest in members.items()
    }
    strangers = {path for path in VENDOR.rglob("*") if path.is_file()} - set(pinned)
    if strangers:
        raise DataError(f"not pinned: {sorted(map(str, strangers))}")
    for path, digest in pinned.items():
        if not path.is_file() or sha256(path.read_bytes()) != digest:
            raise DataError(f"{path} is missing or differs from its pin")


def place_of(package: Package, member: str) -> Path:
    """Where a member lies: web/static/vendor/maplibre-gl-6.17.0/maplibre-gl.mjs."""
    return VENDOR / f"{package.name}-{package.version}" / Path(member).name


if __name__ == "__main__":
    sys.exit(main())
