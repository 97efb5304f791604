"""What a party claims or owns up to without a clause of saying: its word, not the outlet's.

'Claimed to have shot down a jet', 'claimed the capture of the town', 'boasted of killing nine',
'took credit for the raid', 'admitted shelling the camp'.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import PREDICATES, is_negated, is_passive, names_none, subjects
from dragoman.status.cues import CueTables

_QUANTITIES = frozenset("series string wave number spate dozen hundred couple pair".split())
_THING_OF = frozenset({"of", "on", "against", "at"})
_ASIDE = frozenset({"relcl", "acl", "advcl", "appos"})


def claimed(told: Token, below: Token, tables: CueTables) -> tuple[Token, ...]:
    """The parties that claim what hangs on a verb; empty where it is no such claim.

    Args:
        told: the word over the event that hangs on the verb.
        below: the event's trigger.
        tables: the ways of claiming.
    """
    verb = told.head
    if verb.pos_ not in PREDICATES or is_negated(verb) is not None or is_passive(verb):
        return ()
    if not _is_claimed(told, below, verb, tables):
        return ()
    own = subjects(verb) or tuple(c for c in verb.lefts if c.dep_ == "compound")
    return () if any(map(names_none, own)) else own


def _is_claimed(told: Token, trigger: Token, verb: Token, tables: CueTables) -> bool:
    lemma = verb.lemma_.lower()
    if told.dep_ == "xcomp" and told.tag_ == "VBN":
        have = any(c.dep_ == "aux" and c.lower_ == "have" for c in told.children)
        return have and (lemma, "", "have") in tables.claiming
    if _is_aside(trigger, told):
        return False
    if told.tag_ == "VBG" and told.dep_ in ("xcomp", "ccomp"):
        return (lemma, "", "gerund") in tables.claiming
    if told.dep_ == "dobj":
        if (lemma, "", "thing") in tables.claiming and _is_thing(trigger, told):
            return True
        return any(
            (lemma, told.lemma_.lower(), c.lower_) in tables.claiming and c.is_ancestor(trigger)
            for c in told.children
        )
    if told.dep_ == "prep":
        through = (c.lemma_.lower() for c in verb.children if c.dep_ == "dobj")
        return any((lemma, noun, told.lower_) in tables.claiming for noun in ("", *through))
    return False


def _is_thing(trigger: Token, told: Token) -> bool:
    """Whether the event is what is claimed, and a deed: 'the capture', 'a raid on', 'attacks on'.

    A bare noun is none: 'claimed asylum in Chad'.
    """
    if trigger != told and trigger not in told.conjuncts:
        counted = told.lemma_.lower() in _QUANTITIES and trigger.dep_ == "pobj"
        return counted and trigger.head.head == told
    return any(
        c.dep_ in ("det", "poss", "nummod") or (c.dep_ == "prep" and c.lower_ in _THING_OF)
        for c in told.children
    )


def _is_aside(trigger: Token, told: Token) -> bool:
    """Whether a clause on some noun tells of the event, for which nobody but its teller answers."""
    for node in (trigger, *trigger.ancestors):
        if node == told:
            return False
        if node.dep_ in _ASIDE:
            return True
    return True
