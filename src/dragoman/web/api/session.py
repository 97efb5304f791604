"""Who asks, and the token with which a program may change something."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request, Response

from dragoman import __version__
from dragoman.web.api.asking import TheSettings

router = APIRouter(tags=["session"])


@dataclass(frozen=True, slots=True)
class Session:
    """What the desk knows of who asks.

    Attributes:
        user: the name under which reviews are kept.
        csrf: to be sent as X-CSRF-Token, with the cookie that came along, where no bearer token is.
        read_only: whether nothing can be changed here.
        today: the day that the desk takes for today.
        version: of the program.
    """

    user: str
    csrf: str
    read_only: bool
    today: date
    version: str


@router.get("/session", summary="Who you are here")
def session(request: Request, response: Response, settings: TheSettings) -> Session:
    """Who asks, and what is needed to change something."""
    response.headers["Cache-Control"] = "no-store"
    state = request.state
    return Session(state.user, state.csrf, settings.read_only, settings.today(), __version__)
