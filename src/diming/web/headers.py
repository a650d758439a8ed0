"""Tells browsers what a page may load, and keeps foreign pages from using this one."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING

from flask import request

if TYPE_CHECKING:
    from flask import Flask, Response

MAPLIBRE = "vendor/maplibre-gl-6.17.0"

_PLAIN = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def import_map(static: str) -> str:
    """The text between the import map's tags: where the bare names of modules lie."""
    library = f"{static}/{MAPLIBRE}/maplibre-gl.mjs"
    return json.dumps({"imports": {"maplibre-gl": library}}, separators=(",", ":"))


def content_policy(inline: str) -> str:
    """The Content-Security-Policy; `inline` is the one inline script, let in by its hash."""
    digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
    directives = {
        "default-src": "'none'",
        "script-src": f"'self' 'sha256-{digest}'",
        "style-src": "'self'",
        "img-src": "'self' data: blob:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "font-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def install(app: Flask) -> None:
    """Puts the headers on every answer of the application."""
    inline = import_map(app.static_url_path or "")
    policy = content_policy(inline)
    app.jinja_env.globals.update(import_map=inline, maplibre=MAPLIBRE)

    @app.after_request
    def protect(response: Response) -> Response:
        response.headers.update(_PLAIN)
        response.headers["Content-Security-Policy"] = policy
        if request.path.startswith(f"/static/{MAPLIBRE}/"):
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        elif "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-cache"
        return response
