"""Checks a thousand names in a process of its own and prints how many MB that took at the most.

python -m benchmarks.checker open|rivals|review REGISTRY QUESTIONS
"""

from __future__ import annotations

import json
import resource
import sys
from contextlib import closing
from pathlib import Path

from diming.model import FeatureClass, Proposal
from diming.registry.geopackage import GeoPackageStore
from diming.registry.likeness import rivals_of
from diming.registry.store import Scope


def main(how: str, registry: str, questions: str) -> None:
    """Does what is asked and prints the peak."""
    rows = [
        (name, FeatureClass(kind), area)
        for name, kind, area in json.loads(Path(questions).read_text("utf-8"))
    ]
    with closing(GeoPackageStore.open(registry, read_only=True)) as store:
        if how == "rivals":
            for name, kind, area in rows:
                scope = Scope((f"{area[:4]}00",), (kind,), live_only=True)
                rivals_of(store, name, kind, area=area, scope=scope)
        elif how == "review":
            from diming.rules.engine import review
            from diming.service.desk import day, ruleset_of

            table = [
                Proposal(name, kind, area[:6], at) for at, (name, kind, area) in enumerate(rows, 1)
            ]
            ruleset, lexicons = ruleset_of("jining+xian", day(None))
            review(table, ruleset, store, lexicons)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main(*sys.argv[1:])
