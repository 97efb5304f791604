"""What lies in a source before it is read: taking an archive apart is quick, reading a page is not.

A `Raw` is small, can be carried to another process, and is read there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.article import Article
from dragoman.sources.errors import SourceError

# What a row of a mapping is taken to weigh: its strings, and a little for the rest.
_FIELD_BYTES = 64


@dataclass(frozen=True, slots=True)
class Raw:
    """One article as its source holds it, not read yet.

    Attributes:
        name: what to call it in errors: file, member, line or address.
        kind: ``document`` (bytes of a page, text or JSON file), ``line`` (of JSON Lines), ``row``
            (of a table), ``entry`` (of a feed), ``address`` (to be fetched).
        data: the bytes, the row's fields, or nothing for an address.
        url: where it was published, where the archive says so.
        charset: the encoding that a server named.
    """

    name: str
    kind: Literal["document", "line", "row", "entry", "address"]
    data: bytes | Mapping[str, Any] = b""
    url: str | None = None
    charset: str | None = None

    @property
    def size(self) -> int:
        """Roughly how many bytes it takes."""
        if isinstance(self.data, bytes):
            return len(self.data)
        return sum(_FIELD_BYTES + len(v) * isinstance(v, str) for v in map(str, self.data.values()))

    def read(self, *, headlines: bool = False) -> Article | SourceError:
        """The article, or the error that says why there is none.

        Args:
            headlines: whether a row or entry that has a title and no text is taken for an article
                whose text is its title.
        """
        # Imported here: the readers of records and pages build on this module.
        from dragoman.sources.feeds import from_entry
        from dragoman.sources.loading import from_bytes, load
        from dragoman.sources.records import from_json, from_line

        try:
            if isinstance(self.data, Mapping):
                if self.kind == "entry":
                    return from_entry(self.data, self.name, headlines=headlines)
                return from_json(self.data, name=self.name, headlines=headlines)
            if self.kind == "line":
                return from_line(self.data, self.name, headlines=headlines)
            if self.kind == "address":
                return load(self.name, headlines=headlines)
            return from_bytes(
                self.data, name=self.name, url=self.url, charset=self.charset, headlines=headlines
            )
        except SourceError as error:
            return error
