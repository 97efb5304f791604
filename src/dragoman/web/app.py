"""The application: one record, its pages, API and feeds behind the layers that keep it safe."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import BoundedSemaphore

from fastapi import FastAPI
from starlette.responses import FileResponse
from starlette.staticfiles import StaticFiles

from dragoman import __version__
from dragoman.record import Record
from dragoman.record.rows.limits import Limits
from dragoman.web import api, feeds, pages, problems
from dragoman.web.coding import CodingDesk
from dragoman.web.memo import Memo
from dragoman.web.safety import layers
from dragoman.web.settings import Settings

_STATIC = Path(__file__).parent / "static"


def _seal() -> FileResponse:
    return FileResponse(_STATIC / "seal.svg", media_type="image/svg+xml")


def create_app(settings: Settings) -> FastAPI:
    """The desk on one record; it is closed when the server stops.

    Args:
        settings: see `Settings`.

    Raises:
        RecordError: the record cannot be opened.
    """
    given = settings.record
    address = given if "://" in str(given) else Path(given)
    limits = Limits(settings.query_seconds, settings.read_only)
    record = Record.open(address, limits=limits)
    coder = CodingDesk(settings)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        yield
        coder.close()
        record.close()

    app = FastAPI(
        title="Dragoman",
        version=__version__,
        summary="Who did what to whom, when, where, who says so, and whether it happened.",
        middleware=layers(settings),
        lifespan=life,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        swagger_ui_oauth2_redirect_url=None,
        redirect_slashes=False,
    )
    app.state.settings = settings
    app.state.record = record
    app.state.memo = Memo(record, settings.max_answers)
    app.state.coder = coder
    app.state.export_places = BoundedSemaphore(settings.max_exports)
    problems.handle(app)
    for router in (*api.routers(), feeds.router, *pages.routers()):
        app.include_router(router)
    if _STATIC.is_dir():
        app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    # Browsers ask for it on their own where a page names none, as at an address of the API.
    app.add_api_route("/favicon.ico", _seal, include_in_schema=False)
    app.openapi = lambda: api.described(app)  # type: ignore[method-assign]
    return app
