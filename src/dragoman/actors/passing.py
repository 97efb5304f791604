"""Lands told in passing: flags and sanctions, where an exile lives, the seat of a world court.

'Some waved U.S. flags. Police ...' tells of no American police, and a lawyer 'who has lived in
Costa Rica since May' is not tried there.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from dragoman.analysis.grammar import PREDICATES, first_conjunct

# What a land has that people elsewhere carry, fall under or hope for, after its name.
_CARRIED = frozenset(
    {"flag", "flags", "banner", "banners", "sanction", "sanctions", "visa", "visas", "passport",
     "passports", "citizenship", "nationality", "anthem", "dollar", "dollars", "currency", "accent",
     "descent", "origin", "asylum", "exile", "tariff", "tariffs", "embargo"}
)  # fmt: skip
_KINDS = frozenset(
    {"military", "economic", "financial", "trade", "travel", "treasury", "national", "targeted",
     "entry", "tourist"}
)  # fmt: skip
_WORLD_SEATS = frozenset({"The Hague", "Hague"})
_WORLD_BODIES = frozenset({"court", "tribunal", "judge", "prosecutor", "chamber"})
_DWELLING = frozenset({"live", "reside", "dwell", "settle", "hide", "shelter", "study", "train"})
_FLEEING = frozenset({"flee", "escape", "emigrate", "exile", "move"})
_BELIEVED = frozenset({"believe", "think", "suppose", "understand"})
_HAVENS = frozenset({"exile", "asylum", "hiding"})
_WHERE = frozenset({"in", "near", "from", "to"})


def is_carried(after: Token) -> bool:
    """Whether the word after a land's name is what others may carry: 'U.S. military sanctions'."""
    doc = after.doc
    if after.lower_ in _KINDS and after.i + 1 < len(doc):
        after = doc[after.i + 1]
    return after.lower_ in _CARRIED


def is_world_seat(name: str) -> bool:
    """Whether the town is known for a world court more than for its country."""
    return name in _WORLD_SEATS


def is_of_world_court(head: Token, seat: Token) -> bool:
    """Whether 'the court in The Hague' is told, which is no court of the land's."""
    definite = any(c.lower_ == "the" for c in head.lefts)
    return is_world_seat(seat.text) and definite and head.lemma_.lower() in _WORLD_BODIES


def is_sojourn(place: Token) -> bool:
    """Whether an aside tells of the place as where somebody lives or has fled to.

    Args:
        place: the head of the place's name.
    """
    node = first_conjunct(place)
    if node.dep_ != "pobj" or node.head.lower_ not in _WHERE:
        return False
    over = node.head.head
    if over.lemma_.lower() in _HAVENS:  # 'in exile in Spain'
        return True
    if over.pos_ not in PREDICATES:
        return False
    aside = any(t.dep_ in ("relcl", "acl") for t in (over, *_over(over)))
    lemma, to = over.lemma_.lower(), node.head.lower_ == "to"
    if lemma == "be" and over.dep_ == "xcomp" and over.head.lemma_.lower() in _BELIEVED:
        return not to  # 'he is believed to be in Dubai'
    return aside and (lemma in _FLEEING if to else lemma in _DWELLING | _FLEEING)


def _over(verb: Token) -> Iterable[Token]:
    """The verbs that it is joined to or depends on, to the clause's own."""
    while verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.i != verb.i:
        verb = verb.head
        yield verb
