"""Who is hurt: whom the doer adds, and of which nation those in a nation's base or boat are.

'It carried out strikes, saying that 12 fighters were killed' tells the victims in what the doer
adds. 'Struck an American base, wounding 34': the country that a text is about says little of
soldiers in another's base or of people in another's boat, and nothing that whoever struck it should
be theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import (
    DONE_TO,
    modifiers,
    owners,
)
from dragoman.events.anchors import phrase_of
from dragoman.mention import Entity

_HURTING = frozenset("kill wound injure hurt maim slay leave".split())
_ABOARD = frozenset({"aboard", "in", "on", "inside", "at"})
# In these only a nation's own soldiers are: not in its embassy, nor its mine.
_OF_FORCES = frozenset(
    "base barrack barracks airbase garrison outpost post position camp convoy patrol vehicle tank "
    "bunker headquarters headquarter".split()
)
# At sea and in the air all who are in a nation's vessel are taken for its people.
_VESSELS = frozenset(
    "boat ship vessel tanker trawler freighter ferry warship frigate destroyer submarine tugboat "
    "plane aircraft airliner jet helicopter yacht dinghy".split()
)


def with_nations(
    recipients: Sequence[Entity], phrases: Sequence[Span], trigger: Token, cast: Cast
) -> tuple[Entity, ...]:
    """The recipients; victims of whom no word tells a nation, with that of what they were in.

    Args:
        recipients: whom the deed was done to.
        phrases: the phrases read in that role.
        trigger: the word that reports the deed.
        cast: who is who in the article.
    """
    hit = [(phrase.root, code) for phrase in phrases for code in _nation(phrase.root, cast)]
    return tuple(_placed(party, hit, trigger, cast) for party in recipients)


def _placed(
    party: Entity, hit: Sequence[tuple[Token, str]], trigger: Token, cast: Cast
) -> Entity:
    if party.country is not None and not party.country_inferred:
        return party
    phrase = phrase_of(party, trigger.doc)
    victim = phrase.root
    if victim.pos_ != "NOUN" or any(cast.names_nation(token) for token in phrase):
        return party
    things = [*hit, *((t, code) for t in _around(victim) for code in _nation(t, cast))]
    for thing, code in things:
        beside = _hurt_with(victim, thing) or _is_in(victim, thing)
        if beside and _holds(thing, party):
            return replace(party, country=code, country_inferred=True)
    return party


def _holds(thing: Token, party: Entity) -> bool:
    """Whether those in the thing are of the nation that it is of."""
    noun = thing.lemma_.lower()
    return noun in _VESSELS or (noun in _OF_FORCES and party.sectors[:1] == ("MIL",))


def _nation(thing: Token, cast: Cast) -> Iterator[str]:
    """The PLOVER code of the nation told before the thing's noun, or of its owner."""
    for word in (*modifiers(thing), *owners(thing)):
        if cast.names_nation(word):
            codes = (party.country for party in cast.resolve(word)[:1])
            yield from (code for code in codes if code)


def _hurt_with(victim: Token, thing: Token) -> bool:
    """Whether a clause of the thing's tells of those hurt: 'sank a ship, killing three men'."""
    verb = victim.head
    hurt = victim.dep_ in DONE_TO and verb.lemma_ in _HURTING
    if not hurt or victim.i < thing.i:
        return False
    return verb.is_ancestor(thing) or any(
        above.is_ancestor(thing) for above in verb.ancestors if above.pos_ in ("VERB", "NOUN")
    )


def _around(victim: Token) -> Iterator[Token]:
    """What the victims are in: 'killed three people aboard a Kenyan boat'."""
    for link in (*victim.rights, *victim.head.rights):
        if link.lower_ in _ABOARD:
            yield from (child for child in link.rights if child.dep_ == "pobj")


def _is_in(victim: Token, thing: Token) -> bool:
    return thing.i > victim.i and thing.head.lower_ in _ABOARD
