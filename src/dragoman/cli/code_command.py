"""``dragoman code``: articles in, mentions out, from one file to a day of the world's news."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from dragoman.cli.options import (
    actors_option,
    headlines_option,
    model_option,
    published_option,
    sources_argument,
)
from dragoman.wording import count

if TYPE_CHECKING:
    from dragoman.engines.batch import Outcome
    from dragoman.engines.local import Settings
    from dragoman.engines.parts import Parts

_SIZE = re.compile(r"(\d{1,12}(?:\.\d{1,12})?)\s*([KMGT]?)(?:i?B)?", re.I)
_UNITS = {"": 1, "K": 2**10, "M": 2**20, "G": 2**30, "T": 2**40}


class Bytes(click.ParamType[int]):
    """A number of bytes, such as 500M or 2G."""

    name = "bytes"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; fails with a line that says the form."""
        found = _SIZE.fullmatch(str(value).strip())
        if found is None:
            self.fail(f"{value!r} is not a size; write it as 500M or 2G", param, ctx)
        return int(float(found[1]) * _UNITS[found[2].upper()])


@click.command("code")
@sources_argument
@click.option(
    "--output", "-o", default="-", help="File or folder to write; - for standard output."
)
@click.option(
    "--format", "-f", "kind", type=click.Choice(("jsonl", "parquet")),
    help="Write a folder of parts in this format.",
)  # fmt: skip
@click.option("--resume", is_flag=True, help="Go on with the run that the folder holds.")
@click.option(
    "--workers", "-w", type=click.IntRange(1, 1024), help="Processes; one a core by default."
)
@click.option("--limit-memory", "limit", type=Bytes(), help="For all processes, as 2G.")
@click.option(
    "--engine", type=click.Choice(("local", "ray")), default="local", show_default=True,
    help="This machine, or a Ray cluster.",
)  # fmt: skip
@click.option("--address", help="Of the Ray cluster; one on this machine by default.")
@published_option
@headlines_option
@actors_option
@model_option
def command(
    sources: tuple[str, ...],
    output: str,
    kind: Any,
    resume: bool,
    workers: int | None,
    limit: int | None,
    engine: str,
    address: str | None,
    published: date | None,
    headlines: bool,
    actors: Path | None,
    model: str,
) -> None:
    """Code SOURCES into mentions, one JSON object a line, each with its article_id.

    SOURCES are files (JSON Lines, a JSON list, CSV, TSV, Parquet, HTML, text; RSS and Atom, each
    entry an article), WARC archives, each also packed (gzip, Zstandard, tar, zip), folders of
    these, addresses of articles, or - for standard input. What is damaged is named and passed over.

    A JSON article or row has text (or maintext, body, content) and, as known, published (or date,
    pubDate, published_at and the like: 2026-04-03, or seconds since 1970), id, title, url, source,
    author, language. docs/scale.md lists all names.

    The output is one file, or with --format (or --resume, or where it is a folder) a folder of
    parts. A part appears when it is whole; a run that was stopped or killed goes on with --resume,
    and ends with the same bytes.

    The exit status is 1 where sources hold something and nothing of it could be read, else 0: an
    empty file or list is coded, into nothing.
    """
    from dragoman.engines.local import Settings
    from dragoman.engines.parts import OutputError
    from dragoman.tables import TableError

    if not output:
        raise click.UsageError("--output is empty; name a file or folder, or - for standard output")
    parts = bool(kind or resume or output.endswith("/") or Path(output).is_dir())
    if (parts or engine == "ray") and output == "-":
        raise click.UsageError("parts need a folder: give it with --output")
    if engine == "ray" and (resume or limit):
        given = "--resume" if resume else "--limit-memory"
        raise click.UsageError(f"{given} is of the local engine; Ray has bounds of its own")
    if engine == "local" and address:
        raise click.UsageError("--address is of a Ray cluster; add --engine ray")
    settings = Settings(model, actors, published, headlines)
    try:
        if engine == "ray":
            from dragoman.engines.ray import code as on_ray

            outcome = on_ray(
                sources, output, settings, kind=kind or "jsonl", address=address, workers=workers,
                complain=_complain,
            )  # fmt: skip
        else:
            outcome = _locally(
                sources, output, settings, parts, kind or "jsonl", resume, workers, limit
            )
    except (TableError, OutputError, OSError, ImportError) as error:
        raise click.ClickException(str(error)) from error
    except KeyboardInterrupt:
        if engine == "ray":
            _complain(f"stopped; {output} holds some parts, begin anew in another folder")
        raise
    click.echo(outcome.text(), err=True)
    if outcome.tally.nothing_read:
        sys.exit(1)


def _locally(
    sources: tuple[str, ...],
    output: str,
    settings: Settings,
    parts: bool,
    kind: Any,
    resume: bool,
    workers: int | None,
    limit: int | None,
) -> Outcome:
    from dragoman.engines.local import about, code, cores
    from dragoman.engines.parts import Lines, Output, Parts
    from dragoman.sources import Sources

    def run(to: Output) -> Outcome:
        return code(
            Sources(sources, headlines=settings.headlines),
            to,
            settings.coder,
            workers=workers or cores(),
            limit=limit,
            complain=_complain,
            progress=sys.stderr.isatty(),
        )

    if not parts:
        try:
            with _written_whole(output) as stream:
                return run(Lines(stream))
        except KeyboardInterrupt:
            kept = "what was printed is not all" if output == "-" else "nothing is kept"
            _complain(f"stopped; {kept} (a run with --format can be resumed)")
            raise
    folder = Parts(Path(output), kind, about(sources, settings), resume=resume)
    try:
        return run(folder)
    except KeyboardInterrupt:
        _complain(f"stopped; {_kept_in(folder)} in {output}; to go on, add --resume to the command")
        raise
    finally:
        folder.abandon()


def _kept_in(folder: Parts) -> str:
    """What a run that was stopped leaves."""
    if not folder.done:
        return f"no part (of {count(folder.size, 'article')}) is whole yet"
    return f"{count(folder.tally.articles, 'article')} in whole parts are kept"


def _complain(what: str) -> None:
    click.echo(f"dragoman: {what}", err=True)


@contextmanager
def _written_whole(output: str) -> Iterator[IO[str]]:
    """A stream to the output file, which appears under its name only once it is complete."""
    if output == "-":
        yield sys.stdout
        return
    from dragoman.engines.parts import OutputError
    from dragoman.formats.whole import WholeFile

    try:
        file = WholeFile(Path(output))
    except OSError as error:
        what = f"{output}: cannot be written ({error.strerror or error})"
        raise OutputError(f"{what}; give another --output") from error
    with file:
        stream = TextIOWrapper(file.stream, encoding="utf-8", newline="\n")
        yield stream
        stream.flush()
        file.finish()
