"""Opening a record: which database, with which settings, at which version of the tables."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

HEAD = "0005"  # the newest version in migrations/versions; a test holds it to them
_SQLITE_OPENING = b"SQLite format 3\x00"
_PATIENCE_S = 60
# A new connection reads anew what SQLite has counted of the indexes.
_RENEWED_S = 300
_KEPT = 4  # connections that stay open; more are opened where more ask at once


class RecordError(Exception):
    """A record cannot be opened or used; says which, why, and what to do."""


def engine_of(address: str | Path, *, create: bool = False) -> Engine:
    """The engine of the record at a file path or a database URL, its tables up to date.

    Args:
        address: path of an SQLite file, or an SQLAlchemy URL (``postgresql://user@host/name``).
        create: make the record where there is none.

    Raises:
        RecordError: it is not there, no record, made by a newer version, or not to be reached.
    """
    shown = str(address)
    try:
        url = make_url(shown) if "://" in shown else None
        engine = _sqlite(Path(shown), create) if url is None else _by_url(shown)
        _bring_up_to_date(engine, _shown(engine), create)
    except (ArgumentError, NoSuchModuleError) as error:
        what = f"{shown}: is no address of a record ({error}); give a file or a database URL"
        raise RecordError(what) from error
    except ModuleNotFoundError as error:
        what = f"{shown}: needs the package {error.name}; pip install 'dragoman[postgresql]'"
        raise RecordError(what) from error
    except DBAPIError as error:
        reason = str(error.orig).strip().splitlines()[0]
        raise RecordError(f"{_hidden(shown)}: cannot be opened ({reason})") from error
    return engine


def _sqlite(path: Path, create: bool) -> Engine:
    if path.is_dir():
        raise RecordError(f"{path}: is a folder; give the record's file")
    if not path.exists():
        if not create:
            what = f"{path}: there is no such record; make one with: dragoman add --record"
            raise RecordError(f"{what} {path} ARTICLES")
        if not path.parent.is_dir():
            raise RecordError(f"{path}: its folder is not there; make it first")
    elif path.stat().st_size and _opening(path) != _SQLITE_OPENING:
        raise RecordError(f"{path}: is no record but another kind of file; give the record's file")
    # A connection that stays open keeps what it has read; the last one to close would write all of
    # the log back into the file, after every batch.
    engine = create_engine(f"sqlite:///{path}", pool_size=_KEPT, max_overflow=-1,
                           pool_recycle=_RENEWED_S)
    event.listen(engine, "connect", _settle_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _opening(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_SQLITE_OPENING))


def _settle_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    """WAL, so that readers never wait; every commit on the disk before it is reported."""
    connection.isolation_level = None  # transactions are begun below, never by the driver
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE_S * 1000}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA cache_size = -131072")  # KiB
    # A page that many batches change is written back once.
    cursor.execute("PRAGMA wal_autocheckpoint = 16384")
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """Writers take the lock at once: one that reads first and writes later would be refused."""
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _by_url(address: str) -> Engine:
    url = make_url(address)
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    elif url.drivername.startswith("sqlite"):
        return _sqlite(Path(url.database or ""), create=True)
    elif url.get_backend_name() != "postgresql":
        what = f"{url.drivername} is not kept; give an SQLite file or a postgresql:// URL"
        raise RecordError(what)
    return create_engine(url, pool_pre_ping=True)


def _bring_up_to_date(engine: Engine, shown: str, create: bool) -> None:
    version = _version(engine)
    if version == HEAD:
        return
    if version is None and not create:
        what = f"{shown}: holds no record; make one with: dragoman add --record {shown} ARTICLES"
        raise RecordError(what)
    if version is not None and version > HEAD:
        what = f"{shown}: was written by a newer dragoman (tables {version}); update dragoman"
        raise RecordError(what)
    _migrate(engine)


def _version(engine: Engine) -> str | None:
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        if "alembic_version" not in tables:
            if "article" in tables or "mention" in tables:
                raise RecordError(f"{_shown(engine)}: holds tables that are not a record's")
            return None
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found


def _migrate(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "dragoman:record/migrations")
    with engine.connect().execution_options(writing=True) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _shown(engine: Engine) -> str:
    if engine.dialect.name == "sqlite":
        return engine.url.database or ""
    return engine.url.render_as_string(hide_password=True)


def _hidden(address: str) -> str:
    return make_url(address).render_as_string(hide_password=True) if "://" in address else address
