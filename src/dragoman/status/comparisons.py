"""Deeds that only a comparison tells of: 'a rocket like *that fired* at Mali in May'.

They are taken as known. No doubt cast on what is compared with them, and nobody who speaks of that,
is on them; a hedge of their own is: 'bigger than the one that Chad *allegedly* tested'.
"""

from __future__ import annotations

from spacy.tokens import Token

_LIKE = frozenset("similar identical comparable equal akin like unlike close".split())
_THINGS = frozenset({"that", "those", "one", "ones"})
_CLAUSES = frozenset({"acl", "relcl", "xcomp", "advcl", "amod"})
_DEEP = 5  # words from a deed up to what it is compared with


def comparison_over(word: Token) -> Token | None:
    """The word at which a comparison begins whose other side the deed is told of; else None."""
    node = word
    for _ in range(_DEEP):
        if node.head.i == node.i:
            return None
        thing = _compared_thing(node)
        if thing is not None:
            return thing.head if node.head == thing else node.head
        node = node.head
    return None


def _compared_thing(clause: Token) -> Token | None:
    """The thing with which something is compared and that the clause is on: '*that* fired'."""
    head = clause.head
    if clause.dep_ not in _CLAUSES or clause.i < head.i:
        return None
    if clause.dep_ in ("acl", "relcl"):
        return head if _is_compared(head) else None
    before = clause.nbor(-1)  # 'similar to that *fired*', where the parse hangs it on 'similar'
    return before if before.lower_ in _THINGS and _is_compared(before) else None


def _is_compared(thing: Token) -> bool:
    """'Similar to *that*', 'as far as *the one*', 'bigger than *the bomb*'."""
    link = thing.head
    if thing.dep_ not in ("pobj", "nsubj", "dobj"):
        return False
    if link.lower_ == "to":
        return link.head.lemma_.lower() in _LIKE
    if link.lower_ == "as":  # not 'known as the one that'
        return link.i > 1 and any(t.lower_ == "as" for t in link.doc[max(link.i - 4, 0) : link.i])
    return link.lower_ == "than" or (link.lower_ in _LIKE and link.pos_ == "ADP")
