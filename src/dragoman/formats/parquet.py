"""Parquet: the columns of `dragoman.record.arrow`, in row groups of bounded size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO

from dragoman.record.arrow import event_schema, to_arrow
from dragoman.record.event import History
from dragoman.record.rows.batches import batched


def write(histories: Iterator[History], stream: IO[bytes], today: date) -> None:
    """A Parquet file, compressed with Zstandard.

    Raises:
        ModuleNotFoundError: pyarrow is not installed.
    """
    from pyarrow import parquet  # type: ignore[import-untyped, unused-ignore]

    with parquet.ParquetWriter(stream, event_schema(), compression="zstd") as file:
        for group in batched(histories):
            file.write_table(to_arrow(group, today=today))
