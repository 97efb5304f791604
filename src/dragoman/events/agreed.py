"""What an agreement says is to be done is planned: 'the deal *includes* the release of 12 men'.

The network reads such deeds as done. Whether they are, other sentences tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.analysis.grammar import antecedent, first_conjunct, subjects
from dragoman.events.proposal import Proposal

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
