"""One event: its state, its life, every report with its evidence, who says what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.days import shifted
from dragoman.mention import COUNTED, Certainty, Mention, Status
from dragoman.record import Record
from dragoman.record.event import Claim, Event, Step
from dragoman.record.questions.courses import course
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import events, history
from dragoman.record.store.articles import mentions
from dragoman.web import links
from dragoman.web.charts.life import life
from dragoman.web.charts.world import local
from dragoman.web.pages.desk import day_of, record_of
from dragoman.web.pages.marking import Piece, sentence
from dragoman.web.rendering import page, problem

router = APIRouter(include_in_schema=False)
_MOST_STEPS = 60
_MOST_RULINGS = 40
_NEAR = timedelta(days=7)
_MOST_NEAR = 6


@dataclass(frozen=True, slots=True)
class Voice:
    """What one source says of an event: the latest status and date, how surely, how often.

    ``named`` are speakers that reports name; of what else speaks, ``outlet`` tells whether it is
    an outlet or an article of an unknown one.
    """

    name: str
    named: bool
    outlet: bool
    status: Status
    certainty: Certainty
    when: str | None
    steps: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is said of one number: the claims, each with its bar's beginning and length in parts of
    a hundred; whether they contradict each other.
    """

    name: str
    claims: tuple[tuple[Claim, float, float], ...]
    disputed: bool


@router.get(links.EVENTS + "/{identifier}", response_class=HTMLResponse)
def event(request: Request, identifier: str) -> HTMLResponse:
    """The event of this id, or of the mention of this id."""
    return shown(request, identifier)


def shown(
    request: Request,
    identifier: str,
    *,
    form: Mapping[str, Sequence[str]] | None = None,
    refused: str | None = None,
) -> HTMLResponse:
    """The page of an event.

    Args:
        request: what is answered.
        identifier: of the event.
        form: what a reader said of its linking, where that could not be taken.
        refused: why not.
    """
    record, day = record_of(request), day_of(request)
    found = history(record, identifier)
    if found is None:
        return problem(
            request, 404, "No such event",
            "The record has no event of this address. Its reports may have been rejected, or their "
            "articles taken out: look for it by its words.",
        )  # fmt: skip
    start = _start(request.query_params.get("from"), len(found.steps))
    steps = found.steps[start : start + _MOST_STEPS]
    read = mentions(record, [step.mention_id for step in steps])
    place = found.event.where
    drawn = [step for step in found.steps if step.changes][:200]
    said = request.query_params.get("ruled")
    return page(
        request,
        "event",
        status_code=422 if refused else 200,
        refused=refused,
        form=form or {},
        ruled=next((ruling for ruling in found.rulings if ruling.id == said), None),
        rulings=found.rulings[-_MOST_RULINGS:],
        near=() if request.app.state.settings.read_only else _near(record, found.event),
        day=day,
        event=found.event,
        steps=[(step, _evidence(read.get(step.mention_id), step)) for step in steps],
        start=start,
        total=len(found.steps),
        following=start + _MOST_STEPS if start + _MOST_STEPS < len(found.steps) else None,
        life=[drawing for width in (860, 340) if (drawing := life(drawn, width))],
        voices=_voices(found.steps),
        numbers=_numbers(found.event),
        local=local(place) if place else None,
        course=course(record, found),
        followed=found.followed,
    )


def _near(record: Record, event: Event) -> tuple[Event, ...]:
    """Events that may be the same: of its type and a country of it, in the days about it."""
    day = event.first_day or event.first_reported
    countries = sorted({p.country for p in event.parties if p.country})
    if day is None or not countries:
        return ()
    wanted = Filter(
        about=tuple(countries),
        types=(event.event,),
        since=shifted(day, -_NEAR),
        until=shifted(event.last_day or day, _NEAR),
    )
    found = events(record, wanted, limit=_MOST_NEAR + 1, total=0).events
    return tuple(other for other in found if other.id != event.id)[:_MOST_NEAR]


def _start(text: str | None, most: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 and int(text) < most else 0


def _evidence(mention: Mention | None, step: Step) -> list[Piece]:
    return sentence(mention) if mention else [Piece(step.sentence, "", (), (), ())]


def _voices(steps: Sequence[Step]) -> tuple[Voice, ...]:
    """Who says so: the speakers that reports name, the outlet where they name none."""
    told: dict[tuple[str, bool], list[Step]] = {}
    for step in steps:
        names = step.speakers or (step.outlet,)
        for name in names:
            told.setdefault((name, bool(step.speakers)), []).append(step)
    found = [
        Voice(name, named, bool(mine[-1].source), mine[-1].status, mine[-1].certainty,
              mine[-1].when, len(mine), f"s-{mine[-1].mention_id}")
        for (name, named), mine in told.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda v: (not v.named, -v.steps)))[:40]


def _numbers(event: Event) -> tuple[Numbers, ...]:
    found = []
    ordered = sorted(event.claims, key=lambda claim: COUNTED.index(claim.counted))
    for counted, among in groupby(ordered, key=lambda claim: claim.counted):
        claims = sorted(among, key=lambda claim: (claim.low, claim.high or 10**9))[:30]
        most = max(max(claim.low, claim.high or 0) for claim in claims) or 1
        bars = tuple(
            (claim, round(100 * low / most, 1), round(100 * high / most, 1))
            for claim in claims
            for low, high in [(claim.low, claim.high or claim.low)]
        )
        found.append(Numbers(counted.capitalize(), bars, _contradict(claims)))
    return tuple(found)


def _contradict(claims: Sequence[Claim]) -> bool:
    """Whether two of the claims cannot both be right."""
    low = max(claim.low for claim in claims)
    high = min((claim.high for claim in claims if claim.high is not None), default=low)
    return low > high
