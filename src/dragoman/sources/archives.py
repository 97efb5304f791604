"""Many sources to a stream of articles: files, folders, archives, addresses, standard input.

What a stream holds is told by its first bytes. Nothing is read whole but single articles, so
memory stays bounded whatever the size.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, cast

from dragoman.article import Article
from dragoman.sources.containers import Member, is_tar, tar_members, zip_members
from dragoman.sources.decoding import MAX_BYTES
from dragoman.sources.delimited import delimited_rows, is_delimited
from dragoman.sources.errors import SourceError
from dragoman.sources.feeds import feed_entries, is_feed
from dragoman.sources.lists import is_list, list_rows
from dragoman.sources.parquet import parquet_rows
from dragoman.sources.raw import Raw
from dragoman.sources.records import raw_lines
from dragoman.sources.streams import GZIP, unpacked
from dragoman.sources.warc import warc_pages

MAX_DEPTH = 4
"""Archives within archives, compression counted too; deeper ones are refused."""

_BUFFER = 2**18
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_LINES = (".jsonl", ".ndjson")
_README = re.compile(r"readme(\.(md|markdown|txt|rst))?", re.IGNORECASE)
_ZIP, _PARQUET, _WARC = b"PK\x03\x04", b"PAR1", b"WARC/1."


def read_sources(
    paths: Sequence[str | Path], *, headlines: bool = False
) -> Iterator[Article | SourceError]:
    """Every article of files, folders, archives and addresses; see `Sources`.

    What cannot be read, or holds no text, is yielded as its error, and the rest goes on.

    Args:
        paths: as `Sources` takes them.
        headlines: whether a row or entry that has a title and no text is taken for an article
            whose text is its title.
    """
    for one in Sources(paths, headlines=headlines):
        yield one if isinstance(one, SourceError) else _with_text(one, headlines)


def _with_text(raw: Raw, headlines: bool) -> Article | SourceError:
    """What it reads as; an error where no text is found in it."""
    found = raw.read(headlines=headlines)
    if isinstance(found, Article) and not found.text.strip():
        what = "no article text was found in it; check that it holds an article"
        return SourceError(raw.name, what)
    return found


class Sources:
    """Everything that some sources hold, in order, not read yet.

    Args:
        paths: HTML, text, JSON, JSON Lines, CSV, TSV and Parquet files, RSS and Atom feeds, WARC
            archives, each also packed (gzip, Zstandard, tar, zip); folders of these, less what is
            called README (also .md, .markdown, .txt, .rst); addresses; ``-`` for standard input.
        headlines: whether a table of titles without texts is one of articles; see `Raw.read`.

    Attributes:
        read: bytes of files read so far.
    """

    def __init__(self, paths: Sequence[str | Path], *, headlines: bool = False) -> None:
        self._paths = tuple(paths)
        self._headlines = headlines
        self._done = 0
        self._file: IO[bytes] | None = None

    def __iter__(self) -> Iterator[Raw | SourceError]:
        self._done = 0
        for given in self._paths:
            if str(given) == "-":
                yield from _contents(
                    io.BufferedReader(_StandardInput(), _BUFFER), "standard input", self._headlines
                )
            elif isinstance(given, str) and _ADDRESS.match(given.strip()):
                yield Raw(given.strip(), "address")
            else:
                yield from self._below(Path(given))

    @property
    def read(self) -> int:
        """Bytes of files read so far."""
        open_file = self._file
        here = open_file.tell() if open_file is not None and not open_file.closed else 0
        return self._done + here

    def size(self) -> int:
        """Bytes of all files; walks the folders for it. Addresses and standard input count none."""
        files = (
            path
            for given in self._paths
            if not _ADDRESS.match(str(given)) and str(given) != "-"
            for path in _files(Path(given))
        )
        return sum(_size(path) for path in files)

    def _below(self, given: Path) -> Iterator[Raw | SourceError]:
        for path in _files(given):
            name = str(path)
            try:
                with path.open("rb", buffering=_BUFFER) as opened:
                    file = cast("io.BufferedReader", opened)
                    self._file = file
                    yield from _contents(file, name, self._headlines)
                    self._done += path.stat().st_size
                    self._file = None
            except FileNotFoundError:
                yield SourceError(name, "there is no such file; check the path")
            except (OSError, ValueError) as error:
                reason = getattr(error, "strerror", None) or error
                yield SourceError(name, f"cannot be opened ({reason}); check the path")


def opened_contents(
    stream: io.BufferedReader, name: str, *, headlines: bool = False
) -> Iterator[Raw | SourceError]:
    """Everything that an open file holds, not read yet.

    Args:
        stream: the file, from its beginning.
        name: what to call it in errors.
        headlines: as in `Sources`.
    """
    yield from _contents(stream, name, headlines)


class _StandardInput(io.RawIOBase):
    """Standard input, left open."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        stream = sys.stdin.buffer
        part: bytes = getattr(stream, "read1", stream.read)(len(buffer))
        buffer[: len(part)] = part
        return len(part)


def _files(path: Path) -> Iterator[Path]:
    """The file, or the files below the folder in order of their names, folder by folder.

    What a folder says of itself, in a README, is no news; one that is named itself is read.
    """
    try:
        if not path.is_dir():
            yield path
            return
        names = sorted(os.listdir(path))
    except OSError:  # a name too long, a folder that may not be read
        yield path  # named when it cannot be opened
        return
    for name in names:
        below = path / name
        if below.is_dir():
            if not below.is_symlink():  # which may lead round in a circle
                yield from _files(below)
        elif _README.fullmatch(name):
            continue
        elif below.is_file() or not below.exists():  # no pipe, that might never end
            yield below


def _size(path: Path) -> int:
    """The bytes of a file; none where it is no file or cannot be looked at."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def _contents(
    stream: io.BufferedReader, name: str, headlines: bool, depth: int = 0
) -> Iterator[Raw | SourceError]:
    """Everything in one stream, whatever it is."""
    if depth > MAX_DEPTH:
        yield SourceError(name, f"is packed over {MAX_DEPTH} times; unpack it first")
        return
    try:
        yield from _by_kind(stream, name, headlines, depth)
    except SourceError as error:
        yield error
    except OSError as error:
        yield SourceError(name, f"cannot be read on ({error})")


def _by_kind(
    stream: io.BufferedReader, name: str, headlines: bool, depth: int
) -> Iterator[Raw | SourceError]:
    start = stream.peek(_BUFFER)
    if start[:2] == GZIP and _is_packed_warc(start):
        yield from warc_pages(stream, name)
    elif (inner := unpacked(stream, name)) is not None:
        yield from _contents(inner, name, headlines, depth + 1)
    elif start.startswith(_WARC):
        yield from warc_pages(stream, name)
    elif start.startswith(_PARQUET):
        with _seekable(stream) as file:
            yield from parquet_rows(file, name)
    elif is_tar(start):
        yield from _members(tar_members(stream, name), headlines, depth)
    elif start.startswith(_ZIP):
        with _seekable(stream) as file:
            yield from _members(zip_members(file, name), headlines, depth)
    elif _holds_lines(start, name):
        yield from raw_lines(stream, name)
    elif is_feed(start):
        yield from feed_entries(stream, name)
    elif is_list(start):
        yield from list_rows(stream, name)
    elif is_delimited(start, name):
        yield from delimited_rows(stream, name, headlines=headlines)
    else:
        yield Raw(name, "document", stream.read(MAX_BYTES + 1))


def _members(
    members: Iterator[Member | SourceError], headlines: bool, depth: int
) -> Iterator[Raw | SourceError]:
    for member in members:
        if isinstance(member, SourceError):
            yield member
        else:
            yield from _contents(member[1], member[0], headlines, depth + 1)


def _holds_lines(start: bytes, name: str) -> bool:
    """Whether it is JSON Lines: by its name, or because its first line is a whole object."""
    if name.removesuffix(".gz").removesuffix(".zst").endswith(_LINES):
        return True
    first = start.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0].rstrip()
    return first.startswith(b"{") and (first.endswith(b"}") or len(first) > len(start) // 2 > 4096)


def _is_packed_warc(start: bytes) -> bool:
    import zlib

    try:
        return zlib.decompressobj(wbits=31).decompress(start, len(_WARC)) == _WARC
    except zlib.error:
        return False


def _seekable(stream: io.BufferedReader) -> io.BufferedReader:
    """The stream, or a copy of it on disk where it cannot go back and forth.

    Raises:
        OSError: the stream is damaged.
    """
    if isinstance(stream.raw, io.FileIO):
        return stream
    copy = cast("io.BufferedReader", tempfile.TemporaryFile())  # noqa: SIM115  # the caller's
    shutil.copyfileobj(stream, copy, _BUFFER)
    copy.seek(0)
    return copy
