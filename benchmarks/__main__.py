"""Command line of the benchmarks: `python -m benchmarks rivals --size 200k`."""

from __future__ import annotations

import argparse
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import figures
from benchmarks.names import Size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.figures import Figure

ROOT = Path(__file__).resolve().parents[1]
OF_A_SIZE = ("load", "rivals", "search", "readings", "batch", "checking")  # measures/*.py
OF_ALL_SIZES = "growth"


def main() -> None:
    """Measures, prints the table and keeps it as JSON."""
    options = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # a cluster is stopped on the way out
    size = Size.called(options.size)
    for what in OF_A_SIZE if options.what == "all" else (options.what,):
        measure = import_module(f"benchmarks.measures.{what}").measure
        if what == OF_ALL_SIZES:
            report(measure(options.cache), options.output, what)
        else:
            report(measure(size, options.cache), options.output, f"{what}-{size.label}")


def report(measured: Iterable[Figure], output: Path, name: str) -> None:
    """Prints the figures of one measure and keeps them."""
    found = list(measured)
    path = figures.keep(found, output, name)
    print(f"\n{name} ({path})\n\n{figures.table(found)}", flush=True)


def arguments() -> argparse.Namespace:
    """What is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", choices=[*OF_A_SIZE, OF_ALL_SIZES, "all"])
    parser.add_argument("--size", choices=[size.label for size in Size], default="200k")
    parser.add_argument(
        "--cache", type=Path, default=ROOT / "build" / "bench", metavar="DIR",
        help="where registries and questions are kept; 13m needs 6 GB there",
    )  # fmt: skip
    parser.add_argument(
        "--output", type=Path, default=ROOT / "build" / "bench" / "figures", metavar="DIR",
        help="where the figures are kept as JSON",
    )  # fmt: skip
    return parser.parse_args()


if __name__ == "__main__":
    main()
