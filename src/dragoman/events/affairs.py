"""Public affairs: what private people and firms do among themselves is no political event.

Sentence by sentence 'she accused the producer' reads like politics; the article tells what it is
of. Where more of an article's events pass between private parties than touch a public one (a
state, its servants, armed groups, parties, organisations), the private ones are left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.events.ontology import SPOKEN
from dragoman.mention import Entity, Mention

_PRIVATE = frozenset({"AGR", "BUS", "CVL", "EDU", "JRN", "LAB", "MED", "UNK"})
"""Sectors (PLOVER 2.0) of those who hold no public power and claim none."""
_ALWAYS_PUBLIC = frozenset({"PROTEST"})
_ENOUGH = 2
"""Private events that an article needs to count as one of private affairs; one may be a slip."""
_LONG = 10
"""Sentences from which on an article that tells of nothing public needs but one."""


def public_affairs(mentions: Sequence[Mention], sentences: int) -> list[Mention]:
    """The mentions of one article without those of private affairs, in the same order.

    Args:
        mentions: all mentions of the article, their parties resolved.
        sentences: how many sentences the article has.
    """
    private = [_is_private(mention) for mention in mentions]
    public = sum(map(_is_public, mentions))
    enough = 1 if sentences >= _LONG and not public else _ENOUGH
    if sum(private) < max(enough, public + 1):
        return list(mentions)
    return [m for m, left_out in zip(mentions, private, strict=True) if not left_out]


def _is_private(mention: Mention) -> bool:
    """Whether private parties alone take part, and nobody public can be the one left unsaid.

    What is spoken somebody told of speaks; of other types an actor left out may be a public one.
    """
    if _is_public(mention):
        return False
    return bool(mention.actors) or (bool(mention.recipients) and mention.event in SPOKEN)


def _is_public(mention: Mention) -> bool:
    """Whether a public party takes part, or the event is public whoever does."""
    parties = (*mention.actors, *mention.recipients)
    return mention.event in _ALWAYS_PUBLIC or any(_has_standing(party) for party in parties)


def _has_standing(party: Entity) -> bool:
    """Whether a party is more than a private one; bodies of states may be without a sector."""
    return not party.sectors or not _PRIVATE.issuperset(party.sectors)
