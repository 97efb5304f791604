"""Values of questions, checked where they are given, so that every database is asked the same.

SQLite takes a day that is a text, and a limit below nothing; PostgreSQL refuses both in words of
its own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from numbers import Integral, Real
from typing import Any

from dragoman.days import as_day, in_order

MOST = 2**31 - 1
"""The largest number that is asked for; every database has room for it."""
# Characters of a text that is looked for: SQLite compares with no pattern of 50,000 bytes, and one
# character may be looked for as eighteen.
_LONGEST = 1_000


def the_day(name: str, value: Any) -> date:
    """The day of a date or of a moment.

    Raises:
        TypeError: it is neither.
    """
    if (day := as_day(name, value)) is None:
        raise TypeError(f"{name} is a date, not None; write datetime.date(2025, 7, 23)")
    return day


def as_days(since: Any, until: Any, prefix: str = "") -> tuple[date | None, date | None]:
    """The days ``since`` and ``until`` of a question; ``prefix`` stands before their names.

    Raises:
        TypeError: one is neither a date nor a moment, nor None.
        ValueError: they lie the wrong way round.
    """
    names = (f"{prefix}since", f"{prefix}until")
    first, last = as_day(names[0], since), as_day(names[1], until)
    in_order(first, last, names)
    return first, last


def check_string(name: str, value: Any) -> None:
    """Nothing, unless a value is no string.

    Raises:
        TypeError: it is none.
    """
    if not isinstance(value, str):
        raise TypeError(f"{name} is a string, not {value!r:.80}")


def check_words(name: str, value: Any) -> None:
    """Nothing, unless a value is no text that a database can be asked for.

    Raises:
        TypeError: it is no string.
        ValueError: it is endless, or has a NUL or a lone surrogate.
    """
    check_string(name, value)
    if len(value) > _LONGEST:
        raise ValueError(f"{name} has {len(value)} characters; ask for at most {_LONGEST}")
    for sign in value:
        if sign == "\x00" or "\ud800" <= sign <= "\udfff":
            raise ValueError(f"{name} has {sign!r}, which stands in no text; leave it out")


def check_several(name: str, value: Any) -> None:
    """Nothing, unless a value holds no several: one text is none, though it holds its letters.

    Raises:
        TypeError: it holds none.
    """
    if isinstance(value, str | int):
        raise TypeError(f"{name} is a tuple: write ({value!r:.80},), not {value!r:.80}")
    if not isinstance(value, tuple | list | set | frozenset):
        raise TypeError(f"{name} is a tuple, not {value!r:.80}; write tuple() of it")


def check_code(value: Any, read: Callable[[str], str]) -> None:
    """Nothing, unless a value is no code as the record has it.

    Args:
        value: the code.
        read: gives the code of what people write for it, and refuses what is none.

    Raises:
        ValueError: it is none, or written otherwise.
    """
    if (code := read(str(value))) != value:
        raise ValueError(f"{value!r:.80}: write it as {code!r}")


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
