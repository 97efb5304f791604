"""Tar and zip archives: their members one after the other, as streams."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import IO, Self

from dragoman.sources.errors import SourceError
from dragoman.sources.streams import guarded

Member = tuple[str, io.BufferedReader]
"""A member's name, with the archive's before it, and its bytes; to be read before the next."""


def is_tar(start: bytes) -> bool:
    """Whether a stream that begins thus is a tar archive (of this century: POSIX or GNU)."""
    return start[257:262] == b"ustar"


def tar_members(stream: IO[bytes], name: str) -> Iterator[Member | SourceError]:
    """The files of a tar archive, read as a stream; what is damaged is yielded as its error.

    After a damaged header the next whole one is looked for. Sparse files are passed over by name.
    """
    damaged: list[str] = []

    class Header(tarfile.TarInfo):
        # The library passes over damage in silence; here it is kept to be told.
        @classmethod
        def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
            try:
                return super().frombuf(buf, encoding, errors)
            except (tarfile.InvalidHeaderError, tarfile.TruncatedHeaderError) as error:  # type: ignore[attr-defined]
                damaged.append(str(error))
                raise

    after = "its beginning"
    try:
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=Header, ignore_zeros=True) as archive:
            for member in archive:
                archive.members = []  # type: ignore[attr-defined]  # it would keep all
                if damaged:
                    yield SourceError(name, f"is damaged after {after} ({damaged[0]}); passed over")
                    damaged.clear()
                after = member.name[:200]
                if member.issparse():
                    # A few bytes can stand for any number of noughts, and news has no holes.
                    advice = "is stored as a sparse file, which is not read; unpack the archive"
                    yield SourceError(f"{name}/{after}", advice)
                    continue
                file = archive.extractfile(member) if member.isfile() else None
                if file is not None:
                    # What a tar holds is not packed.
                    yield f"{name}/{after}", guarded(file, partial(max, member.size, 1))
    except Exception as error:  # the library has many errors, not all of them its own
        damaged.append(str(error) or type(error).__name__)
    if damaged:
        yield SourceError(name, f"cannot be read on after {after} ({damaged[0]})")


def zip_members(stream: IO[bytes], name: str) -> Iterator[Member | SourceError]:
    """The files of a zip archive; what is damaged or locked is yielded as its error.

    Args:
        stream: the archive; it must be able to seek.
        name: what to call it in errors.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except Exception as error:  # see above
        yield SourceError(name, f"is a damaged zip archive ({error}); fetch it again")
        return
    with archive:
        for member in archive.infolist():
            if member.is_dir():
                continue
            called = f"{name}/{member.filename[:200]}"
            try:
                file = archive.open(member)
            except Exception as error:  # locked members, methods that it does not know, damage
                yield SourceError(called, f"cannot be unpacked ({error}); passed over")
                continue
            with file:
                yield called, guarded(file, partial(max, member.compress_size, 1))
