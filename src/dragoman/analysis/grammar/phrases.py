"""Phrases: what is coordinated in them, what renames them, what hangs on their head."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from dragoman.analysis.grammar.words import BEFORE_NOUN, NOUN_MODIFIERS
from dragoman.letters import HYPHENS

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_OF_ROMANCE = frozenset({"de", "del", "do", "da", "dos", "das"})
_ARTICLES_OF_ROMANCE = frozenset({"la", "las", "los", "el"})


def is_nominal(token: Token) -> bool:
    """Whether the token can head a noun phrase."""
    return token.pos_ in _NOMINAL


def conjuncts(head: Token) -> tuple[Token, ...]:
    """The head and what is coordinated with it, in order of the text."""
    others = [c for c in head.conjuncts if not _renames(c)]
    return tuple(sorted({head, *others}, key=lambda t: t.i)) if others else (head,)


def first_conjunct(token: Token) -> Token:
    """The first member of the coordination that the token stands in."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def word_before(token: Token) -> str:
    """The word before a token, in lower case; none before the first of a text."""
    return token.nbor(-1).lower_ if token.i else ""


def tied_word(token: Token) -> str:
    """The word tied behind a token by a hyphen, in lower case: 'led' in 'Thai-led'; or none."""
    after = token.doc[token.i + 1 : token.i + 3]
    return after[1].lower_ if len(after) == 2 and after[0].text in HYPHENS else ""


def end_of_name(doc: Doc, end: int) -> int:
    """One past the last token of a name that goes on with 'de' and the like, or ``end``.

    'San Juan' goes on in 'San Juan de Lurigancho' and in 'San Juan de los Lagos'.

    Args:
        doc: the text.
        end: one past the last token of the name so far.
    """
    while end + 1 < len(doc) and doc[end].text in _OF_ROMANCE:
        last = end + 1
        while last + 1 < len(doc) and doc[last].text in _ARTICLES_OF_ROMANCE:
            last += 1
        if not doc[last].text[0].isupper():
            break
        end = last + 1
    return end


def outermost(noun: Token) -> Token:
    """The head of the phrase in which a noun only tells whose or which it is."""
    while noun.dep_ in BEFORE_NOUN and noun.head.i != noun.i:
        noun = noun.head
    return noun


def renamed(subject: Token) -> Token | None:
    """The second subject beside a name, which only says who it is: 'Lee, the envoy, met'."""
    hyphened = any(c.text == "-" for c in subject.lefts)  # 'Lee Do-hoon', read as a noun
    if subject.tag_ != "NNP" and subject.ent_type_ != "PERSON" and not hyphened:
        return None
    for other in subject.head.children:
        beside = other.dep_ == "nsubj" and other.pos_ == "NOUN" and other.i > subject.i
        if beside and other.left_edge.i in (subject.i + 1, subject.i + 2):  # with its comma or not
            return other if other.doc[subject.i + 1].text == "," else None
    return None


def _renames(token: Token) -> bool:
    before = (c for c in token.head.children if c.dep_ == "nsubj" and c.i < token.i)
    return token.dep_ == "nsubj" and any(renamed(c) == token for c in before)


def prepositional(token: Token, *prepositions: str) -> tuple[Token, ...]:
    """Objects of the given prepositions (lower case; all where none is given) of a word."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ not in ("prep", "agent", "dative") or child.pos_ not in ("ADP", "SCONJ"):
            continue
        if prepositions and child.lower_ not in prepositions:
            continue
        found.extend(o for o in child.children if o.dep_ in ("pobj", "pcomp"))
    return tuple(found)


def owners(noun: Token) -> tuple[Token, ...]:
    """The possessors: Iran in 'Iran's decision', but not in 'the Iranian decision'."""
    return tuple(c for c in noun.children if c.dep_ == "poss")


def is_ones_own(noun: Token) -> bool:
    """Whether a pronoun tells whose it is: '*his* release', '*its* test'."""
    return any(owner.tag_ == "PRP$" for owner in owners(noun))


def modifiers(noun: Token) -> tuple[Token, ...]:
    """Adjectives, participles and compounds before a noun."""
    labels = NOUN_MODIFIERS | {"npadvmod"}
    return tuple(c for c in noun.children if c.dep_ in labels and c.i < noun.i)


def as_spans(words: Iterable[Token]) -> tuple[Span, ...]:
    """Each word as a span of itself alone."""
    return tuple(word.doc[word.i : word.i + 1] for word in words)


def with_conjuncts(heads: Iterable[Token]) -> tuple[Span, ...]:
    """Each head, and each word that is coordinated with one, as a span of itself alone."""
    return as_spans(dict.fromkeys(one for head in heads for one in conjuncts(head)))


def with_words_before(head: Token) -> Span:
    """A noun with all of its phrase that stands before it: '*two Malian soldiers* from Gao'."""
    return head.doc[head.left_edge.i : head.i + 1]
