"""Serves the application to an office's browsers through waitress."""

from __future__ import annotations

from typing import TYPE_CHECKING

import waitress

from diming.web.app import MAX_BODY

if TYPE_CHECKING:
    from flask import Flask

_THREADS = 4
_THIS_MACHINE = ("127.0.0.1", "localhost", "[::1]")


def run(app: Flask, host: str, port: int) -> None:
    """Serves until stopped."""
    guard(app, host)
    # What is over Flask's limit is answered as a problem; far over it, waitress hangs up itself.
    waitress.serve(
        app, host=host, port=port, threads=_THREADS, ident=None, max_request_body_size=2 * MAX_BODY
    )


def guard(app: Flask, host: str) -> None:
    """Served on this machine only, the application answers to this machine's names only.

    Otherwise a foreign page could reach it under a name of its own that points here.
    """
    if host in _THIS_MACHINE or host == "::1":
        app.config["TRUSTED_HOSTS"] = list(_THIS_MACHINE)
