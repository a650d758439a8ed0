"""Command line of the data build: rebuild, refresh the manifest, or check."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import manifest
from .packages import DataError, Shelf

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    options = arguments()
    if options.check:
        return check(options.data)
    if not options.manifest:
        build(options.data, Shelf(options.cache))
    for item in manifest.write(options.data):
        print(f"{item['rows']:>6} rows {item['bytes']:>8} bytes  {item['path']}")
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.build_data", description=__doc__)
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true", help="compare data/ with its manifest")
    mode.add_argument("--manifest", action="store_true", help="only rewrite the manifest")
    parser.add_argument("--data", type=Path, default=ROOT / "data", metavar="DIR")
    parser.add_argument(
        "--cache", type=Path, default=ROOT / "build" / "data-cache", metavar="DIR",
        help="where downloaded packages are kept",
    )  # fmt: skip
    return parser.parse_args()


def build(data: Path, shelf: Shelf) -> None:
    for dataset in manifest.DATASETS:
        if dataset.build:
            target = data / dataset.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(dataset.build(shelf))


def check(data: Path) -> int:
    found = list(manifest.problems(data))
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except DataError as error:
        sys.exit(f"error: {error}")
