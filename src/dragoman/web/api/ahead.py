"""What lies ahead, and what the last days brought."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from dragoman.record.agenda import Agenda, agenda
from dragoman.record.brief import Brief, brief
from dragoman.web.api.asking import (
    Day,
    Nothing,
    Party,
    TheRecord,
    Today,
    Whole,
    within_calendar,
)

router = APIRouter(tags=["agenda"])


class _Agenda(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    on: Day | Nothing = Field(None, description="The day from which on to look ahead; today.")
    days: Whole = Field(90, ge=1, le=3660, description="How far ahead.")
    overdue_days: Whole = Field(
        60, ge=1, le=3660, description="How far back what is overdue is listed."
    )
    about: list[Party] = Field([], max_length=20, description="Takes part or hosts: IRN.")


class _Brief(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    on: Day | Nothing = Field(None, description="Its last day; today.")
    days: Whole = Field(7, ge=1, le=366, description="How many days, that one among them.")
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
        on=within_calendar(asked.on or today, asked.overdue_days, asked.days),
        days=asked.days,
        overdue_days=asked.overdue_days,
        about=tuple(asked.about),
    )


@router.get("/brief", summary="What is new, changed, disputed and coming")
def what_is_new(record: TheRecord, today: Today, asked: Annotated[_Brief, Query()]) -> Brief:
    """A few days of the record, each event with its history."""
    on = within_calendar(asked.on or today, asked.days, 400)
    since = on - timedelta(days=asked.days - 1)
    return brief(record, on=on, since=since, about=tuple(asked.about), most=asked.most)
