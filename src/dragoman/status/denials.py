"""A denial that follows in the same sentence, and what it is that it denies.

'..., the paper reported, but Kyiv denied it' denies what was reported, and 'blamed Chad for the
raid, a charge Chad rejects' denies the raid of Chad's: nobody disputes that it was blamed.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from dragoman.analysis.grammar import (
    FINITE,
    PREDICATES,
    STATING,
    auxiliaries,
    is_negated,
    word_before,
)

_DENYING = frozenset({"deny", "dispute", "refute"})
_DISMISSING = frozenset({"dismiss", "reject", "rebut", "rubbish", "contradict"})
_STORIES = frozenset({"report", "claim", "rumour", "rumor", "suggestion"})
CHARGES = frozenset({"charge", "allegation", "accusation"})
_POINTING = frozenset({"it", "that", "this", "which"})
# Who denies 'it' after his arrest or a verdict denies what he is charged with, not the arrest.
PUNISHING = frozenset({"COERCE", "SANCTION"})
_ACCUSED = frozenset({"he", "she", "they", "who", "both", "all"})
_JOINED = frozenset({"conj", "parataxis", "ccomp", "ROOT", "relcl", "dep", "advcl"})


def denial_after(
    trigger: Token, event: str, is_claiming: Callable[[Token], bool]
) -> Token | None:
    """The word that denies what ``trigger`` reports further on in its sentence, or None.

    Args:
        trigger: the word that reports an event.
        event: its type.
        is_claiming: whether a verb says what somebody else might deny ('reported', 'accused').
    """
    for verb in closing_denials(trigger):
        denied = _denied(verb)
        if denied is None or (event in PUNISHING and _by_accused(verb, denied)):
            continue
        claims = [t for t in verb.sent if t.i < verb.i and t.pos_ == "VERB" and is_claiming(t)]
        about = [c for c in claims if c.is_ancestor(trigger) or _closes(c, trigger)]
        if any(c != trigger for c in about):
            return verb
        if not claims and event != "ACCUSE" and denied in _STORIES:
            return verb
    return None


def _closes(claim: Token, trigger: Token) -> bool:
    """Whether a claim behind the trigger is of it: 'was shot, they *said*', not 'and *said*'."""
    beside = claim.dep_ == "conj" and claim.head in (trigger, *trigger.ancestors)
    return claim.i > trigger.i and not beside


def closing_denials(trigger: Token) -> tuple[Token, ...]:
    """Verbs after the trigger, not over it from before, that deny what went before them."""
    return tuple(
        token
        for token in trigger.sent
        if token.i > trigger.i and token.lemma_.lower() in _DENYING | _DISMISSING
        and (_is_aside(token) or (token.dep_ in _JOINED and _is_finite(token)))
        and is_negated(token) is None
        and _denied(token) is not None
    )  # fmt: skip


def joins_outside(verb: Token) -> Token | None:
    """The verb of denying that a clause really joins, though it hangs on the denied clause.

    'Denied that it had fired and accused Mali', 'denied firing and has expelled the envoy', 'denies
    that it fires and *says*'.
    """
    head = verb.head
    if verb.dep_ != "conj" or head.pos_ not in PREDICATES or not _is_finite(verb):
        return None
    if any(c.dep_ in ("mark", "nsubj", "nsubjpass") for c in verb.children):
        return None
    for outer in head.ancestors:
        if outer.lemma_.lower() in _DENYING | _DISMISSING and outer.i < head.i:
            apart = _tense(verb) != _tense(head) or verb.lemma_ in STATING
            return outer if apart and _tense(verb) == _tense(outer) else None
    return None


def governs(verb: Token, clause: Token) -> bool:
    """Whether a verb of denying denies the clause or noun that hangs on it.

    It does not deny what stands before it ('..., a charge Chad denied'; see `denial_after`), nor
    what is told beside it without an 'and': 'denied firing, then released'.
    """
    beside = clause.dep_ == "dep" and _is_finite(clause)
    return clause.i > verb.i and not beside


def _denied(verb: Token) -> str | None:
    """What a verb denies: a story, a charge or a pronoun, in its ground form; else None."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ == "dobj" and child.lower_ in _POINTING and lemma in _DENYING:
            return str(child.lower_)
        misread = child.dep_ in ("nsubj", "npadvmod") and child.i < verb.i
        if (child.dep_ == "dobj" or misread) and _is_claim(child):
            return str(child.lemma_.lower())
    claim = verb.head
    if (verb.dep_ == "relcl" and _is_claim(claim)) or _is_aside(verb):  # 'a claim the army denied'
        return str(verb.head.lemma_.lower())
    return None


def _is_aside(verb: Token) -> bool:
    """Whether it is of a claim that a comma sets apart: 'blamed it, *a charge denied by* Chad'."""
    claim = verb.head
    by = any(c.dep_ == "agent" for c in verb.children)
    named = claim.lemma_.lower() in _STORIES | CHARGES and claim.tag_ == "NN"
    return verb.dep_ == "acl" and by and named and word_before(claim.left_edge) == ","


def _by_accused(verb: Token, denied: str) -> bool:
    own = {c.lower_ for c in verb.children if c.dep_ == "nsubj"}
    return denied in CHARGES or (denied not in _STORIES and bool(own & _ACCUSED))


def _is_claim(noun: Token) -> bool:
    """'The report', 'a charge', 'the claims'; but 'the charges' are those of a court."""
    lemma = noun.lemma_.lower()
    if any(c.dep_ in ("acl", "ccomp", "prep") for c in noun.children):
        return False  # it says itself what it is about: 'denied reports of a coup'
    return lemma in _STORIES or (lemma in CHARGES and (lemma, noun.tag_) != ("charge", "NNS"))


def _is_finite(verb: Token) -> bool:
    return _tense(verb) is not None


def _tense(verb: Token) -> str | None:
    """``past``, ``present``, ``perfect`` (of the past) or ``modal``; None of no finite verb."""
    helpers = [helper.lower_ for helper in auxiliaries(verb)]
    if "had" in helpers:
        return "perfect"
    if any(helper in ("has", "have", "is", "are", "does", "do") for helper in helpers):
        return "present"
    if any(helper in ("was", "were", "did") for helper in helpers):
        return "past"
    if helpers and verb.tag_ == "VB" and "to" not in helpers:
        return "modal"
    if verb.tag_ in FINITE:
        return "past" if verb.tag_ == "VBD" else "present"
    return None
