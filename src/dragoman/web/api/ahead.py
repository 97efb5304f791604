"""What lies ahead, and what the last days brought."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from dragoman.days import beginning_of
from dragoman.record.daily.agenda import Agenda, agenda
from dragoman.record.daily.brief import Brief, brief
from dragoman.web.api.asking import Given, Moment, NearDay, Nothing, Party, TheRecord, Today, Whole
from dragoman.web.problems import ProblemError

router = APIRouter(tags=["agenda"])
_WEEK, _YEAR = 7, 366


class _Agenda(Given):
    on: NearDay | Nothing = Field(None, description="The day from which on to look ahead; today.")
    days: Whole = Field(90, ge=1, le=3660, description="How far ahead.")
    overdue_days: Whole = Field(
        60, ge=1, le=3660, description="How far back what is overdue is listed."
    )
    about: list[Party] = Field([], max_length=20, description="Takes part or hosts: IRN.")


class _Brief(Given):
    on: NearDay | Nothing = Field(None, description="Its last day; today.")
    since: Moment | Nothing = Field(
        None, description="Its first day, or how long it is: 7d, 2w; at most a year."
    )
    days: Whole | Nothing = Field(
        None, ge=1, le=_YEAR, description="How many days, that one among them; 7d is said so, too."
    )
    about: list[Party] = Field([], max_length=20, description="Takes part or hosts: IRN.")
    most: Whole = Field(12, ge=1, le=50, description="At most so many under each heading.")


@router.get("/agenda", summary="What is planned, postponed and overdue")
def what_is_ahead(
    record: TheRecord, today: Today, asked: Annotated[_Agenda, Query()]
) -> Agenda:
    """Planned and postponed events by day, and those whose day passed unsettled.

    Overdue is listed what was to end in the last `overdue_days`; a plan without a last day, or
    without any, while it was reported in the last 60 days. `/events` has all: with
    `overdue=true`, or with `status=planned`.
    """
    return agenda(
        record,
        on=asked.on or today,
        days=asked.days,
        overdue_days=asked.overdue_days,
        about=tuple(asked.about),
    )


@router.get("/brief", summary="What is new, changed, disputed and coming")
def what_is_new(record: TheRecord, today: Today, asked: Annotated[_Brief, Query()]) -> Brief:
    """A few days of the record, each event with its history."""
    on = asked.on or today
    since = _first_day(asked, on)
    return brief(record, on=on, since=since, about=tuple(asked.about), most=asked.most)


def _first_day(asked: _Brief, on: date) -> date:
    if asked.since is None:
        return on - timedelta(days=(asked.days or _WEEK) - 1)
    if asked.days is not None:
        raise ProblemError(422, "query.since and query.days both say how long; give one")
    since = beginning_of(str(asked.since), on)
    if not 0 <= (on - since).days < _YEAR:
        what = f"query.since {since} is no day of the {_YEAR} that end with {on}"
        raise ProblemError(422, what)
    return since
