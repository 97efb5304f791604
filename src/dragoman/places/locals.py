"""Towns before a noun that are where something is done: 'Makeni youths burn', 'an Ndola rally'."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import NOUN_MODIFIERS, NOUNS, outermost
from dragoman.places.sited import GROUNDS, Sited
from dragoman.places.toponym import Toponym

# Who act where they live or serve; a town's officials, envoys and clubs may be anywhere.
_LOCALS = frozenset(
    """youth youths resident residents villager villagers police court magistrate trader traders
    shopkeeper shopkeepers student students farmer farmers fisherman fishermen driver drivers
    mob crowd commuter commuters nurse nurses""".split()
)
_MEETINGS = frozenset("summit conference talks forum".split())
_VENUES = frozenset({"venue", "host", "site", "location"})
_GATHERINGS = frozenset("rally protest march demonstration riot vigil riots rallies".split())
_RESIDENTS = frozenset("residents villagers inhabitants townspeople".split())
_AT = frozenset({"at", "during", "in"})
_SCENES = GROUNDS | frozenset("mosque church school hotel temple synagogue shrine mall".split())


def is_of_locals(event: Sited, town: Toponym, name: Token) -> bool:
    """Whether a town that only stands before a noun is where the event was.

    Its doers are people of the town, or a gathering there is what was done or where.

    Args:
        event: the event.
        town: the name.
        name: the head of the name.
    """
    if name.dep_ == "pobj" and name.head.lower_ == "of":
        of = name.head.head  # 'residents of Makeni appealed'
        near = town.precision in ("city", "point") and not event.moving
        return near and of.lower_ in _RESIDENTS and event.does(of)
    fine = town.precision in ("city", "point") and town.basis == "own"
    noun = name.head
    before = name.dep_ in NOUN_MODIFIERS and name.i < noun.i
    trigger = event.trigger
    if town.kind != "modifier" or not fine or not before:
        return False
    if event.spoken or event.moving:
        return False
    if _names_scene(name, trigger):
        return True
    if noun.lower_ in _GATHERINGS:
        at = noun.dep_ == "pobj" and noun.head.lower_ in _AT and trigger.is_ancestor(noun)
        done = noun.dep_ == "dobj" and noun.head.i == trigger.i
        return noun.i == trigger.i or at or done
    return noun.lower_ in _LOCALS and event.does(noun)


def _names_scene(town: Token, deed: Token) -> bool:
    """Whether a place of the town names a deed there: 'the *Mopti market* bombing'."""
    between = deed.doc[town.i + 1 : deed.i]
    joined = all(word.dep_ in NOUN_MODIFIERS and word.pos_ in NOUNS for word in between)
    return deed.pos_ == "NOUN" and joined and any(word.lower_ in _SCENES for word in between)


def is_beside_home(event: Sited, toponym: Toponym, name: Token) -> bool:
    """Whether a river, range or sea only tells where a town is of which the doers are.

    'Residents of Mopti, on the *Niger river*, appealed': it was in Mopti.

    Args:
        event: the event.
        toponym: the name.
        name: the head of the name.
    """
    hinge = outermost(name).head
    noun = hinge.head
    if toponym.precision != "area" or hinge.dep_ != "prep" or noun.lower_ not in _RESIDENTS:
        return False
    home = any(c.lower_ == "of" and c.i < hinge.i for c in noun.rights)
    return home and hinge.lower_ != "of" and event.does(noun)


def is_of_venue(event: Sited, town: Toponym, name: Token) -> bool:
    """Whether the event is a meeting that is named for the town it is held in: 'Lagos summit'.

    Args:
        event: the event.
        town: the name.
        name: the head of the name.
    """
    own = town.kind != "embedded" and town.precision == "city" and town.basis == "own"
    if not (own and event.meeting and name.head.i == event.trigger.i):
        return False
    return is_venue(name) or (name.dep_ == "nsubj" and _is_of_meeting(name, name.head))


def is_venue(town: Token) -> bool:
    """Whether a town is but where a meeting is held: '*Doha* talks', 'offered *Doha* as venue'."""
    noun = town.head
    if town.dep_ in NOUN_MODIFIERS and town.i < noun.i:
        return _is_of_meeting(town, noun)
    offered = (c for c in noun.rights if c.lower_ == "as" and town.dep_ == "dobj")
    return any(c.lower_ in _VENUES for preposition in offered for c in preposition.rights)


def _is_of_meeting(town: Token, noun: Token) -> bool:
    return town.i + 1 == noun.i and noun.lower_ in _MEETINGS and not _is_side(town, noun)


def _is_side(name: Token, meeting: Token) -> bool:
    """Whether a town before talks stands for who holds them: 'Moscow, Kyiv talks', 'with Kyiv'."""
    if any(c.dep_ == "prep" and c.lower_ in ("with", "between") for c in meeting.rights):
        return True
    first = name.left_edge
    before = first.nbor(-1) if first.i else None
    listed = before is not None and (before.lower_ in (",", "and", "-", "–", "/"))
    return listed or (name.nbor().i != meeting.i and name.nbor().pos_ == "PUNCT")
