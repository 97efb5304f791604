"""Which of the names in an article are names of places there.

Every name collects evidence for and against; what each piece weighs stands in one table. The
weights were set by hand. None is critical: moved by 0.4 either way, none changes F1 on the
development part of GeoWebNews by more than 0.006.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from dragoman.places.evidence import Evidence
from dragoman.places.gazetteer import Gazetteer
from dragoman.places.names import Name
from dragoman.places.untabled import TOLD
from dragoman.places.words import DISTRICTS, Words

WEIGHTS: dict[str, float] = {
    "marked GPE": 2.0,
    "marked LOC": 1.8,
    "marked FAC": 1.4,
    "marked NORP": -0.6,
    "marked PERSON": -1.2,
    "marked ORG": -0.4,
    "marked otherwise": -1.2,
    "not marked": -0.3,
    "not a proper noun": -1.3,
    "after a place preposition": 1.6,
    "where somebody goes or strikes": 1.3,
    "a country or capital": 0.7,
    "with a kind of place": 1.5,
    "with something that stands there": 1.2,
    "told to be a place": 3.7,
    "where something is": 1.3,
    "dateline": 2.5,
    "followed by its region": 2.2,
    "in a list of places": 1.3,
    "a place elsewhere": 1.3,
    "told elsewhere to be a place": 3.7,
    "well known": 1.4,
    "a town": 0.4,
    "a village": -0.6,
    "by another name": -0.6,
    "several words": 0.7,
    "short": -0.8,
    "a word of the text": -1.2,
    "a common noun of places": -2.5,
    "used of something else": -9.0,
    "a direction alone": -9.0,
    "part of a person's name": -3.0,
    "a person of this text": -1.8,
    "after a title": -2.0,
    "speaks": -1.0,
    "opens a sentence": -0.4,
    "the label of a line": 0.6,
    "inside a longer name": -1.0,
    "unknown to the gazetteer": -1.4,
}
ENOUGH = 1.0
"""Evidence from which a name is taken for a place."""

_ROUNDS = 3
_LIST = "in a list of places"
_ELSEWHERE = "a place elsewhere"
_TOLD_ELSEWHERE = "told elsewhere to be a place"
_NOT_ELSEWHERE = frozenset(
    {"part of a person's name", "after a title", "speaks", "inside a longer name", _ELSEWHERE,
     _TOLD_ELSEWHERE, TOLD}
)  # fmt: skip
"""Evidence of names that are not taken for places because the same name is one elsewhere."""
_DIVISIONS = DISTRICTS | {"province", "state", "region"}
_JOINING = frozenset({",", "and", "or", "the", "&"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A name with its evidence."""

    name: Name
    evidence: tuple[str, ...]

    @property
    def weight(self) -> float:
        """The sum of the evidence."""
        return sum(WEIGHTS[piece] for piece in self.evidence)


def recognise(
    doc: Doc, text: str, names: Sequence[Name], gazetteer: Gazetteer, words: Words
) -> list[Reading]:
    """The names that are places, in order.

    Args:
        doc: the parsed text.
        text: the text.
        names: what may name a place.
        gazetteer: where demonyms and abbreviations are looked up.
        words: the word classes.
    """
    evidence = Evidence(doc, text, names, gazetteer, words)
    readings = [Reading(name, evidence.of(name)) for name in names]
    for _ in range(_ROUNDS):
        readings = _supported(doc, readings)
    return _sure(readings)


def _sure(readings: Sequence[Reading]) -> list[Reading]:
    return [reading for reading in readings if reading.weight >= ENOUGH]


def _supported(doc: Doc, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, with what the sure ones say for the others."""
    sure = [reading.name for reading in _sure(readings)]
    keys = {name.key for name in sure}
    told_of = {reading.name.key for reading in _sure(readings) if TOLD in reading.evidence}
    starts, ends = {name.start for name in sure}, {name.end for name in sure}
    supported = []
    for reading in readings:
        name, told = reading.name, reading.evidence
        if name.start not in starts:
            if _LIST not in told and _in_list(doc, name, starts, ends):
                told = (*told, _LIST)
            if name.key in keys and _NOT_ELSEWHERE.isdisjoint(told):
                unknown = name.key in told_of and not name.places
                told = (*told, _TOLD_ELSEWHERE if unknown else _ELSEWHERE)
        supported.append(replace(reading, evidence=told))
    return supported


def _in_list(doc: Doc, name: Name, starts: set[int], ends: set[int]) -> bool:
    """Joined by 'and' or a comma to a sure place; these begin at ``starts``, end at ``ends``."""
    i = name.start - 1
    while i >= 0 and doc[i].lower_ in _JOINING:
        i -= 1
    if i >= 0 and i + 1 < name.start and i + 1 not in ends and doc[i].lower_ in _DIVISIONS:
        while i >= 0 and doc[i].lower_ in _DIVISIONS:
            i -= 1  # 'Guma district, Benue State'
    if i + 1 < name.start and i + 1 in ends and doc[i + 1].lower_ != "the":
        return True
    j = name.end
    while j < len(doc) and doc[j].lower_ in _JOINING:
        j += 1
    return j > name.end and j in starts
