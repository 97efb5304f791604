"""The day on which the desk stands: today, or the last day of a record that ended before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import Request

from dragoman.days import YEARS
from dragoman.record import Record
from dragoman.record.questions.extent import days
from dragoman.web.memo import Answers
from dragoman.web.pages.asking import Reader, day

# A record whose last report is older than this is looked at as of that report.
_FRESH = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Day:
    """The day from which the pages look.

    Attributes:
        on: the day.
        today: what the calendar says.
        last: day of the record's last report, or None.
        asked: whether the address names the day.
        problem: what is wrong with the day that the address names, if anything is.
    """

    on: date
    today: date
    last: date | None
    asked: bool
    problem: str | None = None

    @property
    def behind(self) -> bool:
        """Whether the page looks from the record's last day because nothing is newer."""
        return not self.asked and self.on != self.today


def record_of(request: Request) -> Record:
    """The record that is served."""
    found: Record = request.app.state.record
    return found


def answers_of(request: Request) -> Answers:
    """What the record answers, for this request; asks once whether it was written to."""
    state = request.state
    if not hasattr(state, "answers"):
        state.answers = request.app.state.memo.now()
    found: Answers = state.answers
    return found


def today_of(request: Request) -> date:
    """The day that counts as today."""
    found: date = request.app.state.settings.today()
    return found


def day_of(request: Request) -> Day:
    """The day that the address asks for as ``on``; else today, or the record's last day."""
    today = today_of(request)
    last = answers_of(request)(days)[1]
    take = Reader(request.query_params)
    asked = take.one("on", lambda text: day(text, today))
    if asked is not None:
        return Day(asked, today, last, True)
    problem = take.problems[0] if take.problems else None
    stale = last is not None and today - last > _FRESH and last.year in YEARS
    return Day(last if stale and last is not None else today, today, last, False, problem)
