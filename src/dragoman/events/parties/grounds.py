"""Whose ground is struck, where no word of the thing hit names a party: 'shelled a depot in Gao'.

A thing on another's ground is of the land that it stands in, and a town that is called one is its
state, as where it is named alone. Of a thing at home nothing tells whose it is; but where soldiers
live they are those who are attacked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.actors.party import UNIDENTIFIED, serves_state
from dragoman.analysis.grammar import NOUNS, prepositional
from dragoman.countries import name_of
from dragoman.mention import Entity

_PLACES = frozenset("town city village port suburb outskirt district region province".split())
_BARRACKS = frozenset("barrack barracks base airbase garrison outpost".split())
_WITHIN = ("of", "in", "at", "inside", "outside", "on", "around")


def whose_ground(
    doers: Sequence[Entity], phrases: Sequence[Span], cast: Cast
) -> tuple[Entity, ...]:
    """The states and things that an attack hits, by where they are; empty where nothing tells.

    Args:
        doers: who attacks.
        phrases: those read as of whom the attack is made on; none names a party.
        cast: who is who in the article.
    """
    own = {doer.country for doer in doers}
    at_home = any(serves_state(doer.sectors) for doer in doers)
    found: dict[str, Entity] = {}
    for phrase in phrases:
        thing = phrase.root
        if thing.pos_ not in NOUNS:
            continue
        told = list(_places(phrase, thing, cast))
        lands = {land for _, land in told}
        abroad = own and None not in own and len(lands) == 1 and lands.isdisjoint(own)
        if thing.lemma_.lower() in _BARRACKS and (abroad or not at_home):
            hit = _thing(phrase, lands, ("MIL",))
        elif abroad and (told[0][0] == thing or thing.lemma_.lower() in _PLACES):
            hit = _state(*told[0])
        elif abroad:
            hit = _thing(phrase, lands, UNIDENTIFIED)
        else:
            continue
        found.setdefault(hit.name, hit)
    return tuple(found.values())


def _places(phrase: Span, thing: Token, cast: Cast) -> Iterator[tuple[Token, str]]:
    """The places told in a thing's phrase, and their countries: 'a depot in the town of *Gao*'."""
    for place in dict.fromkeys((*phrase, *prepositional(thing, *_WITHIN, "near"))):
        if (land := cast.land_at(place)) is not None:
            if _is_in(place, cast):
                yield place, land
        elif place != thing and place.lemma_.lower() in _PLACES:
            told = ((town, cast.land_at(town)) for town in prepositional(place, "of"))
            yield from ((town, land) for town, land in told if land is not None)


def _is_in(place: Token, cast: Cast) -> bool:
    """Whether a thing stands there: near a town of a land, and not near or off the land."""
    link = place.head
    if place.dep_ != "pobj" or link.lower_ in _WITHIN:
        return True
    return link.lower_ == "near" and not cast.names_state(place)


def _state(place: Token, land: str) -> Entity:
    """The state that a place stands for."""
    end = place.idx + len(place.text)
    return Entity(place.text, place.idx, end, name_of(land), land, ("GOV",))


def _thing(phrase: Span, lands: set[str], sectors: tuple[str, ...]) -> Entity:
    """The thing itself, of the land that it stands in."""
    first = next((t.i for t in phrase if t.dep_ != "det" and not t.is_punct), phrase.start)
    words = phrase.doc[min(first, phrase.root.i) : phrase.root.i + 1]
    land = next(iter(lands)) if len(lands) == 1 else None
    return Entity(
        words.text, words.start_char, words.end_char, words.text, land, sectors,
        country_inferred=land is not None,
    )  # fmt: skip
