"""Types that the words of a deed tell plainly, whatever the network reads in them.

Whom a body suspends from all it does it has shut out, and stopped nothing. The network reads a
suicide attack in much that armed Islamists do; a sentence tells of one only with a word for who
died in it: 'a suicide bomber', 'blew himself up', 'an explosive vest'. What one state drills alone,
'soldiers take part in a drill', is no cooperation. A missile that flies over a land or into the sea
strikes nobody. Soldiers who escort help to a town bring it. What else verb and object tell together
stands in `worded`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.actors.entry import BLOCS
from dragoman.analysis.grammar import (
    ARGUMENTS,
    DEFINITE,
    NOUNS,
    as_spans,
    direct_objects,
    done_to,
    modifiers,
    outermost,
    particle,
    prepositional,
)
from dragoman.events.ontology import SHELLING, WEAPONS_TEST
from dragoman.events.parties.bystanders import is_flown_past
from dragoman.events.parties.weapons import MISSILES
from dragoman.events.passes.worded import by_word, is_eviction
from dragoman.events.proposal import Proposal
from dragoman.mention import Entity

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
_MOST = 3
"""Tests that an article tells of, to each shelling, where its shots without a target are tests."""
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
            event, mode = by_word(event, mode, trigger)
        yield replace(proposal, event=event, mode=mode)


def _is_misread(event: str, mode: str | None, trigger: Token) -> bool:
    """Whether the mode is read of what is none: a missile shot down, a man held in a headlock."""
    if mode == "abduct":
        return _is_grip(trigger)
    if mode == "deport":
        return is_eviction(trigger)
    return (event, mode) == SHELLING and _shoots_down(trigger)


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
