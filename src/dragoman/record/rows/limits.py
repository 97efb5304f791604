"""Limits on what questions may cost, for records that strangers ask."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext

from dragoman.record.rows.opening import RecordError

# SQLite asks whether to go on after so many steps of its machine; this many take about 1 ms.
_STEPS = 20_000
_NEVER = float("inf")


class TooSlowError(RecordError):
    """A question took longer than the limit and was given up."""


class ReadOnlyError(RecordError):
    """Something was to be written to a record that was opened for reading."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What is allowed.

    Attributes:
        seconds: for one statement that reads; None for no limit. What writes is never cut off.
        read_only: nothing may be written.
    """

    seconds: float | None = None
    read_only: bool = False


def limit(engine: Engine, limits: Limits) -> None:
    """Hold every connection of the engine to the limits; those open now are given up."""
    listen = _on_sqlite if engine.dialect.name == "sqlite" else _on_postgresql
    listen(engine, limits)
    event.listen(engine, "handle_error", _told)
    engine.dispose()


def _on_sqlite(engine: Engine, limits: Limits) -> None:
    def connected(connection: sqlite3.Connection, record: Any) -> None:
        if limits.read_only:
            connection.execute("PRAGMA query_only = ON")
        if limits.seconds is not None:
            info = record.info
            info["ends"] = _NEVER
            connection.set_progress_handler(lambda: time.monotonic() > info["ends"], _STEPS)

    def asked(connection: Any, *_: Any) -> None:
        if limits.seconds is not None:
            writing = connection.get_execution_options().get("writing")
            ends = _NEVER if writing else time.monotonic() + limits.seconds
            connection.info["ends"] = ends

    event.listen(engine, "connect", connected)
    event.listen(engine, "before_cursor_execute", asked)


def _on_postgresql(engine: Engine, limits: Limits) -> None:
    def begun(connection: Any) -> None:
        if limits.read_only:
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        if limits.seconds is not None and not connection.get_execution_options().get("writing"):
            connection.exec_driver_sql(f"SET LOCAL statement_timeout = {limits.seconds * 1000:.0f}")

    event.listen(engine, "begin", begun)


def _told(context: ExceptionContext) -> RecordError | None:
    """What is to be raised: the record's own words for what the database says in its."""
    error = context.original_exception
    said = str(error)
    if said == "interrupted" or type(error).__name__ == "QueryCanceled":
        what = "the question took too long and was given up; narrow it by days, country or type"
        return TooSlowError(what)
    if "readonly database" in said or type(error).__name__ == "ReadOnlySqlTransaction":
        return ReadOnlyError("this record is open for reading only")
    return None
