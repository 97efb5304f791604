"""The course of a matter: the threat before a deed, the deed, and what ended it.

Each is of a type of its own, and so an event of its own. Which go together is asked when one of
them is shown: the same party threatens, does and ends, and the threat or the end names the deed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dragoman.days import shifted
from dragoman.mention import EventType
from dragoman.record.event import Event, History, Party
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import events, history
from dragoman.record.store.store import Record
from dragoman.record.traits.words import stem

Part = Literal["threat", "deed", "end"]
_DEEDS: tuple[EventType, ...] = ("PROTEST", "COERCE", "SANCTION", "ASSAULT", "MOBILIZE")
_TYPES: dict[Part, tuple[EventType, ...]] = {
    "threat": ("THREATEN",), "deed": _DEEDS, "end": ("CONCEDE",),
}  # fmt: skip
_THREATENED = timedelta(days=30)  # from the last report of a threat to the first of the deed
_LASTED = timedelta(days=90)  # from the first report of a deed to that of its end
_LOOKED_AT = 200  # events, the latest
_READ = 20  # of those, whose reports are read
_MOST = 3
_ENDED = frozenset(
    map(stem, "end suspend call lift cancel return break stop halt pause abandon unblock".split())
)
# Words for an end that themselves name what they end, as these begin.
_NAMING = {"reop": frozenset({"clos", "shut", "seal", "bloc"}), "unbl": frozenset({"bloc"})}
_WORD = re.compile(r"[^\W\d_]{4,}")
_SAME = 4  # letters that two forms of a word begin with: expel, expelled


@dataclass(frozen=True, slots=True)
class Linked:
    """Another event of the same course, and which part of it that is."""

    part: Part
    event: Event


def course(record: Record, told: History) -> tuple[Linked, ...]:
    """What goes with an event: threats before a deed, its end; of those the deed.

    Args:
        record: the record.
        told: the event.
    """
    part = _part(told.event)
    first, last = told.event.first_reported, told.event.last_reported
    if part is None or first is None or last is None:
        return ()
    found: list[Linked] = []
    if part == "threat":
        found += _of(record, told, "deed", first, shifted(last, _THREATENED))
    elif part == "end":
        found += _of(record, told, "deed", shifted(first, -_LASTED), last)[-1:]
    else:
        found += _of(record, told, "threat", shifted(first, -_THREATENED), last)
        found += _of(record, told, "end", first, shifted(first, _LASTED))[:1]
    return tuple(found)


def _part(event: Event) -> Part | None:
    return next((part for part, types in _TYPES.items() if event.event in types), None)


def _of(record: Record, told: History, part: Part, since: date, until: date) -> list[Linked]:
    """The events of the same course that are that part of it, the first reported first."""
    own = told.event
    countries = sorted({party.country for party in own.actors if party.country})
    if not countries:
        return []
    wanted = Filter(
        about=tuple(countries), types=_TYPES[part], reported_since=since, reported_until=until
    )
    near = events(record, wanted, limit=_LOOKED_AT, total=0).events
    words = _deed_words(told) if part != "deed" else _words_for_it(told)
    like = [
        event
        for event in near
        if _are_of_one(own, event)
        and _in_turn(own, event, part)
        and not words.isdisjoint(_beginnings(event.text))
    ]
    found = (other for event in like[:_READ] if (other := history(record, event.id)))
    linked = [other.event for other in found if _is_named(told, other, part)]
    linked.sort(key=lambda event: (event.first_reported or date.max, event.id))
    return [Linked(part, event) for event in linked[-_MOST:]]


def _in_turn(own: Event, other: Event, part: Part) -> bool:
    """Whether the threat comes before the deed, and the deed before its end."""
    early, late = (own, other) if part == "end" or own.event == "THREATEN" else (other, own)
    return (early.first_reported or date.min) <= (late.first_reported or date.max)


def _are_of_one(one: Event, other: Event) -> bool:
    """Whether one party does both, and to the same where both tell of a country."""
    if not any(_are_one(a, b) for a in one.actors for b in other.actors):
        return False
    whom, others = ({p.country for p in e.recipients if p.country} for e in (one, other))
    return not whom or not others or not whom.isdisjoint(others)


def _are_one(one: Party, other: Party) -> bool:
    if one.country != other.country:
        return one.name.casefold() == other.name.casefold()
    if one.country is not None and one.sectors[:1] == other.sectors[:1]:
        return True
    return not set(_beginnings(one.name)).isdisjoint(_beginnings(other.name))


def _is_named(told: History, other: History, part: Part) -> bool:
    """Whether the threat, or the end, names the deed."""
    deed, teller = (other, told) if part == "deed" else (told, other)
    named = {step.sentence[slice(*step.trigger)] for step in deed.steps}
    return not _words_for_it(teller).isdisjoint(word for one in named for word in _beginnings(one))


def _deed_words(deed: History) -> set[str]:
    """How words of a report of the deed's threat, or of its end, may begin."""
    triggers = (step.sentence[slice(*step.trigger)] for step in deed.steps)
    named = {word for trigger in triggers for word in _beginnings(trigger)}
    return named | {end for end, ended in _NAMING.items() if not named.isdisjoint(ended)}


def _words_for_it(teller: History) -> set[str]:
    """How the words begin that a threat or an end has for what is threatened or ended."""
    found: set[str] = set()
    for step in teller.steps:
        start, end = step.trigger
        word = step.sentence[start:end].casefold()
        found |= _NAMING.get(word[:_SAME], frozenset())
        if teller.event.event != "CONCEDE" or stem(word) in _ENDED:
            found.update(_beginnings(step.sentence[end:]))
    return found


def _beginnings(text: str) -> Iterator[str]:
    words: Iterable[str] = _WORD.findall(text.casefold())
    return (word[:_SAME] for word in words)
