"""What somebody takes to be coming, or to be another's aim: neither his plan nor his threat.

'"I think talks will be held," said a senator', 'an expert concluded that Mali was out to strangle
Chad', 'the president said that Togo would shoot the missiles down': the one does nothing, the
others threaten nobody.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import auxiliaries, is_passive
from dragoman.mention import Entity

_THINKING = frozenset("think believe guess suspect reckon imagine suppose expect".split())
_SPEAKER = frozenset({"i", "we"})
_AHEAD = frozenset({"will", "'ll", "’ll", "would", "could", "may", "might"})
_SAYING = frozenset("say tell add write note warn caution predict believe think".split())
_STRIKING = frozenset(
    "attack bomb conduct deploy destroy fire hit invade kill launch seize shoot sink strike "
    "test try use".split()
)
_THREATENING = frozenset({"threaten", "threat", "vow", "ultimatum", "pledge", "promise", "swear"})
_SCHOLARS = "EDU"
_PRESS = "JRN"
_ACTING = frozenset("students pupils teachers lecturers academics union unions".split())
"""Scholars who threaten for themselves."""


def is_expected(trigger: Token) -> bool:
    """Whether somebody who speaks only expects it of others: '"I *think* they *will* meet"'."""
    node = trigger
    while node.head.i != node.i:
        over = node.head
        if node.dep_ == "ccomp" and over.lemma_ in _THINKING and _is_of_speaker(over):
            ahead = any(helper.lower_ in _AHEAD for helper in auxiliaries(node))
            return ahead and not _is_of_speaker(node)
        node = over
    return False


def is_of_another(trigger: Token, actors: Collection[Entity], cast: Cast) -> bool:
    """Whether a threat is what an observer expects, or tells what another state would do.

    An observer is a scholar, or a reporter of no state; state media threaten for their state. Who
    speaks for a state threatens with what that state would do.
    """
    if trigger.lemma_.lower() in _THREATENING or not actors:
        return False
    if all(map(_observes, actors)):
        return True
    if trigger.lemma_ not in _SAYING:
        return False
    own = {actor.country for actor in actors}
    clauses = [c for c in trigger.children if c.dep_ == "ccomp"]
    return bool(clauses) and all(_is_deed_of_others(c, own, cast) for c in clauses)


def _is_of_speaker(verb: Token) -> bool:
    return any(c.dep_ == "nsubj" and c.lower_ in _SPEAKER for c in verb.children)


def _observes(party: Entity) -> bool:
    first = party.sectors[:1]
    if first == (_SCHOLARS,):
        return _ACTING.isdisjoint(party.text.lower().split())
    return first == (_PRESS,) and party.country is None


def _is_deed_of_others(clause: Token, own: Collection[str | None], cast: Cast) -> bool:
    """Whether the clause tells what a state would do that is none of those."""
    if clause.lemma_ not in _STRIKING or is_passive(clause):
        return False
    if not any(helper.lower_ in _AHEAD for helper in auxiliaries(clause)):
        return False
    doers = [e for c in clause.children if c.dep_ == "nsubj" for e in cast.resolve(c)]
    lands = {doer.country for doer in doers}
    return bool(lands) and None not in lands | set(own) and not lands & set(own)
