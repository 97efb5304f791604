"""Which of the names in an article are names of places there.

Every name collects evidence for and against; what each piece weighs stands in one table. The
weights were set by hand. None is critical: moved by 0.4 either way, none changes F1 on the
development part of GeoWebNews by more than 0.006.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.places.gazetteer import Gazetteer
from dragoman.places.names import Name, is_capital
from dragoman.places.regions import is_power, region_after
from dragoman.places.words import Words

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
    "dateline": 2.5,
    "followed by its region": 2.2,
    "in a list of places": 1.3,
    "a place elsewhere": 1.3,
    "well known": 1.4,
    "a town": 0.4,
    "a village": -0.6,
    "by another name": -0.6,
    "several words": 0.7,
    "short": -0.8,
    "a word of the text": -1.2,
    "a common noun of places": -2.5,
    "used of something else": -9.0,
    "part of a person's name": -3.0,
    "a person of this text": -1.8,
    "after a title": -2.0,
    "speaks": -1.0,
    "opens a sentence": -0.4,
    "inside a longer name": -1.0,
    "unknown to the gazetteer": -1.4,
}
ENOUGH = 1.0
"""Evidence from which a name is taken for a place."""

_WELL_KNOWN = 300_000
_TOWN = 15_000
_ROUNDS = 3
_LOWER_WORD = re.compile(r"\b[a-z]{3,}\b")
_DASHES = frozenset("- – — --".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """A name with its evidence."""

    name: Name
    evidence: tuple[str, ...]

    @property
    def weight(self) -> float:
        """The sum of the evidence."""
        return sum(WEIGHTS[piece] for piece in self.evidence)


class Recogniser:
    """Decides which names are places.

    Args:
        gazetteer: where demonyms and abbreviations are looked up.
        words: the word classes.
    """

    def __init__(self, gazetteer: Gazetteer, words: Words) -> None:
        self._gazetteer = gazetteer
        self._words = words
        self._common = (
            words.division | words.nature | words.site | words.body | words.title | words.direction
        )

    def __call__(self, doc: Doc, text: str, names: list[Name]) -> list[Reading]:
        """The names that are places, in order."""
        context = _Context(doc, text, names)
        readings = [Reading(name, tuple(self._evidence(context, name))) for name in names]
        for _ in range(_ROUNDS):
            sure = {r.name.start: r for r in readings if r.weight >= ENOUGH}
            readings = _supported(doc, readings, sure)
        return [reading for reading in readings if reading.weight >= ENOUGH]

    def _evidence(self, context: _Context, name: Name) -> list[str]:
        found = self._inside(context, name)
        found += self._around(context, name)
        found += self._person(context, name)
        return found

    def _inside(self, context: _Context, name: Name) -> list[str]:
        doc, found = context.doc, []
        last = doc[name.end - 1]
        label = last.ent_type_
        if label in ("GPE", "LOC", "FAC", "NORP", "PERSON", "ORG"):
            found.append(f"marked {label}")
        else:
            found.append("marked otherwise" if label else "not marked")
        if not any(doc[i].pos_ == "PROPN" for i in range(name.start, name.end)):
            found.append("not a proper noun")
        if name.key in self._words.never:
            found.append("used of something else")
        if name.end - name.start > 1 and " " in name.key:
            found.append("several words")
        else:
            if name.key in context.lower:
                found.append("a word of the text")
            if name.key in self._common:
                found.append("a common noun of places")
        found += _standing(name)
        if any(is_power(name.key, place, self._gazetteer) for place in name.places):
            found.append("a country or capital")
        return found

    def _around(self, context: _Context, name: Name) -> list[str]:
        doc, words, found = context.doc, self._words, []
        before = _before(doc, name, words)
        if before is not None and before.lower_ in words.where_preposition:
            found.append("after a place preposition")
        after = doc[name.end] if name.end < len(doc) else None
        if _struck(doc[name.end - 1], words):
            found.append("where somebody goes or strikes")
        kinds = words.division | words.nature
        if (
            after is not None
            and (after.lower_ in kinds or (after.text.islower() and after.lower_ in words.fixed))
        ) or _of_kind(doc, name, words):
            found.append("with a kind of place")
        if _is_dateline(doc, name, words):
            found.append("dateline")
        if _followed_by_region(doc, name, context, self._gazetteer):
            found.append("followed by its region")
        if doc[name.start].is_sent_start and "after a place preposition" not in found:
            found.append("opens a sentence")
        if (
            after is not None
            and is_capital(after)
            and not after.is_sent_start
            and after.lower_ not in words.division | words.nature | words.site
            and after.i not in context.starts
            and after.lower_ not in words.title
        ):
            found.append("inside a longer name")
        return found

    def _person(self, context: _Context, name: Name) -> list[str]:
        doc, words, found = context.doc, self._words, []
        previous = doc[name.start - 1] if name.start else None
        entity = context.person_at.get(name.start)
        if entity and entity[1] - entity[0] > name.end - name.start:
            found.append("part of a person's name")
        elif (
            previous is not None
            and previous.lower_.strip(".") in words.title
            and is_capital(previous)
        ):
            found.append("after a title")
        elif name.end - name.start == 1 and doc[name.start].text in context.surnames:
            found.append("a person of this text")
        following = doc[name.end] if name.end < len(doc) else None
        if (
            following is not None
            and following.lower_ in ("said", "says", "told", "added")
            and not _major(name)
        ):
            found.append("speaks")
        return found


class _Context:
    """What is looked up for every name of one text."""

    def __init__(self, doc: Doc, text: str, names: list[Name]) -> None:
        self.doc = doc
        self.lower = set(_LOWER_WORD.findall(text))
        self.starts = {name.start: name for name in names}
        self.person_at: dict[int, tuple[int, int]] = {}
        self.surnames: set[str] = set()
        for entity in doc.ents:
            if entity.label_ == "PERSON":
                for i in range(entity.start, entity.end):
                    self.person_at[i] = (entity.start, entity.end)
                parts = [t.text for t in entity if t.text not in ("'s", "’s")]
                if len(parts) > 1:
                    self.surnames.add(parts[-1])


def _major(name: Name) -> bool:
    return any(
        p.kind in ("country", "admin1")
        or (p.kind == "feature")
        or (p.population >= _WELL_KNOWN and not p.alias)
        for p in name.places
    )


def _standing(name: Name) -> list[str]:
    places = name.places
    if not places:
        return [] if name.site else ["unknown to the gazetteer"]
    found = []
    if _major(name):
        found.append("well known")
    elif any(p.population >= _TOWN and not p.alias for p in places):
        found.append("a town")
    elif all(p.alias for p in places):
        found.append("by another name")
    elif " " not in name.key:
        found.append("a village")
    if len(name.key) < 4 and not _major(name):
        found.append("short")
    return found


def _before(doc: Doc, name: Name, words: Words) -> Token | None:
    """The token before the name, an article, direction or 'the city of' skipped."""
    i = name.start - 1
    while i >= 0 and (
        doc[i].lower_ in ("the", "a", "an", "-") or doc[i].lower_ in words.direction - {"near"}
    ):
        i -= 1
    if i >= 1 and doc[i].lower_ == "of" and doc[i - 1].lower_ in words.division | words.placed:
        return doc[i - 1].nbor(0) if i < 2 else _skip_article(doc, i - 2)
    return doc[i] if i >= 0 else None


def _struck(token: Token, words: Words) -> bool:
    """'shelled X', 'seized Y', 'X was hit'."""
    verb = token.head.lemma_ in words.move
    return verb and token.dep_ in ("dobj", "nsubjpass")


def _skip_article(doc: Doc, i: int) -> Token:
    while i > 0 and (doc[i].lower_ in ("the", "a", "an", "its") or doc[i].pos_ == "ADJ"):
        i -= 1
    return doc[i]


def _of_kind(doc: Doc, name: Name, words: Words) -> bool:
    """'the city of X', 'Mount X', 'the River X'."""
    if name.start < 1:
        return False
    previous = doc[name.start - 1]
    kinds = words.division | words.nature
    if previous.lower_ in words.nature:
        return True
    return previous.lower_ == "of" and name.start > 1 and doc[name.start - 2].lower_ in kinds


def _is_dateline(doc: Doc, name: Name, words: Words) -> bool:
    """'ISLAMABAD -', 'KABUL, Feb 3 (AP) —', 'PARIS (Reuters)' at the start of a paragraph."""
    first = doc[name.start]
    if (
        first.i
        and "\n" not in doc[first.i - 1].text
        and not (first.i > 1 and "\n" in doc[first.i - 2].text)
    ):
        return False
    for i in range(name.end, min(name.end + 14, len(doc))):
        token = doc[i]
        if "\n" in token.text or (token.text in (".", "!", "?") and i > name.end + 3):
            return False
        if token.text in _DASHES and i > name.end and doc[i - 1].text == ")":
            return True
        if (
            token.text in _DASHES
            and (doc[name.start].text.isupper() or i == name.end)
            and i <= name.end + 6
        ):
            return (bool(token.whitespace_) and doc[i - 1].whitespace_ != "") or token.text in (
                "—",
                "--",
            )
        if token.text == "(" and i + 1 < len(doc) and doc[i + 1].lower_ in words.agency:
            return True
    return False


def _followed_by_region(doc: Doc, name: Name, context: _Context, gazetteer: Gazetteer) -> bool:
    """'Newark, New Jersey', 'Paris, France', 'Gainesville, Va.'."""
    return bool(name.places) and region_after(doc, name, context.starts, gazetteer) is not None


def _supported(doc: Doc, readings: list[Reading], sure: dict[int, Reading]) -> list[Reading]:
    """The readings, with what the sure ones say for the others."""
    sure_keys = {reading.name.key for reading in sure.values()}
    ends = {reading.name.end for reading in sure.values()}
    supported = []
    for reading in readings:
        extra = []
        if reading.name.start not in sure:
            listed = _in_list(doc, reading.name, sure, ends)
            if listed and "in a list of places" not in reading.evidence:
                extra.append("in a list of places")
            if (
                reading.name.key in sure_keys
                and "a place elsewhere" not in reading.evidence
                and not _person_like(reading)
            ):
                extra.append("a place elsewhere")
        supported.append(Reading(reading.name, (*reading.evidence, *extra)))
    return supported


def _in_list(doc: Doc, name: Name, sure: dict[int, Reading], ends: set[int]) -> bool:
    """Joined by 'and' or a comma to a sure place; these begin at ``sure``, end at ``ends``."""
    i = name.start - 1
    while i >= 0 and doc[i].lower_ in (",", "and", "or", "the", "&"):
        i -= 1
    if i + 1 < name.start and i + 1 in ends and doc[i + 1].lower_ != "the":
        return True
    j = name.end
    while j < len(doc) and doc[j].lower_ in (",", "and", "or", "the", "&"):
        j += 1
    return j > name.end and j in sure


def _person_like(reading: Reading) -> bool:
    return bool(
        {"part of a person's name", "after a title", "speaks", "inside a longer name"}.intersection(
            reading.evidence
        )
    )
