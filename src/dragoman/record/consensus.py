"""What the mentions of an event agree on: of each trait what most of them tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from dragoman.mention import CERTAINTIES, PRECISIONS, Entity, Mention
from dragoman.record.event import Party, Place
from dragoman.times.intervals import days_of

# A happening's dates told a little apart ("2 August", "2 and 3 August") are one stretch of days.
_ONE_STRETCH = 10


def kind_of(mentions: Sequence[Mention]) -> Mention:
    """The mention whose type and mode are told most; the more certain of two."""
    votes = Counter((mention.event, mention.mode) for mention in mentions)
    return max(
        mentions,
        key=lambda m: (votes[m.event, m.mode], m.mode is not None, m.confidence, m.id),
    )


def contexts_of(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The contexts, most told first.

    Of those told equally often, in the order of first mention: a mention's most telling first.
    """
    told = Counter(context for mention in mentions for context in mention.contexts)
    return tuple(context for context, _ in told.most_common())


def best_of(mentions: Sequence[Mention]) -> Mention:
    """The mention whose sentence tells most of the event; of two the surer and firmer."""
    return max(
        mentions,
        key=lambda m: (
            not m.background, _told(m), m.confidence, -CERTAINTIES.index(m.certainty), m.id
        ),
    )  # fmt: skip


def _told(mention: Mention) -> int:
    """How much of who, to whom, when and where its own sentence tells."""
    sides = (mention.actors, mention.recipients)
    named = sum(any(not party.inferred for party in side) for side in sides)
    return named + (mention.when is not None) + bool(mention.where)


def date_of(mentions: Sequence[Mention]) -> str | None:
    """The date of what took place: of those told most the widest that holds them together."""
    told = Counter(m.when.edtf for m in mentions if m.when is not None)
    whole = {edtf: days for edtf in told if (days := _whole(edtf)) is not None}
    if not whole:
        return max(sorted(told), key=lambda edtf: told[edtf], default=None)
    best = max(sorted(whole), key=lambda edtf: (told[edtf], whole[edtf][0] - whole[edtf][1]))
    first, last = whole[best]
    for edtf, (low, high) in sorted(whole.items()):
        if low <= first and high >= last and (high - low).days <= _ONE_STRETCH:
            best, first, last = edtf, low, high
    return best


def _whole(edtf: str) -> tuple[date, date] | None:
    """The first and the last day, where both are known."""
    first, last = days_of(edtf)
    return (first, last) if first is not None and last is not None else None


def sides_of(
    telling: Sequence[Mention], mentions: Sequence[Mention], *, visit: bool
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The actors and the recipients.

    Args:
        telling: the mentions that tell the present status; what these name comes first.
        mentions: all mentions; they are asked where those name nobody.
        visit: whether it is one: no host travels then, and no guest hosts.
    """
    actors = _parties(telling, "actors") or _parties(mentions, "actors")
    recipients = _parties(telling, "recipients") or _parties(mentions, "recipients")
    if visit and actors and recipients:
        return _apart(actors, recipients[0]), _apart(recipients, actors[0])
    return actors, recipients


def _parties(mentions: Sequence[Mention], side: str) -> tuple[Party, ...]:
    """The parties that most mentions name, the most named first; one of a country and sector."""
    votes: Counter[tuple[str | None, str]] = Counter()
    names: dict[tuple[str | None, str], Counter[Party]] = {}
    for mention in mentions:
        entities: tuple[Entity, ...] = getattr(mention, side)
        for entity in entities:
            sector = entity.sectors[0] if entity.sectors else "UNK"
            key = (entity.country, sector if entity.country else entity.name)
            votes[key] += 1
            party = Party(entity.name, entity.country, entity.sectors, entity.office)
            names.setdefault(key, Counter())[party] += 1
    kept = [key for key in votes if votes[key] * 4 >= max(votes.values())]
    kept.sort(key=lambda key: (-votes[key], str(key)))
    return tuple(
        max(names[key], key=lambda party: (names[key][party], bool(party.office), party.name))
        for key in kept
    )


def _apart(parties: tuple[Party, ...], other: Party) -> tuple[Party, ...]:
    """The parties without those of the other's country; all, where none is left."""
    kept = tuple(p for p in parties if p.country is None or p.country != other.country)
    return kept or parties


def place_of(mentions: Sequence[Mention]) -> Place | None:
    """The place told most among the finest."""
    places = Counter(
        Place(w.name, w.country, w.geonameid, w.lat, w.lon, w.precision)
        for mention in mentions
        for w in mention.where[:1]
    )
    return max(
        places,
        key=lambda place: (places[place], -PRECISIONS.index(place.precision), place.name),
        default=None,
    )
