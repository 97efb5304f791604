"""Weapons as parties: 'Thai rockets' that hit a town are the doing of Thailand's forces."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import modifiers

# What only the forces of a state fire, and what is done with it: 'Thai rockets', 'a rocket attack'.
_WEAPONS = frozenset(
    {"missile", "rocket", "drone", "shell", "bomb", "landmine", "artillery", "mortar", "torpedo",
     "gunboat", "gunfire", "shellfire", "shelling", "airstrike", "bombardment"}
)  # fmt: skip
_FIRE = frozenset("strike attack fire raid barrage salvo bombardment volley assault".split())


def is_fire(thing: Token) -> bool:
    """Whether it is a weapon, or what is done with one: 'rockets', 'a drone strike'."""
    noun = thing.lemma_.lower()
    if noun in _WEAPONS:
        return True
    return noun in _FIRE and any(word.lemma_.lower() in _WEAPONS for word in modifiers(thing))


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
