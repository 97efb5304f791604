"""The events stage: proposals of the typer become events with their parties.

The typer has read type, mode and parties from the sentence; who the parties are, the cast of the
article tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span

from dragoman.actors import Cast
from dragoman.actors.party import UNIDENTIFIED
from dragoman.analysis.layout import layout_of
from dragoman.countries import is_state
from dragoman.events.coded import CodedEvent
from dragoman.events.magnitudes import magnitudes
from dragoman.events.nondeeds import is_homely
from dragoman.events.numbers import NumberReader
from dragoman.events.ontology import SHELLING, VISIT, WEAPONS_TEST
from dragoman.events.parties.bearers import DOER_LINKS, LINKS, Bearers
from dragoman.events.parties.befallen import as_helped, as_received, by_its_owner, without_nobody
from dragoman.events.parties.casualties import of_either_side, reported_victims, with_nations
from dragoman.events.parties.doers import told_by_pronoun
from dragoman.events.parties.exchanges import freed, is_exchange, other_side
from dragoman.events.parties.grounds import whose_ground
from dragoman.events.parties.lands import as_townspeople
from dragoman.events.parties.offices import each_holder
from dragoman.events.parties.sharing import with_shared_recipients
from dragoman.events.parties.sides import doers_of, sufferers_of, targets_of
from dragoman.events.passes import passed
from dragoman.events.passes.retyped import drilled_alone
from dragoman.events.proposal import Proposal, TypeAndMode
from dragoman.events.stops import Stop, at_stop, numbers_at, stops_of, word_of
from dragoman.mention import Entity, Magnitudes
from dragoman.times.expression import TimeExpression

_SPEAKING = frozenset({"i", "we", "you"})
_OF_EQUALS = (None, "multilateral")
"""Modes of CONSULT in which nobody hosts and nobody calls: all who take part are actors."""


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
        proposals = passed(proposals)
        counts = magnitudes(proposals, cast, self.numbers)
        coding = _Coding(cast, frozenset(proposal.trigger.i for proposal in proposals))
        events: list[CodedEvent] = []
        for proposal, numbers in zip(proposals, counts, strict=True):
            stops = stops_of(proposal, times, coding.triggers)
            if stops:
                events += coding.at_stops(proposal, stops, numbers)
            else:
                events.append(coding.event(proposal, numbers))
        deeds_done = [
            e for e in events
            if not is_homely(e.trigger, e.kind, e.actors, e.recipients, cast)
        ]  # fmt: skip
        return with_shared_recipients(deeds_done)


@dataclass(frozen=True, slots=True)
class _Coding:
    """Makes events of the proposals of one article.

    Attributes:
        cast: who is who in it.
        triggers: the indices of all words that report events.
    """

    cast: Cast
    triggers: frozenset[int]

    def at_stops(
        self, proposal: Proposal, stops: Sequence[Stop], numbers: Magnitudes
    ) -> Iterator[CodedEvent]:
        """The events of the stops that one verb tells of."""
        first, *further = stops
        yield replace(self.event(at_stop(proposal, first, first), numbers), stop=first)
        for stop in further:
            told = at_stop(proposal, stop, first)
            event = self.event(told, numbers_at(stop, numbers), towns=True)
            yield replace(event, stop=stop, word=word_of(stop))

    def event(self, proposal: Proposal, numbers: Magnitudes, *, towns: bool = False) -> CodedEvent:
        """The event that is proposed, with the parties to it.

        Args:
            proposal: the event as proposed.
            numbers: what is counted of it.
            towns: whether a town among its recipients stands for its state, whatever its type.
        """
        proposal = by_its_owner(as_helped(as_received(without_nobody(proposal))))
        sufferers = sufferers_of(proposal, self.cast)
        text = layout_of(proposal.trigger.doc).text
        actors = self._actors(proposal, sufferers)
        recipients = each_holder(self._recipients(proposal, sufferers, actors, towns=towns), text)
        actors = each_holder(actors, text)
        if proposal.event == "CONSULT" and proposal.mode in _OF_EQUALS:
            actors, recipients = (*actors, *recipients), ()
        event, mode = self._kind(proposal, actors, recipients)
        return CodedEvent(
            proposal.trigger, event, mode, actors, recipients, proposal.contexts, numbers,
            proposal.confidence, proposal.status, proposal.sureness, proposal.wholeness,
        )  # fmt: skip

    def _actors(self, proposal: Proposal, sufferers: Sequence[Span]) -> tuple[Entity, ...]:
        """Who does it, by a pronoun where no noun tells him."""
        trigger, event = proposal.trigger, proposal.event
        doers = doers_of(proposal, sufferers, self.cast, self.triggers)
        bearers = Bearers(self.cast, armed=event == "ASSAULT", verbs=self.triggers)
        actors = bearers.find(doers)
        # Who says 'we' does it, whoever is told to say that he did.
        spoken = (p for p in told_by_pronoun(trigger) if p[0].lower_ in _SPEAKING)
        speakers = bearers.find(spoken) if event != "CONSULT" else ()
        if speakers and speakers[0].name not in {actor.name for actor in actors}:
            return speakers
        # Nobody is told who does it; of a meeting nobody but those who are met.
        untold = not actors or (event == "CONSULT" and all(p.start > trigger.i for p in doers))
        if untold and (pronoun := told_by_pronoun(trigger)):
            return bearers.find((*pronoun, *doers))
        return actors

    def _recipients(
        self,
        proposal: Proposal,
        sufferers: Sequence[Span],
        actors: Sequence[Entity],
        *,
        towns: bool,
    ) -> tuple[Entity, ...]:
        """To whom it is done."""
        trigger, event, kind = proposal.trigger, proposal.event, proposal.kind
        swapped = other_side(trigger) if is_exchange(trigger, event) else ()
        targets = (*targets_of(proposal, sufferers, self.cast, self.triggers), *swapped)
        recipients = Bearers(
            self.cast,
            DOER_LINKS if event in ("ACCUSE", "REQUEST") else LINKS,
            frozenset(actor.name for actor in actors),
            towns=towns or kind in (VISIT, ("AID", None)),
            armed=event in ("ASSAULT", "PROTEST") or kind == ("COERCE", "seize"),
            verbs=self.triggers,
        ).find(targets)
        if event == "AID":
            recipients = tuple(as_townspeople(recipients, targets, self.cast))
        if event == "ASSAULT":
            recipients = self._victims(proposal, actors, recipients, targets)
        if event != "REQUEST":  # a minister may ask something of his own state and of another
            recipients = _without_own_state(actors, recipients)
        return freed(trigger, event, actors, recipients, self.cast)

    def _victims(
        self,
        attack: Proposal,
        actors: Sequence[Entity],
        recipients: tuple[Entity, ...],
        targets: Sequence[Span],
    ) -> tuple[Entity, ...]:
        """Whom an attack hits, each of the nation that is told of him or of what he was in."""
        trigger = attack.trigger
        hurt = reported_victims(trigger)
        if not recipients:
            targets = (*targets, *hurt)
            recipients = Bearers(self.cast, verbs=self.triggers).find(hurt)
        if all(map(_is_unclear, recipients)):
            recipients = whose_ground(actors, targets, self.cast) or recipients
        recipients = _other_sides(actors, recipients, hurt)
        recipients = with_nations(recipients, targets, trigger, self.cast)
        return of_either_side(actors, recipients, trigger, attack.mode)

    def _kind(
        self, proposal: Proposal, actors: Sequence[Entity], recipients: Sequence[Entity]
    ) -> TypeAndMode:
        """The type and mode, which may depend on who takes part."""
        aimed = bool(recipients) and any(map(_is_fired_at, proposal.recipients))
        if proposal.kind == WEAPONS_TEST and aimed:
            return SHELLING
        if proposal.event == "COOPERATE" and not recipients:
            alone = drilled_alone(proposal.trigger, actors, self.cast)
            return ("MOBILIZE", alone) if alone else proposal.kind
        return proposal.kind


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


def _is_unclear(party: Entity) -> bool:
    """Whether it is but a name, of whom nothing tells who or where it is: it may be a town's."""
    return party.country is None and party.sectors == UNIDENTIFIED


def _is_fired_at(phrase: Span) -> bool:
    """Whether it is a target, and nobody's test: 'fired rockets *at Israeli positions*'."""
    at = phrase.root.head
    aimed = phrase.root.dep_ == "pobj" and at.lower_ == "at"
    return aimed and at.head.lemma_ not in ("call", "dock", "moor", "berth")  # a ship, in port
