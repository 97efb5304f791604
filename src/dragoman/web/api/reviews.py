"""Reviews: the queue, and a reader's word on a mention."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import (
    BeforeValidator,
    Field,
    StringConstraints,
    WithJsonSchema,
)

from dragoman.formats.jsonl import dump
from dragoman.mention import Certainty, EventType, Status
from dragoman.record.reviews.checks import ReviewError
from dragoman.record.reviews.reviewed import agreement, corpus_rows
from dragoman.record.reviews.reviews import Queued, both, queue, submit
from dragoman.web.api.asking import Flag, Given, Identifier, Paged, Party, Sector, TheRecord, Whole
from dragoman.web.problems import ProblemError

router = APIRouter(tags=["reviews"])
Short = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\x00]*$")]
Note = Annotated[str, StringConstraints(max_length=2000, pattern=r"^[^\x00]*$")]
_EDTF = r"^[0-9X~?%/.\-]{4,40}$"


def _date(value: Any) -> Any:
    if isinstance(value, str) and not re.search(_EDTF, value):
        raise ValueError("is no EDTF date; write it as 2025-07-26 or 2025-07/2025-08")
    return value


Date = Annotated[
    str, BeforeValidator(_date), WithJsonSchema({"type": "string", "pattern": _EDTF})
]
NEVER_KEPT = {"Cache-Control": "no-store"}
"""What readers said may change at any moment, and is kept by no browser."""


class _Named(Given):
    """Whoever or whatever has a name."""

    name: Short
    country: Party | None = Field(None, description="Its code, as EGY; or UNO, EUR, IGO.")
    text: Short | None = Field(None, description="The article's words for it, where it has them.")


class RightPlace(_Named):
    """A place as it should be; what the mention has not is looked up by its name."""

    geonameid: Whole | None = Field(None, ge=1, description="Which of several of the name.")


class RightSpeaker(_Named):
    """Who says so, as it should be."""

    sectors: list[Sector] = Field(
        default=[], max_length=5, description="PLOVER sectors, as GOV; without one UNK."
    )


class RightParty(RightSpeaker):
    """A party as it should be."""

    office: Short | None = None


class RightNumber(Given):
    """A number as it should be; ``high`` null is 'at least', left out it is ``low``."""

    low: Whole = Field(ge=0, le=10**9)
    high: Annotated[Whole, Field(ge=0, le=10**9)] | None = None
    text: Short | None = Field(None, description="The article's words for it.")


class RightNumbers(Given):
    """All numbers told of the event; what is left out is not told."""

    killed: RightNumber | None = None
    injured: RightNumber | None = None
    arrested: RightNumber | None = None
    size: RightNumber | None = None


class Changes(Given):
    """The fields to put right; what is left out stays as it holds now.

    What an earlier word put right stays right until another changes it, or accepts the mention as
    the machine coded it.
    """

    event: EventType | None = None
    mode: Short | None = None
    status: Status | None = None
    certainty: Certainty | None = None
    background: bool | None = None
    actors: list[RightParty] | None = Field(None, max_length=20)
    recipients: list[RightParty] | None = Field(None, max_length=20)
    when: Date | None = Field(None, description="A date in EDTF; null for none.")
    where: list[RightPlace] | None = Field(None, max_length=20)
    magnitudes: RightNumbers | None = None
    attribution: list[RightSpeaker] | None = Field(None, max_length=20)

    def given(self) -> dict[str, Any]:
        """The changes as the record takes them; null means 'none' for mode and when alone."""
        told = self.model_dump(exclude_unset=True)
        return {k: v for k, v in told.items() if v is not None or k in ("mode", "when")}


class _Word(Given):
    mention_id: Identifier
    note: Note | None = None


class Accepted(_Word):
    """The mention is right as the machine coded it."""

    verdict: Literal["accepted"]


class Rejected(_Word):
    """The sentence reports no such event."""

    verdict: Literal["rejected"]


class Corrected(_Word):
    """The mention is right with these changes."""

    verdict: Literal["corrected"]
    changes: Changes = Field(json_schema_extra={"minProperties": 1})


Word = Annotated[Accepted | Corrected | Rejected, Field(discriminator="verdict")]


class _Asked(Paged):
    mine: Flag = Field(False, description="What you have not seen, though others may have.")


@dataclass(frozen=True, slots=True)
class Queue:
    """Mentions that wait for a reader, the least certain first."""

    waiting: tuple[Queued, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A reader's word was taken: the mention's event now, null where it was rejected."""

    mention_id: str
    event_id: str | None


@router.get("/reviews", summary="The queue")
def waiting(
    request: Request, response: Response, record: TheRecord, asked: Annotated[_Asked, Query()]
) -> Queue:
    """The mentions that nobody has seen, or with ``mine`` those that you have not."""
    response.headers.update(NEVER_KEPT)
    reviewer = request.state.user if asked.mine else None
    return Queue(queue(record, reviewer=reviewer, limit=asked.limit, offset=asked.offset))


@router.post("/reviews", summary="Accept, correct or reject a mention")
def review(request: Request, response: Response, record: TheRecord, word: Word) -> Taken:
    """Take a reader's word: the event changes at once, and what the machine said stays.

    `verdict` is `accepted` (right as the machine coded it), `rejected` (there is no such event) or
    `corrected`, which alone has `changes`: `{"status": "ongoing", "magnitudes": {"killed": {"low":
    8}}}`. Fields are `event`, `mode`, `status`, `certainty`, `background`, `actors`, `recipients`,
    `when`, `where`, `magnitudes` and `attribution`; what is left out stays as it holds now, with
    what earlier words put right. `null` is allowed for `mode` and `when`: none.
    """
    response.headers.update(NEVER_KEPT)
    if both(record, word.mention_id) is None:
        raise ProblemError(404, "the record has no such mention; ids are to be given whole")
    changes = word.changes.given() if isinstance(word, Corrected) else None
    if changes == {}:
        raise ReviewError("a corrected mention has changes; say what is right")
    event_id = submit(
        record,
        word.mention_id,
        reviewer=request.state.user,
        verdict=word.verdict,
        changes=changes,
        note=word.note,
        adding=True,
    )
    return Taken(word.mention_id, event_id)


@router.get("/reviews/agreement", summary="How far readers agree")
def readers_agree(record: TheRecord) -> dict[str, float | None]:
    """Krippendorff's alpha by field over mentions that two or more readers have seen."""
    return agreement(record)


@router.get(
    "/reviews/corpus",
    summary="Reviewed sentences as training data",
    response_class=StreamingResponse,
    responses={200: {"content": {"application/x-ndjson": {"schema": {"type": "string"}}}}},
)
def reviewed_sentences(record: TheRecord) -> StreamingResponse:
    """One JSON object a line, in the form of the training corpus."""
    lines = (f"{dump(row)}\n" for row in corpus_rows(record))
    headers = {"Content-Disposition": 'attachment; filename="reviewed.jsonl"'}
    return StreamingResponse(lines, headers=headers, media_type="application/x-ndjson")
