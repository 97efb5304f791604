"""The command line: one module a command, loaded when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click
from click.exceptions import Exit

from dragoman import __version__
from dragoman.engines.threads import quiet_threads

_COMMANDS = {
    "read": "Code one article and show what it reports.",
    "code": "Code articles, one a line, into mentions, one a line.",
    "add": "Code articles and keep them in a record.",
    "events": "List the record's events by filter.",
    "show": "Show one event with its whole history.",
    "dyad": "Two countries over time, or one against all.",
    "agenda": "What is planned, postponed and overdue.",
    "brief": "What is new, changed, disputed and coming.",
    "serve": "Open the record in a browser: pages, API and feeds.",
    "export": "Write events as PLOVER, CAMEO, GDELT, ICEWS, CSV, Parquet, GeoJSON, iCalendar.",
    "articles": "List the record's articles.",
    "remove": "Take an article out of the record.",
    "backup": "Copy a record that is in use.",
    "codes": "Tell what the codes of the output mean.",
    "relink": "Link the record's mentions anew.",
    "eval": "Score the coder against gold data.",
}


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

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what a record cannot do is told in one line."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, Exit):
            raise
        except Exception as error:
            from dragoman.record import RecordError

            if isinstance(error, RecordError):
                raise click.ClickException(str(error)) from error
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dragoman")
def main() -> None:
    """Read English world-affairs news and keep the record: who did what to whom, when, where,
    who says so, and whether it happened.
    """
