"""Words before a time that tell how far it reaches: 'since', 'until', 'by', 'from', 'about'."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from .periods import about, since, until
from .rules import Found
from .senses import Sense, changed, fixed

_OPENERS = re.compile(
    r"(?i:(?P<since>since)|(?P<starting>starting(?:\son|\sfrom|\sin)?|beginning(?:\son|\sin)?|as\sof|(?<!be\s)(?<!became\s)(?<!become\s)(?<!becomes\s)effective(?:\sfrom)?)"
    r"|(?P<until>until|till|(?<!moved\s)up\sto|up\suntil|by|through|(?:no|not)\slater\sthan)"
    r"|(?P<before>(?:on\sor\s)?before)|(?P<after>after)|(?P<from>from)|(?P<between>between)"
    r"|(?P<about>about|around|circa|ca?\.|roughly|approximately|on\sor\sabout))(?:\sat\sleast|\sas\s(?:early|late)\sas)?\s{1,3}(?=[\w'’‘])"
)
_STARTS = frozenset({
    "since", "starting", "beginning", "as", "effective", "until", "till", "up", "by", "through",
    "no", "not", "before", "after", "from", "between", "about", "around", "circa", "c", "ca",
    "roughly", "approximately", "on",
})  # fmt: skip
_FUNCTION_WORD = re.compile(
    r"\s*(?:[.,;:)\]!?–—]|$)|\s(?:and|or|but|in|at|with|to|when|while|as|the|a|an|he|she|it|they|that)\b"
)
_POSSESSIVE = re.compile(r"['’]")
_HAD_BEEN = re.compile(
    r"\bhad\s(?:(?:already|all|also|not)\s)?\w{2,14}(?:ed|n|t|ld)\b[^.,;:!?]*$"
)
_REACH = 60  # characters
_ONWARD = re.compile(r"\s(?:on|onwards?|forward)\b(?!\s[A-Z])")


def opener_at(text: str, begin: int, key: str) -> re.Match[str] | None:
    """The opener that starts at ``begin``, where the word there, in lower case, is ``key``."""
    return _OPENERS.match(text, begin) if key in _STARTS else None


def joins_any(opener: re.Match[str]) -> bool:
    """Whether any two dates after it are one interval: 'between 3 and 9 May'."""
    return opener.lastgroup == "between"


def opened(opener: re.Match[str], inner: Found, published: date | None) -> Found | None:
    """What the opener and the reading of the words after it mean; None where they are no time."""
    if not inner.sense.plain and not inner.sense.recurs:
        return None
    if opener[0].lower().startswith(("by", "from")) and _POSSESSIVE.match(opener.string, inner.end):
        return None  # 'hit by Friday's raid' tells nothing of until when
    if opener[0].startswith("By") or _is_of_what_had_been(opener):
        return _read_by(inner)
    return _READINGS[opener.lastgroup or ""](opener.string, inner, published)


def _is_of_what_had_been(opener: re.Match[str]) -> bool:
    """Whether 'by' stands behind what had been done till then: 'six *had been held by* Sunday'."""
    begin = opener.start()
    before = opener.string[max(0, begin - _REACH) : begin]
    return opener[0].lower().startswith("by") and _HAD_BEEN.search(before) is not None


def _read_since(text: str, inner: Found, published: date | None) -> Found:
    """Always from its last turn."""
    sense = inner.sense
    if sense.recurs and published:
        since_last = fixed(since(sense.recurs.last_by(published)), "relative")
    else:
        since_last = fixed(since(sense.past), sense.basis)
    return replace(inner, sense=since_last)


def _read_until(text: str, inner: Found, published: date | None) -> Found:
    """Always up to its next turn; so is 'by'."""
    sense = inner.sense
    if sense.recurs and published:
        until_next = fixed(until(sense.recurs.first_from(published)), "relative")
    else:
        until_next = fixed(until(sense.future), sense.basis)
    return replace(inner, sense=until_next)


def _read_by(inner: Found) -> Found:
    """'By Tuesday' at the head of a sentence, or after 'had', looks where its clause looks."""
    sense, ahead = inner.sense, until(inner.sense.future)
    return replace(
        inner, sense=replace(sense, plain=ahead, past=until(sense.past), future=ahead, recurs=None)
    )


def _read_starting(text: str, inner: Found, published: date | None) -> Found:
    return replace(inner, sense=changed(_settled(inner.sense), since, published))


def _read_from(text: str, inner: Found, published: date | None) -> Found:
    """'From X to Y', 'from X on'; a lone 'from X' opens an interval only looking forward."""
    sense = inner.sense
    if inner.both_ends or ("/" in sense.plain and not sense.recurs):
        return inner
    if onward := _ONWARD.match(text, inner.end):
        return replace(_read_starting(text, inner, published), end=onward.end())
    return replace(inner, sense=replace(sense, future=since(sense.future), recurs=None))


def _read_after(text: str, inner: Found, published: date | None) -> Found | None:
    """'After Friday' opens an interval; in 'after Friday's attack' the attack does, not the day."""
    if inner.clocked:
        return inner  # 'after 3 p.m. on Friday' is that Friday
    return _read_starting(text, inner, published) if _stands_alone(text, inner) else None


def _read_before(text: str, inner: Found, published: date | None) -> Found | None:
    """As `_read_after`, the other way."""
    if inner.clocked:
        return inner
    return _read_until(text, inner, published) if _stands_alone(text, inner) else None


def _stands_alone(text: str, inner: Found) -> bool:
    """Whether no noun follows that the time would be told of."""
    return bool(_FUNCTION_WORD.match(text, inner.end))


def _read_between(text: str, inner: Found, published: date | None) -> Found | None:
    return inner if "/" in inner.sense.plain else None


def _read_about(text: str, inner: Found, published: date | None) -> Found:
    """'About 3 p.m. on Friday' is that Friday for certain."""
    if inner.clocked:
        return inner
    return replace(inner, sense=changed(inner.sense, about, published))


def _settled(sense: Sense) -> Sense:
    """The sense with its turns chosen for good: an open interval would reach into all of them."""
    return replace(sense, recurs=None)


_READINGS: Mapping[str, Callable[[str, Found, date | None], Found | None]] = {
    "since": _read_since,
    "starting": _read_starting,
    "until": _read_until,
    "after": _read_after,
    "before": _read_before,
    "from": _read_from,
    "between": _read_between,
    "about": _read_about,
}
