"""Days, dates in EDTF, counts and kinds as people write them, for pages, lists and briefs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from dragoman.mention import Status
from dragoman.tables import rows
from dragoman.times.intervals import days_of

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile(r"([0-9]{4}|XXXX)-([0-9]{2})(?:-XX)?")
_YEARLESS = re.compile(r"XXXX-([0-9]{2})-([0-9]{2})")
_UNSURE_DAY = re.compile(r"([0-9]{4})-XX(?:-XX)?")
MONTHS = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
"""The months as they are written short, January first."""
_PARTS = {str(number).zfill(2): name for number, name in enumerate(MONTHS, 1)} | {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter",
}  # fmt: skip
_UNKNOWN = ", year unknown"
SIGNS: dict[Status, str] = {
    "occurred": "●", "ongoing": "◐", "planned": "○", "postponed": "◌", "cancelled": "✕",
    "possible": "?", "negated": "∅",
}  # fmt: skip
"""The sign of each status; a word stands beside it, and colour alone tells none."""


def day(value: date | None, *, year: bool = True) -> str:
    """``2 Aug 2025``; 'no date' for None."""
    if value is None:
        return "no date"
    short = f"{value.day} {MONTHS[value.month - 1]}"
    return f"{short} {value.year}" if year else short


def when(edtf: str | None) -> str:
    """A date in EDTF in words: ``2–3 Aug 2025``, ``since Apr 2025``, ``spring 2027``.

    Each end of a range bears its own mark of doubt: ``26 Jul – about 2 Aug 2025``. What is no
    EDTF of levels 0 and 1 is given as it is; a winter bears the year of its December and the next.
    """
    if not edtf:
        return "no date"
    low, slash, high = edtf.partition("/")
    if not slash:
        return _one(edtf)
    if high in ("", ".."):
        return f"since {_one(low)}"
    if low in ("", ".."):
        return f"until {_one(high)}"
    return _range(low, high)


def count(value: int, what: str) -> str:
    """``1 source``, ``3 sources``."""
    return f"{value:,} {what}{'' if value == 1 else 's'}"


def called(name: str, country: str | None) -> str:
    """A party in a line where no codes stand: ``Hakan Fidan``, ``foreign ministers (EGY)``.

    What is no name but a common word bears its country's code, without which it is nobody; also
    where it began a sentence: ``Foreign ministers (EGY)``.
    """
    words = name.split()
    common = name[:1].islower() or (len(words) > 1 and words[-1].islower())
    return f"{name} ({country})" if country and common else name


def one_line(text: str) -> str:
    """The text in one line."""
    return " ".join(text.split())


def coded_kind(event: str, mode: str | None) -> str:
    """Type and mode as codes: ``CONSULT/visit``, ``AGREE``."""
    return f"{event}/{mode}" if mode else event


def plain_kind(event: str, mode: str | None) -> str:
    """What a kind of event is called in plain words: ``visit``, ``access granted``.

    Args:
        event: PLOVER type.
        mode: its mode, or None.
    """
    told = _kinds()
    return told.get((event, mode or "")) or told[event, ""]


@cache
def _kinds() -> Mapping[tuple[str, str], str]:
    table = files(__package__) / "data" / "kinds.tsv"
    columns = ("event", "mode", "plain")
    return {(row["event"], row["mode"]): row["plain"] for row in rows(table, columns)}


def _range(low: str, high: str) -> str:
    (mark, begin), (late, end) = _parted(low), _parted(high)
    first, last = days_of(begin)[0], days_of(end)[1]
    if first and last and _DAY.fullmatch(begin) and _DAY.fullmatch(end):
        if mark == late and (first.year, first.month) == (last.year, last.month):
            return f"{mark}{first.day}–{day(last)}"
        return f"{mark}{day(first, year=first.year != last.year)} – {late}{day(last)}"
    told, ends = _one(low), _one(high)
    if ends.endswith(_UNKNOWN):
        told = told.removesuffix(_UNKNOWN)
    return f"{told} – {ends}"


def _parted(edtf: str) -> tuple[str, str]:
    """The mark of doubt of one date in words, and the date without it."""
    mark = "about " if edtf.endswith(("~", "%")) else "perhaps " if edtf.endswith("?") else ""
    return mark, edtf.rstrip("~?%")


def _one(edtf: str) -> str:
    mark, plain = _parted(edtf)
    return mark + _plain(plain)


def _plain(edtf: str) -> str:
    if (match := _YEARLESS.fullmatch(edtf)) and match[1] in _PARTS:
        return f"{int(match[2])} {_PARTS[match[1]]}{_UNKNOWN}"
    if (match := _YEAR.fullmatch(edtf)) and match[2] in _PARTS:
        return _part(match[1], match[2])
    if match := _UNSURE_DAY.fullmatch(edtf):
        return match[1]
    if re.fullmatch(r"[0-9]{3}X", edtf):
        return f"the {edtf[:3]}0s"
    if re.fullmatch(r"[0-9]{2}XX", edtf):
        return f"the {_ordinal(int(edtf[:2]) + 1)} century"
    first, last = days_of(edtf)
    return day(first) if first and first == last else edtf


def _part(year: str, part: str) -> str:
    """A month or a season of a year."""
    if year == "XXXX":
        return _PARTS[part] + _UNKNOWN
    ends = f"–{(int(year) + 1) % 100:02}" if part == "24" else ""
    return f"{_PARTS[part]} {year}{ends}"


def _ordinal(number: int) -> str:
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
