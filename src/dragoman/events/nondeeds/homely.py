"""What the parties tell to be no deed: a leader among his own troops, a firm that keeps its shop.

Who 'visited *his* navy's yard' or 'toured a school' meets nobody, nor does he on a 'trip to a
clinic' or with *his mother*; whoever 'flew in from Gao' is told to visit nowhere. A minister who
*defends* his own government supports nobody else, and 'the app was pulled from the store' is
business where no state is behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import (
    OWN,
    PLACE_LABELS,
    WHERE,
    direct_objects,
    prepositional,
    subjects,
)
from dragoman.events.nondeeds.threats import is_of_another
from dragoman.events.nondeeds.words import is_a
from dragoman.events.ontology import VISIT
from dragoman.events.proposal import TypeAndMode
from dragoman.mention import Entity

_VISITED = (("MIL",), ("BUS",), ("COP",))
_HOUSES = (("MED",), ("EDU",))
_GOVERNING = (("GOV",), ("PTY",))
_FIRM = "BUS"
_WHITHER = frozenset({*WHERE, "to", "into", "for"})
_INSPECTING = frozenset({"inspect", "visit", "tour", "inspection", "trip"})


def is_homely(
    trigger: Token,
    kind: TypeAndMode,
    actors: Sequence[Entity],
    recipients: Sequence[Entity],
    cast: Cast,
) -> bool:
    """Whether the parties tell that it is no deed.

    Args:
        trigger: the word that reports it.
        kind: its type and mode.
        actors: who does it.
        recipients: to whom it is done.
        cast: who is who in the article.
    """
    if kind[0] == "THREATEN":
        return is_of_another(trigger, actors, cast)
    if kind[0] == "SUPPORT":
        return trigger.lemma_ == "defend" and _is_own_government(actors, recipients)
    if kind == VISIT and any(map(_is_own_kin, direct_objects(trigger))):
        return True
    if kind == VISIT:
        if not any(_is_host(party, actors) for party in recipients):
            return _is_sight(trigger, actors, cast)
        return _is_among_own(trigger, actors, recipients, cast) or _comes_from_own(trigger, cast)
    return kind == ("COERCE", "censor") and _is_of_shop(trigger, actors, cast)


def _is_own_kin(noun: Token) -> bool:
    """'His *mother*'."""
    return is_a(noun, "kin") and any(c.lower_ in OWN for c in noun.lefts)


def _is_among_own(
    trigger: Token, actors: Sequence[Entity], recipients: Sequence[Entity], cast: Cast
) -> bool:
    """Whether one who governs goes to what is his state's: 'inspected *his troops*'.

    Not where he goes to another land to see them, or holds talks there.
    """
    states = {a.country for a in actors if a.sectors[:1] == ("GOV",)}
    own = len(states) == 1 and None not in states and bool(recipients)
    if not own or trigger.lemma_.lower() not in _INSPECTING:
        return False
    if any(r.country not in states or r.sectors[:1] not in _VISITED for r in recipients):
        return False
    return _lands_in(trigger, cast) <= states | {None}


def _lands_in(trigger: Token, cast: Cast) -> set[str | None]:
    """The lands of the places that it is told to be in."""
    places = (t for t in trigger.subtree if t.dep_ == "pobj" and t.head.lower_ in WHERE)
    return {party.country for place in places for party in cast.resolve(place)}


def _is_host(party: Entity, guests: Sequence[Entity]) -> bool:
    """Whether it is more than a school or hospital of the guests' own land."""
    at_home = party.country is None or party.country in {guest.country for guest in guests}
    return not at_home or party.sectors[:1] not in _HOUSES


def _is_own_government(actors: Sequence[Entity], recipients: Sequence[Entity]) -> bool:
    """Whether those who govern a state are spoken for by one of them."""
    states = {actor.country for actor in actors if actor.sectors[:1] == ("GOV",)}
    if len(states) != 1 or None in states or not recipients:
        return False
    return all(
        r.country in states and r.sectors[:1] in _GOVERNING and "OPP" not in r.sectors
        for r in recipients
    )


def _is_sight(trigger: Token, actors: Sequence[Entity], cast: Cast) -> bool:
    """Whether one who governs looks at what is in his land: 'was *touring* a school in Gao'."""
    seen = (*direct_objects(trigger), *prepositional(trigger, "to"))
    if trigger.lemma_.lower() not in _INSPECTING or not any(is_a(c, "sight") for c in seen):
        return False
    states = {a.country for a in actors}
    return _lands_in(trigger, cast) <= states | {None}


def _comes_from_own(trigger: Token, cast: Cast) -> bool:
    """Whether it is told only whence somebody comes: '*flew* in from Gao', not 'to Lome'."""
    if not is_a(trigger, "arrive") or direct_objects(trigger):
        return False
    whence = (t for t in trigger.subtree if t.dep_ == "pobj" and t.head.lower_ == "from")
    whither = (t for t in trigger.subtree if t.dep_ == "pobj" and t.head.lower_ in _WHITHER)
    reached = any(t.ent_type_ in PLACE_LABELS or cast.names_nation(t) for t in whither)
    return any(whence) and not reached


def _is_of_shop(trigger: Token, actors: Sequence[Entity], cast: Cast) -> bool:
    """Whether what is offered there is taken off a shop or platform: 'pulled from the App Store'.

    Not where a state does it, or is told of in its sentence.
    """
    if any(a.sectors[:1] != (_FIRM,) for a in actors) or not is_a(trigger, "withdraw"):
        return False
    shops = (s for s in prepositional(trigger, "from", "off") if is_a(s, "shop"))
    if not any(shops):
        return False
    firms = {s.i for s in subjects(trigger)}
    return not any(
        is_a(t, "authority") or cast.names_nation(t) for t in trigger.sent if t.i not in firms
    )
