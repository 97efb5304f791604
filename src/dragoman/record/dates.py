"""The dates told of one event: which of them say more than another, and which one stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from dragoman.mention import Mention, When
from dragoman.times.intervals import days_of

# A happening's dates told a little apart ("2 August", "2 and 3 August") are one stretch of days.
_ONE_STRETCH = 10
_WEEK = 7


def whole(edtf: str) -> tuple[date, date] | None:
    """The first and the last day, where both are known."""
    first, last = days_of(edtf)
    return (first, last) if first is not None and last is not None else None


def is_blurred(new: When, old: str) -> bool:
    """Whether ``new`` is only a vaguer word for ``old``: "last week" for the Wednesday in it.

    A week or more is vague where no number tells its days ("2 to 8 May"), and so is all that is
    longer than a happening lasts.
    """
    wide, days = whole(new.edtf), whole(old)
    if wide is None or days is None or wide == days:
        return False
    length = (wide[1] - wide[0]).days + 1
    numbered = any(character.isdigit() for character in new.text)
    vague = length > _ONE_STRETCH or (length >= _WEEK and not numbered)
    return vague and wide[0] <= days[0] and days[1] <= wide[1]


def date_of(mentions: Sequence[Mention]) -> str | None:
    """The date of what took place: of those told most the widest that holds them together.

    A date that is only a vaguer word for another does not count.
    """
    told = [m.when for m in mentions if m.when is not None]
    names = dict.fromkeys(when.edtf for when in told)
    votes = Counter(w.edtf for w in told if not any(is_blurred(w, other) for other in names))
    days = {edtf: found for edtf in votes if (found := whole(edtf)) is not None}
    if not days:
        return max(sorted(votes), key=lambda edtf: votes[edtf], default=None)
    best = max(sorted(days), key=lambda edtf: (votes[edtf], days[edtf][0] - days[edtf][1]))
    first, last = days[best]
    for edtf, (low, high) in sorted(days.items()):
        if low <= first and high >= last and (high - low).days <= _ONE_STRETCH:
            best, first, last = edtf, low, high
    return best
