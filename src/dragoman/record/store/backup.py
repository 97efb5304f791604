"""Copying a record while others use it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from dragoman.record.rows.opening import RecordError
from dragoman.record.store.store import Record


def backup(record: Record, target: Path) -> None:
    """Copy a record to a new file, as it is at this moment, whatever writers do.

    A copy of the file alone would lack what still stands in SQLite's log beside it.

    Args:
        record: a record in an SQLite file.
        target: the file to write; it must not be there.

    Raises:
        RecordError: it is a PostgreSQL database, or the file is there or cannot be written.
    """
    if record.dialect != "sqlite":
        what = "a record in PostgreSQL is copied by its own means"
        raise RecordError(f"{what}: pg_dump --format=custom --file FILE URL (pg_restore reads it)")
    try:
        target.open("xb").close()  # whoever comes second is refused
    except FileExistsError as error:
        raise RecordError(f"{target}: is there already; name a new file") from error
    except OSError as error:
        raise RecordError(f"{target}: cannot be written ({error.strerror or error})") from error
    try:
        with record.reading() as connection, closing(sqlite3.connect(target)) as copy:
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)
            source.backup(copy)
    except BaseException as error:
        with suppress(OSError):
            target.unlink()
        if isinstance(error, sqlite3.Error):
            raise RecordError(f"{target}: cannot be written ({error})") from error
        raise
