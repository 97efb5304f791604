"""``dragoman events``: the record's events by filter."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from dragoman.cli.filters import filter_of, filter_options, opened, record_option, tell_rest
from dragoman.cli.options import echo_json


@click.command("events")
@record_option
@filter_options
@click.option(
    "--sort",
    type=click.Choice(("reported", "day", "sources", "confidence")),
    default="reported",
    show_default=True,
    help="What comes first.",
)
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option("--page", type=click.IntRange(1, 1_000_000), default=1, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object an event, one a line.")
def command(address: str, sort: Any, limit: int, page: int, as_json: bool, **options: Any) -> None:
    """List events of the record, those that all the options fit.

    An option that is given again, as --about EGY --about TUR, asks for events that fit one or the
    other. How often two countries met: dragoman dyad EGY TUR.
    """
    from dragoman.record.questions.questions import events

    on = options["on"] or date.today()
    wanted = filter_of(options)
    with opened(address) as record:
        found = events(record, wanted, sort=sort, limit=limit, offset=(page - 1) * limit)
    if as_json:
        for event in found.events:
            echo_json(event)
        tell_rest("event", found.offset, len(found.events), found.total)
        return
    from rich.console import Console

    from dragoman.cli.eventlines import event_lines, none_listed, range_listed

    console = Console()
    for line in event_lines(found.events, on):
        console.print(line)
    if found.events:
        told = range_listed("event", found.offset + 1, len(found.events), found.total)
        console.print(told, style="bright_black")
    else:
        console.print(none_listed("event", found.total, limit, page))
