"""What a program can ask for: the values that parameters take, and the filter of events."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Query, Request
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import SkipJsonSchema

from dragoman import days
from dragoman.codes import mode_name, party_code, sector_code
from dragoman.mention import Certainty, EventType, Status
from dragoman.record import Record
from dragoman.record.questions.filters import Filter
from dragoman.record.questions.questions import Sort
from dragoman.record.rows.search import sought_names
from dragoman.sources.dates import past
from dragoman.web.coding import CodingDesk
from dragoman.web.links import FURTHEST
from dragoman.web.problems import ProblemError
from dragoman.web.settings import Settings

_NUMBER = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?")
_FLAGS = {"true": True, "1": True, "false": False, "0": False}
PARTY_FORMAT = "party"  # what `described` lists the codes for
MODE_FORMAT = "mode"  # likewise
SECTOR_FORMAT = "sector"  # likewise


def _name(value: str) -> str:
    if not sought_names(value):
        raise ValueError("has no letter of a name")
    return value


def _day(value: Any) -> Any:
    return value if isinstance(value, date) else days.day_of(str(value))


def _moment(value: Any) -> Any:
    if isinstance(value, date) or days.is_span(str(value)):
        return value
    return days.moment_of(str(value), date.max)


def _capitals(value: Any) -> Any:
    return value.upper() if isinstance(value, str) else value


def _small(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _flag(value: Any) -> Any:
    if isinstance(value, str) and value in _FLAGS:
        return _FLAGS[value]
    if isinstance(value, bool):
        return value
    raise ValueError("is neither true nor false")


def _whole(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]{1,9}", value):
        raise ValueError("is no whole number")
    return value


def _number(value: Any) -> Any:
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise ValueError("is no number")
    return value


Party = Annotated[
    str,
    AfterValidator(party_code),
    WithJsonSchema({"type": "string", "format": PARTY_FORMAT}),
]
Type = Annotated[EventType, BeforeValidator(_capitals)]
AnyStatus = Annotated[Status, BeforeValidator(_small)]
AnyCertainty = Annotated[Certainty, BeforeValidator(_small)]
Mode = Annotated[
    str,
    AfterValidator(mode_name),
    WithJsonSchema({"type": "string", "format": MODE_FORMAT}),
]
Sector = Annotated[
    str,
    AfterValidator(sector_code),
    WithJsonSchema({"type": "string", "format": SECTOR_FORMAT}),
]
Day = Annotated[
    date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})
]
NearDay = Annotated[Day, AfterValidator(days.near)]
"""From which to look: days are counted from it, back and ahead."""
PublicationDay = Annotated[Day, AfterValidator(past)]
Moment = Annotated[
    date | str,
    BeforeValidator(_moment),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "format": "date"},
                {"type": "string", "pattern": "^[0-9]{1,4}[dwm]$", "examples": ["7d"]},
            ]
        }
    ),
]
Flag = Annotated[
    bool,
    BeforeValidator(_flag),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"type": "integer", "enum": [0, 1]}]}),
]
Whole = Annotated[int, BeforeValidator(_whole)]
QuadClass = Annotated[
    Whole, Field(ge=1, le=4), WithJsonSchema({"type": "integer", "enum": [1, 2, 3, 4]})
]
Share = Annotated[float, BeforeValidator(_number)]
# No NUL, which PostgreSQL cannot hold.
Words = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00]*$")]
PartyName = Annotated[Words, AfterValidator(_name)]
Identifier = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"^[^\x00]+$")]
Nothing = SkipJsonSchema[None]  # a parameter is left out, never 'null'


class Given(BaseModel):
    """What a request gives; what is no part of it is refused.

    A misspelt filter that is passed over finds too much.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")


class Choice(Given):
    """The filter of events; everything that is given must hold, of several values one."""

    about: list[Party] = Field([], max_length=20, description="Takes part or hosts: IRN.")
    actor: list[PartyName] = Field(
        [],
        max_length=20,
        description="Takes part on either side, by name: whole words of it, or another known name.",
    )
    sector: list[Sector] = Field(
        [], max_length=25, description="PLOVER sector of who takes part on either side, as REB."
    )
    dyad: Annotated[list[Party], Field(min_length=2, max_length=2)] | Nothing = Field(
        None, description="Two parties on the two sides."
    )
    type: list[Type] = Field([], max_length=16, description="PLOVER type.")
    mode: list[Mode] = Field([], max_length=20, description="PLOVER mode, as visit.")
    status: list[AnyStatus] = Field([], max_length=7, description="Whether it happened.")
    certainty: list[AnyCertainty] = Field(
        [], max_length=4, description="How sure its firmest report is."
    )
    quad: list[QuadClass] = Field([], max_length=4, description="Quad class.")
    since: Moment | Nothing = Field(
        None, description="Takes place on this day or later; or 7d, 2w, 3m: so long ago."
    )
    until: Moment | Nothing = Field(None, description="Takes place on this day or earlier.")
    reported_since: Moment | Nothing = Field(
        None, description="Last reported on this day or later."
    )
    reported_until: Moment | Nothing = Field(
        None, description="First reported on this day or earlier."
    )
    place: Words | Nothing = Field(
        None,
        description="Place: a country's code or name, how its own name begins, another name of it, "
        "or one alone by its whole name and its id in GeoNames: Niger#2440476.",
    )
    text: Words | Nothing = Field(
        None, description="Words that a report's sentence or headline has, all of them."
    )
    confidence: Share = Field(
        0.0, ge=0, le=1, description="At least so sure of type and trigger."
    )
    overall_confidence: Share = Field(
        0.0,
        ge=0,
        le=1,
        description="At least so sure of type, status, actors and recipients together.",
    )
    sources: Whole = Field(
        1, ge=1, le=1000, description="At least so many independent sources."
    )
    disputed: Flag | Nothing = Field(
        None, description="True: only what somebody denies; false: only what nobody does."
    )
    overdue: Flag = Field(False, description="Planned or put off, day past, unsettled.")
    background: Flag = Field(False, description="With what is told as long ago.")
    on: NearDay | Nothing = Field(None, description="The day taken for today.")

    def wanted(self, today: date) -> Filter:
        """The filter; ``today`` is the day taken for today where none is asked for.

        Raises:
            ProblemError: days lie the wrong way round.
        """
        on = self.on or today
        since, until = days_of(self.since, self.until, on)
        reported = days_of(self.reported_since, self.reported_until, on, "query.reported_")
        return Filter(
            about=tuple(self.about),
            actors=tuple(self.actor),
            sectors=tuple(self.sector),
            dyad=(self.dyad[0], self.dyad[1]) if self.dyad else None,
            types=tuple(self.type),
            modes=tuple(self.mode),
            statuses=tuple(self.status),
            certainties=tuple(self.certainty),
            quads=tuple(self.quad),
            since=since,
            until=until,
            reported_since=reported[0],
            reported_until=reported[1],
            place=self.place,
            text=self.text,
            confidence=self.confidence,
            overall_confidence=self.overall_confidence,
            sources=self.sources,
            disputed=self.disputed,
            overdue=on if self.overdue else None,
            background=self.background,
        )


class Paged(Given):
    """Which page."""

    page: Whole = Field(1, ge=1, le=FURTHEST, description="Which page, from 1 on.")
    limit: Whole = Field(50, ge=1, le=200, description="Rows of a page.")

    @property
    def offset(self) -> int:
        """How many rows to pass over."""
        return (self.page - 1) * self.limit


class Listed(Choice, Paged):
    """The filter of events, which page, and what comes first."""

    sort: Sort = Field("reported", description="What comes first.")


def days_of(
    since: date | str | None, until: date | str | None, on: date, prefix: str = "query."
) -> tuple[date | None, date | None]:
    """The days of two moments, counted back from ``on`` where they are spans.

    Raises:
        ProblemError: they lie the wrong way round.
    """
    first, last = (
        days.moment_of(moment, on) if isinstance(moment, str) else moment
        for moment in (since, until)
    )
    try:
        days.in_order(first, last, (f"{prefix}since", f"{prefix}until"))
    except ValueError as error:
        raise ProblemError(422, str(error)) from None
    return first, last


def _record(request: Request) -> Record:
    found: Record = request.app.state.record
    return found


def _settings(request: Request) -> Settings:
    found: Settings = request.app.state.settings
    return found


def _coder(request: Request) -> CodingDesk:
    found: CodingDesk = request.app.state.coder
    return found


def _today(request: Request) -> date:
    return _settings(request).today()


TheRecord = Annotated[Record, Depends(_record)]
TheSettings = Annotated[Settings, Depends(_settings)]
TheCoder = Annotated[CodingDesk, Depends(_coder)]
Today = Annotated[date, Depends(_today)]
Chosen = Annotated[Choice, Query()]
