"""In what sense a place name is used: as a location, for a government, as a modifier, in a name."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dragoman.analysis.grammar import NOUN_SUBJECTS
from dragoman.places.gazetteer import Gazetteer
from dragoman.places.names import Name, after, is_capital
from dragoman.places.regions import is_power
from dragoman.places.toponym import ToponymKind
from dragoman.places.words import Words

_POSTS = frozenset({"post", "posts", "outpost", "outposts"})
_OWNING = frozenset({"'s", "’s", "'", "’"})
_MODIFIES = frozenset({"compound", "amod", "nmod", "npadvmod", "poss", "nummod"})


class SenseReader:
    """Reads the sense from the words around and the parse.

    Args:
        words: the word classes.
        gazetteer: tells which towns are capitals.
    """

    def __init__(self, words: Words, gazetteer: Gazetteer) -> None:
        self._words = words
        self._gazetteer = gazetteer
        self._located = words.placed | words.site | words.kinds

    def __call__(self, doc: Doc, name: Name) -> ToponymKind:
        """The sense of one name."""
        words = self._words
        follower = after(doc, name)
        if not name.site and self._is_embedded(doc, name):
            return "embedded"
        root = _root(doc, name)
        before = doc[name.start - 1] if name.start else None
        if before is not None and before.lower_ == "the" and name.start > 1:
            before = doc[name.start - 2]
        if follower is not None and follower.lower_ in words.kinds:
            return "literal"
        if follower is not None and _is_tied(doc[name.end - 1], follower):
            return "modifier"
        head = _modified(root, name.end)
        if head is not None:
            return self._modifier(doc, name, head)
        if follower is not None and follower.tag_ == "POS" and follower.lower_ in _OWNING:
            return self._owner(doc, name)
        if before is not None and before.lower_ == "against":
            return "government"  # in war, in court, in sport: a party, whatever its name
        if before is not None and before.lower_ in words.where_preposition - {"between"}:
            return "government" if self._acts(name) and _given(before, words) else "literal"
        return self._argument(name, root)

    def demonym(self, doc: Doc, token: Token) -> ToponymKind:
        """The sense of an adjective of a country: it locates only a noun such as 'border'.

        A 'German consulate' is anywhere but in Germany.
        """
        if token.i + 1 == len(doc) or token.whitespace_ == "":
            return "modifier"
        noun = _last_noun(doc, token.i + 1)
        if noun is None or noun.lower_ in self._words.mission or is_capital(noun):
            return "modifier"
        return "literal" if noun.lower_ in self._words.placed else "modifier"

    def _is_embedded(self, doc: Doc, name: Name) -> bool:
        """A capitalised word of an organisation's name follows, or 'Bank of' precedes."""
        words = self._words
        kinds = words.kinds | words.title | words.direction
        i = name.end
        while i < len(doc) and is_capital(doc[i]) and not doc[i].is_sent_start:
            if doc[i].lower_ in kinds:
                break
            if doc[i].lower_ in words.body | words.site or (
                doc[i].ent_type_ in ("ORG", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT")
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
        """'Idlib province' and 'the Iraqi border' locate, 'Toronto police' does not."""
        last = _last_noun(doc, name.end) or head
        if last.lower_ in _POSTS and last.text.islower() and not self._acts(name):
            return "literal"  # 'the Wagah post'
        return "literal" if self._locates(name, head) or self._locates(name, last) else "modifier"

    def _owner(self, doc: Doc, name: Name) -> ToponymKind:
        """A possessive: a country's minister modifies, a city's hospital locates."""
        for i in range(name.end + 1, min(name.end + 6, len(doc))):
            token = doc[i]
            if token.is_punct or token.lower_ in self._words.person_noun:
                break
            if is_capital(token) and i + 1 < len(doc) and is_capital(doc[i + 1]):
                continue  # 'State' of "Chad's State Customs Committee"
            if self._locates(name, token):
                return "literal"
        return "modifier" if self._acts(name) else "literal"

    def _acts(self, name: Name) -> bool:
        """Whether the name can stand for a government: a country's or its capital's."""
        return any(is_power(name.key, place, self._gazetteer) for place in name.places)

    def _is_person(self, noun: Token) -> bool:
        """'the president of Iran', 'King Abdullah II of Jordan'."""
        return noun.lower_ in self._words.person_noun or (
            noun.pos_ == "PROPN" and noun.lower_ not in self._located
        )

    def _locates(self, name: Name, noun: Token) -> bool:
        if noun.lower_ in self._words.mission and self._acts(name):
            return False
        return noun.lower_ in self._located or noun.lemma_.lower() in self._located

    def _argument(self, name: Name, root: Token) -> ToponymKind:
        words, acts = self._words, self._acts(name)
        seen = 0
        while root.dep_ in ("conj", "appos") and root.head.i < root.i and seen < 6:
            root, seen = root.head, seen + 1
        if root.dep_ in NOUN_SUBJECTS:
            acting = root.head.lemma_ in words.say or root.head.pos_ == "VERB"
            return "government" if acts and acting else "literal"
        if root.dep_ in ("pobj", "agent"):
            return self._governed(name, root.head)
        if root.dep_ in ("dobj", "dative") and acts:
            return "literal" if root.head.lemma_ in words.move else "government"
        return "literal"

    def _governed(self, name: Name, preposition: Token) -> ToponymKind:
        """The sense of a name after a preposition."""
        words, acts = self._words, self._acts(name)
        word, ruler = preposition.lower_, preposition.head
        if word == "between" and ruler.lemma_.lower() in words.route:
            return "literal"
        if acts and _given(preposition, words):
            return "government"
        if word == "on" and ruler.lower_ in words.assault and _is_town(name):
            return "literal"  # what is bombed is the town, whoever sits there
        if word in words.where_preposition and word != "between":
            return "literal"
        if word in ("with", "for") and ruler.lemma_ in ("border", "leave", "head", "depart"):
            return "literal"
        if acts and word in words.party_preposition:
            return "government"
        return "modifier" if word == "of" and self._is_person(ruler) else "literal"


def _is_town(name: Name) -> bool:
    return bool(name.places) and all(place.kind != "country" for place in name.places)


def _last_noun(doc: Doc, start: int) -> Token | None:
    """The last of the adjectives and nouns that follow one another: 'guard' of 'coast guard'."""
    last = None
    for i in range(start, min(start + 5, len(doc))):
        if doc[i].pos_ not in ("NOUN", "PROPN", "ADJ"):
            break
        if last is not None and is_capital(doc[i]) and not is_capital(last):
            break  # 'the Syrian capital Damascus'
        last = doc[i]
    return last


def _given(preposition: Token, words: Words) -> bool:
    """'sell arms to Riyadh', 'a message to Tehran': the government receives."""
    if preposition.lower_ != "to":
        return False
    ruler = preposition.head
    return ruler.lemma_.lower() in words.give or any(
        child.dep_ == "dobj" and child.lemma_.lower() in words.give
        for child in ruler.children
    )


def _root(doc: Doc, name: Name) -> Token:
    for i in range(name.end - 1, name.start - 1, -1):
        if not name.start <= doc[i].head.i < name.end or doc[i].head.i == i:
            return doc[i]
    return doc[name.end - 1]


def _modified(root: Token, end: int) -> Token | None:
    """The noun that the name stands before, within a few words."""
    while root.dep_ == "conj" and root.head.i < root.i:
        root = root.head  # 'Japanese and US firms'
    if root.dep_ not in _MODIFIES or root.dep_ == "poss":
        return None
    head = root.head
    return head if end <= head.i <= end + 4 else None


def _is_tied(last: Token, hyphen: Token) -> bool:
    """Whether a hyphen ties a name, by its last token, to a word without a capital: 'US-led'."""
    if hyphen.text != "-" or last.whitespace_ or hyphen.whitespace_:
        return False
    return hyphen.i + 1 == len(hyphen.doc) or not is_capital(hyphen.nbor(1))
