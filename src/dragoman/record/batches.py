"""Long lists in parts that a statement can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
_MOST = 5_000  # SQLite takes 32,766 values in a statement, PostgreSQL 65,535


def batched(values: Iterable[T]) -> Iterator[list[T]]:
    """The values in order, in lists of a length that a statement can hold."""
    rest = iter(values)
    while part := list(islice(rest, _MOST)):
        yield part
