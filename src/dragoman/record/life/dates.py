"""The dates told of one event: which of them say more than another, and which one stands.

A plan told for another day, after it was off, is a new plan, and the old one's end no news.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from dragoman.mention import TAKEN_OFF, Mention, When
from dragoman.record.life.stretches import Stretch, are_apart, length, stretch_of, stretch_told

# A happening's dates told a little apart ("2 August", "2 and 3 August") are one stretch of days.
_ONE_STRETCH = 10
_WEEK = 7
_LENGTH = re.compile(
    r"(?i:-(?:hour|day|week|month)\b|\b(?:week|month|year)[- ]?long\b"
    r"|\b(?:for|lasting)\s\S+\s(?:hour|day|week|month)s?\b)"
)
"""Words for how long a thing lasts: 'a 30-day truce from Monday'."""
_ENDS = re.compile(r"(?:\b[A-Z]\w{2,5}day\b.*){2}|^(?!.*\bweek\b).*\d", re.DOTALL)
"""Both ends of a stretch, by weekdays or in numbers; not 'the week of 4 May'."""
# "It will now be held on 3 December."
_ANEW = re.compile(r"\b(?:now|instead|new date|rescheduled|rearranged)\b", re.IGNORECASE)


def is_blurred(new: When, old: str) -> bool:
    """Whether ``new`` is only a vaguer word for ``old``: "last week" for the Wednesday in it.

    A week or more is vague where no number tells its days ("2 to 8 May"), and so is all that is
    longer than a happening lasts; not so where its length is told ("a 30-day truce").
    """
    wide, days = stretch_of(new.edtf), stretch_of(old)
    if wide is None or days is None or wide == days or _LENGTH.search(new.text):
        return False
    numbered = any(character.isdigit() for character in new.text)
    vague = length(wide) > _ONE_STRETCH or (length(wide) >= _WEEK and not numbered)
    return vague and wide[0] <= days[0] and days[1] <= wide[1]


def tells_its_end(when: When) -> bool:
    """Whether its words tell both the first day and the last: "5-6 March", "a two-day visit"."""
    return bool(_ENDS.search(when.text) or _LENGTH.search(when.text))


def is_first_day_of(new: When, old: str) -> bool:
    """Whether ``new`` is no more than the first of several days: "tomorrow" for the 5th and 6th."""
    day, days = stretch_of(new.edtf), stretch_of(old)
    if day is None or days is None or days[0] == days[1]:
        return False
    return day[0] == day[1] == days[0] and _is_short(days)


def date_of(mentions: Sequence[Mention], plans: Sequence[Mention] = ()) -> str | None:
    """The date of what took place: of those told most the widest that holds them together.

    A date that is only a vaguer word for another does not count. Who tells only that it began tells
    no end, and that which was planned is its end.

    Args:
        mentions: those that tell that it took place.
        plans: those that told of it beforehand.
    """
    told = [m.when for m in mentions if m.when is not None]
    names = dict.fromkeys(when.edtf for when in told)
    votes = Counter(w.edtf for w in told if not any(is_blurred(w, other) for other in names))
    days = {edtf: found for edtf in votes if (found := stretch_of(edtf)) is not None}
    if not days:
        return max(sorted(votes), key=lambda edtf: votes[edtf], default=None)
    best = max(sorted(days), key=lambda edtf: (votes[edtf], days[edtf][0] - days[edtf][1]))
    first, last = days[best]
    stretches = {edtf: found for edtf, found in days.items() if _is_short(found)}
    for when in (*told, *(m.when for m in plans if m.when is not None)):
        found = stretch_of(when.edtf)
        short = found is not None and _is_short(found) and _ENDS.search(when.text)
        if found is not None and (short or _LENGTH.search(when.text)):
            stretches[when.edtf] = found
    for edtf, (low, high) in sorted(stretches.items()):
        if low <= first and high >= last:
            best, first, last = edtf, low, high
    return best


def _is_short(days: Stretch) -> bool:
    return (days[1] - days[0]).days <= _ONE_STRETCH


def is_told_anew(
    mention: Mention, published: date | None, off_on: date | None, told: Iterable[str]
) -> bool:
    """Whether a plan is told for another day than before, after it was told to be off.

    In a later report than that, or in words that say so.

    Args:
        mention: what tells of the plan.
        published: the day of its report.
        off_on: the last day on which a report told that it is off.
        told: the days told before, in EDTF.
    """
    days = stretch_told(mention)
    if days is None or published is None or days[1] < published:
        return False
    later = off_on is not None and published > off_on
    if not later and not _ANEW.search(mention.sentence.text):
        return False
    return all(are_apart(days, old) for old in map(stretch_of, told) if old)


def is_of_old_plan(mention: Mention, plan: str | None, told: Iterable[str], anew_in: str) -> bool:
    """Whether it tells that a plan was off in whose place there is another one now.

    In the article that tells the new plan, or with the day of the old one.

    Args:
        mention: what may tell so.
        plan: the day of the present plan, in EDTF, or None.
        told: the days told before, in EDTF.
        anew_in: the article that told of a new plan in place of one that was off; or empty.
    """
    if mention.status not in TAKEN_OFF:
        return False
    if mention.when is None:
        return mention.article_id == anew_in
    if mention.status != "cancelled" or mention.when.edtf not in set(told):
        return False
    return are_apart(stretch_told(mention), stretch_of(plan))
