"""Being ready, and orders at home: 'is ready for any threat', 'ordered his army to drill'.

Who says that he is ready to defend himself threatens nobody, and who orders what is his own asks
nothing of anybody: the act that is ordered is the event, if it is one.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import OWN, PREDICATES, owners, who_is_told
from dragoman.events.nondeeds.words import is_a

_READY = frozenset({"ready", "prepared", "readiness", "preparedness"})
_SAID = frozenset({"acomp", "ccomp", "oprd", "xcomp"})
_MEANS = frozenset({"with", "by", "using", "through"})


def is_readiness(trigger: Token) -> bool:
    """Whether somebody is only ready to meet a danger: 'said they are *ready for any threat*'.

    Not where he tells with what, nor where he adds what he would do.
    """
    words = [t for t in (trigger, *trigger.subtree) if t.lower_ in _READY]
    return any(_meets_danger(w) and _is_all_told(w, trigger) for w in words)


def _meets_danger(ready: Token) -> bool:
    """'Ready *for any threat*', 'prepared *to defend itself*'."""
    beside = ready.head.rights if ready.dep_ == "acomp" else ()  # 'stood ready *for* it'
    for link in (c for c in (*ready.rights, *beside) if c.dep_ in ("prep", "xcomp", "acl")):
        if link.lower_ == "for" and any(is_a(o, "danger") for o in link.rights):
            return True
        if link.dep_ != "prep" and is_a(link, "defend"):
            by_what = (c for c in link.children if c.lower_ in _MEANS)
            return not any(by_what) and not any(link.conjuncts)
    return False


def _is_all_told(ready: Token, trigger: Token) -> bool:
    """Whether his being ready is all that he says, and nothing that he would do is joined to it."""
    node = ready
    while node != trigger:
        if node.dep_ not in _SAID or any(c.pos_ in PREDICATES for c in node.conjuncts):
            return False
        node = node.head
    return True


def is_order_at_home(verb: Token) -> bool:
    """Whether somebody orders what is his own: 'ordered *his government* to work with Togo'."""
    if not is_a(verb, "order") or verb.pos_ != "VERB":
        return False
    ordered = who_is_told(verb)
    return bool(ordered) and all(
        is_a(noun, "own") and any(o.lower_ in OWN for o in owners(noun)) for noun in ordered
    )
