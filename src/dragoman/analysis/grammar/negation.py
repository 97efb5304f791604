"""Which words negate a word, and which phrases stand for nobody."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar.words import PREDICATES

_NEVER = frozenset({"never", "neither", "nor"})
_NOBODY = frozenset({"none", "nobody", "nothing", "neither"})
# A negation before these leaves some: 'no fewer than nine', 'not all of the hostages'.
_LEAVING_SOME = frozenset("fewer less more only just all every everyone many".split())


def is_negated(token: Token) -> Token | None:
    """The word that negates the token itself ('not', 'no', 'never', 'without'), or None."""
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no"):
            return child
        if child.dep_ in ("preconj", "advmod", "cc") and child.lower_ in _NEVER:
            return child
    if token.dep_ in ("pobj", "pcomp") and token.head.lower_ == "without":
        return token.head
    return _nor(token)


def _nor(token: Token) -> Token | None:
    """The 'nor' that joins a verb to one that is negated: 'neither confirmed *nor denied* it'."""
    first = token.head
    if token.dep_ != "conj" or token.pos_ not in PREDICATES:
        return None
    joins = (c for c in first.children if c.dep_ == "cc" and first.i < c.i < token.i)
    return next((c for c in joins if c.lower_ == "nor"), None)


def is_set_aside(noun: Token) -> bool:
    """Whether it is named for what is not so: 'not *the rebels*', 'fired not at *Mali* but'."""
    start, link = noun.left_edge.i, noun.head
    if "not" in _words(noun, start - 1, start + 1):
        return True
    negated = noun.dep_ == "pobj" and "not" in _words(noun, link.i - 1, link.i)
    others = {c.lower_ for c in (*link.rights, *noun.rights)}
    return negated and "but" in others.union(_words(noun, link.i - 2, link.i - 1))


def _words(of: Token, start: int, end: int) -> list[str]:
    """The words of its sentence from one index to another."""
    return [word.lower_ for word in of.doc[max(start, of.sent.start) : max(end, of.sent.start)]]


def names_none(noun: Token) -> bool:
    """Whether a phrase stands for nobody: 'no one', 'nobody', 'not a single guard'."""
    numbers = [c for c in noun.children if c.dep_ == "nummod"]
    told = [word for t in (noun, *numbers) if (word := is_negated(t)) is not None]
    # Not 'Israel, *not* Iran'.
    negations = [word for word in told if word.i < noun.i or word.dep_ != "neg"]
    following = (n.doc[n.i + 1 : n.i + 2].text.lower() for n in negations)
    return noun.lower_ in _NOBODY or any(word not in _LEAVING_SOME for word in following)
