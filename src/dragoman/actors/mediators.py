"""Who brings others together: in 'a deal brokered by Norway' nobody need be Norwegian."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.party import Party
from dragoman.analysis.grammar import BEFORE_NOUN, first_conjunct, subjects

_MEDIATING = frozenset({"mediate", "broker", "facilitate"})
_MEDIATORS = frozenset({"mediator", "mediation", "broker", "facilitator"})

_STANDING_BETWEEN = frozenset(
    {"mediate", "broker", "facilitate", "urge", "call", "press", "appeal", "ask", "bring", "invite",
     "host", "reconcile", "tell", "warn", "implore", "beg", "exhort"}
)  # fmt: skip
_QUOTES = frozenset({'"', "”", "''"})
_SERVING = frozenset({"MIL", "COP", "GOV"})
_OURSELVES = frozenset({"we", "i"})


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


def standing_between(noun: Token) -> frozenset[int]:
    """Who stands between the sides, and so is none: 'the *bloc* urged both sides to talk'.

    '"We urge both sides to talk," a *spokesman* said': whoever says it.

    Args:
        noun: the word for the sides.
    """
    found: list[Token] = []
    for verb in noun.ancestors:
        if verb.lemma_ in _STANDING_BETWEEN:
            asking = subjects(verb)
            found += asking
            if verb.dep_ == "ccomp" and any(s.lower_ in _OURSELVES for s in asking):
                found += subjects(verb.head)
    return frozenset(token.i for token in found)


def quoted_speaker(pronoun: Token) -> frozenset[int]:
    """Who is told to have said the pronoun, after its quotation: '"They fled," a *general* said'.

    Empty where it stands in no such quotation.
    """
    for verb in pronoun.ancestors:
        if verb.dep_ == "ccomp" and verb.head.i > verb.i:
            between = pronoun.doc[pronoun.i : verb.head.i]
            if any(t.text in _QUOTES for t in between):
                return frozenset(s.i for s in subjects(verb.head) if s.i > verb.i)
    return frozenset()


def is_own_side(party: Party, speaker: Party) -> bool:
    """Whether whoever speaks would say 'we' and not 'they' of a party: a general of his army."""
    serves = party.sector in _SERVING and party.sector == speaker.sector
    return serves and party.country in (None, speaker.country)
