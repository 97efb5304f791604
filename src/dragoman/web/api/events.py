"""Events by filter, one with its history, and how those of a filter divide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from dragoman.record import Event, History
from dragoman.record.questions.questions import Facets, events, facets, history
from dragoman.web.api.asking import Chosen, Identifier, Listed, TheRecord, Today
from dragoman.web.api.paging import Paging, paged
from dragoman.web.problems import ProblemError

router = APIRouter(tags=["events"])


@dataclass(frozen=True, slots=True)
class EventList:
    """A page of events."""

    events: tuple[Event, ...]
    paging: Paging


@router.get("/events", summary="Events by filter")
def list_events(
    request: Request,
    response: Response,
    record: TheRecord,
    today: Today,
    asked: Annotated[Listed, Query()],
) -> EventList:
    """Events that fit the whole filter, a page of them."""
    found = events(
        record, asked.wanted(today), sort=asked.sort, limit=asked.limit, offset=asked.offset
    )
    return EventList(found.events, paged(request, response, asked, found.total))


@router.get("/events/{event_id}", summary="One event with its history")
def one_event(record: TheRecord, event_id: Annotated[Identifier, Path()]) -> History:
    """The event of this id, or that of the mention of this id; enough of an id will do."""
    found = history(record, event_id)
    if found is None:
        raise ProblemError(404, "the record has no such event, or several whose ids begin so")
    return found


@router.get("/facets", summary="How the events of a filter divide")
def count_events(record: TheRecord, today: Today, asked: Chosen) -> Facets:
    """Counts by type, status and country over the newest 10,000 events of the filter."""
    return facets(record, asked.wanted(today))
