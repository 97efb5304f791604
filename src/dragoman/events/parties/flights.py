"""Whose weapon it was: 'the missile passed over the island' is of who was told to have fired it.

The weapon is one that the text told of before, and every mention of such a weapon that names a doer
names the same side: where two fire at each other, nothing tells whose it was.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from dragoman.analysis import Analysis
from dragoman.analysis.grammar import DEFINITE, NOUN_SUBJECTS, antecedent, subjects
from dragoman.events.anchors import trigger_of
from dragoman.events.parties.weapons import MISSILES
from dragoman.mention import DONE, Entity, Mention

_FIRING = frozenset({"MOBILIZE", "ASSAULT"})
_SHOOTING = frozenset("fire launch test send lob drop use unleash".split())
# Nouns under which a text tells of one weapon again.
_ALIKE = (MISSILES, frozenset({"drone"}), frozenset({"shell"}), frozenset({"bomb", "device"}))


def shooters(
    mention: Mention, earlier: Sequence[Mention], analysis: Analysis
) -> tuple[Entity, ...]:
    """Who fired the weapon that a mention without a doer tells of; nobody where not plain.

    Args:
        mention: what the weapon does.
        earlier: the mentions before it, in order of the text.
        analysis: the article.
    """
    names = _weapon(mention, analysis)
    fired = [m for m in earlier if m.actors and _tells_of(m, names, analysis)] if names else []
    sides = {_side(actor) for m in fired for actor in m.actors}
    if len(sides) != 1 or any(_side(whom) in sides for whom in mention.recipients):
        return ()
    return fired[-1].actors


def _weapon(mention: Mention, analysis: Analysis) -> frozenset[str]:
    """The nouns for the known weapon that is the subject of what is told; empty where none is."""
    if not _is_fired(mention):
        return frozenset()
    known = filter(_is_known, _flying(trigger_of(mention, analysis)))
    return next(map(_names, known), frozenset())


def meets_weapon(phrase: Span, verb: Token) -> bool:
    """Whether who is read as the doer only has to do with the weapon that flies: shoots it down.

    'Japan tracked the missile, *which passed* over Hokkaido'; not 'Iran fired a missile that flew'.
    """
    for thing in _flying(verb):
        clause = thing.head
        if _names(thing) and thing.dep_ == "dobj" and clause.lemma_ not in _SHOOTING:
            root = phrase.root  # of a torn phrase it is a word before the subject's noun
            return any(s == root or s.is_ancestor(root) for s in subjects(clause))
    return False


def _flying(verb: Token) -> list[Token]:
    """What a verb tells of as its subject, also where that stands before a relative clause."""
    return [antecedent(c) for c in verb.lefts if c.dep_ in NOUN_SUBJECTS]


def _names(thing: Token) -> frozenset[str]:
    """The nouns under which the text may tell of a weapon again; empty for another thing."""
    return next((names for names in _ALIKE if thing.lemma_.lower() in names), frozenset())


def _is_known(noun: Token) -> bool:
    """Whether the text told of it before: 'the missile', "Friday's missile"; not 'a missile'."""
    return any(
        (c.dep_ == "det" and c.lower_ in DEFINITE) or (c.dep_ == "poss" and c.ent_type_ == "DATE")
        for c in noun.lefts
    )


def _tells_of(mention: Mention, names: frozenset[str], analysis: Analysis) -> bool:
    """Whether it is a deed done with such a weapon."""
    words = trigger_of(mention, analysis).sent if _is_fired(mention) else ()
    return any(word.lemma_.lower() in names for word in words)


def _is_fired(mention: Mention) -> bool:
    return mention.event in _FIRING and mention.status in DONE


def _side(party: Entity) -> str:
    """The state that it belongs to, or itself."""
    return party.country or party.name
