"""Events and histories as JSON values."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from dragoman.record.event import Claim, Event, History, Party, Place, Step

_DAYS = ("first_day", "last_day", "first_reported", "last_reported", "changed")


def event_to_dict(event: Event) -> dict[str, Any]:
    """The event as JSON values, fields in the order of `Event`; days are ISO dates."""
    return {key: _plain(value) for key, value in asdict(event).items()}


def history_to_dict(history: History) -> dict[str, Any]:
    """The event with its ``steps``."""
    steps = [{k: _plain(v) for k, v in asdict(step).items()} for step in history.steps]
    return {**event_to_dict(history.event), "steps": steps}


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


def step_to_dict(step: Step) -> dict[str, Any]:
    """The step as JSON values."""
    return {key: _plain(value) for key, value in asdict(step).items()}


def _party(row: dict[str, Any]) -> Party:
    return Party(**{**row, "sectors": tuple(row["sectors"])})


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value
