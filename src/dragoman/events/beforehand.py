"""Who takes part in talks that a deed comes before or after, but is told of the deed alone.

With whom they are: 'freed two *Chadians* ahead of talks in Doha'. Whose they are: '*Mali* closed
its border before talks with Chad', of which the network names the other side alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.actors.entry import ARMED_GROUPS
from dragoman.analysis.grammar import (
    PREDICATES,
    as_spans,
    is_passive,
    modifiers,
    owners,
    prepositional,
    subjects,
)
from dragoman.events.lands import state_of
from dragoman.mention import Entity

_PARTIES = frozenset({"with", "between", "among", "of"})
_AROUND = frozenset({"before", "after", "during", "following"})
_TALKING = ((), ("GOV",), ("REB",), ("PTY",))
_NAMED = ("ORG", "GPE", "NORP", "PERSON")


def comes_before(deed: Token, talks: Token) -> bool:
    """Whether the deed is told as done ahead of talks that name nobody themselves."""
    link = talks.head
    if talks.dep_ != "pobj" or not (_is_ahead_of(link) or link.lower_ == "before"):
        return False
    if any(c.lower_ in _PARTIES for c in talks.rights):
        return False
    named = any(w.ent_type_ in _NAMED for w in (*modifiers(talks), *owners(talks)))
    verb = next((v for v in talks.ancestors if v.pos_ in PREDICATES), None)
    return not named and verb == deed


def who_meets(talks: Token, cast: Cast) -> tuple[Span, ...]:
    """Whose talks with somebody are that a clause of his deed tells before or after it.

    Empty where the talks are called another's, and where he is nobody who holds any: a protester.
    """
    link = talks.head
    if talks.dep_ != "pobj" or not (_is_ahead_of(link) or link.lower_ in _AROUND):
        return ()
    if not prepositional(talks, "with") or _has_owner(talks):
        return ()
    verb = next((v for v in talks.ancestors if v.pos_ in PREDICATES and v != link), None)
    if verb is None or is_passive(verb):
        return ()
    told = (s for s in subjects(verb) if cast.is_party(s) and _holds_talks(cast.resolve(s)))
    return as_spans(told)


def _is_ahead_of(link: Token) -> bool:
    """Whether it is the 'of' in 'ahead of talks'."""
    return link.lower_ == "of" and link.head.lower_ == "ahead"


def _has_owner(talks: Token) -> bool:
    """Whether it is told whose the talks are, not with a pronoun for the one spoken of."""
    own = (w for w in (*modifiers(talks), *owners(talks)) if w.tag_ != "PRP$")
    return any(word.ent_type_ in _NAMED or word.dep_ == "poss" for word in own)


def _holds_talks(parties: Sequence[Entity]) -> bool:
    return bool(parties) and all(p.sectors[:1] in _TALKING for p in parties)


def other_sides(doers: Sequence[Entity], others: Sequence[Entity]) -> tuple[Entity, ...]:
    """The sides of those to whom a deed is done, as those who meet its doers after it.

    Of citizens their state; nobody of the doers' own.
    """
    own = {doer.country for doer in doers}
    found: dict[str, Entity] = {}
    for other in others:
        if other.country is None or other.country in own or other.country_inferred:
            continue
        armed = ARMED_GROUPS.intersection(other.sectors)
        side = other if armed else state_of(other, other.country)
        found.setdefault(side.name, replace(side, inferred=True))
    return tuple(found.values())
