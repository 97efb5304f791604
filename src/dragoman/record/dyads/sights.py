"""An event as what meetings are made of: its days, its country, who is there, which round it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.mention import DONE
from dragoman.record.event import Event, History, Party, Step
from dragoman.record.life.stretches import Stretch, stretch_of
from dragoman.record.traits.turns import turn_of

Pair = tuple[str, str]
"""The codes of two parties."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One event as seen by who counts meetings.

    Attributes:
        history: the event with its reports.
        days: the days told of it, or None.
        soil: the country in which it is; of a visit the host's, where no place in
            one of the two is told. None if unknown.
        people: names of those who hold an office, by country.
        turns: which round it is told to be: what is counted, and the number.
        later: it is told to have had one of its kind before it.
        told: the reports by article.
    """

    history: History
    days: Stretch | None
    soil: str | None
    people: dict[str, frozenset[str]]
    turns: frozenset[tuple[str, int]]
    later: bool
    told: dict[str, tuple[Step, ...]]

    @property
    def event(self) -> Event:
        """The event."""
        return self.history.event

    @property
    def done(self) -> bool:
        """Whether it took or is taking place, by what is told."""
        return self.event.status in DONE

    @property
    def reported(self) -> date | None:
        """The day of the first report."""
        return self.event.first_reported

    @property
    def visit(self) -> bool:
        """Whether one side travels to the other."""
        return self.event.mode == "visit"


def sight_of(history: History, pair: Pair) -> Sight:
    """The event of a history as what meetings of two are made of."""
    event = history.event
    turns = [turn for step in history.steps if (turn := turn_of(step.sentence, *step.trigger))]
    told: dict[str, list[Step]] = defaultdict(list)
    for step in history.steps:
        told[step.article_id].append(step)
    return Sight(
        history,
        stretch_of(event.when),
        _soil(event, pair),
        _people(event.parties),
        frozenset((turn.unit, turn.number) for turn in turns if turn.unit and turn.number),
        any(turn.later for turn in turns),
        {article: tuple(steps) for article, steps in told.items()},
    )


def _soil(event: Event, pair: Pair) -> str | None:
    place = event.where.country if event.where else None
    if event.mode == "visit" and place not in pair:  # of several stops the one with the other party
        hosts = {party.country for party in event.recipients} & set(pair)
        return hosts.pop() if len(hosts) == 1 else place
    return place


def _people(parties: Iterable[Party]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for party in parties:
        name, office = party.name.casefold(), (party.office or "").casefold()
        words = party.name.split()
        # 'Luiz da Silva' is somebody; "Peru's president" and 'Prime Minister' are not named.
        named = words[:1] and words[0][:1].isupper() and words[-1][:1].isupper()
        if named and party.country and office and office not in name:
            found[party.country].add(name)
    return {country: frozenset(names) for country, names in found.items()}
