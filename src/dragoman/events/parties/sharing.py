"""Parties that an event leaves to another event of its sentence.

'We mourn with the people of Mali and stand ready to help': help for Mali. Of an exchange it is the
other side: 'Mali freed a Togolese in a swap with Togo'.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.entry import ARMED_GROUPS
from dragoman.analysis.grammar import PREDICATES, modifiers, owners
from dragoman.events.coded import CodedEvent
from dragoman.events.ontology import kinds
from dragoman.events.parties.adjuncts import NAMED, is_ahead_of
from dragoman.events.parties.exchanges import is_exchange
from dragoman.events.parties.lands import state_of
from dragoman.mention import Entity

_FRIENDLY = (1, 2)
"""Quad classes of cooperation, in words and in deeds."""
_PARTIES = frozenset({"with", "between", "among", "of"})


def with_shared_recipients(events: Sequence[CodedEvent]) -> tuple[CodedEvent, ...]:
    """The events; those that need a recipient and name none with that of another one beside."""
    sentences: dict[int, list[CodedEvent]] = {}
    for event in events:
        sentences.setdefault(event.trigger.sent.start, []).append(event)
    return tuple(
        _with_recipients(event, beside) for beside in sentences.values() for event in beside
    )


def _with_recipients(event: CodedEvent, beside: Sequence[CodedEvent]) -> CodedEvent:
    """The event, if it needs a recipient and names none with that of another one's same actor."""
    if is_exchange(event.trigger, event.event):
        return _with_other_side(event, beside)
    if event.event == "CONSULT" and event.mode != "visit" and not event.recipients:
        return _with_whom_it_meets(event, beside)
    needs = kinds()[event.kind].recipient_required and event.word is None
    if event.recipients or not needs or _punishes_another(event):
        return event
    names = _names(event.actors)
    for other in beside:
        alike = other is not event and _are_of_one_sign(event, other)
        if alike and other.recipients and names & _names(other.actors):
            shared = tuple(replace(r, inferred=True) for r in other.recipients)
            return replace(event, recipients=shared)
    return event


def _punishes_another(event: CodedEvent) -> bool:
    """Whether it is told whom a penalty hits, if not by name: 'and fined *the hotel*'."""
    if event.kind != ("SANCTION", "convict"):
        return False
    whom = (c for c in event.trigger.rights if c.dep_ in ("dobj", "dative"))
    return any(
        noun.tag_ in ("NN", "NNS") and not any(t.like_num or t.is_currency for t in noun.lefts)
        for noun in whom
    )


def _are_of_one_sign(event: CodedEvent, other: CodedEvent) -> bool:
    """Whether both are friendly, or neither: 'praised Mali and condemned the raid' are not."""
    quads = (kinds()[e.kind].quad_class for e in (event, other))
    return len({quad in _FRIENDLY for quad in quads}) == 1


def _with_whom_it_meets(event: CodedEvent, beside: Sequence[CodedEvent]) -> CodedEvent:
    """Talks of one party with whom its deed before them is done to."""
    names = _names(event.actors)
    for other in beside:
        if _comes_before(other.trigger, event.trigger) and names == _names(other.actors):
            sides = _other_sides(event.actors, other.recipients)
            return replace(event, actors=(*event.actors, *sides))
    return event


def _comes_before(deed: Token, talks: Token) -> bool:
    """Whether the deed is told as done ahead of talks that name nobody themselves."""
    link = talks.head
    if talks.dep_ != "pobj" or not (is_ahead_of(link) or link.lower_ == "before"):
        return False
    if any(c.lower_ in _PARTIES for c in talks.rights):
        return False
    named = any(w.ent_type_ in NAMED for w in (*modifiers(talks), *owners(talks)))
    verb = next((v for v in talks.ancestors if v.pos_ in PREDICATES), None)
    return not named and verb == deed


def _other_sides(doers: Sequence[Entity], others: Sequence[Entity]) -> tuple[Entity, ...]:
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


def _with_other_side(event: CodedEvent, beside: Sequence[CodedEvent]) -> CodedEvent:
    """The exchange with both sides, where its sentence also tells who frees whom in it."""
    release = next((o for o in beside if o is not event and o.event == "RETREAT"), None)
    if release is None:
        return event
    captives = _names(release.recipients)
    parties = tuple(r for r in event.recipients if r.name not in captives)
    if len(event.actors) != 1 or parties:
        return replace(event, recipients=parties)
    known = _names(event.actors)
    freeing = (replace(a, inferred=True) for a in release.actors if a.name not in known)
    return replace(event, actors=(*freeing, *event.actors), recipients=())


def _names(entities: Iterable[Entity]) -> frozenset[str]:
    return frozenset(entity.name for entity in entities)
