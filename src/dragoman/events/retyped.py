"""Types that the words of a measure tell plainly, whatever the network reads in them.

'Halves tariffs', 'slashes the duty on' yield, as 'cut tariffs' does, though aid that is halved is a
sanction. Whom a body suspends from all it does it has shut out, and stopped nothing. The network
reads a suicide attack in much that armed Islamists do; a sentence tells of one only with a word for
who died in it: 'a suicide bomber', 'blew himself up', 'an explosive vest'. What one state drills
alone, 'soldiers take part in a drill', is no cooperation. A missile that flies over a land or into
the sea strikes nobody. Who vows *not* to do a thing refuses, and who opposes what was done
complains of it, as whoever calls in an envoy does. A state to which recognition goes over is not
whom it is taken from. Soldiers who escort help to a town bring it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.actors.entry import BLOCS
from dragoman.analysis.grammar import (
    ARGUMENTS,
    DEFINITE,
    DONE_TO,
    NOUNS,
    as_spans,
    direct_objects,
    done_to,
    infinitives_after,
    is_negated,
    modifiers,
    outermost,
    particle,
    prepositional,
)
from dragoman.events.bystanders import is_flown_past
from dragoman.events.envoys import ENVOYS
from dragoman.events.ontology import SHELLING, WEAPONS_TEST
from dragoman.events.proposal import Proposal, TypeAndMode
from dragoman.events.weapons import MISSILES
from dragoman.events.worded import WORDED, is_eviction
from dragoman.mention import Entity

_LOWERING = frozenset(
    "cut halve slash lower trim reduce ease drop scrap lift remove waive abolish slice pare".split()
)
_DUTIES = frozenset({"tariff", "duty", "levy", "surcharge"})
_ALL_IT_DOES = frozenset("activity body organ council structure institution membership".split())
_DRILLS = frozenset({"drill", "exercise", "manoeuvre", "maneuver"})
_OF_SEVERAL = frozenset(
    "joint jointly combined together allied ally multinational international bilateral trilateral "
    "alongside partner coalition nato both member participant nation host hosted ecowas".split()
)
_DRILLING = (("GOV",), ("MIL",))
_JOINING = frozenset({"part", "participate", "take", "join"})
_ARMS = frozenset(
    "missile artillery live fire live-fire rocket tank warship howitzer battery submarine jet "
    "drone shell bomb weapon naval fleet".split()
)
_DYING = frozenset(
    "suicide suicides bomber bombers himself herself themselves itself vest vests belt belts "
    "kamikaze martyrdom self".split()
)
_FLYING = frozenset("fire launch fly send pass".split())
_WATERS = frozenset("sea ocean gulf waters pacific atlantic".split())
_OVER = frozenset({"over", "across", "past"})
_LANDS = frozenset("territory airspace land island mainland country neighbour neighbor".split())
_DONE = frozenset("launch test firing strike attack raid shelling provocation".split())
_SWITCHING = frozenset("switch shift transfer move return".split())
_TIES = frozenset({"recognition", "tie", "relation", "allegiance"})
_SUMMONED = ENVOYS | {"diplomat", "commissioner", "charge", "d'affaires"}
_MOST = 3
"""Tests that an article tells of, to each shelling, where its shots without a target are tests."""
_GUNS = frozenset("gun post battery position launcher artillery cannon bunker".split())
_RELIEF = frozenset("relief aid food grain medicine humanitarian supply".split())
_GRASPING = frozenset({"hold", "grab", "seize", "grip", "drag", "pull", "take", "catch"})
_GRIPS = frozenset(
    "chokehold choke-hold headlock stranglehold armlock grip throat neck hair collar arm wrist ear "
    "scruff leg".split()
)
_EXPLOSIVES = frozenset(
    "bomb bombing blast explosion explosive explode detonate ied landmine".split()
)


def retyped(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The proposals of an article, each with the type and mode that its words tell."""
    read = tuple(proposals)
    tests = _is_of_tests(read)
    for proposal in read:
        event, mode, trigger = proposal.event, proposal.mode, proposal.trigger
        if mode == "suicide-attack" and not _tells(trigger, _DYING):
            mode = "explosives" if _tells(trigger, _EXPLOSIVES) else None
        elif _is_misread(event, mode, trigger):
            mode = None
        elif _is_aimless(proposal) and (_strikes_nobody(trigger) or (tests and _is_shot(trigger))):
            event, mode = WEAPONS_TEST
        elif event == "MOBILIZE" and (served := _brought_aid(trigger)):
            proposal = replace(proposal, recipients=served)
            event, mode = "AID", None
        elif (event, mode) == ("SANCTION", "discontinue") and _shuts_out(trigger):
            mode = "expel"
        else:
            event, mode = _by_word(event, mode, trigger)
        yield replace(proposal, event=event, mode=mode)


def _is_misread(event: str, mode: str | None, trigger: Token) -> bool:
    """Whether the mode is read of what is none: a missile shot down, a man held in a headlock."""
    if mode == "abduct":
        return _is_grip(trigger)
    if mode == "deport":
        return is_eviction(trigger)
    return (event, mode) == SHELLING and _shoots_down(trigger)


def _by_word(event: str, mode: str | None, trigger: Token) -> TypeAndMode:
    """The type and mode that the trigger and what hangs on it tell, else those read."""
    for types, holds, told in _TOLD_BY_WORD:
        if event in types and holds(trigger):
            return told
    return event, mode


def drilled_alone(trigger: Token, doers: Sequence[Entity], cast: Cast) -> str | None:
    """The mode of a drill of one state, told with no other: not 'a *joint* drill', '*with* Mali'.

    None for no such drill. Whoever takes part in a drill that has a name, or is known, does so with
    others.

    Args:
        trigger: the word of what is read as cooperation.
        doers: who takes part in it.
        cast: who is who in the article.
    """
    if trigger.lemma_.lower() not in _DRILLS or trigger.pos_ != "NOUN":
        return None
    lands = {doer.country if doer.sectors[:1] in _DRILLING else None for doer in doers}
    if len(lands) != 1 or not lands.isdisjoint((None, *BLOCS)):
        return None
    others = any(_tells_partner(t, lands, cast) for t in trigger.sent)
    named = any(word.pos_ == "PROPN" and word.ent_type_ != "GPE" for word in modifiers(trigger))
    joins = trigger.dep_ == "pobj" and trigger.head.head.lemma_ in _JOINING
    known = joins and any(c.lower_ in DEFINITE for c in trigger.lefts)
    if others or named or known or _tells(trigger, _OF_SEVERAL):
        return None
    return "weapons" if _tells(trigger, _ARMS) else "troops"


def _tells_partner(word: Token, lands: Collection[str | None], cast: Cast) -> bool:
    """Whether it ties others to a drill: '*with* Mali', not 'with the Pacific as the target'.

    Or names them before its word: 'the *Malian* drills'.
    """
    if word.lower_ in ("with", "between"):
        return any(cast.is_party(o) for o in word.rights if o.dep_ == "pobj")
    drill = outermost(word)
    named = drill != word and drill.lemma_.lower() in _DRILLS and cast.names_nation(word)
    return named and any(e.country not in lands for e in cast.resolve(word))


def _silences(verb: Token) -> bool:
    """Whether guns are put out of action: '*silenced* enemy posts', not 'the guns fell silent'."""
    return verb.lemma_ == "silence" and any(c.lemma_.lower() in _GUNS for c in done_to(verb))


def _brought_aid(verb: Token) -> tuple[Span, ...]:
    """Where soldiers bring help by going with it: 'escorted a food convoy to *Gao*'; else none."""
    if verb.lemma_ != "escort" or verb.pos_ != "VERB":
        return ()
    things = done_to(verb)
    brought = any(t.lemma_.lower() in _RELIEF for thing in things for t in thing.subtree)
    whither = [end for t in (verb, *things) for end in prepositional(t, "to", "into")]
    return as_spans(whither) if brought else ()


def _is_of_tests(proposals: Sequence[Proposal]) -> bool:
    """Whether an article tells of missiles that are tested, and hardly of any that hits."""
    kinds = [p.kind for p in proposals if not _is_aimless(p)]
    return kinds.count(WEAPONS_TEST) >= _MOST * (1 + kinds.count(SHELLING))


def _is_aimless(proposal: Proposal) -> bool:
    """Whether it is read as shelling and names nobody that is hit, but whose land it passes."""
    hit = (p for p in proposal.recipients if not is_flown_past(p, proposal.trigger))
    return proposal.kind == SHELLING and not any(hit)


def _is_shot(trigger: Token) -> bool:
    """Whether a missile is fired: 'the projectile was fired from a base', 'the launch'."""
    if trigger.pos_ in NOUNS:
        return trigger.lemma_.lower() in ("launch", "firing")
    aimed = any(prepositional(trigger, "at"))
    return trigger.lemma_ in _FLYING and _is_of_missile(trigger) and not aimed


def _shoots_down(verb: Token) -> bool:
    """Whether a missile or drone is brought down, by whatever: 'shot *down* the missile'."""
    if verb.lemma_ != "shoot" or particle(verb) != "down":
        return False
    return any(thing.lemma_.lower() in MISSILES | {"drone"} for thing in done_to(verb))


def _strikes_nobody(verb: Token) -> bool:
    """Whether a missile flies over a land or into the sea: 'fired a rocket *over Mali*'."""
    if verb.lemma_ not in _FLYING or not _is_of_missile(verb):
        return False
    things = (verb, *direct_objects(verb))
    passed = (place for t in things for place in prepositional(t, *_OVER))
    over = any(place.pos_ == "PROPN" or place.lemma_.lower() in _LANDS for place in passed)
    into = (place for t in things for place in prepositional(t, "into", "in"))
    return over or any(place.lemma_.lower() in _WATERS for place in into)


def _is_of_missile(verb: Token) -> bool:
    parts = (c for c in verb.children if c.dep_ in ARGUMENTS)
    return any(part.lemma_.lower() in MISSILES for part in parts)


def _summons(verb: Token) -> bool:
    """Whether an envoy is called to account: 'called *in* the Malian ambassador'."""
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    if verb.lemma_ != "call" or verb.pos_ != "VERB":
        return False
    called_in = particle(verb) == "in" or after.lower_ == "in"
    # The parser may take the particle for a preposition.
    things = (*done_to(verb), *prepositional(verb, "in"))
    return called_in and any(_SUMMONED & {t.lemma_.lower() for t in (c, *c.lefts)} for c in things)


def _turns_to(verb: Token) -> bool:
    """Whether recognition goes to another, of whom alone is told: 'switch recognition *to Mali*'.

    Who loses it is shut out: 'switch recognition from Togo to Mali'.
    """
    if verb.lemma_ not in _SWITCHING or any(prepositional(verb, "from")):
        return False
    things = done_to(verb)
    ties = any(c.lemma_.lower() in _TIES for c in things)
    losing = any(any(prepositional(c, "from")) for c in things)
    to = (verb, *things, *(c for c in verb.rights if c.dep_ == "advmod"))
    return ties and not losing and any(any(prepositional(t, "to")) for t in to)


def _vows_not_to(verb: Token) -> bool:
    """'Vowed *not* to let them pass', 'swore *never* to yield', 'vowed that he would *not* bow'."""
    if verb.lemma_ not in ("vow", "swear", "pledge"):
        return False
    return any(is_negated(c) is not None for c in infinitives_after(verb))


def _opposes_deed(verb: Token) -> bool:
    """Whether what somebody opposes was done: 'opposes the North's missile *launches*'."""
    if verb.lemma_ != "oppose":
        return False
    deeds = (c for c in direct_objects(verb) if c.lemma_.lower() in _DONE)
    return any(not any(c.lower_ in ("planned", "any") for c in d.lefts) for d in deeds)


def _lowers_duty(trigger: Token) -> bool:
    """Whether it is a duty on goods that is lowered: 'halves tariffs', 'the duty was slashed'."""
    verb = trigger.head if trigger.lemma_.lower() in _DUTIES else trigger
    if verb.lemma_ not in _LOWERING or verb.pos_ != "VERB":
        return False
    things = (c for c in verb.children if c.dep_ in DONE_TO)
    return any(thing.lemma_.lower() in _DUTIES for thing in things)


def _is_grip(verb: Token) -> bool:
    """Whether somebody is held fast, and not captive: 'held him *in a headlock*', 'by the hair'."""
    held = (o for t in (verb, *direct_objects(verb)) for o in prepositional(t, "in", "by"))
    return verb.lemma_ in _GRASPING and any(o.lemma_.lower() in _GRIPS for o in held)


def _shuts_out(verb: Token) -> bool:
    """Whether a member is kept from what its body does: 'suspended Mali from all activities'."""
    if verb.lemma_ != "suspend" or verb.pos_ != "VERB":
        return False
    from_what = {place.lemma_.lower() for place in prepositional(verb, "from")}
    return bool(from_what & _ALL_IT_DOES)


def _tells(trigger: Token, words: frozenset[str]) -> bool:
    """Whether its sentence holds one of the words, however it is inflected."""
    return any(token.lemma_.lower() in words or token.lower_ in words for token in trigger.sent)


_TOLD_BY_WORD: tuple[tuple[tuple[str, ...], Callable[[Token], bool], TypeAndMode], ...] = (
    (("SANCTION",), _lowers_duty, ("CONCEDE", None)),
    (("SANCTION",), _turns_to, ("SUPPORT", None)),
    (("CONSULT", "REQUEST"), _summons, ("ACCUSE", "disapprove")),
    (("THREATEN",), _vows_not_to, ("REJECT", "yield")),
    (("REJECT",), _opposes_deed, ("ACCUSE", "disapprove")),
    (("RETREAT",), _silences, ("ASSAULT", None)),
    *WORDED,
)
"""Types as read, what is asked of the trigger, and what it then is; the first that holds counts."""
