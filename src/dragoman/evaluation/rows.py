"""What the gold rows of several scorers have in common."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date


def published(row: Mapping[str, object]) -> date | None:
    """A row's day of publication, None where it is null or absent.

    Raises:
        ValueError: it is no ISO date; the caller names the row.
    """
    value = row.get("published")
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"'published' is {value!r}; give it as YYYY-MM-DD, or null") from None


def published_in(number: int, row: Mapping[str, object]) -> date | None:
    """The same of the row of this number.

    Raises:
        ValueError: it is no ISO date; names the row.
    """
    try:
        return published(row)
    except ValueError as error:
        raise ValueError(f"row {number}: {error}") from None
