"""The options that choose events; every command that lists or exports events has them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from math import isnan
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dragoman.cli.options import Day, Words
from dragoman.days import beginning_of, in_order, moment_of
from dragoman.mention import CERTAINTIES, STATUSES

if TYPE_CHECKING:
    from dragoman.record import Record
    from dragoman.record.questions.filters import Filter

# A record whose newest report is older than this is of the past.
_FRESH = timedelta(days=7)
_ANY = "Given again: any of them"
_AGO = "or 7d, 2w, 3m"
F = TypeVar("F", bound=Callable[..., Any])


class Code(click.ParamType[str]):
    """A code of the output, in the forms that people write it in.

    Args:
        name: what it is, for the help.
        reader: the name of the function of `dragoman.codes` that reads it, which is imported when
            it is first needed.
    """

    def __init__(self, name: str, reader: str) -> None:
        self.name = name
        self._reader = reader

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code; fails with a line that says the form, or which there are."""
        from dragoman import codes

        try:
            return str(getattr(codes, self._reader)(str(value)))
        except ValueError as error:
            self.fail(str(error), param, ctx)


COUNTRY = Code("country", "party_code")
"""A country by alpha-3 code or by name: IRN, Iran; or another top-level code: UNO, IGO."""

_TYPE, _MODE = Code("type", "type_name"), Code("mode", "mode_name")
_SECTOR = Code("sector", "sector_code")


class SinceDay(Day):
    """A day, or how long before today: 2025-07-23, 7d, 2w, 3m.

    Args:
        inclusive: whether today is one of these days; 7d is then today and the six before.
    """

    def __init__(self, *, inclusive: bool = False) -> None:
        self._inclusive = inclusive

    def read(self, text: str, ctx: click.Context | None) -> date:
        """The day, counted back from ``--on`` where the command has it and it is given."""
        given = ctx.params.get("on") if ctx else None  # a mark of click's own where it is not
        on = given if isinstance(given, date) else date.today()
        return beginning_of(text, on) if self._inclusive else moment_of(text, on)


class PartyName(Words):
    """A name of who takes part: Sisi."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name; fails where it has no letter."""
        from dragoman.record.rows.search import sought_names

        found = super().convert(value, param, ctx)
        if not sought_names(found):
            self.fail(f"{value!r} has no letter of a name", param, ctx)
        return found


class Share(click.FloatRange):
    """A number from 0 to 1."""

    def __init__(self) -> None:
        super().__init__(0, 1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number; fails where it is none, as NaN, which fits into any range."""
        found = super().convert(value, param, ctx)
        if isnan(found):
            self.fail(f"{value!r} is no number from 0 to 1", param, ctx)
        return found


def record_option(function: F) -> F:
    """``--record``: which record."""
    decorate = click.option(
        "--record",
        "address",
        envvar="DRAGOMAN_RECORD",
        required=True,
        show_envvar=True,
        help="The record: an SQLite file, or a postgresql:// URL.",
    )
    return decorate(function)


def about_option(function: F) -> F:
    """``--about``: which countries."""
    decorate = click.option(
        "--about", type=COUNTRY, multiple=True, help=f"Takes part or hosts: IRN. {_ANY}."
    )
    return decorate(function)


def filter_options(function: F) -> F:
    """The options of `dragoman.record.questions.filters.Filter`; `filter_of` reads them."""
    options = (
        click.option("--about", type=COUNTRY, multiple=True,
                     help=f"Takes part or hosts: IRN. {_ANY}; both on two sides: --dyad."),
        click.option("--actor", "actors", type=PartyName(), multiple=True, metavar="NAME",
                     help="Takes part on either side, by name: Sisi, 'Rapid Support Forces', ELN; "
                     f"whole words of it. {_ANY}."),
        click.option("--sector", "sectors", type=_SECTOR, multiple=True, metavar="SECTOR",
                     help="PLOVER sector of who takes part on either side, as REB; `dragoman "
                     f"codes sector` lists them. {_ANY}."),
        click.option("--dyad", type=COUNTRY, nargs=2,
                     help="Two countries on the two sides, whoever acts."),
        click.option(
            "--type", "types", type=_TYPE, multiple=True, metavar="TYPE",
            help="PLOVER type, as CONSULT; `dragoman codes type` lists them, `dragoman codes coup` "
            f"tells that of an everyday word. {_ANY}.",
        ),
        click.option("--mode", "modes", type=_MODE, multiple=True,
                     help=f"PLOVER mode, as visit; `dragoman codes mode` lists them. {_ANY}."),
        click.option(
            "--status", "statuses", type=click.Choice(STATUSES, case_sensitive=False),
            multiple=True, metavar="STATUS",
            help=f"occurred, ongoing, planned, postponed, cancelled, possible, negated. {_ANY}.",
        ),
        click.option(
            "--certainty", "certainties", type=click.Choice(CERTAINTIES, case_sensitive=False),
            multiple=True, metavar="CERTAINTY",
            help="How sure its firmest report is: asserted (in an outlet's own voice), attributed, "
            f"alleged, denied. {_ANY}.",
        ),
        click.option("--quad", "quads", type=click.IntRange(1, 4), multiple=True,
                     help=f"Quad class: 1 verbal and 2 material cooperation, 3 verbal and 4 "
                     f"material conflict. {_ANY}."),
        click.option("--since", type=SinceDay(),
                     help=f"Takes place on this day or later; {_AGO}. What has no date counts by "
                     "its last report."),
        click.option("--until", type=SinceDay(),
                     help=f"Takes place on this day or earlier; {_AGO}. What has no date counts by "
                     "its first report."),
        click.option("--reported-since", type=SinceDay(),
                     help=f"Last reported on this day or later; {_AGO}."),
        click.option("--reported-until", type=SinceDay(),
                     help=f"First reported on this day or earlier; {_AGO}."),
        click.option("--place", type=Words(),
                     help="Place: a country's code or name, how its own name begins (accents do "
                     "not matter), another name of it, or one alone by its id in GeoNames: "
                     "Niger#2440476."),
        click.option("--text", type=Words(),
                     help="Words that a report's sentence or headline has, all of them."),
        click.option("--confidence", type=Share(), default=0.0,
                     help="At least so sure of type and trigger."),
        click.option("--overall-confidence", type=Share(), default=0.0,
                     help="At least so sure of type, status, actors and recipients together."),
        click.option("--sources", type=click.IntRange(1, 1000), default=1,
                     help="At least so many independent sources."),
        click.option("--disputed/--undisputed", default=None, help="Denied by somebody, or not."),
        click.option("--overdue", is_flag=True, help="Planned or put off, day past, unsettled."),
        click.option("--background", is_flag=True, help="With what is told as long ago."),
        click.option("--on", type=Day(), is_eager=True,
                     help="The day taken for today, from which 7d and --overdue count; what was "
                     "reported later is listed all the same."),
    )  # fmt: skip
    for option in reversed(options):
        function = option(function)
    return function


def filter_of(options: dict[str, Any]) -> Filter:
    """The filter of `filter_options`' values; takes them out of ``options``.

    Raises:
        click.UsageError: none of the types has one of the modes, days lie the wrong way round, or
            the filter refuses what is given.
    """
    from dragoman.events.ontology import modes
    from dragoman.record.questions.filters import Filter

    on = options.pop("on") or date.today()
    overdue = options.pop("overdue")
    dyad = options.pop("dyad")
    names = (
        "about", "actors", "sectors", "types", "modes", "statuses", "certainties", "quads",
        "since", "until", "reported_since", "reported_until", "place", "text", "confidence",
        "overall_confidence", "sources", "disputed", "background",
    )  # fmt: skip
    given = {name: options.pop(name) for name in names}
    check_order(given["since"], given["until"])
    check_order(
        given["reported_since"], given["reported_until"], ("--reported-since", "--reported-until")
    )
    for mode in given["modes"] if given["types"] else ():
        having = modes()[mode]
        if having.isdisjoint(given["types"]):
            asked = " or ".join(given["types"])
            what = f"{asked} has no mode {mode}; it is of {', '.join(sorted(having))}"
            raise click.UsageError(what)
    try:
        return Filter(**given, dyad=dyad or None, overdue=on if overdue else None)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def check_order(
    since: date | None, until: date | None, names: tuple[str, str] = ("--since", "--until")
) -> None:
    """Nothing, unless the days of two options lie the wrong way round.

    Raises:
        click.UsageError: they do.
    """
    try:
        in_order(since, until, names)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def tell_rest(what: str, before: int, shown: int, total: int) -> None:
    """Say on standard error that a listing for programs is but a part, where it is one.

    Args:
        what: one of what is listed.
        before: how many stand on the pages before.
        shown: how many are on this one.
        total: how many there are on all pages.
    """
    if 0 < shown < total:
        from dragoman.cli.eventlines import range_listed

        told = range_listed(what, before + 1, shown, total)
        click.echo(f"{told}; --limit and --page give the others", err=True)


def told_of_the_past(record: Record, on: date | None) -> None:
    """Say on standard error where the record ends, if that is long before the day taken for today.

    Args:
        record: the record.
        on: the day that was asked for; None where it is today for want of another.
    """
    from dragoman.record.questions.extent import days

    last = days(record)[1] if on is None else None
    if last is not None and date.today() - last > _FRESH:
        told = f"the newest report is of {last.day} {last:%B %Y}; --on {last} tells of then"
        click.echo(f"dragoman: {told}", err=True)


def opened(address: str, *, create: bool = False) -> Record:
    """The record at an address.

    Raises:
        RecordError: it cannot be opened; the group of commands tells it in one line.
    """
    from dragoman.record import Record

    return Record.open(address, create=create)
