"""Persons who bear the name of a town: 'Governor Ken Lusaka' tells nothing of Zambia."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Doc, Token

from dragoman.actors.entry import TOWNS, Kind
from dragoman.actors.gazetteer import Hit
from dragoman.analysis.grammar import NOUN_MODIFIERS, word_before
from dragoman.letters import fold

# Name of a state and given name or surname alike: the state only where no other name adjoins.
_ALSO_PERSONS = frozenset({"jordan", "chad", "israel", "georgia", "washington", "cyprus", "malta"})
_INSIDE = frozenset(
    {"in", "at", "near", "to", "from", "into", "outside", "inside", "around", "across", "of", "for",
     "through", "towards", "toward", "leave", "reach", "between"}
)  # fmt: skip
_BEFORE_NOUN = NOUN_MODIFIERS | {"det"}  # 'Lusaka police', not 'Lusaka's office'


class Bearers:
    """Tells the names of towns that persons bear, in one document.

    Args:
        doc: the document.
        hits: token index to the name it is part of, of the words before.
        given: folded given names.
    """

    def __init__(self, doc: Doc, hits: Mapping[int, Hit], given: Collection[str]) -> None:
        self._doc = doc
        self._hits = hits
        self._given = given
        self._borne: set[str] = set()

    def holds(self, hit: Hit, first: int, last: int) -> bool:
        """Whether a toponym is part of a person's name: 'Lloyd Austin', 'Michael Jordan'."""
        word = self._doc[first]
        town = hit.kind in TOWNS
        if first != last or not (town or word.lower_ in _ALSO_PERSONS) or not word.is_title:
            return False
        person = hit.kind is not Kind.SEAT and self._is_tagged(word)
        borne = person or (town and self._is_called(word))
        if borne and town:
            self._borne.add(word.text)
        return borne

    def _is_called(self, word: Token) -> bool:
        """Whether a given name stands before it, and no noun after: 'Ken Lusaka'."""
        if word.i == word.sent.start:
            return False
        before = word.nbor(-1)
        given = before.is_title and fold(before.text) in self._given
        thing = word.dep_ in _BEFORE_NOUN and word.head.i > word.i and word.head.is_lower
        return given and before.i not in self._hits and not thing

    def is_again(self, index: int) -> bool:
        """Whether the name of a town at the token is that of somebody told in full elsewhere.

        Not where it is told as a place: 'in Lusaka', 'Lusaka police'.
        """
        hit, word = self._hits[index], self._doc[index]
        if hit.kind not in TOWNS or word.text not in self._borne:
            return False
        alone = hit.start == word.idx and hit.end == word.idx + len(word)
        return alone and not self._is_place(word) and not self._is_placed(word.text)

    def _is_placed(self, name: str) -> bool:
        return any(t.text == name and self._is_place(t) for t in self._doc)

    def _is_place(self, word: Token) -> bool:
        """Whether it stands as a town does, not as somebody."""
        return word_before(word) in _INSIDE or word.dep_ in _BEFORE_NOUN

    def _is_tagged(self, word: Token) -> bool:
        """Whether the tagger reads a person's name of several words in it."""
        doc, at = self._doc, word.i
        before = at > 0 and word.ent_iob_ == "I" and doc[at - 1].text.istitle()
        after = at + 1 < len(doc) and doc[at + 1].ent_iob_ == "I" and doc[at + 1].text.istitle()
        return word.ent_type_ == "PERSON" and (before or after)
