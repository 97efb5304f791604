"""``dragoman remove``: an article taken out of the record."""

from __future__ import annotations

import click

from dragoman.cli.filters import opened, record_option
from dragoman.cli.options import Id
from dragoman.wording import count


@click.command("remove")
@click.argument("article", type=Id())
@record_option
@click.option(
    "--reviewed",
    is_flag=True,
    help="Even where readers have reviewed mentions of it, or said what they are linked to; their "
    "reviews go, too.",
)
def command(article: str, address: str, reviewed: bool) -> None:
    """Take ARTICLE, by its whole id, out of the record with its mentions; its events go on with
    the reports that are left. 'dragoman articles' lists the ids.
    """
    from dragoman.record.store.mending import remove

    with opened(address) as record:
        gone = remove(record, article, reviewed=reviewed)
    reviews = f" and {count(gone.reviews, 'review')}" if gone.reviews else ""
    click.echo(f"1 article removed with {count(gone.mentions, 'mention')}{reviews}", err=True)
