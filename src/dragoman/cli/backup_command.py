"""``dragoman backup``: a copy of a record that is in use."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.filters import opened, record_option


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@record_option
def command(file: Path, address: str) -> None:
    """Copy the record to a new FILE, whole, even while others read and write it. The copy is a
    record like any other. PostgreSQL has pg_dump for that.
    """
    from dragoman.record.store.backup import backup

    with opened(address) as record:
        backup(record, file)
    click.echo(f"{file} holds the record", err=True)
