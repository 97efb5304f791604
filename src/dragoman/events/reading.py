"""What the network reads in a sentence: events, their parties in characters, and contexts."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.mention import Certainty, Status

Chars = tuple[int, int]

LEAST = 0.65
"""The confidence below which a reading is left out of the coded record: see `EncoderTyper`."""
_PRESENT = 0.9
"""Chance that a word reports some event from which it is kept though its type wavers: on held-out
sentences 90 in 100 such readings are events, and the type of 47 is right."""


def overlap(one: Chars, other: Chars) -> bool:
    """Whether two spans of characters, each (start, end), share one."""
    return one[0] < other[1] and other[0] < one[1]


@dataclass(frozen=True, slots=True)
class Wholeness:
    """How sure the network is of an event's parts, in log-odds; see `dragoman.events.wholeness`.

    Attributes:
        status: of its status.
        phrases: of the weakest phrase among the actors, and of that among the recipients, together.
        words: that every word of the sentence is an actor's, a recipient's or neither, as read.
    """

    status: float
    phrases: float
    words: float


@dataclass(frozen=True, slots=True)
class Reading:
    """One event as the network reads it; spans are (start, end) in characters of the sentence.

    Attributes:
        trigger: the word that reports it.
        event: PLOVER type.
        mode: PLOVER mode or None.
        status: whether it happened.
        sureness: 0 to 1: the network's chance of that status.
        certainty: how sure the report is.
        background: whether it is of long ago, told as context.
        roles: spans of each role: actors, recipients, attribution, places, times.
        confidence: 0 to 1: the share of readings with this number whose trigger and type are right.
        presence: 0 to 1: the network's chance that the trigger reports an event of any type.
        wholeness: how sure the network is of status, actors and recipients.
    """

    trigger: Chars
    event: str
    mode: str | None
    status: Status
    sureness: float
    certainty: Certainty
    background: bool
    roles: dict[str, tuple[Chars, ...]]
    confidence: float
    presence: float
    wholeness: Wholeness

    def is_kept(self, least: float = LEAST) -> bool:
        """Whether it is to be coded: sure enough, or surely an event though its type wavers."""
        return self.confidence >= least or self.presence >= _PRESENT


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """What the network reads in one sentence: its events in order of triggers, and its contexts."""

    events: tuple[Reading, ...]
    contexts: tuple[str, ...]
