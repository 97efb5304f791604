"""``dragoman link``: a reader's word on which reports are of one event."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dragoman.cli.filters import opened, record_option
from dragoman.cli.options import Id, Words, echo_json
from dragoman.wording import count

if TYPE_CHECKING:
    from dragoman.record import Record
    from dragoman.record.ruling import Ruling

F = TypeVar("F", bound=Callable[..., Any])


@click.group("link")
def command() -> None:
    """Say which reports are of one event. What you say holds when more articles are added and
    after 'dragoman relink', until it is taken back or a later word says otherwise.
    """


def _ruling(function: F) -> F:
    """The options of every command that makes a ruling."""
    for decorate in (
        click.option("--note", type=Words(), help="Why: a remark that is kept with it."),
        click.option("--reviewer", default="reader", show_default=True, help="Who says so."),
        record_option,
    ):
        function = decorate(function)
    return function


@command.command("join")
@click.argument("event", type=Id())
@click.argument("other", type=Id())
@_ruling
def join(event: str, other: str, address: str, reviewer: str, note: str | None) -> None:
    """EVENT and OTHER are one, each by its id or that of one of its mentions. It has the id of the
    earlier; the other id leads to it.
    """
    from dragoman.record.reviews.rulings import join

    _done(address, lambda record: join(record, event, other, reviewer=reviewer, note=note))


@command.command("part")
@click.argument("mentions", nargs=-1, required=True, type=Id())
@_ruling
def part(mentions: tuple[str, ...], address: str, reviewer: str, note: str | None) -> None:
    """MENTIONS do not belong to the event that they are in. 'dragoman show --json' tells their
    ids. Where else they belong, to another event or to one of their own, is left to linking.
    """
    from dragoman.record.reviews.rulings import part

    _done(address, lambda record: part(record, mentions, reviewer=reviewer, note=note))


@command.command("undo")
@click.argument("ruling", type=Id())
@_ruling
def undo(ruling: str, address: str, reviewer: str, note: str | None) -> None:
    """Take RULING back, by the id that 'dragoman link list' tells."""
    from dragoman.record.reviews.rulings import withdraw

    _done(address, lambda record: withdraw(record, ruling, reviewer=reviewer, note=note))


@command.command("list")
@record_option
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option("--page", type=click.IntRange(1, 1_000_000), default=1, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a ruling, one a line.")
def listed(address: str, limit: int, page: int, as_json: bool) -> None:
    """List what was said, the latest first, also what was taken back."""
    from dragoman.record.reviews.rulings import rulings

    with opened(address) as record:
        found = rulings(record, limit=limit, offset=(page - 1) * limit)
    for ruling in found:
        if as_json:
            echo_json(ruling)
        else:
            click.echo(f"{ruling.id}  {ruling.text()}")


def _done(address: str, rule: Callable[[Record], Ruling]) -> None:
    """Make a ruling and tell what came of it."""
    from dragoman.record.questions.questions import history
    from dragoman.record.reviews.checks import ReviewError
    from dragoman.record.reviews.rulings import events_now

    with opened(address) as record:
        try:
            made = rule(record)
        except ReviewError as error:
            raise click.ClickException(str(error)) from error
        click.echo(f"{made.id}  {made.text()}", err=True)
        found = [history(record, event) for event in events_now(record, made)]
    for told in filter(None, found):
        click.echo(f"event {told.event.id}: {count(told.event.mentions, 'mention')}", err=True)
