"""Parquet tables of articles, one a row, read a few rows at a time."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from dragoman.sources.decoding import MAX_BYTES
from dragoman.sources.errors import SourceError
from dragoman.sources.raw import Raw
from dragoman.sources.records import FIELDS
from dragoman.sources.streams import missing

MAX_GROUP_BYTES = 2**30
"""Unpacked bytes of one row group, all columns read together; larger ones are passed over."""

_ROWS = 64


def parquet_rows(stream: io.BufferedIOBase, name: str) -> Iterator[Raw | SourceError]:
    """The rows of a Parquet file, in order; a damaged row group is yielded as its error.

    Args:
        stream: the file; it must be able to seek.
        name: what to call it in errors.
    """
    try:
        from pyarrow import parquet  # type: ignore[import-untyped, unused-ignore]
    except ImportError:
        yield missing(name, "a Parquet file", "pyarrow")
        return
    try:
        file = parquet.ParquetFile(stream, buffer_size=2**20, pre_buffer=False)
        columns = [c for c in file.schema_arrow.names if c in FIELDS]
        groups = file.num_row_groups
    except Exception as error:  # Arrow's errors are of many kinds, and some are OSError
        yield SourceError(name, f"is damaged Parquet ({_line(error)}); fetch or write it again")
        return
    if not columns:
        found = ", ".join(file.schema_arrow.names[:8]) or "none"
        yield SourceError(name, f"has no column 'text' (or 'maintext'), but {found}; name it so")
        return
    number = 0
    for group in range(groups):
        first = number
        try:
            about = file.metadata.row_group(group)
            if about.total_byte_size > MAX_GROUP_BYTES:
                most = MAX_GROUP_BYTES // 2**20
                raise ValueError(f"over {most} MiB unpacked; write smaller groups")
            for batch in file.iter_batches(_ROWS, row_groups=[group], columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield _row(row, f"{name} row {number}")
        except Exception as error:
            what = f"row group {group + 1} cannot be read on after row {number} ({_line(error)})"
            yield SourceError(name, what)
            number = first + _rows_of(file, group)


def _row(row: Mapping[str, Any], where: str) -> Raw | SourceError:
    raw = Raw(where, "row", {key: _plain(value) for key, value in row.items()})
    if raw.size > MAX_BYTES:
        return SourceError(where, f"is over {MAX_BYTES // 2**20} MiB; split it")
    return raw


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, (date, datetime)) else value


def _rows_of(file: Any, group: int) -> int:
    try:
        return int(file.metadata.row_group(group).num_rows)
    except Exception:
        return 0


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
