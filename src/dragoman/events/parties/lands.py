"""Whose deed it is that a country's name stands with: the state's, or that of somebody of it.

Somebody's country is the state: "launched by *Kim's nation*". A town that is sent help is its
people, who belong to no government: 'sent food to *Gao*'. Nor is what a firm does that no table
knows a deed of the state: "Croatia's *JANAF* cut supplies".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.actors.party import UNIDENTIFIED, serves_state
from dragoman.analysis.grammar import NOUN_SUBJECTS
from dragoman.countries import is_state, name_of
from dragoman.mention import Entity

_LANDS = frozenset({"country", "nation", "homeland", "kingdom"})


def as_lands(parties: Iterable[Entity], name: Token) -> Iterator[Entity]:
    """The parties that a name means, as states where it tells whose country it is.

    Args:
        parties: whom it means.
        name: a word of it.
    """
    while name.dep_ == "compound" and name.head.i != name.i:
        name = name.head
    land = name.dep_ == "poss" and name.head.lemma_.lower() in _LANDS
    for party in parties:
        yield state_of(party, party.country) if land and party.country else party


def as_townspeople(
    parties: Iterable[Entity], phrases: Iterable[Span], cast: Cast
) -> Iterator[Entity]:
    """The parties who are helped, the people of a town for the state that it is in.

    Args:
        parties: whom the phrases mean.
        phrases: those of who is helped.
        cast: who is who in the article.
    """
    towns = {phrase.root.idx for phrase in phrases if cast.names_town(phrase.root)}
    for party in parties:
        town = any(party.start <= start < party.end for start in towns)
        state = is_state(party.name, party.country)
        yield replace(party, name=party.text, sectors=("CVL",)) if town and state else party


def state_of(party: Entity, country: str) -> Entity:
    """The state of that country, told where the party is."""
    return replace(party, name=name_of(country), sectors=("GOV",), office=None)


def side_of(party: Entity) -> str:
    """The state that a party serves, or the party itself."""
    return party.country if party.country and serves_state(party.sectors) else party.name


def is_told_in(state: Entity, other: Entity) -> bool:
    """Whether a state's name is a part of another party's phrase: "Mali and Chad's ministers"."""
    inside = other.start <= state.start and state.end <= other.end and state.text != other.text
    bare = is_state(state.name, state.country)
    return bare and inside and state.country == other.country and state.name != other.name


def as_named(name: Token, owners: Sequence[Entity]) -> tuple[Entity, ...]:
    """The parties that own what a name names; itself in place of the state, where it acts.

    Of a body that is but named only its land is known: neither firm nor ministry is told.

    Args:
        name: the head of the name.
        owners: whose it is told to be.
    """
    if not _is_body(name) or len(owners) != 1 or not is_state(owners[0].name, owners[0].country):
        return tuple(owners)
    text = name.doc[name.i - sum(c.dep_ == "compound" for c in name.lefts) : name.i + 1].text
    start = owners[0].start
    whole = name.doc.text[start : name.idx + len(name)]
    named = replace(owners[0], text=whole, end=start + len(whole), name=text)
    return (replace(named, sectors=UNIDENTIFIED),)


def _is_body(name: Token) -> bool:
    """Whether it is the name of a body that acts: letters alone, or told for one by the tagger."""
    acts = name.dep_ in NOUN_SUBJECTS or (name.dep_ == "pobj" and name.head.dep_ == "agent")
    letters = name.is_upper and len(name) > 1
    return acts and name.pos_ == "PROPN" and name.is_alpha and (letters or name.ent_type_ == "ORG")
