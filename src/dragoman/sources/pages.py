"""HTML pages to articles, through trafilatura."""

from __future__ import annotations

import copy
import logging
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from dragoman.article import Article
from dragoman.sources import dates, furniture, stamps
from dragoman.sources.decoding import decode
from dragoman.sources.error_pages import is_error_page
from dragoman.sources.errors import SourceError
from dragoman.sources.notes import clean, finish
from dragoman.sources.plain import date_line

# Chosen on 92 pages with known text (article-extraction-benchmark; F1 of four-word shingles):
# precision with tables 0.964, recall with tables 0.955, precision alone 0.951. Old pages are laid
# out in tables. Deduplication is off since its memory would tie
# one page's text to the pages read before it.
_OPTIONS: dict[str, Any] = {
    "favor_precision": True,
    "include_tables": True,
    "include_comments": False,
}
# From the page's metadata only (no guessing from its text); the first date, not the last change.
_OF_OTHERS = (  # where pages give the dates of other stories
    "//aside | //footer | //nav | //*[contains(@class, 'related') or contains(@class, 'recommend')"
    " or contains(@class, 'popular') or contains(@class, 'trending') or contains(@class, 'latest')]"
    "[not(descendant-or-self::article or descendant-or-self::h1 or self::body or self::html)]"
)
_HIDDEN = "//template | //*[@hidden]"  # what a browser does not show
_DATES: dict[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1970-01-01",
}


def from_html(
    page: bytes | str,
    *,
    name: str = "page",
    published: date | None = None,
    url: str | None = None,
    charset: str | None = None,
) -> Article:
    """The article of an HTML page, without its furniture; paragraphs are separated by newlines.

    Args:
        page: the page as served, or its text.
        name: what to call it in errors.
        published: overrides the page's own date.
        url: where it was published; else what the page says of itself.
        charset: the encoding that the server named.

    Raises:
        SourceError: not readable as a page, over a bound, or a server's word that there is none.
    """
    text = page if isinstance(page, str) else decode(page, name, charset)
    found, entries = _extract(text, name, url)
    day = published or dates.read(found.get("date") or "")
    told = stamps.put_back(_tidy(found.get("text") or ""), entries, day)
    body, removed = furniture.remove(told)
    address, title = url or clean(found.get("url"), 2000), clean(found.get("title"))
    if is_error_page(title, body):
        what = f"is an error page ({title!r}), not an article; fetch it again, or leave it out"
        raise SourceError(name, what)
    return finish(
        body,
        name,
        title=title,
        url=address,
        published=day or date_line(body),
        source=clean(found.get("sitename")) or _host(address),
        author=clean(found.get("author")),
        declared=found.get("language"),
        left_out=removed,
    )


def text_of(markup: str, name: str) -> str:
    """The text of a piece of HTML that is an article and nothing else; each paragraph a line.

    Args:
        markup: the piece, as a feed holds it.
        name: what to call it in errors.

    Raises:
        SourceError: it cannot be read as HTML.
    """
    whole = f"<html><body><article>{markup}</article></body></html>"
    return _tidy(_extract(whole, name, None)[0].get("text") or "")


def _extract(
    text: str, name: str, url: str | None
) -> tuple[dict[str, str | None], tuple[stamps.Stamp, ...]]:
    """What a page holds, and the stamps over its entries where it is a live blog."""
    # Imported here: it takes longer to import than the rest of the package together.
    import trafilatura

    # It logs every flaw of a page; what matters of them is in the error or the omissions.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        tree = trafilatura.load_html(text)
        if tree is None:  # a fragment, which is taken for HTML inside a body only
            tree = trafilatura.load_html(f"<html><body><div>{text}</div></body></html>")
        for element in tree.xpath(_HIDDEN) if tree is not None else ():
            element.drop_tree()
        document = trafilatura.bare_extraction(
            copy.deepcopy(tree),
            url=url,
            with_metadata=True,
            date_extraction_params=dict(_DATES),
            **_OPTIONS,
        )
        if document is None:
            # A page too short or too plain for it: whatever paragraphs there are.
            return {"text": trafilatura.baseline(tree if tree is not None else text)[1]}, ()
    except Exception as error:  # the parsers under it fail in many ways on broken pages
        what = f"cannot be read as HTML ({type(error).__name__}); save its text as .txt instead"
        raise SourceError(name, what) from error
    wanted = ("text", "title", "url", "sitename", "author", "language")
    found = {"date": _date(tree, text), **{key: getattr(document, key) for key in wanted}}
    return found, stamps.stamps_of(tree)


def _date(tree: Any, page: str) -> str | None:
    """The page's own date of publication, ISO 8601."""
    from htmldate import find_date

    own = copy.deepcopy(tree)
    for element in own.xpath(_OF_OTHERS):
        element.drop_tree()
    found = find_date(own, **_DATES)
    # It reads 03/04/2025 as the third of April; a day is believed where it is written so that it
    # can mean nothing else.
    day = dates.read(found or "")
    return found if day and dates.written(day, page) else None


def _tidy(text: str) -> str:
    """Outer spaces of lines gone; lone surrogates replaced, so that it can be written as UTF-8."""
    text = "\n".join(filter(None, (line.strip() for line in text.split("\n"))))
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None
