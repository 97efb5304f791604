"""Opening a record: which database, with which settings, at which version of the tables."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from dragoman.extras import install

HEAD = "0012"  # the newest version in migrations/versions; a test holds it to them
_SQLITE_OPENING = b"SQLite format 3\x00"
_PASSWORDS = (re.compile(r"(://[^/@:]*:).*(@)"), re.compile(r"([?&]password=)[^&]*()"))
_PATIENCE_S = 60
# A new connection reads anew what SQLite has counted of the indexes.
_RENEWED_S = 300
_KEPT = 4  # connections that stay open; more are opened where more ask at once


class RecordError(Exception):
    """A record cannot be opened or used; says which, why, and what to do."""


def engine_of(address: str | Path, *, create: bool = False, read_only: bool = False) -> Engine:
    """The engine of the record at a file path or a database URL, its tables up to date.

    Args:
        address: path of an SQLite file, or an SQLAlchemy URL (``postgresql://user@host/name``).
        create: make the record where there is none.
        read_only: change nothing, so that older tables are refused, not brought up to date.

    Raises:
        RecordError: it is not there, no record, made by a newer version, or not to be reached.
    """
    if not str(address):
        raise RecordError("the record's address is empty; give a file or a postgresql:// URL")
    shown = without_password(address)
    with plain_errors(f"{shown}: cannot be opened"):
        try:
            if "://" in str(address):
                engine = _by_url(_url(str(address)), create)
            else:
                engine = _sqlite(Path(address), create)
            try:
                _bring_up_to_date(engine, shown, create, read_only)
            except BaseException:
                engine.dispose()  # nobody else can: the caller gets no engine
                raise
        except ModuleNotFoundError as error:
            what = f"{shown}: needs the package {error.name}; {install('postgresql')}"
            raise RecordError(what) from error
    return engine


def without_password(address: str | Path) -> str:
    """The address as it may be shown."""
    shown = str(address)
    for password in _PASSWORDS:
        shown = password.sub(r"\1***\2", shown)
    return shown


@contextmanager
def plain_errors(what: str) -> Iterator[None]:
    """Give what the database says as a `RecordError` of one line.

    Args:
        what: what could not be done.
    """
    try:
        yield
    except DBAPIError as error:
        reason = next(iter(str(error.orig).strip().splitlines()), type(error.orig).__name__)
        if "database is locked" in reason:
            reason = "another program writes to it; try again when that is done"
        raise RecordError(f"{what} ({reason})") from error


def _sqlite(path: Path, create: bool) -> Engine:
    if path.is_dir():
        raise RecordError(f"{path}: is a folder; give the record's file")
    if not path.exists():
        if not create:
            raise RecordError(f"{path}: there is no such record; make one with: {_making(path)}")
        if not path.parent.is_dir():
            raise RecordError(f"{path}: its folder is not there; make it first")
    elif not path.stat().st_size:
        if not create:  # SQLite would make a database of it
            raise RecordError(f"{path}: is empty; make a record of it with: {_making(path)}")
    elif _opening(path) != _SQLITE_OPENING:
        raise RecordError(f"{path}: is no record but another kind of file; give the record's file")
    else:
        _refuse_strangers(path)
    locked = _is_locked(path)
    # A connection that stays open keeps what it has read; the last one to close would write all of
    # the log back into the file, after every batch.
    url = URL.create("sqlite", database=str(path))  # a name may have a ? in it
    how: dict[str, Any] = {"creator": lambda: _looked_at(path)} if locked else {}
    engine = create_engine(url, pool_size=_KEPT, max_overflow=-1, pool_recycle=_RENEWED_S, **how)
    event.listen(engine, "connect", _settle_reading if locked else _settle_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _making(shown: str | Path) -> str:
    """How a record is made, in a terminal and in a program."""
    return f"dragoman add --record {shown} ARTICLES (in Python: Record.open(..., create=True))"


def _opening(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_SQLITE_OPENING))


def _refuse_strangers(path: Path) -> None:
    """Refuse a database that holds other tables than a record's, before anything is set in it.

    Raises:
        RecordError: it is a stranger's.
    """
    try:
        with closing(_looked_at(path)) as connection:
            rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            tables = {name for (name,) in rows}
    except sqlite3.Error:  # the engine tells what is wrong with it
        return
    if tables and not tables >= {"alembic_version", "article", "mention"}:
        what = f"{path}: holds tables that are not a record's; give the record's file"
        raise RecordError(f"{what}, or the name of a new one")


def _looked_at(path: Path) -> sqlite3.Connection:
    """A connection that changes nothing.

    What nobody can write to is immutable; where a log of what was written lies beside, it is read.
    """
    logged = path.with_name(f"{path.name}-wal").exists()
    still = "" if logged or not _is_locked(path) else "&immutable=1"
    address = f"{path.absolute().as_uri()}?mode=ro{still}"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def _is_locked(path: Path) -> bool:
    """Whether the record's file or its folder, in which SQLite keeps a log, cannot be written."""
    return path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _settle_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    """WAL, so that readers never wait; every commit on the disk before it is reported."""
    _settle_reading(connection, _record)
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    # A page that many batches change is written back once.
    cursor.execute("PRAGMA wal_autocheckpoint = 16384")
    cursor.close()


def _settle_reading(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, never by the driver
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE_S * 1000}")
    cursor.execute("PRAGMA cache_size = -131072")  # KiB
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """Writers take the lock at once: one that reads first and writes later would be refused."""
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _url(address: str) -> URL:
    try:
        return make_url(address)
    except (ArgumentError, ValueError) as error:  # ValueError: a port that is no number
        what = f"{without_password(address)}: is no address of a record; give a file, or a URL as"
        raise RecordError(f"{what} postgresql://user@host:5432/name") from error


def _by_url(url: URL, create: bool) -> Engine:
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    elif url.drivername.startswith("sqlite"):
        return _sqlite(Path(url.database or ""), create)
    elif not url.drivername.startswith("postgresql+"):
        what = f"{url.drivername} is not kept; give an SQLite file or a postgresql:// URL"
        raise RecordError(what)
    try:
        return create_engine(url, pool_pre_ping=True)
    except NoSuchModuleError as error:
        what = f"{url.drivername} is not known; write postgresql://user@host/name"
        raise RecordError(what) from error


def _bring_up_to_date(engine: Engine, shown: str, create: bool, read_only: bool) -> None:
    version = _version(engine, shown)
    if version == HEAD:
        return
    if version is None and not create:
        raise RecordError(f"{shown}: holds no record; make one with: {_making(shown)}")
    if version is not None and version > HEAD:
        what = f"{shown}: was written by a newer dragoman (tables {version}); update dragoman"
        raise RecordError(what)
    if read_only:
        what = f"{shown}: was written by an older dragoman (tables {version}), which reading alone"
        raise RecordError(f"{what} cannot mend; open it once without read-only, as dragoman events")
    _migrate(engine)


def _version(engine: Engine, shown: str) -> str | None:
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        if "alembic_version" not in tables:
            if "article" in tables or "mention" in tables:
                raise RecordError(f"{shown}: holds tables that are not a record's")
            return None
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found


def _migrate(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "dragoman:record/rows/migrations")
    with engine.connect().execution_options(writing=True) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
