"""The API: one small module a resource, all under ``/api/v1``."""

from __future__ import annotations

from fastapi import APIRouter

from dragoman.web.api import (
    ahead,
    articles,
    coding,
    dyads,
    events,
    exports,
    mentions,
    reference,
    reviews,
    rulings,
    session,
)
from dragoman.web.api.described import PROBLEMS, described

__all__ = ["PREFIX", "described", "routers"]

PREFIX = "/api/v1"
_PARTS = (
    exports, events, mentions, articles, dyads, ahead, coding, reviews, rulings,
    session, reference,
)  # fmt: skip


def routers() -> tuple[APIRouter, ...]:
    """The routers of the API."""
    whole = APIRouter(prefix=PREFIX, responses=PROBLEMS)
    for part in _PARTS:
        whole.include_router(part.router)
    return (whole,)
