"""Complaints about one file, gathered: a table of ten thousand rows without a text is one line."""

from __future__ import annotations

import re
from collections.abc import Callable

from dragoman.sources.errors import SourceError

_PLACE = re.compile(r" (?:row|line|entry) \d+(?: \(line \d+\))?$")
# What tells one complaint from the next of its kind: numbers, what a library says, what was found.
_OWN = re.compile(r"\([^()]*\)|'[^']*'|\d+")


class Gathered:
    """Complaints that are of one kind and about places of one file become one, with a count.

    They are held back until another file has one; `close` tells the last.

    Args:
        tell: is told each complaint, in one line.
    """

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._file: str | None = None
        self._held: dict[str, list[SourceError]] = {}

    def add(self, error: SourceError) -> None:
        """Take one complaint; what is about a whole file is told at once."""
        file = _PLACE.sub("", error.where)
        if file != self._file or file == error.where:
            self.close()
        if file == error.where:
            self._tell(str(error))
            return
        self._file = file
        self._held.setdefault(_OWN.sub("", error.what), []).append(error)

    def close(self) -> None:
        """Tell what is held back."""
        for first, *more in self._held.values():
            others = f" and {len(more):,} more" if more else ""
            self._tell(f"{first.where}{others}: {first.what}")
        self._held.clear()
