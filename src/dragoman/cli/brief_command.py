"""``dragoman brief``: what is new, what changed, what is disputed, what is coming."""

from __future__ import annotations

from datetime import date, timedelta

import click

from dragoman.cli.filters import (
    SinceDay,
    about_option,
    check_order,
    opened,
    record_option,
    told_of_the_past,
)
from dragoman.cli.options import Day, echo_json, show


@click.command("brief")
@record_option
@click.option("--on", type=Day(), is_eager=True, help="Its last day; today by default.")
@click.option("--since", type=SinceDay(inclusive=True),
              help="Its first day, or how long it is: 7d (the default), 2w.")
@about_option
@click.option("--most", type=click.IntRange(1, 200), default=12, show_default=True,
              help="At most so many events under each heading.")
@click.option("--markdown", is_flag=True, help="Markdown, for a note or a mail.")
@click.option("--html", is_flag=True, help="A page of its own.")
@click.option("--json", is_flag=True, help="One JSON object.")  # fmt: skip
def command(
    address: str,
    on: date | None,
    since: date | None,
    about: tuple[str, ...],
    most: int,
    **forms: bool,
) -> None:
    """Tell what is new, what changed its status, what is disputed and what is coming, each with
    its sources, as it was known on the last day: later reports are not counted.

    First comes what most independent sources tell; of as many, deeds come before words (a coup
    before a warning), and then the surest. What is coming stands by its day.
    """
    from dragoman.record.daily.brief import brief

    last = on or date.today()
    first = since or last - timedelta(days=6)
    check_order(first, last, ("--since", "--on"))
    asked = [name for name, given in forms.items() if given]
    if len(asked) > 1:
        raise click.UsageError(f"--{asked[0]} and --{asked[1]} are two forms; ask for one")
    form = asked[0] if asked else None
    with opened(address) as record:
        told_of_the_past(record, on)
        found = brief(record, on=last, since=first, about=about, most=most)
    if form == "json":
        echo_json(found)
    elif form:
        from dragoman.formats import briefs

        click.echo(briefs.markdown(found) if form == "markdown" else briefs.html(found))
    else:
        from dragoman.cli.eventlines import brief_page

        show(brief_page(found))
