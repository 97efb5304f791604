"""CAMEO: directed pairs of actors with CAMEO codes, tab-separated with a header."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO

from dragoman.formats.cells import bare, best, tabbed
from dragoman.formats.codes import actor_code, deeds, names
from dragoman.formats.sites import full_name
from dragoman.record.event import History

COLUMNS = {
    "id": "number of the row, the same in every export",
    "event": "id of the event in the record",
    "date": "first day of the event; of its first report where no day is told",
    "source": "CAMEO code of who does it",
    "source_name": "its name",
    "target": "CAMEO code of whom it is directed at",
    "target_name": "its name",
    "code": "CAMEO code of the event",
    "label": "the code's name",
    "root": "the code's first two digits",
    "quad_class": "1 to 4, by the root",
    "intensity": "PLOVER's score of type and mode, which stands for Goldstein's",
    "plover": "PLOVER type and mode",
    "status": "whether it happened",
    "place": "where",
    "lat": "latitude, degrees",
    "lon": "longitude, degrees",
    "sources": "independent sources",
    "text": "the sentence that tells it best",
    "url": "where that stands",
}


def write(histories: Iterator[History], stream: IO[bytes], today: date) -> None:
    """A header and a row for each directed pair of an event."""
    write_row = tabbed(stream)
    write_row(COLUMNS)
    for history in histories:
        event, place = history.event, history.event.where
        told = best(history.steps, event)
        for deed in deeds(history):
            write_row((
                deed.id, event.id, deed.strict.day, actor_code(deed.source),
                bare(deed.source.name if deed.source else None), actor_code(deed.target),
                bare(deed.target.name if deed.target else None), deed.code, names()[deed.code],
                deed.code[:2], quad_of(deed.code), deed.strict.intensity,
                "/".join(part for part in (event.event, event.mode) if part), event.status,
                bare(full_name(place)) if place else None, place.lat if place else None,
                place.lon if place else None, event.sources, bare(event.text), bare(told.url),
            ))  # fmt: skip


def quad_of(code: str) -> int:
    """CAMEO's quad class: 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict."""
    root = int(code[:2])
    return 1 + sum(root >= first for first in (6, 9, 14))
