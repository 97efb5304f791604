"""What stands between the network and the desk: layers, each of one idea, in `layers`."""

from __future__ import annotations

from starlette.middleware import Middleware

from dragoman.web.safety.bounds import AddressBounds, BodyBounds
from dragoman.web.safety.caching import Caching
from dragoman.web.safety.faults import Faults
from dragoman.web.safety.forgery import Forgery
from dragoman.web.safety.headers import SafeHeaders
from dragoman.web.safety.hosts import Hosts
from dragoman.web.safety.signing import SignIn
from dragoman.web.settings import Settings

__all__ = ["layers"]


def layers(settings: Settings) -> list[Middleware]:
    """The layers in the order in which a request passes them."""
    return [
        Middleware(SafeHeaders),
        Middleware(Faults),
        Middleware(Hosts, settings=settings),
        Middleware(AddressBounds, settings=settings),
        Middleware(SignIn, settings=settings),
        Middleware(BodyBounds, settings=settings),
        Middleware(Forgery, settings=settings),
        Middleware(Caching),
    ]
