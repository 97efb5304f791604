"""Meetings of two parties in the terminal: how many by month, and each in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.cli.eventlines import sides
from dragoman.cli.page import STATUS
from dragoman.wording import count, when

if TYPE_CHECKING:
    from dragoman.record.dyads.meeting import Meeting
    from dragoman.record.dyads.meetings import Meetings

_FAINT = "bright_black"
_MOST = 50  # meetings of a section; the counts have all


def meetings_page(told: Meetings) -> Iterator[RenderableType]:
    """How often two met, by month; then each meeting: held, ahead, cancelled, never held."""
    from dragoman.record.dyads.meetingwords import sections, tally

    yield Rule("Meetings", align="left", style=_FAINT)
    line = tally(told)
    yield Text(line or "No meeting of the two is known.", style="bold" if line else "italic")
    if len(told.months) > 1:
        yield _months(told)
    if told.undated:
        yield Text(f"and {count(told.undated, 'meeting')} of which no month is told", style=_FAINT)
    if told.left_out:
        yield Text(f"{count(told.left_out, 'older event')} not looked at", style="yellow")
    for section in sections(told):
        yield Text(f"\n{section.name}", style="bold")
        for meeting in section.meetings[:_MOST]:
            yield from _lines(meeting)
        if (more := len(section.meetings) - _MOST) > 0:
            yield Text(f"and {more} more; --json tells them", style=_FAINT)


def _months(told: Meetings) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("month", no_wrap=True)
    for name in ("held", "ahead", "cancelled", "never\nheld", "put off\nor moved"):
        table.add_column(name, justify="right")
    for month in told.months:
        numbers = (month.held, month.ahead, month.cancelled, month.never_held, month.shifts)
        table.add_row(f"{month.month:%Y-%m}", *(str(number or "") for number in numbers))
    return table


def _lines(meeting: Meeting) -> Iterator[RenderableType]:
    from dragoman.record.dyads.meetingwords import SIGNED_AS, part_line, setting, shift_line

    sign, colour = STATUS[SIGNED_AS[meeting.outcome]]
    head = Text(f"{sign} {meeting.outcome:<10} ", style=colour)
    head.append(f"{when(meeting.when):<20}  ", style="none")
    head.append(sides(meeting.parts[0].event), style="none")
    facts = [setting(meeting), "disputed" if meeting.disputed else ""]
    yield head
    if any(facts):
        yield Padding(Text(" · ".join(filter(None, facts))), (0, 0, 0, 2))
    for shift in meeting.shifts:
        yield Padding(Text(shift_line(shift), style="yellow"), (0, 0, 0, 2))
    for part in meeting.parts:
        facts = [part_line(part, meeting), part.event.id, count(part.event.sources, "source")]
        yield Padding(Text(" · ".join(facts), style=_FAINT), (0, 0, 0, 2))
