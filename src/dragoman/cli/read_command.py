"""``dragoman read``: one article, for people or as JSON."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from dragoman.cli.options import (
    PublicationDay,
    actors_option,
    headlines_option,
    model_option,
    show,
)


@click.command("read")
@click.argument("source")
@click.option(
    "--published", type=PublicationDay(), help="Day of publication, as 2025-07-23."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a page.")
@click.option(
    "--width", type=click.IntRange(20, 1000),
    help="Width of the page in columns; the terminal's by default.",
)  # fmt: skip
@headlines_option
@actors_option
@model_option
def command(
    source: str,
    published: date | None,
    as_json: bool,
    width: int | None,
    headlines: bool,
    actors: Path | None,
    model: str,
) -> None:
    """Code one article and show who did what to whom, and whether it happened.

    SOURCE is an HTML file, a text file, a JSON article, an http(s) address, or - for standard
    input. Many articles at once (JSON Lines, a JSON list, a table, a folder, an archive) are taken
    by dragoman code and dragoman add.
    """
    if not source:
        raise click.UsageError("SOURCE is empty; name a file or an address")
    from dragoman.coder import Coder
    from dragoman.reading import read
    from dragoman.sources import SourceError
    from dragoman.tables import TableError

    try:
        coder = Coder(model=model, actors=actors, headlines=headlines)
        reading = read(source, published=published, coder=coder)
    except (SourceError, TableError, OSError) as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        from dragoman.formats.jsonl import article_to_dict, dump, mention_to_dict

        click.echo(
            dump(
                {
                    "article": article_to_dict(reading.article),
                    "mentions": [mention_to_dict(mention) for mention in reading.mentions],
                },
                indent=2 if sys.stdout.isatty() else None,
            )
        )
        return
    from dragoman.cli.page import page

    show(page(reading), width)
