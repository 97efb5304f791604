"""Which of an article's places an event took place at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Span, Token

from dragoman.actors.party import UNIDENTIFIED
from dragoman.analysis.grammar import is_set_aside
from dragoman.mention import PRECISIONS, Entity, Where
from dragoman.places.above import ELSEWHERE, NEAR, SCENE
from dragoman.places.locals import is_beside_home, is_of_locals, is_of_venue, is_venue
from dragoman.places.reach import reach
from dragoman.places.sited import INSIDE, Sited, local_phrase
from dragoman.places.struck import is_host
from dragoman.places.toponym import Toponym

_UNKNOWN = len(PRECISIONS)  # an event has rather the town or country it is told to be in
_VENUE = NEAR - 1  # 'Doha talks on a truce in Congo' are nowhere but in Doha


def site_event(
    event: Sited, toponyms: Iterable[Toponym], parties: Iterable[Entity] = ()
) -> tuple[Where, ...]:
    """The places of an event, finest first; empty where its sentence tells none.

    Args:
        event: the event.
        toponyms: the article's toponyms; those outside the sentence are passed over.
        parties: the event's actors and recipients: a country that stands for one is no location,
            and a name the gazetteer lacks is a party's own. A visit's host is also where it is.
    """
    toponyms, parties = tuple(toponyms), tuple(parties)
    sentence = event.trigger.sent
    here = [t for t in toponyms if sentence.start_char <= t.start < sentence.end_char]
    taken = [(p.start, p.end) for p in parties if not (event.hosted or _is_unclear(p))]
    ranked = [(*_rank(event, toponym, taken), toponym) for toponym in here]
    ranked = [rank for rank in ranked if rank[0] < ELSEWHERE]
    if not ranked:
        return _headed(event, toponyms, parties)
    nearest = min(distance for distance, _, _ in ranked)
    lands = {t.country for distance, _, t in ranked if distance == nearest}
    furthest = nearest + 1 if event.hosted else nearest
    near = [r for r in ranked if r[0] <= furthest and r[2].country in lands]
    near.sort(key=lambda r: (r[1], r[2].start), reverse=True)
    chosen = {_identity(toponym): toponym for _, _, toponym in near}
    return tuple(_where(toponym) for toponym in reversed(chosen.values()))


def _rank(event: Sited, toponym: Toponym, taken: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """How near a place of the event's sentence stands to it, and how fine it is; less is better.

    `ELSEWHERE` where it is none of the event's.

    Args:
        event: the event.
        toponym: the place's name.
        taken: characters (start, end) of the parties that a name may stand for.
    """
    trigger = event.trigger
    span = trigger.doc.char_span(toponym.start, toponym.end, alignment_mode="expand")
    fineness = PRECISIONS.index(toponym.precision)
    if span is None:
        return ELSEWHERE, fineness
    name = span.root
    if is_of_venue(event, toponym, name):
        return _VENUE, fineness
    if is_of_locals(event, toponym, name):
        return SCENE, fineness
    asked = event.hosted or (event.meeting and is_host(trigger, name))
    if toponym.kind != "literal" and not (asked and toponym.kind == "government"):
        return ELSEWHERE, fineness
    if is_set_aside(name) or _is_party(toponym, name, taken):
        return ELSEWHERE, fineness
    if is_beside_home(event, toponym, name):
        return ELSEWHERE, fineness
    distance = reach(event, name, town=toponym.precision in ("city", "point"))
    return distance, _UNKNOWN if toponym.basis in ("guessed", "none") else fineness


def _headed(
    event: Sited, toponyms: Iterable[Toponym], parties: Iterable[Entity]
) -> tuple[Where, ...]:
    """The place that a line opens with, set off by a colon: '*North Kivu*: rebels kill nine'.

    Before what is said it is who says it, and a country may be so before what another does.
    """
    sentence = event.trigger.sent
    if event.spoken:
        return ()
    for toponym in toponyms:
        label = sentence.doc.char_span(toponym.start, toponym.end)
        if toponym.start != sentence.start_char or label is None or label.end >= sentence.end:
            continue
        lands = {party.country for party in parties if not party.country_inferred}
        own = toponym.precision != "country" or lands <= {None, toponym.country}
        if own and toponym.country and sentence.doc[label.end].text == ":":
            return (_where(toponym),)
    return ()


def site_stop(words: Span, toponyms: Iterable[Toponym]) -> tuple[Where, ...]:
    """The places that the words of a stop tell, finest first; see `dragoman.events.stops`."""
    told = [
        t for t in toponyms
        if t.kind in ("literal", "government") and words.start_char <= t.start < words.end_char
    ]  # fmt: skip
    return tuple(map(_where, sorted(told, key=lambda t: PRECISIONS.index(t.precision))))


def without_places(
    trigger: Token, parties: tuple[Entity, ...], where: Iterable[Where],
    toponyms: Sequence[Toponym],
) -> tuple[Entity, ...]:  # fmt: skip
    """The parties, less the towns that are but where something was.

    'Broke the siege of *Gao*' and '*Doha* talks yield a truce' tell of no deeds of these towns.
    """
    places = [(w.start, w.end) for w in where]

    def is_place(party: Entity) -> bool:
        if _is_unclear(party):
            return any(start < party.end and party.start < end for start, end in places)
        span = trigger.doc.char_span(party.start, party.end)
        return span is not None and is_venue(span.root) and is_town(party)

    def is_town(party: Entity) -> bool:
        cities = (t for t in toponyms if t.precision == "city")
        return any((t.start, t.end) == (party.start, party.end) for t in cities)

    return tuple(party for party in parties if not is_place(party))


def _is_unclear(party: Entity) -> bool:
    """Whether it is but a name, of whom nothing tells who it is: it may be a town's."""
    return party.sectors == UNIDENTIFIED


def _identity(toponym: Toponym) -> tuple[str, str | None, str]:
    """What is the same of one place named twice."""
    return toponym.name, toponym.country, toponym.precision


def _is_party(toponym: Toponym, place: Token, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a name stands for a party of the event and not, as a bombed city, for a place."""
    if toponym.basis != "own":
        return any(start < toponym.end and toponym.start < end for start, end in taken)
    if (toponym.start, toponym.end) not in taken or toponym.precision in ("point", "city"):
        return False
    phrase = local_phrase(place)
    return phrase is None or phrase[0].lower_ not in INSIDE


def _where(toponym: Toponym) -> Where:
    words = (toponym.text, toponym.start, toponym.end)
    if toponym.basis == "guessed":
        return Where(*words, toponym.name, None, None, None, None, "point")
    return Where(
        *words, toponym.name, toponym.country, toponym.geonameid, toponym.lat, toponym.lon,
        toponym.precision,
    )  # fmt: skip
