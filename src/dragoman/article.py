"""The article: one text as received, with what is known of its origin."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal

OmissionReason = Literal["furniture", "language", "date", "empty", "size"]


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


@dataclass(frozen=True, slots=True)
class Article:
    """One article. All offsets everywhere count characters of ``text``, end exclusive.

    Attributes:
        text: plain text as published. Each line is a paragraph, which no sentence leaves: of a
            text that is hard-wrapped join the lines first, with `dragoman.sources.unwrapped`.
        id: identifier, unique within a collection; made of the URL or else of the text when absent.
        title: the headline, which may or may not stand in ``text`` too.
        url: where it was published.
        published: day of publication in the outlet's own time zone; None when unknown.
        source: name or host of the outlet.
        language: ISO 639-1 code of the text's language; None when not known.
        author: byline, as published.
        left_out: what was left out of the text or is not to be coded in it, and why.

    Raises:
        TypeError: ``text`` is no string, or ``published`` no date; of a datetime the day is taken.
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
        if isinstance(self.published, datetime):
            object.__setattr__(self, "published", self.published.date())
        if not isinstance(self.published, date | None):
            advice = "write datetime.date(2025, 7, 23), or date.fromisoformat of a text"
            raise TypeError(f"published is a date, not {self.published!r}; {advice}")
        if not self.id:
            basis = self.url or self.text
            digest = hashlib.sha256(basis.encode("utf-8", "surrogatepass")).hexdigest()
            object.__setattr__(self, "id", digest[:16])

    def dated(self, day: date | None) -> Article:
        """The article as published on ``day``, where it has no day of its own."""
        if day is None or self.published is not None:
            return self
        left = tuple(omission for omission in self.left_out if omission.reason != "date")
        return replace(self, published=day, left_out=left)

    @property
    def is_codable(self) -> bool:
        """False where the whole text is left out: not English, empty, or over a bound."""
        return not any(o.reason in ("language", "empty", "size") for o in self.left_out)
