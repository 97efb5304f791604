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
from dragoman.actors.party import serves_state
from dragoman.analysis.grammar import (
    ARGUMENTS,
    DONE_TO,
    STATING,
    as_spans,
    clause_of,
    modifiers,
    owners,
    subjects,
)
from dragoman.events.anchors import is_told_mutual, phrase_of
from dragoman.mention import Entity

_HURTING = frozenset("kill wound injure hurt maim slay leave".split())
_ALL_HARM = _HURTING | {"die", "perish"}
_ADDING = STATING - {"tell"} | {"claim", "report", "confirm", "note"}  # who tells, tells somebody
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


def of_either_side(
    doers: Sequence[Entity], victims: Sequence[Entity], trigger: Token, mode: str | None
) -> tuple[Entity, ...]:
    """The victims of states that fought each other: of which side they are, no guess tells.

    'India and Pakistan traded fire, killing nine villagers.'

    Args:
        doers: who fought.
        victims: who was hurt.
        trigger: the word that reports the attack.
        mode: its mode.
    """
    victims = _of_one_side(doers, victims)
    sides = {doer.country for doer in doers if doer.country}
    if len(sides) < 2 or not is_told_mutual(trigger, "ASSAULT", mode):
        return tuple(victims)
    return tuple(
        replace(v, country=None, country_inferred=False)
        if v.country_inferred and v.country in sides else v
        for v in victims
    )  # fmt: skip


def _of_one_side(doers: Sequence[Entity], victims: Sequence[Entity]) -> tuple[Entity, ...]:
    """The victims; who is guessed to be the doer's, of the nation of those told beside him.

    'Two *Kyrgyz* farmers were hit when Uzbek guards fired on a crowd': it is Kyrgyz.
    """
    own = {doer.country for doer in doers if not doer.country_inferred}
    people = [v for v in victims if not serves_state(v.sectors)]
    told = {v.country for v in people if v.country and not v.country_inferred}
    if len(told) != 1 or told & own or not all(serves_state(d.sectors) for d in doers):
        return tuple(victims)
    other = next(iter(told))
    return tuple(
        replace(v, country=other) if v.country_inferred and v.country in own else v
        for v in victims
    )


def is_reported_outcome(verb: Token, victim: Token, deed: Token) -> bool:
    """Whether who did the deed adds that it had victims: 'it raided a camp, saying 12 *died*'.

    Not where they are told to have been killed by another, or on a day of their own.

    Args:
        verb: the verb of harm.
        victim: the noun of those who are harmed by it.
        deed: the verb of the clause that tells the deed.
    """
    saying = verb.head
    adds = saying.tag_ == "VBG" and saying.lemma_ in _ADDING and saying.dep_ in ("advcl", "conj")
    if verb.dep_ != "ccomp" or not adds or any(c.dep_ == "nsubj" for c in saying.children):
        return False
    if not (saying.head == deed or saying.head in deed.ancestors):
        return False
    if any(token.ent_type_ == "DATE" for token in verb.subtree):
        return False
    own = victim.dep_ == "dobj" and all(s.tag_ == "PRP" for s in subjects(verb))
    return own or is_suffered(verb, victim)


def is_suffered(verb: Token, victim: Token) -> bool:
    """Whether a verb tells that its subject was harmed, and not by whom: '12 *died*'."""
    if any(c.dep_ == "agent" for c in verb.children):
        return False
    return victim.dep_ == "nsubjpass" or (verb.lemma_ == "die" and victim.dep_ == "nsubj")


def reported_victims(trigger: Token) -> tuple[Span, ...]:
    """Those whom the doer adds to have been hurt by the deed, where nothing else tells any."""
    deed = clause_of(trigger)
    return as_spans(
        token
        for token in trigger.sent
        if token.i > trigger.i and token.dep_ in ARGUMENTS
        and token.head.lemma_ in _ALL_HARM and is_reported_outcome(token.head, token, deed)
    )  # fmt: skip


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
