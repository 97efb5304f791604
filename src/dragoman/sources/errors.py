"""What is raised when a source cannot be read: each message says what, where and what to do."""

from __future__ import annotations

from dragoman.article import Article

_LONGEST = 200  # characters of an exception that are told


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

    @classmethod
    def fault(cls, where: str, what: str, error: Exception) -> SourceError:
        """What is told where a fault of ours, and not of the input, stopped the work on one item.

        Args:
            where: the file, address, row or article.
            what: what could not be done with it, such as ``cannot be coded``.
            error: the exception.
        """
        told = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST]
        return cls(where, f"{what} ({told}); please report it")

    @classmethod
    def uncoded(cls, article: Article, error: Exception) -> SourceError:
        """What is told where the coder fails on an article."""
        return cls.fault(article.url or article.id, "cannot be coded", error)

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, str]]:
        """How it passes from a worker's process: by both arguments, not by the message alone."""
        return type(self), (self.where, self.what)


class FetchError(SourceError):
    """An address that was refused or could not be fetched."""
