"""``dragoman articles``: the record's articles."""

from __future__ import annotations

from datetime import date

import click

from dragoman.cli.filters import SinceDay, check_order, opened, record_option, tell_rest
from dragoman.cli.options import Words, echo_json


@click.command("articles")
@record_option
@click.option("--source", type=Words(), help="The outlet, as its articles name it.")
@click.option("--since", type=SinceDay(), help="Published on this day or later; or 7d, 2w, 3m.")
@click.option("--until", type=SinceDay(), help="Published on this day or earlier; or 7d, 2w, 3m.")
@click.option("--dated/--undated", default=None, help="Only those with a date, or without one.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option("--page", type=click.IntRange(1, 1_000_000), default=1, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object an article, one a line.")
def command(
    address: str,
    source: str | None,
    since: date | None,
    until: date | None,
    dated: bool | None,
    limit: int,
    page: int,
    as_json: bool,
) -> None:
    """List the record's articles, the last published first, those without a date last.

    One without a date gets it where it is added again with one: dragoman add FILE --published DAY.
    """
    from dragoman.record.questions.listing import articles

    check_order(since, until)
    with opened(address) as record:
        found = articles(
            record, source=source, since=since, until=until, dated=dated,
            limit=limit, offset=(page - 1) * limit,
        )  # fmt: skip
    if as_json:
        for article in found.articles:
            echo_json(article)
        tell_rest("article", (page - 1) * limit, len(found.articles), found.total)
        return
    from rich.console import Console

    from dragoman.cli.eventlines import headline_lines, none_listed, range_listed

    console = Console()
    for line in headline_lines(found.articles):
        console.print(line)
    if not found.articles:
        console.print(none_listed("article", found.total, limit, page))
        return
    told = range_listed("article", (page - 1) * limit + 1, len(found.articles), found.total)
    console.print(told, style="bright_black")
