"""What a rule of the grammar is and gives, and the small patterns that rules are built from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from .lexicon import Lexicon, alternatives, lexicon
from .senses import Sense

DIGITS = "#"
"""The key under which a rule stands whose first word begins with a digit."""

SPACE = r"\s{1,3}"
UNITS = r"(?P<unit>minute|hour|day|night|week|fortnight|month|year|decade|century|centurie)s?\b"
YEAR_OF = r"(?P<which>last|this|next|that)\s{1,3}year\b"
TURNS = {"last": -1, "this": 0, "next": 1}
"""How many years or months from that of publication 'last', 'this' and 'next' lie."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A match of a rule.

    Attributes:
        text: the whole text.
        match: the match of the rule's pattern.
        published: day of publication, or None.
        joined: True where a range has been begun before it ('2003 and' 2011), so that a bare
            number may be a year.

    """

    text: str
    match: re.Match[str]
    published: date | None
    joined: bool

    def __getitem__(self, group: str) -> str:
        """The text of a named group, lower case; empty where there is none in this match."""
        if group not in self.match.re.groupindex:
            return ""
        return (self.match[group] or "").lower()

    def before(self, length: int = 24) -> str:
        """Up to ``length`` characters in front of the match."""
        start = self.match.start()
        return self.text[max(0, start - length) : start]

    def next_word(self) -> str:
        """The word after the match, if only a space stands between; else empty."""
        end = self.match.end()
        found = re.compile(r"\s(\w{1,30})").match(self.text, end)
        return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class Found:
    """A reading of the words from where it was tried to ``end``.

    Attributes:
        end: one past the last character read.
        sense: what the words mean.
        clocked: whether a time of day stands in front.
        both_ends: whether it is a range told by its two ends ('8 to 10 June').

    """

    end: int
    sense: Sense
    clocked: bool = False
    both_ends: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the first words it can begin with, and how its match is read.

    Attributes:
        pattern: tried only at the first character of a word.
        starts: first words, lower case, or `DIGITS`; an index over them keeps the search quick.
        sense: reads a match; None where the words are no time expression after all.

    """

    pattern: re.Pattern[str]
    starts: frozenset[str]
    sense: Callable[[Hit], Sense | None]


def rule(pattern: str, starts: Iterable[str], sense: Callable[[Hit], Sense | None]) -> Rule:
    """Compile a rule; ``starts`` may hold phrases, of which the first word counts."""
    first_words = (re.split(r"[\s.’'-]", word)[0].lower() for word in starts)
    return Rule(re.compile(pattern), frozenset(first_words), sense)


@dataclass(frozen=True, slots=True)
class Pieces:
    """Patterns made of the lexicon. Names are matched capitalised or in capitals only."""

    month: str
    month_name: str
    weekday: str
    weekday_name: str
    number: str
    ordinal: str
    season: str
    words: Lexicon


@lru_cache(maxsize=1)
def pieces() -> Pieces:
    """Build the shared patterns, once."""
    words = lexicon()
    return Pieces(
        month=_with_abbreviations(words.months, words.month_names),
        month_name=_names(words.month_names) + r"(?!\w)",
        weekday=_with_abbreviations(words.weekdays, words.weekday_names),
        weekday_name=_names(words.weekday_names) + r"(?!\w)",
        number=r"(?:\d{1,3}|(?i:" + alternatives(words.cardinals) + r"))(?!\w)",
        ordinal=r"(?i:" + alternatives(words.ordinals) + r")(?!\w)",
        season=r"(?i:" + alternatives(words.seasons) + r")(?!\w)",
        words=words,
    )


def _with_abbreviations(words: Iterable[str], full: Iterable[str]) -> str:
    """Full names, or abbreviations, which alone take a full stop."""
    names = {name.lower() for name in full}
    short = _names(word for word in words if word not in names)
    return rf"(?:{_names(full)}(?![A-Za-z])|{short}(?![A-Za-z])\.?)"


def _names(words: Iterable[str]) -> str:
    forms = [form for word in words for form in (word.capitalize(), word.upper())]
    return alternatives(forms)


def is_number(word: str) -> bool:
    """Whether `counted` knows the value of the word."""
    return word.isdecimal() or word.lower() in pieces().words.cardinals


def counted(number: str) -> int:
    """The value of a number in digits or words."""
    squeezed = " ".join(number.lower().split())
    return int(squeezed) if squeezed.isdigit() else pieces().words.cardinals[squeezed]


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return pieces().words.months[name.lower().rstrip(".")]


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 for a weekday's name or abbreviation."""
    return pieces().words.weekdays[name.lower().rstrip(".")]


def counts_something(hit: Hit) -> bool:
    """Whether the number that ends the match counts the noun after it ('2000 soldiers')."""
    return hit.next_word() in pieces().words.counted
