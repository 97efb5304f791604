"""A date that takes another's place: 'brought forward from 3 May to 20 April' is no range.

Only the words are asked here; which of a sentence's dates a plan has is told in `moving`.
"""

from __future__ import annotations

import re

_PUT_OFF = (
    r"(?:postpon|reschedul)(?:e|es|ed|ing)|"
    r"(?:brought|bring(?:s|ing)?|(?:mov|pull|push)\w+|put(?:s|ting)?|set)\s(?:forward|back|off|up)"
)
_MOVED = re.compile(
    rf"(?i:\b(?:(?:moved|shifted|delayed|deferred|{_PUT_OFF})|(?:{_PUT_OFF})(?:\s[\w'’.-]+){{1,6}})\s)\Z"
)
"""What stands before the 'from' of the old date: 'brought forward'."""
_MOVED_BEFORE = re.compile(
    rf"(?i:\b(?:moved|shifted|delayed|deferred|{_PUT_OFF})\s[^.;:!?\n]*\s(?:(?P<on>on)|(?!from)\w+)\s)\Z"
)
"""What stands before an old date without 'from': 'put off a visit on'."""
_MOVED_TO = re.compile(
    rf"(?i:\b(?:mov(?:e|ed|ing)|shift(?:ed|ing)?|delay(?:ed|ing)?|defer(?:red|ring)?|{_PUT_OFF})"
    rf"\s(?:[\w'’.-]+\s){{0,6}}to\s)\Z"
)
"""What stands before a new day: 'brought forward to', 'moved the talks to'."""
_FROM = re.compile(r"(?i:from)\s{1,3}(?=\w)")
_TO = re.compile(r",?\s{1,3}(?:to|until)\s{1,3}")
_REACH = 120  # characters before a date in which what is moved is told


def old_date_at(text: str, begin: int) -> int | None:
    """Where the old date begins, where 'from' at ``begin`` tells what was moved; else None."""
    opener = _FROM.match(text, begin)
    if opener is None or not _MOVED.search(text, max(0, begin - _REACH), begin):
        return None
    return opener.end()


def new_date_at(text: str, end: int) -> int | None:
    """Where the new date begins, where the old one before it ends at ``end``; None for no 'to'."""
    to = _TO.match(text, end)
    return to.end() if to else None


def is_replaced(text: str, begin: int, joiner: str) -> bool:
    """Whether the words between it and the next make the date at ``begin`` the old one.

    'Put off a visit, due on 3 May, to 20 June'.
    """
    if not _TO.fullmatch(joiner):
        return False
    moved = _MOVED_BEFORE.search(text, max(0, begin - _REACH), begin)
    return bool(moved and (moved["on"] or joiner.startswith(",")))


def is_new_day(text: str, begin: int) -> bool:
    """Whether the words before ``begin`` move a thing to it: 'brought forward to *the 18th*'."""
    return _MOVED_TO.search(text, max(0, begin - _REACH), begin) is not None
