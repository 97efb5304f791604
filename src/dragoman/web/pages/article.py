"""An article as filed: its text with every mention marked, the coded record beside it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.record.store.articles import filed
from dragoman.web.pages.desk import record_of
from dragoman.web.pages.marking import paragraphs
from dragoman.web.rendering import page, problem

router = APIRouter(include_in_schema=False)
# Longer texts are shown in parts: a page stays light, and a browser quick.
PART = 12_000


@router.get("/articles/{identifier:path}", response_class=HTMLResponse)
def article(request: Request, identifier: str) -> HTMLResponse:
    """The article of this id, its text from the character ``from`` on."""
    found = filed(record_of(request), identifier)
    if found is None:
        return problem(
            request, 404, "No such article",
            "The record has no article of this address. Look for its events by their words.",
        )  # fmt: skip
    shown = request.query_params.get("mention")
    given = request.query_params.get("from", "")
    start = int(given) if given.isdecimal() and len(given) < 9 else 0
    at = next((m.sentence.start for m in found.mentions if m.id == shown), None)
    if at is not None and not given:
        start = _part_of(found.article.text, at)
    start = _line_start(found.article.text, start)
    pieces, rest = paragraphs(found.article, found.mentions, start, PART)
    end = rest if rest is not None else len(found.article.text)
    pairs = [
        (mention, event)
        for mention, event in zip(found.mentions, found.events, strict=True)
        if start <= mention.trigger.start < end
    ]
    return page(
        request,
        "article",
        article=found.article,
        copy_of=found.report_id if found.report_id != found.article.id else None,
        paragraphs=pieces,
        pairs=pairs,
        total=len(found.mentions),
        start=start,
        rest=rest,
        shown=shown,
    )


def _part_of(text: str, at: int) -> int:
    """The beginning of the part of the text in which a character stands."""
    return 0 if at < PART else _line_start(text, at - PART // 4)


def _line_start(text: str, at: int) -> int:
    """The beginning of the line in which a character stands."""
    return text.rfind("\n", 0, max(min(at, len(text)), 0)) + 1
