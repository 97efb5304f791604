"""The events stage: proposals of the typer become events with their parties.

The typer has read type, mode and parties from the sentence; who the parties are, the cast of the
article tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import modifiers, names_none
from dragoman.events.bearers import DOER_LINKS, LINKS, Bearers
from dragoman.events.delays import after_delays
from dragoman.events.doers import told_by_a_camera, told_by_pronoun
from dragoman.events.exchanges import freed, is_exchange, other_side
from dragoman.events.magnitudes import magnitudes
from dragoman.events.numbers import NumberReader
from dragoman.events.ontology import kinds
from dragoman.events.proposal import Proposal
from dragoman.mention import Entity, Magnitudes, Status

_OF_EQUALS = (None, "multilateral")
"""Modes of CONSULT in which nobody hosts and nobody calls: all who take part are actors."""
_TESTS = ("MOBILIZE", "weapons")
_SHELLING = ("ASSAULT", "heavy-weapons")
_TELLING = frozenset(
    "report confirm describe condemn criticise criticize denounce deny welcome hail praise "
    "investigate".split()
)
_UPHEAVALS = frozenset("coup putsch mutiny uprising insurgency rebellion revolt".split())
_TELLING_WHOSE = ("poss", "amod", "compound", "nmod")
_BEARING = frozenset("endure suffer withstand undergo sustain weather survive experience".split())


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event of the article, before its standing, time and place are known.

    ``status`` and ``sureness`` are the typer's judgement; see `Proposal`.
    """

    trigger: Token
    event: str
    mode: str | None
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    contexts: tuple[str, ...]
    magnitudes: Magnitudes
    confidence: float
    status: Status
    sureness: float


class EventCoder:
    """Makes events of an article's proposals, and finds out who takes part in them.

    Attributes:
        numbers: reads the numbers told of them.
    """

    def __init__(self) -> None:
        self.numbers = NumberReader()

    def __call__(self, proposals: Sequence[Proposal], cast: Cast) -> tuple[CodedEvent, ...]:
        """The events of the article, in order of the text."""
        proposals = after_delays(proposals)
        told = magnitudes(proposals, cast, self.numbers)
        return _with_shared_recipients(
            [_event(p, cast, numbers) for p, numbers in zip(proposals, told, strict=True)]
        )


def _event(proposal: Proposal, cast: Cast, numbers: Magnitudes) -> CodedEvent:
    proposal = _without_nobody(proposal)
    trigger, event, mode = proposal.trigger, proposal.event, proposal.mode
    filmed = told_by_a_camera(trigger)
    sufferers = tuple(
        p for p in proposal.actors
        if _suffers(p, trigger) or _is_overthrown(p, trigger, cast)
        or (filmed and p.start > trigger.i)
    )  # fmt: skip
    doers = [p for p in proposal.actors if p not in sufferers and not _only_tells(p, proposal)]
    doers = doers or list(filmed)
    bearers = Bearers(cast, armed=event == "ASSAULT")
    actors = bearers.find(doers)
    # Nobody is told who does it; of a meeting nobody but those who are met.
    untold = not actors or (event == "CONSULT" and all(p.start > trigger.i for p in doers))
    if untold and (pronoun := told_by_pronoun(trigger)):
        actors = bearers.find((*pronoun, *doers))
    links = DOER_LINKS if event in ("ACCUSE", "REQUEST") else LINKS
    swapped = other_side(trigger) if is_exchange(trigger, event) else ()
    targets = (*proposal.recipients, *sufferers, *swapped)
    visit = (event, mode) == ("CONSULT", "visit")
    recipients = Bearers(cast, links, _names(actors), towns=visit).find(targets)
    recipients = freed(trigger, event, actors, recipients, cast)
    if event == "CONSULT" and mode in _OF_EQUALS:
        actors, recipients = (*actors, *recipients), ()
    if recipients and (event, mode) == _TESTS and any(map(_is_fired_at, proposal.recipients)):
        event, mode = _SHELLING
    return CodedEvent(
        trigger,
        event,
        mode,
        actors,
        recipients,
        proposal.contexts,
        numbers,
        proposal.confidence,
        proposal.status,
        proposal.sureness,
    )


def _is_fired_at(phrase: Span) -> bool:
    """Whether it is a target, and nobody's test: 'fired rockets *at Israeli positions*'."""
    return phrase.root.dep_ == "pobj" and phrase.root.head.lower_ == "at"


def _without_nobody(proposal: Proposal) -> Proposal:
    """What was done, without the phrases that name nobody: 'a raid that killed no soldiers'.

    What was not done at all names whom it would have been done to.
    """
    if proposal.status == "negated":
        return proposal
    named = tuple(p for p in proposal.recipients if not names_none(p.root))
    return replace(proposal, recipients=named)


def _suffers(phrase: Span, trigger: Token) -> bool:
    """Whether the phrase is who has to bear what the trigger names: 'Mali endured an offensive'."""
    verb = phrase.root.head
    return phrase.root.dep_ == "nsubj" and trigger.head == verb and verb.lemma_ in _BEARING


def _is_overthrown(phrase: Span, trigger: Token, cast: Cast) -> bool:
    """Whether it is the state that an upheaval is told by: "Niger's coup" is not Niger's doing."""
    name = phrase.root
    if name.dep_ not in _TELLING_WHOSE or not cast.names_nation(name):
        return False
    noun = name.head
    words = {noun.lemma_.lower(), *(word.lemma_.lower() for word in modifiers(noun))}
    return not words.isdisjoint(_UPHEAVALS) and trigger in (noun, *noun.lefts)


def _only_tells(phrase: Span, proposal: Proposal) -> bool:
    """Whether the phrase is who tells of a noun's event: 'an attack condemned by Mali'.

    Who announces a ban makes it, who announces a visit need not be the visitor.
    """
    head = phrase.root
    while head.dep_ in ("compound", "amod"):
        head = head.head
    participle = head.head.head
    agent = head.head.dep_ == "agent" and participle.dep_ == "acl"
    if not agent or participle.head != proposal.trigger:
        return False
    announced = participle.lemma_ == "announce" and proposal.event == "CONSULT"
    return announced or participle.lemma_ in _TELLING


def _names(entities: tuple[Entity, ...]) -> frozenset[str]:
    return frozenset(entity.name for entity in entities)


def _with_shared_recipients(events: list[CodedEvent]) -> tuple[CodedEvent, ...]:
    """Events that need a recipient and name none take that of their sentence's other event.

    'We mourn with the people of Mali and stand ready to help': help for Mali. Of an exchange it is
    the other side: 'Mali freed a Togolese in a swap with Togo'.
    """
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
    if event.recipients or not kinds()[event.event, event.mode].recipient_required:
        return event
    names = {actor.name for actor in event.actors}
    for other in beside:
        if other is not event and other.recipients and names & {a.name for a in other.actors}:
            shared = tuple(replace(r, inferred=True) for r in other.recipients)
            return replace(event, recipients=shared)
    return event


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
