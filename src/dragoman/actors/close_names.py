"""Names right after the noun that describes them: 'the rebel group M23', 'a union, the PCS,'."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.actors.entry import BODIES, Kind
from dragoman.actors.names import Names
from dragoman.actors.roles import BODY_NOUNS, Role
from dragoman.analysis.grammar import BEFORE_NOUN, JOINING, NOUN_SUBJECTS

# What somebody is told may follow without 'that': 'he told the court Amnesty had written'.
_TOLD = ("dobj", "dative", "pobj")
_LONGEST = 9  # tokens between commas
_CLOSING = frozenset({",", ".", ";", "—", "–"})
_TYING = frozenset({"of", "for", "the", "and", "in", "-", "'s", "’s"})
_OF_PARTIES = BODIES | {Kind.LEADER}
_NO_NAMES = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME", "CARDINAL", "LAW"})


@dataclass(frozen=True, slots=True)
class CloseName:
    """A name of tokens ``start`` to ``end`` (exclusive); ``known`` where a table has it."""

    start: int
    end: int
    known: bool


def name_after(names: Names, noun: Token, role: Role | None) -> CloseName | None:
    """The name of a body right after the common noun that tells what it is, or None.

    The tables' names are found by where they stand, for the parser takes many for verbs; others
    only where it tells that they rename the noun.

    Args:
        names: the document's names.
        noun: the head of a phrase.
        role: its role noun.
    """
    if role is None or role.kind not in BODY_NOUNS or noun.tag_ != "NN" or not noun.is_lower:
        return None
    start = noun.i + 1
    if start >= len(noun.doc) or noun.nbor().sent != noun.sent:
        return None
    if noun.nbor().text == ",":
        return _between_commas(names, noun)
    kind = names.kind(start)
    if kind is None:
        return _unknown(names, noun)
    first, end = names.span(start)
    known = kind in BODIES and first == start
    return CloseName(first, end, known=True) if known and _stands_alone(noun, first, end) else None


def _between_commas(names: Names, noun: Token) -> CloseName | None:
    """The name that alone fills what stands between commas after the noun: ', the CRP,'."""
    doc, start = noun.doc, noun.i + 2
    start += start < len(doc) and doc[start].lower_ == "the"
    end = next((t.i for t in doc[start : start + _LONGEST] if t.text in _CLOSING), None)
    if end is None or end <= start or doc[start].sent != noun.sent:
        return None
    if end + 1 < len(doc) and doc[end + 1].lower_ in JOINING:
        return None  # 'a militia, the CRP, and the army': it may be a list
    words = doc[start:end]
    if names.kind(start) in BODIES and names.span(start) == (start, end):
        return CloseName(start, end, known=True)
    root = words.root  # the parser joins, too, what no "and" joins
    renames = root.dep_ in ("appos", "conj") and root.head == noun
    named = all(t.text[0].isupper() or t.lower_ in _TYING for t in words)
    # where a known body or person is named first, the words after it are no part of the name
    strange = doc[start].ent_type_ not in _NO_NAMES and names.kind(start) not in _OF_PARTIES
    return CloseName(start, end, known=False) if renames and named and strange else None


def _stands_alone(noun: Token, first: int, end: int) -> bool:
    """Whether the name is no part of another phrase, and begins nothing that somebody is told."""
    root = noun.doc[first:end].root
    if root.dep_ in BEFORE_NOUN and root.head.i >= end:
        return False
    return not (root.dep_ in NOUN_SUBJECTS and noun.dep_ in _TOLD)


def _unknown(names: Names, noun: Token) -> CloseName | None:
    """A proper name that no table knows, and that renames the noun without a comma."""
    for name in noun.rights:
        start = name.left_edge.i
        if name.dep_ != "appos" or start != noun.i + 1 or name.pos_ != "PROPN":
            continue
        words = noun.doc[start : name.i + 1]
        told = any(t.ent_type_ in _NO_NAMES or names.hit(t) is not None for t in words)
        if not told and all(t.text[0].isupper() for t in words):
            return CloseName(start, name.i + 1, known=False)
    return None
