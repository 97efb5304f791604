"""Echoes: 'the visit' after 'will visit on Friday' is the same happening told again.

A definite event noun that says nothing of its own standing takes status, time and missing parties
from the mention of the same kind that the article told before it. What one sentence
tells twice is one mention; see `retold`. What then still names no party that its type needs is no
event; see `untold`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial

from spacy.tokens import Token

from dragoman.actors.entry import ARMED_GROUPS
from dragoman.analysis import Analysis
from dragoman.analysis.captions import is_of_archive
from dragoman.countries import name_of
from dragoman.events.anchors import trigger_of
from dragoman.events.echoes.answered import with_answered
from dragoman.events.echoes.helped import with_helped
from dragoman.events.echoes.leads import with_leads
from dragoman.events.echoes.new import is_another
from dragoman.events.echoes.retold import carried, is_answered_by, without_repeats
from dragoman.events.echoes.returns import with_returns
from dragoman.events.echoes.untold import HAPPENINGS, is_definite, is_event
from dragoman.events.ontology import ARREST, SPOKEN, kinds
from dragoman.events.parties.flights import shooters
from dragoman.events.parties.lands import state_of
from dragoman.events.parties.weapons import is_nuclear
from dragoman.mention import DONE, FUTURE, Entity, Mention
from dragoman.mutuality import is_mutual
from dragoman.times.periods import bounds

_NEAR = 800  # characters: about two paragraphs; farther back only the same word points
# How often, and in what share of an article's happenings of a word, one party does them whose doing
# the others go without saying.
_OFTEN = 2
_NEARLY_ALL = 0.75
_Days = Counter[tuple[str, str | None, str]]  # by type, mode and date
_DRILLS = frozenset({"drill", "drills", "exercise", "exercises", "manoeuvre", "manoeuvres"})
_DRILLING = ("MOBILIZE", "COOPERATE")
_QUELLING = frozenset({"crackdown", "repression"})  # which only those who rule do
_RULING = (("GOV",), ("MIL",), ("COP",), ("SPY",), ("PRM",))


def settle_echoes(mentions: list[Mention], analysis: Analysis) -> list[Mention]:
    """The mentions, echoes brought in line with what they echo; order and number are kept."""
    settled: list[Mention] = []
    days = _days_told(mentions, analysis)
    for mention in mentions:
        token = trigger_of(mention, analysis)
        if is_definite(token) and not is_of_archive(token) and not _is_own_word(mention, token):
            likely = _origins(mention, settled, days, analysis)
            origins = [
                o for o in likely if not is_another(mention, token, o, trigger_of(o, analysis))
            ]
            if origins and origins[0] is likely[0]:
                same = is_nuclear(token) == is_nuclear(trigger_of(origins[0], analysis))
                mention = _aligned(mention, origins, one=same and _is_one(token))
        if not mention.actors:
            mention = _done_by(mention, shooters(mention, settled, analysis))
        settled.append(mention)
    told = [_with_usual_doer(mention, settled, analysis) for mention in settled]
    once = without_repeats(with_helped(told, analysis), partial(trigger_of, analysis=analysis))
    full = with_returns(with_answered(once, analysis), analysis)
    full = with_leads(full, analysis)
    return [mention for mention in full if is_event(mention, analysis)]


def _is_own_word(mention: Mention, noun: Token) -> bool:
    """Whether it is what somebody says, and says now: 'our condolences', "Cairo's support"."""
    said = mention.event in SPOKEN and mention.mode is None
    return said and any(child.dep_ == "poss" for child in noun.lefts)


def _is_one(noun: Token) -> bool:
    """Whether the noun points to one happening told before: not 'the tests', 'its sixth test'."""
    counted = any(child.ent_type_ in ("ORDINAL", "CARDINAL") for child in noun.lefts)
    return noun.tag_ in ("NN", "NNP") and not counted


def _days_told(mentions: list[Mention], analysis: Analysis) -> _Days:
    """How often an article tells of one happening of a type and mode on a day: of what day it is.

    What a noun tells of several ('Saturday's tests') counts for none.
    """
    words = ((m, trigger_of(m, analysis)) for m in mentions if m.when)
    return Counter(
        (m.event, m.mode, m.when.edtf)
        for m, word in words
        if m.when and (word.pos_ != "NOUN" or _is_one(word))
    )


def _origins(
    mention: Mention, earlier: list[Mention], days: _Days, analysis: Analysis
) -> list[Mention]:
    """Earlier mentions of the same type and mode that no party speaks against, the likeliest first.

    That is the last one told in the paragraph; else, of those by whom most are done, the first:
    what an article is about it tells first, and what comes between is most often of before. But
    what it tells of another day comes after what it tells of the day that it tells most of.

    Args:
        mention: what points back.
        earlier: all mentions before it.
        days: how often the article tells of each day.
        analysis: the article.
    """
    token = trigger_of(mention, analysis)
    kind = [
        o for o in earlier
        if _is_kind(mention, o)
        and not is_answered_by(token, trigger_of(o, analysis), mention.event)
    ]  # fmt: skip
    if not any(child.dep_ == "compound" for child in token.lefts):  # 'the rocket launching drill'
        kind = _drills_near(mention, earlier) or kind
    told = {o.trigger: days[o.event, o.mode, o.when.edtf] for o in kind if o.when}
    most = max(told.values(), default=0)
    found = [
        o for o in kind
        if _may_echo(mention, o, first=o is kind[0] or most == told.get(o.trigger, 0) >= _OFTEN)
    ]  # fmt: skip
    paragraph = analysis.paragraph_of(mention.trigger.start)
    here = [o for o in found if analysis.paragraph_of(o.trigger.start) == paragraph]
    done = Counter(_doers(o) for o in found if o.actors)
    elsewhere = sorted(
        (o for o in found if o not in here),
        key=lambda o: (-done[_doers(o)], told.get(o.trigger, most) < most),
    )
    return [*reversed(here), *elsewhere]


def _drills_near(mention: Mention, earlier: list[Mention]) -> list[Mention]:
    """The drills told shortly before 'the drill': not whatever else warships did since."""
    if not _is_drill(mention):
        return []
    near = (o for o in earlier if mention.trigger.start - o.trigger.start <= _NEAR)
    return [o for o in near if _is_drill(o)]


def _is_drill(mention: Mention) -> bool:
    return mention.event in _DRILLING and mention.trigger.text.lower() in _DRILLS


def _is_kind(mention: Mention, other: Mention) -> bool:
    """Whether they are of one type and mode; 'six died in the attack' may be of any told before."""
    if (other.event, other.mode) == (mention.event, mention.mode):
        return True
    assaults = mention.event == other.event == "ASSAULT" and mention.mode is None
    counted = mention.magnitudes.killed or mention.magnitudes.injured
    return bool(assaults and counted and not mention.actors and other.status in DONE)


def _with_usual_doer(mention: Mention, all_told: list[Mention], analysis: Analysis) -> Mention:
    """A happening told without a doer, with whom the article names as doing such things.

    They are told by the same word, more than once, and nearly always of one party: 'a second
    missile test', in an article on North Korea's tests.
    """
    if mention.actors or mention.event not in HAPPENINGS:
        return mention
    word = trigger_of(mention, analysis).lemma_
    alike = [
        other
        for other in all_told
        if (other.event, other.mode) == (mention.event, mention.mode)
        and any(not actor.inferred for actor in _able(mention, other.actors))
        and trigger_of(other, analysis).lemma_ == word
    ]
    usual, times = next(iter(Counter(map(_doers, alike)).most_common(1)), (frozenset(), 0))
    if times < _OFTEN or times < _NEARLY_ALL * len(alike):
        return mention
    return _done_by(mention, next(other.actors for other in alike if _doers(other) == usual))


def _doers(mention: Mention) -> frozenset[str]:
    """Whom its doers belong to: a state's own to the state, an armed group's to the group."""
    return frozenset(
        actor.name if ARMED_GROUPS.intersection(actor.sectors) else actor.country or actor.name
        for actor in mention.actors
    )


def _may_echo(mention: Mention, other: Mention, *, first: bool) -> bool:
    """Whether ``other``, of the same kind, may be told again; as the ``first`` told it may afar."""
    far = mention.trigger.start - other.trigger.start > _NEAR
    if far and not first and other.trigger.text.lower() != mention.trigger.text.lower():
        return False
    if _is_clash(other) and other.trigger.text.lower() != mention.trigger.text.lower():
        return False  # who fought each other did not both make 'the attack'
    if mention.event == "ASSAULT" and _is_of_other_days(mention, other):
        return False
    if mention.mode == "visit" and not _may_be_one(mention.actors[:1], other.actors[:1]):
        return False  # one visits, whoever else is named beside
    return _agree(mention.actors, other.actors) and _agree(mention.recipients, other.recipients)


def _is_of_other_days(mention: Mention, other: Mention) -> bool:
    """Whether each is told of a time of its own: 'the raid of 3 May' is not that of 9 April."""
    mine, theirs = (bounds(m.when.edtf) if m.when else None for m in (mention, other))
    if mine is None or theirs is None:
        return False
    return mine[1] < theirs[0] or theirs[1] < mine[0]


def _is_clash(mention: Mention) -> bool:
    """Whether several do it to each other: 'the army battled gunmen'."""
    start = mention.sentence.start
    span = (mention.trigger.start - start, mention.trigger.end - start)
    several = mention.event == "ASSAULT" and len(mention.actors) > 1
    return several and is_mutual(mention.event, mention.mode, mention.sentence.text, span)


def _may_be_one(mine: tuple[Entity, ...], theirs: tuple[Entity, ...]) -> bool:
    """Whether they agree, and are no two of one state who are named: its president, its envoy."""
    named = [party.name for party in (*mine, *theirs) if _is_named(party)]
    return _agree(mine, theirs) and (len(named) < 2 or len(set(named)) == 1)


def _is_named(party: Entity) -> bool:
    """Whether it has a name of its own, and is no state."""
    state = name_of(party.country) if party.country else None
    return party.name != state and all(word[:1].isupper() for word in party.name.split())


def _agree(mine: tuple[Entity, ...], theirs: tuple[Entity, ...]) -> bool:
    if not mine or not theirs:
        return True
    names = {e.name for e in theirs}
    countries = {e.country for e in theirs if e.country}
    return any(e.name in names or (e.country and e.country in countries) for e in mine)


def _aligned(mention: Mention, origins: list[Mention], *, one: bool) -> Mention:
    """The mention with what it lacks from what it echoes; a time only where it is ``one``."""
    origin = origins[0]
    told = any(cue.field == "status" for cue in mention.cues)
    needed = kinds()[mention.event, mention.mode].recipient_required
    taken = origin.when if one and mention.when is None else None
    # 'Wept at the sentencing', which is set for May, is of what is to come as well.
    known = told and (taken is None or mention.status not in DONE)
    status = origin.status if not known and origin.status in FUTURE else mention.status
    if not mention.actors:
        able = (_able(mention, o.actors) for o in origins)
        mention = _done_by(mention, next((doers for doers in able if doers), ()))
    return replace(
        mention,
        status=status,
        when=mention.when or taken,
        background=mention.background or (taken is not None and origin.background),
        recipients=mention.recipients or (carried(origin.recipients) if needed else ()),
    )


def _able(mention: Mention, doers: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Those who may have done it: who is arrested was told to be held by a court, not caught.

    A crackdown is of those who rule: not of the men tried for a murder.
    """
    if mention.trigger.text.lower() in _QUELLING:
        return tuple(doer for doer in doers if doer.sectors[:1] in _RULING)
    if (mention.event, mention.mode) != ARREST:
        return doers
    return tuple(doer for doer in doers if doer.sectors[:1] != ("JUD",))


def _done_by(mention: Mention, doers: tuple[Entity, ...]) -> Mention:
    """The mention with doers told elsewhere; whom they were taken to act upon they are not.

    Whose missiles or troops these are is the state: its leader had his part where he is told.
    """
    if mention.event == "MOBILIZE":
        doers = tuple(map(_as_state, doers))
    names = {doer.name for doer in doers}
    recipients = tuple(r for r in mention.recipients if r.name not in names)
    return replace(mention, actors=carried(doers), recipients=recipients)


def _as_state(party: Entity) -> Entity:
    """The state that a member of its government serves; any other party itself."""
    if party.country is None or party.sectors[:1] != ("GOV",) or not _is_named(party):
        return party
    return state_of(party, party.country)
