"""Events without the countries that no word told of a party says."""

from __future__ import annotations

from dataclasses import replace

from dragoman.record.event import History, Party


def uninferred(history: History) -> History:
    """The same event, each country that is inferred unknown; see `Party.country_inferred`."""
    event = history.event
    if not any(party.country_inferred for party in event.parties):
        return history
    actors, recipients = (tuple(map(_told, side)) for side in (event.actors, event.recipients))
    return replace(history, event=replace(event, actors=actors, recipients=recipients))


def _told(party: Party) -> Party:
    return replace(party, country=None, country_inferred=False) if party.country_inferred else party
