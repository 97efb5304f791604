"""Public affairs: what private people and firms do among themselves is no political event.

Sentence by sentence 'she accused the producer' reads like politics; the article tells what it is
of. Where more of an article's events pass between private parties than touch a public one (a
state, its servants, armed groups, parties, organisations), the private ones are left out.

Who counts as public is for the article to tell, too. Police and courts do not where they have to
do with private people alone ('the judge ordered the burglar to pay for the door'), nor does the
council of a town; a union does where it is on strike.

Where the text has hardly a word of politics, no more is needed: what passes between private parties
is left out however much of it there is, and where nobody public but police and courts takes part,
all is, but for the force that they use and for many killed.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.analysis import Analysis
from dragoman.events.ontology import BLOWS, SPOKEN, VISIT
from dragoman.events.subject import tells_of_massacre, tells_of_politics
from dragoman.mention import Entity, Mention

_PRIVATE = frozenset({"AGR", "BUS", "CVL", "EDU", "JRN", "LAB", "MED", "UNK"})
"""Sectors (PLOVER 2.0) of those who hold no public power and claim none."""
_LABOUR = frozenset({"LAB"})
_LAW = frozenset({"COP", "JUD"})
_OUTLAWS = frozenset({"CRM", "UAF"})
_BY_LAW = frozenset({("COERCE", "arrest"), ("SANCTION", "convict"), ("ACCUSE", "allege")})
"""What the law does where nobody is told to do it: 'was *arrested*'."""
_TO_SOMEBODY = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
_OF_STATE = frozenset({"corruption", "election", "pro_democracy", "repression", "rights_freedoms"})
"""Contexts in which police and courts act for those who rule."""
_ALWAYS_PUBLIC = frozenset({"PROTEST", "cyber"})
"""Types and modes that are public whoever takes part."""
_ENOUGH = 2
"""Private events that an article needs to count as one of private affairs; one may be a slip."""
_LONG = 10
"""Sentences from which on an article that tells of nothing public needs but one, and shows that it
has to do with police and courts alone."""
_COUNCILLORS = frozenset({"Councillor", "Alderman"})
_TOWNS = frozenset("borough city county district municipal parish town village".split())


def public_affairs(mentions: Sequence[Mention], analysis: Analysis) -> list[Mention]:
    """The mentions of one article without those of private affairs, in the same order.

    Args:
        mentions: all mentions of the article, their parties resolved.
        analysis: its text.
    """
    without_power = _PRIVATE
    if any((mention.event, mention.mode) == ("PROTEST", "strike") for mention in mentions):
        without_power -= _LABOUR
    left = _of_any_text(mentions, without_power, len(analysis.sentences))
    if not left or tells_of_politics(analysis.doc):
        return left
    return _of_no_politics(left, without_power | _OUTLAWS, analysis)


def _of_any_text(
    mentions: Sequence[Mention], without_power: frozenset[str], sentences: int
) -> list[Mention]:
    """What is left whatever the text tells of: all, unless more of it is private."""
    local = sentences >= _LONG and _is_of_law_alone(mentions) and _tells_law(mentions)
    local = local and not any(map(_is_of_state, mentions))
    if local:
        without_power |= _LAW
    private = [_is_private(mention, without_power, local=local) for mention in mentions]
    public = sum(_is_public(mention, without_power) for mention in mentions)
    enough = 1 if sentences >= _LONG and not public else _ENOUGH
    if sum(private) < max(enough, public + 1):
        return list(mentions)
    return [m for m, left_out in zip(mentions, private, strict=True) if not left_out]


def _of_no_politics(
    mentions: Sequence[Mention], without_power: frozenset[str], analysis: Analysis
) -> list[Mention]:
    """What is left where the text has no words of politics.

    Of the law among private people it is only force, and what the law does about many killed.
    """
    unsaid = any((m.event, m.mode) in _BY_LAW and not m.actors for m in mentions)
    local = _is_of_law_alone(mentions) and (unsaid or _tells_law(mentions))
    if local:
        without_power |= _LAW
    private = [m for m in mentions if _is_private(m, without_power, local=local, lands=False)]
    public = [m for m in mentions if _is_public(m, without_power, lands=False)]
    if local or len(private) > len(public):
        grave = any(map(_is_of_force, mentions)) or tells_of_massacre(analysis.doc)
        return [m for m in mentions if m in public or (grave and _is_told_of_grave(m))]
    return [m for m in mentions if m not in private or m.event in BLOWS or _may_be_to_public(m)]


def _is_of_law_alone(mentions: Sequence[Mention]) -> bool:
    """Whether nothing but police and courts of one land is public in it; a guess is no land."""
    told = (party for m in mentions for party in (*m.actors, *m.recipients))
    parties = [party for party in told if not _is_of_town(party)]
    if not all(party.sectors for party in parties):
        return False
    sectors = {sector for party in parties for sector in party.sectors}
    if sectors - (_PRIVATE - {"JRN"}) - _LAW - _OUTLAWS:
        return False
    lands = {party.country for party in parties if not party.country_inferred}
    return len(lands - {None}) < 2


def _tells_law(mentions: Sequence[Mention]) -> bool:
    """Whether police or a court take part."""
    return any(_LAW.intersection(p.sectors) for m in mentions for p in (*m.actors, *m.recipients))


def _is_of_state(mention: Mention) -> bool:
    """Whether it tells, beside police and courts, of what concerns a state: unrest, many dead."""
    if mention.event == "PROTEST" or _OF_STATE.intersection(mention.contexts):
        return True
    return _is_of_force(mention)


def _is_of_force(mention: Mention) -> bool:
    """Whether police use force, or are attacked, or many are hurt."""
    hurt = (mention.magnitudes.killed, mention.magnitudes.injured)
    many = any(n is not None and (n.high is None or n.high > 1) for n in hurt)
    return mention.event == "ASSAULT" and (many or _tells_law([mention]))


def _is_private(
    mention: Mention, without_power: frozenset[str], *, local: bool, lands: bool = True
) -> bool:
    """Whether private parties alone take part, and nobody public can be the one left unsaid.

    What is spoken somebody told of speaks; of other types an actor left out may be a public one,
    who, where the law alone is public, is of the law.
    """
    if _is_public(mention, without_power, lands=lands):
        return False
    known = mention.event in SPOKEN or (local and mention.event != "ASSAULT")
    return bool(mention.actors) or (bool(mention.recipients) and known)


def _is_of_firm(mention: Mention) -> bool:
    """Whether the law acts towards a firm: 'the court *fined* the bank'."""
    firms = any(party.sectors[:1] == ("BUS",) for party in mention.recipients)
    by_law = any(_LAW.intersection(party.sectors) for party in mention.actors)
    return firms and by_law and mention.mode != "arrest"


def _is_told_of_grave(mention: Mention) -> bool:
    """Whether it is the force itself, or that somebody is held or punished."""
    return mention.event == "ASSAULT" or (
        mention.event in BLOWS and (mention.event, mention.mode) in _BY_LAW
    )


def _may_be_to_public(mention: Mention) -> bool:
    """Whether it asks or accuses somebody who is not told: 'the *lawsuit* of the tenants'."""
    return mention.event in _TO_SOMEBODY and not mention.recipients


def _is_public(
    mention: Mention, without_power: frozenset[str], *, lands: bool = True
) -> bool:
    """Whether a public party takes part, or the event is public whoever does.

    Args:
        mention: what is told.
        without_power: the sectors of private parties here.
        lands: whether a land takes part where somebody only travels to it.
    """
    visit = (mention.event, mention.mode) == VISIT and bool(mention.actors) and not lands
    goals = {place.name for place in mention.where if visit and place.precision == "country"}
    hosts = (party for party in mention.recipients if party.name not in goals)
    if not _ALWAYS_PUBLIC.isdisjoint((mention.event, mention.mode)) or _is_of_firm(mention):
        return True
    return any(_has_standing(party, without_power) for party in (*mention.actors, *hosts))


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
