"""Today: what is new, what changed, what is coming, which dyads moved."""

from __future__ import annotations

from datetime import timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.codes import party_code
from dragoman.record.daily.agenda import agenda
from dragoman.record.daily.brief import brief
from dragoman.record.dyads.moves import moves
from dragoman.web import links
from dragoman.web.pages.desk import answers_of, day_of
from dragoman.web.rendering import page

router = APIRouter(include_in_schema=False)
_SPANS = {1: "a day", 7: "a week", 30: "a month"}
_MOST = 8


@router.get(links.TODAY, response_class=HTMLResponse)
def today(request: Request) -> HTMLResponse:
    """The record's last days, seen on their last one."""
    ask, day = answers_of(request), day_of(request)
    asked = request.query_params.get("days", "7")
    days = int(asked) if asked in {str(n) for n in _SPANS} else 7
    about, problem = _about(request)
    since = day.on - timedelta(days=days - 1)
    ahead = ask(agenda, on=day.on, days=45, about=about, most=_MOST)
    return page(
        request,
        "today",
        day=day,
        days=days,
        spans=_SPANS,
        about=about,
        problem=problem,
        since=since,
        brief=ask(brief, on=day.on, since=since, about=about, most=_MOST),
        moves=ask(moves, on=day.on, days=days, about=about),
        overdue=ahead.overdue[:5],
        coming=ahead.coming[:_MOST],
    )


def _about(request: Request) -> tuple[tuple[str, ...], str | None]:
    given = (request.query_params.get("about") or "").strip()[:100]
    if not given:
        return (), None
    try:
        return (party_code(given),), None
    except ValueError as error:
        return (), str(error)
