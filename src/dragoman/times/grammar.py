"""The grammar of an expression: ``expression = [opener] part [joiner part]``.

A ``part`` is ``[edge] atom``: an opener is 'since', 'until', 'by', 'from', 'about'; an edge
'early', 'the end of'; a joiner 'to', '-', 'and'; the atoms are the rules of the other modules. The
longest reading wins. Every pattern is bounded and no part is nested, so that reading the words at
one place takes a bounded time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from .anchored import anchored_rules
from .dateless import dateless_rules
from .dates import date_rules, has_two_ends
from .edges import edge_at, edge_starts, week_around, week_up_to
from .holidays import holiday_rules, known_day_rules
from .numeric import numeric_rules
from .openers import joins_any, opened, opener_at
from .periods import lasting_from
from .relative import CLOCK_BEFORE, relative_rules
from .replaced import is_replaced, new_date_at, old_date_at
from .rules import DIGITS, Found, Hit, Rule, counted, is_number
from .senses import Sense, adjoining, changed, ranged
from .spans import span_rules
from .years import year_rules

WORD = re.compile(r"[^\W_]+")
"""A word; an expression begins with one."""
_JOINER = re.compile(
    r"\s?[-–—]\s?|,?\s{1,3}(?:to|until|till|through)\s{1,3}|\s{1,3}(?:into|(?P<and>and))\s{1,3}"
)
_WEEK_OF = re.compile(
    r"(?i:the\sweek\s(?:of|beginning|starting|(?P<ending>ending|to)(?:\son)?)\s)(?=[\w])"
)
_LASTING = re.compile(
    r"(?i:for\s(?P<n>[\w-]{1,12})\s(?P<unit>day|week|month|year)s?,?\s"
    r"(?:from|starting(?:\son|\sfrom)?|beginning(?:\son)?)\s)(?=\w)"
)
_CLOCK_STARTS = frozenset((DIGITS, "midnight", "noon", "midday"))
_RULES = (
    known_day_rules, numeric_rules, date_rules, holiday_rules, year_rules, relative_rules,
    span_rules, anchored_rules, dateless_rules,
)  # fmt: skip
"""Of two readings of the same words the earlier rule's counts."""


@lru_cache(maxsize=1)
def _atoms() -> Mapping[str, tuple[Rule, ...]]:
    """The rules by the first words that they can begin with; built once."""
    index: dict[str, list[Rule]] = {}
    for rules in _RULES:
        for entry in rules():
            for word in entry.starts:
                index.setdefault(word, []).append(entry)
    return {word: tuple(entries) for word, entries in index.items()}


@dataclass(frozen=True, slots=True)
class Grammar:
    """Reads the words at a place of a text.

    Attributes:
        text: the text.
        published: its day of publication, or None.
    """

    text: str
    published: date | None

    def expression(self, begin: int) -> Found | None:
        """The longest reading of the words at ``begin``; None where they tell no time."""
        key = self._key(begin)
        opener = opener_at(self.text, begin, key)
        return _longer(self._opened(opener) if opener else None, self._range(begin, key))

    def replaced(self, begin: int) -> int | None:
        """Where the new date begins, where the words at ``begin`` tell the old: 'from 3 May to'.

        None where no date takes the place of another.
        """
        start = old_date_at(self.text, begin)
        old = self._part(start) if start is not None else None
        new = new_date_at(self.text, old.end) if old and not old.both_ends else None
        return new if new is not None and self._part(new) else None

    def _key(self, begin: int) -> str:
        """The first word at ``begin``, as the rules are indexed."""
        word = WORD.match(self.text, begin)
        if not word:
            return ""
        return DIGITS if word[0][0].isdigit() else word[0].lower()

    def _opened(self, opener: re.Match[str]) -> Found | None:
        begin = opener.end()
        inner = self._range(begin, self._key(begin), any_two=joins_any(opener))
        return opened(opener, inner, self.published) if inner else None

    def _range(self, begin: int, key: str, *, any_two: bool = False) -> Found | None:
        """One part, or two joined: by 'and' where they adjoin, or ``any_two`` where that is so."""
        low = self._part(begin, key)
        if not low or low.sense.kind:
            return low
        joiner = _JOINER.match(self.text, low.end)
        if not joiner:
            return low
        if "/" in low.sense.plain and not joiner[0].strip().isalpha():
            return low
        if is_replaced(self.text, begin, joiner[0]):
            return low
        high = self._part(joiner.end(), joined=True)
        if not high or high.sense.kind:
            return low
        sense = ranged(low.sense, high.sense, self.published)
        if joiner["and"] and not any_two and not adjoining(sense, low.sense, high.sense):
            return low
        return Found(high.end, sense, both_ends=True)

    def _part(self, begin: int, key: str | None = None, *, joined: bool = False) -> Found | None:
        key = self._key(begin) if key is None else key
        found = self._atom(begin, key, joined=joined)
        if key in edge_starts():
            found = _longer(found, self._edged(begin))
        if key in _CLOCK_STARTS:
            found = _longer(found, self._clocked(begin))
        if key == "the":
            found = _longer(found, self._week_of(begin))
        if key == "for":
            found = _longer(found, self._lasting(begin))
        return found

    def _atom(self, begin: int, key: str | None = None, *, joined: bool = False) -> Found | None:
        best: Found | None = None
        for entry in _atoms().get(self._key(begin) if key is None else key, ()):
            match = entry.pattern.match(self.text, begin)
            if not match or (best and match.end() <= best.end):
                continue
            hit = Hit(self.text, match, self.published, joined)
            if sense := entry.sense(hit):
                best = Found(match.end(), sense, both_ends=has_two_ends(hit))
        return best

    def _edged(self, begin: int) -> Found | None:
        edge = edge_at(self.text, begin)
        if not edge:
            return None
        if edge.unit:  # the present one: 'the end of the month'
            this = Grammar(f"this {edge.unit}", self.published)._atom(0)
            return Found(
                edge.end, changed(this.sense if this else Sense(), edge.change, self.published)
            )
        inner = self._atom(edge.end, joined=True)
        if not inner or inner.sense.kind:
            return None
        return Found(inner.end, changed(inner.sense, edge.change, self.published))

    def _clocked(self, begin: int) -> Found | None:
        """A day with a time of day in front of it."""
        clock = CLOCK_BEFORE.match(self.text, begin)
        found = self._part(clock.end()) if clock else None
        return replace(found, clocked=True) if found else None

    def _week_of(self, begin: int) -> Found | None:
        opening = _WEEK_OF.match(self.text, begin)
        inner = self._atom(opening.end()) if opening else None
        if not opening or not inner or inner.sense.kind:
            return None
        week = week_up_to if opening["ending"] else week_around
        return Found(inner.end, changed(inner.sense, week, self.published))

    def _lasting(self, begin: int) -> Found | None:
        """A length and the day that it begins: 'for ten days from 1 November'."""
        opening = _LASTING.match(self.text, begin)
        inner = self._atom(opening.end()) if opening else None
        if not opening or not inner or inner.sense.kind or not is_number(opening["n"]):
            return None
        lasting = lasting_from(counted(opening["n"]), opening["unit"].lower())
        day = replace(inner.sense, recurs=None)  # chosen before it has a length
        return Found(inner.end, changed(day, lasting, self.published), both_ends=True)


def _longer(one: Found | None, other: Found | None) -> Found | None:
    """The longer of two readings, of two as long the first."""
    if one is None or other is None:
        return one or other
    return other if other.end > one.end else one
