"""Plans told after the plan was off: another day is a new plan, and the old one's end no news."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from dragoman.mention import TAKEN_OFF, Mention
from dragoman.record.dates import whole

# "It will now be held on 3 December."
_ANEW = re.compile(r"\b(?:now|instead|new date|rescheduled|rearranged)\b", re.IGNORECASE)


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
    days = _days(mention)
    if days is None or published is None or days[1] < published:
        return False
    later = off_on is not None and published > off_on
    if not later and not _ANEW.search(mention.sentence.text):
        return False
    olds = [old for edtf in told if (old := whole(edtf))]
    return all(_are_apart(days, old) for old in olds)


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
    days, present = _days(mention), whole(plan) if plan else None
    if mention.status != "cancelled" or days is None or present is None:
        return False
    return mention.when.edtf in set(told) and _are_apart(days, present)


def _days(mention: Mention) -> tuple[date, date] | None:
    return whole(mention.when.edtf) if mention.when else None


def _are_apart(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[1] < other[0] or other[1] < one[0]
