"""Rulings: a reader's word on which reports are of one event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from dragoman.record.reviews.rulings import events_now, join, part, rulings, withdraw
from dragoman.record.ruling import Ruling
from dragoman.web.api.asking import Given, Identifier, Paged, TheRecord
from dragoman.web.api.reviews import NEVER_KEPT, Note

router = APIRouter(tags=["reviews"])


class _Word(Given):
    note: Note | None = None


class Joined(_Word):
    """Two events are one."""

    kind: Literal["join"]
    events: list[Identifier] = Field(
        min_length=2, max_length=2, description="Ids of the two, or of mentions of them."
    )


class Parted(_Word):
    """Mentions do not belong to the event that they are in."""

    kind: Literal["part"]
    mentions: list[Identifier] = Field(min_length=1, max_length=1000)


class Withdrawn(_Word):
    """A ruling is taken back."""

    kind: Literal["withdraw"]
    ruling: Identifier


Word = Annotated[Joined | Parted | Withdrawn, Field(discriminator="kind")]


@dataclass(frozen=True, slots=True)
class RulingList:
    """Rulings, the latest first."""

    rulings: tuple[Ruling, ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruling was made or taken back, and the events in which its mentions are now."""

    ruling: Ruling
    event_ids: tuple[str, ...]


@router.get("/rulings", summary="What readers said of linking")
def list_rulings(
    response: Response, record: TheRecord, asked: Annotated[Paged, Query()]
) -> RulingList:
    """Rulings on which reports are of one event, also those taken back, the latest first."""
    response.headers.update(NEVER_KEPT)
    return RulingList(rulings(record, limit=asked.limit, offset=asked.offset))


@router.post("/rulings", summary="Join two events, take reports out of one, or take that back")
def rule(request: Request, response: Response, record: TheRecord, word: Word) -> Ruled:
    """Take a reader's word on linking: the events change at once, and it holds from then on.

    `kind` is `join` (the two `events` are one), `part` (these `mentions` do not belong to the event
    that they are in) or `withdraw` (the `ruling` of this id is taken back).
    """
    response.headers.update(NEVER_KEPT)
    reviewer, note = request.state.user, word.note
    if isinstance(word, Joined):
        made = join(record, *word.events, reviewer=reviewer, note=note)
    elif isinstance(word, Parted):
        made = part(record, word.mentions, reviewer=reviewer, note=note)
    else:
        made = withdraw(record, word.ruling, reviewer=reviewer, note=note)
    return Ruled(made, events_now(record, made))
