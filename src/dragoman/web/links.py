"""Addresses of the desk: every link of its pages is made here, so that one place knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from urllib.parse import quote, urlencode

Value = str | int | float | date | Sequence[str] | None

TODAY, EVENTS, DYADS, AGENDA = "/", "/events", "/dyads", "/agenda"
MAP, READ, REVIEW, ABOUT = "/map", "/read", "/review", "/about"
ARTICLES = "/articles"
CALENDAR = "/agenda.ics"
FEED = "/events.atom"
FURTHEST = 200
"""The last page of a listing; what lies beyond is found by a narrower filter."""
EXPORTS = ("csv", "jsonl", "parquet", "plover", "geojson")


def address(path: str, params: Mapping[str, Value] | None = None) -> str:
    """A path with its query; what is None, empty or False is left out."""
    given = {key: value for key, value in (params or {}).items() if value not in (None, "", (), [])}
    return f"{path}?{urlencode(given, doseq=True)}" if given else path


def today(**params: Value) -> str:
    """What is new; ``on``, ``days``, ``about``."""
    return address(TODAY, params)


def events(params: Mapping[str, Value] | None = None) -> str:
    """The events of a filter; the names of its parameters are in `dragoman.web.pages.asking`."""
    return address(EVENTS, params)


def event(identifier: str, anchor: str = "") -> str:
    """One event, by its id or that of any of its mentions."""
    return f"{EVENTS}/{quote(identifier, safe='')}" + (f"#{anchor}" if anchor else "")


def linking(identifier: str) -> str:
    """Where a reader's word on what belongs to an event is sent."""
    return f"{event(identifier)}/linking"


def ruled(identifier: str, ruling: str) -> str:
    """An event, at what was just said of what belongs to it."""
    return address(event(identifier), {"ruled": ruling}) + "#h-linking"


def dyad(first: str, second: str | None = None, **params: Value) -> str:
    """Two parties, or one against all."""
    path = f"{DYADS}/{quote(first, safe='')}"
    return address(f"{path}/{quote(second, safe='')}" if second else path, params)


def agenda(**params: Value) -> str:
    """A month of what is planned; ``month`` as 2025-08, ``about``."""
    return address(AGENDA, params)


def calendar(**params: Value) -> str:
    """The agenda to subscribe to, iCalendar."""
    return address(CALENDAR, params)


def feed(params: Mapping[str, Value] | None = None) -> str:
    """New events of a filter to subscribe to, Atom."""
    return address(FEED, params)


def export(form: str, params: Mapping[str, Value] | None = None) -> str:
    """The events of a filter as a file."""
    return address(f"/api/v1/events.{form}", params)


def world(**params: Value) -> str:
    """The map; ``since``, ``until``, ``about``, ``quad``."""
    return address(MAP, params)


def articles(params: Mapping[str, Value] | None = None) -> str:
    """The articles; ``source``, ``since``, ``until``, ``dated`` (1 or 0), ``page``."""
    return address(ARTICLES, params)


def article(identifier: str, mention: str | None = None) -> str:
    """An article as filed, at one of its mentions."""
    path = f"{ARTICLES}/{quote(identifier, safe='')}"
    return f"{path}?mention={quote(mention)}#t-{quote(mention)}" if mention else path


def review(mention: str | None = None, **params: Value) -> str:
    """The queue of mentions, or one mention to review."""
    return address(f"{REVIEW}/{quote(mention, safe='')}" if mention else REVIEW, params)


def training() -> str:
    """Reviewed sentences as training data."""
    return f"{REVIEW}/training.jsonl"
