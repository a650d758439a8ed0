"""Serves the application to an office's browsers through waitress."""

from __future__ import annotations

from typing import TYPE_CHECKING

import waitress

if TYPE_CHECKING:
    from flask import Flask

_THREADS = 4


def run(app: Flask, host: str, port: int) -> None:
    """Serves until stopped."""
    waitress.serve(app, host=host, port=port, threads=_THREADS, ident=None)
