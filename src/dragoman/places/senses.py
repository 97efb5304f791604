"""In what sense a place name is used: as a location, for a government, as a modifier, in a name."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dragoman.places.names import Name, is_capital
from dragoman.places.toponym import ToponymKind
from dragoman.places.words import Words

_MODIFIES = frozenset({"compound", "amod", "nmod", "npadvmod", "poss", "nummod"})


class SenseReader:
    """Reads the sense from the words around and the parse.

    Args:
        words: the word classes.
    """

    def __init__(self, words: Words) -> None:
        self._words = words

    def __call__(self, doc: Doc, name: Name) -> ToponymKind:
        """The sense of one name."""
        words = self._words
        nouns = words.division | words.nature
        after = doc[name.end] if name.end < len(doc) else None
        if not name.site and self._embedded(doc, name):
            return "embedded"
        root = _root(doc, name)
        before = doc[name.start - 1] if name.start else None
        if before is not None and before.lower_ == "the" and name.start > 1:
            before = doc[name.start - 2]
        if after is not None and after.lower_ in nouns:
            return "literal"
        if (
            after is not None
            and after.text == "-"
            and not doc[name.end - 1].whitespace_
            and not after.whitespace_
            and not (after.i + 1 < len(doc) and is_capital(after.nbor(1)))
        ):
            return "modifier"
        head = _modified(root, name.end)
        if head is not None:
            return self._modifier(doc, name, head)
        if _holder(doc, name):
            return self._held(doc, name)
        if before is not None and before.lower_ in words.where_preposition:
            return "literal"
        return self._argument(name, root)

    def demonym(self, doc: Doc, token: Token) -> ToponymKind:
        """The sense of an adjective of a country: it locates only a noun such as 'border'."""
        head = token.head if token.head.i > token.i else None
        following = token.nbor(1) if token.i + 1 < len(doc) else None
        for noun in (head, following):
            if noun is not None and noun.lower_ in self._words.placed and not is_capital(noun):
                return "literal"
        return "modifier"

    def _embedded(self, doc: Doc, name: Name) -> bool:
        """A capitalised word of an organisation's name follows, or 'Bank of' precedes."""
        words = self._words
        kinds = words.division | words.nature | words.title | words.direction
        i = name.end
        while i < len(doc) and is_capital(doc[i]) and not doc[i].is_sent_start:
            if doc[i].lower_ in kinds:
                break
            if (
                doc[i].lower_ in words.body | words.site
                or doc[i].ent_type_ in ("ORG", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT")
                and doc[name.start].ent_type_ == doc[i].ent_type_
            ):
                return True
            i += 1
        if name.start >= 2 and doc[name.start - 1].lower_ in ("of", "for", "de"):
            owner = doc[name.start - 2]
            if is_capital(owner) and owner.lower_ in words.body | words.site:
                return True
        return False

    def _modifier(self, doc: Doc, name: Name, head: Token) -> ToponymKind:
        words = self._words
        if head.lower_ in words.person_noun:
            return "modifier"
        if head.lower_ in words.placed | words.site | words.nature | words.division:
            return "literal"
        return "modifier"

    def _held(self, doc: Doc, name: Name) -> ToponymKind:
        """A possessive: a country's minister modifies, a city's hospital locates."""
        words = self._words
        following = [doc[i] for i in range(name.end + 1, min(name.end + 5, len(doc)))]
        for token in following:
            if token.is_punct:
                break
            if token.lower_ in words.person_noun:
                return "modifier"
            if token.lower_ in words.placed | words.site | words.nature | words.division:
                return "literal"
        return "modifier" if _is_country(name) else "literal"

    def _argument(self, name: Name, root: Token) -> ToponymKind:
        words, country = self._words, _is_country(name)
        seen = 0
        while root.dep_ in ("conj", "appos") and root.head.i < root.i and seen < 6:
            root, seen = root.head, seen + 1
        if root.dep_ in ("nsubj", "nsubjpass"):
            return "government" if country and root.head.lemma_ in words.say else "literal"
        if root.dep_ in ("pobj", "agent"):
            preposition = root.head.lower_
            if preposition in words.where_preposition and preposition != "between":
                return "literal"
            if country and preposition in words.party_preposition:
                return "government"
            if preposition == "of" and country and root.head.head.lower_ in words.person_noun:
                return "modifier"
            return "literal"
        if root.dep_ in ("dobj", "obj", "dative") and country:
            return "literal" if root.head.lemma_ in words.move else "government"
        return "literal"


def _root(doc: Doc, name: Name) -> Token:
    for i in range(name.end - 1, name.start - 1, -1):
        if not name.start <= doc[i].head.i < name.end or doc[i].head.i == i:
            return doc[i]
    return doc[name.end - 1]


def _modified(root: Token, end: int) -> Token | None:
    """The noun that the name stands before, within a few words."""
    if root.dep_ not in _MODIFIES or root.dep_ == "poss":
        return None
    head = root.head
    return head if end <= head.i <= end + 4 else None


def _holder(doc: Doc, name: Name) -> bool:
    return (
        name.end < len(doc)
        and doc[name.end].lower_ in ("'s", "’s", "'", "’")
        and doc[name.end].tag_ == "POS"
    )


def _is_country(name: Name) -> bool:
    return any(place.kind == "country" for place in name.places)
