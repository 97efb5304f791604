"""Echoes: 'the visit' after 'will visit on Friday' is the same happening told again.

A definite event noun that says nothing of its own standing takes status, time and missing parties
from the mention of the same kind that the article told before it. What one sentence
tells twice is one mention; see `retold`. What then still names no party that its type needs is no
event: 'fears of unrest', 'calls for restraint'.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial

from spacy.tokens import Token

from dragoman.actors.entry import ARMED_GROUPS
from dragoman.analysis import Analysis
from dragoman.analysis.captions import is_of_archive
from dragoman.analysis.grammar import DEFINITE, subjects
from dragoman.countries import name_of
from dragoman.events.anchors import token_at, trigger_of
from dragoman.events.answered import with_answered
from dragoman.events.envoys import with_hosts
from dragoman.events.flights import shooters
from dragoman.events.lands import state_of
from dragoman.events.leads import with_leads
from dragoman.events.ontology import kinds
from dragoman.events.opponents import with_opponents
from dragoman.events.retold import carried, is_answered_by, without_repeats
from dragoman.events.returns import with_returns
from dragoman.mention import DONE, FUTURE, Entity, Mention
from dragoman.mutuality import is_mutual

_SPELLS = frozenset("day night week month year series spate string wave state".split())
# Happenings that the news tells without saying by whom, and that are events all the same.
_HAPPENINGS = frozenset({"ASSAULT", "CONSULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"})
_NEAR = 800  # characters: about two paragraphs; farther back only the same word points
# How often, and in what share of an article's happenings of a word, one party does them whose doing
# the others go without saying.
_OFTEN = 2
_NEARLY_ALL = 0.75
# Nouns under which an event is an observer's wish or view, not anybody's act.
_OUTLOOK = frozenset(
    {"opportunity", "opportunities", "room", "scope", "window", "hope", "hopes", "prospect",
     "prospects", "need", "chance", "chances"}
)  # fmt: skip
_DECLARED = ("CONCEDE", None)
_ARREST = ("COERCE", "arrest")
# Words that nobody in particular says are no act.
_NEEDS_ACTOR = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN"})
_TELLING = frozenset("confirm detect observe record register report track".split())
_RUINING = frozenset(
    "torch burn destroy raze ransack loot shell bomb bombard ambush attack storm".split()
)
_ENDING = frozenset("repel repulse rebuff break breach relieve".split())
_READER = frozenset({"i", "you"})


def settle_echoes(mentions: list[Mention], analysis: Analysis) -> list[Mention]:
    """The mentions, echoes brought in line with what they echo; order and number are kept."""
    settled: list[Mention] = []
    for mention in mentions:
        token = trigger_of(mention, analysis)
        if _is_definite(token) and not is_of_archive(token):
            origins = _origins(mention, settled, analysis)
            if origins:
                mention = _aligned(mention, origins, one=_is_one(token))
        if not mention.actors:
            mention = _done_by(mention, shooters(mention, settled, analysis))
        settled.append(mention)
    told = [_with_usual_doer(mention, settled, analysis) for mention in settled]
    once = without_repeats(told, partial(trigger_of, analysis=analysis))
    full = with_hosts(with_answered(once, analysis), analysis)
    full = with_leads(with_returns(with_opponents(full), analysis), analysis)
    return [mention for mention in full if _is_event(mention, analysis)]


def _is_event(mention: Mention, analysis: Analysis) -> bool:
    """Whether a mention is more than an outlook, and names the parties its type needs."""
    if mention.status == "possible" and any(cue.text.lower() in _OUTLOOK for cue in mention.cues):
        return False
    if not mention.recipients and mention.event == "AID":
        return False
    if mention.actors or (mention.recipients and mention.event not in _NEEDS_ACTOR):
        return True
    if mention.event not in _HAPPENINGS and (mention.event, mention.mode) != _DECLARED:
        return False
    token = trigger_of(mention, analysis)
    if any(s.lower_ in _READER for s in subjects(token)):
        return False  # 'I may repeal my consent': a form, not the news
    return _is_told_for_itself(token, mention)


def _is_told_for_itself(trigger: Token, mention: Mention) -> bool:
    """Whether a happening without parties is what its clause is about: 'a truce took effect'."""
    if mention.magnitudes.killed or mention.magnitudes.injured:
        return True
    if trigger.pos_ == "VERB":
        harmed = mention.event == "ASSAULT" and mention.status in DONE and _is_suffered(trigger)
        return harmed or bool(mention.where) or mention.event in ("RETREAT", "CONCEDE")
    if _is_come_under(trigger):
        return mention.event == "ASSAULT" and mention.status in DONE
    if trigger.dep_ == "pobj" and trigger.head.head.lemma_.lower() in _SPELLS:
        trigger = trigger.head.head  # 'weeks of protests shook the city'
    if trigger.dep_ == "dobj" and trigger.head.lemma_ in _TELLING and _is_definite(trigger):
        return True  # 'Japan detected the launch'
    if trigger.dep_ == "dobj" and trigger.head.lemma_ in _ENDING:
        return True  # 'repelled an attack on Bangui', 'broke the siege'
    return trigger.dep_ in ("nsubj", "nsubjpass", "ROOT")


def _is_suffered(verb: Token) -> bool:
    """Whether its clause tells what befell a thing: 'ten of them *were torched*'."""
    return verb.lemma_ in _RUINING and any(c.dep_ == "nsubjpass" for c in verb.lefts)


def _is_come_under(noun: Token) -> bool:
    """Whether its clause tells what somebody came under: 'the village came under mortar *fire*'."""
    under = noun.head
    return noun.dep_ == "pobj" and under.lower_ == "under" and under.head.lemma_ == "come"


def _is_definite(token: Token) -> bool:
    """Whether the noun points back: 'the visit', 'this attack', "Pezeshkian's trip"."""
    if token.pos_ != "NOUN":
        return False
    return any(
        (child.dep_ == "det" and child.lower_ in DEFINITE) or child.dep_ == "poss"
        for child in token.children
    )


def _is_one(noun: Token) -> bool:
    """Whether the noun points to one happening told before: not 'the tests', 'its sixth test'."""
    counted = any(child.ent_type_ in ("ORDINAL", "CARDINAL") for child in noun.lefts)
    return noun.tag_ in ("NN", "NNP") and not counted


def _origins(mention: Mention, earlier: list[Mention], analysis: Analysis) -> list[Mention]:
    """Earlier mentions of the same type and mode that no party speaks against, the likeliest first.

    That is the last one told in the paragraph; else, of those by whom most are done, the first:
    what an article is about it tells first, and what comes between is most often of before.
    """
    token = trigger_of(mention, analysis)
    kind = [
        o for o in earlier
        if _is_kind(mention, o)
        and not is_answered_by(token, trigger_of(o, analysis), mention.event)
    ]  # fmt: skip
    found = [o for o in kind if _may_echo(mention, o, first=o is kind[0])]
    paragraph = analysis.paragraph_of(mention.trigger.start)
    here = [o for o in found if analysis.paragraph_of(o.trigger.start) == paragraph]
    done = Counter(_doers(o) for o in found if o.actors)
    elsewhere = sorted((o for o in found if o not in here), key=lambda o: -done[_doers(o)])
    return [*reversed(here), *elsewhere]


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
    if mention.actors or mention.event not in _HAPPENINGS:
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
    if sum(_is_new(o, analysis) for o in alike if _doers(o) == usual) >= _OFTEN:
        return mention  # 'a man shot four', 'a man shot two': another each time
    return _done_by(mention, next(other.actors for other in alike if _doers(other) == usual))


def _is_new(mention: Mention, analysis: Analysis) -> bool:
    """Whether its doer is told as somebody new: 'a man', 'a gunman'."""
    heads = (token_at(analysis, actor.end - 1) for actor in mention.actors)
    return any(c.lower_ in ("a", "an") for head in heads for c in head.lefts)


def _doers(mention: Mention) -> frozenset[str]:
    """Whom its doers belong to: a state's own to the state, an armed group's to the group."""
    return frozenset(
        actor.name if ARMED_GROUPS.intersection(actor.sectors) else actor.country or actor.name
        for actor in mention.actors
    )


def _may_echo(mention: Mention, other: Mention, *, first: bool) -> bool:
    """Whether ``other``, of the same kind, may be told again; ``first`` of its kind it may afar."""
    far = mention.trigger.start - other.trigger.start > _NEAR
    if far and not first and other.trigger.text.lower() != mention.trigger.text.lower():
        return False
    if _is_clash(other) and other.trigger.text.lower() != mention.trigger.text.lower():
        return False  # who fought each other did not both make 'the attack'
    if mention.mode == "visit" and not _may_be_one(mention.actors[:1], other.actors[:1]):
        return False  # one visits, whoever else is named beside
    return _agree(mention.actors, other.actors) and _agree(mention.recipients, other.recipients)


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
    status = origin.status if not told and origin.status in FUTURE else mention.status
    if not mention.actors:
        able = (_able(mention, o.actors) for o in origins)
        mention = _done_by(mention, next((doers for doers in able if doers), ()))
    return replace(
        mention,
        status=status,
        when=mention.when or (origin.when if one else None),
        recipients=mention.recipients or (carried(origin.recipients) if needed else ()),
    )


def _able(mention: Mention, doers: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Those who may have done it: who is arrested was told to be held by a court, not caught."""
    if (mention.event, mention.mode) != _ARREST:
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
