"""Events of a filter as a file, in every format; written while it is sent."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Callable, Iterator
from typing import Annotated, Any, BinaryIO, Literal

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import StreamingResponse
from pydantic import Field

from dragoman.formats.exports import FORMATS, export
from dragoman.record.questions.questions import histories
from dragoman.web.api.asking import Choice, Flag, TheRecord, Today
from dragoman.web.problems import ProblemError

router = APIRouter(tags=["events"])
_CHUNK = 65_536
Name = Literal["plover", "cameo", "gdelt", "icews", "csv", "parquet", "geojson", "ics", "jsonl"]


class _Asked(Choice):
    part: Literal["events", "mentions"] = Field(
        "events", description="Which file of a format that has two (gdelt)."
    )
    everything: Flag = Field(
        False, description="Also what the format cannot tell from what happened."
    )
    inferred: Flag = Field(
        True, description="Whether countries stand that no word told of a party says."
    )


@router.get(
    "/events.{name}",
    summary="Events of a filter as a file",
    response_class=StreamingResponse,
    responses={
        200: {
            "content": {
                media: {"schema": {} if media.endswith("+json") else {"type": "string"}}
                for media in sorted({made.media_type for made in FORMATS.values()})
            }
        }
    },
)
def exported(
    request: Request,
    record: TheRecord,
    today: Today,
    name: Annotated[Name, Path(description="The format.")],
    asked: Annotated[_Asked, Query()],
) -> StreamingResponse:
    """Every event of the filter, in order of first report, however many there are."""
    chosen = FORMATS[name]
    number = ("events", "mentions").index(asked.part)
    if number >= len(chosen.suffixes):
        raise ProblemError(404, f"{name} has one file only; leave part out")
    wanted = asked.wanted(today)
    places: threading.BoundedSemaphore = request.app.state.export_places
    if not places.acquire(blocking=False):
        what = "other exports are under way; try again soon"
        raise ProblemError(503, what, {"Retry-After": "30"})

    def write(stream: BinaryIO) -> None:
        streams: list[Any] = [_Nowhere() for _ in chosen.suffixes]
        streams[number] = stream
        found = histories(record, wanted)
        export(
            found,
            name,
            *streams,
            everything=asked.everything,
            inferred=asked.inferred,
            today=asked.on or today,
        )

    headers = {
        "Content-Disposition": f'attachment; filename="events{chosen.suffixes[number]}"',
        "Cache-Control": "no-store",
    }
    sent = _sent(write, places.release)
    return StreamingResponse(sent, headers=headers, media_type=chosen.media_type)


def _sent(write: Callable[[BinaryIO], None], done: Callable[[], None]) -> Iterator[bytes]:
    """What ``write`` writes, as it comes; if the reader goes away, it stops."""
    failed: list[str] = []
    source, target = os.pipe()

    def work() -> None:
        try:
            with os.fdopen(target, "wb") as stream:
                write(stream)
        except BrokenPipeError:
            pass  # the reader went away
        except Exception as error:  # told to the reader by breaking off
            failed.append(type(error).__name__)
        finally:
            done()

    worker = threading.Thread(target=work, name="export", daemon=True)
    # Closed even where nobody ever asks for the first piece, so that the worker ends.
    stream = os.fdopen(source, "rb")
    worker.start()
    return _pieces(stream, worker, failed)


def _pieces(
    stream: io.BufferedReader, worker: threading.Thread, failed: list[str]
) -> Iterator[bytes]:
    with stream:
        while chunk := stream.read1(_CHUNK):
            yield chunk
    worker.join()
    if failed:
        raise ConnectionError(f"the export broke off: {failed[0]}")


class _Nowhere(io.BytesIO):
    """Takes the file that was not asked for."""

    def write(self, data: Any) -> int:
        """Take it and forget it."""
        return len(data)
