"""What speaks for a name being that of a place, and what against it, each told in words.

Evidence is of three kinds: of the name by itself, of the words around it, and of persons who may
bear it. What each piece weighs stands in `recognition`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from dragoman.analysis.grammar import DONE_TO, PLACE_LABELS
from dragoman.places.gazetteer import Gazetteer
from dragoman.places.names import Name, after, is_capital, is_out_of, is_proper
from dragoman.places.place import TOWN, fold
from dragoman.places.regions import is_power, region_after
from dragoman.places.sited import PLANNING
from dragoman.places.untabled import how_told, is_of_area
from dragoman.places.words import Words

_WELL_KNOWN = 300_000
_SHORT = 4  # letters; a name of fewer is as likely an abbreviation
_LABELS = frozenset({"GPE", "LOC", "FAC", "NORP", "PERSON", "ORG"})
_LOWER_WORD = re.compile(r"\b[a-z]{3,}\b")
_ARTICLES = frozenset({"the", "a", "an"})
_SPEAKING = frozenset({"said", "says", "told", "added"})
_UPON = frozenset({"on", "upon", "of", "against"})
_HELD = frozenset({"summit", "talks", "conference"})
_DASHES = frozenset("- – — --".split())
_DATELINE = 14  # tokens after the place in which the dash or the agency stands


class Evidence:
    """Collects the evidence on the names of one text.

    Args:
        doc: the parsed text.
        text: the text.
        names: its names.
        gazetteer: where demonyms and abbreviations are looked up.
        words: the word classes.
    """

    def __init__(
        self, doc: Doc, text: str, names: Sequence[Name], gazetteer: Gazetteer, words: Words
    ) -> None:
        self._doc = doc
        self._gazetteer = gazetteer
        self._words = words
        self._lower = frozenset(_LOWER_WORD.findall(text))
        self._starts = {name.start: name for name in names}
        persons = [entity for entity in doc.ents if entity.label_ == "PERSON"]
        self._length_of_person = {
            i: sum(map(_is_of_name, entity))
            for entity in persons
            for i in range(entity.start, entity.end)
        }
        spelt = ([t.text for t in entity if t.text not in ("'s", "’s")] for entity in persons)
        self._surnames = {parts[-1] for parts in spelt if len(parts) > 1}

    def of(self, name: Name) -> tuple[str, ...]:
        """The pieces of evidence on a name; each is a key of `recognition.WEIGHTS`."""
        return (*self._inside(name), *self._around(name), *self._persons(name))

    def _inside(self, name: Name) -> Iterator[str]:
        """What the name itself tells."""
        label = self._doc[name.end - 1].ent_type_
        if label not in PLACE_LABELS:
            told = how_told(self._doc, name.start, name.end, self._words)
            if told:
                yield told
        if label in _LABELS:
            yield f"marked {label}"
        else:
            yield "marked otherwise" if label else "not marked"
        if not any(is_proper(token) for token in self._doc[name.start : name.end]):
            yield "not a proper noun"
        if name.key in self._words.never:
            yield "used of something else"
        if name.end - name.start > 1 and " " in name.key:
            yield "several words"
        else:
            if name.key in self._lower:
                yield "a word of the text"
            if name.key in self._words.common:
                yield "a common noun of places"
        yield from _standing(name)
        if any(is_power(name.key, place, self._gazetteer) for place in name.places):
            yield "a country or capital"

    def _around(self, name: Name) -> Iterator[str]:
        """What the words around the name tell."""
        doc, words = self._doc, self._words
        before, follower = _before(doc, name, words), after(doc, name)
        after_preposition = before is not None and (
            before.lower_ in words.where_preposition
            or (before.lower_ == "for" and before.head.lemma_ in PLANNING)
            or is_out_of(doc, before.i)
        )
        if after_preposition:
            yield "after a place preposition"
        if _is_struck(doc[name.end - 1], words):
            yield "where somebody goes or strikes"
        if _follows_kind(doc, name, words) or (
            follower is not None and (_is_kind(follower, words) or is_of_area(doc, name.end))
        ):
            yield "with a kind of place"
        elif name.key in words.direction:
            yield "a direction alone"
        elif _is_ground_of(doc, name, words):
            yield "with something that stands there"
        if _is_dateline(doc, name, words):
            yield "dateline"
        if name.places and region_after(doc, name, self._starts, self._gazetteer):
            yield "followed by its region"
        if doc[name.start].is_sent_start and not after_preposition:
            label = follower is not None and follower.text == ":"
            yield "the label of a line" if label else "opens a sentence"
        if follower is not None and self._goes_on(follower):
            yield "inside a longer name"

    def _goes_on(self, follower: Token) -> bool:
        """Whether the word after a name makes it the beginning of another one."""
        words = self._words
        return (
            is_capital(follower)
            and not follower.is_sent_start
            and follower.i not in self._starts
            and follower.lower_ not in words.kinds | words.site | words.title
        )

    def _persons(self, name: Name) -> Iterator[str]:
        """What tells that somebody bears the name."""
        doc, size = self._doc, name.end - name.start
        previous = doc[name.start - 1] if name.start else None
        given = (
            previous is not None and fold(previous.text) in self._gazetteer.given_names
            and is_capital(previous) and previous.i not in self._starts
        )  # fmt: skip
        if given or self._length_of_person.get(name.start, 0) > size:
            yield "part of a person's name"
        elif previous is not None and _is_title(previous, self._words):
            yield "after a title"
        elif size == 1 and doc[name.start].text in self._surnames:
            yield "a person of this text"
        follower = after(doc, name)
        if follower is not None and follower.lower_ in _SPEAKING and not is_major(name):
            yield "speaks"


def _is_of_name(token: Token) -> bool:
    """Whether a token that the model put into a person's name may be in it: no plain word is."""
    return not (token.is_alpha and token.text.islower())


def _is_title(token: Token, words: Words) -> bool:
    return token.lower_.strip(".") in words.title and is_capital(token)


def is_major(name: Name) -> bool:
    """Whether the name is that of a country, a region, a feature or a large town."""
    return any(
        p.kind in ("country", "admin1", "feature") or (p.population >= _WELL_KNOWN and not p.alias)
        for p in name.places
    )


def _standing(name: Name) -> Iterator[str]:
    """How well known the places of the name are."""
    places, major = name.places, is_major(name)
    if not places:
        if not name.site:
            yield "unknown to the gazetteer"
        return
    if major:
        yield "well known"
    elif any(p.population >= TOWN and not p.alias for p in places):
        yield "a town"
    elif all(p.alias for p in places):
        yield "by another name"
    elif " " not in name.key:
        yield "a village"
    if len(name.key) < _SHORT and not major:
        yield "short"


def _before(doc: Doc, name: Name, words: Words) -> Token | None:
    """The token before the name, an article, direction or 'the city of' skipped."""
    i = name.start - 1
    skipped = _ARTICLES | {"-"} | words.direction - {"near"}
    while i >= 0 and doc[i].lower_ in skipped:
        i -= 1
    if i < 0:
        return None
    if i >= 1 and doc[i].lower_ == "of" and doc[i - 1].lower_ in words.division | words.placed:
        i = max(i - 2, 0)
        while i > 0 and (doc[i].lower_ in _ARTICLES | {"its"} or doc[i].pos_ == "ADJ"):
            i -= 1
    return doc[i]


def _is_struck(token: Token, words: Words) -> bool:
    """'shelled X', 'seized Y', 'X was hit', 'an attack on Z'."""
    if token.dep_ == "pobj" and token.head.lower_ in _UPON:
        before = token.head.nbor(-1) if token.head.i else token
        return before.lower_ in words.assault
    return token.dep_ in DONE_TO and token.head.lemma_ in words.move


def _is_kind(token: Token, words: Words) -> bool:
    """'X province', 'X river', 'X square'."""
    return token.lower_ in words.kinds or (token.text.islower() and token.lower_ in words.fixed)


def _follows_kind(doc: Doc, name: Name, words: Words) -> bool:
    """'the city of X', 'Mount X', 'the River X'."""
    if name.start < 1:
        return False
    previous = doc[name.start - 1]
    if previous.lower_ in words.nature:
        return True
    return previous.lower_ == "of" and name.start > 1 and doc[name.start - 2].lower_ in words.kinds


def _is_ground_of(doc: Doc, name: Name, words: Words) -> bool:
    """'the market of X', 'the airport of X'; or what is held in a town: 'the X summit'."""
    if name.end < len(doc) and doc[name.end].lower_ in _HELD and doc[name.end].text.islower():
        return True
    if name.start < 2 or doc[name.start - 1].lower_ != "of":
        return False
    noun = doc[name.start - 2]
    return noun.text.islower() and noun.lower_ in words.site & words.placed


def _is_dateline(doc: Doc, name: Name, words: Words) -> bool:
    """'ISLAMABAD -', 'KABUL, Feb 3 (AP) —', 'PARIS (Reuters)' at the start of a paragraph."""
    first = doc[name.start]
    if first.i and all("\n" not in token.text for token in doc[max(first.i - 2, 0) : first.i]):
        return False
    for token in doc[name.end : name.end + _DATELINE]:
        far = token.i - name.end
        if "\n" in token.text or (far > 3 and token.text in (".", "!", "?")):
            return False
        if token.text in _DASHES:
            before = doc[token.i - 1]
            if far and before.text == ")":
                return True
            if far == 0 or (far <= 6 and first.text.isupper()):
                spaced = token.whitespace_ != "" and before.whitespace_ != ""
                return spaced or token.text in ("—", "--")
        if token.text == "(" and token.i + 1 < len(doc) and token.nbor().lower_ in words.agency:
            return True
    return False
