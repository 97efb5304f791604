"""What the next sentence says of a claim: that it is false, or that somebody denies it.

'Radio X reported that Mali fled. This is untrue.', '... The army said that was not true.', '...
Mali called the posts fake.', '... Mali dismissed the report.'
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import DEFINITE, is_negated
from dragoman.status.clauses import is_claim
from dragoman.status.cues import CueTables
from dragoman.status.denials import CHARGES, PUNISHING
from dragoman.status.falsehood import false_word
from dragoman.status.hearsay import is_hearsay

_POINTING = frozenset({"this", "that", "it", "these", "they"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_KNOWN = DEFINITE | {"such"}
_DISMISSING = frozenset("deny dismiss reject refute rebut dispute rubbish".split())
_CALLING = frozenset("call describe label brand dismiss reject denounce".split())


def denial_in_next(trigger: Token, event: str, tables: CueTables) -> Token | None:
    """The word by which the next sentence denies what was claimed in that of ``trigger``, or None.

    Args:
        trigger: the word that reports an event, on somebody's word.
        event: its type.
        tables: the words for what is false, and what is passed on.
    """
    clause = _next_clause(trigger, tables)
    if clause is None:
        return None
    own = (c for c in clause.children if c.dep_ in _SUBJECTS)
    if any(_points(c, event, tables) for c in own):
        word = false_word(clause, tables) or _fiction(clause, tables)
        if word is not None:
            return word
    lemma = clause.lemma_.lower()
    if is_negated(clause) is not None or lemma not in _DISMISSING | _CALLING:
        return None
    things = [c for c in clause.children if c.dep_ in ("dobj", "nsubj") and c.i > clause.i]
    things += [c.head for c in clause.subtree if c.dep_ == "nsubj" and c.head.dep_ == "ccomp"]
    # A bare 'it' may be anything.
    named = (thing for thing in things if thing.lower_ not in _POINTING)
    if lemma in _DISMISSING and any(_points(thing, event, tables) for thing in named):
        return clause
    return _called(clause, event, tables) if lemma in _CALLING else None


def _next_clause(trigger: Token, tables: CueTables) -> Token | None:
    """The clause that says the main thing in the next sentence: of 'the army said that', that."""
    doc, end = trigger.doc, trigger.sent.end
    while end < len(doc) and doc[end].is_space:
        end += 1
    if end >= len(doc):
        return None
    clause = doc[end].sent.root
    if clause.lemma_.lower() in tables.reporting and is_negated(clause) is None:
        return next((c for c in clause.children if c.dep_ == "ccomp"), clause)
    return clause


def _points(noun: Token, event: str, tables: CueTables) -> bool:
    """Whether it means what was just told: 'this', 'the report', 'the posts'.

    After an arrest or a verdict 'the charges' are those of a court.
    """
    if noun.lower_ in _POINTING:
        return True
    if is_claim(noun):
        charges = noun.lemma_.lower() in CHARGES and event in PUNISHING
        return not charges and not _says_what(noun)
    return is_hearsay(noun, tables) and any(c.lower_ in _KNOWN for c in noun.lefts)


def _says_what(claim: Token) -> bool:
    """Whether a claim says itself what it is about: 'reports of a coup are false'."""
    return any(c.dep_ in ("acl", "ccomp", "relcl", "prep") for c in claim.children)


def _fiction(clause: Token, tables: CueTables) -> Token | None:
    """The word for what is made up: 'that was *a lie*'."""
    words = (c for c in clause.children if c.dep_ in ("attr", "oprd"))
    return next((w for w in words if (w.lemma_.lower(), "fiction") in tables.hearsay), None)


def _called(verb: Token, event: str, tables: CueTables) -> Token | None:
    """The word that calls it false: 'called the report *a lie*', 'dismissed it as *fake*'."""
    told = [t for t in verb.subtree if t.i > verb.i]
    if not any(_points(t, event, tables) for t in told[:3]):
        return None
    for word in told:
        row = tables.word(word, "A")
        fiction = (word.lemma_.lower(), "fiction") in tables.hearsay
        if fiction or (row is not None and row.certainty == "denied"):
            return word
    return None
