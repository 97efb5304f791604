"""Parties that what stands with a verb tells plainly: whom one finds ready, whom one sends.

'Found *the general* ready to talk' tells what the general is ready for, and 'Mali will send *its
ministers* to the talks' who will be there. 'Offered Gao *as a venue*' offers nothing to Gao, and
who reaffirms his state's support for Togo supports Togo. Who joins a crowd protests with it, and
whence somebody comes is not whom he visits. The network gives such a deed to the subject, and takes
who stands next for whom it is done to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import as_spans, direct_objects, is_ones_own, is_passive, subjects
from dragoman.events.parties.doers import sends
from dragoman.events.proposal import Proposal

_WILLING = frozenset("ready willing open prepared eager keen inclined receptive".split())
_JUDGING = frozenset("find think consider believe deem judge".split())
_VENUES = frozenset("venue site host location place seat alternative meeting-place".split())
_OFFERING = frozenset("offer propose suggest name".split())
_AFFIRMING = frozenset("reaffirm affirm reiterate restate underline underscore stress".split())
_VOWS = frozenset("commitment support solidarity pledge backing readiness".split())
_SWITCHING = frozenset("switch shift transfer move".split())
_TO_WHOM = frozenset({"to", "for", "of", "with"})
_DEPTH = 4  # 'its commitment to the defence of Mali'


def recast(proposals: Iterable[Proposal], cast: Cast) -> Iterator[Proposal]:
    """The proposals of an article, each with the parties that its grammar tells plainly."""
    for proposal in proposals:
        trigger, event = proposal.trigger, proposal.event
        if event == "AGREE" and (judged := _found_willing(trigger)) is not None:
            yield replace(proposal, actors=as_spans((judged,)), recipients=())
        elif event == "CONSULT" and (sent := _sent(trigger, cast)) is not None:
            yield replace(proposal, actors=as_spans((sent,)))
        elif event == "CONSULT" and any(map(_is_left, proposal.recipients)):
            reached = [p for p in proposal.recipients if not _is_left(p)]
            yield replace(proposal, recipients=tuple(reached) or proposal.recipients)
        elif event == "PROTEST" and (joining := _who_joins(trigger, cast)) is not None:
            yield replace(proposal, actors=as_spans((joining,)), recipients=())
        elif event == "SUPPORT" and (vow := _own_vow(trigger)) is not None:
            kept = [p for p in proposal.recipients if not _owns(p, vow)]
            told = as_spans(_promised(vow, cast)) if not kept else ()
            yield replace(proposal, recipients=(*kept, *told))
        elif event == "SUPPORT" and trigger.lemma_ in _SWITCHING:
            kept = [p for p in proposal.recipients if not _is_left(p)]
            yield replace(proposal, recipients=tuple(kept))
        elif event in ("AGREE", "SUPPORT") and trigger.lemma_.lower() in _VOWS:
            others = (p for p in proposal.recipients if not _owns(p, trigger))
            yield replace(proposal, recipients=tuple(others))
        else:
            others = (p for p in proposal.recipients if not _is_venue(p, trigger))
            yield replace(proposal, recipients=tuple(others))


def _found_willing(word: Token) -> Token | None:
    """Whom somebody finds willing: '*her*' of 'I found her ready to listen'; else None."""
    if word.lemma_ not in _WILLING or word.pos_ not in ("ADJ", "VERB"):
        return None
    verb = word.head
    if verb.lemma_ not in _JUDGING or is_passive(verb):
        return None
    within = next((c for c in word.lefts if c.dep_ == "nsubj"), None)
    return within or next((c for c in direct_objects(verb) if c.i < word.i), None)


def _sent(verb: Token, cast: Cast) -> Token | None:
    """Whom states send to meet others: 'agreed to send *their ministers* to Gao'; else None."""
    people = filter(is_ones_own, direct_objects(verb)) if sends(verb) else ()
    return next(filter(cast.is_party, people), None)


def _who_joins(verb: Token, cast: Cast) -> Token | None:
    """Who goes over to a crowd: '*soldiers* mutinied and joined the protesters'; else None."""
    if verb.lemma_ != "join" or verb.pos_ != "VERB" or is_passive(verb):
        return None
    joining = subjects(verb) if direct_objects(verb) else ()
    return next((s for s in joining if cast.is_party(s)), None)


def _own_vow(verb: Token) -> Token | None:
    """What somebody affirms of his own state: "reaffirmed Chad's *support* for Mali"; or None."""
    if verb.lemma_ not in _AFFIRMING or verb.pos_ != "VERB":
        return None
    return next((c for c in direct_objects(verb) if c.lemma_.lower() in _VOWS), None)


def _owns(phrase: Span, vow: Token) -> bool:
    return phrase.root.dep_ == "poss" and phrase.root.head == vow


def _is_left(phrase: Span) -> bool:
    """Whether it is who loses what another gets: 'switch ties from *Togo* to Mali'.

    Or whence somebody comes: 'arrived from *Togo* in Mali'.
    """
    return phrase.root.dep_ == "pobj" and phrase.root.head.lower_ == "from"


def _promised(vow: Token, cast: Cast) -> list[Token]:
    """The state that a vow is for, at whatever of its own it is: 'to the defence of *Mali*'."""
    above = [vow]
    for _ in range(_DEPTH):
        links = [c for noun in above for c in noun.rights if c.lower_ in _TO_WHOM]
        above = [o for link in links for o in link.rights if o.dep_ == "pobj"]
        if found := [noun for noun in above if cast.names_state(noun)]:
            return found
    return []


def _is_venue(phrase: Span, verb: Token) -> bool:
    """Whether it is a place that is offered for others to meet at: 'offered *Gao* as a venue'."""
    town = phrase.root
    if verb.lemma_ not in _OFFERING or town.head != verb or town.dep_ not in ("dobj", "dative"):
        return False
    after = (link for noun in (town, verb) for link in noun.rights if link.lower_ == "as")
    return any(o.lemma_.lower() in _VENUES for link in after for o in link.rights)
