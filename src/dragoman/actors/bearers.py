"""Persons who bear the name of a town: 'Governor Ken Lusaka' tells nothing of Zambia."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Doc, Token

from dragoman.actors.entry import TOWNS, Kind
from dragoman.actors.eponyms import names_a_thing
from dragoman.actors.gazetteer import Hit
from dragoman.analysis.grammar import NOUN_MODIFIERS, word_before
from dragoman.letters import fold

# Name of a state and given name or surname alike: the state only where no other name adjoins.
_ALSO_PERSONS = frozenset({"jordan", "chad", "israel", "georgia", "washington", "cyprus", "malta"})
# What stands directly before a person's name alone.
_STYLES = frozenset(
    {"mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "dr", "madam", "madame", "baroness",
     "sheikh", "sheikha", "prof", "professor", "rev", "reverend", "pastor", "sister", "brother",
     "queen", "prince", "princess", "comrade", "inspector", "sergeant", "constable", "detective"}
)  # fmt: skip
# What does so too, but heads a body or a town's office as well: 'Governor Lagos' only where more
# of a name follows.
_OFFICES = frozenset(
    {"president", "governor", "gov", "senator", "sen", "rep", "representative", "mayor", "mp",
     "minister", "premier", "chancellor", "congressman", "congresswoman", "councillor", "chairman",
     "chairwoman", "judge", "magistrate", "prosecutor", "sheriff", "spokesman", "spokeswoman",
     "lawmaker", "activist", "lawyer", "journalist", "bishop", "archbishop", "commissioner",
     "chief", "colonel", "col", "captain", "capt", "lieutenant", "lt", "general", "gen",
     "brigadier", "admiral", "commander", "secretary", "king", "ambassador", "speaker",
     "leader", "director"}
)  # fmt: skip
# What posts abroad are called, which stand before their towns: 'Consulate General Karachi'.
_POSTS = frozenset({"consul", "consulate", "consulates", "consuls", "office"})
_INSIDE = frozenset(
    {"in", "at", "near", "to", "from", "into", "outside", "inside", "around", "across", "of", "for",
     "through", "towards", "toward", "leave", "reach", "between"}
)  # fmt: skip
_BEFORE_NOUN = NOUN_MODIFIERS | {"det"}  # 'Lusaka police', not 'Lusaka's office'
_LONGEST_NAME = 3  # words between a title and a surname


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
        borne = person or (town and not self._is_of_thing(word) and self._is_called(word))
        if borne and town:
            self._borne.add(word.text)
        return borne

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

    def _is_of_thing(self, word: Token) -> bool:
        """Whether it stands before a noun: 'Macron Paris meeting', 'Prince Sydney Hospital'."""
        compound = word.dep_ in _BEFORE_NOUN and word.head.i > word.i and word.head.is_lower
        return compound or names_a_thing(self._doc, word.i + 1)

    def _is_called(self, word: Token) -> bool:
        """Whether a title or a given name stands before it."""
        before = self._name_before(word)
        if before is None:
            return False
        title = _plain(before)
        if title in _STYLES:
            return True
        if before.i == word.i - 1 and fold(before.text) in self._given:
            return True
        if title not in _OFFICES or (before.i and _plain(self._doc[before.i - 1]) in _POSTS):
            return False
        return before.i < word.i - 1 or self._goes_on(word)

    def _name_before(self, word: Token) -> Token | None:
        """The title or given name with which the name begins that the word is in."""
        for index in range(word.i - 1, max(-1, word.i - 2 - _LONGEST_NAME), -1):
            token = self._doc[index]
            if token.sent != word.sent or not (token.text[0].isupper() or token.text == "."):
                return None
            title = _plain(token)
            if title in _STYLES | _OFFICES or fold(token.text) in self._given:
                return token if index not in self._hits else None
            if index in self._hits or token.pos_ not in ("PROPN", "X"):
                return None
        return None

    def _goes_on(self, word: Token) -> bool:
        """Whether one more word of the name follows: 'Governor Paris Mwangi'."""
        after = self._doc[word.i + 1 : word.i + 2]
        return any(t.is_title and t.tag_ == "NNP" and t.sent == word.sent for t in after)


def _plain(token: Token) -> str:
    return token.lower_.rstrip(".")
