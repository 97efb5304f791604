"""Plain text, as copied from a browser: headline, byline and date line found, furniture removed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import islice

from dragoman.article import Article
from dragoman.sources import dates, furniture
from dragoman.sources.notes import clean, finish
from dragoman.sources.page_lines import headline_like
from dragoman.sources.wrapping import unwrapped

_TOP = 14  # lines with text, from the top, among which a date line or byline is looked for
_LEAD_WORDS = 12  # a line of more, closed like a sentence, is the article's first paragraph
_LONGEST_DATE_LINE = 140
_PUBLISHED = re.compile(r"\b(?:published|posted|first published|date|issued|created)\b", re.I)
_LABEL = re.compile(
    r"\b(?:(?:first |last |originally )?(?:published|posted|updated|modified|issued|created)"
    r"(?: (?:on|at|in))?|date|last update)\b",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(
    r"(?:^|[|•·,;:(–—>/-])\s*"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*)?"
    r"(?:\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?,?\s*)?(?:on\s+)?$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^(?:by|written by|reported by)\s*:?\s+(.{3,80})$", re.IGNORECASE)
_PRINTED = re.compile(r"^published in .{3,60}$", re.IGNORECASE)


def from_text(
    text: str,
    *,
    name: str = "text",
    published: date | None = None,
    url: str | None = None,
) -> Article:
    """The article of a plain text, without page furniture.

    The headline above the first paragraph is the title; it stays in the text. The lines of
    hard-wrapped paragraphs are joined (see `unwrapped`): a line of the article's text is a
    paragraph, and offsets count in that text.

    Args:
        text: the text; any line ends.
        name: what to call it in errors.
        published: overrides the date line.
        url: where it was published, if known.

    Raises:
        SourceError: the text is over the bound.
    """
    whole = unwrapped(text.replace("\r\n", "\n").replace("\r", "\n").strip())
    body, removed = furniture.remove(whole)
    lines = _top(body)
    title = _title(lines)
    return finish(
        body,
        name,
        title=title,
        url=url,
        published=published or _date(lines, title, whole),
        author=_author(lines, title),
        left_out=removed,
    )


def date_line(text: str) -> date | None:
    """The day in the date line near the top of ``text``, such as ``Published: July 23, 2025``."""
    lines = _top(text)
    return _date(lines, _title(lines), text)


def _top(text: str) -> list[str]:
    return list(islice((line.strip() for line in text.split("\n") if line.strip()), _TOP))


def _title(lines: Sequence[str]) -> str | None:
    """The headline: of the lines above the first paragraph the fullest that looks like one.

    A masthead, a menu or an offer to subscribe may stand above it; each is shorter.
    """
    if len(lines) < 2:
        return None
    candidates: list[str] = []
    for line in lines:
        if not headline_like(line) and len(line.split()) > _LEAD_WORDS:
            break
        dated = _is_date_line(line) or _BYLINE.match(line)
        if headline_like(line) and len(line.split()) >= 2 and not dated:
            candidates.append(line)
    return clean(max(candidates, key=lambda line: len(line.split()))) if candidates else None


def _author(lines: Sequence[str], title: str | None) -> str | None:
    for line in lines[:6]:
        match = _BYLINE.match(line) if line != title else None
        if match and headline_like(line):
            return clean(re.split(r"\s*[|•·]\s*|\s+[-–—]\s+|,\s", match.group(1))[0])
    return None


def _date(lines: Sequence[str], title: str | None, whole: str) -> date | None:
    """The day of the date line near the top; 'published' is believed before 'updated'."""
    found: list[tuple[bool, date]] = []
    for line in lines:
        if line == title:
            continue
        parts = re.split(r"\s*[|•·]\s*", line) if _is_date_line(line) else []
        dated = ((part, dates.read(part)) for part in parts)
        found += [(not _PUBLISHED.search(part), day) for part, day in dated if day]
    if found:
        return min(found, key=lambda item: item[0])[1]
    # Pages of printed papers close with "Published in <paper>, <day>".
    last = [line.strip() for line in whole.split("\n") if _PRINTED.match(line.strip())]
    return dates.read(last[-1]) if last else None


def _is_date_line(line: str) -> bool:
    """Whether ``line`` is about its own date, not a sentence or headline with a date in it."""
    if len(line) > _LONGEST_DATE_LINE:
        return False
    found = dates.find(line)
    if found is None:
        return False
    before = line[: found[1]]
    return bool(_BEFORE_DATE.search(before) or _LABEL.search(before)) and _is_short(line, found)


def _is_short(line: str, found: tuple[date, int, int]) -> bool:
    # A sentence that opens with a date goes on in words after it.
    after = line[found[2] :]
    words = [word for word in re.findall(r"\b[a-z]{3,}", after) if word not in _AROUND]
    return len(words) <= 1


_AROUND = frozenset(
    {
        "updated",
        "published",
        "posted",
        "last",
        "modified",
        "min",
        "read",
        "minute",
        "minutes",
        "hour",
        "hours",
        "day",
        "days",
        "ago",
        "gmt",
        "utc",
    }
)
