"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dragoman.days import day_of, near

if TYPE_CHECKING:
    from rich.console import RenderableType

F = TypeVar("F", bound=Callable[..., Any])
_SHOWN = 3  # names of a table that are told


def echo_json(value: Any) -> None:
    """Print a record, or what holds some, as one JSON object."""
    from dragoman.formats.jsonl import dump, plain

    click.echo(dump(plain(value)))


def show(parts: Iterable[RenderableType], width: int | None = None) -> None:
    """Print the parts of a page, one below the other; as wide as the terminal without a width."""
    from rich.console import Console

    console = Console(width=width)
    for part in parts:
        console.print(part)


class Day(click.ParamType[date]):
    """A day as 2025-07-23, of a year that days can be counted from."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The date; fails with a line that says the form."""
        try:
            return near(value if isinstance(value, date) else self.read(str(value), ctx))
        except ValueError as error:
            self.fail(f"{value!r} {error}", param, ctx)

    def read(self, text: str, ctx: click.Context | None) -> date:
        """The day of a text.

        Raises:
            ValueError: it is none; says how to write it.
        """
        return day_of(text)


class PublicationDay(Day):
    """A day on which something can have been published."""

    def read(self, text: str, ctx: click.Context | None) -> date:
        """The day of a text, which lies not ahead."""
        from dragoman.sources.dates import past

        return past(day_of(text))


class Words(click.ParamType[str]):
    """Text, such as can stand in an article: a shell may hand over any bytes."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text; fails where it is none."""
        try:
            str(value).encode()
        except UnicodeEncodeError:
            self.fail(f"{value!r} is not text in UTF-8; write it anew", param, ctx)
        return str(value)


class Id(Words):
    """An id, whole or its beginning: an empty one would be the beginning of all."""

    name = "id"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The id; fails where it is empty."""
        if not value:
            self.fail("it is empty; give an id", param, ctx)
        return super().convert(value, param, ctx)


def sources_argument(function: F) -> F:
    """``SOURCES``: files, folders, archives, addresses; an empty one would be this very folder."""

    def filled(_: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
        if not all(value):
            raise click.BadParameter("one is empty; name a file, a folder or an address")
        return value

    return click.argument("sources", nargs=-1, required=True, callback=filled)(function)


def published_option(function: F) -> F:
    """``--published``: the day of publication of articles that tell none."""
    decorate = click.option(
        "--published",
        type=PublicationDay(),
        help="Day of publication, as 2025-07-23, of the articles that have none of their own.",
    )
    return decorate(function)


def headlines_option(function: F) -> F:
    """``--headlines``: the headline is coded where it stands apart from the text."""
    decorate = click.option(
        "--headlines",
        is_flag=True,
        help="Code the headline, too, where it stands apart from the text: it is put before it as "
        "a paragraph of its own, and offsets count in the two together. A row that has a title and "
        "no text is coded from its title.",
    )
    return decorate(function)


class OwnNames(click.Path):
    """A table of names of the user's own, that has some and tells something of each."""

    def __init__(self) -> None:
        super().__init__(exists=True, dir_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; fails where the table is faulty or has no row, warns of rows without codes."""
        from dragoman.actors.name_tables import own_names
        from dragoman.tables import TableError

        path = Path(str(super().convert(value, param, ctx)))
        try:
            entries = [entry for _, entry in own_names(path)]
        except (TableError, OSError) as error:
            raise click.ClickException(str(error)) from error
        if not entries:
            what = "has no name; below the line of columns each name has a line of its own"
            self.fail(f"{path} {what}", param, ctx)
        bare = dict.fromkeys(e.name for e in entries if not (e.country or e.sectors))
        if bare:
            shown = ", ".join(list(bare)[:_SHOWN]) + (", …" if len(bare) > _SHOWN else "")
            told = f"{path}: neither country nor sectors are told of {shown}"
            click.echo(f"dragoman: {told}; they are found, and coded without", err=True)
        return path


def actors_option(function: F) -> F:
    """``--actors``: a table of names of the user's own."""
    decorate = click.option(
        "--actors",
        type=OwnNames(),
        help="Your own names, which come before the package's: a tab-separated file whose first "
        "line is name, aliases, country, sectors, office; several in one cell with | between.",
    )
    return decorate(function)


def model_option(function: F) -> F:
    """``--model``: which English pipeline to use."""
    from dragoman.analysis.analysis import DEFAULT_MODEL

    decorate = click.option(
        "--model",
        envvar="DRAGOMAN_MODEL",
        default=DEFAULT_MODEL,
        show_default=True,
        help="spaCy pipeline to parse with; an installed en_core_web_sm, _md or _lg will do.",
    )
    return decorate(function)
