"""ICEWS: the tab-separated columns of its published coded events, with their header."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO

from dragoman.countries import name_of
from dragoman.formats.cells import bare, best, tabbed
from dragoman.formats.codes import Deed, actor_codes, deeds, names
from dragoman.formats.sites import province_of
from dragoman.record.event import History, Party, Place

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
    "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
    "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
    "Longitude",
)  # fmt: skip
# What ICEWS writes where nobody is named.
_NOBODY = ("Unspecified Actor", "Unspecified", "")


def write(histories: Iterator[History], stream: IO[bytes], today: date) -> None:
    """A header and a row for each directed pair of an event."""
    write_row = tabbed(stream)
    write_row(COLUMNS)
    for history in histories:
        for deed in deeds(history):
            write_row(_row(deed))


def _row(deed: Deed) -> tuple[object, ...]:
    event = deed.history.event
    told = best(deed.history.steps, event)
    return (
        deed.id, deed.strict.day, *_party(deed.source), names()[deed.code], deed.code,
        deed.strict.intensity, *_party(deed.target), bare(told.article_id), None,
        bare(told.source), *_site(event.where),
    )  # fmt: skip


def _party(party: Party | None) -> tuple[str, str, str]:
    if party is None:
        return _NOBODY
    known = [*party.sectors, party.country or ""]
    sectors = dict.fromkeys(actor_codes().get(code, ("", "", ""))[2] for code in known)
    kind = actor_codes().get(party.country or "", ("country", "", ""))[0]
    country = name_of(party.country) if party.country and kind == "country" else ""
    return bare(party.name), ",".join(name for name in sectors if name), country


def _site(place: Place | None) -> tuple[object, ...]:
    if place is None:
        return (None,) * 6
    return (
        bare(place.name) if place.precision in ("city", "point") else None,
        bare(place.name) if place.precision == "district" else None,
        bare(province_of(place)),
        name_of(place.country) if place.country else None,
        place.lat,
        place.lon,
    )
