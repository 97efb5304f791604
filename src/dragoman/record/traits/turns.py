"""Which of several happenings of a kind a report tells of: "a second round", "three more".

A number counts rounds, or what the trigger's word names. "The second visit this year" is counted
from a day that the next report counts from otherwise, so that of it only is known that one went
before. What sums up many happenings ("dozens of tests") is no report of the last of them, though it
has all of its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.numerals import counts

ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
"""Ordinals in words, from the first."""
_ONCE_MORE = ("another", "next", "further")
_ROUNDS = r"round|session|set|series|phase|wave|leg|stage|meeting"
_NTH = rf"(?P<nth>{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(_ONCE_MORE)})"
# What parts the trigger from words that are of another verb: "met on Friday and agreed to meet
# again".
_CLAUSE = (
    r"(?:(?!\b(?:and|but|after|before|when|while|which|who|that|because)\b|[,;:—]"
    r"|\bto (?!the\b|an?\b|its\b|his\b|her\b|their\b)[a-z])[^.])"
)
_SINCE = re.compile(
    r"\s*(?:\w+\s+)?(?:this|since|within|in (?:as many|an?|\d+|\w+ (?:day|week|month|year)s))\b"
)
_ROUND_OF = re.compile(
    rf"\b{_NTH}\s+(?:\w+\s+)?(?P<unit>{_ROUNDS})s?\s+(?:of|in)\s+(?:[\w.'’–-]+\s+){{0,4}}$"
)
_OWN = re.compile(rf"\b{_NTH}\s+(?P<between>(?:[\w.'’–-]+\s+){{0,2}})$")
_LATER = re.compile(
    rf"^{_CLAUSE}{{0,80}}?\b(?:for|in|into|on)\s+(?:an?|the|its|his|her|their)?\s*{_NTH}"
    rf"\s+(?:\w+\s+)?(?P<unit>{_ROUNDS}|time|visit|trip|talks|summit)s?\b"
)
_AGAIN_BEFORE = re.compile(r"\b(?:again|once more)\s+(?:\w+\s+)?$")
_AGAIN_AFTER = re.compile(rf"^{_CLAUSE}{{0,60}}?\b(?:again|once more)\b")
# "The third day of talks", "a second man was arrested", "the second largest attack".
_NO_TURN = re.compile(
    r"\b(?:day|week|month|year|anniversary|man|woman|person|people|\w+est|most|was|were|is|are|be"
    r"|been|has|have|had|will|would|of|in|and|to|on|at|for|by|with)\b"
)
_NUMBER = (
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty"
    r"|dozens|scores|hundreds|several|some|many)"
)
_FEW = r"(?:of\s+)?(?:(?:the|its|their|his|her|all|these|those)\s+)*"
# "The three remaining nuns", "the last two", "the rest of the crew"; not "last week".
_THE_REST = (
    rf"{_FEW}(?:{_NUMBER}\s+)?(?:remaining\b|rest\s+of\b)"
    rf"|{_FEW}(?:last|final|other)\s+(?:{_NUMBER}|of)\b"
    rf"|{_FEW}{_NUMBER}\s+(?:last|final|other)\b"
)
# "Three more teachers", "another two", "a further dozen"; not "more than 20".
_ANOTHER = (
    rf"{_NUMBER}\s+(?:more|others?)\b(?!\s+than)|another\s+\w+|(?:a\s+)?further\s+{_NUMBER}"
)
_ADVERB = r"(?:\w+ly\s+)?"
_BETWEEN = (
    r"(?:\s+(?!and\b|but\b|after\b|who\b|that\b|said\b|told\b)[\w'’-]+){0,9}?\s+(?:was|were|been|be|being)\s+"
)
_REST_AFTER = re.compile(rf"\s+{_ADVERB}(?:{_THE_REST})", re.IGNORECASE)
_MORE_AFTER = re.compile(rf"\s+{_ADVERB}(?:{_ANOTHER})", re.IGNORECASE)
_REST_BEFORE = re.compile(rf"\b(?:{_THE_REST}){_BETWEEN}{_ADVERB}$", re.IGNORECASE)
_MORE_BEFORE = re.compile(rf"\b(?:{_ANOTHER}){_BETWEEN}{_ADVERB}$", re.IGNORECASE)
_LEAST = 3
_PERFECT = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)
_SERIES = re.compile(
    r"\b(?:a\s(?:series|string|spate|succession|record\snumber)\sof|numerous|countless|repeated)\b",
    re.IGNORECASE,
)
# What stands between the number and what is counted: 'dozens of ballistic missile'.
_QUALITIES = re.compile(
    r"\s(?:of\s)?(?:(?!(?:in|at|on|by|for|with|to|from|and|of)\s)[\w’'-]+\s){0,4}"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """The place of a happening among those of its kind.

    Attributes:
        unit: what is counted; empty where no number is told that another report counts alike.
        number: from 1; None where only another is told to have gone before.
    """

    unit: str
    number: int | None

    @property
    def later(self) -> bool:
        """Whether one of its kind went before."""
        return self.number is None or self.number > 1


MORE = Turn("more", None)
"""It was done to others of those to whom it was done before."""
REST = Turn("rest", None)
"""It was done to those who were left."""


def turn_of(sentence: str, start: int, end: int) -> Turn | None:
    """The turn told of what the trigger at these characters of the sentence names; else None."""
    before, word, after = sentence[:start].lower(), sentence[start:end].lower(), sentence[end:]
    if found := _ROUND_OF.search(before):
        return _turn(found["nth"], found["unit"], after)
    own = _OWN.search(before)
    if own and not _NO_TURN.search(own["between"]):
        return _turn(own["nth"], word, after)
    if found := _LATER.search(after):
        rest = after[found.end() :]
        return _turn(found["nth"].lower(), found["unit"].lower(), rest)
    if _AGAIN_BEFORE.search(before) or _AGAIN_AFTER.search(after):
        return Turn("", None)
    return None


def _turn(nth: str, unit: str, after: str) -> Turn | None:
    if nth in _ONCE_MORE:
        return Turn("", None)
    number = ORDINALS.index(nth) + 1 if nth in ORDINALS else int(nth[:-2])
    if unit != "time" and not _SINCE.match(after):
        return Turn(unit, number)
    return Turn("", None) if number > 1 else None


def portion_of(sentence: str, start: int, end: int) -> Turn | None:
    """Whether it was done to the rest of them, or to more, as the trigger's object or subject says.

    Args:
        sentence: the sentence.
        start: where the trigger starts in it.
        end: where it ends.
    """
    before, after = sentence[:start], sentence[end:]
    if _REST_AFTER.match(after) or _REST_BEFORE.search(before):
        return REST
    return MORE if _MORE_AFTER.match(after) or _MORE_BEFORE.search(before) else None


def is_sum(sentence: str, start: int, end: int) -> bool:
    """Whether the noun from ``start`` to ``end`` counts what was done over time, in the perfect."""
    word, before = sentence[start:end].lower(), sentence[:start]
    if not word.endswith("s") or word.endswith("ss") or not _PERFECT.search(before):
        return False
    many = [count.end for count in counts(before) if count.low >= _LEAST]
    many += [match.end() for match in _SERIES.finditer(before)]
    return any(_QUALITIES.fullmatch(before[number:]) for number in many)
