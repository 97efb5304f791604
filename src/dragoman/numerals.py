"""Counts in running text: '1,200', 'two hundred and fifty', 'dozens', 'between 20 and 30'.

A count is a closed range of whole numbers. What is open upwards ('at least nine', 'hundreds')
has no upper end; a loose plural stands for two of its kind or more. Numbers that are part of
something else ('$5', '3.5%', 'F-16', '34-year-old', '9/11') are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dragoman.tables import rows

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_GLUED = r"(?<![\w$£€¥#@/.,:’'=-])(?<!\w\()"
"""What a number is part of something else after; '=' and 'f(' are left-over markup."""
_APART = r"(?![\w%/:]|[.,]\d|-[A-Za-z]|\s?%)"
_AT_LEAST = r"at\s+least|more\s+than|over|upwards\s+of|no\s+(?:fewer|less)\s+than"
_UP_TO = r"up\s+to|as\s+many\s+as|at\s+most|(?:no\s+more|fewer|less)\s+than"
_SHORT = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}
_SMALL = {"half": 0.5, "a": 1.0, "an": 1.0}
_LEAST_OF_MANY = 2
_MANY = frozenset({"few", "several", "many"})
_WORD = re.compile(rf"{_DIGITS}|[a-z]+")


@dataclass(frozen=True, slots=True)
class Count:
    """A count and where it stands.

    Attributes:
        start: first character, of words such as 'at least' where they stand before the number.
        number: first character of the number itself.
        end: one past the last.
        low: the least that is meant.
        high: the most that is meant; None where it is open.
    """

    start: int
    number: int
    end: int
    low: int
    high: int | None


@lru_cache(maxsize=1)
def number_words() -> Mapping[str, tuple[int, str]]:
    """Value and kind (``unit``, ``ten``, ``scale``) of each number word, in lower case."""
    table = files("dragoman") / "numerals.tsv"
    return {r["word"]: (int(r["value"]), r["kind"]) for r in rows(table, ("word", "value", "kind"))}


def counts(text: str) -> Iterator[Count]:
    """The counts in ``text``, in order; no two overlap."""
    for match in _pattern().finditer(text):
        low, scale = _value(match["low"])
        high, high_scale = _value(match["and"] or match["to"] or match["low"])
        if scale == 1 and low * high_scale < high:
            low *= high_scale  # '10 to 20 thousand'
        if low % 1 or high % 1 or not 1 <= low <= high:
            continue
        if match["up_to"]:
            low = 0
        most = None if match["at_least"] or match["loose"] else int(high)
        yield Count(match.start(), match.start("low"), match.end(), int(low), most)


def _value(number: str) -> tuple[float, int]:
    """The value of one number, and its last scale (1 where it has none)."""
    known = number_words()
    total, group, scale = 0.0, 0.0, 1
    for word in _WORD.findall(number.lower()):
        single = word if word in known else word.removesuffix("s")
        if word[0].isdigit():
            group += float(word.replace(",", ""))
        elif word in _SMALL:
            group = group or _SMALL[word]
        elif word in _MANY:
            group = _LEAST_OF_MANY
        elif word in _SHORT:
            group *= _SHORT[word]
        elif single in known:
            value, kind = known[single]
            plural = single != word and not group
            if kind != "scale" and not plural:
                group += value
                continue
            scale, group = value, (group or (_LEAST_OF_MANY if plural else 1)) * value
            if value >= 1000:
                total, group = total + group, 0.0
    return round(total + group, 6), scale


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """A count with its bound; built once from the table."""
    words = number_words()

    def kind(name: str) -> str:
        return "(?:" + "|".join(word for word, (_, k) in words.items() if k == name) + r")\b"

    unit, ten, scale = kind("unit"), kind("ten"), kind("scale")
    element = rf"(?:{ten}(?:[\s-]{unit})?|{unit})"
    lead = rf"(?:{element}|half\s+an?|half|an?)"
    term = rf"(?<!\d\s)(?:{lead}\s+)?{scale}(?:\s+{scale})*"
    plural = "(?:" + "|".join(w for w, (_, k) in words.items() if k == "scale") + r"|ten)s\b"
    loose = (
        rf"(?:{plural}(?:\s+of\s+{plural})?|(?:a\s+few|several|many)\s+{scale}(?:\s+{scale})?)"
    )
    spelt = rf"(?:{term}(?:\s+(?:and\s+)?{term})*(?:\s+(?:and\s+)?{element})?|{element})"
    number = rf"(?:{_DIGITS}(?:bn|mn|m|k)?(?:\s{scale}|(?!\w))|{spelt})"
    return re.compile(
        rf"{_GLUED}(?:(?P<at_least>(?:{_AT_LEAST})\s+)|(?P<up_to>(?:{_UP_TO})\s+))?"
        rf"(?:between\s+(?P<from>)(?=\S+\s)|)"
        rf"(?P<low>(?P<loose>{loose})|{number})"
        rf"(?:(?(from)\s+and\s+(?P<and>{number})|(?:\s+(?:to|or)\s+|\s?[-–]\s?)(?P<to>{number})))?"
        rf"{_APART}",
        re.IGNORECASE,
    )
