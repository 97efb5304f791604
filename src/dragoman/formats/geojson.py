"""GeoJSON (RFC 7946): placed events as points."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from dragoman.formats.jsonl import dump
from dragoman.record.arrow import outlets_of, place_columns, urls_of
from dragoman.record.event import History
from dragoman.record.rows.eventrows import event_to_dict


def write(histories: Iterator[History], stream: IO[bytes], today: date) -> None:
    """One FeatureCollection; events without coordinates have no geometry."""
    stream.write(b'{"type": "FeatureCollection", "features": [')
    between = "\n"
    for history in histories:
        stream.write((between + dump(_feature(history, today))).encode("utf-8", "replace"))
        between = ",\n"
    stream.write(b"\n]}\n")


def refuses(history: History) -> str | None:
    """Why the event stands on no map."""
    place = history.event.where
    if place is None:
        return "no place told"
    return "place without coordinates" if place.lat is None or place.lon is None else None


def _feature(history: History, today: date) -> dict[str, Any]:
    event, place = history.event, history.event.where
    placed = place is not None and place.lat is not None and place.lon is not None
    told = event_to_dict(event)
    columns = place_columns(place)
    del told["where"], told["id"], columns["lat"], columns["lon"]
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]}
        if place and placed
        else None,
        "properties": {
            **told,
            **columns,
            "overdue": event.is_overdue(today),
            "outlets": outlets_of(history.steps),
            "urls": urls_of(history.steps),
        },
    }
