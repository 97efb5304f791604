"""The days and hours that stand over the entries of a live blog, which extraction drops.

A live blog is known by three entries or more that have a time of day over them. They are put back,
each on a line before its entry, under the day where a new one begins, so that what an entry tells
of 'today' is of its own day; see `dragoman.times.entries`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.sources import dates

_FEWEST = 3
_LONGEST = 40  # characters of a line that is a stamp and nothing else
_PROSE = 60  # characters of a paragraph of an entry
_OPENING = 50  # characters by which a paragraph is found again
_OVER = 2  # lines over an entry that may be its heading
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = re.compile(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
    rf"(?:\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}}),?(?:\s\d{{4}})?"
)
_CLOCK = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3])[:.][0-5]\d(?!\d)(?:\s?[ap]\.?m\.?(?!\w))?", re.I)
_MACHINE = re.compile(r"(\d{4}-\d\d-\d\d)[T ]([0-2]\d:[0-5]\d)")
_STAMPS = frozenset({"time", "h2", "h3", "h4", "h5", "p", "div", "span"})
_APART = frozenset({"aside", "nav", "footer", "script", "style"})


@dataclass(frozen=True, slots=True)
class Stamp:
    """What stands over an entry.

    Attributes:
        day: the day, as it is to be written; empty where none is told.
        clock: the time of day.
        opening: the first words of the entry.
    """

    day: str
    clock: str
    opening: str


def stamps_of(tree: Any) -> tuple[Stamp, ...]:
    """The stamps of the entries of a page, in order; empty where it is no live blog.

    Args:
        tree: the page, as lxml has it.
    """
    found = tuple(_stamps(tree))
    return found if len(found) >= _FEWEST else ()


def put_back(text: str, stamps: Sequence[Stamp], published: date | None) -> str:
    """The text with the stamps over its entries, unless all of them are of the day of publication.

    Args:
        text: the text of the page, a paragraph a line.
        stamps: those of the page; see `stamps_of`.
        published: the day of publication, or None.
    """
    days = {stamp.day for stamp in stamps if stamp.day}
    if not days or (published is not None and {dates.read(day) for day in days} == {published}):
        return text
    left, last = list(stamps), ""
    lines: list[str] = []
    for line in text.split("\n"):
        words = " ".join(line.split())
        stamp = next((stamp for stamp in left if stamp.opening in words), None)
        if stamp is not None:
            left.remove(stamp)
            kept = "\n".join(lines[-_OVER:])  # a heading that extraction did not drop
            if stamp.day and stamp.day != last and stamp.day not in kept:
                lines.append(stamp.day)
            if stamp.clock not in "\n".join((kept, words)):
                lines.append(stamp.clock)
            last = stamp.day or last
        lines.append(line)
    return "\n".join(lines) if len(stamps) - len(left) >= _FEWEST else text


def _stamps(tree: Any) -> Iterator[Stamp]:
    day = clock = ""
    for element in tree.iter():
        own_day, own_clock = _told(element) if element.tag in _STAMPS else ("", "")
        if (own_day or own_clock) and not _is_apart(element):
            day, clock = own_day or day, own_clock or clock
        elif element.tag == "p" and clock and not _is_apart(element):
            words = _words(element, _PROSE)
            if len(words) >= _PROSE:
                yield Stamp(day, clock, words[:_OPENING])
                clock = ""


def _told(element: Any) -> tuple[str, str]:
    """The day and the time of day that an element tells and nothing else; empty for none."""
    machine = _MACHINE.match(element.get("datetime") or "") if element.tag == "time" else None
    if machine is not None and (day := dates.read(machine[1])) is not None:
        return f"{day.day} {day:%B} {day.year}", machine[2]
    words = _words(element, _LONGEST)
    if not 4 <= len(words) <= _LONGEST:
        return "", ""
    found, hour = _DAY.search(words), _CLOCK.search(words)
    told = [match[0] for match in (found, hour) if match is not None]
    rest = len(words) - sum(map(len, told))
    # A zone, a mark and 'updated' may stand beside them, and no words of a headline.
    if not told or rest > (12 if hour else 3):
        return "", ""
    return found[0] if found else "", hour[0] if hour else ""


def _words(element: Any, enough: int) -> str:
    """The words of an element, or the first of them: a whole page may hang below one."""
    told, length = [], 0
    for text in element.itertext():
        told.append(text)
        length += len(text.strip())
        if length > enough:
            break
    return " ".join("".join(told).split())


def _is_apart(element: Any) -> bool:
    """Whether it stands among what is no part of the article."""
    return element.tag in _APART or any(a.tag in _APART for a in element.iterancestors())
