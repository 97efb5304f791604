"""RSS and Atom files: each entry is an article.

A feed is cut into its entries before any is read as XML, so that damage in one spoils no other. No
entity of its own is expanded, no address in it is looked at, and it is bounded like any file.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from dragoman.article import Article, alone
from dragoman.sources import dates, furniture
from dragoman.sources.decoding import MAX_BYTES, decode
from dragoman.sources.errors import SourceError
from dragoman.sources.markup import local, markup_of, parsed
from dragoman.sources.notes import clean, finish
from dragoman.sources.raw import Raw
from dragoman.sources.records import CODE_TITLE

# The atomic groups keep a page of ten thousand comments from being tried in every combination.
_OPENING = re.compile(
    r"(?>(?:\ufeff|\s|<!--.*?-->|<\?.*?\?>|<!DOCTYPE\s[^<>\[]*(?:\[.*?\]\s*)?>)*)"
    r"(?P<root><(?P<name>rss|(?:[\w.-]+:)?feed|rdf:RDF)(?=[\s>/])[^<>]*>)",
    re.DOTALL,
)
# What looks like a tag in a comment or in CDATA is none.
_TAGS = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<(/?)(?:[\w.-]+:)?(?:item|entry)(?=[\s>])[^<>]*>",
    re.DOTALL,
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&[#\w]+;")
_BEGINNING = 20_000
_SHOWN = 60  # characters of what is no article
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# Names of elements without their namespace, the first that says anything counts.
_TEXT = (("encoded", "content"), ("description", "summary"))
_DAY = ("published", "pubDate", "issued", "date", "updated", "modified")
_AUTHOR = ("creator", "author")


def is_feed(start: bytes) -> bool:
    """Whether a file that begins thus is an RSS or Atom feed."""
    wide = start[:2] in (b"\xff\xfe", b"\xfe\xff")
    return begins_feed(start[:_BEGINNING].decode("utf-16" if wide else "utf-8", "ignore"))


def begins_feed(text: str) -> bool:
    """Whether a text that begins thus is an RSS or Atom feed."""
    return bool(_OPENING.match(text))


def feed_entries(stream: io.BufferedIOBase, name: str) -> Iterator[Raw | SourceError]:
    """The entries of a feed, not read as articles yet; a damaged one is yielded as its error.

    Args:
        stream: the file, from its beginning.
        name: what to call it in errors.

    Raises:
        SourceError: it is over a bound, no text, or declares entities of its own.
    """
    text = _CONTROLS.sub("", decode(stream.read(MAX_BYTES + 1), name))
    opening = _OPENING.match(text)
    if opening is None:
        raise SourceError(name, "begins like a feed and is none; give RSS or Atom")
    if "<!ENTITY" in text[: opening.end()]:
        what = "declares entities of its own (<!ENTITY), which are not read; take them out"
        raise SourceError(name, what)
    root, closing = opening["root"].removesuffix("/>").removesuffix(">"), f"</{opening['name']}>"
    told: dict[str, str] | None = None
    line, counted, number = 1, 0, 0
    for start, end, whole in _cut(text, opening.end()):
        if told is None:
            told = _head(f"{root}>{text[opening.end() : start]}{closing}")
        line, counted, number = line + text.count("\n", counted, start), start, number + 1
        where = f"{name} entry {number} (line {line})"
        if not whole:
            yield SourceError(where, "is cut off, without its end; fetch the feed again")
            continue
        try:
            entry = parsed(f"{root}>{text[start:end]}{closing}")[0]
        except (ValueError, IndexError) as error:
            yield SourceError(where, f"is damaged XML ({str(error)[:200]}); passed over")
            continue
        yield Raw(where, "entry", _row(entry, told))
    if not number:
        yield SourceError(name, "is a feed without entries; nothing is in it")


def from_entry(row: Mapping[str, Any], name: str, *, headlines: bool = False) -> Article:
    """The article of an entry, its markup taken out.

    Args:
        row: what `feed_entries` tells of it.
        name: what to call it in errors.
        headlines: whether an entry that has a title and no text is taken for an article whose text
            is its title, but for a site's name at its end.

    Raises:
        SourceError: it has no text, or its text is over a bound or cannot be read.
    """
    given_text = _plain(row.get("html") or "", name)
    body, removed = furniture.remove(given_text)
    title = clean(_plain(row.get("title") or "", name))
    if not body.strip():
        if not (headlines and title):
            found = " ".join(given_text.split())[:_SHOWN]
            lacks = f"has no text but {found!r}" if found else "has neither content nor a summary"
            or_title = f", {CODE_TITLE}" if title else ""
            raise SourceError(name, f"{lacks}; give the article at its link instead{or_title}")
        body, removed = alone(title), ()
    given = row.get("published")
    day = dates.stated(given)
    return finish(
        body,
        name,
        identifier="" if row.get("url") else clean(row.get("id")) or "",
        title=title,
        url=row.get("url"),
        published=day,
        misread=given if given and not day else None,
        source=clean(_plain(row.get("source") or "", name)),
        author=clean(row.get("author")),
        declared=row.get("language"),
        left_out=removed,
    )


def _cut(text: str, after: int) -> Iterator[tuple[int, int, bool]]:
    """Where each entry begins and ends, and whether its end is there."""
    begun: int | None = None
    for tag in _TAGS.finditer(text, after):
        if tag[1] is None:
            continue
        if not tag[1]:
            if begun is not None:
                yield begun, tag.start(), False
            begun = tag.start()
        elif begun is not None:
            yield begun, tag.end(), True
            begun = None
    if begun is not None:
        yield begun, len(text), False


def _head(text: str) -> dict[str, str]:
    """What a feed tells of itself before its first entry: its name, address and language."""
    root = parsed(text, damaged=True)
    if root is None:
        return {}
    channel = next((child for child in root if local(child) == "channel"), root)
    found = {
        "source": _value(channel, "title"),
        "link": _link(channel),
        "language": _value(channel, "language") or root.get(_LANG) or channel.get(_LANG) or "",
    }
    return {name: value for name, value in found.items() if value}


def _row(entry: Any, told: Mapping[str, str]) -> dict[str, str]:
    """What an entry tells, markup and all; what it does not is taken from its feed."""
    texts = (
        max((markup_of(child) for child in entry if local(child) in names), key=len, default="")
        for names in _TEXT
    )
    link = _absolute(_link(entry), told.get("link", ""))
    identifier = _value(entry, "guid", "id")
    source = next((child for child in entry if local(child) == "source"), None)
    named = "" if source is None else _value(source, "title") or (source.text or "").strip()
    author = next((child for child in entry if local(child) in _AUTHOR), None)
    by = "" if author is None else _value(author, "name") or (author.text or "").strip()
    found = {
        "html": next(filter(None, texts), ""),
        "title": _value(entry, "title"),
        "url": link,
        "id": identifier,
        "published": _value(entry, *_DAY),
        "source": named or told.get("source", ""),
        "author": by,
        "language": _value(entry, "language") or entry.get(_LANG) or told.get("language", ""),
    }
    return {name: value for name, value in found.items() if value}


def _absolute(link: str, base: str) -> str:
    """The address of a link in a feed at ``base``; empty where it is no web address."""
    try:
        whole = urljoin(base, link) if link else ""
    except ValueError:  # a bracket that opens no address of IPv6
        return ""
    return whole if whole.lower().startswith(("http://", "https://")) else ""


def _link(parent: Any) -> str:
    """The address of what an element tells of: Atom's alternate link, RSS's link, else its guid."""
    for child in parent:
        if local(child) == "link":
            if child.get("href") and child.get("rel", "alternate") == "alternate":
                return str(child.get("href")).strip()
            if child.text and child.text.strip():
                return str(child.text).strip()
    guids = (child for child in parent if local(child) == "guid")
    own = next((guid for guid in guids if guid.get("isPermaLink") != "false"), None)
    return "" if own is None else (own.text or "").strip()


def _value(parent: Any, *names: str) -> str:
    """The text of the first of these children that has any."""
    for name in names:
        for child in parent:
            if local(child) == name and (text := markup_of(child).strip()):
                return text
    return ""


def _plain(markup: str, name: str) -> str:
    """The text of a piece of HTML, each paragraph a line."""
    if not _MARKUP.search(markup):
        return "\n".join(filter(None, map(str.strip, markup.splitlines())))
    from dragoman.sources.pages import text_of

    return text_of(markup, name)
