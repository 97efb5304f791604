"""Articles, and each as the record keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field

from dragoman.record.questions.listing import Headline, articles
from dragoman.record.store.articles import Filed, filed
from dragoman.web.api.asking import (
    Flag,
    Identifier,
    Moment,
    Nothing,
    Paged,
    TheRecord,
    Today,
    Words,
    days_of,
)
from dragoman.web.api.paging import Paging, paged
from dragoman.web.problems import ProblemError

router = APIRouter(tags=["articles"])


class _Asked(Paged):
    source: Words | Nothing = Field(None, description="The outlet, as its articles name it.")
    since: Moment | Nothing = Field(None, description="Published on this day or later; or 7d.")
    until: Moment | Nothing = Field(None, description="Published on this day or earlier.")
    dated: Flag | Nothing = Field(None, description="Only with a day of publication, or without.")


@dataclass(frozen=True, slots=True)
class ArticleList:
    """A page of articles, without their texts."""

    articles: tuple[Headline, ...]
    paging: Paging


@router.get("/articles", summary="Articles, the last published first")
def list_articles(
    request: Request,
    response: Response,
    record: TheRecord,
    today: Today,
    asked: Annotated[_Asked, Query()],
) -> ArticleList:
    """Articles of an outlet or of some days, a page of them."""
    since, until = days_of(asked.since, asked.until, today)
    found = articles(
        record,
        source=asked.source,
        since=since,
        until=until,
        dated=asked.dated,
        limit=asked.limit,
        offset=asked.offset,
    )
    return ArticleList(found.articles, paged(request, response, asked, found.total))


# An article's id is its collection's own and may hold slashes.
@router.get("/articles/{article_id:path}", summary="One article with its mentions")
def one_article(record: TheRecord, article_id: Annotated[Identifier, Path()]) -> Filed:
    """The article's text with its mentions as they hold now, and the event of each."""
    found = filed(record, article_id)
    if found is None:
        raise ProblemError(404, "the record has no such article; ids are to be given whole")
    return found
