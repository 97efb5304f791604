"""The agenda: a month of what was planned and became of it, what has no day, what is overdue."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.codes import party_code
from dragoman.days import shifted
from dragoman.record.daily.agenda import agenda
from dragoman.record.daily.diary import Entry, diary
from dragoman.web import links
from dragoman.web.pages.asking import Reader
from dragoman.web.pages.desk import answers_of, day_of
from dragoman.web.rendering import page

router = APIRouter(include_in_schema=False)
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
# Days; what is planned for a longer stretch stands beside the month: a week is told where nobody
# tells the day.
_LONGEST = 6
_MOST = 300
_BESIDE = 20  # of those without a day, and of those overdue


@dataclass(frozen=True, slots=True)
class Square:
    """One day of the grid."""

    day: date
    inside: bool
    entries: tuple[Entry, ...]


@router.get(links.AGENDA, response_class=HTMLResponse)
def month(request: Request) -> HTMLResponse:
    """One month."""
    ask, seen = answers_of(request), day_of(request)
    take = Reader(request.query_params)
    about = take.one("about", party_code)
    first = take.one("month", _month, seen.on.replace(day=1))
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    countries = (about,) if about else ()
    dated = ask(diary, on=seen.on, since=first, until=last, about=countries, most=_MOST)
    short = [e for e in dated if _length(e) <= _LONGEST]
    ahead = ask(agenda, on=seen.on, days=90, about=countries, most=_BESIDE + 1)
    params = {"about": about, **({"on": str(seen.on)} if seen.asked else {})}
    return page(
        request,
        "agenda",
        day=seen,
        first=first,
        weeks=_weeks(first, short),
        sometime=[e.event for e in dated if _length(e) > _LONGEST and not e.moved],
        agenda=ahead,
        about=about,
        before=links.agenda(month=str(shifted(first, -timedelta(days=1)))[:7], **params),
        after=links.agenda(month=str(shifted(last, timedelta(days=1)))[:7], **params),
        problems=take.problems,
        nothing=not dated,
    )


def _month(text: str) -> date:
    match = _MONTH.fullmatch(text)
    if match is None or not 1000 <= int(match[1]) <= 9998:
        raise ValueError(f"“{text[:40]}” is no month; write it as 2025-08")
    return date(int(match[1]), int(match[2]), 1)


def _length(entry: Entry) -> int:
    if entry.first_day is None or entry.last_day is None:
        return _LONGEST + 1
    return (entry.last_day - entry.first_day).days + 1


def _weeks(first: date, among: list[Entry]) -> list[list[Square]]:
    days: dict[date, list[Entry]] = {}
    for entry in among:
        assert entry.first_day is not None
        for number in range(_length(entry)):
            days.setdefault(entry.first_day + timedelta(days=number), []).append(entry)
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return [
        [Square(day, day.month == first.month, tuple(days.get(day, ()))) for day in week]
        for week in weeks
    ]
