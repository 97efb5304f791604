"""The map: events by place, and by time with a slider."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.codes import party_code
from dragoman.mention import DONE
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.sites import MOST, Site, sites
from dragoman.web import links
from dragoman.web.charts.world import SHEET, marks, outlines
from dragoman.web.pages.asking import Reader, day, one_of
from dragoman.web.pages.desk import answers_of, day_of
from dragoman.web.rendering import page

router = APIRouter(include_in_schema=False)
_SPAN = timedelta(days=91)
_LONGEST = timedelta(days=3_660)
_MOST_MARKS = 200
_MOST_STEPS = 26


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of the slider: its days, its events, and the link to it alone."""

    since: date
    until: date
    number: int
    height: float
    link: str


@router.get(links.MAP, response_class=HTMLResponse)
def world(request: Request) -> HTMLResponse:
    """The places of some weeks' events."""
    seen = day_of(request)
    take = Reader(request.query_params)
    until = take.one("until", lambda text: day(text, seen.on), seen.on)
    since = take.one("since", lambda text: day(text, seen.on), until - _SPAN)
    if since > until:
        since, until = until, since
    since = max(since, until - _LONGEST)
    about = take.one("about", party_code)
    side = take.one("side", one_of(("cooperation", "conflict")))
    quads = {"cooperation": (1, 2), "conflict": (3, 4)}.get(side or "", ())
    wanted = Filter(since=since, until=until, about=(about,) if about else (), quads=quads,
                    statuses=DONE)  # fmt: skip
    found = answers_of(request)(sites, wanted)
    shown = found.sites[:_MOST_MARKS]
    steps = _steps(shown, since, until, {"about": about, "side": side})
    length = (until - since).days + 1
    return page(
        request,
        "map",
        day=seen,
        since=since,
        until=until,
        earlier=links.world(since=since - timedelta(days=length), until=since - timedelta(days=1),
                            about=about, side=side),
        later=links.world(since=until + timedelta(days=1), until=until + timedelta(days=length),
                          about=about, side=side),
        found=found,
        shown=shown,
        hidden=len(found.sites) - len(shown),
        most=MOST,
        sheet=SHEET,
        outlines=outlines(),
        marks=marks(shown),
        by_country=_by_country(shown),
        steps=steps,
        about=about,
        side=side,
        wanted={"since": since, "until": until, "about": about, "quad": quads,
                "status": wanted.statuses},
        problems=take.problems,
    )  # fmt: skip


def _by_country(among: tuple[Site, ...]) -> dict[str, int]:
    """Country to the shade of its ground, 1 to 4."""
    counts: Counter[str] = Counter()
    for site in among:
        if site.country:
            counts[site.country] += site.cooperation + site.conflict
    most = max(counts.values(), default=1)
    return {code: 1 + min(3, int(4 * (n / most) ** 0.5 - 0.01)) for code, n in counts.items()}


def _steps(
    among: tuple[Site, ...], since: date, until: date, params: dict[str, str | None]
) -> list[Step]:
    length = (until - since).days + 1
    wide = max(1, -(-length // _MOST_STEPS))
    if wide > 3:
        wide = -(-wide // 7) * 7
    counts: Counter[int] = Counter()
    for site in among:
        for one in site.days:
            counts[min(max((one - since).days, 0), length - 1) // wide] += 1
    most = max(counts.values(), default=1)
    found = []
    for number in range(-(-length // wide)):
        first = since + timedelta(days=number * wide)
        last = min(first + timedelta(days=wide - 1), until)
        link = links.world(since=first, until=last, **params)
        height = round(40 * counts[number] / most, 1)
        found.append(Step(first, last, counts[number], height, link))
    return found
