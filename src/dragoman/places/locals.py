"""Towns before a noun that are where something is done: 'Makeni youths burn', 'an Ndola rally'."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.places.sited import Sited
from dragoman.places.toponym import Toponym

# Who act where they live or serve; a town's officials, envoys and clubs may be anywhere.
_LOCALS = frozenset(
    """youth youths resident residents villager villagers police court magistrate trader traders
    shopkeeper shopkeepers student students farmer farmers fisherman fishermen driver drivers
    mob crowd commuter commuters nurse nurses""".split()
)
_GATHERINGS = frozenset("rally protest march demonstration riot vigil riots rallies".split())
_AT = frozenset({"at", "during", "in"})


def is_of_locals(event: Sited, town: Toponym, name: Token) -> bool:
    """Whether a town that only stands before a noun is where the event was.

    Its doers are people of the town, or a gathering there is what was done or where.

    Args:
        event: the event.
        town: the name.
        name: the head of the name.
    """
    fine = town.precision in ("city", "point") and town.basis == "own"
    noun = name.head
    before = name.dep_ in ("compound", "nmod", "amod") and name.i < noun.i
    if town.kind != "modifier" or not fine or not before or event.spoken or event.moving:
        return False
    trigger = event.trigger
    if noun.lower_ in _GATHERINGS:
        at = noun.dep_ == "pobj" and noun.head.lower_ in _AT and trigger.is_ancestor(noun)
        done = noun.dep_ == "dobj" and noun.head.i == trigger.i
        return noun.i == trigger.i or at or done
    return noun.lower_ in _LOCALS and event.does(noun)
