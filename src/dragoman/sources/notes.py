"""What every article gets at the end, whatever it came from: bounds, language, what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from dragoman.article import Article, Omission
from dragoman.sources import language
from dragoman.sources.datelines import dateline
from dragoman.sources.decoding import check_length
from dragoman.sources.mojibake import mended

_LONGEST = 40  # characters that are shown of what is no date, or of an article
_MOST = 3  # values that are shown as examples
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))  # they cut words in two for a reader


@dataclass(frozen=True, slots=True)
class _Some:
    """How many articles something holds of, and the first few examples."""

    count: int = 0
    examples: tuple[str, ...] = ()

    def __add__(self, other: Self) -> Self:
        examples = tuple(dict.fromkeys(self.examples + other.examples))
        return type(self)(self.count + other.count, examples[:_MOST])

    def _shown(self) -> str:
        more = ", …" if self.count > len(self.examples) else ""
        return f"{self.count} ({', '.join(self.examples)}{more})"


@dataclass(frozen=True, slots=True)
class Misread(_Some):
    """What articles give as their day of publication where no day can be read from it.

    Attributes:
        count: how many articles do.
        examples: the first few such values, quoted.
    """

    @classmethod
    def of(cls, article: Article) -> Self:
        """That of one article; none where its day was understood, or none was given."""
        for omission in article.left_out:
            if omission.given is not None:
                return cls(1, (repr(omission.given),))
        return cls()

    def text(self) -> str:
        """For people: how many, the first few, and how to write them."""
        return (
            f"dates of publication not understood: {self._shown()}; "
            "write them as 2026-04-03, not later than today"
        )


@dataclass(frozen=True, slots=True)
class Foreign(_Some):
    """The articles that are not coded because they are not in English.

    Attributes:
        count: how many there are.
        examples: the first few: id, how it begins, and its language.
    """

    @classmethod
    def of(cls, article: Article) -> Self:
        """That of one article; none where it is not left out for its language."""
        if all(omission.reason != "language" for omission in article.left_out):
            return cls()
        name = clean(article.id, 2 * _LONGEST)
        opening = clean(article.title or article.text, _LONGEST)
        return cls(1, (f"{name} {opening!r} in {language.name_of(article.language)}",))

    def text(self) -> str:
        """For people: how many, and which the first few are."""
        return f"not in English, so not coded: {self._shown()}"


def finish(
    text: str,
    where: str,
    *,
    identifier: str = "",
    title: str | None = None,
    url: str | None = None,
    published: date | None = None,
    source: str | None = None,
    author: str | None = None,
    declared: str | None = None,
    misread: str | None = None,
    left_out: Iterable[Omission] = (),
) -> Article:
    """The article of ``text`` with its language judged and what is missing noted.

    Where nothing else tells the day of publication, the dateline at the head of the text does
    (see `dragoman.sources.datelines`), and the agency in it names the source of a text that has
    neither source nor address.

    Args:
        text: the text, as it is to stand in the article; soft hyphens and blanks of no width go,
            and letters that were misread (see `dragoman.sources.mojibake`) are mended.
        where: the file, address or row, for errors.
        identifier: its id, where it has one of its own.
        title: the headline.
        url: where it was published.
        published: day of publication, None when unknown.
        source: name or host of the outlet.
        author: byline.
        declared: language that the source claims; used where the text is too short to judge.
        misread: what is given as the day of publication where no day can be read from it.
        left_out: what is known to be left out so far.

    Raises:
        SourceError: the text is over the bound.
    """
    check_length(text, where)
    text = mended(text.translate(_UNSEEN))
    title = mended(title) if title else title
    noted = list(left_out)
    if published is None and (head := dateline(text)):
        published = head.day
        source = source or (None if url else head.agency)
    judged = language.judge(text) or code(declared)
    foreign = language.omission(judged, len(text))
    if not text.strip():
        noted.append(Omission("empty", "no article text was found; check that the page holds one"))
    elif foreign:
        noted.append(foreign)
    if published is None:
        noted.append(_no_date(misread))
    return Article(
        text,
        id=identifier,
        title=title,
        url=url,
        published=published,
        source=source,
        language=judged,
        author=author,
        left_out=tuple(noted),
    )


def _no_date(misread: str | None) -> Omission:
    given = clean(misread, _LONGEST)
    found = "found" if given is None else f"understood in {given!r}"
    detail = (
        f"no publication date was {found}: days without a year stay unknown; "
        "give one as 'published', YYYY-MM-DD"
    )
    return Omission("date", detail, given=given)


def code(declared: str | None) -> str | None:
    """The two-letter code of a declared language such as ``en-GB``; None for anything else."""
    short = (declared or "").strip().lower()[:2]
    rest = (declared or "").strip()[2:3]
    return short if len(short) == 2 and short.isalpha() and rest in {"", "-", "_"} else None


def clean(value: str | None, limit: int = 500) -> str | None:
    """One line of metadata: outer and repeated spaces gone, None when empty, cut at ``limit``."""
    line = " ".join((value or "").split())[:limit]
    return line or None
