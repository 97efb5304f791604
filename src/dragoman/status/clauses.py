"""What a clause is: a condition, an infinitive, a likelihood, a habit, a judgement, a claim."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.analysis.grammar import DEFINITE, NOUN_SUBJECTS, auxiliaries

# What governs a word from further up tells little of it.
_MOST_STEPS = 8
_RECENT = frozenset({"recent", "latest", "last", "previous", "earlier", "past"})
_CLAIMS = frozenset(
    "report claim allegation accusation suggestion rumour rumor charge story news assertion".split()
)
# What these introduce is taken as known: no doubt cast on the clause is cast on it.
_PRESUPPOSING = frozenset({"during", "after", "before", "since", "following", "amid", "until"})
_TRACKS = frozenset({"wake", "aftermath", "anniversary", "run-up", "eve"})
_DISPUTING = frozenset("deny dismiss reject refute dispute rebut rubbish contradict".split())
_LIKELY = frozenset({"likely", "probably", "surely", "certainly"})
_HABITS = frozenset({"regularly", "annually", "long", "previously", "routinely", "normally"})


def steps_up(word: Token) -> Iterator[tuple[Token, Token]]:
    """The word with what it hangs on, that with its own, and so on: the nearest first."""
    for _ in range(_MOST_STEPS):
        if word.head.i == word.i:
            return
        yield word, word.head
        word = word.head


def inversion(verb: Token) -> Token | None:
    """The auxiliary of a condition without 'if' ('Had they attacked, ...'), or None."""
    helpers = [c for c in verb.children if c.lower_ in ("had", "were", "should")]
    subject = next((c for c in verb.children if c.dep_ in NOUN_SUBJECTS), None)
    if subject is None or verb.dep_ != "advcl":
        return None
    return next((helper for helper in helpers if helper.i < subject.left_edge.i), None)


def is_infinitive(verb: Token) -> bool:
    """Whether the verb stands under another word: 'agreed to meet', 'ordered to be deported'."""
    helpers = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.tag_ != "VB":  # 'ordered them to be deported'; 'is said to have met' is past
        return verb.tag_ == "VBN" and {"to", "be"} <= set(helpers) and "have" not in helpers
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in auxiliaries(verb)):
        return True
    return verb.dep_ in ("xcomp", "ccomp")


def is_known(noun: Token) -> bool:
    """Whether a happening is one already told of: 'the raid', 'her arrest', 'the French raids'."""
    return any(
        c.lower_ in DEFINITE or c.lower_ in _RECENT or c.dep_ == "poss"
        or (c.dep_ in ("amod", "compound", "nmod") and c.ent_type_ == "NORP")
        for c in noun.children
    )  # fmt: skip


def is_judged(verb: Token) -> bool:
    """Whether the clause says what it would be to do something: 'it is wrong to', not who did."""
    return verb.lemma_ == "be" and any(
        c.dep_ in ("nsubj", "expl") and c.lower_ == "it" for c in verb.children
    )


def is_hypothetical(verb: Token) -> bool:
    """Whether a condition or a likelihood makes 'would' more than a reported 'will'."""
    conditions = (c for c in verb.children if c.dep_ == "advcl")
    marked = any(
        inversion(c) is not None or any(m.lower_ in ("if", "unless") for m in c.children)
        for c in conditions
    )
    return marked or any(c.lower_ in _LIKELY for c in verb.children if c.dep_ == "advmod")


def is_habitual(modifier: Token) -> bool:
    """'A regularly scheduled drill' is one that is held."""
    return any(c.lower_ in _HABITS for c in modifier.children if c.dep_ == "advmod")


def is_presupposed(token: Token) -> bool:
    """Whether the word is taken as known where it stands: 'the raid' in 'fled during the raid'."""
    if token.dep_ != "pobj":
        return False
    hinge = token.head
    return hinge.lower_ in _PRESUPPOSING or hinge.head.lower_ in _TRACKS


def is_given(trigger: Token) -> bool:
    """Whether doubt about what is said of a happening leaves it alone.

    So it is where its phrase tells whose or when it is ("doubted that *Togo's raid* was wise"), and
    of what a clause on somebody known tells: 'think that the man *who shot* him fled'.
    """
    if trigger.pos_ == "NOUN":
        marks = (c for c in trigger.lefts if c.dep_ in ("poss", "amod", "compound", "nmod"))
        return any(
            c.dep_ == "poss" or c.lower_ in _RECENT or c.ent_type_ in ("NORP", "DATE")
            for c in marks
        )  # fmt: skip
    if trigger.dep_ != "relcl":
        return False
    return any(c.lower_ in DEFINITE for c in trigger.head.lefts)


def is_claim(noun: Token) -> bool:
    """Whether the noun stands for what somebody says: 'reports that', 'the claim'."""
    return noun.lemma_.lower() in _CLAIMS


def is_content(clause: Token) -> bool:
    """Whether a clause on a claim tells what it says: 'a report *that Mali had fled*'."""
    return is_claim(clause.head) and any(
        c.dep_ == "mark" and c.lower_ == "that" for c in clause.children
    )


def is_disputed(noun: Token) -> bool:
    """Whether a claim is one that somebody disputes: 'rejected the accusation that'.

    Or 'dismissed as fiction a report that', which the parse takes for the fiction's.
    """
    over = noun.head
    if over.lower_ == "as" and noun.dep_ == "pobj":
        over = over.head
    return is_claim(noun) and over.lemma_.lower() in _DISPUTING


def is_told_of(verb: Token, clause: Token) -> bool:
    """Whether a headline tells by a verb of saying what its subject underwent.

    Of 'hostages said freed' the subject is not who says so.
    """
    bare = clause.tag_ == "VBN" and clause.dep_ in ("xcomp", "ccomp", "dobj")
    told = verb.tag_ in ("VBD", "VBN") and clause.i == verb.i + 1
    return bare and told and not any(True for _ in clause.lefts)


def asserts(verb: Token) -> bool:
    """Verbs that wish with an infinitive but state with a that-clause ('warned that it had')."""
    return verb.lemma_.lower() in ("warn", "insist", "discuss", "call", "stop", "rule", "press")
