"""What a state says it will do against another without a condition is planned, not threatened.

'Lithuania said it would *expel* three envoys'. With a condition ('unless Minsk frees him') or as
revenge it is a threat; so is whatever would be done by force.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.analysis.grammar import STATING, WILL, WOULD, auxiliaries, direct_objects, is_negated
from dragoman.events.envoys import ENVOYS
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
