"""Values of questions, checked where they are given, so that every database is asked the same.

SQLite takes a day that is a text, and a limit below nothing; PostgreSQL refuses both in words of
its own.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from numbers import Integral, Real
from typing import Any

MOST = 2**31 - 1
"""The largest number that is asked for; every database has room for it."""


def as_day(name: str, value: Any) -> date | None:
    """The day of a date or of a moment; None stays None.

    Raises:
        TypeError: it is neither.
    """
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    advice = "write datetime.date(2025, 7, 23), or date.fromisoformat of a text"
    raise TypeError(f"{name} is a date, not {value!r:.80}; {advice}")


def check_words(name: str, value: Any) -> None:
    """Nothing, unless a value is no text that a database can be asked for.

    Raises:
        TypeError: it is no string.
        ValueError: it has a NUL, or a lone surrogate.
    """
    if not isinstance(value, str):
        raise TypeError(f"{name} is a string, not {value!r:.80}")
    for sign in value:
        if sign == "\x00" or "\ud800" <= sign <= "\udfff":
            raise ValueError(f"{name} has {sign!r}, which stands in no text; leave it out")


def check_whole(name: str, value: Any) -> None:
    """Nothing, unless a value is no whole number from 0 to `MOST`.

    Raises:
        TypeError: it is no whole number.
        ValueError: it is less than nothing, or more than a database has room for.
    """
    if not _is_number(value, Integral):
        raise TypeError(f"{name} is a whole number, not {value!r:.80}")
    if not 0 <= value <= MOST:
        raise ValueError(f"{name} is a number from 0 to {MOST}, not {value}")


def check_page(limit: Any, offset: Any) -> None:
    """Nothing, unless one of them is no whole number from 0 to `MOST`.

    Raises:
        TypeError, ValueError: as `check_whole`.
    """
    check_whole("limit", limit)
    check_whole("offset", offset)


def check_share(name: str, value: Any) -> None:
    """Nothing, unless a value is no number from 0 to 1.

    Raises:
        TypeError: it is no number.
        ValueError: it is another one, or NaN.
    """
    if not _is_number(value, Real):
        raise TypeError(f"{name} is a number from 0 to 1, not {value!r:.80}")
    if not 0 <= value <= 1:
        raise ValueError(f"{name} is a number from 0 to 1, not {value}")


def check_one_of(name: str, value: Any, known: Collection[Any]) -> None:
    """Nothing, unless a value is none of those that there are.

    Raises:
        ValueError: it is another.
    """
    if value not in known:
        raise ValueError(f"{name} is one of {', '.join(map(str, known))}, not {value!r:.80}")


def _is_number(value: Any, kind: type) -> bool:
    return isinstance(value, kind) and not isinstance(value, bool)
