"""Two stops told with one verb: 'visited Cairo on Monday and Riyadh on Tuesday'.

After its first day such a sentence goes on with another party, place or number and another day, or
with 'again' and another day, and the verb is left out. Each stop is an event of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol, TypeVar

from spacy.tokens import Span, Token

from dragoman.analysis.grammar import (
    ALL_SUBJECTS,
    PLACE_LABELS,
    PREDICATES,
    auxiliaries,
    is_passive,
)
from dragoman.events.ontology import VISIT
from dragoman.events.proposal import Proposal
from dragoman.mention import Magnitude, Magnitudes
from dragoman.numerals import counts
from dragoman.times.clauses import told_by
from dragoman.times.expression import TimeExpression

_JOINING = frozenset({"and", ",", "then", "before", "but", ";"})
_LONGEST = 12  # words of a stop
_TOWARDS = frozenset({"with", "to", "against", "on"})
_OF_PARTIES = frozenset({"of", "to", "from", "with"})
_AT = frozenset({"in", "at"})
_TIMES = frozenset({"DATE", "TIME"})
_COUNTED = ("killed", "injured", "arrested", "size")


class _Placed(Protocol):
    """What stands at a character of the article."""

    @property
    def start(self) -> int: ...


_Found = TypeVar("_Found", bound=_Placed)


@dataclass(frozen=True, slots=True)
class Stop:
    """The part of a sentence that tells one stop alone.

    Attributes:
        words: its words, without the 'and' before them.
        others: the words of the other stops.
    """

    words: Span
    others: tuple[Span, ...] = ()

    def told(self, found: Iterable[_Found], *, alone: bool) -> tuple[_Found, ...]:
        """What is told of the stop: nothing of what stands in the words of another.

        Args:
            found: what stands in the article.
            alone: whether only its own words tell of it.
        """
        if alone:
            return tuple(f for f in found if _holds(self.words, f.start))
        return tuple(f for f in found if not any(_holds(o, f.start) for o in self.others))


def stops_of(
    proposal: Proposal, times: Iterable[TimeExpression], triggers: frozenset[int]
) -> tuple[Stop, ...]:
    """The stops of a proposed event, the first one's too; empty where it is one event.

    Args:
        proposal: the event.
        times: the article's time expressions.
        triggers: indices of the words that report events.
    """
    trigger = proposal.trigger
    days = list(_days_after(trigger, times))
    if len(days) < 2 or not _is_told_on(trigger, days[0], triggers):
        return ()
    further: list[Span] = []
    for day, following in pairwise(days):
        between = trigger.doc[day.end : following.end]
        stop = _stop(between, following, triggers - {trigger.i})
        if stop is None:
            break
        further.append(stop)
    if not further:
        return ()
    if all(t.lower_ != "and" for t in trigger.doc[days[0].end : further[-1].end]):
        return ()
    words = (trigger.doc[trigger.i : days[0].end], *further)
    return tuple(Stop(w, tuple(o for o in words if o.start != w.start)) for w in words)


def at_stop(proposal: Proposal, stop: Stop, first: Stop) -> Proposal:
    """The proposal, with the parties that its stop has.

    Args:
        proposal: the event as proposed.
        stop: one of its stops.
        first: the first of them, which is told with the verb.
    """
    if stop is first:
        return _apart_from(proposal, stop.others)
    later = tuple(other for other in stop.others if other.start != first.words.start)
    named = _named(stop.words, place=proposal.kind == VISIT)
    if named is None:
        return _apart_from(proposal, (*later, stop.words))
    alone = _apart_from(proposal, (*stop.others, stop.words))
    done_to = _within(proposal.recipients, first.words)
    met = not done_to and _within(proposal.actors, first.words)
    if not met and (not done_to or proposal.kind == VISIT) and _is_doer(named, proposal.trigger):
        return replace(_apart_from(proposal, later), actors=(named,))
    if met:
        return replace(alone, actors=(*alone.actors, named))
    return replace(alone, recipients=(named,))


def numbers_at(stop: Stop, numbers: Magnitudes) -> Magnitudes:
    """The number that opens a later stop, of the kind that the event is told with; else none."""
    kinds = [kind for kind in _COUNTED if getattr(numbers, kind) is not None]
    text, offset = stop.words.text, stop.words.start_char
    told = next((count for count in counts(text) if count.start == 0), None)
    if len(kinds) != 1 or told is None:
        return Magnitudes()
    span = (text[: told.end], offset, offset + told.end)
    return replace(Magnitudes(), **{kinds[0]: Magnitude(*span, told.low, told.high)})


def word_of(stop: Stop) -> Token:
    """The word that a later stop is shown at: the first that names something, or 'again'."""
    return next(filter(_names, stop.words), stop.words[0])


def _holds(words: Span, place: int) -> bool:
    return words.start_char <= place < words.end_char


def _days_after(trigger: Token, times: Iterable[TimeExpression]) -> Iterator[Span]:
    """The times with a date that are told after the trigger in its sentence."""
    end = trigger.sent.end_char
    for time in times:
        if trigger.idx < time.start < end and time.edtf and "/" not in time.edtf:
            span = trigger.doc.char_span(time.start, time.end, alignment_mode="expand")
            if span is not None:
                yield span


def _is_told_on(trigger: Token, day: Span, triggers: frozenset[int]) -> bool:
    """Whether the first day is the trigger's: no other verb or event stands between."""
    verb = told_by(trigger)
    own = {verb.i, *(helper.i for helper in auxiliaries(verb))}
    between = (t for t in trigger.doc[trigger.i + 1 : day.start] if t.i not in own)
    return not any(t.pos_ in PREDICATES or t.i in triggers for t in between)


def _stop(between: Span, day: Span, triggers: frozenset[int]) -> Span | None:
    """The words of a stop that a later day ends; None where another clause or nothing is told."""
    doc, start = between.doc, between.start
    while start < day.start and doc[start].lower_ in _JOINING:
        start += 1
    if start == between.start or day.end - start > _LONGEST or _goes_on(day):
        return None
    told = doc[start : day.start]
    if any(t.pos_ in PREDICATES or t.i in triggers or t.dep_ in ALL_SUBJECTS for t in told):
        return None
    return doc[start : day.end] if any(map(_names, told)) else None


def _names(word: Token) -> bool:
    return word.pos_ in ("PROPN", "NUM", "NOUN") or word.lower_ == "again"


def _goes_on(day: Span) -> bool:
    """Whether a verb comes right after the day, so that what stands before is its subject."""
    return day.end < day.sent.end and day.doc[day.end].pos_ in PREDICATES


def _named(words: Span, *, place: bool) -> Span | None:
    """The party, or ``place`` visited, that a stop names before its day; None for none."""
    doc, start = words.doc, words.start
    if doc[start].lower_ in (_TOWARDS | _AT if place else _TOWARDS):
        start += 1
    end = start
    while end < words.end and not _is_setting(doc[end]):
        end += 1
    phrase = doc[start:end]
    return phrase if any(t.pos_ in ("PROPN", "NOUN", "NUM") for t in phrase) else None


def _is_setting(word: Token) -> bool:
    """Whether a place or a time begins at the word, and not what belongs to a party."""
    if word.ent_type_ in _TIMES or word.lower_ in ("early", "late"):
        return True
    return word.pos_ == "ADP" and word.lower_ not in _OF_PARTIES


def _within(phrases: Iterable[Span], words: Span) -> bool:
    return any(words.start <= p.start and p.end <= words.end for p in phrases)


def _is_doer(named: Span, trigger: Token) -> bool:
    """Whether it is who does it at that stop: 'Ruto left on Monday and *the king* on Tuesday'."""
    verb = told_by(trigger)
    aimed = is_passive(verb) or any(c.dep_ in ("dobj", "dative") for c in verb.children)
    before = named.doc[named.start - 1]
    led = before.pos_ == "ADP" or named.root.ent_type_ in PLACE_LABELS
    return not aimed and not led and named.root.pos_ != "NUM"


def _apart_from(proposal: Proposal, others: Iterable[Span]) -> Proposal:
    """The proposal without the parties that stand in other words."""
    apart = tuple(others)

    def kept(phrases: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(p for p in phrases if not any(_within((p,), o) for o in apart))

    return replace(
        proposal, actors=kept(proposal.actors), recipients=kept(proposal.recipients)
    )
