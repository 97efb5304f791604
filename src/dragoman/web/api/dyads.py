"""Two parties over time, and one against all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from dragoman.record.dyads.dyads import Dyad, check_pair, dyad
from dragoman.record.dyads.partners import Pair, Partner, pairs, partners
from dragoman.web.api.asking import (
    Given,
    Moment,
    NearDay,
    Nothing,
    Party,
    TheRecord,
    Today,
    days_of,
)
from dragoman.web.problems import ProblemError

router = APIRouter(tags=["dyads"])
_MOST_PAIRS = 1_000


class _Days(Given):
    since: Moment | Nothing = Field(None, description="From this day on; or 7d, 2w, 3m.")
    until: Moment | Nothing = Field(None, description="Up to this day.")
    on: NearDay | Nothing = Field(
        None, description="The day taken for today, from which all is seen as known by then."
    )


@dataclass(frozen=True, slots=True)
class Partners:
    """One party and all that it has to do with, the most events first."""

    party: str
    partners: tuple[Partner, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Who has to do with whom, the most events first."""

    pairs: tuple[Pair, ...]


@router.get("/dyads", summary="Who has to do with whom")
def all_pairs(record: TheRecord, today: Today, asked: Annotated[_Days, Query()]) -> Pairs:
    """Every two parties between whom something took place, with counts and mean score."""
    on = asked.on or today
    since, until = days_of(asked.since, asked.until, on)
    return Pairs(pairs(record, since=since, until=until, on=on, most=_MOST_PAIRS))


@router.get("/dyads/{first}", summary="One party against all")
def one_against_all(
    record: TheRecord,
    today: Today,
    first: Annotated[Party, Path()],
    asked: Annotated[_Days, Query()],
) -> Partners:
    """What one party did with every other: counts of cooperation and conflict, mean score."""
    on = asked.on or today
    since, until = days_of(asked.since, asked.until, on)
    return Partners(first, partners(record, first, since=since, until=until, on=on))


@router.get("/dyads/{first}/{second}", summary="Two parties by week")
def two_parties(
    record: TheRecord,
    today: Today,
    first: Annotated[Party, Path()],
    second: Annotated[Party, Path()],
    asked: Annotated[_Days, Query()],
) -> Dyad:
    """What two parties did with and against each other, who began it, what is planned, and their
    meetings: which were held, put off, cancelled, never held.
    """
    try:
        check_pair(first, second)
    except ValueError as error:
        raise ProblemError(422, str(error)) from None
    on = asked.on or today
    since, until = days_of(asked.since, asked.until, on)
    return dyad(record, first, second, since=since, until=until, on=on)
