"""iCalendar (RFC 5545): what is or was planned, so that a calendar follows it.

An event keeps its UID while it is planned, moved, cancelled or held; SEQUENCE rises with each
report of it, whatever its day, so a calendar that takes the file again updates the entry. It falls
only where a reader rejects a report. Nothing depends on the day of the export but the word
"overdue".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import IO, TYPE_CHECKING

from dragoman import __version__
from dragoman.formats.cells import best, printable
from dragoman.formats.sites import full_name
from dragoman.mention import denial
from dragoman.record.event import Event, History, Step
from dragoman.wording import called, plain_kind, when

if TYPE_CHECKING:
    import icalendar

_STATUS = {
    "occurred": "CONFIRMED", "ongoing": "CONFIRMED", "cancelled": "CANCELLED",
    "negated": "CANCELLED",
}  # fmt: skip
_SAID = ("postponed", "cancelled", "possible", "negated")  # statuses that the summary opens with
_DOUBTED = ("alleged", "denied")  # what a report does not tell as a fact
_FIRST = date(1970, 1, 1)
_TO_THE_DAY = re.compile(r"\d{4}-\d\d-\d\d[~?%]?", re.ASCII)


def write(histories: Iterator[History], stream: IO[bytes], today: date) -> None:
    """One calendar; each event an entry of whole days.

    Raises:
        ModuleNotFoundError: icalendar is not installed.
    """
    from icalendar import Calendar

    frame = Calendar()
    frame.add("prodid", f"-//Dragoman//Dragoman {__version__}//EN")
    frame.add("version", "2.0")
    frame.add("calscale", "GREGORIAN")
    frame.add("method", "PUBLISH")
    frame.add("x-wr-calname", "Agenda")
    opening, end = frame.to_ical().split(b"END:VCALENDAR")
    stream.write(opening)
    for history in histories:
        stream.write(_entry(history, today).to_ical())
    stream.write(b"END:VCALENDAR" + end)


def refuses(history: History) -> str | None:
    """Why the event is no entry of an agenda, whatever else is asked for."""
    event = history.event
    return "no date" if event.first_day is None and event.last_day is None else None


def _entry(history: History, today: date) -> icalendar.Event:
    from icalendar import Event as Entry

    event = history.event
    first = event.first_day or event.last_day or _FIRST
    last = first if _is_vague(event) else max(event.last_day or first, first)
    stamp = datetime.combine(event.last_reported or _FIRST, time(), UTC)
    entry = Entry()
    entry.add("uid", f"{event.id}@dragoman")
    entry.add("dtstamp", stamp)
    entry.add("last-modified", stamp)
    entry.add("sequence", len(history.steps) - 1)
    entry.add("dtstart", first)
    entry.add("dtend", last + timedelta(days=1) if last < date.max else last)
    denied = bool(denial(event.certainty))
    entry.add("status", "TENTATIVE" if denied else _STATUS.get(event.status, "TENTATIVE"))
    entry.add("transp", "TRANSPARENT")  # it takes none of the reader's own time
    entry.add("summary", printable(_summary(event, today)))
    entry.add("description", _description(history))
    entry.add("categories", [event.event])
    if place := event.where:
        entry.add("location", printable(full_name(place)))
        whole = place.precision in ("country", "area")
        if place.lat is not None and place.lon is not None and not whole:
            entry.add("geo", (place.lat, place.lon))
    if url := _address(best(history.steps, event)):
        entry.add("url", url)
    return entry


def _summary(event: Event, today: date) -> str:
    sides = " – ".join(
        ", ".join(called(party.name, party.country) for party in side)
        for side in (event.actors, event.recipients)
        if side
    )
    what = plain_kind(event.event, event.mode)
    denied = denial(event.certainty)
    told = [event.status + denied] if denied or event.status in _SAID else []
    told += ["overdue"] if event.is_overdue(today) else []
    standing = f"{', '.join(told).capitalize()}: " if told else ""
    whose = f"{sides}: {what}" if sides else f"{what.capitalize()} (nobody named)"
    return standing + whose + _open_end(event)


def _is_vague(event: Event) -> bool:
    """Whether its date names months or seasons alone, so that it fills none of their days."""
    both = event.first_day is not None and event.last_day is not None
    return both and not any(map(_TO_THE_DAY.fullmatch, (event.when or "").split("/")))


def _open_end(event: Event) -> str:
    """That an entry's day is only the last one possible, or the first, or stands for many."""
    if _is_vague(event):
        return f" (some time: {when(event.when)})"
    if event.first_day is None:
        return " (by this day)"
    return " (from this day on)" if event.last_day is None else ""


def _description(history: History) -> str:
    event = history.event
    changed = [step for step in history.steps if step.changes]
    standing = f"{event.status}{denial(event.certainty)}"
    lines = [printable(event.text), "", f"{standing}, {event.when or 'no date'}"]
    if event.disputed:
        lines.append("disputed")
    lines += ["", "History"]
    lines += [_history_line(step) for step in changed]
    return "\n".join(lines)


def _history_line(step: Step) -> str:
    voice = step.certainty if step.certainty in _DOUBTED else ""
    standing = ", ".join(filter(None, (step.status, voice)))
    told = f"{standing} {step.when}" if step.when else standing
    by = " ".join(part for part in (step.source, _address(step)) if part)
    return printable(f"{step.published or 'undated'}: {told} ({by or step.outlet})")


def _address(step: Step) -> str | None:
    """The report's address where it is one of the web; nothing else may be followed."""
    url = step.url or ""
    plain = url.isprintable() and " " not in url
    return url if plain and url.startswith(("http://", "https://")) else None
