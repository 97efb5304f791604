"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The date; fails with a line that says the form."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date; write it as 2025-07-23", param, ctx)


def actors_option(function: F) -> F:
    """``--actors``: a table of names of the user's own."""
    decorate = click.option(
        "--actors",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Your own names: tab-separated name, aliases, country, sectors, office.",
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
