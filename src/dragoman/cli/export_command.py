"""``dragoman export``: events of the record in other formats."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.filters import filter_of, filter_options, opened, record_option
from dragoman.formats.exports import FORMATS, ExportError, export, export_to

if TYPE_CHECKING:
    from dragoman.formats.exports import Exported


@click.command("export")
@record_option
@click.option("--format", "name", type=click.Choice(tuple(FORMATS)), required=True,
              help="; ".join(f"{f.name}: {f.about}" for f in FORMATS.values()) + ".")
@click.option("--output", default="-",
              help="File to write, or a folder (out/); for gdelt, which has two files, a folder or "
              "how their names begin. Standard output when left out.")
@click.option("--everything", is_flag=True,
              help="Write also what the format has no way to tell from what happened, and what "
              "lacks a part that it asks for.")
@click.option("--no-inferred", is_flag=True,
              help="Leave countries empty that no word told of a party says; plover, cameo, gdelt "
              "and icews cannot mark them.")
@filter_options
def command(
    address: str, name: str, output: str, everything: bool, no_inferred: bool, **options: Any
) -> None:
    """Write events of the record in another format, those that all the options fit.

    What is left out is told on standard error.
    """
    from dragoman.record.questions.questions import histories

    on = options["on"] or date.today()
    wanted = filter_of(options)
    chosen = FORMATS[name]
    if not output:
        raise click.UsageError("--output is empty; name a file, or - for standard output")
    to_stdout = output == "-"
    how: dict[str, Any] = {"everything": everything, "inferred": not no_inferred, "today": on}
    if to_stdout and (len(chosen.suffixes) > 1 or not chosen.is_text):
        kind = "consists of several files" if chosen.is_text else "is not text"
        raise click.UsageError(f"{name} {kind}: say where to write it with --output")
    with opened(address) as record:
        found = histories(record, wanted)
        try:
            if to_stdout:
                stream = sys.stdout.buffer
                done = export(found, name, stream, **how)
                stream.flush()
                where = ""
            else:
                if output.endswith("/"):
                    Path(output).mkdir(parents=True, exist_ok=True)
                done, paths = export_to(found, name, Path(output), **how)
                where = " to " + " and ".join(str(path) for path in paths)
        except ExportError as error:
            raise click.ClickException(str(error)) from error
        except BrokenPipeError:  # nobody reads on, which is no fault
            raise
        except OSError as error:
            target = "standard output" if to_stdout else output
            what = f"{target}: cannot be written ({error.strerror or error})"
            raise click.ClickException(what) from error
    click.echo(_told(done, where, everything), err=True)


def _told(done: Exported, where: str, everything: bool) -> str:
    said = f"{done.written} events written{where}"
    if not done.left_out:
        return said
    reasons = ", ".join(f"{number} {reason}" for reason, number in done.left_out.items())
    total = sum(done.left_out.values())
    hint = "" if everything else " (see --everything)"
    return f"{said}; {total} left out: {reasons}{hint}"
