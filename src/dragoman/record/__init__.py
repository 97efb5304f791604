"""The record: articles and mentions kept, mentions linked to events, questions asked of them."""

from dragoman.record.event import Claim, Event, History, Party, Place, Step
from dragoman.record.opening import RecordError
from dragoman.record.store import Added, Record

__all__ = [
    "Added",
    "Claim",
    "Event",
    "History",
    "Party",
    "Place",
    "Record",
    "RecordError",
    "Step",
]
