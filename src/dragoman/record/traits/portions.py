"""Whether a deed is told to be done to more of those to whom it was done before: "three more"."""

from __future__ import annotations

import re

from dragoman.record.traits.turns import MORE, REST, Turn

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
