"""The life of an event: how its reports, one after the other, brought it to what it is now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.mention import CERTAINTIES, DONE, Mention
from dragoman.record.claims import claims_of
from dragoman.record.consensus import (
    best_of,
    contexts_of,
    fits,
    kind_of,
    place_of,
    sides_of,
)
from dragoman.record.dates import date_of
from dragoman.record.event import AHEAD, Change, Event, History, Step, independent
from dragoman.record.state import State
from dragoman.record.traits import Order, place_in_order
from dragoman.record.undoing import as_plans_end
from dragoman.times.intervals import days_of


@dataclass(frozen=True, slots=True)
class Report:
    """A mention with what its article tells of its origin; see `Step` for the fields."""

    mention: Mention
    report_id: str
    source: str | None
    title: str | None
    url: str | None
    published: date | None

    @property
    def order(self) -> Order:
        """Place in the record's order; the same as `Traits.order`."""
        mention = self.mention
        day = self.published.toordinal() if self.published else None
        return place_in_order(day, mention.article_id, mention.trigger.start, mention.id)


def history_of(reports: Iterable[Report]) -> History:
    """The event that ``reports`` tell of, and the steps that brought it to its state.

    Args:
        reports: at least one, in any order.
    """
    ordered = sorted(reports, key=lambda report: report.order)
    told = as_plans_end([report.mention for report in ordered])
    ordered = [replace(report, mention=one) for report, one in zip(ordered, told, strict=True)]
    state = State()
    texts: dict[str, str] = {}  # the article in which each text was first seen
    steps = []
    for report in ordered:
        article = report.mention.article_id
        copied = texts.setdefault(report.report_id, article) != article
        steps.append(_step(report, state.take(report.mention, report.published, copied=copied)))
    return History(_event(told, state, steps), tuple(steps))


def _step(report: Report, changes: tuple[Change, ...]) -> Step:
    mention = report.mention
    offset = mention.sentence.start
    return Step(
        mention_id=mention.id,
        article_id=mention.article_id,
        report_id=report.report_id,
        source=report.source,
        title=report.title,
        url=report.url,
        published=report.published,
        status=mention.status,
        certainty=mention.certainty,
        when=mention.when.edtf if mention.when else None,
        where=mention.where[0].name if mention.where else None,
        speakers=tuple(speaker.name for speaker in mention.attribution),
        sentence=mention.sentence.text,
        trigger=(mention.trigger.start - offset, mention.trigger.end - offset),
        start=offset,
        confidence=mention.confidence,
        changes=changes,
        overall_confidence=mention.overall_confidence,
    )


def _event(mentions: Sequence[Mention], state: State, steps: Sequence[Step]) -> Event:
    """The event in its state; the steps are those of the mentions."""
    assert state.status is not None
    telling = [m for m in mentions if m.status == state.status]
    telling = [m for m in telling if m.certainty != "denied"] or telling
    kind = kind_of(telling)
    plans = [m for m in mentions if m.status == "planned" and m.certainty != "denied"]
    # What lies ahead has the date of the latest report.
    when = (date_of(telling, plans) if state.status in DONE else None) or state.when
    first, last = days_of(when) if when else (None, None)
    # A plan that was moved is told best by who tells its new day, and is where he says.
    newest = [m for m in telling if m.when and m.when.edtf == when and state.status in AHEAD]
    where = place_of(newest) or place_of(telling) or place_of(mentions)
    agreeing = [m for m in newest or telling if fits(m, when, where)]
    actors, recipients = sides_of(telling, mentions, visit=kind.mode == "visit")
    days = [step.published for step in steps if step.published]
    overall = [m.overall_confidence for m in telling if m.overall_confidence is not None]
    # Who only denies it, or takes it back, confirms nothing of it.
    told = list(zip(mentions, steps, strict=True))
    told = [(m, step) for m, step in told if m.certainty != "denied"] or told
    return Event(
        id=mentions[0].id,
        event=kind.event,
        mode=kind.mode,
        contexts=contexts_of(mentions),
        quad_class=kind.quad_class,
        intensity=kind.intensity,
        actors=actors,
        recipients=recipients,
        status=state.status,
        certainty=min((m.certainty for m in telling), key=CERTAINTIES.index),
        disputed=state.disputed,
        background=all(m.background for m in mentions),
        when=when,
        first_day=first,
        last_day=last,
        where=where,
        claims=claims_of(told),
        first_reported=min(days, default=None),
        last_reported=max(days, default=None),
        mentions=len(mentions),
        reports=len({m.article_id for m in mentions}),
        sources=len(independent(step for _, step in told)),
        confidence=max(m.confidence for m in telling),
        text=best_of(agreeing or newest or telling).sentence.text,
        changed=state.changed,
        before=state.before,
        overall_confidence=max(overall, default=None),
    )
