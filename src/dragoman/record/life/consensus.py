"""What the mentions of an event agree on: of each trait what most of them tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from dragoman.distances import ONE_TOWN_KM, kilometres
from dragoman.mention import CERTAINTIES, DONE, PRECISIONS, Entity, Mention
from dragoman.record.event import Party, Place
from dragoman.record.life.onedoer import each_once
from dragoman.record.life.stretches import are_apart, stretch_of, stretch_told
from dragoman.record.traits.deeds import SHARP
from dragoman.record.traits.traits import MUTUAL

_SIDES = ("actors", "recipients")
_Key = tuple[str | None, str]


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


def fits(mention: Mention, when: str | None, where: Place | None) -> bool:
    """Whether the mention tells no other day and no other town than these."""
    if are_apart(stretch_of(when), stretch_told(mention)):
        return False
    place = mention.where[0] if mention.where else None
    if where is None or place is None or not {where.precision, place.precision} <= SHARP:
        return True
    if where.lat is None or where.lon is None or place.lat is None or place.lon is None:
        return where.name == place.name
    return kilometres(where.lat, where.lon, place.lat, place.lon) <= ONE_TOWN_KM


def sides_of(
    telling: Sequence[Mention], mentions: Sequence[Mention], *, visit: bool
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The actors and the recipients.

    Args:
        telling: the mentions that tell the present status; what these name comes first.
        mentions: all mentions; they are asked where those name nobody.
        visit: whether it is one: no host travels then, and no guest hosts.
    """
    homes = _homes(mentions)
    if homes:
        at_home = {mention.id: _at_home(mention, homes) for mention in mentions}
        telling, mentions = ([at_home[m.id] for m in some] for some in (telling, mentions))
    actors, recipients = (_side(telling, mentions, side) for side in _SIDES)
    left = _left_out(telling, mentions, {p.country for p in (*actors, *recipients)})
    actors, recipients = (*actors, *left["actors"]), (*recipients, *left["recipients"])
    if visit and actors and recipients:
        return _apart(actors, recipients[0]), _apart(recipients, actors[0])
    return _each_on_one_side(actors, recipients, telling)


def _each_on_one_side(
    actors: tuple[Party, ...], recipients: tuple[Party, ...], mentions: Sequence[Mention]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The sides, a party of both on that which most reports give it.

    Not where a report has it on both. Of as many on each it acts, where all who take part do.
    """
    sides = [[{e.name for e in _entities(m, side)} for m in mentions] for side in _SIDES]
    both = {p.name for p in actors} & {p.name for p in recipients}
    both -= {name for mine, theirs in zip(*sides, strict=True) for name in mine & theirs}
    acting, receiving = (Counter(name for names in side for name in names) for side in sides)
    in_doubt = {name for name in both if acting[name] == receiving[name]}
    acts = {name for name in both if acting[name] > receiving[name]} | in_doubt
    also_receives = set() if mentions[0].event in MUTUAL else in_doubt
    return (
        tuple(p for p in actors if p.name not in both - acts),
        tuple(p for p in recipients if p.name not in acts - also_receives),
    )


def _left_out(
    telling: Sequence[Mention], mentions: Sequence[Mention], found: Set[str | None]
) -> dict[str, tuple[Party, ...]]:
    """The parties, by side, of countries that the reports of the present status leave out.

    Who calls a plan off is often told alone; who met and who stayed away is told when they met,
    unless that names one country and no more.
    """
    told = {e.country for m in mentions for e in m.parties} - {None}
    if told <= found or (telling[0].status in DONE and len(found - {None}) > 1):
        return {"actors": (), "recipients": ()}
    actors = _of_others(mentions, "actors", found)
    recipients = _of_others(mentions, "recipients", found | {party.country for party in actors})
    return {"actors": actors, "recipients": recipients}


def _of_others(mentions: Sequence[Mention], side: str, found: Set[str | None]) -> tuple[Party, ...]:
    return tuple(
        party
        for party in _side(mentions, mentions, side)
        if party.country is not None and party.country not in found and not party.country_inferred
    )


def _homes(mentions: Sequence[Mention]) -> dict[str, Entity]:
    """The names of which some reports tell the country and others do not, each with one who has it.

    Only where it is plain that all mean one party: no report tells another country or leading
    sector of that name, nor the name with a country and without one beside it.
    """
    known: dict[str, Entity] = {}
    homeless: set[str] = set()
    unclear: set[str] = set()
    for mention in mentions:
        without = {party.name for party in mention.parties if party.country is None}
        homeless |= without
        for party in mention.parties:
            if party.country is not None:
                told = known.setdefault(party.name, party)
                if party.name in without or _key(told) != _key(party):
                    unclear.add(party.name)
    return {name: party for name, party in known.items() if name in homeless - unclear}


def _at_home(mention: Mention, homes: Mapping[str, Entity]) -> Mention:
    """The mention, its parties without a country in that which other reports tell of their name."""

    def settled(party: Entity) -> Entity:
        home = homes.get(party.name) if party.country is None else None
        if home is None:
            return party
        # It tells no country itself, so that it says nothing for one that is inferred.
        return replace(party, country=home.country, sectors=home.sectors, country_inferred=True)

    return replace(
        mention,
        actors=tuple(map(settled, mention.actors)),
        recipients=tuple(map(settled, mention.recipients)),
    )


def _side(telling: Sequence[Mention], mentions: Sequence[Mention], side: str) -> tuple[Party, ...]:
    """The parties of one side, those marked whose country no mention has from words of theirs."""
    said = {_key(e) for m in mentions for e in _entities(m, side) if not e.country_inferred}
    found = _parties(telling, mentions, side) or _parties(mentions, mentions, side)
    found = tuple(p if _key(p) in said else replace(p, country_inferred=True) for p in found)
    return each_once(found, [tuple(map(_named, _entities(m, side))) for m in mentions])


def _parties(
    telling: Sequence[Mention], mentions: Sequence[Mention], side: str
) -> tuple[Party, ...]:
    """The parties that most of ``telling`` name, the most named first; one of a country and sector.

    Each has the name that most of all ``mentions`` give it, of two a person's own; but none of
    somebody in another office than ``telling`` name, such as the president who sent the minister.
    """
    votes = Counter(_key(entity) for mention in telling for entity in _entities(mention, side))
    names: dict[_Key, Counter[Party]] = {}
    for mention in mentions:
        for entity in _entities(mention, side):
            party = _named(entity)
            names.setdefault(_key(entity), Counter())[party] += 1
    told = {_named(entity) for mention in telling for entity in _entities(mention, side)}
    kept = [key for key in votes if votes[key] * 4 >= max(votes.values())]
    kept.sort(key=lambda key: (-votes[key], str(key)))
    return tuple(
        max(
            [p for p in names[key] if p in told or not _is_another(p, told)],
            key=lambda p: (names[key][p], bool(p.office), p.name.istitle(), p.name),
        )
        for key in kept
    )


def _is_another(party: Party, told: Set[Party]) -> bool:
    """Whether it is somebody in office, and those told of this country hold other offices."""
    words = party.name.split()
    offices = {one.office for one in told if one.office and one.country == party.country}
    named = bool(party.office) and words[0][:1].isupper() and words[-1][:1].isupper()
    return named and bool(offices) and party.office not in offices


def _named(entity: Entity) -> Party:
    return Party(entity.name, entity.country, entity.sectors, entity.office)


def _entities(mention: Mention, side: str) -> tuple[Entity, ...]:
    return mention.actors if side == "actors" else mention.recipients


def _key(party: Entity | Party) -> _Key:
    """What makes two mentions of a party one: country and sector, else the name."""
    sector = party.sectors[0] if party.sectors else "UNK"
    return party.country, sector if party.country else party.name


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
