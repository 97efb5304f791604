"""Types that the words of a measure tell plainly, whatever the network reads in them.

'Halves tariffs', 'slashes the duty on' yield, as 'cut tariffs' does, though aid that is halved is a
sanction. Whom a body suspends from all it does it has shut out, and stopped nothing. The network
reads a suicide attack in much that armed Islamists do; a sentence tells of one only with a word for
who died in it: 'a suicide bomber', 'blew himself up', 'an explosive vest'. What one army drills
alone, 'soldiers take part in a drill', is no cooperation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.entry import BLOCS
from dragoman.analysis.grammar import DEFINITE, modifiers, prepositional
from dragoman.events.proposal import Proposal
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
_JOINING = frozenset({"part", "participate", "take", "join"})
_ARMS = frozenset(
    "missile artillery live fire live-fire rocket tank warship howitzer battery submarine jet "
    "drone shell bomb weapon naval fleet".split()
)
_DYING = frozenset(
    "suicide suicides bomber bombers himself herself themselves itself vest vests belt belts "
    "kamikaze martyrdom self".split()
)
_EXPLOSIVES = frozenset(
    "bomb bombing blast explosion explosive explode detonate ied landmine".split()
)


def retyped(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The proposals, each with the type and mode that the words of its sentence tell."""
    for proposal in proposals:
        event, mode, trigger = proposal.event, proposal.mode, proposal.trigger
        if mode == "suicide-attack" and not _tells(trigger, _DYING):
            mode = "explosives" if _tells(trigger, _EXPLOSIVES) else None
        elif event == "SANCTION" and _lowers_duty(trigger):
            event, mode = "CONCEDE", None
        elif (event, mode) == ("SANCTION", "discontinue") and _shuts_out(trigger):
            mode = "expel"
        yield replace(proposal, event=event, mode=mode)


def drilled_alone(trigger: Token, doers: Sequence[Entity]) -> str | None:
    """The mode of a drill of one army, told with no other: not 'a *joint* drill', '*with* Mali'.

    None for no such drill. Whoever takes part in a drill that has a name, or is known, does so with
    others.

    Args:
        trigger: the word of what is read as cooperation.
        doers: who takes part in it.
    """
    if trigger.lemma_.lower() not in _DRILLS or trigger.pos_ != "NOUN":
        return None
    if len(doers) != 1 or doers[0].sectors[:1] != ("MIL",) or doers[0].country in (None, *BLOCS):
        return None
    others = any(t.lower_ in ("with", "between") for t in trigger.sent)
    named = any(word.pos_ == "PROPN" and word.ent_type_ != "GPE" for word in modifiers(trigger))
    joins = trigger.dep_ == "pobj" and trigger.head.head.lemma_ in _JOINING
    known = joins and any(c.lower_ in DEFINITE for c in trigger.lefts)
    if others or named or known or _tells(trigger, _OF_SEVERAL):
        return None
    return "weapons" if _tells(trigger, _ARMS) else "troops"


def _lowers_duty(trigger: Token) -> bool:
    """Whether it is a duty on goods that is lowered: 'halves tariffs', 'the duty was slashed'."""
    verb = trigger.head if trigger.lemma_.lower() in _DUTIES else trigger
    if verb.lemma_ not in _LOWERING or verb.pos_ != "VERB":
        return False
    things = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
    return any(thing.lemma_.lower() in _DUTIES for thing in things)


def _shuts_out(verb: Token) -> bool:
    """Whether a member is kept from what its body does: 'suspended Mali from all activities'."""
    if verb.lemma_ != "suspend" or verb.pos_ != "VERB":
        return False
    from_what = {place.lemma_.lower() for place in prepositional(verb, "from")}
    return bool(from_what & _ALL_IT_DOES)


def _tells(trigger: Token, words: frozenset[str]) -> bool:
    """Whether its sentence holds one of the words, however it is inflected."""
    return any(token.lemma_.lower() in words or token.lower_ in words for token in trigger.sent)
