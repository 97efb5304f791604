"""What opens a line and is no part of its sentence: dateline, list mark, time stamp."""

from __future__ import annotations

import re
from collections.abc import Iterator

# 'KABUL/DOHA, Feb 3 (Meridian Wire) - ': a place in capitals, or any with a day and its year; at
# most a region, the day and an agency; then a dash, which is no hyphen where only the day is told
# ('Lima, May 3 — Peru signed'). Relief and rights groups put it in brackets.
_DAY = r"(?:[A-Z][a-z]{2,5}day, )?(?:[A-Z]\w{2,8}\.? \d{1,2}|\d{1,2} [A-Z]\w{2,8}\.?)"
_REGION = r"(?:, [A-Z][\w.'’ ]{1,30}){0,2}"
_AGENCY = r"(?: ?\([^()\n]{2,40}\))?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATELINE = re.compile(
    rf"^(?![ \t]*{_WEEKDAY})[ \t]*[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,2}}{_REGION}{_AGENCY}"
    rf", {_DAY}{_AGENCY} (?:—|–|--) (?=[\"'“‘]?[A-Z])"
    rf"|^[ \t]*(?:[A-Z][A-Z.'’/ -]{{2,40}}{_REGION}{_AGENCY}(?:, {_DAY}(?:,? \d{{4}})?)?"
    rf"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}}{_REGION}{_AGENCY}, {_DAY},? \d{{4}}"
    rf"|\([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}}{_REGION}?(?:, {_DAY},? \d{{4}})?\))"
    rf"{_AGENCY} ?(?:—|–|--|-)[ \t]+",
    re.MULTILINE,
)
# '14:05 GMT', '10.45am', '6 p.m. ET', '2h ago', '35 minutes ago'.
_ZONE = r"(?:[ \t]?(?:local time|(?:GMT|UTC)(?:[+-]\d{1,2})?|[A-Z]{1,3}[ST]?T))?(?!\w)"
CLOCK = (
    rf"(?:(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:[ \t]?[AaPp]\.?[Mm]\.?)?{_ZONE}"
    rf"|(?:1[0-2]|0?[1-9])[ \t]?[AaPp]\.?[Mm]\.?{_ZONE}"
    r"|\d{1,2}[ \t]?(?:h|hrs?|hours?|m|mins?|minutes?)[ \t]ago(?!\w))"
)
"""A time of day, or how long ago, as it stands over an entry of a live blog."""
_AFTER = r"[\])]?(?:[ \t]*[-–—:|][ \t]+|:?[ \t]+)"
_OPENING = r"(?=[\"'“‘(]?[A-Z])"
_STAMPED = re.compile(
    rf"^[ \t]*[\[(]?(?:{_DAY}(?:,? \d{{4}})?,?[ \t]+(?:at[ \t])?)?{CLOCK}{_AFTER}{_OPENING}",
    re.MULTILINE,
)
_LISTED = re.compile(
    r"^[ \t]*(?:[-–—*•·▪►>]+[ \t]*|\(?(?:\d{1,2}|[a-z])\)[ \t]+|\d{1,2}\.[ \t]+)" + _OPENING,
    re.MULTILINE,
)

NUMBERED = r"[ \t]*\d{1,3}/\d{1,3}[ \t]+"
"""The number of a picture in a gallery: '31/34 '."""
_IN_GALLERY = re.compile(
    rf"^{NUMBERED}(?:\d{{1,2}} [A-Z][a-z]{{2,8}} \d{{4}}[ \t]+)?{_OPENING}", re.MULTILINE
)


def opened_at(text: str) -> Iterator[int]:
    """Where sentences begin after a dateline, a list's mark, a time stamp or a picture's number."""
    for opening in (_DATELINE, _STAMPED, _LISTED, _IN_GALLERY):
        for match in opening.finditer(text):
            yield match.end()


def is_mark(text: str) -> bool:
    """Whether a line's opening words are only a list's mark, a time stamp or a picture's number."""
    probe = f"{text}X"
    found = _STAMPED.match(probe) or _LISTED.match(probe) or _IN_GALLERY.match(probe)
    return found is not None and found.end() == len(text)
