"""CSV and TSV tables of articles, one a row, read as a stream."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from dragoman.sources.decoding import MAX_BYTES
from dragoman.sources.errors import SourceError
from dragoman.sources.raw import Raw
from dragoman.sources.records import CODE_TITLE, FIELDS, TEXT, TITLE

_NAMES = (".csv", ".tsv", ".tab")
_DELIMITERS = ",\t;|"
_HEADING = re.compile(r"[^\W\d][\w .:/-]{0,60}")
_LONGEST_HEAD = 2000  # bytes of the first line that are looked at to tell a table
_MARK = "\ufeff"


def is_delimited(start: bytes, name: str) -> bool:
    """Whether it is a table: by its name, or because its first line names columns that are read.

    Args:
        start: the beginning of the file.
        name: of the file; only its end counts.
    """
    called = name.lower().removesuffix(".gz").removesuffix(".zst")
    if called.endswith(_NAMES):
        return True
    first = start.split(b"\n", 1)[0][:_LONGEST_HEAD].decode("utf-8", "replace")
    columns = _columns(first, _delimiter(first))
    headings = all(_HEADING.fullmatch(column) for column in columns)
    return headings and len(set(columns) & FIELDS) > 1 and any(c in TEXT for c in columns)


def delimited_rows(
    stream: io.BufferedIOBase, name: str, *, headlines: bool = False
) -> Iterator[Raw | SourceError]:
    """The rows of a table whose first line names its columns; a damaged row is its error.

    The cells are parted by commas, tabs, semicolons or bars, whichever part the most names of
    fields in the first line. Blank rows are passed over.

    Args:
        stream: the file, from its beginning.
        name: what to call it in errors.
        headlines: whether a table of titles without texts is one of articles.
    """
    lines = _Lines(stream)
    # A limit of the whole process, and less than an article may be long.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_BYTES))
    try:
        first = next(lines, "")
    except ValueError as error:
        yield SourceError(name, f"cannot be read as a table ({error})")
        return
    delimiter = _delimiter(first)
    columns = _columns(first, delimiter)
    titled = any(column in TITLE for column in columns)
    if not (any(column in TEXT for column in columns) or (headlines and titled)):
        found = ", ".join(columns[:8])[:200] or "none"
        what = f"has no column 'text' (or 'maintext') in its first line, but {found}; name it so"
        yield SourceError(name, f"{what}, {CODE_TITLE}" if titled else what)
        return
    rows = csv.reader(lines, delimiter=delimiter)
    number = 0
    while True:
        number += 1
        lines.begin_row()
        where = f"{name} row {number}"
        try:
            cells = next(rows)
        except StopIteration:
            return
        except (csv.Error, ValueError) as error:
            yield SourceError(where, f"cannot be read ({error})")
            continue
        except OSError as error:
            yield SourceError(where, f"cannot be read on ({error})")
            return
        if any(cell.strip() for cell in cells):
            yield _row(columns, cells, where)


def _row(columns: Sequence[str], cells: list[str], where: str) -> Raw | SourceError:
    if any(cell.strip() for cell in cells[len(columns) :]):
        what = f"has {len(cells)} cells under {len(columns)} columns"
        return SourceError(where, f"{what}; put quotation marks around a cell with a comma in it")
    told = zip(columns, cells, strict=False)
    return Raw(where, "row", {column: cell for column, cell in told if column in FIELDS})


def _delimiter(first: str) -> str:
    return max(_DELIMITERS, key=lambda mark: len(set(_columns(first, mark)) & FIELDS))


def _columns(first: str, delimiter: str) -> list[str]:
    """The names of the columns, as fields are named: 'Title' is the field 'title'."""
    line = first.removeprefix(_MARK).strip("\r\n")
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
    names = [cell.strip() for cell in cells]
    return [name if name in FIELDS else name.lower() for name in names]


class _Lines:
    """The lines of a stream as text, of one row at most ``MAX_BYTES``."""

    def __init__(self, stream: io.BufferedIOBase) -> None:
        self._stream = stream
        self._taken = 0

    def begin_row(self) -> None:
        """What is taken from now on is of a new row."""
        self._taken = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        """The next line.

        Raises:
            ValueError: it is not UTF-8, or the row is over the bound.
            OSError: the stream is damaged.
        """
        line = self._stream.readline(MAX_BYTES + 1)
        self._taken += len(line)
        if self._taken > MAX_BYTES:
            raise ValueError(f"over {MAX_BYTES // 2**20} MiB; a quotation mark may be open")
        if not line:
            raise StopIteration
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError as error:
            what = f"not UTF-8 (byte {error.start + 1} of a line); save the file as UTF-8"
            raise ValueError(what) from None
