"""The record: articles and mentions kept, mentions linked to events, questions asked of them."""

from dragoman.record.event import Claim, Event, History, Party, Place, Step
from dragoman.record.filters import Filter
from dragoman.record.opening import RecordError
from dragoman.record.questions import events, histories, history
from dragoman.record.store import Added, Record

__all__ = [
    "Added",
    "Claim",
    "Event",
    "Filter",
    "History",
    "Party",
    "Place",
    "Record",
    "RecordError",
    "Step",
    "events",
    "histories",
    "history",
]
