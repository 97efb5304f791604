"""The state that an event is in, and what each report changes of it.

The status is the latest well-sourced one, never a plain vote: *planned for 26 July, postponed,
occurred on 2 August* is the record of one visit. What has taken place is not undone by a later
report of the plan; told without a date, it has the plan's only near that day. A plan told after its
day not to have taken place is negated; told before its day not to come, it is negated where a party
or the outlet itself says that it will not, else disputed until a report settles it. A denial
disputes and changes little else: what is told only to be denied gives way to any status that
somebody reports, and a plan that was told to be off is one again, unless a party to it said that it
was off. The same does a party's own word for its plan against hearsay. What happened settles who
denied that it would.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.mention import DONE, TAKEN_OFF, Mention, Status, When
from dragoman.record.event import AHEAD, Change
from dragoman.record.life.dates import (
    is_blurred,
    is_first_day_of,
    is_of_old_plan,
    is_told_anew,
    tells_its_end,
)
from dragoman.record.life.stretches import are_apart, stretch_of, stretch_told
from dragoman.record.linking.timing import RECENT
from dragoman.record.traits.claims import Number, numbers_of
from dragoman.record.traits.voices import Voice, is_refusal, voice_of
from dragoman.times.intervals import days_of


@dataclass(frozen=True, slots=True)
class _Plan:
    """What the state was before a report told that the plan is off."""

    status: Status
    before: Status | None
    changed: date | None
    when: str | None


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
        self._denied: set[Status] = set()
        self._told_off = False  # somebody tells that the plan is off
        self._contradicted = False  # a report tells that it is not so
        self._plan: _Plan | None = None  # where the present status is that it is off
        self._off_by = Voice.HEARSAY  # the greatest voice that tells so
        self._off_on: date | None = None  # the last day of publication on which it was told
        self._anew_in = ""  # the article that tells of a new plan in place of one that was off
        self._denying: set[str] = set()  # articles that deny it
        self._affirming: set[str] = set()  # articles with a party's own word for the plan
        self._dates: set[str] = set()
        self._stretches: set[str] = set()  # those told with their last day
        self._numbers: set[Number] = set()
        self._placed = False

    @property
    def disputed(self) -> bool:
        """Whether somebody denies it, or tells that it is not so.

        Who denies that a plan is off, which nobody tells, says that it is on.
        """
        off = self._told_off or self._unreported
        return bool(self._denied if off else self._denied - TAKEN_OFF) or self._contradicted

    def take(
        self, mention: Mention, published: date | None, *, copied: bool = False
    ) -> tuple[Change, ...]:
        """Take the next report.

        Args:
            mention: what it tells.
            published: its day, or None.
            copied: its text was printed by another article before.

        Returns:
            what it changed; empty where it only says the same again.
        """
        self._latest = published or self._latest
        if mention.status in TAKEN_OFF and mention.certainty != "denied":
            self._off_on = published or self._off_on
        if self._is_own_word(mention):
            self._affirming.add(mention.article_id)
        if self.status is None:
            self.status = mention.status
            self._told_off = mention.status in TAKEN_OFF and mention.certainty != "denied"
            if mention.certainty == "denied":
                self._unreported = True
                self._take_denial(mention)
            self._take_details(mention, moved=True, copied=copied)
            return ("reported",)  # with the first report all is new
        if mention.certainty == "denied":
            return self._take_denial(mention)
        self._told_off = self._told_off or mention.status in TAKEN_OFF
        status = self._take_status(mention, published, copied=copied)
        return (*status, *self._take_details(mention, moved="status" in status, copied=copied))

    def _take_denial(self, mention: Mention) -> tuple[Change, ...]:
        if mention.status in TAKEN_OFF:
            if self.status in DONE:
                return ()  # it took place, which is what the denial says
            self._denying.add(mention.article_id)
        undisputed = not self.disputed
        self._denied.add(mention.status)
        again = mention.status == self.status and self._put_on_again(against=Voice.OUTLET)
        return ("disputed",) if again or (undisputed and self.disputed) else ()

    def _put_on_again(self, *, against: Voice) -> bool:
        """Let the plan be on again, unless a greater voice told that it is off; tells if it is."""
        plan = self._plan
        if plan is None or self._off_by > against:
            return False
        self.status, self.before, self.changed = plan.status, plan.before, plan.changed
        self.when, self._plan = plan.when, None
        return True

    def _take_status(
        self, mention: Mention, published: date | None, *, copied: bool
    ) -> tuple[Change, ...]:
        if mention.status == self.status:
            self._take_as_reported()
            self._off_by = max(self._off_by, voice_of(mention))
        elif self._is_doubtful(mention, copied=copied):
            return self._contradict()
        elif self._moves_on(mention, published):
            self._move(mention)
            if self._is_held_another_day(mention, published):
                self.when = None
            return ("status",)
        elif self._is_own_word(mention) and self._put_on_again(against=Voice.HEARSAY):
            return ("status", *self._contradict())
        elif mention.status == "negated" and self._speaks_against(mention):
            return self._contradict()
        return ()

    def _move(self, mention: Mention) -> None:
        """Let the report's status take the place of the present one."""
        assert self.status is not None
        old, new = self.status, mention.status
        self._plan = None
        if new in TAKEN_OFF and not self._unreported:
            self._plan = _Plan(old, self.before, self.changed, self.when)
        self._off_by = voice_of(mention)
        self.before = None if self._unreported else old
        self._anew_in = mention.article_id if new == "planned" and old in TAKEN_OFF else ""
        # What became of a plan settles whether it was one; that a deed ended does not.
        self._contradicted = self._contradicted and old in DONE
        if new in DONE or new == "negated":
            self._denied.intersection_update(DONE)
        self.status, self.changed = new, self._latest
        self._take_as_reported()

    def _contradict(self) -> tuple[Change, ...]:
        """Take it that a report tells that it is not so."""
        undisputed, self._contradicted = not self.disputed, True
        return ("disputed",) if undisputed else ()

    def _is_own_word(self, mention: Mention) -> bool:
        own = mention.status == "planned" and not mention.background
        return own and voice_of(mention) is Voice.PARTY

    def _is_doubtful(self, mention: Mention, *, copied: bool) -> bool:
        """Whether it tells of a plan to be off what its article, or a party, says is not so."""
        if mention.status not in TAKEN_OFF or self.status not in AHEAD or mention.background:
            return False
        denied, voice = not self._denied.isdisjoint(TAKEN_OFF), voice_of(mention)
        if voice is Voice.HEARSAY and (denied or mention.article_id in self._affirming):
            return True
        return voice < Voice.PARTY and denied and (copied or mention.article_id in self._denying)

    def _take_details(self, mention: Mention, *, moved: bool, copied: bool) -> list[Change]:
        """Take the date, the numbers and the place; ``moved`` where the status is new."""
        changes: list[Change] = []
        if mention.when is not None and mention.status == self.status:
            if self._is_new_date(mention.when, moved=moved, copied=copied):
                self.when = mention.when.edtf
                changes.append("date")
            self._dates.add(mention.when.edtf)
            if tells_its_end(mention.when):
                self._stretches.add(mention.when.edtf)
        numbers = set(numbers_of(mention))
        if numbers - self._numbers:
            self._numbers |= numbers
            changes.append("numbers")
        if mention.where and not self._placed:
            self._placed = True
            changes.append("place")
        return changes

    def _take_as_reported(self) -> None:
        """Take it that somebody reports the status; the day that denials alone told is let go."""
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
        if new == "possible" or self._is_of_old_plan(mention):
            return False
        if new == "planned":
            # The old plan told once more beside its postponement, or after it came to nothing, is
            # no new plan; a later day is.
            off = old in TAKEN_OFF or (old == "negated" and self.when is not None)
            return not off or self._is_later(mention) or self._is_told_anew(mention, published)
        if new == "negated":
            # Before its day a plan that somebody calls none is only contradicted; not where a
            # party says that it will not come.
            return old == "possible" or (
                old in AHEAD and (self._is_past(published) or self._is_given_up(mention))
            )
        return True

    def _speaks_against(self, mention: Mention) -> bool:
        """Whether the report that something is not so speaks against the present status."""
        return self.status in DONE or (self.status in AHEAD and not mention.background)

    def _is_later(self, mention: Mention) -> bool:
        if mention.when is None or self.when is None:
            return False
        new, old = days_of(mention.when.edtf)[0], days_of(self.when)[0]
        return new is not None and old is not None and new > old

    def _is_told_anew(self, mention: Mention, published: date | None) -> bool:
        told = self._dates if self.when is None else self._dates | {self.when}
        return is_told_anew(mention, published, self._off_on, told)

    def _is_of_old_plan(self, mention: Mention) -> bool:
        planned = self.status == "planned"
        return planned and is_of_old_plan(mention, self.when, self._dates, self._anew_in)

    def _is_past(self, published: date | None) -> bool:
        last = days_of(self.when)[1] if self.when else None
        return last is not None and published is not None and last < published

    def _is_given_up(self, mention: Mention) -> bool:
        """Whether a party says of this plan, and not of another day's, that it will not come.

        Or the outlet in its own voice: "she will not travel"; not where she "has never been there".
        """
        voice = voice_of(mention)
        if voice is Voice.HEARSAY or (voice is Voice.OUTLET and not is_refusal(mention)):
            return False
        return not are_apart(stretch_told(mention), stretch_of(self.when))

    def _is_held_another_day(self, mention: Mention, published: date | None) -> bool:
        """Whether what the report tells without a date was hardly done on the day of the plan."""
        if mention.status not in DONE or self.before in DONE or mention.when is not None:
            return False
        days = stretch_of(self.when)
        if days is None or published is None:
            return False
        return published < days[0] or published > days[1] + timedelta(RECENT)

    def _is_new_date(self, when: When, *, moved: bool, copied: bool) -> bool:
        """Whether the report's date takes the place of the present one."""
        if self.when is None:
            return True
        if when.edtf == self.when or (copied and when.edtf in self._dates):
            return False
        if stretch_of(when.edtf) is None:
            return False
        if self.when in self._stretches and is_first_day_of(when, self.when):
            return False
        if is_blurred(when, self.when):
            return moved and self.status == "postponed"  # 6 October, put off to later that month
        return stretch_of(self.when) is None or self.status not in DONE
