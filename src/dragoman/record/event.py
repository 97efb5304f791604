"""The event: one happening, as one or more mentions report it, and how it came to be known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.mention import DONE, Certainty, Counted, EventType, Precision, Status, took_place
from dragoman.mutuality import is_mutual
from dragoman.record.ruling import Ruling

Change = Literal["reported", "status", "date", "place", "numbers", "disputed"]
DayBasis = Literal["told", "first", "last", "report"]
"""The day told; the first of several possible ones; the last, where no first is known; that of the
first report.
"""
AHEAD: tuple[Status, ...] = ("planned", "postponed")
PLANS: tuple[Status, ...] = (*AHEAD, "cancelled")  # also what will not come


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event, joined from all its mentions; the fields are those of `Entity`.

    Attributes:
        name: canonical name, the one that most reports give.
        country: ISO 3166-1 alpha-3 or another top-level code; None when unknown.
        sectors: PLOVER sector codes, primary first.
        office: the office held, or None.
        country_inferred: True where no mention of the event has the country from words told of
            the party; each takes it from the text around.
    """

    name: str
    country: str | None
    sectors: tuple[str, ...]
    office: str | None = None
    country_inferred: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event took or is to take place; the fields are those of `Where`."""

    name: str
    country: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class Claim:
    """One number told of an event, with who tells it; claims that differ stand side by side.

    Attributes:
        counted: what is counted.
        low: at least so many.
        high: at most so many; None for 'at least'.
        sources: who says so: the named speakers, else the outlets as `outlet_of` has them; in
            order of first report.
        mentions: ids of the mentions that tell it.
    """

    counted: Counted
    low: int
    high: int | None
    sources: tuple[str, ...]
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One happening as the record has it now.

    Attributes:
        id: that of its first mention; the id of every other mention leads to the event too.
        event: PLOVER 2.0 type, the natural one (an announced visit is CONSULT).
        mode: PLOVER mode, or None.
        contexts: PLOVER contexts, most told first.
        quad_class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material.
        intensity: PLOVER conflict-cooperation score, -10 to +10.
        actors: who does it; all who take part where it is reciprocal.
        recipients: whom it is directed at.
        status: whether it happened, by the latest well-sourced report.
        certainty: the firmest voice that reports the present status.
        disputed: somebody denies it, or tells that it is not so.
        background: True where every report tells it as context of long ago.
        when: its date in EDTF, or None.
        first_day: first day on which it can have taken place, or None.
        last_day: last such day, or None where it is open or unknown.
        where: the finest place told, or None.
        claims: numbers told of it; not those that a denial repeats.
        first_reported: publication day of its first report, or None.
        last_reported: publication day of its last report, or None.
        mentions: how many mentions report it.
        reports: how many articles.
        sources: how many of them are independent: copies of one text count once, and so does an
            outlet that reports it again. One that only denies it counts where none reports it.
        confidence: 0 to 1, of the surest mention that tells its present status.
        text: the sentence that tells it best.
        changed: publication day of the report that gave the present status, where it had
            another before; else None. Of a report without a day that of the last one with a day.
        before: the status that it had before; None where it had no other, or that of what was
            told only to be denied.
        overall_confidence: 0 to 1, that of the mention which is surest as a whole, of those that
            tell its present status; None where it was not told.
    """

    id: str
    event: EventType
    mode: str | None
    contexts: tuple[str, ...]
    quad_class: int
    intensity: float
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    status: Status
    certainty: Certainty
    disputed: bool
    background: bool
    when: str | None
    first_day: date | None
    last_day: date | None
    where: Place | None
    claims: tuple[Claim, ...]
    first_reported: date | None
    last_reported: date | None
    mentions: int
    reports: int
    sources: int
    confidence: float
    text: str
    changed: date | None = None
    before: Status | None = None
    overall_confidence: float | None = None

    @property
    def parties(self) -> tuple[Party, ...]:
        """Who takes part on either side, the actors first."""
        return (*self.actors, *self.recipients)

    @property
    def day(self) -> date | None:
        """One day to sort and count by: its first, else its last; else that of its first report.

        What is told without a date stands on the day of its first report only where it took or is
        taking place, and not long ago: no plan has a day before one is told.
        """
        return self.first_day or self.last_day or self._day_reported()

    @property
    def day_basis(self) -> DayBasis | None:
        """What `day` rests on; None where there is no day."""
        if self.first_day is not None:
            return "told" if self.first_day == self.last_day else "first"
        if self.last_day is not None:
            return "last"
        return "report" if self._day_reported() else None

    def _day_reported(self) -> date | None:
        done = self.status in DONE and not self.background
        return self.first_reported if done else None

    @property
    def took_place(self) -> bool:
        """Whether it took or is taking place, and is not told only to be denied."""
        return took_place(self.status, self.certainty)

    def is_overdue(self, on: date) -> bool:
        """Whether the last day told of it lies before ``on`` and no report settles it.

        What was put off without a new day is so, too: it stays postponed.
        """
        return (
            self.status in AHEAD
            and self.last_day is not None
            and self.last_day < on
        )


def outlet_of(source: str | None, title: str | None, url: str | None, article_id: str) -> str:
    """Who published an article, as it is shown everywhere; of an unknown outlet which article it
    is, so that no headline passes for somebody who says so.
    """
    if source:
        return source
    return f"article “{title}”" if title else url or f"untitled article {article_id}"


@dataclass(frozen=True, slots=True)
class Step:
    """One mention's place in the history of its event.

    Attributes:
        mention_id: the mention.
        article_id: the article that it stands in.
        report_id: the article that this one is a copy of; its own id where it is no copy.
        source: the outlet, or None.
        title: the article's headline, or None.
        url: the article's address, or None.
        published: the article's day of publication, or None.
        status: the status that this mention tells.
        certainty: the certainty that it tells.
        when: the date that it tells, in EDTF, or None.
        where: the place that it tells, or None.
        speakers: who is named as saying so.
        sentence: the sentence.
        trigger: characters of the trigger in ``sentence``, start and end (exclusive).
        start: first character of ``sentence`` in the article's text.
        confidence: 0 to 1, of this mention.
        changes: what the event's state took from it; empty where it only says the same again.
        overall_confidence: 0 to 1, that of this mention; None where it was not told.
    """

    mention_id: str
    article_id: str
    report_id: str
    source: str | None
    title: str | None
    url: str | None
    published: date | None
    status: Status
    certainty: Certainty
    when: str | None
    where: str | None
    speakers: tuple[str, ...]
    sentence: str
    trigger: tuple[int, int]
    start: int
    confidence: float
    changes: tuple[Change, ...]
    overall_confidence: float | None = None

    @property
    def outlet(self) -> str:
        """Who published it, or of an unknown outlet which article it is; see `outlet_of`."""
        return outlet_of(self.source, self.title, self.url, self.article_id)


def independent(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The first report of each independent source: copies count once, and so does each outlet.

    Where the event has an original, that stands for its copies.
    """
    texts: dict[str, Step] = {}
    for step in steps:
        known = texts.setdefault(step.report_id, step)
        if known.article_id != step.report_id == step.article_id:
            texts[step.report_id] = step
    found: dict[str, Step] = {}
    for step in texts.values():
        found.setdefault(step.source or step.report_id, step)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class History:
    """An event and every report of it, in order of publication.

    Attributes:
        event: as it stands.
        steps: its reports.
        rulings: what readers ruled of which reports belong to it, in order; also what they took
            back.
        followed: reports of the visit on which these talks were to be held that changed the plan
            of the talks, too (see `dragoman.record.store.following`); no reports of the event
            itself.
    """

    event: Event
    steps: tuple[Step, ...]
    rulings: tuple[Ruling, ...] = ()
    followed: tuple[Step, ...] = ()

    @property
    def was_planned(self) -> bool:
        """Whether the event is, or was before it took place, something planned."""
        return any(step.status in PLANS for step in self.steps)

    @property
    def mutual(self) -> bool:
        """Whether the actors did it to, or with, each other; no recipient has a country then."""
        event = self.event
        if len(event.actors) < 2 or any(party.country for party in event.recipients):
            return False
        return any(
            is_mutual(
                event.event, event.mode, step.sentence, step.trigger, others=bool(event.recipients)
            )
            for step in self.steps
        )
