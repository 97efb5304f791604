"""Exchanges of captives: each side frees those of the other, and who they are need not be said.

'Mali and Togo swapped 20 prisoners' tells of no country that the 20 are of, and surely not that of
whoever is named first. In an exchange the captives are what is given, and the sides are its
parties (PLOVER: of what is reciprocal all who take part are actors); where a country's captives are
told as such ('20 Malian soldiers'), whoever holds the others frees them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import as_spans, prepositional
from dragoman.events.anchors import phrase_of
from dragoman.mention import Entity

_EXCHANGE = ("swap", "exchang")


def is_exchange(trigger: Token, event: str) -> bool:
    """Whether the trigger names a release that both sides make: 'swapped', 'the exchange'."""
    return event == "RETREAT" and trigger.lower_.startswith(_EXCHANGE)


def other_side(trigger: Token) -> tuple[Span, ...]:
    """Whom the words tell to be on the other side: 'swapped 20 captives with Togo'."""
    given = (child for child in trigger.children if child.dep_ == "dobj")
    heads = (head for token in (trigger, *given) for head in prepositional(token, "with"))
    return as_spans(heads)


def freed(
    trigger: Token, event: str, actors: Sequence[Entity], recipients: Sequence[Entity], cast: Cast
) -> tuple[Entity, ...]:
    """Who is freed, or with whom captives are exchanged.

    Captives of whom no words tell a country have none, where both sides may have held them; in an
    exchange of two sides they are no party.

    Args:
        trigger: the word that reports the release.
        event: its type.
        actors: who frees.
        recipients: who is freed, or the other side.
        cast: who is who in the article.
    """
    exchange = is_exchange(trigger, event)
    if event != "RETREAT" or not (exchange or len(_countries(actors)) > 1):
        return tuple(recipients)
    own = (r for r in recipients if r.country in {None, *_countries(actors)})
    given = [r for r in own if _is_untold(r, trigger, cast)]
    rest = [r for r in recipients if r not in given]
    if exchange and len(actors) + len(rest) > 1:
        return tuple(rest)
    return tuple(replace(r, country=None) if r in given else r for r in recipients)


def _countries(parties: Iterable[Entity]) -> set[str]:
    return {party.country for party in parties if party.country}


def _is_untold(party: Entity, trigger: Token, cast: Cast) -> bool:
    """Whether a common noun means the party, and no word of its phrase a nation."""
    phrase = phrase_of(party, trigger.doc)
    return phrase.root.pos_ != "PROPN" and not any(cast.names_nation(token) for token in phrase)
