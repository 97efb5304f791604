"""``dragoman show``: one event with its whole history."""

from __future__ import annotations

from datetime import date

import click

from dragoman.cli.filters import opened, record_option
from dragoman.cli.options import Day, Id, echo_json, show


@click.command("show")
@click.argument("event", type=Id())
@record_option
@click.option("--on", type=Day(), help="The day taken for today.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object with all steps.")
def command(event: str, address: str, on: date | None, as_json: bool) -> None:
    """Show EVENT, by its id or that of one of its mentions, with every report of it."""
    from dragoman.record.questions.courses import course
    from dragoman.record.questions.questions import history

    with opened(address) as record:
        found = history(record, event)
        linked = course(record, found) if found is not None and not as_json else ()
    if found is None:
        what = f"{event}: the record has no such event, or several begin so; see dragoman events"
        raise click.ClickException(what)
    if as_json:
        from dragoman.record.rows.eventrows import history_to_dict

        beside = {"followed": found.followed, "rulings": found.rulings}
        echo_json({**history_to_dict(found), **beside})
        return
    from dragoman.cli.eventlines import history_page

    show(history_page(found, on or date.today(), linked))
