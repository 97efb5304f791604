"""The article: one text as received, with what is known of its origin."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from dragoman.days import as_day
from dragoman.letters import fold

OmissionReason = Literal["furniture", "language", "date", "empty", "size"]

_WORD = re.compile(r"\w+")
_SITE = re.compile(r"\s+[-|]\s+(?:[A-Z][\w.&']*\s?){1,4}$")  # a site's name at a title's end
_OUTLET = re.compile(r"\s+[-–—|]\s+")  # what parts the headline of a page from its site's name
# The fields of words beside the text, and what to write where one is given as something else.
_WORDS = ("id", "title", "url", "source", "language", "author")
_ADVICE = {"id": "write str() of it", "author": "join the names of several with a comma"}
_TOP = 3  # lines, of which a kicker or a byline may stand over the headline
_TOP_LENGTH = 2_000  # characters in which they stand


@dataclass(frozen=True, slots=True)
class Omission:
    """Something that was left out of the coding, and why.

    Attributes:
        reason: ``furniture`` (page furniture: related headlines, comment forms, share bars),
            ``language`` (the text is not English), ``date`` (no publication date is known),
            ``empty`` (no text found), ``size`` (over a bound).
        detail: one line for people: what was left out and what to do about it.
        start: first character in ``Article.text``, where the text still stands there; else None.
        end: one past the last character, or None.
        given: of a ``date`` what is given as one, where no day can be read from it, cut short.
    """

    reason: OmissionReason
    detail: str
    start: int | None = None
    end: int | None = None
    given: str | None = None

    def further(self, by: int) -> Omission:
        """The same, of a text before which ``by`` characters were put."""
        if self.start is None or self.end is None:
            return self
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Article:
    """One article. All offsets everywhere count characters of ``text``, end exclusive.

    Attributes:
        text: plain text as published. Each line is a paragraph, which no sentence leaves: of a
            text that is hard-wrapped join the lines first, with `dragoman.sources.unwrapped`.
        id: identifier, unique within a collection; when absent made of the URL, or else of the
            text, or of the title where there is no text.
        title: the headline, which may or may not stand in ``text`` too.
        url: where it was published.
        published: day of publication in the outlet's own time zone; None when unknown.
        source: name or host of the outlet.
        language: ISO 639-1 code of the text's language; None when not known.
        author: byline, as published.
        left_out: what was left out of the text or is not to be coded in it, and why.

    Raises:
        TypeError: ``published`` is no date, or another field no string; of a datetime the day is
            taken.
    """

    text: str
    id: str = ""
    title: str | None = None
    url: str | None = None
    published: date | None = None
    source: str | None = None
    language: str | None = None
    author: str | None = None
    left_out: tuple[Omission, ...] = field(default=())

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise TypeError(f"an article's text is a string, not {type(self.text).__name__}")
        for name in _WORDS:
            if not isinstance(value := getattr(self, name), str | None):
                advice = _ADVICE.get(name, "leave it out where it is not known")
                raise TypeError(f"an article's {name} is a string, not {value!r:.80}; {advice}")
        object.__setattr__(self, "published", as_day("published", self.published))
        if not self.id:
            basis = self.url or self.text or self.title or ""
            digest = hashlib.sha256(basis.encode("utf-8", "surrogatepass")).hexdigest()
            object.__setattr__(self, "id", digest[:16])

    def dated(self, day: date | None) -> Article:
        """The article as published on ``day``, where it has no day of its own."""
        if day is None or self.published is not None:
            return self
        left = tuple(omission for omission in self.left_out if omission.reason != "date")
        return replace(self, published=day, left_out=left)

    def headed(self) -> Article:
        """The article with its headline as the first paragraph of its text.

        The same where the text has it at its head already (letter case, accents and signs aside,
        and what a title has of the outlet behind a dash or bar), where it has none, and where the
        text is not to be coded. Where there is no text the headline is all of it, but for a site's
        name at its end. The id stays; offsets count in the text that this one has.
        """
        title = " ".join((self.title or "").split())
        if not self.is_codable or _stands_at_head(title, self.text):
            return self
        if not self.text.strip():
            return replace(self, text=alone(title))
        further = len(title) + 1
        left = tuple(omission.further(further) for omission in self.left_out)
        return replace(self, text=f"{title}\n{self.text}", left_out=left)

    @property
    def is_codable(self) -> bool:
        """False where the whole text is left out: not English, empty, or over a bound."""
        return not any(o.reason in ("language", "empty", "size") for o in self.left_out)


def alone(title: str) -> str:
    """A headline as all of a text: without a site's name at its end."""
    return _SITE.sub("", title) or title


def _stands_at_head(title: str, text: str) -> bool:
    """Whether a text has the title, or a title without a word, in one of its first lines."""
    whole, own = _words(title), _words(_OUTLET.split(title)[0])
    rest = text[:_TOP_LENGTH].lstrip()
    for _ in range(_TOP):
        line, _, below = rest.partition("\n")
        if _words(rest)[: len(whole)] == whole or (own != whole and _words(line) == own):
            return True
        rest = below.lstrip()
    return False


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
