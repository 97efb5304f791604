"""Reading one source: from a page, file or address to its article and coded mentions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.article import Article
from dragoman.coder import Coder
from dragoman.mention import Mention
from dragoman.sources import load


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and what it reports; ``article.left_out`` tells what was passed over and why."""

    article: Article
    mentions: tuple[Mention, ...]


def read(
    source: str | Path, *, published: date | None = None, coder: Coder | None = None
) -> Reading:
    """Read and code one source.

    Args:
        source: path of an HTML, text or JSON file, an http(s) URL, or ``-`` for standard input.
        published: the day of publication, in place of what the source says of it.
        coder: a coder to use again; a new one when None.

    Raises:
        SourceError: the source cannot be read; says what was wrong and what to do.
    """
    coder = coder or Coder()
    article = load(source, published=published, headlines=coder.headlines)
    coded, mentions = next(coder.code_all([article]))
    return Reading(coded, tuple(mentions))
