"""A ruling: what a reader said of which reports are of one event, whatever likeness says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kind = Literal["join", "part"]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who took a ruling back, when (UTC), with what remark, if any."""

    reviewer: str
    made: datetime
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A reader's word on linking; it holds until it is taken back, or a later one says otherwise.

    Attributes:
        id: its id.
        kind: ``join``, the mentions of both sides are of one event; or ``part``, those of the one
            side are not of the event of the other.
        mentions: ids of the mentions of the one side, in order: what was taken out of an event, or
            the event that was joined to another.
        others: those of the other side, as the event had them then.
        reviewer: who says so.
        made: when, UTC.
        note: a remark, or None.
        withdrawn: who took it back; None while it holds.
    """

    id: str
    kind: Kind
    mentions: tuple[str, ...]
    others: tuple[str, ...]
    reviewer: str
    made: datetime
    note: str | None = None
    withdrawn: Withdrawal | None = None

    def text(self) -> str:
        """One line for people: who said what, and when."""
        one, other = (_named(side) for side in (self.mentions, self.others))
        what = (
            f"{one} and {other} are of one event"
            if self.kind == "join"
            else f"{one} not of the event of {other}"
        )
        found = f"{self.made:%Y-%m-%d} {self.reviewer}: {what}{_quoted(self.note)}"
        if back := self.withdrawn:
            found += f"; taken back {back.made:%Y-%m-%d} by {back.reviewer}{_quoted(back.note)}"
        return found


def _named(mentions: tuple[str, ...]) -> str:
    """The first of them, and how many there are beside it; of none that their articles are gone."""
    if not mentions:
        return "(removed articles)"
    return f"{mentions[0]} and {len(mentions) - 1} more" if len(mentions) > 1 else mentions[0]


def _quoted(note: str | None) -> str:
    return f" “{note}”" if note else ""
