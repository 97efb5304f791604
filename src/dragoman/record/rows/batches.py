"""Many values at once: in a condition, and in a statement that is executed for each of them."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Connection,
    Delete,
    Insert,
    Select,
    Update,
    bindparam,
    column,
    func,
    select,
)

T = TypeVar("T")
ADDED_AT_ONCE = 64
"""Articles that are kept in one transaction: more save time; fewer lose less where it dies."""

_MOST = 5_000  # SQLite takes 32,766 values in a statement, PostgreSQL 65,535


def batched(values: Iterable[T], size: int = _MOST) -> Iterator[list[T]]:
    """The values in order, in lists of a length; without one, of what a statement can hold."""
    rest = iter(values)
    while part := list(islice(rest, size)):
        yield part


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the garbage collector wait: a batch makes a million values and hardly a cycle.

    What the batch has made is let go without it; it would walk all of it again and again.
    """
    waits = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if waits:
            gc.enable()


def listed(connection: Connection, numbers: Iterable[int]) -> Select[Any]:
    """Any number of whole numbers, as what a column may be ``in_``; all in one parameter."""
    given = list(numbers)
    if connection.dialect.name == "sqlite":
        each = func.json_each(json.dumps(given)).table_valued(column("value", BigInteger))
        return select(each.c.value)
    return select(func.unnest(bindparam(None, given, type_=ARRAY(BigInteger))))


def write(
    connection: Connection,
    statement: Insert | Update | Delete,
    rows: Sequence[Mapping[str, float | str | None]],
) -> None:
    """Execute a statement for each row of bare numbers and texts; spares what days need."""
    if not rows:
        return
    names = list(rows[0]) if isinstance(statement, Insert) else None
    made: Any = statement.compile(dialect=connection.dialect, column_keys=names)
    if made.positional:
        order = made.positiontup
        connection.exec_driver_sql(str(made), [tuple(row[name] for name in order) for row in rows])
    else:
        connection.exec_driver_sql(str(made), [dict(row) for row in rows])
