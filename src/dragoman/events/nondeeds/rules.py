"""What tells of anybody: 'anyone who *protests* is fined', 'suspects *arrested* under the act'.

Who did it, or where it was done, is told of a deed alone: 'those who attacked them were held'.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import (
    ALL_SUBJECTS,
    ON_NOUN,
    PREDICATES,
    PRESENT,
    auxiliaries,
    prepositional,
    subjects,
)
from dragoman.events.nondeeds.words import is_a

_ANYBODY = frozenset({"anyone", "anybody", "whoever", "whosoever", "everyone", "everybody"})
_MODAL = frozenset("can could may might shall would will must".split())
_LIABLE = frozenset({"face", "risk"})


def is_of_anybody(verb: Token) -> bool:
    """Whether a clause tells what anybody might do or undergo: 'anyone who *protests* is fined'.

    'Those who *attack* officers will be punished', 'suspects *arrested* under the act may be held'.
    """
    if verb.pos_ != "VERB":
        return False
    if any(_is_misread_rule(node) for node in (verb, *verb.ancestors)):
        return True
    if any(s.lower_ in ("whoever", "whosoever") for s in subjects(verb)):
        return verb.tag_ in PRESENT
    clause = _clause_on_noun(verb)
    if clause is None:
        return False
    who = clause.head
    if clause.dep_ == "acl":
        if verb.tag_ != "VBN":
            return False
        anybody = who.lower_ in _ANYBODY or _is_indefinite(who)
        return (anybody or _under_rule(verb)) and _is_liable(who)
    helpers = auxiliaries(verb)
    told = helpers or (verb,)  # 'are held' is of the present, 'have held' is not
    if verb.tag_ == "VBG" or not all(t.tag_ in PRESENT and t.lemma_ != "have" for t in told):
        return False
    return who.lower_ in _ANYBODY or (_is_many(who) and _is_liable(who))


def _is_misread_rule(verb: Token) -> bool:
    """Whether a participle on anybody is taken for the main verb: 'an adult *found* guilty could'.

    What is left of the main clause then has no subject.
    """
    if not any(c.dep_ == "nsubj" and _is_indefinite(c) for c in verb.lefts):
        return False
    clauses = (c for c in verb.rights if c.dep_ == "ccomp")
    rest = (c for c in clauses if not any(s.dep_ in ALL_SUBJECTS for s in c.lefts))
    return any(_MODAL & {h.lower_ for h in auxiliaries(c)} for c in rest)


def _clause_on_noun(verb: Token) -> Token | None:
    """The clause on a noun that a verb stands in, itself or as one of a row; else None."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb if verb.dep_ in ON_NOUN else None


def _is_indefinite(who: Token) -> bool:
    """'A person', 'those', 'an adult'."""
    one = any(c.lower_ in ("a", "an", "any") for c in who.lefts)
    return who.lower_ == "those" or (one and is_a(who, "somebody"))


def _is_many(who: Token) -> bool:
    """Whether it means all of a kind: 'protesters who', 'a person who'."""
    told = any(c.dep_ in ("det", "poss", "nummod") for c in who.lefts)
    bare = who.tag_ == "NNS" and not who.ent_type_ and not told
    return bare or _is_indefinite(who)


def _under_rule(verb: Token) -> bool:
    """'Arrested *under the act*'."""
    return any(is_a(rule, "rule") for rule in prepositional(verb, "under"))


def _is_liable(who: Token) -> bool:
    """Whether the main clause says what would become of them: 'could be jailed', 'face a fine'."""
    main = who.head
    while main.dep_ in ("prep", "pobj", "conj", "agent") and main.head.i != main.i:
        main = main.head
    if main.pos_ not in PREDICATES:
        return False
    helpers = {h.lower_ for h in auxiliaries(main)}
    return bool(helpers & _MODAL) or (main.lemma_ in _LIABLE and main.tag_ in PRESENT)
