"""PLOVER JSON Lines, as the PLOVER 2.0 draft manual defines the record.

Strict types: what is planned, threatened or called off is the commitment, threat or refusal that
`dragoman.formats.strict` makes of it. Fields of our own beside the manual's say what that leaves
out: ``natural`` (type and mode before the reduction), ``status``, ``certainty``, ``disputed``,
``edtf``, ``confidence``, ``claims``, ``reports``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from dragoman import __version__
from dragoman.countries import name_of
from dragoman.events.ontology import kinds
from dragoman.formats.cells import best
from dragoman.formats.jsonl import dump, plain
from dragoman.formats.sites import province_of
from dragoman.formats.strict import Strict, strict
from dragoman.record.event import Claim, Event, History, Party, Place, Step

_CODER = f"dragoman {__version__}"
_CODEBOOK = "PLOVER 2.0 draft"
_RESOLUTION = {"point": 5, "city": 4, "district": 3, "region": 2, "country": 1}
_SIZE = {"killed": "dead", "injured": "injured", "arrested": "arrested", "size": "size"}


def write(histories: Iterator[History], stream: IO[bytes], today: date) -> None:
    """One PLOVER record a line; fields without a value are left out."""
    for history in histories:
        stream.write((dump(record_of(history)) + "\n").encode("utf-8", "replace"))


def refuses(history: History) -> str | None:
    """Why the manual would not have the event: the part it demands and nobody names."""
    event, made = history.event, strict(history.event)
    if not event.actors:
        return "no actor named"
    if not event.recipients and kinds()[made.event, made.mode].recipient_required:
        return "no recipient named, which AID, COOPERATE and SANCTION must have"
    return None


def record_of(history: History) -> dict[str, Any]:
    """The event as a PLOVER record; where no actor is named, one of sector UNK."""
    event, made = history.event, strict(history.event)
    told = best(history.steps, event)
    record = {
        "id": event.id,
        **_dates(event, made),
        "actor": [_entity(party) for party in event.actors] or [{"sector": "UNK"}],
        "recipient": [_entity(party) for party in event.recipients],
        "event": [made.event],
        "mode": [made.mode] if made.mode else [],
        "context": [*event.contexts, *made.marks],
        "event_loc": _location(event.where) if event.where else None,
        "event_text": [told.sentence[slice(*told.trigger)]],
        "quad_code": made.quad_class,
        "event_scale": made.intensity,
        "size": _size(event.claims),
        "text": told.sentence,
        "text_info": {"start": told.start, "end": told.start + len(told.sentence)},
        "cite_info": _citation(told),
        "coder": _CODER,
    }
    kept = {name: value for name, value in record.items() if value not in (None, [], {})}
    return kept | {
        "natural": {"event": event.event, "mode": event.mode},
        "status": event.status,
        "certainty": event.certainty,
        "disputed": event.disputed,
        "edtf": event.when,
        "confidence": event.confidence,
        "claims": plain(event.claims),
        "reports": [_citation(step) for step in history.steps],
    }


def _dates(event: Event, made: Strict) -> dict[str, str | None]:
    last = event.last_day if made.day == event.first_day else None
    return {
        "date": made.day.isoformat() if made.day else None,
        "enddate": last.isoformat() if last and last != made.day else None,
    }


def _entity(party: Party) -> dict[str, str]:
    # The manual's sector field holds the primary and one secondary code.
    entity = {
        "code": party.country,
        "sector": "".join(party.sectors[:2]),
        "identifier_text": party.name,
        "office": party.office,
    }
    return {name: value for name, value in entity.items() if value}


def _location(place: Place) -> dict[str, Any]:
    country = name_of(place.country) if place.country else None
    location = {
        "resolved_place": place.name,
        "geonameid": place.geonameid,
        "lat": place.lat,
        "lon": place.lon,
        "city": place.name if place.precision == "city" else None,
        "district": place.name if place.precision == "district" else None,
        "province": province_of(place),
        "country": country,
        "country_code": place.country,
        "resolution": _RESOLUTION.get(place.precision),
    }
    return {name: value for name, value in location.items() if value is not None}


def _size(claims: tuple[Claim, ...]) -> dict[str, int]:
    """The number that most reports give of each count; the lowest it can be."""
    found: dict[str, Claim] = {}
    for claim in claims:
        name = _SIZE[claim.counted]
        if name not in found or len(claim.mentions) >= len(found[name].mentions):
            found[name] = claim
    return {name: claim.low for name, claim in found.items()}


def _citation(step: Step) -> dict[str, Any]:
    cited = {
        "publication": step.source,
        "title": step.title,
        "url": step.url,
        "citation": step.article_id,
        "published": step.published.isoformat() if step.published else None,
        "language": "en",
        "coder": _CODER,
        "codebook": _CODEBOOK,
    }
    return {name: value for name, value in cited.items() if value}
