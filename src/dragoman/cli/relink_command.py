"""``dragoman relink``: the events made anew from the mentions."""

from __future__ import annotations

import sys

import click

from dragoman.cli.filters import opened, record_option
from dragoman.wording import count


@click.command("relink")
@record_option
def command(address: str) -> None:
    """Link all mentions of the record anew, as after an update of dragoman. Until it is done
    the record stays as it was.
    """
    from dragoman.record.store.relinking import relink

    with opened(address) as record:
        mentions, events = relink(record, progress=sys.stderr.isatty())
    click.echo(f"{count(mentions, 'mention')} linked to {count(events, 'event')}", err=True)
