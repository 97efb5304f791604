"""Deeds told as to come: announced as a measure, provided for in an agreement, or put off before.

'Lithuania said it would *expel* three envoys' is a plan, and no threat. With a condition ('unless
Minsk frees him') or as revenge it is a threat; so is whatever would be done by force. 'The deal
*includes* the release of 12 men': the network reads such deeds as done; whether they are, other
sentences tell. What was put off may have taken place since: 'whose trip was put off in May, arrived
on Monday'. The delay is told in a side clause, and the network reads it for the state of the visit;
the main clause tells what became of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.analysis.grammar import (
    FINITE,
    STATING,
    WILL,
    WOULD,
    antecedent,
    as_spans,
    auxiliaries,
    direct_objects,
    first_conjunct,
    is_negated,
    prepositional,
    subjects,
    tells_delay,
)
from dragoman.events.parties.objects import ENVOYS
from dragoman.events.proposal import Proposal

_SAYING = STATING | {"declare", "confirm"}
_AT_EMBASSIES = ENVOYS | frozenset(
    "diplomat attache attaché charge official officer staff mission".split()
)
_CONDITIONS = frozenset({"if", "unless", "should", "until"})
_REVENGE = frozenset("retaliate retaliation revenge respond response reprisal answer".split())
_DEEDS = {
    "expel": ("SANCTION", "expel"),
    "recall": ("SANCTION", "withdraw"),
    "sever": ("SANCTION", "discontinue"),
    "suspend": ("SANCTION", "discontinue"),
    "deport": ("COERCE", "deport"),
}
_IMPOSED = {
    "sanction": ("SANCTION", "discontinue"),
    "embargo": ("SANCTION", "discontinue"),
    "curfew": ("COERCE", "curfew"),
}
_ACCORDS = frozenset(
    "accord agreement armistice arrangement ceasefire communique compact deal memorandum pact "
    "protocol resolution roadmap settlement treaty truce understanding".split()
)
# What an agreement does to the deeds in it; the second row with 'for'.
_SETTING = frozenset(
    "contain entail envisage envision foresee include involve mandate require specify stipulate "
    "prescribe provide call".split()
)
_WITH_FOR = frozenset({"provide", "call"})
_SIGNING = frozenset({"AGREE", "CONSULT", "SUPPORT"})  # what makes an agreement is in none
_DONE = ("occurred", "ongoing", "possible")
_ARRIVING = frozenset("arrive land fly travel touch reach visit".split())
_DELAYED = frozenset({"delayed", "postponed"})
_COMING_ON = frozenset({"on", "for"})
_HOLDING = frozenset("hold begin start open pay make stage conduct launch".split())
_HAPPENING = frozenset("begin start open take occur go".split())


def announced_as_planned(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The proposals in order, those read as threats that only announce a measure as that measure.

    Where the measure is proposed as well, the threat is left out.
    """
    told = tuple(proposals)
    taken = {proposal.trigger.i for proposal in told}
    # Its word may stand behind that of another event; `after_delays` puts them in order.
    for proposal in told:
        measure = _measure(proposal)
        if measure is None:
            yield proposal
        elif measure[0].i not in taken:
            word, event, mode = measure
            yield replace(
                proposal, trigger=word, event=event, mode=mode, status="planned", sureness=1.0
            )


def _measure(proposal: Proposal) -> tuple[Token, str, str] | None:
    """The word, type and mode of the measure that a threat announces without more; else None."""
    said = proposal.trigger
    if proposal.event != "THREATEN" or said.lemma_ not in _SAYING:
        return None
    clause = next((c for c in said.rights if c.dep_ == "ccomp"), None)
    if clause is None or not any(h.lower_ in WILL | WOULD for h in auxiliaries(clause)):
        return None
    if is_negated(clause) is not None or _is_conditional(said):
        return None
    things = direct_objects(clause)
    imposed = next((t for t in things if t.lemma_ in _IMPOSED), None)
    if clause.lemma_ in ("impose", "introduce") and imposed is not None:
        return imposed, *_IMPOSED[imposed.lemma_]
    if clause.lemma_ not in _DEEDS or not things:
        return None
    if clause.lemma_ == "expel" and not any(t.lemma_.lower() in _AT_EMBASSIES for t in things):
        return None  # whom else it expels, it deports
    return clause, *_DEEDS[clause.lemma_]


def _is_conditional(said: Token) -> bool:
    return any(t.lower_ in _CONDITIONS or t.lemma_ in _REVENGE for t in said.sent)


def agreed_as_planned(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The proposals, those that an agreement provides for as plans."""
    for proposal in proposals:
        done = proposal.status in _DONE and proposal.event not in _SIGNING
        if done and _is_provided_for(proposal.trigger):
            proposal = replace(proposal, status="planned", sureness=1.0)
        yield proposal


def _is_provided_for(deed: Token) -> bool:
    """Whether an agreement is the subject of the verb that the deed is the object of."""
    first = first_conjunct(deed)
    verb = first.head
    if first.dep_ == "pobj":
        if verb.lower_ != "for" or verb.head.lemma_ not in _WITH_FOR:
            return False
        verb = verb.head
    elif first.dep_ not in ("dobj", "ccomp", "xcomp") or verb.lemma_ in _WITH_FOR:
        return False
    if verb.lemma_ not in _SETTING or verb.pos_ != "VERB":
        return False
    return any(antecedent(noun).lemma_.lower() in _ACCORDS for noun in subjects(verb))


def after_delays(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals, in order of the text; of what was put off and took place, as it took place."""
    told = tuple(proposals)
    taken = {proposal.trigger.i for proposal in told}
    return tuple(sorted((_settled(p, taken) for p in told), key=lambda p: p.trigger.i))


def _settled(proposal: Proposal, taken: set[int]) -> Proposal:
    """The proposal; where it is told as put off by a side clause, as its main clause tells it."""
    if proposal.status != "postponed":
        return proposal
    trigger = proposal.trigger
    delayed = any(tells_delay(c) or c.lower_ in _DELAYED for c in trigger.children)
    if delayed and (_main_verb(trigger, _HAPPENING) is not None or _is_under_way(trigger)):
        return replace(proposal, status="occurred", sureness=1.0)
    clause = trigger.head
    whose = any(child.lower_ == "whose" for child in trigger.children)
    if not whose or clause.dep_ != "relcl" or not tells_delay(clause):
        return proposal
    main = _main_verb(clause.head, _ARRIVING)
    if main is None or main.i in taken or proposal.mode != "visit":
        return proposal
    places = prepositional(main, "in", "to", "at")
    hosts = as_spans(places)
    told = replace(proposal, trigger=main, recipients=proposal.recipients or hosts)
    return replace(told, status="occurred", sureness=1.0)


def _is_under_way(thing: Token) -> bool:
    """Whether somebody holds it or comes on it: 'holds *delayed talks*', 'lands on a *visit*'."""
    on = thing.dep_ == "pobj" and thing.head.lower_ in _COMING_ON
    verb = thing.head.head if on else thing.head
    if verb.lemma_ not in (_ARRIVING if on else _HOLDING) or not (on or thing.dep_ == "dobj"):
        return False
    return verb.tag_ in FINITE and not auxiliaries(verb) and is_negated(verb) is None


def _main_verb(subject: Token, lemmas: frozenset[str]) -> Token | None:
    """The verb that tells in the past what its subject did, if it is one of these; else None."""
    verb = subject.head
    told = subject.dep_ == "nsubj" and verb.tag_ == "VBD" and verb.lemma_ in lemmas
    return verb if told and not auxiliaries(verb) and is_negated(verb) is None else None
