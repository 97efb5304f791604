"""``dragoman agenda``: what is planned, postponed, overdue."""

from __future__ import annotations

from datetime import date

import click

from dragoman.cli.filters import about_option, opened, record_option, told_of_the_past
from dragoman.cli.options import Day, echo_json, show


@click.command("agenda")
@record_option
@click.option("--on", type=Day(),
              help="The day from which on to look ahead, and as of which; today by default.")
@click.option("--days", type=click.IntRange(1, 3660), default=90, show_default=True,
              help="How far ahead.")
@about_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")  # fmt: skip
def command(
    address: str, on: date | None, days: int, about: tuple[str, ...], as_json: bool
) -> None:
    """Show what is planned and postponed, day by day, and what is overdue: its day passed and no
    report says whether it took place; what was put off without a new day is among it. As of a day
    of the past it tells what was known then: later reports are not counted.

    Overdue events are listed for 60 days after their last day, plans without a date for 60 days
    after their last report. 'dragoman events --overdue' and 'dragoman events --status planned'
    list all.
    """
    from dragoman.record.daily.agenda import agenda

    with opened(address) as record:
        told_of_the_past(record, on)
        found = agenda(record, on=on or date.today(), days=days, about=about)
    if as_json:
        echo_json(found)
        return
    from dragoman.cli.eventlines import agenda_page

    show(agenda_page(found))
