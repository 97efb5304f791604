"""What is raised when a source cannot be read: each message says what, where and what to do."""

from __future__ import annotations


class SourceError(ValueError):
    """A file, row, stream or page that cannot become an article.

    Attributes:
        where: the file, address or row that it is about.
        what: what is wrong with it, and what to do.
    """

    def __init__(self, where: str, what: str) -> None:
        self.where = where
        self.what = what
        super().__init__(f"{where}: {what}")

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, str]]:
        """How it passes from a worker's process: by both arguments, not by the message alone."""
        return type(self), (self.where, self.what)


class FetchError(SourceError):
    """An address that was refused or could not be fetched."""
