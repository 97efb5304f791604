"""Sources: any file, page, row or address becomes an article, or one clear error.

What is not the article (related headlines, comment forms, share bars) is removed or marked, and
what is missing (text, date, English) is noted in ``Article.left_out``.
"""

from dragoman.sources.archives import Sources, read_sources
from dragoman.sources.errors import FetchError, SourceError
from dragoman.sources.loading import from_bytes, load
from dragoman.sources.pages import from_html
from dragoman.sources.plain import from_text
from dragoman.sources.raw import Raw
from dragoman.sources.records import from_json, read_lines
from dragoman.sources.wrapping import unwrapped

__all__ = [
    "FetchError",
    "Raw",
    "SourceError",
    "Sources",
    "from_bytes",
    "from_html",
    "from_json",
    "from_text",
    "load",
    "read_lines",
    "read_sources",
    "unwrapped",
]
