"""Events as files: exactly those that a filter finds."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from dragoman.record.questions import histories
from dragoman.web import links
from dragoman.web.pages.asking import asked
from dragoman.web.pages.desk import record_of, today_of
from dragoman.web.pages.rendering import problem

router = APIRouter(include_in_schema=False)
_IN_MEMORY = 8 * 2**20  # bytes; what is larger waits on disk
_AT_ONCE = 2**16


@router.get(links.EVENTS + "/export/{form}")
def export(request: Request, form: str) -> Response:
    """The events of the address's filter in a format."""
    # Imported here: what writes the formats takes longer to import than all the pages.
    from dragoman.formats.exports import FORMATS
    from dragoman.formats.exports import export as write

    if form not in links.EXPORTS:
        return problem(
            request, 404, "No such format",
            f"Events are given as {', '.join(links.EXPORTS)}; for others use: dragoman export.",
        )  # fmt: skip
    today = today_of(request)
    wanted = asked(request.query_params, today).wanted
    file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # closed when it was sent
    try:
        write(histories(record_of(request), wanted), form, file, today=today)
    except BaseException:
        file.close()
        raise
    chosen = FORMATS[form]
    name = f"events{chosen.suffixes[0]}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(_sent(file), media_type=chosen.media_type, headers=headers)


def _sent(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while part := file.read(_AT_ONCE):
            yield part
