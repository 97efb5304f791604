"""Whether a run of capitalised words names a person, and not a place, a body or a thing."""

from __future__ import annotations

from spacy.tokens import Span, Token

from dragoman.actors.encounters import ENCOUNTERS
from dragoman.actors.entry import Kind
from dragoman.actors.leaders import Leaders
from dragoman.actors.names import Names
from dragoman.actors.roles import Roles
from dragoman.actors.titles import NameTitle
from dragoman.letters import fold

_PERSONAL_ACTS = frozenset(
    {"hold", "arrest", "detain", "charge", "jail", "meet", "kill", "free", "release", "appoint",
     "name", "elect", "sack", "dismiss", "summon", "accuse", "sentence", "shoot", "wound", "deport",
     "marry", "succeed", "resign", "die", "speak", "lead", "win", "deny", "believe", "think"}
)  # fmt: skip
# What is done to persons alone.
_SEIZING = frozenset(
    "arrest detain jail imprison sentence extradite deport kidnap abduct behead interrogate".split()
)
# First words of names of places that look like persons': 'Khor Abdullah'.
_OPENING_PLACES = frozenset(
    {"ain", "bandar", "beit", "cape", "cerro", "deir", "hawr", "jabal", "jebel", "kafr", "khor",
     "koh", "kuh", "lake", "mount", "nahr", "ras", "shatt", "tal", "tell", "umm", "wadi"}
)  # fmt: skip
# What a headline says an officer has: 'Foreign Minister Telephone Talk with Norway'.
_DEEDS = ENCOUNTERS | frozenset(
    "visit trip tour remarks statement speech interview briefing address message readout "
    "consultation consultations attendance".split()
)
_AT = frozenset({"in", "near", "into", "outside", "around", "across", "throughout"})
_NO_PERSON = frozenset({"GPE", "LOC", "FAC", "EVENT", "LAW", "PRODUCT"})
_SPEAKING = frozenset({"say", "tell", "add", "warn", "vow"})
_CALLED = frozenset({"alias", "aka", "a.k.a.", "nicknamed"})
_LENGTH_OF_AGE = 2  # digits: 'Paris, 2015,' is no person of that age
_LONGEST_ACRONYM = 5  # letters


class PersonalNames:
    """Tells the names of persons from other names.

    Args:
        names: the document's names.
        roles: the tables of roles and titles.
        leaders: the leaders whom names mean.
    """

    def __init__(self, names: Names, roles: Roles, leaders: Leaders) -> None:
        self._names = names
        self._roles = roles
        self._leaders = leaders
        self._doc = names.doc

    def holds(self, start: int, end: int, title: NameTitle, words: list[str]) -> bool:
        """Whether the tokens name a person.

        Args:
            start: index of the first token.
            end: one past the last.
            title: what stands directly before them.
            words: the words of the name, folded.
        """
        tokens = self._doc[start:end]
        if title.is_body:
            return False
        if any(self._names.kind(token) is Kind.LEADER for token in tokens):
            return True
        if words[-1] in _DEEDS:
            return False
        if title.noun and not title.office and self._continues_body(start):
            return False
        if title.office or title.noun or title.gender:
            return True
        if len(tokens) == 1 and is_acronym(tokens[0]):
            return False
        labels = {t.ent_type_ for t in tokens}
        if _is_ground(tokens):
            return _speaks(tokens)
        if "PERSON" in labels or _is_seized(tokens):
            return True
        if len(tokens) == 1:
            return bool(self._leaders.fitting(words, title))
        if _has_alias(tokens):
            return True
        if not labels.isdisjoint(_NO_PERSON):
            return _speaks(tokens)
        return _speaks(tokens) or _acts(tokens) or self._is_told_beside(tokens)

    def _continues_body(self, start: int) -> bool:
        """Whether the token goes on with a body's name: 'National' in 'National Orchestra'."""
        token, before = self._doc[start], self._doc[start - 1]
        return token.ent_type_ == "ORG" and token.ent_iob_ == "I" and before.text[0].isupper()

    def _is_told_beside(self, tokens: Span) -> bool:
        """Whether an apposition tells what the person is: 'X, a farmer'."""
        name = tokens.root
        beside = [child.i for child in name.rights if child.dep_ == "appos"]
        if name.dep_ == "appos" and _is_set_off(tokens):  # 'the trade minister, X, said'
            beside.append(name.head.i)
        told = filter(None, (self._roles.noun_at(self._doc, i) for i in beside))
        return any(role.kind in ("person", "carrier") and not role.plural for role in told)


def is_acronym(token: Token) -> bool:
    """Whether the token is a short word in capitals: 'UN'."""
    return token.is_upper and len(token) <= _LONGEST_ACRONYM


def _has_alias(tokens: Span) -> bool:
    """Whether it is told how else somebody is called, or how old he is: 'X, alias Y', 'X, 34,'."""
    doc, at = tokens.doc, tokens.end
    if at + 1 < len(doc) and doc[at].text == ",":
        at += 1
        if doc[at].text.isdigit() and at + 1 < len(doc) and doc[at + 1].text in (",", "."):
            return len(doc[at].text) == _LENGTH_OF_AGE
    return at < len(doc) and doc[at].lower_ in _CALLED


def _is_set_off(tokens: Span) -> bool:
    """Whether commas stand on both sides, or one before and the end of the sentence after."""
    doc, end = tokens.doc, tokens.end
    closed = end >= len(doc) or doc[end].text in (",", ".", ";")
    return closed and tokens.start > 0 and doc[tokens.start - 1].text == ","


def _is_ground(tokens: Span) -> bool:
    """Whether words without a title name a place: 'Khor Abdullah', 'in Khan Younis'."""
    root = tokens.root
    within = root.dep_ == "pobj" and root.head.lower_ in _AT and root.head.i == tokens.start - 1
    return len(tokens) > 1 and (within or fold(tokens[0].text) in _OPENING_PLACES)


def _speaks(tokens: Span) -> bool:
    root = tokens.root
    return root.dep_ == "nsubj" and root.head.lemma_ in _SPEAKING


def _is_seized(tokens: Span) -> bool:
    """Whether what only persons undergo is done to whom the words name: 'jailed *Anna Berg*'."""
    root = tokens.root
    named = root.pos_ == "PROPN" and root.dep_ in ("dobj", "nsubjpass")
    return named and root.head.lemma_ in _SEIZING


def _acts(tokens: Span) -> bool:
    """Whether words that no tagger knows do, or suffer, what persons do."""
    root = tokens.root
    unlabelled = not any(t.ent_type_ for t in tokens)
    stands = root.dep_ in ("nsubj", "nsubjpass", "dobj")
    return unlabelled and stands and root.head.lemma_ in _PERSONAL_ACTS
