"""``dragoman add``: articles coded and kept in a record."""

from __future__ import annotations

import sys
from datetime import date
from itertools import chain
from pathlib import Path

import click

from dragoman.cli.filters import opened, record_option
from dragoman.cli.options import (
    actors_option,
    headlines_option,
    model_option,
    published_option,
    sources_argument,
)


@click.command("add")
@sources_argument
@record_option
@click.option(
    "--coded",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Mentions that `dragoman code` made of these articles, to be kept so: the articles in any "
    "order, but all of those that the file is of.",
)
@published_option
@headlines_option
@actors_option
@model_option
def command(
    sources: tuple[str, ...],
    address: str,
    coded: Path | None,
    published: date | None,
    headlines: bool,
    actors: Path | None,
    model: str,
) -> None:
    """Code articles and keep them in the record, their mentions linked to events.

    SOURCES are files (HTML, text, JSON, JSON Lines, CSV, TSV, Parquet; RSS and Atom, each entry an
    article), folders (a README in one is no news), archives or addresses of articles. What the
    record has already is passed over; but an article that it has without a date gets the one it has
    here, and is coded anew but for what readers have reviewed. A source that cannot be read, or
    in which no text is found, is named and left. What is reported as kept is kept, whatever happens
    after.
    Where nothing can be read, no record is made.
    """
    from dragoman.coder import Coder
    from dragoman.formats.jsonl import RowError
    from dragoman.record.store.adding import Adding
    from dragoman.record.store.coded import as_coded
    from dragoman.sources import read_sources
    from dragoman.tables import TableError

    adding = Adding(lambda what: click.echo(f"dragoman: {what}", err=True))
    found = adding.readable(read_sources(sources, headlines=headlines))
    first = next(found, None)
    if first is None:
        click.echo(adding.text(), err=True)
        sys.exit(1 if adding.nothing_read else 0)
    dated = (article.dated(published) for article in chain((first,), found))
    articles = (article.headed() for article in dated) if headlines else dated
    with opened(address, create=True) as record:
        try:
            if coded:
                pairs = as_coded(articles, coded)
            else:
                new = adding.unknown(record, articles)
                pairs = Coder(model=model, actors=actors).code_all(new, failed=adding.failed)
            adding.add(record, pairs, shown=sys.stderr.isatty())
        except (TableError, RowError, OSError) as error:
            raise click.ClickException(str(error)) from error
        finally:
            click.echo(adding.text(), err=True)
