"""The events stage: proposals of the typer become events with their parties.

The one place where the typer's judgement and the grammar's are settled: type and mode are the
typer's; parties are the grammar's where it finds any that can act, else the typer's own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis import Analysis
from dragoman.events.arguments import ArgumentFinder
from dragoman.events.bearers import DOER_LINKS, LINKS, Bearers
from dragoman.events.contexts import ContextTable
from dragoman.events.lexicon import Lexicon
from dragoman.events.magnitudes import NumberTable
from dragoman.events.ontology import kinds
from dragoman.events.proposal import Proposal, Typer
from dragoman.events.worlds import OtherWorlds
from dragoman.mention import Certainty, Entity, Magnitudes, Status

_PLACING = frozenset({"in", "near", "inside", "outside", "off", "around", "from", "close"})
_WITHOUT_ACTOR = 0.75


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event of the article, before its standing, time and place are known.

    ``status`` and ``certainty`` are the typer's judgement, None where it has none.
    """

    trigger: Token
    event: str
    mode: str | None
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    contexts: tuple[str, ...]
    magnitudes: Magnitudes
    confidence: float
    status: Status | None
    certainty: Certainty | None


class EventCoder:
    """Finds the events of an article with a typer and the grammar of their arguments."""

    def __init__(self, typer: Typer, lexicon: Lexicon | None = None) -> None:
        self._typer = typer
        self._arguments = ArgumentFinder(lexicon or Lexicon())
        self._contexts = ContextTable()
        self._numbers = NumberTable()
        self._worlds = OtherWorlds()

    def __call__(self, analysis: Analysis, cast: Cast) -> tuple[CodedEvent, ...]:
        """The events of the article, in order of the text."""
        if self._worlds.hold(analysis):
            return ()
        proposals = self._typer(analysis)
        sentences = {p.trigger.sent.start: p.trigger.sent for p in proposals}
        strange = {i for i, s in sentences.items() if self._worlds.hold_sentence(s)}
        return _with_shared_recipients(
            [self._event(p, cast) for p in proposals if p.trigger.sent.start not in strange]
        )

    def _event(self, proposal: Proposal, cast: Cast) -> CodedEvent:
        trigger, event, mode = proposal.trigger, proposal.event, proposal.mode
        found = self._arguments.find(trigger, event, mode)
        actors = Bearers(cast).find(found.actors)
        links = DOER_LINKS if event in ("ACCUSE", "REQUEST") else LINKS
        others = Bearers(cast, links, _names(actors))
        recipients = others.find(found.recipients)
        if not recipients and proposal.inner is not None:
            recipients = self._parties_of(proposal.inner, others, asked=event == "REQUEST")
        if not actors:
            near = _apart(_near(trigger, proposal.actors or ()), recipients)
            actors = Bearers(cast, taken=_names(recipients)).find((), near)
        if not recipients and found.recipients:
            near = _apart(_near(trigger, proposal.recipients or ()), actors)
            near = tuple(span for span in near if not _is_aside(span.root, trigger))
            recipients = replace(others, taken=_names(actors)).find((), near)
        return CodedEvent(
            trigger,
            event,
            mode,
            actors,
            recipients,
            self._contexts.of(trigger.sent),
            self._numbers.magnitudes(trigger, event),
            proposal.confidence * (1.0 if actors else _WITHOUT_ACTOR),
            proposal.status,
            proposal.certainty,
        )


    def _parties_of(
        self, inner: Proposal, bearers: Bearers, *, asked: bool
    ) -> tuple[Entity, ...]:
        """Whom a refusal or threat is about ('refused to send aid to Mali'), or who is asked."""
        found = self._arguments.find(inner.trigger, inner.event, inner.mode)
        if asked:
            return bearers.find(found.actors)
        return bearers.find(found.recipients) or bearers.find(found.actors)


def _near(trigger: Token, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The typer's phrases that stand by the trigger in the parse, or by what governs it.

    Not who reports it: the subject of a verb whose clause the trigger only stands in.
    """
    around = {trigger.i, trigger.head.i, trigger.head.head.i}
    return tuple(
        span
        for span in spans
        if (span.root.head.i in around or trigger.is_ancestor(span.root))
        and not (span.root.dep_ == "nsubj" and _reports(span.root.head, trigger))
        and not (span.root.dep_ == "nsubj" and _comes_before(trigger, span.root))
    )


def _comes_before(trigger: Token, subject: Token) -> bool:
    """'At the time of the tests, the army slept': an adjunct before somebody's own clause."""
    return subject.head.is_ancestor(trigger) and trigger.i < subject.i


def _is_aside(root: Token, trigger: Token) -> bool:
    """Whether a phrase under the trigger is a mere place, or stands in a relative clause."""
    if not trigger.is_ancestor(root):
        return False
    if root.dep_ == "pobj" and root.head.lower_ in _PLACING:
        return True
    path = [root, *(a for a in root.ancestors if trigger.is_ancestor(a))]
    return any(step.dep_ == "relcl" for step in path)


def _reports(verb: Token, trigger: Token) -> bool:
    path = [trigger, *(a for a in trigger.ancestors if verb.is_ancestor(a))]
    return verb.is_ancestor(trigger) and any(step.dep_ == "ccomp" for step in path)


def _apart(spans: tuple[Span, ...], entities: tuple[Entity, ...]) -> tuple[Span, ...]:
    """The phrases that share no character with the words of the entities."""
    return tuple(
        span
        for span in spans
        if not any(e.start < span.end_char and span.start_char < e.end for e in entities)
    )


def _names(entities: tuple[Entity, ...]) -> frozenset[str]:
    return frozenset(entity.name for entity in entities)


def _with_shared_recipients(events: list[CodedEvent]) -> tuple[CodedEvent, ...]:
    """Events that need a recipient and name none take that of their sentence's other event.

    'We mourn with the people of Mali and stand ready to help': help for Mali.
    """
    completed = []
    for event in events:
        needed = kinds()[event.event, event.mode].recipient_required
        if needed and not event.recipients:
            names = {actor.name for actor in event.actors}
            for other in events:
                shares = other.trigger.sent == event.trigger.sent and other is not event
                if shares and other.recipients and names & {a.name for a in other.actors}:
                    shared = tuple(replace(r, inferred=True) for r in other.recipients)
                    event = replace(event, recipients=shared)
                    break
        completed.append(event)
    return tuple(completed)
