"""One event: its state, its life, every report with its evidence, who says what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.mention import Certainty, Mention, Status
from dragoman.record.articles import mentions
from dragoman.record.event import Claim, Event, Step
from dragoman.record.questions import history
from dragoman.web import links
from dragoman.web.charts.life import life
from dragoman.web.charts.world import local
from dragoman.web.pages.desk import day_of, record_of
from dragoman.web.pages.marking import Piece, sentence
from dragoman.web.rendering import page, problem

router = APIRouter(include_in_schema=False)
_MOST_STEPS = 60
_COUNTED = {"killed": "Killed", "injured": "Injured", "arrested": "Arrested", "size": "Size"}


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
    return page(
        request,
        "event",
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
    )


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
    ordered = sorted(event.claims, key=lambda claim: list(_COUNTED).index(claim.counted))
    for counted, among in groupby(ordered, key=lambda claim: claim.counted):
        claims = sorted(among, key=lambda claim: (claim.low, claim.high or 10**9))[:30]
        most = max(max(claim.low, claim.high or 0) for claim in claims) or 1
        bars = tuple(
            (claim, round(100 * low / most, 1), round(100 * high / most, 1))
            for claim in claims
            for low, high in [(claim.low, claim.high or claim.low)]
        )
        found.append(Numbers(_COUNTED[counted], bars, _contradict(claims)))
    return tuple(found)


def _contradict(claims: Sequence[Claim]) -> bool:
    """Whether two of the claims cannot both be right."""
    low = max(claim.low for claim in claims)
    high = min((claim.high for claim in claims if claim.high is not None), default=low)
    return low > high
