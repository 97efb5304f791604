"""Two parties over time, or one against all."""

from __future__ import annotations

from datetime import timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dragoman.codes import party_code
from dragoman.countries import code_of, name_of
from dragoman.record.dyads.dyads import dyad, latest
from dragoman.record.dyads.moves import moves
from dragoman.record.dyads.partners import pairs, partners
from dragoman.web import links
from dragoman.web.charts.weeks import weeks
from dragoman.web.pages.asking import Reader
from dragoman.web.pages.desk import answers_of, day_of
from dragoman.web.rendering import page, problem

router = APIRouter(include_in_schema=False)
_MOST_PARTNERS = 60
_YEAR = timedelta(days=365)


@router.get(links.DYADS, response_class=HTMLResponse)
def choose(request: Request) -> Response:
    """Which two; a form, those that moved lately, and those with most events."""
    seen = day_of(request)
    take = Reader(request.query_params)
    first, second = take.one("first", party_code), take.one("second", party_code)
    if first and not take.problems:
        return RedirectResponse(links.dyad(first, second), 303)
    return page(
        request,
        "dyads",
        day=seen,
        problems=take.problems,
        params=request.query_params,
        moves=answers_of(request)(moves, on=seen.on, days=30, most=20),
        pairs=answers_of(request)(pairs, on=seen.on, most=_MOST_PARTNERS),
    )


@router.get(links.DYADS + "/{first}", response_class=HTMLResponse)
def against_all(request: Request, first: str) -> HTMLResponse:
    """One party and all that it has to do with."""
    seen = day_of(request)
    code = code_of(first[:100])
    if code is None:
        return _unknown(request, first)
    take = Reader(request.query_params)
    since, until = take.days(seen.on)
    found = answers_of(request)(partners, code, since=since, until=until, on=seen.on)
    return page(
        request,
        "partners",
        day=seen,
        code=code,
        partners=found[:_MOST_PARTNERS],
        total=len(found),
        most=max((max(p.cooperation, p.conflict) for p in found), default=1),
        params=take.params,
        problems=take.problems,
    )


@router.get(links.DYADS + "/{first}/{second}", response_class=HTMLResponse)
def two(request: Request, first: str, second: str) -> HTMLResponse:
    """Two parties by week, who began, their meetings, what is planned, what was last reported."""
    ask, seen = answers_of(request), day_of(request)
    one, other = code_of(first[:100]), code_of(second[:100])
    if one is None or other is None:
        return _unknown(request, first if one is None else second)
    if one == other:
        return _same(request, one)
    take = Reader(request.query_params)
    every = request.query_params.get("days") == "all"
    usual = None if every else seen.on - _YEAR
    since, until = take.days(seen.on, usual=usual)
    found = ask(dyad, one, other, since=since, until=until, on=seen.on)
    began = (sum(w.first for w in found.weeks), sum(w.second for w in found.weeks))
    total = sum(w.cooperation + w.conflict for w in found.weeks)
    return page(
        request,
        "dyad",
        day=seen,
        dyad=found,
        names=(name_of(one), name_of(other)),
        since=since,
        charts=[chart for width in (1180, 340) if (chart := weeks(found, seen.on, width))],
        began=(*began, total - sum(began)),
        total=total,
        claimed=sum(w.claimed for w in found.weeks),
        latest=ask(latest, one, other, on=seen.on, most=12),
        params=take.params,
        problems=take.problems,
    )


def _unknown(request: Request, name: str) -> HTMLResponse:
    return problem(
        request, 404, "No such dyad",
        f"“{name[:60]}” is no country or code. Write it as IRN or Iran; other parties are UNO, "
        "EUR, IGO, NGO.",
    )  # fmt: skip


def _same(request: Request, code: str) -> HTMLResponse:
    return problem(
        request, 404, "No such dyad",
        f"{name_of(code)} stands on both sides; a dyad has two parties. What goes on within it is "
        f"found among the events about {code}.",
    )  # fmt: skip
