"""Who is told as somebody new: '*an immigrant* shot nine', in a list of shootings of other men.

The network looks for who was told before, and finds nobody. He is nobody else's double.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import as_spans, is_passive
from dragoman.events.proposal import Proposal

_NEW = frozenset({"a", "an", "another"})


def told_as_new(proposal: Proposal, cast: Cast) -> tuple[Span, ...]:
    """The person, told with 'a', who is the subject of a violent deed's verb; else empty.

    Nor where the network reads him as the victim ('a man shot dead in Gao'), or others as doers.
    """
    trigger = proposal.trigger
    if proposal.event != "ASSAULT":
        return ()
    who = _before_misread(trigger) if trigger.tag_ == "NNS" else _subject(trigger)
    role = cast.role(who) if who is not None else None
    if who is None or role is None or role.kind != "person":
        return ()
    others = proposal.actors and not any(who in phrase for phrase in proposal.actors)
    if others or any(who in phrase for phrase in proposal.recipients):
        return ()
    return as_spans((who,))


def _subject(verb: Token) -> Token | None:
    if verb.pos_ != "VERB" or is_passive(verb):
        return None
    own = (c for c in verb.lefts if c.dep_ == "nsubj" and c.tag_ == "NN")
    return next((c for c in own if any(d.lower_ in _NEW for d in c.lefts)), None)


def _before_misread(noun: Token) -> Token | None:
    """The noun before a verb that is taken for a plural: 'an *immigrant* shoots dead nine'.

    No plural has 'a' before it.
    """
    before = noun.nbor(-1) if noun.i > noun.sent.start else noun
    own = before.tag_ == "NN" and before.head == noun
    return before if own and any(c.lower_ in _NEW for c in noun.lefts) else None
