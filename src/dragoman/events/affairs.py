"""Public affairs: what private people and firms do among themselves is no political event.

Sentence by sentence 'she accused the producer' reads like politics; the article tells what it is
of. Where more of an article's events pass between private parties than touch a public one (a
state, its servants, armed groups, parties, organisations), the private ones are left out.

Who counts as public is for the article to tell, too. Police and courts do not where they have to
do with private people alone ('the judge ordered the burglar to pay for the door'), nor does the
council of a town; a union does where it is on strike.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.events.ontology import SPOKEN
from dragoman.mention import Entity, Mention

_PRIVATE = frozenset({"AGR", "BUS", "CVL", "EDU", "JRN", "LAB", "MED", "UNK"})
"""Sectors (PLOVER 2.0) of those who hold no public power and claim none."""
_LABOUR = frozenset({"LAB"})
_LAW = frozenset({"COP", "JUD"})
_OUTLAWS = frozenset({"CRM", "UAF"})
_OF_STATE = frozenset({"corruption", "election", "pro_democracy", "repression", "rights_freedoms"})
"""Contexts in which police and courts act for those who rule."""
_ALWAYS_PUBLIC = frozenset({"PROTEST"})
_ENOUGH = 2
"""Private events that an article needs to count as one of private affairs; one may be a slip."""
_LONG = 10
"""Sentences from which on an article that tells of nothing public needs but one, and shows that it
has to do with police and courts alone."""
_COUNCILLORS = frozenset({"Councillor", "Alderman"})
_TOWNS = frozenset("borough city county district municipal parish town village".split())


def public_affairs(mentions: Sequence[Mention], sentences: int) -> list[Mention]:
    """The mentions of one article without those of private affairs, in the same order.

    Args:
        mentions: all mentions of the article, their parties resolved.
        sentences: how many sentences the article has.
    """
    without_power = _PRIVATE
    if any((mention.event, mention.mode) == ("PROTEST", "strike") for mention in mentions):
        without_power -= _LABOUR
    local = sentences >= _LONG and _is_of_law_alone(mentions)
    if local:
        without_power |= _LAW
    private = [_is_private(mention, without_power, local=local) for mention in mentions]
    public = sum(_is_public(mention, without_power) for mention in mentions)
    enough = 1 if sentences >= _LONG and not public else _ENOUGH
    if sum(private) < max(enough, public + 1):
        return list(mentions)
    return [m for m, left_out in zip(mentions, private, strict=True) if not left_out]


def _is_of_law_alone(mentions: Sequence[Mention]) -> bool:
    """Whether police and courts of one land are all that is public in it.

    Not where they use force, where anything tells that they act for those who rule, or where many
    were hurt.
    """
    told = (party for m in mentions for party in (*m.actors, *m.recipients))
    parties = [party for party in told if not _is_of_town(party)]
    sectors = {sector for party in parties for sector in party.sectors}
    if not sectors & _LAW or not all(party.sectors for party in parties):
        return False
    if sectors - (_PRIVATE - {"JRN"}) - _LAW - _OUTLAWS:
        return False
    if len({party.country for party in parties if party.country}) > 1:
        return False
    return not any(map(_is_of_state, mentions))


def _is_of_state(mention: Mention) -> bool:
    """Whether it tells, beside police and courts, of what concerns a state: unrest, many dead."""
    if mention.event in _ALWAYS_PUBLIC or _OF_STATE.intersection(mention.contexts):
        return True
    hurt = (mention.magnitudes.killed, mention.magnitudes.injured)
    many = any(n is not None and (n.high is None or n.high > 1) for n in hurt)
    by_law = any(_LAW.intersection(actor.sectors) for actor in mention.actors)
    return mention.event == "ASSAULT" and (many or by_law)


def _is_private(mention: Mention, without_power: frozenset[str], *, local: bool) -> bool:
    """Whether private parties alone take part, and nobody public can be the one left unsaid.

    What is spoken somebody told of speaks; of other types an actor left out may be a public one,
    who, where the law alone is public, is of the law.
    """
    if _is_public(mention, without_power):
        return False
    known = mention.event in SPOKEN or (local and mention.event != "ASSAULT")
    return bool(mention.actors) or (bool(mention.recipients) and known)


def _is_public(mention: Mention, without_power: frozenset[str]) -> bool:
    """Whether a public party takes part, or the event is public whoever does."""
    parties = (*mention.actors, *mention.recipients)
    return mention.event in _ALWAYS_PUBLIC or any(
        _has_standing(party, without_power) for party in parties
    )


def _has_standing(party: Entity, without_power: frozenset[str]) -> bool:
    """Whether a party is more than a private one; bodies of states may be without a sector."""
    return not _is_of_town(party) and not (
        party.sectors and without_power.issuperset(party.sectors)
    )


def _is_of_town(party: Entity) -> bool:
    """Whether it is the council of a town, or sits on it: 'the borough council', 'Cllr Ann Low'."""
    *before, last = party.name.lower().split()
    council = last == "council" and (not before or before[-1] in _TOWNS)
    return council or party.office in _COUNCILLORS
