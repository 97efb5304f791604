"""Whether a mention agrees with all of the event that it would join, and not with one report only.

Likeness looks at two mentions. A chain of them could lead from one country to another, or from week
to week without end: each report like the one before, and the last unlike the first.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field, replace

from dragoman.record.linking.accords import are_two_accords, are_two_bans
from dragoman.record.linking.likeness import is_count
from dragoman.record.linking.parties import countries_told, kinds_of, told_of
from dragoman.record.linking.series import (
    Days,
    are_two_deeds,
    exact_days,
    gap,
    goes_on,
    is_exact,
    marks_of,
)
from dragoman.record.linking.settling import is_the_next, settles_none, undoes
from dragoman.record.linking.timing import RECENT
from dragoman.record.linking.travellers import are_two_visits
from dragoman.record.traits.deeds import NO_DEED
from dragoman.record.traits.traits import Traits

_SPREAD = 7  # days of publication over which undated reports may tell of one deed
_SPREAD_AHEAD = 60  # days over which they may tell of one plan
_ONE_DEED = 3  # days over which the dates told of one deed may differ


@dataclass(slots=True)
class Whole:
    """What the mentions of an event, taken in order, tell together.

    Attributes:
        members: numbers of the mentions.
        latest: the last day of publication; None where none is known.
        doers: countries told of who does it.
        targets: countries told of whom it is done to.
        countries: those told of either.
        visits: those that tell of a visit, each traveller once.
        places: countries in which it was done.
        done: the days told of the deed to the day.
        told: the days on which reports without a date told of the deed.
        planned: the days on which reports without a date told of the plan.
        turns: the number of its turn, by what is counted.
        deeds: those that tell of the deed what parts it from the next of its kind.
        plans: those that tell on what day it is to be, each day once.
        bare: the last that tells of the deed and not on what day it was.
        families: the families of types told of it, less those of who only undoes a plan of it.
        undoable: those that tell of a plan for it, each word and day once.
        undone: words for what is told not to come, in words of another type.
        sentences: the trigger of each sentence that tells of it, by its article and words.
        about: those that tell of what the pact or ban is, each subject once.
    """

    members: list[int] = field(default_factory=list)
    latest: int | None = None
    doers: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    visits: list[Traits] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    done: Days | None = None
    told: Days | None = None
    planned: Days | None = None
    turns: dict[str, int] = field(default_factory=dict)
    deeds: list[Traits] = field(default_factory=list)
    plans: list[Traits] = field(default_factory=list)
    bare: Traits | None = None
    families: set[str] = field(default_factory=set)
    undoable: list[Traits] = field(default_factory=list)
    undone: set[str] = field(default_factory=set)
    sentences: dict[tuple[str, frozenset[str]], str] = field(default_factory=dict)
    about: list[Traits] = field(default_factory=list)

    def add(self, number: int, traits: Traits) -> None:
        """Take a mention; they are taken in order, but for plans for the next one."""
        self.members.append(number)
        if _parts_clauses(traits):
            self.sentences.setdefault(_sentence_of(traits), traits.trigger)
        if self._is_undone_by(traits):
            self.undone.add(traits.undoes)
            traits = replace(traits, stage="not")
        else:
            self.families.add(traits.family)
        self._add_undoable(traits)
        self.doers |= told_of(traits.actors)
        self.targets |= told_of(traits.recipients)
        self.countries |= countries_told(traits)
        if traits.subjects and all(traits.subjects != one.subjects for one in self.about):
            self.about.append(traits)
        if traits.visit and all(traits.actors != visit.actors for visit in self.visits):
            self.visits.append(traits)
        if traits.published is not None:
            self.latest = max(self.latest or 0, traits.published)
        if traits.turn is not None and traits.turn.number is not None:
            self.turns.setdefault(traits.turn.unit, traits.turn.number)
        if traits.stage == "done" and traits.spot is not None and traits.spot.country:
            self.places.add(traits.spot.country)
        if traits.stage == "ahead" and traits.first is not None:
            self._add_plan(traits)
        if traits.stage == "done" and traits.first is None and not traits.spread:
            self.bare = traits
        self._add_days(traits)
        self._add_deed(traits)

    def _add_undoable(self, traits: Traits) -> None:
        """Keep it if it is a plan, in a word or for a day that no other has."""
        if traits.stage == "ahead" and all(
            (traits.trigger, traits.first) != (plan.trigger, plan.first) for plan in self.undoable
        ):
            self.undoable.append(traits)

    def _add_days(self, traits: Traits) -> None:
        if traits.first is not None:
            days = exact_days(traits)
            if traits.stage == "done" and days is not None and not self._goes_on(traits):
                self.done = _widened(self.done, days)
        elif traits.published is not None and not traits.spread:
            days = traits.published, traits.published
            if traits.stage == "ahead":
                self.planned = _widened(self.planned, days)
            else:
                self.told = _widened(self.told, days)

    def _add_deed(self, traits: Traits) -> None:
        """Keep it if it tells what no other has told, so that few are asked of a long event."""
        telling = is_exact(traits) or traits.deed != NO_DEED or kinds_of(traits.recipients)
        if traits.stage != "done" or not telling:
            return
        if all(marks_of(traits) != marks_of(deed) for deed in self.deeds):
            self.deeds.append(traits)

    def _add_plan(self, traits: Traits) -> None:
        """Keep it as the last one that tells of its day."""
        self.plans = [plan for plan in self.plans if _days_of(plan) != _days_of(traits)]
        self.plans.append(traits)

    def suits(self, traits: Traits) -> bool:
        """Whether nothing that the event's mentions tell is at odds with what this one tells."""
        if self._is_undone_by(traits):
            traits = replace(traits, stage="not")
        elif self.families and traits.family not in self.families:
            return False
        beside = self.sentences.get(_sentence_of(traits), traits.trigger)
        if beside != traits.trigger and _parts_clauses(traits):
            return False
        turn = traits.turn
        if turn is not None and self.turns.get(turn.unit, turn.number) != turn.number:
            return False
        if any(are_two_accords(one, traits) or are_two_bans(one, traits) for one in self.about):
            return False
        place, time = self._suits_place(traits), self._suits_time(traits)
        if not (place and time and self._suits_parties(traits)):
            return False
        return self._suits_plans(traits) and not any(are_two_deeds(d, traits) for d in self.deeds)

    def _is_undone_by(self, traits: Traits) -> bool:
        """Whether it tells that the plan will not come, or tells so once more."""
        again = bool(traits.undoes) and traits.undoes in self.undone and self.done is None
        return again or any(undoes(traits, plan) for plan in self.undoable)

    def _goes_on(self, traits: Traits) -> bool:
        """Whether it tells that what the event's mentions tell to have begun goes on."""
        return any(goes_on(deed, traits) for deed in self.deeds)

    def _suits_plans(self, traits: Traits) -> bool:
        """Whether the deed settles what was planned, or the plan is for what was done."""
        deeds = self.deeds if self.bare is None else [*self.deeds, self.bare]
        return not (settles_none(traits, self.plans) or any(is_the_next(traits, d) for d in deeds))

    def _suits_parties(self, traits: Traits) -> bool:
        if traits.mutual and not traits.visit:
            return _meet(self.countries, countries_told(traits))
        if traits.visit and any(are_two_visits(visit, traits) for visit in self.visits):
            return False
        doers, targets = told_of(traits.actors), told_of(traits.recipients)
        return _meet(self.doers, doers) and _meet(self.targets, targets)

    def _suits_place(self, traits: Traits) -> bool:
        if traits.stage != "done" or traits.spot is None or not traits.spot.country:
            return True
        here = _meet(self.places, {traits.spot.country})
        return here or not self.countries.isdisjoint(countries_told(traits))

    def _suits_time(self, traits: Traits) -> bool:
        published = traits.published
        if traits.stage == "ahead":
            return published is None or self._suits_time_ahead(traits, published)
        if traits.first is not None:
            days = exact_days(traits)
            if traits.stage != "done" or days is None or self._goes_on(traits):
                return True
            return _width(self.done, days) <= _ONE_DEED and _is_told_near(self.told, days)
        if published is None or traits.spread:
            return True
        day = published, published
        near = self.done is None or _is_told_near(day, self.done)
        return near and _width(self.told, day) <= _SPREAD

    def _suits_time_ahead(self, plan: Traits, published: int) -> bool:
        """Whether it was told before the deed was over, and if undated not long after the first."""
        if self.done is not None and published > self.done[1] + 1:
            return False
        dated = plan.first is not None or plan.spread
        return dated or _width(self.planned, (published, published)) <= _SPREAD_AHEAD


def _widened(days: Days | None, more: Days) -> Days:
    """The stretch that holds these days, too."""
    return more if days is None else (min(days[0], more[0]), max(days[1], more[1]))


def _width(days: Days | None, more: Days) -> int:
    """How long the stretch would be with these days."""
    first, last = _widened(days, more)
    return last - first


def _is_told_near(told: Days | None, days: Days) -> bool:
    """Whether a deed of these days may be what was reported without a date on those."""
    return told is None or gap((told[0] - RECENT, told[1]), days) <= _SPREAD - RECENT


def _meet(some: Set[str], others: Set[str]) -> bool:
    """Whether they have one in common, or one side tells none."""
    return not some or not others or not some.isdisjoint(others)


def _parts_clauses(traits: Traits) -> bool:
    """Whether another trigger of its sentence tells of another deed.

    Not of the dead who are counted, nor of a crowd, which marches, burns and pelts in one protest.
    """
    return not is_count(traits) and traits.event != "PROTEST"


def _sentence_of(traits: Traits) -> tuple[str, frozenset[str]]:
    return traits.article, frozenset(traits.words)


def _days_of(plan: Traits) -> tuple[int | None, int | None, object]:
    return plan.first, plan.last, plan.deed
