"""The command line: one module a command, loaded when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click
from click.exceptions import Exit, NoSuchCommand

from dragoman import __version__
from dragoman.engines.threads import quiet_threads

_COMMANDS = {
    "read": "Code one article and show what it reports.",
    "code": "Code articles, pages, feeds, tables and archives into mentions.",
    "add": "Code articles and keep them in a record.",
    "events": "List the record's events by filter.",
    "show": "Show one event with its whole history.",
    "dyad": "Two countries over time, or one against all.",
    "agenda": "What is planned, postponed and overdue.",
    "brief": "What is new, changed, disputed and coming.",
    "serve": "Open the record in a browser: pages, API and feeds.",
    "export": "Write events as PLOVER, CAMEO, GDELT, ICEWS, CSV, Parquet, GeoJSON, iCalendar, JSON "
    "Lines.",
    "articles": "List the record's articles.",
    "remove": "Take an article out of the record.",
    "backup": "Copy a record that is in use.",
    "codes": "Tell what the codes of the output mean.",
    "link": "Say which reports are of one event.",
    "relink": "Link the record's mentions anew.",
    "eval": "Score the coder against gold data.",
}


# What people call a command that bears another name.
_CALLED = {
    "search": "events --text", "find": "events --text", "list": "events", "event": "show",
    "article": "articles", "calendar": "agenda", "delete": "remove", "import": "add",
}  # fmt: skip


class LazyGroup(click.Group):
    """A group whose commands are imported when they are run, so that ``--version`` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in _COMMANDS:
            return None
        quiet_threads()
        module = import_module(f"dragoman.cli.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; of one that there is not, those like it are told."""
        try:
            return super().resolve_command(ctx, args)
        except NoSuchCommand as error:
            if meant := _CALLED.get(args[0]):
                what = f"No such command {args[0]!r}. Did you mean {meant!r}?"
                raise NoSuchCommand(args[0], what, ctx=ctx) from error
            raise NoSuchCommand(args[0], possibilities=_COMMANDS, ctx=ctx) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what record, model, disk or terminal cannot do is told in one line."""
        _settle_encoding()
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
            return done
        except (click.ClickException, click.Abort, Exit, BrokenPipeError):
            raise
        except OSError as error:
            where = error.filename or "standard output"
            what = f"{where}: cannot be read or written ({error.strerror or error})"
            if not error.filename:
                _let_go_of_output()
            raise click.ClickException(what) from error
        except Exception as error:
            from dragoman.events.settings import ModelError
            from dragoman.record import RecordError

            if isinstance(error, (ModelError, RecordError)):
                raise click.ClickException(str(error)) from error
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _settle_encoding() -> None:
    """Files and pipes get UTF-8; a terminal without it shows a question mark for what it lacks."""
    if isinstance(sys.stdout, TextIOWrapper):
        shown = sys.stdout.isatty()
        sys.stdout.reconfigure(encoding=None if shown else "utf-8", errors="replace")


def _let_go_of_output() -> None:
    """What could not be written is not tried again when the program ends."""
    if sys.stdout is not sys.__stdout__:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dragoman")
def main() -> None:
    """Read English world-affairs news and keep the record: who did what to whom, when, where,
    who says so, and whether it happened.
    """
