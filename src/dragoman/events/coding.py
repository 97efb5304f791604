"""The events stage: proposals of the typer become events with their parties.

The typer has read type, mode and parties from the sentence; who the parties are, the cast of the
article tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.layout import layout_of
from dragoman.countries import is_state
from dragoman.events.bearers import DOER_LINKS, LINKS, Bearers
from dragoman.events.befallen import as_helped, as_received, by_its_owner, without_nobody
from dragoman.events.beforehand import comes_before, other_sides
from dragoman.events.casualties import of_either_side, reported_victims, with_nations
from dragoman.events.doers import told_by_pronoun
from dragoman.events.exchanges import freed, is_exchange, other_side
from dragoman.events.lands import as_townspeople
from dragoman.events.magnitudes import magnitudes
from dragoman.events.nondeeds import is_homely
from dragoman.events.numbers import NumberReader
from dragoman.events.offices import each_holder
from dragoman.events.ontology import SHELLING, WEAPONS_TEST, kinds
from dragoman.events.passes import passed
from dragoman.events.proposal import Proposal
from dragoman.events.retyped import drilled_alone
from dragoman.events.sides import doers_of, sufferers_of, targets_of
from dragoman.events.stops import Stop, at_stop, numbers_at, stops_of, word_of
from dragoman.mention import Entity, Magnitudes, Status
from dragoman.times.expression import TimeExpression

_OF_EQUALS = (None, "multilateral")
"""Modes of CONSULT in which nobody hosts and nobody calls: all who take part are actors."""
_FRIENDLY = (1, 2)
"""Quad classes of cooperation, in words and in deeds."""


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event of the article, before its standing, time and place are known.

    ``status``, ``sureness`` and ``wholeness`` are the typer's judgement; see `Proposal`. ``stop``
    is the part of the sentence that tells of it alone, where a verb is told once for several; see
    `Stop`.
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
    wholeness: float | None
    stop: Stop | None = None
    word: Token | None = None
    """The word that a later stop is shown at; None for the trigger."""


class EventCoder:
    """Makes events of an article's proposals, and finds out who takes part in them.

    Attributes:
        numbers: reads the numbers told of them.
    """

    def __init__(self) -> None:
        self.numbers = NumberReader()

    def __call__(
        self, proposals: Sequence[Proposal], cast: Cast, times: Sequence[TimeExpression] = ()
    ) -> tuple[CodedEvent, ...]:
        """The events of the article, in order of the text.

        Args:
            proposals: what the typer read.
            cast: who is who in the article.
            times: the article's time expressions.
        """
        proposals = passed(proposals, cast)
        counts = magnitudes(proposals, cast, self.numbers)
        triggers = frozenset(proposal.trigger.i for proposal in proposals)
        events: list[CodedEvent] = []
        for proposal, numbers in zip(proposals, counts, strict=True):
            stops = stops_of(proposal, times, triggers)
            events += _at_stops(proposal, stops, cast, numbers, triggers) if stops else (
                _event(proposal, cast, numbers, triggers),
            )  # fmt: skip
        deeds_done = [
            e for e in events
            if not is_homely(e.trigger, (e.event, e.mode), e.actors, e.recipients, cast)
        ]  # fmt: skip
        return _with_shared_recipients(deeds_done)


def _at_stops(
    proposal: Proposal,
    stops: Sequence[Stop],
    cast: Cast,
    numbers: Magnitudes,
    triggers: frozenset[int],
) -> Iterator[CodedEvent]:
    """The events of the stops that one verb tells of."""
    for stop in stops:
        own = at_stop(proposal, stop, stops[0])
        if stop is stops[0]:
            yield replace(_event(own, cast, numbers, triggers), stop=stop)
        else:
            event = _event(own, cast, numbers_at(stop, numbers), triggers, towns=True)
            yield replace(event, stop=stop, word=word_of(stop))


def _event(
    proposal: Proposal, cast: Cast, numbers: Magnitudes, triggers: frozenset[int],
    *, towns: bool = False,
) -> CodedEvent:  # fmt: skip
    proposal = by_its_owner(as_helped(as_received(without_nobody(proposal))))
    trigger, event, mode = proposal.trigger, proposal.event, proposal.mode
    sufferers = sufferers_of(proposal, cast)
    doers = doers_of(proposal, sufferers, cast, triggers)
    bearers = Bearers(cast, armed=event == "ASSAULT", verbs=triggers)
    actors = bearers.find(doers)
    # Nobody is told who does it; of a meeting nobody but those who are met.
    untold = not actors or (event == "CONSULT" and all(p.start > trigger.i for p in doers))
    if untold and (pronoun := told_by_pronoun(trigger)):
        actors = bearers.find((*pronoun, *doers))
    links = DOER_LINKS if event in ("ACCUSE", "REQUEST") else LINKS
    swapped = other_side(trigger) if is_exchange(trigger, event) else ()
    targets: tuple[Span, ...] = (*targets_of(proposal, sufferers, triggers), *swapped)
    towns = towns or (event, mode) in (("CONSULT", "visit"), ("AID", None))
    armed = event in ("ASSAULT", "PROTEST") or (event, mode) == ("COERCE", "seize")
    bearers = Bearers(cast, links, _names(actors), towns, armed=armed, verbs=triggers)
    recipients = bearers.find(targets)
    if event == "AID":
        recipients = tuple(as_townspeople(recipients, targets, cast))
    if event == "ASSAULT":
        hurt = reported_victims(trigger)
        if not recipients:
            targets = (*targets, *hurt)
            recipients = Bearers(cast, verbs=triggers).find(hurt)
        recipients = _other_sides(actors, recipients, hurt)
        recipients = with_nations(recipients, targets, trigger, cast)
        recipients = of_either_side(actors, recipients, trigger, mode)
    if event != "REQUEST":  # a minister may ask something of his own state and of another
        recipients = _without_own_state(actors, recipients)
    recipients = freed(trigger, event, actors, recipients, cast)
    text = layout_of(trigger.doc).text
    actors, recipients = each_holder(actors, text), each_holder(recipients, text)
    if event == "CONSULT" and mode in _OF_EQUALS:
        actors, recipients = (*actors, *recipients), ()
    if recipients and (event, mode) == WEAPONS_TEST and any(map(_is_fired_at, proposal.recipients)):
        event, mode = SHELLING
    if event == "COOPERATE" and not recipients and (alone := drilled_alone(trigger, actors, cast)):
        event, mode = "MOBILIZE", alone
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
        proposal.wholeness,
    )


def _without_own_state(
    actors: Sequence[Entity], recipients: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """The recipients but for the state that the doers serve, where others are told beside it.

    'The king closed Jordan's border with Syria': it is closed to Syria.
    """
    own = {a.country for a in actors if a.sectors[:1] == ("GOV",) and a.country}
    others = tuple(r for r in recipients if not _is_named_state(r, own))
    return others if any(r.country and r.country not in own for r in others) else recipients


def _other_sides(
    actors: Sequence[Entity], victims: Sequence[Entity], hurt: Sequence[Span]
) -> tuple[Entity, ...]:
    """The victims but for those who are what a doer is: of its raid an army tells its own dead too.

    Args:
        actors: the doers.
        victims: those read as victims.
        hurt: the heads of those of whom the doer says that they were hurt.
    """
    own = {actor.sectors[:1] for actor in actors}
    told = {span.start_char for span in hurt}
    return tuple(
        v for v in victims
        if v.sectors[:1] not in own or not any(v.start <= at < v.end for at in told)
    )  # fmt: skip


def _is_named_state(party: Entity, codes: set[str]) -> bool:
    """Whether a state's own name tells it, and it is of the codes."""
    named = is_state(party.name, party.country)
    return named and party.country in codes and party.text[:1].isupper()


def _is_fired_at(phrase: Span) -> bool:
    """Whether it is a target, and nobody's test: 'fired rockets *at Israeli positions*'."""
    at = phrase.root.head
    aimed = phrase.root.dep_ == "pobj" and at.lower_ == "at"
    return aimed and at.head.lemma_ not in ("call", "dock", "moor", "berth")  # a ship, in port


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
    if event.event == "CONSULT" and event.mode != "visit" and not event.recipients:
        return _with_whom_it_meets(event, beside)
    needs = kinds()[event.event, event.mode].recipient_required and event.word is None
    if event.recipients or not needs:
        return event
    names = {actor.name for actor in event.actors}
    for other in beside:
        alike = other is not event and _are_of_one_sign(event, other)
        if alike and other.recipients and names & {a.name for a in other.actors}:
            shared = tuple(replace(r, inferred=True) for r in other.recipients)
            return replace(event, recipients=shared)
    return event


def _are_of_one_sign(event: CodedEvent, other: CodedEvent) -> bool:
    """Whether both are friendly, or neither: 'praised Mali and condemned the raid' are not."""
    quads = (kinds()[e.event, e.mode].quad_class for e in (event, other))
    return len({quad in _FRIENDLY for quad in quads}) == 1


def _with_whom_it_meets(event: CodedEvent, beside: Sequence[CodedEvent]) -> CodedEvent:
    """Talks of one party with whom its deed before them is done to."""
    names = _names(event.actors)
    for other in beside:
        if comes_before(other.trigger, event.trigger) and names == _names(other.actors):
            sides = other_sides(event.actors, other.recipients)
            return replace(event, actors=(*event.actors, *sides))
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
