"""Reading the data files: tab-separated tables whose opening comments give source and licence.

A table opens with lines starting with ``#`` (what it holds, source, licence, known gaps), then
one line of column names, then rows. An empty cell is an empty string. Several values in one cell
are separated by ``|``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources.abc import Traversable


class TableError(ValueError):
    """A row of a data file is not what its loader expects; names file, line and what to do."""


def rows(path: Traversable, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield each row of the table at ``path`` as a dict of column name to stripped text.

    Args:
        path: the table, UTF-8.
        columns: the column names that its header line must have, in order.

    Raises:
        TableError: the header or a row does not have these columns, or it is no text.
    """
    for _, row in numbered(path, columns):
        yield row


def numbered(path: Traversable, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row as `rows` does, with the number of its line."""
    header: list[str] | None = None
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise TableError(f"{path.name} is not text in UTF-8; write it anew as such") from error
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            if header != list(columns):
                raise TableError(
                    f"{path.name} line {number}: columns are {header}, expected {list(columns)}; "
                    "correct the header line"
                )
            continue
        if len(cells) > len(header):
            raise TableError(
                f"{path.name} line {number}: {len(cells)} cells for {len(header)} columns; "
                "remove the extra tabs"
            )
        cells += [""] * (len(header) - len(cells))
        yield number, dict(zip(header, cells, strict=True))


def values(cell: str) -> tuple[str, ...]:
    """Split a cell of several values at ``|``, dropping empty ones."""
    return tuple(part for part in (piece.strip() for piece in cell.split("|")) if part)
