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
    trigger, hosted = event.trigger, event.hosted
    toponyms, parties = tuple(toponyms), tuple(parties)
    sentence = trigger.sent
    taken = [] if hosted else [(p.start, p.end) for p in parties if not _is_unclear(p)]
    ranked: list[tuple[int, int, int, Toponym]] = []
    for toponym in toponyms:
        if not sentence.start_char <= toponym.start < sentence.end_char:
            continue
        span = trigger.doc.char_span(toponym.start, toponym.end, alignment_mode="expand")
        if span is not None and is_of_venue(event, toponym, span.root):
            ranked.append((_VENUE, PRECISIONS.index(toponym.precision), toponym.start, toponym))
            continue
        if span is not None and is_of_locals(event, toponym, span.root):
            ranked.append((SCENE, PRECISIONS.index(toponym.precision), toponym.start, toponym))
            continue
        asked = span is not None and event.meeting and is_host(trigger, span.root)
        if toponym.kind not in (("literal", "government") if hosted or asked else ("literal",)):
            continue
        if span is None or is_set_aside(span.root) or _is_party(toponym, span.root, taken):
            continue
        if is_beside_home(event, toponym, span.root):
            continue
        distance = reach(event, span.root, town=toponym.precision in ("city", "point"))
        if distance < ELSEWHERE:
            guessed = toponym.basis in ("guessed", "none")
            fineness = _UNKNOWN if guessed else PRECISIONS.index(toponym.precision)
            ranked.append((distance, fineness, toponym.start, toponym))
    if not ranked:
        return _headed(event, toponyms, parties)
    nearest = min(rank[0] for rank in ranked)
    lands = {r[3].country for r in ranked if r[0] == nearest}
    near = (
        r for r in ranked
        if r[0] == nearest or (hosted and r[0] == nearest + 1 and r[3].country in lands)
    )  # fmt: skip
    chosen = {_identity(r[3]): r[3] for r in sorted(near, key=lambda r: r[1:3], reverse=True)}
    return tuple(_where(toponym) for toponym in reversed(chosen.values()))


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


def _is_party(toponym: Toponym, place: Token, taken: list[tuple[int, int]]) -> bool:
    """Whether a name stands for a party of the event and not, as a bombed city, for a place."""
    if toponym.basis != "own":
        return any(start < toponym.end and toponym.start < end for start, end in taken)
    if (toponym.start, toponym.end) not in taken or toponym.precision in ("point", "city"):
        return False
    phrase = local_phrase(place)
    return phrase is None or phrase[0].lower_ not in INSIDE


def _where(toponym: Toponym) -> Where:
    if toponym.basis == "guessed":
        words = (toponym.text, toponym.start, toponym.end)
        return Where(*words, toponym.name, None, None, None, None, "point")
    return Where(
        toponym.text,
        toponym.start,
        toponym.end,
        toponym.name,
        toponym.country,
        toponym.geonameid,
        toponym.lat,
        toponym.lon,
        toponym.precision,
    )
