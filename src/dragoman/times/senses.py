"""What an expression may mean before it is known which year or week it speaks of.

'On Friday' and 'July 26' come round again. A `Recurrence` gives the turn before and the turn
after a day; `chosen` picks by the rules below. A `Sense` is then three EDTF strings: as read
with no cue, in a clause that looks back, and in one that looks forward.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..mention import Basis
from .expression import Kind
from .periods import between, bounds, first, last

TURN_LIMIT = 275
"""Days (about nine months) that a yearly date may lie ahead where its clause looks forward; past
that, the last one is taken: tense is a weaker cue than nearness over so long a time. What has
happened never lies ahead."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A date that comes round every year or every week.

    Attributes:
        turn: the EDTF of the turn number n (a year, or a count of weeks), None where it has
            none (29 February); called with None it gives the form with an unknown year, or ''.
        number: the turn that a day falls in.
        weekly: whether it comes round every week.

    """

    turn: Callable[[int | None], str | None]
    number: Callable[[date], int]
    weekly: bool = False

    def mapped(self, change: Callable[[str], str]) -> Recurrence:
        """The recurrence of a part or a form of each turn."""

        def turn(n: int | None) -> str | None:
            edtf = self.turn(n)
            return change(edtf) if edtf else edtf

        return replace(self, turn=turn)

    def last_by(self, day: date) -> str:
        """The latest turn that has begun on ``day``; empty where there is none near."""
        return next((e for e, b in self._turns(day, -1) if b[0] <= day), "")

    def first_from(self, day: date) -> str:
        """The earliest turn not over before ``day``; empty where there is none near."""
        return next((e for e, b in self._turns(day, 1) if b[1] >= day), "")

    def _turns(self, day: date, step: int) -> Iterator[tuple[str, tuple[date, date]]]:
        middle = self.number(day)
        turns = (self.turn(n) for n in range(middle - step, middle + 9 * step, step))
        return ((edtf, b) for edtf in turns if edtf and (b := bounds(edtf)))


def yearly(make: Callable[[int | None], str | None]) -> Recurrence:
    """The recurrence of a date that ``make`` gives for each year."""
    return Recurrence(make, lambda day: day.year)


def weekly(weekday: int) -> Recurrence:
    """The recurrence of a weekday, 0 for Monday."""

    def turn(n: int | None) -> str:
        return "" if n is None else date.fromordinal(n * 7 + 1 + weekday).isoformat()

    return Recurrence(turn, lambda day: (day.toordinal() - 1) // 7, weekly=True)


@dataclass(frozen=True, slots=True)
class Sense:
    """The readings of an expression.

    Attributes:
        plain: EDTF with no further cue; empty where there is no date.
        past: EDTF where the clause looks back.
        future: EDTF where it looks forward.
        basis: what the readings rest on.
        recurs: the recurrence they were chosen from, where they were.
        kind: set for what carries no date.
        anchor: what to add to another event's date.

    """

    plain: str = ""
    past: str = ""
    future: str = ""
    basis: Basis = "unresolved"
    recurs: Recurrence | None = None
    kind: Kind | None = None
    anchor: str | None = None


def fixed(edtf: str, basis: Basis) -> Sense:
    """A sense with one reading."""
    return Sense(edtf, edtf, edtf, basis if edtf else "unresolved")


def dateless(kind: Kind) -> Sense:
    """A sense that carries no date."""
    return Sense(kind=kind)


def chosen(recurs: Recurrence, published: date | None) -> Sense:
    """Choose the turns of ``recurs`` that are meant in a text of the day ``published``.

    A weekday with no cue is the last one (the day itself included). A yearly date with no cue
    is the nearest; looking back it is the last one and looking forward the next, unless that
    lies more than `TURN_LIMIT` days away and the last one is nearer.
    """
    if published is None:
        return _one(recurs.turn(None) or "", "unresolved", recurs)
    past, future = recurs.last_by(published), recurs.first_from(published)
    if not past or not future:
        return _one(past or future, "relative", recurs)
    if recurs.weekly:
        return Sense(past, past, future, "relative", recurs)
    back = max((published - _bounds(past)[1]).days, 0)
    ahead = max((_bounds(future)[0] - published).days, 0)
    return Sense(
        past if back <= ahead else future,
        past,
        past if ahead > TURN_LIMIT and back < ahead else future,
        "relative",
        recurs,
    )


def _one(edtf: str, basis: Basis, recurs: Recurrence) -> Sense:
    return Sense(edtf, edtf, edtf, basis, recurs)


def _bounds(edtf: str) -> tuple[date, date]:
    found = bounds(edtf)
    if found is None:
        raise ValueError(f"{edtf!r} has no known year; give a resolved date")
    return found


def changed(sense: Sense, change: Callable[[str], str], published: date | None) -> Sense:
    """``sense`` with ``change`` made to each reading; a recurring one is chosen anew."""
    if sense.recurs:
        return chosen(sense.recurs.mapped(change), published)
    return replace(
        sense, plain=change(sense.plain), past=change(sense.past), future=change(sense.future)
    )


def ranged(low: Sense, high: Sense, published: date | None) -> Sense:
    """From ``low`` to ``high``: the end of a range that recurs is its turn next to the other."""
    stated = {low.basis, high.basis}
    basis: Basis = "relative" if "relative" in stated else high.basis
    if low.recurs and not high.recurs:
        return _ending(low, low.recurs, high, high.basis)
    if low.recurs and high.recurs and published:
        back = _ending(low, low.recurs, high, basis)
        ahead = _beginning(low.future, high.recurs)
        if high.recurs.weekly or not (low.recurs.weekly or _is_day(high.plain)):
            return replace(back, future=ahead)
        begun = _begun(low, high.recurs, published)
        return Sense(begun if low.recurs.weekly else back.plain, begun, ahead, basis)
    if high.recurs:
        texts = [_beginning(text, high.recurs) for text in (low.plain, low.past, low.future)]
        return Sense(texts[0], texts[1], texts[2], basis)
    return Sense(
        between(low.plain, high.plain),
        between(low.past, high.past),
        between(low.future, high.future),
        basis,
    )


def _is_day(edtf: str) -> bool:
    return len(edtf) == len("2025-07-23")


def _begun(low: Sense, high: Recurrence, published: date) -> str:
    """From the last turn of ``low`` to the day of ``high`` after it, which may be still to come.

    'On Sunday until 9 May' is from last Sunday, or from the one before that day, where it has gone
    by within the week.
    """
    end = high.last_by(published)
    days = bounds(end) if end else None
    if low.recurs and low.recurs.weekly and days and (published - days[1]).days < 7:
        return between(low.recurs.last_by(days[0]), end)
    return _beginning(low.past, high)


def _ending(low: Sense, recurs: Recurrence, high: Sense, basis: Basis) -> Sense:
    """A weekday before a later end is the one that fits its clause, any other the last by then."""
    texts = []
    for begin, end in zip(
        (low.plain, low.past, low.future), (high.plain, high.past, high.future), strict=True
    ):
        known = bounds(end) if end else None
        last_begin = recurs.last_by(known[0]) if known else recurs.turn(None) or ""
        own = between(begin, end) if recurs.weekly and known else ""
        texts.append(own or between(last_begin, end))
    return Sense(texts[0], texts[1], texts[2], basis)


def _beginning(low: str, high: Recurrence) -> str:
    known = bounds(low) if low else None
    if known:
        return between(low, high.first_from(known[1] + timedelta(1)))
    return between(low, high.turn(None) or "")


def adjoining(whole: Sense, low: Sense, high: Sense) -> bool:
    """Whether two dates joined by 'and' follow on each other, so that they are one interval."""
    if _meet(low.past, high.past):
        return True
    days, ends = bounds(whole.past), bounds(last(whole.past)) if whole.past else None
    starts = bounds(first(whole.past)) if whole.past else None
    if not days or not ends or not starts:
        return False
    same_size = len(first(whole.past)) == len(last(whole.past))
    return same_size and (ends[0] - starts[1]).days == 1 and not (low.kind or high.kind)


def _meet(low: str, high: str) -> bool:
    """Whether one begins on the day after the other ends ('late 2024 and early 2025')."""
    earlier, later = (bounds(edtf) if edtf and ".." not in edtf else None for edtf in (low, high))
    return bool(earlier and later and (later[0] - earlier[1]).days == 1)
