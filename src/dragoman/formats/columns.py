"""Mentions as Parquet: the record's own fields, nested as in JSON, with the types it declares."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dragoman.extras import install
from dragoman.mention import Mention


def mention_columns() -> Any:
    """The Arrow schema of a mention, made from the record.

    Raises:
        ImportError: pyarrow is not installed.
    """
    return _arrow().schema(list(_struct(Mention)))


def write_mentions(lines: Iterable[str], path: Path) -> None:
    """Write mentions, given as JSON objects, to a Parquet file; the same for the same lines.

    Raises:
        ImportError: pyarrow is not installed.
    """
    arrow = _arrow()
    from pyarrow import parquet  # type: ignore[import-untyped, unused-ignore]

    rows = [json.loads(line) for line in lines]
    table = arrow.Table.from_pylist(rows, schema=mention_columns())
    with path.open("wb") as file:
        parquet.write_table(table, file, compression="zstd")
        file.flush()
        os.fsync(file.fileno())


def _arrow() -> Any:
    try:
        import pyarrow  # type: ignore[import-untyped, unused-ignore]
    except ImportError as error:
        what = f"Parquet needs pyarrow, which is not installed; {install('archives')}"
        raise ImportError(what) from error
    return pyarrow


def _struct(record: type) -> Any:
    hints = get_type_hints(record)
    return [_arrow().field(f.name, _kind(hints[f.name])) for f in fields(record)]


def _kind(hint: Any) -> Any:
    """The Arrow type of a field's declared type."""
    arrow = _arrow()
    origin = get_origin(hint)
    if origin is Literal:
        return arrow.int8() if isinstance(get_args(hint)[0], int) else arrow.string()
    if origin in (Union, UnionType):
        return _kind(next(inner for inner in get_args(hint) if inner is not NoneType))
    if origin is tuple:
        return arrow.list_(arrow.field("element", _kind(get_args(hint)[0])))
    if is_dataclass(hint):
        return arrow.struct(_struct(hint))  # type: ignore[arg-type]
    plain = {str: arrow.string(), bool: arrow.bool_(), int: arrow.int64(), float: arrow.float64()}
    return plain[hint]
