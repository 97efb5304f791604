"""Who brings others together: in 'a deal brokered by Norway' nobody need be Norwegian."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import BEFORE_NOUN, first_conjunct

_MEDIATING = frozenset({"mediate", "broker", "facilitate"})
_MEDIATORS = frozenset({"mediator", "mediation", "broker", "facilitator"})


def mediates(name: Token) -> bool:
    """Whether who is named by the token, or whose adjective it is, mediates between others."""
    if name.dep_ in BEFORE_NOUN:
        return name.head.lemma_.lower() in _MEDIATORS
    node = first_conjunct(name)
    if node.dep_ == "pobj" and node.head.lower_ in ("by", "from"):
        above = node.head.head.lemma_.lower()
        return above in (_MEDIATING if node.head.lower_ == "by" else _MEDIATORS)
    if node.dep_ == "nsubj" and node.head.lemma_.lower() in _MEDIATING:
        return True
    return any(c.dep_ == "relcl" and c.lemma_.lower() in _MEDIATING for c in node.rights)
