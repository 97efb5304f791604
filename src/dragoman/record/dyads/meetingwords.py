"""What is told of meetings in words, in the terminal and on pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.countries import name_of
from dragoman.mention import Status
from dragoman.record.dyads.meeting import Meeting, Outcome, Part, Shift
from dragoman.record.dyads.meetings import Meetings
from dragoman.wording import day, when

SIGNED_AS: Mapping[Outcome, Status] = {
    "held": "occurred", "planned": "planned", "postponed": "postponed", "cancelled": "cancelled",
    "negated": "negated", "overdue": "planned", "lapsed": "planned",
}  # fmt: skip
"""The status whose sign and colour a meeting bears."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of what is told of meetings: its name, what that means, and the meetings."""

    name: str
    means: str
    meetings: tuple[Meeting, ...]


def sections(told: Meetings) -> tuple[Section, ...]:
    """The meetings by what became of them; what is empty is left out."""
    found = (
        Section("Held", "", told.held),
        Section("Ahead", "", told.ahead),
        Section("Cancelled", "", told.cancelled),
        Section(
            "Never held",
            "Told not to have taken place; or overdue: the day has passed and no report tells that "
            "it was held; or lapsed: no day was told, and nobody has spoken of it for 60 days.",
            told.never_held,
        ),
    )
    return tuple(section for section in found if section.meetings)


def tally(told: Meetings) -> str:
    """``3 held, 1 ahead, 2 never held; put off or moved twice``; empty where none is known."""
    numbers = (
        (len(told.held), "held"), (len(told.ahead), "ahead"),
        (len(told.cancelled), "cancelled"), (len(told.never_held), "never held"),
    )  # fmt: skip
    line = ", ".join(f"{number} {name}" for number, name in numbers if number)
    every = (*told.held, *told.ahead, *told.cancelled, *told.never_held)
    times = sum(len(meeting.shifts) for meeting in every)
    often = {1: "once", 2: "twice"}.get(times, f"{times} times")
    return f"{line}; put off or moved {often}" if times else line


def shift_line(shift: Shift) -> str:
    """``put off from 26 Jul 2025 to 2–3 Aug 2025 (told 24 Jul 2025)``."""
    later = shift.new is None or shift.old is None or shift.new > shift.old
    start = f" from {when(shift.old)}" if shift.old else ""
    end = f" to {when(shift.new)}" if shift.new else ", to no day that is told"
    told = f" (told {day(shift.reported)})" if shift.reported else ""
    return f"{'put off' if later else 'moved'}{start}{end}{told}"


def setting(meeting: Meeting) -> str:
    """Where it is or was, and with whom: ``Doha, hosted by Qatar; with United Nations``."""
    guests = [party for party in meeting.third_parties if party.country != meeting.host]
    place = meeting.where.name if meeting.where else ""
    if meeting.host:
        host = name_of(meeting.host)
        if len(guests) < len(meeting.third_parties):
            host = f"hosted by {host}"
        place = ", ".join(dict.fromkeys(filter(None, (place, host))))
    others = ", ".join(party.name for party in guests)
    return "; ".join(filter(None, (place, f"with {others}" if others else "")))


def part_line(part: Part, meeting: Meeting) -> str:
    """``talks, 3 Aug 2025``; with its status where that is not the meeting's."""
    event = part.event
    told = when(event.when) if event.when else f"reported {day(event.first_reported)}"
    same = part is meeting.parts[0] or event.took_place == (meeting.outcome == "held")
    return f"{part.what}, {told}" + ("" if same else f", {event.status}")
