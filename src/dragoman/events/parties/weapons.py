"""Weapons and vehicles as parties: 'Thai rockets' are Thai forces, 'an RSF convoy' the RSF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.entry import ARMED_GROUPS, OF_STATES
from dragoman.analysis.grammar import modifiers
from dragoman.mention import Entity

# What only the forces of a state fire, and what is done with it: 'Thai rockets', 'a rocket attack'.
_WEAPONS = frozenset(
    {"missile", "rocket", "drone", "shell", "bomb", "landmine", "artillery", "mortar", "torpedo",
     "gunboat", "gunfire", "shellfire", "shelling", "airstrike", "bombardment"}
)  # fmt: skip
MISSILES = frozenset("missile rocket projectile warhead icbm irbm".split())
"""Lemmas of nouns for what is fired far, with a warhead or without."""
_SERVING = (("MIL",), ("COP",), ("GOV",))
_FIRE = frozenset("strike attack fire raid barrage salvo bombardment volley assault".split())
_ARMED = frozenset("military army naval navy air troop force forces fleet".split())
_OF_FORCES = frozenset(
    {"barrack", "barracks", "airbase", "warship", "frigate", "destroyer", "warplane"}
)
_POLICING = frozenset({"police", "coastguard", "guard", "gendarmerie"})  # 'a coast guard ship'
_NUCLEAR = frozenset({"nuclear", "atomic", "hydrogen", "thermonuclear"})
_FLAGGED = frozenset({"flagged", "registered", "owned", "operated"})
# Whose columns and posts soldiers are in; in an embassy's car its people are.
_RULING = frozenset({"junta", "regime", "government"})
_MOVED = frozenset(
    "column convoy vehicle truck car van bus boat patrol post outpost checkpoint position base "
    "barracks camp station headquarters garrison compound".split()
)
# What forces act with, so that whose it is acts: 'Air Force *helicopters* lifted tourists out'.
_CRAFT = frozenset(
    "helicopter plane aircraft jet airplane airliner ship vessel boat cutter frigate warship "
    "destroyer speedboat gunboat".split()
)


def _is_fire(thing: Token) -> bool:
    """Whether it is a weapon, or what is done with one: 'rockets', 'a drone strike'."""
    noun = thing.lemma_.lower()
    if noun in _WEAPONS:
        return True
    return noun in _FIRE and any(word.lemma_.lower() in _WEAPONS for word in modifiers(thing))


def is_nuclear(test: Token) -> bool:
    """Whether it is a test of a nuclear device, and not of what flies: 'the *nuclear* test'."""
    words = {word.lemma_.lower() for word in modifiers(test)}
    return bool(words & _NUCLEAR) and not words & _WEAPONS


def is_moved(thing: Token) -> bool:
    """Whether it is what forces move in or stand at: 'a police *convoy*', 'an army *outpost*'."""
    return thing.lemma_.lower() in _MOVED


def is_craft(thing: Token) -> bool:
    """Whether forces go about in it, or it is the name of one: 'navy *ships*', 'the ship *Ada*'."""
    return any(w.lemma_.lower() in _CRAFT for w in (thing, *modifiers(thing)))


def sectors_of(noun: Token, *, armed: bool) -> tuple[str, ...]:
    """Which part of a state acts with a thing that is called its: its soldiers, police or itself.

    Args:
        noun: the thing: 'base' in 'a Thai army base'.
        armed: whether the deed is done by arms.
    """
    before = {word.lower_ for word in modifiers(noun)}
    if before & _POLICING:
        return ("COP",)
    forces = not before.isdisjoint(_ARMED) or noun.lemma_.lower() in _OF_FORCES
    return ("MIL",) if forces or (armed and _is_fire(noun)) else ("GOV",)


def flag_of(word: Token) -> Token | None:
    """Under whose flag a ship is, or whose it is, by the word before it: 'a *Chad*-owned ship'."""
    if word.lower_ not in _FLAGGED:
        return None
    return next((c for c in word.lefts if c.dep_ == "npadvmod"), None)


def forces_of(parties: Iterable[Entity], *, common: bool) -> Iterator[Entity]:
    """The parties whose own a thing is before which they stand: an armed group's, a bloc's.

    Args:
        parties: the parties.
        common: whether a common noun tells them, which a state's forces then do, too; a government
            is then told by its soldiers: 'a junta *column*'.
    """
    for party in parties:
        if common and party.sectors[:1] in _SERVING:
            rules = party.text.lower().split()[-1] in _RULING
            yield replace(party, sectors=("MIL",)) if rules else party
        elif party.country in OF_STATES or ARMED_GROUPS.intersection(party.sectors):
            yield party


def what_is_named(nation: Token) -> Token:
    """What a nation's adjective tells the nation of: 'rockets' in 'Thai rockets'.

    Of a model's name before it, the parser may take the adjective to be: 'Thai S-300 *rockets*'.
    """
    noun = nation.head
    while noun.dep_ == "compound" and noun.head.i > noun.i and _is_model(noun.text):
        noun = noun.head
    return noun


def is_before_model(nation: Token) -> bool:
    """Whether the parser takes a model's name after a nation for the 's of whose things they are.

    'Thai *BM-21* rockets'.
    """
    ending = next((c for c in nation.rights if c.dep_ == "case"), None)
    return nation.dep_ == "poss" and ending is not None and _is_model(ending.text)


def _is_model(text: str) -> bool:
    return any(letter.isdigit() for letter in text)
