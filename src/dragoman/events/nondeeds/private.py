"""What sport, feasts and brawls are worded with: a federation fined, a gala boycotted, a pub fight.

They are no public affairs; what a court, a minister or a war has to do with them is. Nor is it one
where somebody looks for a doctor.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import DONE_TO, NOUNS, done_to, prepositional
from dragoman.events.nondeeds.words import is_a
from dragoman.events.proposal import Proposal

_BANNING = frozenset({"fine", "ban", "suspend", "dock", "punish", "sanction", "relegate"})
_LOOKING = frozenset({"seek", "look", "ask"})
_SHUNNING = frozenset({"boycott", "snub", "shun", "leave", "quit"})


def is_of_sport(verb: Token) -> bool:
    """Whether a sports body punishes: 'the club was *fined* for the behaviour of its fans'."""
    if verb.lemma_ not in _BANNING or any(is_a(t, "bench", "public") for t in verb.sent):
        return False
    told = [c for c in verb.children if c.dep_ in (*DONE_TO, "nsubj")]
    return any(is_a(c, "sporting") for c in told) and any(is_a(t, "sport") for t in verb.sent)


def is_of_feast(word: Token) -> bool:
    """Whether a feast or prize is shunned: 'farmers *boycott* the flower gala'.

    Not where it is done over a state or a war, or to who governs.
    """
    left = done_to(word) if word.lemma_ in _SHUNNING else ()
    left += prepositional(word, "of", "from", "out")
    left += tuple(o for c in word.rights if c.lower_ == "out" for o in prepositional(c, "of"))
    if not any(is_a(t, "feast") for t in left):
        return False
    over = prepositional(word, "over", "against", "for", "in")
    over += tuple(o for t in left for o in prepositional(t, "over", "against", "for"))
    public = any(o.ent_type_ in ("GPE", "PERSON", "ORG", "NORP") for o in over)
    return not public and not any(is_a(t, "public") for t in word.sent)


def seeks_care(verb: Token) -> bool:
    """Whether a doctor is looked for: 'the general *sought* treatment in Mali'."""
    if verb.lemma_ not in _LOOKING:
        return False
    sought = (*(c for c in verb.children if c.dep_ in DONE_TO), *prepositional(verb, "for"))
    return any(is_a(t, "care") for t in sought)


def is_of_brawl(proposal: Proposal) -> bool:
    """Whether it is about a fight in a pub: 'man *jailed* over pub brawl'.

    Not where anybody of public life is in it.
    """
    sentence = proposal.trigger.sent
    nouns = [t for t in sentence if t.pos_ in NOUNS]
    fought = any(is_a(t, "brawl") for t in nouns) or any(is_a(t, "punch") for t in sentence)
    there = any(is_a(t, "tavern") for t in nouns)
    return fought and there and not any(is_a(t, "public", "armed") for t in sentence)
