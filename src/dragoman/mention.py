"""The mention: what one sentence reports of one event, tied to its words.

The field names are the product's interface; ``mention.schema.json`` beside this file describes
them for other languages, and a test holds one to the other.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Literal, get_args

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal[
    "occurred", "ongoing", "planned", "postponed", "cancelled", "possible", "negated"
]
STATUSES: tuple[Status, ...] = get_args(Status)
FUTURE: frozenset[Status] = frozenset({"planned", "postponed", "cancelled", "possible"})
"""Statuses of what lies ahead, or would."""
TAKEN_OFF: frozenset[Status] = frozenset({"postponed", "cancelled"})
"""Statuses of what was planned and is not to be as planned."""
DONE: tuple[Status, ...] = ("occurred", "ongoing")
"""Statuses of what took or is taking place; the rest did not, or merely may have."""
COOPERATION = (1, 2)
"""Quad classes; the others are of conflict."""
Certainty = Literal["asserted", "attributed", "alleged", "denied"]
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
"""From the firmest to the most doubtful."""
Counted = Literal["killed", "injured", "arrested", "size"]
COUNTED: tuple[Counted, ...] = get_args(Counted)
"""What `Magnitudes` counts, in the order of its fields."""
Basis = Literal["stated", "relative", "anchored", "unresolved"]
Precision = Literal["point", "city", "district", "region", "area", "country"]
PRECISIONS: tuple[Precision, ...] = get_args(Precision)
"""From the finest to the widest."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of the article's text, and the text there."""

    text: str
    start: int
    end: int


def stripped(text: str, start: int) -> Span:
    """The text that begins at character ``start``, without the blanks around it."""
    words = text.strip()
    first = start + len(text) - len(text.lstrip())
    return Span(words, first, first + len(words))


@dataclass(frozen=True, slots=True)
class Entity(Span):
    """A party: an actor or a recipient.

    Attributes:
        name: canonical name ("Masoud Pezeshkian", "Iran", "United Nations"); the words of the
            text where nothing better is known.
        country: ISO 3166-1 alpha-3, or KOS, UNO, EUR, IGO, NGO, IMG, MNC; None when unknown.
        sectors: PLOVER sector codes, primary first; ``UNK`` alone when unidentified.
        office: the office held, as told or known ("President", "Interior Minister"); else None.
        inferred: True where the sentence does not name the party and it was carried over from
            the context; the span then points to the words it was carried over from.
        country_inferred: True where no word told of the party tells its country, and it is taken
            from what the text around it is about, though not from whom it acts against.
    """

    name: str
    country: str | None
    sectors: tuple[str, ...]
    office: str | None = None
    inferred: bool = False
    country_inferred: bool = False


@dataclass(frozen=True, slots=True)
class Speaker(Span):
    """Who is named as the source of a claim; the fields are those of `Entity`."""

    name: str
    country: str | None
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class When(Span):
    """When the event took or is to take place.

    Attributes:
        edtf: the date in EDTF (ISO 8601-2), level 1 where needed; ``XXXX`` is an unknown year.
        basis: ``stated`` (the words alone tell it), ``relative`` (counted from the day of
            publication), ``anchored`` (counted from another event's date or the dateline),
            ``unresolved`` (the publication date it depends on is unknown).
    """

    edtf: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Where(Span):
    """A place where the event took or is to take place.

    Attributes:
        name: GeoNames' name, or the text's where unresolved.
        country: ISO 3166-1 alpha-3, or None (seas, unresolved places).
        geonameid: GeoNames id, or None.
        lat: latitude in degrees, WGS 84, or None where no words tell where a place unknown to
            GeoNames is.
        lon: longitude in degrees, WGS 84, or None.
        precision: how fine the coordinates are: ``point``, ``city``, ``district``, ``region``
            (first-order division), ``area`` (sea, desert, cross-border region), ``country``.
    """

    name: str
    country: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class Magnitude(Span):
    """A number told of the event, as a closed range; ``high`` is None for 'at least'."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Magnitudes:
    """How many people were killed, injured or arrested.

    ``size``: how many took part or had it done to them otherwise: marched, were abducted or sent.
    """

    killed: Magnitude | None = None
    injured: Magnitude | None = None
    arrested: Magnitude | None = None
    size: Magnitude | None = None


@dataclass(frozen=True, slots=True)
class Cue(Span):
    """Words that decided a field: ``field`` names it, ``why`` says the reading in a few words."""

    field: str
    why: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One event as one sentence reports it.

    Attributes:
        id: stable over runs: made of the article's id, the trigger's offset and the type.
        article_id: the article's id.
        event: PLOVER 2.0 type, the natural one (an announced visit is CONSULT).
        mode: PLOVER mode of that type, or None.
        contexts: PLOVER contexts, most telling first; may be empty.
        quad_class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material
            conflict.
        intensity: PLOVER conflict-cooperation score of type and mode, -10 to +10.
        trigger: the word that reports the event.
        sentence: the sentence it stands in.
        actors: who does it; everybody taking part where it is reciprocal.
        recipients: whom it is directed at.
        status: whether it happened.
        certainty: how sure the report is: the outlet's own voice (``asserted``), a named party's
            (``attributed``), hedged (``alleged``), or disputed (``denied``).
        background: True where it is of long ago, told as context, or shown by an old
            picture without a day.
        attribution: who says so, where the report names them.
        when: when, or None where nothing is told.
        where: where, finest first; may be empty.
        magnitudes: counts told of it.
        confidence: 0 to 1: the share of mentions with this number whose trigger and type are right.
        overall_confidence: 0 to 1: the share of mentions with this number that are right in type,
            status, actors and recipients together; None where it was not told.
        cues: the words behind status, certainty and attribution.
    """

    id: str
    article_id: str
    event: EventType
    mode: str | None
    contexts: tuple[str, ...]
    quad_class: int
    intensity: float
    trigger: Span
    sentence: Span
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    status: Status
    certainty: Certainty
    background: bool
    attribution: tuple[Speaker, ...]
    when: When | None
    where: tuple[Where, ...]
    magnitudes: Magnitudes
    confidence: float
    overall_confidence: float | None = None
    cues: tuple[Cue, ...] = ()

    @property
    def parties(self) -> tuple[Entity, ...]:
        """Who takes part on either side, the actors first."""
        return (*self.actors, *self.recipients)


def took_place(status: Status, certainty: Certainty) -> bool:
    """Whether it took or is taking place, and is not told only to be denied.

    This alone counts between two countries, in the relations of an article as in a record's dyads.
    """
    return status in DONE and certainty != "denied"


def denial(certainty: Certainty) -> str:
    """What people read beside the status of what is told only to be denied; else nothing."""
    return ", denied" if certainty == "denied" else ""


def claimed(certainty: Certainty) -> str:
    """What people read among the facts of what is told on somebody's word alone; else nothing."""
    return certainty if certainty in ("attributed", "alleged") else ""


def as_published(mention: Mention, text: str) -> Mention:
    """The mention with the words of every span taken from ``text`` at the span's offsets."""
    found: Mention = _requoted(mention, text)
    return found


def _requoted(value: Any, text: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_requoted(item, text) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {f.name: _requoted(getattr(value, f.name), text) for f in fields(value)}
    if isinstance(value, Span):
        changes["text"] = text[value.start : value.end]
    return replace(value, **changes)
