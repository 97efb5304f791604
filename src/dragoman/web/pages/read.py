"""Read: a text or an address is coded at once; nothing is kept unless asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dragoman.article import Article
from dragoman.days import day_of, near
from dragoman.mention import Mention
from dragoman.record.store.articles import filed
from dragoman.record.store.mending import give_date
from dragoman.relations import relations
from dragoman.sources import SourceError, from_bytes, from_text
from dragoman.sources.datelines import yearless
from dragoman.sources.dates import last_such, past
from dragoman.web import links
from dragoman.web.pages.article import PART
from dragoman.web.pages.desk import record_of, today_of
from dragoman.web.pages.marking import paragraphs
from dragoman.web.rendering import page

router = APIRouter(include_in_schema=False)
_Words = Annotated[str, Form()]


@router.get(links.READ, response_class=HTMLResponse)
def empty(request: Request) -> HTMLResponse:
    """The form."""
    return _shown(request, {})


@router.post(links.READ, response_class=HTMLResponse)
def read(
    request: Request, text: _Words = "", url: _Words = "", published: _Words = ""
) -> HTMLResponse:
    """The text, or the page at the address, coded."""
    form = {"text": text, "url": url.strip(), "published": published.strip()}
    try:
        day = _day(form["published"])
        article = _article(request, form["text"], form["url"], day)
    except (SourceError, ValueError) as error:
        return _shown(request, form, problem=str(error), status_code=422)
    mentions = tuple(request.app.state.coder.code(article))
    return _shown(request, form, article=article, mentions=mentions)


@router.post(links.READ + "/keep")
def keep(
    request: Request,
    text: _Words = "",
    url: _Words = "",
    published: _Words = "",
    title: _Words = "",
    source: _Words = "",
) -> Response:
    """Keep what was read, with its mentions, and go to it."""
    form = {"text": text, "url": url.strip(), "published": published.strip()}
    try:
        day = _day(form["published"])
        _bounded(request, text)
    except ValueError as error:
        return _shown(request, form, problem=str(error), status_code=422)
    cleaned = from_text(text, published=day, url=form["url"] or None)
    article = replace(
        cleaned,
        title=title.strip()[:500] or cleaned.title,
        source=source.strip()[:200] or cleaned.source,
    )
    held = filed(record_of(request), article.id)
    if held is not None and held.article.text != article.text:
        # The record passes over an id that it has; the reader is not to take the old for the new.
        what = "The record has an article of this address with another text; nothing was kept."
        return _shown(request, form, problem=what, held=article.id, status_code=409)
    record, mentions = record_of(request), request.app.state.coder.code(article)
    # What the record has without a date gets the one that it has here.
    if held is None or give_date(record, article, mentions) is None:
        record.add([(article, mentions)])
    return RedirectResponse(links.article(article.id), 303)


def _article(request: Request, text: str, url: str, day: date | None) -> Article:
    if text.strip() and url:
        raise ValueError("Give a text or an address, not both; empty one of the two.")
    if url:
        fetched = request.app.state.settings.fetcher.fetch(url)
        found = from_bytes(
            fetched.data, name=fetched.url, published=day, url=fetched.url, charset=fetched.charset
        )
        _bounded(request, found.text)
        return found
    if not text.strip():
        raise ValueError("There is nothing to read: paste a text, or give the address of one.")
    _bounded(request, text)
    return from_text(text, name="your text", published=day)


def _bounded(request: Request, text: str) -> None:
    most: int = request.app.state.settings.max_text
    if len(text) > most:
        raise ValueError(
            f"The text has {len(text):,} characters; at most {most:,} are read at once. "
            "Paste a part of it, or add the file with: dragoman add"
        )


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return past(near(day_of(text)))
    except ValueError as error:
        raise ValueError(f"“{text[:40]}” {error}.") from None


def _shown(
    request: Request,
    form: dict[str, str],
    *,
    article: Article | None = None,
    mentions: tuple[Mention, ...] = (),
    problem: str | None = None,
    held: str | None = None,
    status_code: int = 200,
) -> HTMLResponse:
    coded: dict[str, Any] = {"article": None}
    if article is not None:
        pieces, rest = paragraphs(article, mentions, 0, PART)
        coded = {
            "article": article,
            "paragraphs": pieces,
            "rest": rest,
            "pairs": [(m, None) for m in mentions if rest is None or m.trigger.start < rest],
            "relations": relations(mentions),
            "total": len(mentions),
        }
    return page(
        request,
        "read",
        status_code=status_code,
        form=form,
        problem=problem,
        held=held,
        today=today_of(request),
        max_text=request.app.state.settings.max_text,
        shown=None,
        offered=_offered(form, article, today_of(request)),
        **coded,
    )


def _offered(form: dict[str, str], article: Article | None, today: date) -> date | None:
    """The day that a dateline without a year most likely means, where nothing dates the text."""
    if article is None or article.published or not form.get("text"):
        return None
    told = yearless(form["text"])
    return last_such(*told, today) if told else None
