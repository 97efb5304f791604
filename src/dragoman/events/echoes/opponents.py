"""Of which state somebody is whom no word gives one, by those whom he deals with.

Nobody holds, accuses or expels his own where the text tells who does. 'Togo deported two Chadians.
*Officers* had held them': Togo's. 'Mali called in Ghana's envoy. A *government spokesman* accused
Malian activists': Ghana's. What the two of a dispute do to each other tells of no third.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from dragoman.actors.entry import BLOCS
from dragoman.actors.party import serves_state
from dragoman.countries import is_state
from dragoman.events.ontology import BLOWS, VISIT
from dragoman.mention import Entity, Mention

_AMENDS = frozenset({"CONCEDE", "AID"})  # 'apologised', 'will compensate'
_AGAINST = BLOWS | {"ACCUSE", "THREATEN"}
# Who speaks and acts for his state at home; a diplomat or an expert may be anybody's.
_AT_HOME = re.compile(r"\b(?:spokes\w+|minister|ministry|government|authorities)\b", re.I)
_ABROAD = re.compile(r"\b(?:ministers|governments|western|european|un|eu)\b", re.I)
_OF_SEVERAL = re.compile(r"\b(?:allies|partners|neighbou?rs|states|countries|nations)\b", re.I)
_SENT = re.compile(r"\b(?:delegation|team|mission|envoy|negotiators?)\b", re.I)
_SHUT_OUT = ("SANCTION", "expel")


def with_opponents(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with the states of those that only what they do to others tells."""
    made: list[Mention] = []
    for mention in mentions:
        mention = _expelled_together(_sent_by_speaker(mention))
        made.append(_of_addressed(_of_other_side(_of_holder(mention, made), made), made))
    return made


def _of_holder(mention: Mention, before: Sequence[Mention]) -> Mention:
    """Officers who hold those whom another state deals with: they are that state's."""
    if mention.event not in BLOWS or len(mention.actors) != 1 or not mention.recipients:
        return mention
    doer, held = mention.actors[0], {_kind(r) for r in mention.recipients}
    if not serves_state(doer.sectors) or not _is_open(doer) or len(held) != 1 or None in held:
        return mention
    dealing = {
        actor.country for other in before if _deals(other, mention, held)
        for actor in other.actors if _serves(actor)
    }  # fmt: skip
    theirs = mention.recipients[0].country
    if len(dealing) != 1 or theirs in dealing or doer.country not in (None, theirs):
        return mention
    return replace(mention, actors=(_guessed(doer, dealing.pop()),))


def _deals(other: Mention, mention: Mention, held: Collection[object]) -> bool:
    """Whether whoever holds them was told before to do so, or makes amends in the same breath.

    'Mali apologised to the *families of two Chadians* shot by border guards.'
    """
    if other.event in BLOWS:
        return any(_kind(party) in held for party in other.recipients)
    lands = {party.country for party in other.recipients} & {r.country for r in mention.recipients}
    return other.event in _AMENDS and other.sentence == mention.sentence and bool(lands)


def _of_addressed(mention: Mention, before: Sequence[Mention]) -> Mention:
    """A court that a state calls on where the text tells another's: no state asks its own so."""
    if mention.event != "REQUEST" or len(mention.recipients) != 1 or not mention.actors:
        return mention
    asked, asking = mention.recipients[0], {actor.country for actor in mention.actors}
    state = all(is_state(a.name, a.country) for a in mention.actors)
    open_ = asked.country_inferred and asked.country in asking and serves_state(asked.sectors)
    others = {
        party.country for other in before for party in (*other.actors, *other.recipients)
        if _serves(party) and party.country not in asking
    }  # fmt: skip
    if not state or not open_ or not others:
        return mention
    land = others.pop() if len(others) == 1 else None
    changed = replace(asked, country=land, country_inferred=land is not None)
    return replace(mention, recipients=(changed,))


def _of_other_side(mention: Mention, before: Sequence[Mention]) -> Mention:
    """A government's spokesman who turns on people of one of two states told: of the other."""
    if mention.event not in _AGAINST or len(mention.actors) != 1 or not mention.recipients:
        return mention
    doer = mention.actors[0]
    speaks = _AT_HOME.search(doer.text) and not _ABROAD.search(doer.text)
    if not speaks or doer.country is not None or not serves_state(doer.sectors):
        return mention
    theirs = {r.country for r in mention.recipients if not r.country_inferred}
    parties = [p for m in before for p in (*m.actors, *m.recipients)]
    states = {p.country for p in parties if p.country and not p.country_inferred} - BLOCS
    others = states - theirs
    if len(theirs) != 1 or len(others) != 1 or not theirs <= states:
        return mention
    return replace(mention, actors=(_guessed(doer, others.pop()),))


def _sent_by_speaker(mention: Mention) -> Mention:
    """A delegation whose visit to a state another state's ministry tells of: it is its own."""
    if (mention.event, mention.mode) != VISIT or len(mention.actors) != 1:
        return mention
    guest = mention.actors[0]
    hosts = {r.country for r in mention.recipients}
    tellers = {s.country for s in mention.attribution if serves_state(s.sectors)}
    sent = guest.country is None and _SENT.search(guest.text)
    if not sent or len(tellers) != 1 or len(hosts) != 1 or tellers & (hosts | {None} | BLOCS):
        return mention
    return replace(mention, actors=(_guessed(guest, tellers.pop()),))


def _expelled_together(mention: Mention) -> Mention:
    """A consul who is expelled beside an envoy of a state told: he is that state's."""
    if (mention.event, mention.mode) != _SHUT_OUT:
        return mention
    told = {r.country for r in mention.recipients if r.country}
    serve = all(r.sectors[:1] == ("GOV",) for r in mention.recipients)
    if len(told) != 1 or not serve:
        return mention
    land = next(iter(told))
    return replace(
        mention,
        recipients=tuple(
            r if r.country or _OF_SEVERAL.search(r.text) else _guessed(r, land)
            for r in mention.recipients
        ),
    )


def _kind(party: Entity) -> tuple[str, str] | None:
    """Of what nation and trade somebody is told to be; None where no word tells the nation."""
    if party.country is None or party.country_inferred or not party.sectors:
        return None
    return party.country, party.sectors[0]


def _is_open(party: Entity) -> bool:
    """Whether no word tells of what state somebody is."""
    return party.country is None or party.country_inferred


def _serves(party: Entity) -> bool:
    return not _is_open(party) and serves_state(party.sectors) and party.country not in BLOCS


def _guessed(party: Entity, country: str | None) -> Entity:
    return replace(party, country=country, country_inferred=True)
