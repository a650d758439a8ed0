"""`diming audit`: reviews the registry against itself."""

from __future__ import annotations

import click

from diming.cli import options
from diming.cli.check import RANK, fails


@click.command()
@click.option("--jurisdiction", help="只查此政区, 代码或名称 · only this area, code or name")
@click.option("--class", "feature_class", help="只查此类地名, 如 road · only this class")
@click.option(
    "--fail-on", type=click.Choice([*RANK, "never"]), default="error", show_default=True,
    help="达到此程度时退出码为 1 · exit 1 at this severity",
)  # fmt: skip
@options.output_format("human", "json", "csv")
@options.ruleset
@options.registry
@options.language
def audit(
    jurisdiction: str | None, feature_class: str | None, fail_on: str, form: str,
    ruleset_id: str, as_of: str | None, url: str | None, lang: str,
) -> int:  # fmt: skip
    """自查地名库: 在用地名互相比对, 按规则审查 · review the registry against itself."""
    from diming.formats import words
    from diming.service.asked_area import asked_area
    from diming.service.auditing import audit as look
    from diming.service.desk import Desk, day, ruleset_of
    from diming.service.registries import open_registry

    ruleset, lexicons = ruleset_of(ruleset_id, day(as_of))
    classes = [words.feature_class(feature_class)] if feature_class else []
    with open_registry(options.registry_url(url), read_only=True) as store:
        area = asked_area(store, jurisdiction)
        found = look(Desk(store, ruleset, lexicons), store, area, classes)
    counts = [(tally.rule, tally.found, tally.open) for tally in found.tallies]
    if form == "json":
        from diming.emit import as_audit

        click.echo(as_audit.render_json(found.review, found.names, counts), nl=False)
    elif form == "csv":
        from diming.emit import as_table
        from diming.formats.writers import csv_text

        click.echo(csv_text(as_table.HEADINGS, as_table.rows(found.review)), nl=False)
    else:
        from diming.emit import as_audit

        for line in as_audit.render(
            found.review, found.names, counts, "en" if lang == "en" else "zh"
        ):
            click.echo(line, nl=False)
    return 1 if fails(found.review, fail_on) else 0
