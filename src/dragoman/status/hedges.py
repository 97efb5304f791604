"""How sure a report is: the hedges beside its trigger, over it, and in a denial after it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.analysis.grammar import ALL_SUBJECTS, is_negated, is_passive
from dragoman.mention import CERTAINTIES, Certainty
from dragoman.status.afterwards import denial_in_next
from dragoman.status.byplay import is_by_the_way
from dragoman.status.clauses import (
    is_claim,
    is_content,
    is_disputed,
    is_given,
    is_known,
    is_presupposed,
    is_told_of,
)
from dragoman.status.comparisons import comparison_over
from dragoman.status.corrections import taken_back
from dragoman.status.cues import CueTables
from dragoman.status.denials import denial_after, governs, joins_outside
from dragoman.status.evidence import Evidence
from dragoman.status.falsehood import false_word, falsehood_over
from dragoman.status.hearsay import rumour_over
from dragoman.status.sayers import CITING
from dragoman.status.unconfirmed import unconfirmed

_MOST_STEPS = 6
_BESIDE = {"advmod": "R", "amod": "A", "compound": "A"}
_OVER = {"VERB": "V", "AUX": "V", "NOUN": "N"}
# 'It was announced that' is no hearsay.
_VOUCHING = frozenset("announce confirm reveal disclose agree decide show prove".split())
_NOT_UNDER = frozenset({"nsubj", "nsubjpass", "poss", "conj"})


def hedge_on(trigger: Token, event: str, tables: CueTables, evidence: Evidence) -> Certainty:
    """The strongest hedge on what ``trigger`` reports: denied, alleged or attributed.

    Args:
        trigger: the word that reports an event.
        event: its type.
        tables: the words that hedge.
        evidence: where the words are noted that do.

    Returns:
        ``asserted`` where nothing hedges it.
    """
    given = is_given(trigger) or _is_in_text(trigger, event)
    spared = is_by_the_way(trigger, event) or _is_charge_made(trigger, event)
    found = [
        evidence.certainty(word, hedge)
        for word, hedge in _hedges(trigger, tables)
        if (not given or hedge != "alleged" or _is_of_itself(word, trigger))
        and not (spared and hedge == "denied")
    ]
    if (open_word := unconfirmed(trigger, tables) or rumour_over(trigger, tables)) is not None:
        found.append(evidence.certainty(open_word, "alleged"))
    denial = _denial(trigger, event, tables, spared=spared)
    if denial is not None:
        found.append(evidence.certainty(denial, "denied"))
    return max(found, key=CERTAINTIES.index, default="asserted")


def _is_charge_made(trigger: Token, event: str) -> bool:
    """Whether it names a charge, which was made though denied: 'denied *accusations* that'."""
    return event == "ACCUSE" and trigger.pos_ == "NOUN" and is_claim(trigger)


def _is_in_text(trigger: Token, event: str) -> bool:
    """Whether a text accuses somebody, whatever it alleges: 'in a suit *accusing* her, he says'."""
    held = trigger.dep_ == "acl" or (trigger.dep_ == "pcomp" and trigger.head.lower_ == "in")
    return event == "ACCUSE" and trigger.tag_ == "VBG" and held


def _is_of_itself(hedge: Token, trigger: Token) -> bool:
    """Whether it hedges the happening, or what became of it: 'her trip *reportedly* slipped'."""
    if hedge.head.i == trigger.i:
        return True
    return trigger.dep_ in ALL_SUBJECTS and trigger.head.i in (hedge.i, hedge.head.i)


def _denial(trigger: Token, event: str, tables: CueTables, *, spared: bool) -> Token | None:
    """The word that denies what is told, or calls it false, further on or in the clause above.

    What stands above may be of something else, which spares the deed; see `is_by_the_way`.
    """
    denial = denial_after(trigger, event, lambda verb: _claims(verb, tables))
    denial = denial or taken_back(trigger, tables)
    if denial is not None:
        return denial
    false = falsehood_over(trigger, tables)
    if false is not None:
        return None if spared else false_word(false, tables)
    under = (node for node in (trigger, *trigger.ancestors) if node.dep_ != "conj")
    told = any(_claims(node.head, tables) for node in under if node.head.i != node.i)
    if told or rumour_over(trigger, tables) is not None:
        return denial_in_next(trigger, event, tables)
    return None


def _hedges(trigger: Token, tables: CueTables) -> Iterator[tuple[Token, Certainty]]:
    """The words that hedge, on the way up from the trigger."""
    node, compared = trigger, comparison_over(trigger)
    for _ in range(_MOST_STEPS + 1):
        for child in node.children:
            word = tables.word(child, _BESIDE.get(child.dep_, ""))
            # False is what is told of a deed ('false reports of'), not the deed ('fake arrests').
            told = node.i != trigger.i or (word is not None and word.certainty != "denied")
            if word is not None and word.certainty and told:
                yield child, word.certainty
            if child.dep_ == "auxpass" and child.lemma_.lower() in tables.reporting:
                yield child, "alleged"  # 'envoy reported arrested', as the parser reads it
        aside = node.dep_ in ("relcl", "advcl") and not is_content(node)
        if node.head.i == node.i or aside or is_presupposed(node) or node.head == compared:
            return
        outer, below = joins_outside(node), node
        node = outer or node.head
        hedge = _hedge_over(node, below, "conj" if outer else below.dep_, tables)
        if hedge is not None:
            yield node, hedge


def _hedge_over(node: Token, below: Token, label: str, tables: CueTables) -> Certainty | None:
    """What a word makes of the clause or noun that hangs below it."""
    part = _OVER.get(node.pos_, "")
    word = tables.word(node, part)
    hedge = word.certainty if word is not None and label not in _NOT_UNDER else None
    if hedge == "alleged" and part == "N" and _is_of_known(node, below):
        return None
    if hedge == "denied" and part == "V" and not governs(node, below):
        return None
    if hedge == "denied" and is_negated(node) is not None:
        return "alleged"  # 'does not deny', 'neither confirmed nor denied'
    vouched = node.lemma_ in CITING or node.lemma_ in _VOUCHING
    passive = label in ("xcomp", "ccomp") and is_passive(node) and not vouched
    if hedge is None and part == "V" and (passive or is_told_of(node, below)):
        # 'is said to have', 'was reported that', 'reported freed': nobody in particular says so,
        # as he does who 'was quoted as saying'
        hedge = "alleged" if node.lemma_.lower() in tables.reporting else None
    return "denied" if part == "N" and is_disputed(node) else hedge  # 'dismissed reports that'


def _is_of_known(report: Token, hinge: Token) -> bool:
    """Whether a report is of what is known: 'woke to reports of *the* launch'."""
    things = (c for c in hinge.children if hinge.dep_ == "prep" and c.dep_ == "pobj")
    return report.lemma_ == "report" and any(map(is_known, things))


def _claims(verb: Token, tables: CueTables) -> bool:
    """Whether the verb says what somebody else may deny: 'reported', 'accused'."""
    word = tables.verb(verb)
    charging = word is not None and word.certainty == "attributed"
    return charging or verb.lemma_.lower() in tables.reporting
