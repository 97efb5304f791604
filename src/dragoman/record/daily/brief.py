"""The brief: what is new, what changed, what is disputed, what is coming, with who says so."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement

from dragoman.days import in_order, shifted
from dragoman.mention import DONE
from dragoman.record.event import PLANS, Event, History, independent
from dragoman.record.questions.asof import as_of, known_by
from dragoman.record.questions.conditions import conditions_of, is_ahead, may_come, next_day
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.values import check_whole, the_day
from dragoman.record.rows import schema
from dragoman.record.store.store import Record

_COMING = timedelta(days=14)
# What is merely possible, or did not happen, is no news by itself.
_NEWS = (*DONE, *PLANS)
_MATERIAL = (2, 4)  # quad classes of deeds
_Conditions = tuple[ColumnElement[bool], ...]
_Order = tuple[ColumnElement[Any], ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A few days of the record, seen on their last day; every event is told once.

    What most independent sources tell comes first; of as many, deeds come before words (quad
    classes 2 and 4), and then the surest. What is coming stands by its day.

    An event stands under the heading that tells most of it: what changed or is disputed is not
    told as new, nor what is new as coming. It is told as it was known on the last day: what was
    reported later is not counted (see `dragoman.record.questions.asof`).

    Attributes:
        since: first day.
        on: last day.
        about: the countries it is about; empty for all.
        new: events first reported in these days, plans among them.
        changed: events whose present status is of these days, and was another before.
        disputed: events that somebody denies, first reported before the end of these days and
            last after their beginning.
        coming: what is planned, was reported by ``on``, and may take place from then on or in the
            two weeks after, the soonest first.
        totals: how many events each section (``new``, ``changed``, ``disputed``, ``coming``) has,
            those beyond the limit too; counted up to `MOST_COUNTED` of
            `dragoman.record.questions.questions`.
    """

    since: date
    on: date
    about: tuple[str, ...]
    new: tuple[History, ...]
    changed: tuple[History, ...]
    disputed: tuple[History, ...]
    coming: tuple[History, ...]
    totals: dict[str, int] = field(default_factory=dict)

    def more(self, name: str) -> int:
        """How many events a section, as ``new``, has beyond those told."""
        return max(0, self.totals.get(name, 0) - len(getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a brief, its events, and how many more there are than those."""

    name: str
    events: tuple[History, ...]
    more: int


def brief(
    record: Record,
    *,
    on: date,
    since: date,
    about: tuple[str, ...] = (),
    most: int = 12,
) -> Brief:
    """The brief of the days from ``since`` to ``on``, both included.

    Args:
        record: the record.
        on: the last day, from which what is coming is seen.
        since: the first day.
        about: only events in which one of these countries takes part or hosts.
        most: at most so many events under each heading.

    Raises:
        TypeError: a day is no date, or ``most`` no whole number.
        ValueError: the days lie the wrong way round, ``most`` is below 0 or past any record, or
            ``about`` has what is no code.
    """
    on, since = the_day("on", on), the_day("since", since)
    in_order(since, on, ("since", "on"))
    check_whole("most", most)
    event = schema.event.c
    kept: list[int] = []  # what was told already
    told: dict[str, tuple[History, ...]] = {}
    totals: dict[str, int] = {}
    disputed = event.disputed.is_(True)
    likely = (event.first_reported >= since, event.changed >= since, disputed, is_ahead())
    # Among all, the first report's day tells more than that the last is of these days.
    recent = {"changed": since, "disputed": since, "new": since if about else None}
    with record.reading() as connection, as_of(connection, on, *likely) as then:
        for name, (conditions, order) in _asked(since, on).items():
            wanted = Filter(about=about, reported_since=recent.get(name))
            base = conditions_of(wanted, record.dialect)
            found = then.find([*base, *conditions, event.no.not_in(kept)], order, most)
            kept.extend(found.numbers)
            told[name], totals[name] = then.histories(found.numbers), found.total
    return Brief(since, on, about, **told, totals=totals)


def _asked(since: date, on: date) -> dict[str, tuple[_Conditions, _Order]]:
    """What each section asks for, and in which order; the most telling section comes first."""
    event = schema.event.c
    words = event.quad_class.not_in(_MATERIAL)
    loud = (event.sources.desc(), words, event.confidence.desc(), event.id)
    return {
        "changed": ((event.changed.between(since, on),), loud),
        "disputed": ((event.disputed.is_(True), event.first_reported <= on), loud),
        "new": ((event.first_reported.between(since, on), event.status.in_(_NEWS)), loud),
        "coming": (
            (is_ahead(), *may_come(on, shifted(on, _COMING)), known_by(on)),
            (next_day(on), event.id),
        ),
    }


def sections(told: Brief) -> tuple[Section, ...]:
    """The sections of a brief that have events, in order."""
    return tuple(
        Section(name, events, told.more(name.lower()))
        for name in ("New", "Changed", "Disputed", "Coming")
        if (events := getattr(told, name.lower()))
    )


def outlets(history: History) -> tuple[tuple[str, str | None], ...]:
    """The independent sources of an event as `Step.outlet` names them, each with the address of
    its first report; as many as `Event.sources`.
    """
    return tuple((step.outlet, step.url) for step in independent(history.steps))


def change(event: Event) -> str:
    """The change of status in words: 'planned → postponed', or the status alone."""
    return f"{event.before} → {event.status}" if event.before else event.status
