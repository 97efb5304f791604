"""The state that an event is in, and what each report changes of it.

The status is the latest well-sourced one, never a plain vote: *planned for 26 July, postponed,
occurred on 2 August* is the record of one visit. What has taken place is not undone by a later
report of the plan. A plan told after its day not to have taken place is negated; told before its
day not to come, it is disputed until a report settles it. A denial disputes and changes nothing
else: what is told only to be denied gives way to any status that somebody reports.
"""

from __future__ import annotations

from datetime import date

from dragoman.mention import Mention, Status
from dragoman.record.claims import Number, numbers_of
from dragoman.record.event import AHEAD, DONE, Change
from dragoman.times.intervals import days_of

_OFF = frozenset({"postponed", "cancelled"})


class State:
    """What the reports taken so far make of the event; each is taken in the record's order.

    Attributes:
        status: the present status; None before the first report.
        before: the status before it, as in `Event`.
        changed: the day of the report that changed it, as in `Event`.
        when: the date told of the present status, else that of the one before; EDTF, or None.
    """

    def __init__(self) -> None:
        self.status: Status | None = None
        self.before: Status | None = None
        self.changed: date | None = None
        self.when: str | None = None
        self._latest: date | None = None  # the last day of publication that is known
        self._unreported = False  # the status is told in denials alone
        self._denied = False
        self._contradicted = False  # a report tells that it is not so
        self._numbers: set[Number] = set()
        self._placed = False

    @property
    def disputed(self) -> bool:
        """Whether somebody denies it, or tells that it is not so."""
        return self._denied or self._contradicted

    def take(self, mention: Mention, published: date | None) -> tuple[Change, ...]:
        """Take the next report.

        Args:
            mention: what it tells.
            published: its day, or None.

        Returns:
            what it changed; empty where it only says the same again.
        """
        self._latest = published or self._latest
        denies, undisputed = mention.certainty == "denied", not self.disputed
        if self.status is None:
            self.status = mention.status
            self._unreported = self._denied = denies
            self._take_details(mention)
            return ("reported",)  # with the first report all is new
        if denies:
            self._denied = True
            return ("disputed",) if undisputed else ()
        return (*self._take_status(mention, published), *self._take_details(mention))

    def _take_status(self, mention: Mention, published: date | None) -> tuple[Change, ...]:
        if mention.status == self.status:
            self._is_reported()
        elif self._moves_on(mention, published):
            self.before = None if self._unreported else self.status
            # What became of a plan settles whether it was one; that a deed ended does not.
            self._contradicted = self._contradicted and self.status in DONE
            self.status, self.changed = mention.status, self._latest
            self._is_reported()
            return ("status",)
        elif mention.status == "negated" and self._speaks_against(mention):
            undisputed, self._contradicted = not self.disputed, True
            return ("disputed",) if undisputed else ()
        return ()

    def _take_details(self, mention: Mention) -> list[Change]:
        """Take the date, the numbers and the place."""
        changes: list[Change] = []
        if mention.when is not None and self._has_new_date(mention, mention.when.edtf):
            self.when = mention.when.edtf
            changes.append("date")
        numbers = numbers_of(mention)
        if numbers - self._numbers:
            self._numbers |= numbers
            changes.append("numbers")
        if mention.where and not self._placed:
            self._placed = True
            changes.append("place")
        return changes

    def _is_reported(self) -> None:
        """Somebody reports the status; the day that denials alone told is no longer of use."""
        if self._unreported:
            self._unreported, self.when = False, None

    def _moves_on(self, mention: Mention, published: date | None) -> bool:
        """Whether the report's status takes the place of the present one."""
        old, new = self.status, mention.status
        if mention.background:
            return False
        if self._unreported:
            return True
        if old in DONE:
            # What is under way can end; nothing else undoes a deed.
            return old == "ongoing" and new == "occurred"
        if new in DONE:
            return True
        if new == "possible":
            return False
        if new == "planned":
            # The old plan told once more beside its postponement, or after it came to nothing, is
            # no new plan; a later day is.
            off = old in _OFF or (old == "negated" and self.when is not None)
            return not off or self._is_later(mention)
        if new == "negated":
            # Before its day a plan that somebody calls none is only contradicted.
            return old == "possible" or (old in AHEAD and self._is_past(published))
        return True

    def _speaks_against(self, mention: Mention) -> bool:
        """Whether the report that something is not so speaks against the present status."""
        return self.status in DONE or (self.status in AHEAD and not mention.background)

    def _is_later(self, mention: Mention) -> bool:
        if mention.when is None or self.when is None:
            return False
        new, old = days_of(mention.when.edtf)[0], days_of(self.when)[0]
        return new is not None and old is not None and new > old

    def _is_past(self, published: date | None) -> bool:
        last = days_of(self.when)[1] if self.when else None
        return last is not None and published is not None and last < published

    def _has_new_date(self, mention: Mention, edtf: str) -> bool:
        """Whether the report's date takes the place of the present one."""
        if mention.status != self.status or edtf == self.when:
            return False
        if self.when is None:
            return True
        if None in days_of(edtf):
            return False
        return None in days_of(self.when) or self.status not in DONE
