"""Plans told after the plan was off: another day is a new plan, and the old one's end no news."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from dragoman.mention import TAKEN_OFF, Mention
from dragoman.record.life.stretches import are_apart, stretch_of, stretch_told

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
