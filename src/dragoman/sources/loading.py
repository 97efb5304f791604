"""Any source to an article: which kind it is, is told by what it holds."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.article import Article
from dragoman.sources.decoding import MAX_BYTES, decode
from dragoman.sources.delimited import is_delimited
from dragoman.sources.errors import FetchError, SourceError
from dragoman.sources.feeds import begins_feed
from dragoman.sources.pages import from_html
from dragoman.sources.plain import from_text
from dragoman.sources.records import from_json

if TYPE_CHECKING:
    from dragoman.sources.fetcher import Fetcher

# The atomic groups keep a page of ten thousand comments from being tried in every combination.
_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_PAGE_START = re.compile(
    r"(?>(?:\s|<!--.*?-->|<\?xml.*?\?>)*)<(?:!doctype\s+html|(?:html|head|body|meta|title|script|link|"
    r"style|div|main|article|section|header|table|h1|h2|p)\b)",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(r"</(?:p|div|a|span|h[1-6]|li|ul|td|title|head|body|html|script)\s*>", re.I)
_ENOUGH_TAGS = 3  # closing tags in the beginning of a page that starts with stray text
_BEGINNING = 20_000
_MANY = "use dragoman code or dragoman add"
_SITEMAP = re.compile(r"(?>(?:\s|<!--.*?-->|<\?xml.*?\?>)*)<(?:urlset|sitemapindex)\b", re.DOTALL)


def load(
    source: str | Path,
    *,
    published: date | None = None,
    fetcher: Fetcher | None = None,
    headlines: bool = False,
) -> Article:
    """Read one article from a file, a web address or, for ``-``, standard input.

    Args:
        source: path of an HTML, text or JSON file (also gzipped), an http(s) address, or ``-``.
        published: day of publication; overrides what the source says.
        fetcher: fetches addresses; else one with the default bounds.
        headlines: whether JSON that has a title and no text is taken for an article whose text is
            its title.

    Raises:
        SourceError: it cannot be read; says what, where and what to do.
        FetchError: its address was refused or could not be fetched.
    """
    if isinstance(source, str):
        if not source:
            raise SourceError("''", "is empty; name a file or an address")
        if source == "-":
            data, name = _standard_input(), "standard input"
            return from_bytes(data, name=name, published=published, headlines=headlines)
        if address := _ADDRESS.match(source.strip()):
            return _fetched(source.strip(), address.group(1), published, fetcher, headlines)
    data, name = _file(Path(source)), str(source)
    return from_bytes(data, name=name, published=published, headlines=headlines)


def from_bytes(
    data: bytes,
    *,
    name: str,
    published: date | None = None,
    url: str | None = None,
    charset: str | None = None,
    headlines: bool = False,
) -> Article:
    """The article in ``data``: HTML, JSON or plain text, told apart by what it holds.

    Args:
        data: the bytes of a file or page, gzipped or not.
        name: file name or address, for errors.
        published: day of publication; overrides what the source says.
        url: where it was published, if known.
        charset: the encoding that a server named.
        headlines: as in `load`.

    Raises:
        SourceError: empty, binary, damaged, of another kind, or over a bound.
    """
    text = decode(data, name, charset)
    if _SITEMAP.match(text[:_BEGINNING]):
        raise SourceError(name, "is a sitemap, not an article; give the address of one article")
    if begins_feed(text[:_BEGINNING]):
        what = "is a news feed of many articles; give the address of one, or save it as a file"
        raise SourceError(name, f"{what} and {_MANY}")
    if text.startswith("WARC/1."):
        raise SourceError(name, "is a WARC archive of many pages; use dragoman code")
    if is_delimited(data[:_BEGINNING], name):
        raise SourceError(name, f"is a table of articles, one a row; {_MANY}")
    if _is_json(text, name):
        return from_json(text, name=name, published=published, url=url, headlines=headlines)
    if _is_html(text):
        return from_html(text, name=name, published=published, url=url)
    return from_text(text, name=name, published=published, url=url)


def _is_json(text: str, name: str) -> bool:
    """Whether ``text`` is meant as JSON.

    Raises:
        SourceError: it is JSON Lines, or a list.
    """
    beginning = text.lstrip()[:1]
    if beginning not in ("{", "["):
        return False
    try:
        whole = json.loads(text)
    except RecursionError:
        return True
    except ValueError:
        first = text.strip().split("\n", 1)[0]
        if _is_object(first):
            raise SourceError(name, f"is JSON Lines, many articles, one a line; {_MANY}") from None
        # Text may open with a bracket; a file that is called .json is meant as JSON, and damaged.
        return name.lower().removesuffix(".gz").endswith(".json")
    if isinstance(whole, list):
        raise SourceError(name, f"is a list of {len(whole)} articles; {_MANY}")
    return True


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _is_html(text: str) -> bool:
    beginning = text[:_BEGINNING]
    return bool(_PAGE_START.match(beginning)) or len(_TAGS.findall(beginning)) >= _ENOUGH_TAGS


def _fetched(
    address: str, scheme: str, published: date | None, fetcher: Fetcher | None, headlines: bool
) -> Article:
    if scheme.lower() not in {"http", "https"}:
        what = f"cannot be fetched over {scheme}; give an http or https address, or a file"
        raise FetchError(address[:200], what)
    if fetcher is None:
        # Imported here: the HTTP client is needed for addresses only.
        from dragoman.sources.fetcher import Fetcher

        fetcher = Fetcher()
    page = fetcher.fetch(address)
    return from_bytes(
        page.data, name=page.url, published=published, url=page.url, charset=page.charset,
        headlines=headlines,
    )  # fmt: skip


def _standard_input() -> bytes:
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except IsADirectoryError:
        raise SourceError(str(path), "is a folder; give one file in it") from None
    except FileNotFoundError:
        raise SourceError(str(path), "there is no such file; check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SourceError(str(path), f"cannot be read ({reason}); check the path") from error
