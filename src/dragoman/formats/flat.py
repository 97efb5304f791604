"""CSV for spreadsheets and scripts: one event a line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO

from dragoman.formats.cells import bounds, cell, commas, latest, numbers
from dragoman.mention import COUNTED
from dragoman.record.arrow import outlets_of, place_columns, urls_of
from dragoman.record.event import History, Party

COLUMNS = {
    "id": "the event's id",
    "event": "PLOVER type, the natural one",
    "mode": "PLOVER mode",
    "contexts": "PLOVER contexts",
    "quad_class": "1 to 4",
    "intensity": "PLOVER score, -10 to +10",
    "actors": "who does it",
    "actor_countries": "their codes, in the same order; ? where unknown",
    "actor_countries_inferred": "for each 1 where the code is taken from the text around and no "
    "word told of the party says so, else 0",
    "actor_sectors": "their sectors, in the same order, primary first",
    "recipients": "whom it is directed at",
    "recipient_countries": "their codes, likewise",
    "recipient_countries_inferred": "1 or 0, likewise",
    "recipient_sectors": "their sectors",
    "status": "whether it happened",
    "certainty": "the firmest voice that says so",
    "disputed": "1 where somebody denies it",
    "overdue": "1 where its last day lies before today and no report says if it took place",
    "background": "1 where it is only told as context of long ago",
    "when": "its date in EDTF",
    "first_day": "first day on which it can have taken place",
    "last_day": "last such day",
    "day": "one day to sort and count by: the day told, else that of its first report where it "
    "took or is taking place",
    "day_basis": "what `day` rests on: told (that day is told), first (the first of several "
    "possible days), last (the last, where no first is known), report (that of the first report)",
    "place": "where",
    "place_country": "the place's country",
    "geonameid": "the place in GeoNames",
    "lat": "latitude, degrees",
    "lon": "longitude, degrees",
    "precision": "how fine the coordinates are",
    "killed": "numbers told, as 12, 12 to 15, or 12 or more; those that differ side by side",
    "killed_low": "the least that anybody tells, a whole number",
    "killed_high": "the most that anybody tells; empty where that is told as 'or more'",
    "killed_latest": "what the last report to tell it says: of tolls that rise, the newest",
    "injured": "the same",
    "injured_low": "the same",
    "injured_high": "the same",
    "injured_latest": "the same",
    "arrested": "the same",
    "arrested_low": "the same",
    "arrested_high": "the same",
    "arrested_latest": "the same",
    "size": "the same",
    "size_low": "the same",
    "size_high": "the same",
    "size_latest": "the same",
    "first_reported": "day of its first report",
    "last_reported": "day of its last report",
    "changed": "day of the report that gave it its present status",
    "before": "the status that it had before",
    "mentions": "sentences that report it",
    "reports": "articles that do",
    "sources": "independent ones among them",
    "confidence": "0 to 1: how sure trigger and type are right",
    "overall_confidence": "0 to 1: how sure type, status, actors and recipients are right together",
    "text": "the sentence that tells it best",
    "outlets": "who reports it",
    "urls": "where",
}
_APART = "; "


def write(histories: Iterator[History], stream: IO[bytes], today: date) -> None:
    """A header and one line an event; several values in a cell stand apart by '; '.

    Opens with a byte order mark, by which Excel knows the text for UTF-8.
    """
    stream.write(b"\xef\xbb\xbf")
    with commas(stream) as table:
        table.writerow(COLUMNS)
        for history in histories:
            found = _row(history, today)
            table.writerow([found[column] for column in COLUMNS])


def _row(history: History, today: date) -> dict[str, object]:
    event, place = history.event, history.event.where
    row: dict[str, object] = {name: getattr(event, name, None) for name in COLUMNS}
    return row | {
        "contexts": _APART.join(event.contexts),
        "actors": _names(event.actors),
        "actor_countries": _countries(event.actors),
        "actor_countries_inferred": _inferred(event.actors),
        "actor_sectors": _sectors(event.actors),
        "recipients": _names(event.recipients),
        "recipient_countries": _countries(event.recipients),
        "recipient_countries_inferred": _inferred(event.recipients),
        "recipient_sectors": _sectors(event.recipients),
        "disputed": int(event.disputed),
        "overdue": int(event.is_overdue(today)),
        "background": int(event.background),
        **place_columns(place),
        "place": cell(place.name) if place else None,
        **_counts(history),
        "text": cell(event.text),
        "outlets": cell(_APART.join(outlets_of(history.steps))),
        "urls": cell(_APART.join(urls_of(history.steps))),
    }


def _counts(history: History) -> dict[str, object]:
    found: dict[str, object] = {}
    for counted in COUNTED:
        low, high = bounds(history.event, counted)
        found |= {
            counted: numbers(history.event, counted),
            f"{counted}_low": low,
            f"{counted}_high": high,
            f"{counted}_latest": latest(history, counted),
        }
    return found


def _names(parties: tuple[Party, ...]) -> str:
    return cell(_APART.join(party.name for party in parties))


def _countries(parties: tuple[Party, ...]) -> str:
    # An unknown one is marked, so that the second code belongs to the second name.
    return _APART.join(party.country or "?" for party in parties)


def _inferred(parties: tuple[Party, ...]) -> str:
    return _APART.join(str(int(party.country_inferred)) for party in parties)


def _sectors(parties: tuple[Party, ...]) -> str:
    return _APART.join(" ".join(party.sectors) or "UNK" for party in parties)
