"""Lines that each begin with their day: of which year each is, and what of it has been."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.times import find
from dragoman.times.chronicles import in_order
from tests.readings import Reading, coded_as

PUBLISHED = date(2026, 11, 11)


def days(*lines: str, published: date = PUBLISHED) -> list[str]:
    text = "\n\n".join(lines)
    return [e.edtf for e in in_order(text, find(text, published), published)]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("Feb. 12: Deby visits Accra.", "June 2: Talks open.", "Nov. 3: Chad signs."),
         ["2026-02-12", "2026-06-02", "2026-11-03"]),
        (("Nov. 3: Chad signs.", "June 2: Talks open.", "Feb. 12: Deby visits Accra."),
         ["2026-11-03", "2026-06-02", "2026-02-12"]),
        (("Dec. 9: Deby visits Accra.", "Jan. 20: Talks open.", "May 1: Chad signs."),
         ["2025-12-09", "2026-01-20", "2026-05-01"]),
        (("Dec. 9, 2024: Deby visits Accra.", "Jan. 20: Talks open.", "March 1, 2025: Chad signs."),
         ["2024-12-09", "2025-01-20", "2025-03-01"]),
        (("June 2: Talks open.", "Nov. 3: Chad signs.", "Nov. 20: The court rules."),
         ["2026-06-02", "2026-11-03", "2026-11-20"]),
        (("Nov. 20: Deby visits Accra.", "Dec. 2: Talks open.", "Dec. 9: Chad signs."),
         ["2026-11-20", "2026-12-02", "2026-12-09"]),
    ],
)  # fmt: skip
def test_each_day_is_of_the_year_that_the_others_leave(lines, told):
    assert days(*lines) == told


def test_two_days_are_no_chronicle():
    text = "Feb. 12: Deby visits Accra.\n\nNov. 3: Chad signs."
    found = find(text, PUBLISHED)
    assert in_order(text, found, PUBLISHED) == tuple(found)


@pytest.mark.parametrize(
    ("lines", "status", "day"),
    [
        (("Feb. 1: Chad votes.", "Feb. 12: Deby visits Accra.", "June 2: Chad pays."),
         "occurred", "2026-02-12"),
        (("Nov. 15: Chad votes.", "Nov. 20: Deby visits Accra.", "Dec. 2: Chad pays."),
         "planned", "2026-11-20"),
    ],
)  # fmt: skip
def test_what_the_present_tells_of_a_day_gone_by_has_been(coder, lines, status, day):
    reading = Reading("visits", "CONSULT", "visit", ("Deby",), ("Accra",), "planned")
    (visit,) = coded_as(coder, "\n\n".join(lines), reading)
    assert (visit.status, visit.when and visit.when.edtf) == (status, day)


def test_what_was_agreed_on_a_day_gone_by_is_still_planned(code):
    lines = ("June 1: Chad votes.", "June 2: Sudan agrees to withdraw its troops.", "June 9: Rain.")
    statuses = [m.status for m in code("\n\n".join(lines)) if m.event == "RETREAT"]
    assert statuses == ["planned"]
