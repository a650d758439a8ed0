"""`diming serve`: the map and the API on this machine."""

from __future__ import annotations

import click

from diming.cli import options
from diming.settings import setting


@click.command()
@click.option("--host", default=lambda: setting("host"), help="地址 · address [127.0.0.1]")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=lambda: int(setting("port")),
    help="端口 · port [8000]",
)
@options.ruleset
@options.registry
def serve(host: str, port: int, ruleset_id: str, as_of: str | None, url: str | None) -> None:
    """打开地图网页; 不访问外部网络 · serve the pages, asking nothing of the outside."""
    from diming.service.desk import day, open_desk
    from diming.web.app import create_app
    from diming.web.server import run

    def ready() -> None:
        click.echo(f"http://{host}:{port}/  (Ctrl+C 结束 · stops)", err=True)

    with open_desk(options.registry_url(url), ruleset_id, day(as_of)) as desk:
        run(create_app(desk, area=setting("area")), host, port, ready)
