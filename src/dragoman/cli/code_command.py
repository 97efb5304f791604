"""``dragoman code``: articles one a line in, mentions one a line out."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from dragoman.cli.options import actors_option, model_option


@click.command("code")
@click.argument("articles", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--output", "-o", default="-", help="File to write; - for standard output.")
@actors_option
@model_option
def command(articles: str, output: str, actors: Path | None, model: str) -> None:
    """Code ARTICLES, a JSON Lines file (id, text, title, url, published, source a line), into
    mentions, one a line, each with its article_id.

    A damaged line is named and passed over. The exit status is 0, or 1 where nothing could be
    read.
    """
    from dragoman.coder import Coder
    from dragoman.engines.local import code_lines
    from dragoman.tables import TableError

    try:
        with _written_whole(output) as stream:
            summary = code_lines(
                articles, stream, Coder(model=model, actors=actors), progress=sys.stderr.isatty()
            )
    except (TableError, OSError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(summary.text(), err=True)
    if not summary.articles and summary.damaged:
        sys.exit(1)


@contextmanager
def _written_whole(output: str) -> Iterator[IO[str]]:
    """A stream to the output file, which appears under its name only once it is complete."""
    if output == "-":
        yield sys.stdout
        return
    path = Path(output)
    handle, name = tempfile.mkstemp(dir=path.resolve().parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            yield stream
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
