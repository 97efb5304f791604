"""JSON articles and JSON Lines. Offsets count in their text as given."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import IO, Any

from dragoman.article import Article, alone
from dragoman.letters import whole
from dragoman.sources import dates, furniture
from dragoman.sources.decoding import MAX_BYTES
from dragoman.sources.errors import SourceError
from dragoman.sources.notes import clean, finish
from dragoman.sources.raw import Raw
from dragoman.sources.streams import unpacked
from dragoman.sources.wrapping import unwrapped

# Names that a field goes by, ours first, then those that libraries, feeds and schema.org write.
TEXT = ("text", "maintext", "body", "articleBody", "content")
_PUBLISHED = (
    "published", "published_at", "publishedAt", "published_date", "publishedDate", "published_on",
    "date_publish", "date_published", "datePublished", "publish_date", "publishDate",
    "publication_date", "publicationDate", "pub_date", "pubDate", "pubdate", "date",
)  # fmt: skip
_SOURCE = ("source", "source_domain", "outlet", "publisher")
_AUTHOR = ("author", "authors", "byline")
TITLE = ("title", "headline")
_LANGUAGE = ("language", "lang")

FIELDS = frozenset({"id", "url", *TEXT, *_PUBLISHED, *_SOURCE, *_AUTHOR, *TITLE, *_LANGUAGE})
"""Every name of a field that is read."""

CODE_TITLE = "or have its title coded with --headlines"
"""What can be done about what has a title and no text."""


def from_json(
    data: str | Mapping[str, Any],
    *,
    name: str = "article.json",
    published: date | None = None,
    url: str | None = None,
    headlines: bool = False,
) -> Article:
    """The article of a JSON object, given as its text or already read.

    Its text is kept character for character, so that offsets count in the text as given; only a
    lone surrogate, which no file can hold, gives way to one U+FFFD, and the line ends within
    hard-wrapped paragraphs to blanks, as many as the characters were. Furniture in the text is
    marked in ``left_out`` with its offsets.

    Args:
        data: one object with ``text`` (or ``maintext``) and, as known, ``title``, ``url``,
            ``published`` (or ``date_publish``), ``source``, ``authors``, ``language``, ``id``; all
            names are told in docs/scale.md.
        name: what to call it in errors.
        published: overrides the object's own date.
        url: overrides the object's own address.
        headlines: whether an object that has a title and no text is taken for an article whose
            text is its title, but for a site's name at its end.

    Raises:
        SourceError: not JSON, no object, no field for the text or nothing in it, or over a bound.
    """
    row = data if isinstance(data, Mapping) else _parse(data, name)
    text, title = _field(row, TEXT), _line(row, TITLE)
    if text is not None and not isinstance(text, str):
        what = f"'text' is {type(text).__name__}, expected a string; correct it"
        raise SourceError(name, what)
    if not text or not text.strip():
        if not (headlines and title):
            raise SourceError(name, _without_text(row, title))
        text = alone(title)
    text = unwrapped(whole(text), same_length=True)
    told = [row[key] for key in _PUBLISHED if str(row.get(key) or "").strip()]
    day = published or next(filter(None, map(dates.stated, told)), None)
    return finish(
        text,
        name,
        identifier=_identifier(row),
        title=title,
        url=url or _line(row, ("url",), 2000),
        published=day,
        misread=whole(str(told[0])) if told and not day else None,
        source=_line(row, _SOURCE),
        author=_line(row, _AUTHOR),
        declared=_line(row, _LANGUAGE),
        left_out=furniture.find(text),
    )


def read_lines(
    stream: IO[bytes] | IO[str] | str | Path,
    *,
    name: str | None = None,
    headlines: bool = False,
) -> Iterator[Article | SourceError]:
    """Read JSON Lines, one article a line, within bounded memory.

    A damaged line, or one whose text is null or empty, is yielded as the error that names it, and
    the rest goes on; blank lines are passed over.

    Args:
        stream: an open file, binary or text, or the path of one; gzip and Zstandard are undone.
        name: what to call it in errors; else the path.
        headlines: as in `from_json`.

    Raises:
        SourceError: the file cannot be opened.
    """
    if isinstance(stream, (str, Path)):
        yield from _read_path(Path(stream), name or str(stream), headlines)
        return
    called = name or str(getattr(stream, "name", "") or "JSON Lines")
    for row in raw_lines(stream, called):
        yield row if isinstance(row, SourceError) else row.read(headlines=headlines)


def raw_lines(stream: IO[bytes] | IO[str], name: str) -> Iterator[Raw | SourceError]:
    """The lines of JSON Lines that hold something, not read yet; what is too long is an error."""
    number = 0
    while True:
        try:
            line = stream.readline(MAX_BYTES + 1)
        except (OSError, EOFError, ValueError, ArithmeticError) as error:
            yield SourceError(f"{name} line {number + 1}", f"cannot be read on ({error})")
            return
        if not line:
            return
        number += 1
        where = f"{name} line {number}"
        if len(line) > MAX_BYTES:
            yield SourceError(where, f"is over {MAX_BYTES // 2**20} MiB; split it")
            if not _pass_over(stream):
                yield SourceError(where, "cannot be read to its end; the rest is left")
                return
        elif line.strip():
            data = line if isinstance(line, bytes) else line.encode("utf-8", "surrogatepass")
            yield Raw(where, "line", data)


def from_line(line: bytes, where: str, *, headlines: bool = False) -> Article:
    """The article of one line of JSON Lines; ``headlines`` as in `from_json`.

    Raises:
        SourceError: not UTF-8, or as `from_json`.
    """
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"is not UTF-8 (byte {error.start + 1}); save the file as UTF-8"
        raise SourceError(where, what) from error
    return from_json(text, name=where, headlines=headlines)


def _read_path(path: Path, called: str, headlines: bool) -> Iterator[Article | SourceError]:
    try:
        file = path.open("rb")
    except (OSError, ValueError) as error:
        raise SourceError(called, f"cannot be opened ({error}); check the path") from error
    with file:
        yield from read_lines(unpacked(file, called) or file, name=called, headlines=headlines)


def _pass_over(stream: IO[bytes] | IO[str]) -> bool:
    """Read to the end of a line that is too long to keep; False where the stream fails in it."""
    try:
        while part := stream.readline(2**20):
            if part[-1:] in (b"\n", "\n"):
                return True
    except (OSError, EOFError, ValueError, ArithmeticError):
        return False
    return True


def _parse(text: str, name: str) -> Mapping[str, Any]:
    try:
        row = json.loads(text)
    except RecursionError as error:
        raise SourceError(name, "is JSON nested too deep; give one flat object") from error
    except ValueError as error:
        raise SourceError(name, f"is not JSON ({str(error)[:200]}); correct or drop it") from error
    if isinstance(row, Mapping):
        return row
    kind = f"a list of {len(row)}" if isinstance(row, list) else type(row).__name__
    raise SourceError(
        name, f"is {kind}, expected one JSON object; write one object a line (.jsonl)"
    )


def _without_text(row: Mapping[str, Any], title: str | None) -> str:
    """What is wrong with a row without a text, and what to do about it."""
    or_title = f", {CODE_TITLE}" if title else ""
    if any(key in row for key in TEXT):
        return f"its text is empty; give the article's text{or_title}, or drop it"
    keys = ", ".join(sorted(str(key) for key in row)[:8]) or "no field at all"
    return f"has no field 'text' (or 'maintext'), but {keys}; add it{or_title}"


def _field(row: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    """The first of the fields that says anything."""
    return next((row[key] for key in names if row.get(key) not in (None, "", [])), None)


def _line(row: Mapping[str, Any], names: tuple[str, ...], limit: int = 500) -> str | None:
    value = _field(row, names)
    if isinstance(value, Mapping):  # schema.org's {"name": ...}
        value = value.get("name")
    if isinstance(value, list):
        value = ", ".join(part for part in value if isinstance(part, str))
    return clean(whole(value), limit) if isinstance(value, str) else None


def _identifier(row: Mapping[str, Any]) -> str:
    given = row.get("id")
    if isinstance(given, (str, int)) and not isinstance(given, bool) and str(given).strip():
        return whole(str(given).strip()[:500])
    return ""
