"""Feeds to subscribe to: new events of any filter as Atom, what is planned as iCalendar."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date
from io import BytesIO
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.countries import name_of
from dragoman.formats.exports import export
from dragoman.record import Event, Party
from dragoman.record.daily.brief import change
from dragoman.record.daily.diary import calendar
from dragoman.record.questions.questions import events
from dragoman.web.api.asking import Chosen, TheRecord, TheSettings, Today
from dragoman.web.api.described import PROBLEMS
from dragoman.web.pages.desk import day_of
from dragoman.web.settings import Settings
from dragoman.wording import called, coded_kind, one_line, plain_kind, when

router = APIRouter(tags=["feeds"], responses=PROBLEMS)
ATOM = "application/atom+xml"
CALENDAR = "text/calendar"
_SPACE = "http://www.w3.org/2005/Atom"
_MOST = 50
_BACK, _AHEAD = 60, 366  # days of the calendar
# What XML 1.0 cannot hold, even escaped.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@router.get(
    "/events.atom",
    summary="New events of a filter, as Atom",
    response_class=Response,
    responses={200: {"content": {ATOM: {"schema": {"type": "string"}}}}},
)
def atom(
    request: Request, record: TheRecord, settings: TheSettings, today: Today, asked: Chosen
) -> Response:
    """The newest events that fit the filter, the last reported first."""
    found = events(record, asked.wanted(today), limit=_MOST).events
    base = address_of(request, settings)
    return Response(feed(found, base, _query(request)), media_type=ATOM)


@router.get(
    "/agenda.ics",
    summary="What is planned and what became of it, as iCalendar",
    response_class=Response,
    responses={200: {"content": {CALENDAR: {"schema": {"type": "string"}}}}},
)
def agenda(request: Request, record: TheRecord, asked: Chosen) -> Response:
    """Planned events of the filter from two months back to a year ahead of today; of a record that
    ended before, of the day of its newest report.
    """
    written = BytesIO()
    on = asked.on or day_of(request).on
    found = calendar(record, asked.wanted(on), on=on, back=_BACK, ahead=_AHEAD)
    export(found, "ics", written, today=on)
    return Response(written.getvalue(), media_type=CALENDAR)


def feed(found: tuple[Event, ...], base: str, query: str) -> bytes:
    """The events as an Atom feed (RFC 4287).

    Args:
        found: the events, the newest first.
        base: address of the desk, without a slash at its end.
        query: the query of the filter, with its question mark, or empty.
    """
    root = ET.Element("feed", xmlns=_SPACE)
    _add(root, "id", f"{base}/events.atom{query}")
    _add(root, "title", "Dragoman: events")
    latest = max((event.last_reported or date.min for event in found), default=date.min)
    _add(root, "updated", _moment(latest))
    own, page = _clean(f"{base}/events.atom{query}"), _clean(f"{base}/events{query}")
    ET.SubElement(root, "link", rel="self", type=ATOM, href=own)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=page)
    _add(ET.SubElement(root, "author"), "name", "Dragoman")
    for event in found:
        _entry(root, event, base)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entry(root: ET.Element, event: Event, base: str) -> None:
    entry = ET.SubElement(root, "entry")
    _add(entry, "id", f"urn:dragoman:event:{quote(event.id, safe='')}")
    _add(entry, "title", title_of(event))
    _add(entry, "published", _moment(event.first_reported or date.min))
    _add(entry, "updated", _moment(event.last_reported or date.min))
    href = f"{base}/events/{quote(event.id, safe='')}"
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=href)
    ET.SubElement(entry, "category", term=_clean(coded_kind(event.event, event.mode)))
    ET.SubElement(entry, "category", term=event.status)
    sources = f"{event.sources} independent source{'s' if event.sources != 1 else ''}"
    _add(entry, "summary", f"{one_line(event.text)} ({sources})")


def title_of(event: Event) -> str:
    """One line for a list: status, date, kind, who and whom."""
    kind = plain_kind(event.event, event.mode)
    sides = " → ".join(side for side in (_names(event.actors), _names(event.recipients)) if side)
    where = f" ({name_of(event.where.country)})" if event.where and event.where.country else ""
    facts = (change(event), when(event.when) if event.when else "", kind, sides + where)
    return " · ".join(fact for fact in facts if fact)


def address_of(request: Request, settings: Settings) -> str:
    """The desk's address as people reach it, without a slash at its end."""
    return (settings.public_url or str(request.base_url)).rstrip("/")


def _names(parties: tuple[Party, ...]) -> str:
    return ", ".join(called(party.name, party.country) for party in parties)


def _query(request: Request) -> str:
    return f"?{request.url.query}" if request.url.query else ""


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _clean(text)


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)
