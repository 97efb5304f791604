"""What is told to be false is denied, and whoever calls it false does not say so.

'It is not true that Mali fled', 'reports that Mali fled are false'. What the next sentence calls
false: see `dragoman.status.afterwards`.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import is_negated
from dragoman.status.clauses import is_claim, is_presupposed, steps_up
from dragoman.status.cues import CueTables

_TRUE = frozenset({"true", "correct", "accurate", "truth", "case"})
_PREDICATES = frozenset({"acomp", "attr", "oprd"})
_CLAUSES = frozenset({"ccomp", "csubj", "csubjpass"})


def falsehood_over(trigger: Token, tables: CueTables) -> Token | None:
    """The clause that calls the report of the event false, or None.

    Args:
        trigger: the word that reports the event.
        tables: the words for what is false.
    """
    for node, head in steps_up(trigger):
        aside = node.dep_ == "advcl" or (node.dep_ == "relcl" and not is_claim(head))
        aside = aside or any(t.text == ";" for t in node.doc[node.i : head.i])
        if aside or is_presupposed(node):
            return None
        told = node.dep_ in _CLAUSES | _PREDICATES or (node.i != trigger.i and is_claim(node))
        if told and false_word(head, tables) is not None:
            return head
    return None


def false_word(clause: Token, tables: CueTables) -> Token | None:
    """The word by which a clause calls something false: *untrue*, *not true*, *fake news*."""
    for word in (clause, *clause.children):
        if word.dep_ not in _PREDICATES and word.tag_ != "VBN":
            continue
        denied = is_negated(clause) is not None or is_negated(word) is not None
        described = (word, *(c for c in word.children if c.dep_ == "amod"))
        rows = (tables.word(w, "A") for w in described)
        if any(row is not None and row.certainty == "denied" for row in rows):
            return None if denied else word
        if word.lower_ in _TRUE and denied:
            return word
    return None
