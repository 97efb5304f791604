"""The life of an event: how its reports, one after the other, brought it to what it is now.

Also those of a plan of which it is a part: talks of the visit on which they are to be held.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.mention import CERTAINTIES, DONE, TAKEN_OFF, Magnitudes, Mention, Status
from dragoman.record.event import AHEAD, PLANS, Change, Event, History, Step, independent
from dragoman.record.life.consensus import (
    best_of,
    contexts_of,
    fits,
    kind_of,
    place_of,
    sides_of,
)
from dragoman.record.life.dates import date_of
from dragoman.record.life.state import State
from dragoman.record.life.stretches import are_apart, stretch_of, stretch_told
from dragoman.record.traits.claims import claims_of
from dragoman.record.traits.traits import Order, place_in_order
from dragoman.record.traits.undoing import as_plans_end
from dragoman.times.intervals import days_of

FROM_AFAR = re.compile(
    r"\b(?:video\w*|virtual(?:ly)?|online|remote(?:ly)?|telephone|phone|teleconference)\b",
    re.IGNORECASE,
)
"""Words for talks for which nobody travels."""
_NEVERTHELESS = re.compile(
    r"\b(?:go(?:es|ing)? ahead|proceed\w*|as (?:planned|scheduled)|still|instead|nonetheless|"
    r"nevertheless|despite)\b",
    re.IGNORECASE,
)
OPEN = (*PLANS, "negated")
"""What became, or may become, of a plan that nobody carried out."""
Dated = tuple[Mention, date | None]


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


def history_of(reports: Iterable[Report], followed: Iterable[Report] = ()) -> History:
    """The event that ``reports`` tell of, and the steps that brought it to its state.

    Args:
        reports: at least one, in any order.
        followed: what was reported of another event's plan whose part this one is.
    """
    ordered = in_order(reports)
    told = [report.mention for report in ordered]
    state = State()
    texts: dict[str, str] = {}  # the article in which each text was first seen
    steps: list[Step] = []
    beside: list[tuple[Mention, Step]] = []
    for report, own in _merged(ordered, followed):
        mention = report.mention if own else as_part(report.mention, state.when)
        if not own and state.status not in OPEN:
            continue
        copied = texts.setdefault(report.report_id, mention.article_id) != mention.article_id
        changes = state.take(mention, report.published, copied=copied)
        if own:
            steps.append(_step(report, changes))
        elif changes:
            beside.append((report.mention, _step(report, changes)))
    event = _event(told, state, steps, beside)
    return History(event, tuple(steps), followed=tuple(step for _, step in beside))


def _merged(ordered: Sequence[Report], followed: Iterable[Report]) -> list[tuple[Report, bool]]:
    """All reports in order, each with whether it is of the event itself."""
    told = [(report.mention, report.published) for report in ordered]
    beside = [
        report
        for report in followed
        if report.order > ordered[0].order
        and not (
            report.mention.status != "planned"
            and goes_on(told, report.mention, report.published)
        )
    ]
    both = [*((report, True) for report in ordered), *((report, False) for report in beside)]
    return sorted(both, key=lambda one: (one[0].order, not one[1]))


def in_order(reports: Iterable[Report]) -> list[Report]:
    """The reports of one event, in the order in which they are taken, as what they tell of it."""
    ordered = sorted(reports, key=lambda report: report.order)
    told = as_plans_end([report.mention for report in ordered])
    return [replace(report, mention=one) for report, one in zip(ordered, told, strict=True)]


def as_part(mention: Mention, when: str | None) -> Mention:
    """The mention without what it tells of the whole alone: its place, its numbers, its days.

    Days are of the part where they are others than the part has: those to which all is moved.

    Args:
        mention: what is told of the whole.
        when: the day that the part has, EDTF; None where none is told.
    """
    moved = are_apart(stretch_of(when), stretch_told(mention))
    told = mention.when if moved else None
    return replace(mention, when=told, where=(), magnitudes=Magnitudes())


def goes_on(part: Iterable[Dated], whole_off: Mention, published: date | None) -> bool:
    """Whether the part is told to come though the whole does not.

    Args:
        part: what is told of the part, each with its day of publication.
        whole_off: the report that the whole is off.
        published: its day of publication.
    """
    for told, day in part:
        if told.status != "planned":
            continue
        late = published is not None and day is not None and day > published
        sentence = told.sentence.text
        if FROM_AFAR.search(sentence):
            return True
        if (late or told.article_id == whole_off.article_id) and _NEVERTHELESS.search(sentence):
            return True
    return False


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


def _event(
    mentions: Sequence[Mention],
    state: State,
    steps: Sequence[Step],
    beside: Sequence[tuple[Mention, Step]],
) -> Event:
    """The event in its state; the steps are of the mentions, ``beside`` is what it follows."""
    assert state.status is not None
    followed = [m for m, _ in beside if m.status == state.status] or list(mentions)
    own = _telling(mentions, state.status)
    telling = own or list(mentions)  # of talks that are off with their visit none tells it
    telling = [m for m in telling if m.certainty != "denied"] or telling
    kind = kind_of(telling)
    when = _when(state, telling, mentions)
    first, last = days_of(when) if when else (None, None)
    # A plan that was moved is told best by who tells its new day, and is where he says.
    newest = [m for m in telling if m.when and m.when.edtf == when and state.status in AHEAD]
    where = place_of(newest) or place_of(telling) or place_of(mentions)
    agreeing = [m for m in newest or telling if fits(m, when, where)]
    actors, recipients = sides_of(telling, mentions, visit=kind.mode == "visit")
    days = [step.published for step in steps if step.published]
    later = [step.published for _, step in beside if step.published]
    tellers = telling if own else followed
    best = agreeing or newest or followed if own else followed
    overall = [m.overall_confidence for m in tellers if m.overall_confidence is not None]
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
        certainty=min((m.certainty for m in tellers), key=CERTAINTIES.index),
        disputed=state.disputed,
        background=all(m.background for m in mentions),
        when=when,
        first_day=first,
        last_day=last,
        where=where,
        claims=claims_of(told),
        first_reported=min(days, default=None),
        last_reported=max((*days, *later), default=None),
        mentions=len(mentions),
        reports=len({m.article_id for m in mentions}),
        sources=len(independent(step for _, step in told)),
        confidence=max(m.confidence for m in tellers),
        text=best_of(best).sentence.text,
        changed=state.changed,
        before=state.before,
        overall_confidence=max(overall, default=None),
    )


def _telling(mentions: Sequence[Mention], status: Status) -> list[Mention]:
    """Those that tell the present status; of a plan in place of one that was off the new one's."""
    telling = [m for m in mentions if m.status == status]
    if status != "planned":
        return telling
    off = max((n for n, m in enumerate(mentions) if m.status in TAKEN_OFF), default=-1)
    return [m for m in mentions[off + 1 :] if m.status == status] or telling


def _when(state: State, telling: Sequence[Mention], mentions: Sequence[Mention]) -> str | None:
    """Of what took place the date that most tell; what lies ahead has that of the latest report."""
    if state.status not in DONE:
        return state.when
    plans = [m for m in mentions if m.status == "planned" and m.certainty != "denied"]
    return date_of(telling, plans) or state.when
