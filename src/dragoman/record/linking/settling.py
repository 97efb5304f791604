"""Whether a deed settles a plan, or is another one: told before its day, or over when it was told.

Who plans to meet in March and meets in February has met another time; who has met and tells of a
day to come will meet again.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.record.linking.series import counts_differ, exact_days
from dragoman.record.traits.traits import Traits
from dragoman.record.traits.undoing import UNDONE_BY


def is_the_next(plan: Traits, deed: Traits) -> bool:
    """Whether the plan is for another one than the deed.

    Args:
        plan: any traits; what is no plan is for nothing.
        deed: any traits; what is no deed settles nothing.
    """
    if plan.stage != "ahead" or deed.stage != "done":
        return False
    return _comes_later(plan, deed) or _has_a_part_to_come(plan, deed)


def settles_none(deed: Traits, plans: Sequence[Traits]) -> bool:
    """Whether the deed is another one than these plans for one, which were told in this order.

    A plan may be brought forward: of those told before the deed was done the last one counts.
    """
    last = _last_day(deed)
    return any(
        is_the_next(plan, deed)
        for plan in plans
        if plan is plans[-1] or (last is not None and (plan.published or 0) >= last)
    )


def undoes(report: Traits, plan: Traits) -> bool:
    """Whether the report tells that this plan will not come, in words of another type.

    A protest that has begun is ended and not called off.
    """
    if not report.undoes or plan.trigger != report.undoes or plan.stage != "ahead":
        return False
    if plan.event not in UNDONE_BY[report.event] or plan.order >= report.order:
        return False
    if report.event != "CONCEDE":
        return True
    day = report.published
    return day is not None and plan.first is not None and plan.first > day


def was_over(plan: Traits, deed: Traits) -> bool:
    """Whether a deed that is reported later was over when the plan for the next one was told."""
    if plan.stage != "ahead" or plan.published is None or deed.last is None:
        return False
    return plan.order < deed.order and deed.last <= plan.published and _comes_later(plan, deed)


def _comes_later(plan: Traits, deed: Traits) -> bool:
    """Whether the deed was done, or told without a day, before the first day of the plan.

    What goes on may do so on the day after, and one of two neighbouring days is often a slip: a
    plan that is told before the deed is for another one only where nothing of that can be.
    """
    last = _last_day(deed)
    if plan.first is None or plan.published is None or last is None:
        return False
    slack = deed.first is not None or plan.published >= last
    return plan.first > last + slack


def _last_day(deed: Traits) -> int | None:
    """The last day on which it can have been done; None where that is not known."""
    if deed.last is not None:
        return deed.last
    return None if deed.spread else deed.published


def _has_a_part_to_come(plan: Traits, deed: Traits) -> bool:
    """Whether the deed was a part of what is to be done, and the plan is for the rest.

    "They freed one of three, and promised to release the other two within a week."
    """
    if plan.mutual or plan.published is None:
        return False
    days = exact_days(deed)
    same_text = plan.article == deed.article
    if days is None:
        done = same_text
    else:
        done = plan.published > days[1] or (same_text and plan.published == days[1])
    if not done:
        return False
    later = same_text and days is not None and plan.last is not None and plan.last > days[1]
    return later or bool(counts_differ(plan.deed, deed.deed))
