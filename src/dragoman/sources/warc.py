"""WARC archives, as Common Crawl's news archive writes them: the HTML pages among their responses.

Each record of a packed archive is a gzip member of its own, so what follows a damaged one can be
found again by the member's first bytes.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, cast

from dragoman.sources.decoding import MAX_BYTES
from dragoman.sources.errors import SourceError
from dragoman.sources.raw import Raw
from dragoman.sources.streams import GZIP, missing

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

MAX_DAMAGES = 1000
"""Places in one archive at which reading is taken up again; one damaged more than that is left."""

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_MARK = b"WARC/1."
_MEMBER = GZIP + b"\x08"
_STEP = 2**20
_HEADERS = 2**20  # bytes that a response's own headers may take


def warc_pages(stream: io.BufferedIOBase, name: str) -> Iterator[Raw | SourceError]:
    """The HTML pages of successful responses, in order; damage is yielded as its error.

    Args:
        stream: the archive, as it is or with gzip. Where it can seek, reading goes on after damage.
        name: what to call the archive in errors.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        yield missing(name, "a WARC archive", "fastwarc")
        return
    packed = _starts_packed(stream)
    start = number = 0
    for _ in range(MAX_DAMAGES):
        base, told = start, number
        try:
            forward = cast("IO[bytes]", _Forward(stream, start))
            for record in ArchiveIterator(
                forward, record_types=WarcRecordType.response, parse_http=False
            ):
                number += 1
                base = max(base, record.stream_pos)
                if (found := _page(record, f"{name} record {number}")) is not None:
                    yield found
            return
        except (GeneratorExit, KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # the library's panics are no Exception
            if number > told or not start:
                what = " ".join(str(error).split())[:200]
                yield SourceError(name, f"is damaged after record {number} ({what}); passed over")
        following = _next_record(stream, base + 1, packed)
        if following is None:
            return
        start = following
    yield SourceError(name, f"is damaged at over {MAX_DAMAGES} places; the rest is left")


class _Forward:
    """What the library needs of a stream: reading on, and the position."""

    def __init__(self, stream: io.BufferedIOBase, start: int) -> None:
        self._stream = stream
        self._position = start

    def read(self, size: int = -1) -> bytes:
        part = self._stream.read(size)
        self._position += len(part)
        return part

    def tell(self) -> int:
        return self._position


def _page(record: WarcRecord, where: str) -> Raw | SourceError | None:
    """The page in a response; None where it is something else."""
    url = record.headers.get("WARC-Target-URI")
    called = f"{where} ({url[:200]})" if url else where
    told = record.content_length
    if "Content-Length" not in record.headers:
        return SourceError(called, "has no length: the archive is damaged or was cut off here")
    if told > MAX_BYTES + _HEADERS:
        return SourceError(called, f"is over {MAX_BYTES // 2**20} MiB; passed over")
    record.freeze()
    if record.content_length < told:
        return SourceError(called, "was cut off; fetch the archive again")
    record.parse_http(auto_decode="all")
    headers = record.http_headers
    if headers is None or headers.status_code != 200:
        return None
    if (record.http_content_type or "").lower() not in _PAGES:
        return None
    data = record.reader.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return SourceError(called, f"is over {MAX_BYTES // 2**20} MiB unpacked; passed over")
    return Raw(called, "document", data, url=url, charset=record.http_charset)


def _starts_packed(stream: io.BufferedIOBase) -> bool:
    peek = getattr(stream, "peek", None)
    return peek is not None and peek(2)[:2] == GZIP


def _next_record(stream: io.BufferedIOBase, start: int, packed: bool) -> int | None:
    """Moves the stream to the next beginning of a record; its position, None for none."""
    if not stream.seekable():
        return None
    mark = _MEMBER if packed else _MARK
    while True:
        stream.seek(start)
        block = stream.read(_STEP)
        at = block.find(mark)
        if at < 0:
            if len(block) < _STEP:
                return None
            start += _STEP - len(mark) + 1
        elif not packed or _opens_record(block[at : at + 512]):
            stream.seek(start + at)
            return start + at
        else:
            start += at + 1


def _opens_record(member: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(member, len(_MARK)) == _MARK
    except zlib.error:
        return False
