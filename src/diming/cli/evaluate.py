"""`diming evaluate`: how well a rule set tells names officially given from names struck off."""

from __future__ import annotations

import click

from diming.cli import options
from diming.errors import UsageError


@click.command()
@click.option("--approved", metavar="FILE", help="正式名称 · names officially given")
@click.option("--irregular", metavar="FILE", help="被清理的名称 · names struck off, with classes")
@options.output_format("human", "json")
@options.ruleset
@options.registry
def evaluate(
    approved: str | None, irregular: str | None, form: str, ruleset_id: str, as_of: str | None,
    url: str | None,
) -> None:  # fmt: skip
    """评测规则集: 误报多少, 漏报多少 · measure a rule set on labelled names."""
    from diming.emit import as_scores
    from diming.formats.labelled import read_labelled
    from diming.service.checking import areas_named
    from diming.service.desk import day, open_desk
    from diming.service.evaluating import evaluate as measure

    if approved is None and irregular is None:
        raise UsageError(
            "没有给出名称", "no names are given",
            mend=("用 --approved 或 --irregular 给出文件", "give --approved or --irregular"),
        )  # fmt: skip
    with open_desk(url, ruleset_id, day(as_of)) as desk:
        named = areas_named(desk.store)
        scores = measure(
            desk,
            None if approved is None else read_labelled(approved, named),
            None if irregular is None else read_labelled(irregular, named),
        )
    if form == "json":
        click.echo(as_scores.render_json(scores), nl=False)
        return
    for line in as_scores.render(scores):
        click.echo(line, nl=False)
