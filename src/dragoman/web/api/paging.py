"""Pages of a listing: where the next and the one before stand, in the body and as Link header."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request, Response

from dragoman.record.questions.questions import MOST_COUNTED
from dragoman.web.api.asking import Paged
from dragoman.web.links import FURTHEST


@dataclass(frozen=True, slots=True)
class Paging:
    """Where a page stands among its like.

    Attributes:
        page: its number, from 1 on.
        total: rows in all.
        counted_all: false where there are more than ``total``, which were not counted.
        next: address of the page after it, or null.
        prev: address of the page before it, or null.
    """

    page: int
    total: int
    counted_all: bool
    next: str | None
    prev: str | None


def paged(request: Request, response: Response, asked: Paged, total: int) -> Paging:
    """Where the page asked for stands; tells it in the header, too."""
    more = asked.page * asked.limit < total and asked.page < FURTHEST
    links = {
        "next": _address(request, asked.page + 1) if more else None,
        "prev": _address(request, asked.page - 1) if asked.page > 1 else None,
    }
    header = ", ".join(f'<{url}>; rel="{name}"' for name, url in links.items() if url)
    if header:
        response.headers["Link"] = header
    return Paging(asked.page, total, total < MOST_COUNTED, **links)


def _address(request: Request, page: int) -> str:
    url = request.url.include_query_params(page=page)
    return f"{url.path}?{url.query}"
