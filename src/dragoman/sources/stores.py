"""Files by path or by URL of an object store, through pyarrow or else fsspec."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, cast

from dragoman.sources.archives import opened_contents
from dragoman.sources.errors import SourceError
from dragoman.sources.raw import Raw
from dragoman.sources.streams import guarded


def listed(source: str) -> list[str]:
    """The files of a file or folder, in order, as names that `contents` takes.

    Raises:
        OSError: there is nothing of that name, or the store cannot be reached.
    """
    from pyarrow import fs  # type: ignore[import-untyped, unused-ignore]

    system, path = system_of(source)
    if system is None:
        return [source]
    about = system.get_file_info(path)
    if about.type == fs.FileType.NotFound:
        raise OSError(f"{source}: is not there; check the path")
    if about.is_file:
        return [source]
    selector = fs.FileSelector(path, recursive=True)
    below = sorted(info.path for info in system.get_file_info(selector) if info.is_file)
    scheme = source.partition("://")[0] + "://" if "://" in source else ""
    return [scheme + one for one in below]


def contents(file: str, *, headlines: bool = False) -> Iterator[Raw | SourceError]:
    """Everything that one file holds, not read yet; what cannot be read is yielded as its error.

    Args:
        file: its name, as `listed` gives it.
        headlines: as in `dragoman.sources.Sources`.
    """
    try:
        system, path = system_of(file)
        if system is None:
            yield Raw(file, "address")
            return
        with system.open_input_file(path) as opened:
            size = max(opened.size(), 1)
            yield from opened_contents(guarded(opened, lambda: size), file, headlines=headlines)
    except OSError as error:
        yield SourceError(file, f"cannot be opened ({error}); check the path")


def system_of(name: str) -> tuple[Any, str]:
    """The file system that a path or URL is of, and its path there; None for web addresses."""
    from pyarrow import fs

    scheme = name.partition("://")[0].lower() if "://" in name else ""
    if scheme in ("http", "https"):
        return None, name
    if not scheme:
        return fs.LocalFileSystem(), os.path.abspath(name)
    try:
        return cast("tuple[Any, str]", fs.FileSystem.from_uri(name))
    except (ValueError, NotImplementedError):
        import fsspec  # type: ignore[import-untyped, unused-ignore]

        inner, path = fsspec.core.url_to_fs(name)
        return fs.PyFileSystem(fs.FSSpecHandler(inner)), path
