"""The pages: a small module each, with a router of its own."""

from __future__ import annotations

from fastapi import APIRouter

from dragoman.web.pages import (
    about,
    agenda,
    article,
    articles,
    dyad,
    event,
    events,
    linking,
    read,
    review,
    today,
    world,
)


def routers() -> tuple[APIRouter, ...]:
    """The routers of all pages."""
    pages = (
        today, events, event, linking, dyad, agenda, world, articles, article, read, review, about,
    )  # fmt: skip
    return tuple(page.router for page in pages)
