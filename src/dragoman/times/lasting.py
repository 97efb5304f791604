"""How long a thing lasts: 'a two-day visit starting Monday' is on two days.

The length counts where it is told of the thing itself, and its day of the thing's beginning or
end; that the length only frames something else ('met him on Monday during a two-day visit') tells
no day on which it began.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from spacy.tokens import Token

from dragoman.analysis.grammar import auxiliaries, clause_of
from dragoman.analysis.layout import layout_of
from dragoman.mention import When
from dragoman.times.clauses import HAPPENING, clause_dated, told_by
from dragoman.times.expression import TimeExpression
from dragoman.times.intervals import days_of
from dragoman.times.periods import interval, lasting_from
from dragoman.times.rules import counted, pieces

_LASTING = frozenset(
    {"CONSULT", "COOPERATE", "CONCEDE", "RETREAT", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT"}
)
"""Types of what may last; an ultimatum of two days is given on one."""
_AT_ONCE = frozenset({"arrest", "expel", "confiscate", "withdraw", "phone"})
_BEGINNING = HAPPENING | frozenset(
    "declare announce proclaim impose call order pay make embark arrive leave depart fly travel go "
    "head set kick take enter come organise organize host".split()
)
_ENDING = frozenset("end conclude wrap finish complete close".split())
_FRAMES = frozenset("during after before amid following since".split())
_MODIFIERS = frozenset(
    {"compound", "nmod", "amod", "npadvmod", "nummod", "quantmod", "advmod", "punct"}
)
_OPENED = re.compile(r"(?i:from|starting|beginning|effective|as\sof)\b")
_DAY = 24


def lasting(
    trigger: Token, kind: tuple[str, str | None], when: When, expressions: Iterable[TimeExpression]
) -> When:
    """The time of the event at ``trigger`` with the end, or beginning, that its length gives it.

    Args:
        trigger: the event's word.
        kind: its type and mode.
        when: its time as told; only a day, or from a day on, is changed.
        expressions: the article's time expressions, lengths among them.
    """
    sentence = trigger.sent
    if kind[0] not in _LASTING or kind[1] in _AT_ONCE:
        return when
    if not sentence.start_char <= when.start < sentence.end_char:
        return when
    day = _first_day(when)
    lengths = (
        e
        for e in expressions
        if e.kind == "duration"
        and sentence.start_char <= e.start < sentence.end_char
        and _is_of(e, trigger)
    )
    length = next(lengths, None)
    if day is None or length is None:
        return when
    edtf = _spread(day, length, trigger, when, is_strike=kind[1] == "strike")
    if edtf is None:
        return when
    ends = [when.end, length.end]
    if length.start < trigger.idx:
        ends.append(trigger.idx + len(trigger))
    start, end = min(when.start, length.start), max(ends)
    return When(layout_of(trigger.doc).text[start:end], start, end, edtf, when.basis)


def _first_day(when: When) -> date | None:
    """The day that is told, or from which on it is."""
    first, last = days_of(when.edtf)
    opened = when.edtf.endswith("/..")
    return first if "~" not in when.edtf and (opened or first == last) else None


def _is_of(length: TimeExpression, trigger: Token) -> bool:
    """Whether it is the length of the trigger's thing: 'a two-day visit', 'visits for two days'."""
    span = trigger.doc.char_span(length.start, length.end, alignment_mode="expand")
    if span is None:
        return False
    if span[0].lower_ in ("for", "lasting"):
        return span[0].head.i in (trigger.i, clause_of(trigger).i)
    word = span[-1]
    while word.dep_ in _MODIFIERS and word.i != trigger.i:
        word = word.head
    return word.i == trigger.i


def _spread(
    day: date, length: TimeExpression, trigger: Token, when: When, *, is_strike: bool
) -> str | None:
    """The days of a thing of that length; None where the day is neither its first nor its last."""
    found = _pattern().match(length.text)
    if found is None:
        return None
    count, unit = counted(found["n"] or "one"), found["unit"].lower()
    if unit == "hour":
        if count <= _DAY:
            return None
        # Strikes are called for whole days; what begins at some hour ends at it.
        begins_a_day = is_strike or "midnight" in when.text.lower()
        count, unit = -(-count // _DAY) + (not begins_a_day), "day"
    time = _head_of(when, trigger)
    closing = clause_dated(time) if time is not None else trigger
    if closing.i != trigger.i and closing.lemma_ in _ENDING:  # not 'closed the border for a week'
        return interval(day - timedelta(count - 1), day) if unit == "day" else None
    if not (time is None or _is_first(time, trigger, when)):
        return None
    spread = lasting_from(count, unit)(day.isoformat())
    return spread if "/" in spread else None


def _is_first(time: Token, trigger: Token, when: When) -> bool:
    """Whether the day is told as the one on which the thing begins."""
    if _OPENED.match(when.text) or when.edtf.endswith("/.."):
        return True
    if trigger.dep_ == "pobj" and trigger.head.lower_ in _FRAMES:
        return False
    verb = clause_dated(time)
    if trigger.is_ancestor(time) or verb.i == trigger.i or verb.lemma_ in _BEGINNING:
        return True
    ahead = any(helper.tag_ == "MD" for helper in auxiliaries(verb))
    return ahead and verb.i == told_by(trigger).i


def _head_of(when: When, trigger: Token) -> Token | None:
    span = trigger.doc.char_span(when.start, when.end, alignment_mode="expand")
    return span[0] if span is not None else None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """A length in whole units, with no word that it is only about so long."""
    return re.compile(
        rf"(?i:(?:(?:for|lasting)\s)?(?:the\s)?(?:(?P<n>{pieces().number})[\s-])?"
        r"(?P<unit>hour|day|week|month|year)s?(?:[\s-]?long)?)\Z"
    )
