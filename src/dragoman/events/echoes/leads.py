"""What a headline tells is told once more in the lead, in other words and more fully.

'Journalist jailed' over 'A Harare court sentenced Blessed Moyo': one deed, of which the headline
has no day, no court and no name. It takes from the lead what it does not tell itself, so that
whoever reads or links the two finds one. What the two tell of other parties, days or forms stays
two, and so does what may be either of two deeds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from dragoman.actors.entry import ARMED_GROUPS
from dragoman.actors.party import SERVING
from dragoman.analysis import Analysis
from dragoman.analysis.leads import headline_of, lead_of
from dragoman.distances import ONE_TOWN_KM, kilometres
from dragoman.events.anchors import trigger_of
from dragoman.events.echoes.retold import TOWNS, carried
from dragoman.mention import DONE, Entity, Mention
from dragoman.times.intervals import days_of

_UNCLEAR = frozenset({"UNK", "ELI"})  # the elite hold office today, or held it once
_ALONE = frozenset({"visit", "phone"})  # modes of CONSULT that no other meeting is
_FRESH = 3  # days after which it is news no more, if the lead tells another such deed
_LATELY = 7  # days after which it is news only in the headline's own word
_NOT_NEWS = 9  # more than two mentions can have in common


def with_leads(mentions: list[Mention], analysis: Analysis) -> list[Mention]:
    """The mentions, those of the headline with what the lead tells of the same deeds.

    The lead's take but the place, which a headline may tell alone: 'Oslo talks end'.
    """
    headline = headline_of(analysis)
    lead = lead_of(analysis, headline) if headline is not None else None
    if headline is None or lead is None:
        return mentions
    above = [m for m in mentions if headline.start_char <= m.trigger.start < headline.end_char]
    below = [m for m in mentions if lead.start_char <= m.trigger.start < lead.end_char]
    retold = {}
    for mention in above:
        told = _same(mention, below, analysis)
        if told is not None and _same(told, above, analysis) is mention:
            retold[mention.id] = _with(mention, told)
            retold[told.id] = replace(told, where=told.where or mention.where)
    return [retold.get(mention.id, mention) for mention in mentions]


def _same(mention: Mention, others: Iterable[Mention], analysis: Analysis) -> Mention | None:
    """Of the others the one that tells the same deed; None where none does, or several may."""
    found = [other for other in others if _may_be_one(mention, other, analysis)]
    found.sort(key=lambda other: _likeness(mention, other, analysis), reverse=True)
    if len(found) > 1:
        best, second = (_likeness(mention, other, analysis) for other in found[:2])
        if best == second:
            return None
    return found[0] if found else None


def _may_be_one(one: Mention, other: Mention, analysis: Analysis) -> bool:
    if one.event != other.event or not _stand_alike(one, other):
        return False
    if not _are_of_one_form(one, other) or not _are_in_one_town(one, other):
        return False
    if not _are_at_one_time(one, other, analysis):
        return False
    return _agree(one.actors, other.actors) and _agree(one.recipients, other.recipients)


def _stand_alike(one: Mention, other: Mention) -> bool:
    """Whether both are told to have happened, or both to lie ahead in the same way."""
    alike = one.status == other.status or {one.status, other.status} <= set(DONE)
    return alike and (one.certainty == "denied") == (other.certainty == "denied")


def _are_of_one_form(one: Mention, other: Mention) -> bool:
    """Whether the modes are one, or a headline's bare word is that of the lead's deed.

    One crowd marches, blocks a road and burns a flag.
    """
    modes = {one.mode, other.mode}
    if len(modes) == 1 or one.event == "PROTEST":
        return True
    return None in modes and modes.isdisjoint(_ALONE)


def _are_at_one_time(one: Mention, other: Mention, analysis: Analysis) -> bool:
    if one.when is not None and other.when is not None:
        return one.when.edtf == other.when.edtf
    if one.background != other.background and _word(one, analysis) != _word(other, analysis):
        return False
    ago = max(_days_ago(one, analysis), _days_ago(other, analysis))
    there = one.mode == other.mode and _share_town(one, other)
    return ago <= _LATELY or there or _word(one, analysis) == _word(other, analysis)


def _days_ago(mention: Mention, analysis: Analysis) -> int:
    """How many days before publication it ended; 0 where nothing tells."""
    published = analysis.article.published
    last = days_of(mention.when.edtf)[1] if mention.when is not None else None
    return (published - last).days if published is not None and last is not None else 0


def _are_in_one_town(one: Mention, other: Mention) -> bool:
    """Whether they may be: not where both tell a town, and none is near one of the other's."""
    here, there = _towns(one), _towns(other)
    near = (kilometres(*a, *b) <= ONE_TOWN_KM for a, b in product(here, there))
    return not here or not there or any(near)


def _share_town(one: Mention, other: Mention) -> bool:
    return not set(_towns(one)).isdisjoint(_towns(other))


def _towns(mention: Mention) -> list[tuple[float, float]]:
    return [
        (place.lat, place.lon)
        for place in mention.where
        if place.precision in TOWNS and place.lat is not None and place.lon is not None
    ]


def _agree(some: tuple[Entity, ...], others: tuple[Entity, ...]) -> bool:
    """Whether each party of the shorter side may be one of the other's."""
    short, long = sorted((some, others), key=len)
    return all(any(_may_be_party(one, other) for other in long) for one in short)


def _may_be_party(one: Entity, other: Entity) -> bool:
    """Whether nothing parts them: country, side in a conflict, or two names of their own."""
    if _share_name(one, other):
        return True
    told = one.country and other.country and not (one.country_inferred or other.country_inferred)
    if told and one.country != other.country:
        return False
    camps = {_camp(one), _camp(other)} - {""}
    return len(camps) < 2 and not (_is_named(one) and _is_named(other))


def _share_name(one: Entity, other: Entity) -> bool:
    return not set(one.name.casefold().split()).isdisjoint(other.name.casefold().split())


def _is_named(party: Entity) -> bool:
    """Whether it is somebody who holds an office and is told by name: no 'Prime minister'."""
    office = (party.office or party.name).casefold()
    return party.name.istitle() and party.name.casefold() not in office


def _camp(party: Entity) -> str:
    """The state, those in arms beside it, or the people; empty where it may be any."""
    sector = party.sectors[0] if party.sectors else "UNK"
    if sector in SERVING:
        return "state"
    if sector in ARMED_GROUPS or sector == "UAF":
        return "armed"
    return "" if sector in _UNCLEAR else "people"


def _likeness(one: Mention, other: Mention, analysis: Analysis) -> int:
    """How many things both tell: form, word, doer, victim, numbers; what is news before the rest.

    'New clashes in Nasir' are not those to which the lead looks back. What was in the very town
    comes before all else.
    """
    sides = ((one.actors, other.actors), (one.recipients, other.recipients))
    shared = sum(any(_are_one(a, b) for a in mine for b in theirs) for mine, theirs in sides)
    same_word = _word(one, analysis) == _word(other, analysis)
    numbers = one.magnitudes.killed is not None and other.magnitudes.killed is not None
    old = _NOT_NEWS * any(_days_ago(m, analysis) > _FRESH for m in (one, other))
    there = (_NOT_NEWS + 1) * _share_town(one, other)
    return shared + same_word + (one.mode == other.mode) + numbers + there - old


def _are_one(one: Entity, other: Entity) -> bool:
    return _share_name(one, other) or bool(one.country and one.country == other.country)


def _word(mention: Mention, analysis: Analysis) -> str:
    return trigger_of(mention, analysis).lemma_.lower()


def _with(mention: Mention, told: Mention) -> Mention:
    """The headline's mention with the parties, day and place that it leaves to the lead."""
    return replace(
        mention,
        actors=_side(mention.actors, told.actors, mention.recipients),
        recipients=_side(mention.recipients, told.recipients, mention.actors),
        when=mention.when or told.when,
        where=mention.where or told.where,
    )


def _side(
    own: tuple[Entity, ...], told: tuple[Entity, ...], others: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """A side as the headline tells it, else as the lead does, less who stands on the other.

    A country that is guessed gives way to another one that the lead tells.
    """
    known = {party.country for party in told if party.country and not party.country_inferred}
    wrong = all(p.country_inferred and p.country not in known for p in own) if known else False
    if own and not wrong:
        return own
    names = {party.name for party in others}
    return carried(party for party in told if party.name not in names) or own
