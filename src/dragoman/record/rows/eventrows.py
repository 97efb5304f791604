"""Events as JSON values, and what of them stands in columns, so that questions find them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from dragoman import letters
from dragoman.formats.jsonl import dump, plain
from dragoman.record.event import Claim, Event, History, Party, Place
from dragoman.record.rows.schema import packed_sectors
from dragoman.record.rows.search import kept_names
from dragoman.record.rows.storable import storable
from dragoman.sides import pairs_of, standing

_DAYS = ("first_day", "last_day", "first_reported", "last_reported", "changed")
_WEEK = 7  # days
_SAME = (
    "id", "mode", "quad_class", "status", "disputed", "background", "first_day", "last_day",
    "certainty", "first_reported", "last_reported", "changed", "sources", "confidence",
    "overall_confidence",
)  # fmt: skip


def event_to_dict(event: Event) -> dict[str, Any]:
    """The event as JSON values, fields in the order of `Event`; days are ISO dates."""
    found: dict[str, Any] = plain(event)
    return found


def history_to_dict(history: History) -> dict[str, Any]:
    """The event with its ``steps``; not who of the readers ruled what."""
    return {**event_to_dict(history.event), "steps": plain(history.steps)}


def event_from_dict(row: dict[str, Any]) -> Event:
    """The event that `event_to_dict` wrote."""
    place = row["where"]
    return Event(
        **{
            **row,
            "contexts": tuple(row["contexts"]),
            "actors": tuple(_party(party) for party in row["actors"]),
            "recipients": tuple(_party(party) for party in row["recipients"]),
            "where": Place(**place) if place else None,
            "claims": tuple(
                Claim(**{**c, "sources": tuple(c["sources"]), "mentions": tuple(c["mentions"])})
                for c in row["claims"]
            ),
            **{name: date.fromisoformat(row[name]) if row[name] else None for name in _DAYS},
        }
    )


def _party(row: dict[str, Any]) -> Party:
    return Party(**{**row, "sectors": tuple(row["sectors"])})


def event_row(event: Event) -> dict[str, Any]:
    """The row of the table ``event``, less its number."""
    place = event.where
    return {
        **{name: getattr(event, name) for name in _SAME},
        "type": event.event,
        "place": storable(letters.fold(place.name)) if place else None,
        "place_country": place.country if place else None,
        "sectors": packed_sectors(s for party in event.parties for s in party.sectors),
        "data": storable(dump(event_to_dict(event))),
    }


def day_of(event: Event) -> date | None:
    """The day by whose week the event is counted; None where none can be told.

    It is the event's first possible day, where all its possible days lie within a week; else (also
    where no day is told at all) the day of its first report, where that is a possible one. What is
    told as background of long ago was no news on that day: it is counted by its own days alone.
    """
    first, last, reported = event.first_day, event.last_day, event.first_reported
    if first is not None and last is not None and (last - first).days < _WEEK:
        return first
    if reported is None or event.background:
        return None
    return reported if (first or reported) <= reported <= (last or reported) else None


def country_rows(number: int, history: History) -> Iterator[dict[str, Any]]:
    """A row for each country that takes part or on whose soil it is."""
    event = history.event
    found = {party.country for party in event.parties if party.country}
    if event.where and event.where.country:
        found.add(event.where.country)
    for country in sorted(found):
        yield {"country": country, "event": number, "last_reported": event.last_reported}


def name_rows(number: int, history: History) -> Iterator[dict[str, Any]]:
    """A row for each part of a party's name by which the event is found."""
    for name in kept_names(party.name for party in history.event.parties):
        yield {"name": name, "event": number}


def dyad_rows(number: int, history: History) -> Iterator[dict[str, Any]]:
    """A row for each two countries on its two sides, or of those who do it to each other.

    Found are all; counted are those whose parties stand for them, no country of whom is inferred
    (see `dragoman.sides`).
    """
    event, mutual = history.event, history.mutual
    found = pairs_of(event.actors, event.recipients, mutual=mutual)
    states = pairs_of(standing(event.actors), standing(event.recipients), mutual=mutual)
    for (first, second), initiator in sorted((found | states).items()):
        yield {
            "first": first,
            "second": second,
            "event": number,
            "initiator": initiator,
            "day": day_of(event),
            "counted": event.took_place and (first, second) in states,
            "claimed": event.certainty != "asserted",
            "quad_class": event.quad_class,
            "intensity": event.intensity,
        }
