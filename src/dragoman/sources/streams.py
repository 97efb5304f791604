"""Streams of bytes out of compressed files, with bounds on what they may grow to."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from typing import IO, Any, cast

from dragoman.extras import install
from dragoman.sources.decoding import MAX_BYTES
from dragoman.sources.errors import SourceError

MAX_EXPANSION = 250
"""Times its packed size that a stream may unpack to, once past ``MAX_BYTES``.

News packs to a quarter or a tenth, pages of one template to a fiftieth; gzip can reach a thousand
and Zstandard any number, which only bombs do.
"""

_CHUNK = 2**18
# Packed bytes taken at once: a block of four can stand for 128 KiB, so that is 32 MiB at most.
_SIP = 2**10
_WINDOW = 2**27  # what `zstd --long` takes unless told more, in bytes of memory
GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


class Guarded(io.RawIOBase):
    """A readable stream whose every failure is an OSError, and which refuses to be a bomb.

    Args:
        inner: what to read.
        packed: tells how many packed bytes it took so far.
    """

    def __init__(self, inner: IO[bytes], packed: Callable[[], int]) -> None:
        self._inner = inner
        self._packed = packed
        self._given = 0

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read up to the buffer's length; 0 at the end.

        Raises:
            OSError: the stream is damaged, cut off, or over ``MAX_EXPANSION``.
        """
        try:
            part = self._inner.read(min(len(buffer), _CHUNK))
        except OSError:
            raise
        except Exception as error:  # each format's library has errors of its own
            raise OSError(str(error) or type(error).__name__) from error
        self._given += len(part)
        if self._given > MAX_BYTES and self._given > MAX_EXPANSION * self._packed():
            raise OSError(f"it unpacks to over {MAX_EXPANSION} times its size; refused")
        buffer[: len(part)] = part
        return len(part)


def guarded(inner: IO[bytes], packed: Callable[[], int]) -> io.BufferedReader:
    """A buffered, guarded stream; see `Guarded`."""
    return io.BufferedReader(Guarded(inner, packed), _CHUNK)


def unpacked(stream: io.BufferedReader, name: str) -> io.BufferedReader | None:
    """The stream inside a gzip or Zstandard stream; None where it is neither.

    Raises:
        SourceError: it is Zstandard, and the library for it is not installed.
    """
    start = stream.peek(4)[:4]
    if start[:2] == GZIP:
        counted = _Counted(stream)
        return guarded(cast("IO[bytes]", gzip.GzipFile(fileobj=counted)), lambda: counted.count)
    if start == ZSTD:
        try:
            import zstandard
        except ImportError as error:
            raise missing(name, "Zstandard", "zstandard") from error
        counted = _Counted(stream)
        unpacker = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
        inner = _Zstandard(cast("IO[bytes]", counted), unpacker.decompressobj)
        return guarded(cast("IO[bytes]", inner), lambda: counted.count)
    return None


def missing(name: str, what: str, library: str) -> SourceError:
    """The error for a source whose library is not installed."""
    advice = f"is {what}, which needs {library}; {install('archives')}"
    return SourceError(name, advice)


class _Counted(io.RawIOBase):
    """Counts the bytes that are read of a stream."""

    def __init__(self, inner: IO[bytes]) -> None:
        self._inner = inner
        self.count = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        part = self._inner.read(size)
        self.count += len(part)
        return part

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        part = self.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)


class _Zstandard:
    """Reads Zstandard frames; it tells a cut-off end, which the library's own reader does not."""

    def __init__(self, packed: IO[bytes], frame: Callable[[], Any]) -> None:
        self._packed = packed
        self._frame = frame
        self._open: Any = None
        self._rest = b""
        self._ready = io.BytesIO()

    def read(self, size: int) -> bytes:
        """Up to ``size`` bytes; none at the end.

        Raises:
            OSError: it was cut off.
        """
        while not (part := self._ready.read(size)):
            if self._open is None or self._open.eof:
                self._rest = self._open.unused_data if self._open is not None else b""
                self._open = None
            data = self._rest or self._packed.read(_SIP)
            self._rest = b""
            if not data:
                if self._open is not None:
                    raise OSError("it was cut off")
                return b""
            self._open = self._open or self._frame()
            self._ready = io.BytesIO(self._open.decompress(data))
        return part
