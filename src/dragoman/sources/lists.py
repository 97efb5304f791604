"""A JSON list of articles, read as a stream: one article after the other, never the whole."""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Iterator

from dragoman.sources.decoding import MAX_BYTES
from dragoman.sources.errors import SourceError
from dragoman.sources.raw import Raw

_OPENS = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*[{\]]")
_BETWEEN = re.compile(r"[\s,]*")
_STEP = 2**18  # bytes read at once, at first


def is_list(start: bytes) -> bool:
    """Whether it is a JSON list of objects, or an empty one."""
    return bool(_OPENS.match(start))


def list_rows(stream: io.BufferedIOBase, name: str) -> Iterator[Raw | SourceError]:
    """The objects of a JSON list, in order; after damage, which is its error, nothing is read.

    Args:
        stream: the file, from its beginning.
        name: what to call it in errors.
    """
    items = _Items(stream)
    number = 0
    while True:
        number += 1
        where = f"{name} article {number}"
        try:
            item = items.next()
        except (OSError, ValueError, RecursionError) as error:
            yield SourceError(where, f"cannot be read on ({str(error)[:200]}); the rest is left")
            return
        if item is _END:
            return
        if isinstance(item, dict):
            yield Raw(where, "row", item)
        else:
            yield SourceError(where, f"is {type(item).__name__}, expected a JSON object")


_END = object()


class _Items:
    """The items of a list, decoded one at a time out of what is read so far."""

    def __init__(self, stream: io.BufferedIOBase) -> None:
        self._stream = stream
        self._utf8 = codecs.getincrementaldecoder("utf-8-sig")()
        self._json = json.JSONDecoder()
        self._text = ""
        self._at = 0
        self._ended = False
        self._begun = False

    def next(self) -> object:
        """The next item; ``_END`` after the last.

        Raises:
            ValueError: it is damaged, not UTF-8, or over ``MAX_BYTES``.
            OSError: the stream is damaged.
        """
        if not self._begun:
            self._more(_STEP)
            self._at = self._text.index("[") + 1
            self._begun = True
        step = _STEP
        while True:
            between = _BETWEEN.match(self._text, self._at)
            self._at = between.end() if between else self._at
            if self._text.startswith("]", self._at):
                return _END
            try:
                item, self._at = self._json.raw_decode(self._text, self._at)
            except ValueError:
                if self._ended:
                    raise
                if len(self._text) - self._at > MAX_BYTES:
                    raise ValueError(f"over {MAX_BYTES // 2**20} MiB, or damaged") from None
                self._more(step)
                step *= 2  # so that a long article is not tried in every length
            else:
                return item

    def _more(self, size: int) -> None:
        part = self._stream.read(size)
        self._ended = not part
        self._text = self._text[self._at :] + self._utf8.decode(part, final=self._ended)
        self._at = 0
