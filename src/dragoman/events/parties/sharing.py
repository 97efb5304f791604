"""Parties that an event leaves to another event of its sentence.

'We mourn with the people of Mali and stand ready to help': help for Mali. Of an exchange it is the
other side: 'Mali freed a Togolese in a swap with Togo'.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.events.coded import CodedEvent
from dragoman.events.ontology import kinds
from dragoman.events.parties.exchanges import is_exchange
from dragoman.mention import Entity

_FRIENDLY = (1, 2)
"""Quad classes of cooperation, in words and in deeds."""


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
