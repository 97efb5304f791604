"""Mentions, and each with what the machine said of it and what readers did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field

from dragoman.mention import Mention
from dragoman.record.questions.listing import Told, mentions, told
from dragoman.record.reviews.reviews import Review, both, reviews_of
from dragoman.web.api.asking import Flag, Identifier, Nothing, Paged, TheRecord
from dragoman.web.api.paging import Paging, paged
from dragoman.web.problems import ProblemError

router = APIRouter(tags=["mentions"])


class _Asked(Paged):
    article: Identifier | Nothing = Field(None, description="Only those of this article.")
    event: Identifier | Nothing = Field(None, description="Only those of this event.")
    reviewed: Flag | Nothing = Field(
        None, description="Only those that a reader has seen, or only those that none has."
    )


@dataclass(frozen=True, slots=True)
class MentionList:
    """A page of mentions."""

    mentions: tuple[Told, ...]
    paging: Paging


@dataclass(frozen=True, slots=True)
class MentionWithReviews:
    """A mention as it was and as it is.

    Attributes:
        coded: what the machine said; never changed.
        now: what holds.
        event_id: the event that it reports; null where a reader rejected it.
        reviews: what readers said, the earliest first.
    """

    coded: Mention
    now: Mention
    event_id: str | None
    reviews: tuple[Review, ...]


@router.get("/mentions", summary="Mentions, the last added first")
def list_mentions(
    request: Request, response: Response, record: TheRecord, asked: Annotated[_Asked, Query()]
) -> MentionList:
    """Mentions of an article or an event, a page of them."""
    found = mentions(
        record,
        article_id=asked.article,
        event_id=asked.event,
        reviewed=asked.reviewed,
        limit=asked.limit,
        offset=asked.offset,
    )
    return MentionList(found.mentions, paged(request, response, asked, found.total))


@router.get("/mentions/{mention_id}", summary="One mention with its reviews")
def one_mention(
    record: TheRecord, mention_id: Annotated[Identifier, Path()]
) -> MentionWithReviews:
    """What the machine said, what holds now, and who says so."""
    pair, now = both(record, mention_id), told(record, mention_id)
    if pair is None or now is None:
        raise ProblemError(404, "the record has no such mention; ids are to be given whole")
    return MentionWithReviews(*pair, now.event_id, reviews_of(record, mention_id))
