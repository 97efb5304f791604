"""``dragoman dyad``: two parties over time, or one against all."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

import click

from dragoman.cli.filters import COUNTRY, SinceDay, check_order, opened, record_option
from dragoman.cli.options import Day, echo_json, show

if TYPE_CHECKING:
    from dragoman.record import Record


@click.command("dyad")
@click.argument("first", type=COUNTRY, required=False)
@click.argument("second", type=COUNTRY, required=False)
@record_option
@click.option("--since", type=SinceDay(), help="From this day on; or 7d, 2w, 3m.")
@click.option("--until", type=SinceDay(), help="Up to this day; or 7d, 2w, 3m.")
@click.option("--on", type=Day(), is_eager=True,
              help="The day taken for today, from which all is seen as known by then.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")  # fmt: skip
def command(
    first: str | None,
    second: str | None,
    address: str,
    since: date | None,
    until: date | None,
    on: date | None,
    as_json: bool,
) -> None:
    """Show what FIRST and SECOND did with and against each other, week by week, who began it,
    what is planned between them, and their meetings: which were held, put off, cancelled, never
    held; without SECOND, FIRST against all; without both, who has to do with whom.

    Counted is what took or is taking place; what is told only to be denied is not, nor what two do
    side by side with nobody named beside them, unless it is mutual: talks, deals, clashes. Rebels,
    gunmen, criminals and the opposition do not stand for their country, and count for nothing; what
    no report tells in its own voice counts, and is told as only claimed.

    What has no date, or is dated to more than a week, stands in the week of its first report; what
    is told as background of long ago in none, unless it has a day of its own.

    A visit, the talks on it and what was signed there are one meeting; so is all of its kind that
    is told of the same or neighbouring days, or as one trip by one article.
    """
    from dragoman.record.dyads.dyads import check_pair, dyad
    from dragoman.record.dyads.partners import partners

    if first is None:
        _tell_pairs(address, since, until, on, as_json)
        return
    if second is not None:
        try:
            check_pair(first, second)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
    check_order(since, until)
    with opened(address) as record:
        if second is None:
            others = partners(record, first, since=since, until=until, on=on)
        else:
            found = dyad(record, first, second, since=since, until=until, on=on)
        nothing = not others if second is None else not found.weeks
        left = _left_out(record, first, second, since, until) if nothing else ""
    if as_json:
        echo_json(found if second else {"party": first, "partners": others})
        return
    from rich.console import Console

    from dragoman.cli.dyadlines import dyad_page, partners_page
    from dragoman.cli.meetinglines import meetings_page

    console = Console()
    width = console.width
    if second is None:
        parts = partners_page(first, others, width)
    else:
        parts = chain(dyad_page(found, width), meetings_page(found.meetings))
    for part in parts:
        console.print(part)
    if left:
        console.print(left, style="bright_black", highlight=False)


def _tell_pairs(
    address: str, since: date | None, until: date | None, on: date | None, as_json: bool
) -> None:
    """Every two parties between whom something took place."""
    from rich.console import Console

    from dragoman.cli.dyadlines import pairs_page
    from dragoman.record.dyads.partners import pairs

    check_order(since, until)
    with opened(address) as record:
        found = pairs(record, since=since, until=until, on=on)
    if as_json:
        echo_json({"pairs": found})
        return
    show(pairs_page(found, Console().width))


def _left_out(
    record: Record, first: str, second: str | None, since: date | None, until: date | None
) -> str:
    """What to say where nothing counts though the record has events of them; else nothing."""
    from dragoman.record.questions.filters import Filter
    from dragoman.record.questions.questions import MOST_COUNTED, events
    from dragoman.wording import count

    pair = (first, second) if second else None
    wanted = Filter(about=() if pair else (first,), dyad=pair, since=since, until=until)
    total = events(record, wanted, limit=1).total
    if not total:
        return ""
    asked = f"--dyad {first} {second}" if second else f"--about {first}"
    told = ("over " if total >= MOST_COUNTED else "") + count(total, "event")
    return (
        f"{told} left out: no plan counts, nothing with one country alone, and nobody who does not "
        f"stand for a country, as rebels; dragoman events {asked} lists them."
    )
