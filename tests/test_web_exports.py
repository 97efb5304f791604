"""Exports and the calendar over the web: the same files that the command writes."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import icalendar
import pytest
from starlette.testclient import TestClient

from dragoman.formats.exports import FORMATS, export
from dragoman.record import Record
from dragoman.record.daily.diary import calendar
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import events, histories
from dragoman.web.app import create_app
from dragoman.web.settings import Settings

TODAY = date(2025, 7, 28)
IRAN = Filter(about=("IRN",))


@pytest.fixture(scope="module")
def record(kept: Path) -> Iterator[Record]:
    with Record.open(kept) as found:
        yield found


@pytest.fixture(scope="module")
def client(kept: Path) -> Iterator[TestClient]:
    app = create_app(Settings(kept, today=lambda: TODAY))
    with TestClient(app, base_url="http://127.0.0.1") as found:
        yield found


def written(record: Record, wanted: Filter, name: str) -> list[bytes]:
    streams = [io.BytesIO() for _ in FORMATS[name].suffixes]
    export(histories(record, wanted), name, *streams, today=TODAY)
    return [stream.getvalue() for stream in streams]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_comes_as_the_command_writes_it(
    client: TestClient, record: Record, name: str
) -> None:
    files = written(record, IRAN, name)
    for part, expected in zip(("events", "mentions"), files, strict=False):
        answer = client.get(f"/api/v1/events.{name}?about=Iran&part={part}")
        assert answer.status_code == 200
        assert answer.content == expected
        assert answer.headers["content-type"].split(";")[0] == FORMATS[name].media_type
        assert f"events{FORMATS[name].suffixes[part == 'mentions']}" in answer.headers["content-disposition"]
    assert files[0]


def test_an_unknown_format_and_a_second_file_that_is_none_are_refused(client: TestClient) -> None:
    assert client.get("/api/v1/events.exe").status_code == 422
    assert client.get("/api/v1/events.csv?part=mentions").status_code == 404


def test_no_more_exports_than_allowed_run_at_once_and_each_gives_its_place_back(
    client: TestClient,
) -> None:
    places: threading.BoundedSemaphore = client.app.state.export_places  # type: ignore[attr-defined]
    taken = 0
    while places.acquire(blocking=False):
        taken += 1
    answer = client.get("/api/v1/events.csv")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "30")
    for _ in range(taken):
        places.release()
    for _ in range(taken + 1):
        assert client.get("/api/v1/events.csv?about=IRN").status_code == 200


def test_the_calendar_follows_the_visit_from_plan_to_deed(
    client: TestClient, record: Record
) -> None:
    (visit, *_) = events(record, Filter(dyad=("IRN", "PAK"), types=("CONSULT",), modes=("visit",)), sort="sources").events
    answer = client.get("/agenda.ics?about=IRN")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    entries = {str(entry["uid"]): entry for entry in icalendar.Calendar.from_ical(answer.content).walk("VEVENT")}
    entry = entries[f"{visit.id}@dragoman"]
    assert entry.decoded("dtstart") == visit.first_day
    assert int(entry["sequence"]) > 0
    assert str(entry["status"]) == "CONFIRMED"


def test_the_calendar_holds_all_plans_around_its_day(record: Record) -> None:
    found = {history.event.id for history in calendar(record, Filter(), on=TODAY)}
    planned = events(record, Filter(statuses=("planned", "postponed", "cancelled")), limit=500).events
    around = {e.id for e in planned if e.first_day and date(2025, 5, 29) <= (e.last_day or e.first_day) and e.first_day <= date(2026, 7, 29)}
    assert around
    assert around <= found
