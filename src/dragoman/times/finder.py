"""Finding the expressions of a text: one pass over its words, a few rules tried at each.

At a word the grammar reads ``expression = [opener] part [joiner part]`` with
``part = [edge] atom``: an opener is 'since', 'until', 'by', 'from', 'about'; an edge 'early',
'the end of'; a joiner 'to', '-', 'and'; the atoms are the rules of the other modules. The longest
reading wins and the search goes on after it. Every pattern is bounded and no part is nested, so
the work is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from .anchored import anchored_rules
from .dates import date_rules, has_two_ends
from .edges import edge_at, edge_starts, week_around, week_up_to
from .expression import TimeExpression, dated_kind
from .lexicon import alternatives
from .periods import about, since, until
from .relative import CLOCK_BEFORE, relative_rules
from .rules import DIGITS, Hit, Rule, pieces
from .senses import Sense, adjoining, changed, closed, opened, ranged
from .spans import span_rules
from .years import year_rules
from .zones import set_right

_WORD = re.compile(r"[^\W_]+")
_GLUED = frozenset("-$£€¥/\u2011@#_&.,")
"""Characters that, right before a word, make it part of something else ('post-2014', '$2010')."""
_OPENERS = re.compile(
    r"(?i:(?P<since>since)|(?P<starting>starting(?:\son|\sfrom|\sin)?|beginning(?:\son|\sin)?|as\sof|effective(?:\sfrom)?)"
    r"|(?P<until>until|till|(?<!moved\s)up\sto|up\suntil|by|through|(?:no|not)\slater\sthan)"
    r"|(?P<before>(?:on\sor\s)?before)|(?P<after>after)|(?P<from>from)|(?P<between>between)"
    r"|(?P<about>about|around|circa|ca?\.|roughly|approximately|on\sor\sabout))(?:\sat\sleast|\sas\s(?:early|late)\sas)?\s{1,3}(?=[\w'’‘])"
)
_OPENER_STARTS = frozenset({
    "since", "starting", "beginning", "as", "effective", "until", "till", "up", "by", "through",
    "no", "not", "before", "after", "from", "between", "about", "around", "circa", "c", "ca",
    "roughly", "approximately", "on",
})  # fmt: skip
_JOINER = re.compile(
    r"\s?[-–—]\s?|,?\s{1,3}(?:to|until|till|through)\s{1,3}|\s{1,3}(?:into|(?P<and>and))\s{1,3}"
)
_FROM = re.compile(r"(?i:from)\s{1,3}(?=\w)")
_TO = re.compile(r",?\s{1,3}(?:to|until)\s{1,3}")
_REACH = 120  # characters before a date in which what is moved is told
_FUNCTION_WORD = re.compile(
    r"\s*(?:[.,;:)\]!?–—]|$)|\s(?:and|or|but|in|at|with|to|when|while|as|the|a|an|he|she|it|they|that)\b"
)
_WEEK_OF = re.compile(
    r"(?i:the\sweek\s(?:of|beginning|starting|(?P<ending>ending|to)(?:\son)?)\s)(?=[\w])"
)
_ONWARD = re.compile(r"\s(?:on|onwards?|forward)\b(?!\s[A-Z])")
_AHEAD_OF = re.compile(r"(?i:\b(?:ahead\sof|in\sthe\srun-?up\sto|in\stime\sfor)\s(?:the\s)?)\Z")
"""What stands before a date that lies ahead, whatever the clause does."""
_PUT_OFF = (
    r"(?:postpon|reschedul)(?:e|es|ed|ing)|"
    r"(?:brought|bring(?:s|ing)?|(?:mov|pull|push)\w+|put(?:s|ting)?|set)\s(?:forward|back|off|up)"
)
_MOVED = re.compile(
    rf"(?i:\b(?:(?:moved|shifted|delayed|deferred|{_PUT_OFF})|(?:{_PUT_OFF})(?:\s[\w'’.-]+){{1,6}})\s)\Z"
)
"""What stands before 'from' where one date takes the place of another: 'brought forward from'."""
_MOVED_BEFORE = re.compile(
    rf"(?i:\b(?:moved|shifted|delayed|deferred|{_PUT_OFF})\s[^.;:!?\n]*\s(?:(?P<on>on)|(?!from)\w+)\s)\Z"
)
"""What stands before a date, where 'to' another tells the new one: 'put off a visit on'."""
_YEARS = range(1000, 9000)
_CLOCK_STARTS = frozenset(("midnight", "noon", "midday"))


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
class Grammar:
    """The rules by first word, and the names that are no dates."""

    atoms: Mapping[str, tuple[Rule, ...]]
    names: re.Pattern[str]


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """Build the grammar, once."""
    index: dict[str, list[Rule]] = {}
    for entry in (
        *date_rules(),
        *year_rules(),
        *relative_rules(),
        *span_rules(),
        *anchored_rules(),
    ):
        for word in entry.starts:
            index.setdefault(word, []).append(entry)
    names = re.compile(alternatives(pieces().words.names) + r"(?!\w)")
    return Grammar({word: tuple(entries) for word, entries in index.items()}, names)


def find(
    text: str, published: date | None, *, start: int = 0, end: int | None = None
) -> tuple[TimeExpression, ...]:
    """Find the time expressions of ``text``.

    Args:
        text: any English text.
        published: the day it was published, which relative expressions count from; None when it
            is not known, and then they stay unresolved. One outside the years 1000 to 8999 is
            an error of the source and counts as unknown.
        start: where to begin, in characters of ``text``.
        end: where to stop; None for its end.

    Returns:
        The expressions in order, not overlapping; offsets count characters of ``text``.

    """
    if published and published.year not in _YEARS:
        published = None
    limit = len(text) if end is None else min(end, len(text))
    search = _Search(text[:limit], published, grammar())
    return set_right(tuple(search.expressions(start)), published)


@dataclass(frozen=True, slots=True)
class _Search:
    text: str
    published: date | None
    grammar: Grammar

    def expressions(self, start: int) -> Iterator[TimeExpression]:
        names = [(m.start(), m.end()) for m in self.grammar.names.finditer(self.text, start)]
        position = start
        for word in _WORD.finditer(self.text, start):
            begin = word.start()
            if begin < position or self._glued(begin):
                continue
            position = self._new_date(begin) or position
            if begin < position:
                continue
            while names and names[0][1] <= begin:
                names.pop(0)
            found = self.expression(begin)
            if found and _AHEAD_OF.search(self.text, max(0, begin - 24), begin):
                ahead = found.sense.future
                found = replace(found, sense=replace(found.sense, plain=ahead, past=ahead))
            if found and not (names and names[0][0] < found.end and begin < names[0][1]):
                yield self._made(begin, found)
                position = found.end

    def _new_date(self, begin: int) -> int | None:
        """Where the new date begins, where the words at ``begin`` tell the old: 'from 3 May to'.

        None where no date takes the place of another.
        """
        opener = _FROM.match(self.text, begin)
        if not opener or not _MOVED.search(self.text, max(0, begin - _REACH), begin):
            return None
        old = self._part(opener.end(), self._key(opener.end()), joined=False)
        to = _TO.match(self.text, old.end) if old and not old.both_ends else None
        new = self._part(to.end(), self._key(to.end()), joined=False) if to else None
        return to.end() if to and new else None

    def _is_old_date(self, begin: int, joiner: str) -> bool:
        """Whether the date at ``begin`` is the old one: 'put off a visit, due on 3 May, to'."""
        moved = _MOVED_BEFORE.search(self.text, max(0, begin - _REACH), begin)
        return bool(moved and (moved["on"] or joiner.startswith(",")))

    def _glued(self, begin: int) -> bool:
        if begin == 0 or self.text[begin - 1] not in _GLUED:
            return False
        mark = self.text[begin - 1]
        return mark not in ".," or self.text[begin : begin + 1].isdigit()

    def _key(self, begin: int) -> str:
        word = _WORD.match(self.text, begin)
        if not word:
            return ""
        return DIGITS if word[0][0].isdigit() else word[0].lower()

    def expression(self, begin: int) -> Found | None:
        """The longest reading at ``begin``."""
        key = self._key(begin)
        found = self._opened(begin) if key in _OPENER_STARTS else None
        plain = self._range(begin, key)
        if found and plain:
            return found if found.end >= plain.end else plain
        return found or plain

    def _opened(self, begin: int) -> Found | None:
        opener = _OPENERS.match(self.text, begin)
        if not opener:
            return None
        name = opener.lastgroup or ""
        inner = self._range(opener.end(), self._key(opener.end()), either=name == "between")
        if not inner or (not inner.sense.plain and not inner.sense.recurs):
            return None
        if opener[0].startswith("By"):
            return _read_by(self, inner)
        return _OPENER_READINGS[name](self, inner)

    def _range(self, begin: int, key: str, *, either: bool = False) -> Found | None:
        low = self._part(begin, key, joined=False)
        if not low or low.sense.kind:
            return low
        joiner = _JOINER.match(self.text, low.end)
        if not joiner:
            return low
        if "/" in low.sense.plain and not joiner[0].strip().isalpha():
            return low
        if _TO.fullmatch(joiner[0]) and self._is_old_date(begin, joiner[0]):
            return low
        high = self._part(joiner.end(), self._key(joiner.end()), joined=True)
        if not high or high.sense.kind:
            return low
        sense = ranged(low.sense, high.sense, self.published)
        if joiner["and"] and not either and not adjoining(sense, low.sense, high.sense):
            return low
        return Found(high.end, sense, both_ends=True)

    def _part(self, begin: int, key: str, *, joined: bool) -> Found | None:
        best = self._atom(begin, key, joined=joined)
        others = [self._edged(begin, joined=joined)] if key in edge_starts() else []
        if key == DIGITS or key in _CLOCK_STARTS:
            others.append(self._clocked(begin))
        if key == "the":
            others.append(self._week_of(begin))
        for other in others:
            if other and (best is None or other.end > best.end):
                best = other
        return best

    def _atom(self, begin: int, key: str, *, joined: bool) -> Found | None:
        best: Found | None = None
        for entry in self.grammar.atoms.get(key, ()):
            match = entry.pattern.match(self.text, begin)
            if not match or (best and match.end() <= best.end):
                continue
            sense = entry.sense(Hit(self.text, match, self.published, joined))
            if sense:
                best = Found(match.end(), sense, both_ends=has_two_ends(match))
        return best

    def _edged(self, begin: int, *, joined: bool) -> Found | None:
        edge = edge_at(self.text, begin)
        if not edge:
            return None
        if edge.unit:
            return Found(edge.end, self._now(edge.unit, edge.change))
        inner = self._atom(edge.end, self._key(edge.end), joined=True)
        if not inner or inner.sense.kind:
            return None
        return Found(inner.end, changed(inner.sense, edge.change, self.published))

    def _now(self, unit: str, change: Callable[[str], str]) -> Sense:
        this = self._whole_of("this " + unit)
        return changed(this, change, self.published)

    def _whole_of(self, phrase: str) -> Sense:
        found = _Search(phrase, self.published, self.grammar)._atom(0, "this", joined=False)
        return found.sense if found else Sense()

    def _clocked(self, begin: int) -> Found | None:
        clock = CLOCK_BEFORE.match(self.text, begin)
        found = self._part(clock.end(), self._key(clock.end()), joined=False) if clock else None
        return replace(found, clocked=True) if found else None

    def _week_of(self, begin: int) -> Found | None:
        opening = _WEEK_OF.match(self.text, begin)
        if not opening:
            return None
        inner = self._atom(opening.end(), self._key(opening.end()), joined=False)
        if not inner or inner.sense.kind:
            return None
        week = week_up_to if opening["ending"] else week_around
        return Found(inner.end, changed(inner.sense, week, self.published))

    def _made(self, begin: int, found: Found) -> TimeExpression:
        sense = found.sense
        text = self.text[begin : found.end].rstrip()
        return TimeExpression(
            text=text,
            start=begin,
            end=begin + len(text),
            edtf=sense.plain,
            basis=sense.basis,
            kind=sense.kind or (dated_kind(sense.plain) if sense.plain else "point"),
            edtf_past=sense.past if sense.past != sense.plain else None,
            edtf_future=sense.future if sense.future != sense.plain else None,
            anchored=sense.anchor,
        )


def _read_since(search: _Search, inner: Found) -> Found | None:
    return Found(inner.end, opened(inner.sense, search.published))


def _read_until(search: _Search, inner: Found) -> Found | None:
    return Found(inner.end, closed(inner.sense, search.published))


def _read_by(search: _Search, inner: Found) -> Found | None:
    """'By Tuesday' at the head of a sentence looks where its clause looks; elsewhere forward."""
    sense = inner.sense
    ahead = until(sense.future)
    return Found(
        inner.end, replace(sense, plain=ahead, past=until(sense.past), future=ahead, recurs=None)
    )


def _settled(sense: Sense) -> Sense:
    """The sense with its turns chosen for good: an open interval would reach into all of them."""
    return replace(sense, recurs=None)


def _sided(
    read_side: Callable[[_Search, Found], Found | None],
) -> Callable[[_Search, Found], Found | None]:
    """'After Friday' opens an interval; in 'after Friday's attack' the attack does, not the day.

    A time of day keeps the date: 'after 3 p.m. on Friday' is that Friday.
    """

    def read_sided(search: _Search, inner: Found) -> Found | None:
        if inner.clocked:
            return inner
        return read_side(search, inner) if _FUNCTION_WORD.match(search.text, inner.end) else None

    return read_sided


def _read_starting(search: _Search, inner: Found) -> Found | None:
    return Found(inner.end, changed(_settled(inner.sense), since, search.published))


def _read_from(search: _Search, inner: Found) -> Found | None:
    """'From X to Y', 'from X on'; a lone 'from X' opens an interval only looking forward."""
    if inner.both_ends or ("/" in inner.sense.plain and not inner.sense.recurs):
        return inner
    onward = _ONWARD.match(search.text, inner.end)
    if onward:
        return Found(onward.end(), changed(_settled(inner.sense), since, search.published))
    return Found(inner.end, replace(inner.sense, future=since(inner.sense.future), recurs=None))


def _read_between(search: _Search, inner: Found) -> Found | None:
    return inner if "/" in inner.sense.plain else None


def _read_about(search: _Search, inner: Found) -> Found | None:
    return Found(inner.end, changed(inner.sense, about, search.published))


_OPENER_READINGS: Mapping[str, Callable[[_Search, Found], Found | None]] = {
    "since": _read_since,
    "starting": _read_starting,
    "until": _read_until,
    "after": _sided(_read_starting),
    "before": _sided(_read_until),
    "from": _read_from,
    "between": _read_between,
    "about": _read_about,
}
