"""Articles: what the record was made of, the last published first, those without a date last."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.record.questions.listing import articles
from dragoman.record.questions.questions import MOST_COUNTED
from dragoman.web import links
from dragoman.web.pages.asking import PAGE, Reader, between, one_of
from dragoman.web.pages.desk import answers_of, day_of
from dragoman.web.rendering import page

router = APIRouter(include_in_schema=False)


@router.get(links.ARTICLES, response_class=HTMLResponse)
def listed(request: Request) -> HTMLResponse:
    """The articles of an outlet, of some days, or those without a date."""
    ask, seen = answers_of(request), day_of(request)
    take = Reader(request.query_params)
    since, until = take.days(seen.on)
    source = take.one("source", str)
    dated = take.one("dated", one_of(("1", "0")))
    number = take.one("page", between(1, links.FURTHEST, int), 1)
    offset = (number - 1) * PAGE
    found = ask(
        articles, source=source, since=since, until=until,
        dated=None if dated is None else dated == "1", limit=PAGE, offset=offset,
    )  # fmt: skip
    more = offset + PAGE < found.total and number < links.FURTHEST
    return page(
        request,
        "articles",
        day=seen,
        found=found,
        first=offset + 1,
        number=number,
        params=take.params,
        problems=take.problems,
        most=MOST_COUNTED,
        before=links.articles({**take.params, "page": number - 1}) if number > 1 else None,
        after=links.articles({**take.params, "page": number + 1}) if more else None,
    )
