"""Builds the reference data that ship with diming, from named and verified packages.

Run from the root of the project::

    python -m scripts.build_data              # rebuild data/ (needs a package index the first time)
    python -m scripts.build_data --manifest   # only refresh data/MANIFEST.json (no network)
    python -m scripts.build_data --check      # compare data/ with data/MANIFEST.json (no network)

One module describes and builds one group of files; see ``data/README.md`` for what ships and
under which licence.
"""
