"""Serves the application to an office's browsers through waitress."""

from __future__ import annotations

from typing import TYPE_CHECKING

import waitress

from diming.errors import UsageError
from diming.web.app import MAX_BODY

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

_THREADS = 4
_THIS_MACHINE = ("127.0.0.1", "localhost", "[::1]")


def run(app: Flask, host: str, port: int, ready: Callable[[], None]) -> None:
    """Serves until stopped; calls `ready` once the port is ours.

    Raises UsageError when the address cannot be had.
    """
    guard(app, host)
    try:
        # What is over Flask's limit is answered as a problem; far over it, waitress hangs up.
        server = waitress.create_server(
            app, host=host, port=port, threads=_THREADS, ident=None,
            max_request_body_size=2 * MAX_BODY,
        )  # fmt: skip
    except OSError as error:
        raise UsageError(
            f"占不了 {host}:{port}（{error.strerror}）",
            f"{host}:{port} cannot be had ({error.strerror})",
            mend=("换一个 --port", "choose another --port"),
        ) from None
    ready()
    server.run()


def guard(app: Flask, host: str) -> None:
    """Served on this machine only, the application answers to this machine's names only.

    Otherwise a foreign page could reach it under a name of its own that points here.
    """
    if host in _THIS_MACHINE or host == "::1":
        app.config["TRUSTED_HOSTS"] = list(_THIS_MACHINE)
