"""Events and histories as JSON values."""

from __future__ import annotations

from datetime import date
from typing import Any

from dragoman.formats.jsonl import plain as plain
from dragoman.record.event import Claim, Event, History, Party, Place

_DAYS = ("first_day", "last_day", "first_reported", "last_reported", "changed")


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
