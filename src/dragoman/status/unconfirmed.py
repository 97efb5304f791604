"""What somebody does not confirm: hedged, but neither denied nor on his word.

'Could not verify that', 'declined to confirm that', 'had no information about a', 'neither
confirmed nor denied that'.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import PREDICATES, QUESTIONING, is_negated, subjects
from dragoman.status.clauses import is_claim, is_given, is_known, is_presupposed, steps_up
from dragoman.status.cues import CueTables

_TOLD = frozenset({"ccomp", "dobj", "nsubjpass", "csubjpass", "acl", "relcl", "dep", "pobj"})
_ABOUT = frozenset({"of", "about", "on", "regarding", "concerning"})
_POSSIBLE = frozenset({"possible", "able", "ready", "prepared", "willing"})
_HARD = frozenset({"impossible", "difficult", "hard"})
_DENYING = frozenset({"deny", "dispute"})


def unconfirmed(trigger: Token, tables: CueTables) -> Token | None:
    """The word that leaves unconfirmed what ``trigger`` reports, or None.

    Args:
        trigger: the word that reports an event.
        tables: the words of confirming, and of refusing.
    """
    for node, head in steps_up(trigger):
        aside = node.dep_ == "advcl" or (node.dep_ == "relcl" and not is_claim(head))
        if aside or is_presupposed(node) or _takes_as_known(node) or _is_reported(node, tables):
            return None
        ahead = node.i < head.i and node.dep_ not in ("nsubjpass", "csubjpass")
        word = None if ahead else _leaves_open(head, node, tables)
        if word is not None and node.dep_ in _TOLD:
            return word
    return None


def is_withheld(verb: Token, tables: CueTables) -> bool:
    """Whether somebody does not, will not or cannot do what a verb of telling says."""
    if is_negated(verb) is not None:
        return True
    over = verb.head
    if verb.dep_ != "xcomp":
        return False
    if over.pos_ == "ADJ":
        return _keeps_from(over, over.head, tables)
    if over.lemma_ == "have" and any(c.lower_ == "yet" for c in over.children):
        return True
    if over.lemma_ == "be":
        predicates = (c for c in over.children if c.dep_ in ("acomp", "attr"))
        return any(_keeps_from(c, over, tables) for c in predicates)
    word = tables.verb(over)
    refused = word is not None and word.status == "negated"
    return refused and is_negated(over) is None


def _keeps_from(predicate: Token, be: Token, tables: CueTables) -> bool:
    """'Was unable to', 'it was not possible to', 'it was impossible to'."""
    denied = is_negated(be) is not None or is_negated(predicate) is not None
    if predicate.lower_ in _POSSIBLE:
        return denied
    word = tables.word(predicate, "A")
    unable = predicate.lower_ in _HARD or (word is not None and word.status == "negated")
    return unable and not denied


def _leaves_open(head: Token, told: Token, tables: CueTables) -> Token | None:
    lemma = head.lemma_.lower()
    if head.pos_ in PREDICATES:
        if lemma in _DENYING:
            return head if is_negated(head) is not None else None
        confirms = (lemma, "V") in tables.confirming
        return head if confirms and is_withheld(head, tables) else None
    about = head.dep_ == "prep" and head.lower_ in _ABOUT
    word = head.head if about else head
    if about and (is_known(told) or is_given(told)):
        return None  # 'has no information about *the* arrest'
    if word.pos_ == "NOUN" and (word.lemma_.lower(), "N") in tables.confirming:
        return is_negated(word) or _had_not(word)
    if word.pos_ == "ADJ" and (word.lower_, "A") in tables.confirming:
        by_itself = tables.confirming[word.lower_, "A"]
        return word if by_itself else is_negated(word.head) or is_negated(word)
    return None


def _is_reported(noun: Token, tables: CueTables) -> bool:
    """Whether somebody else is told to say so: 'a clash, *reported by* villagers, that'."""
    said = (c for c in noun.children if c.dep_ == "acl" and c.lemma_.lower() in tables.reporting)
    return any(subjects(clause) for clause in said if clause.tag_ == "VBN")


def _had_not(noun: Token) -> Token | None:
    """The 'not' of 'does not have any information'."""
    return is_negated(noun.head) if noun.dep_ == "dobj" and noun.head.lemma_ == "have" else None


def _takes_as_known(clause: Token) -> bool:
    """Whether a clause asks who, how or when, and takes the deed as done: 'who shot him'."""
    if clause.pos_ not in PREDICATES:
        return False
    opening = clause.left_edge
    return opening.tag_ in QUESTIONING and opening.lower_ != "that"
