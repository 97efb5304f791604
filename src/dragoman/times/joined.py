"""Which clauses tell of one moment, so that a time told in one of them is the others' too."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import (
    ALL_SUBJECTS,
    ANSWERING,
    PREDICATES,
    PRESENT,
    auxiliaries,
    clause_of,
    is_where_one_went,
    word_before,
)

_PAST_TAGS = frozenset({"VBD", "VBN"})
HARMING = frozenset("kill wound injure hurt leave destroy damage".split())
"""Verbs that tell what harm a deed did."""
_LATER = frozenset({"then", "later", "subsequently", "eventually", "finally", "since"})
_SEEING = frozenset({"film", "see", "photograph", "record", "catch", "picture", "spot"})
_MEANWHILE = frozenset({"when", "as", "while"})
_UNCHANGED = frozenset("beat burst cast cut hit hurt let put quit set shed shut spread".split())
_SENDING = frozenset(
    "fire launch drop carry conduct mount unleash stage detonate throw hurl attack hit "
    "strike".split()
)
_AFTERWARDS = frozenset("free release return die bury remain continue stay live".split())
ENTERING = frozenset("cross enter storm raid invade infiltrate attack ambush land".split())
"""Verbs of coming upon somebody, after which the next deed is done there and then."""
_UNTIL = frozenset({"until", "till"})
_THE_SAME = frozenset({"he", "she", "they", "both", "two"})
_CORE = frozenset({"dobj", "attr"}) | ALL_SUBJECTS
_PERFECT = frozenset({"have", "has", "had", "'ve", "'s", "'d"})


def joined_to(clause: Token, verb: Token) -> bool:
    """Whether a verb goes on with what an earlier one tells: 'took two men and *killed* a third'.

    It has the same subject and the same tense, and no word that puts it later.
    """
    return _goes_on(clause, verb, ALL_SUBJECTS)


def harms_too(clause: Token, verb: Token) -> bool:
    """Whether it tells of more harm that the verb's deed did: 'killed nine and *wounded* 15'."""
    return clause.lemma_ in HARMING and joined_to(clause, verb)


def trails(time: Token, clause: Token, verb: Token) -> bool:
    """Whether a time at the end is an earlier verb's too: '*freed* 20 and Israel 30 on Monday'.

    The verbs have the same tense, whoever does what they tell.
    """
    return clause.i < time.i and _goes_on(clause, verb, frozenset())


def follows_up(later: Token, verb: Token) -> bool:
    """Whether one went on to do it there and then: 'raided it on Sunday and *took* him away'.

    What becomes of somebody afterwards may be much later ('was arrested on Monday and charged'),
    and so may what undoes the deed ('seized two men on Monday and *freed* them').
    """
    freed_there = later.lemma_ == "free" and verb.lemma_ in ENTERING
    if later.lemma_ in _AFTERWARDS and not freed_there:
        return False
    subjects = [c for c in later.lefts if c.dep_ in ALL_SUBJECTS]
    # 'Met on Monday, and *they* agreed'
    same = later.head.i == verb.i and all(c.lower_ in _THE_SAME for c in subjects)
    if not _goes_on(later, verb, frozenset() if same else ALL_SUBJECTS):
        return False
    done = {*(h.lemma_ for h in auxiliaries(verb)), *(h.lemma_ for h in auxiliaries(later))}
    return verb.tag_ in _PAST_TAGS and later.tag_ in _PAST_TAGS and done <= {"have"}


def is_parted_until(time: Token, clause: Token) -> bool:
    """Whether it ends what a verb behind a comma tells: ', *and put the vote off until May*'."""
    until = {time.lower_, time.head.lower_} & _UNTIL
    joint = next((c for c in clause.head.rights if c.dep_ == "cc" and c.i < clause.i), None)
    return bool(until) and joint is not None and word_before(joint) == ","


def at_once(time: Token, clause: Token, trigger: Token, verb: Token) -> bool:
    """Whether a side clause parts a time and a deed of one moment: 'died Sunday *when* he fired'.

    Args:
        time: the time's head.
        clause: the verb that it is told of.
        trigger: the deed's word.
        verb: the verb that tells of it; a noun that this is not done by, or to, is another deed.
    """
    if trigger.i != verb.i and (trigger.head.i != verb.i or trigger.dep_ not in _CORE):
        return False
    for side, other in ((verb, clause), (clause, verb)):
        first = _first_joined(side)
        there = _is_there(first)
        over = clause_of(first.head) if first.dep_ == "advcl" or there else first.head
        if first.dep_ in ("advcl", "relcl") and {first.head.i, over.i} & {other.i, time.i}:
            return there or _is_meanwhile(first) or _is_participle(first, time, clause)
    return False


def is_seen(clause: Token, verb: Token) -> bool:
    """Whether somebody was seen doing it: 'was *filmed* last month *slapping* a soldier'."""
    seen = clause.lemma_ in _SEEING and verb.tag_ == "VBG" and verb.i > clause.i
    return seen and verb.head.i in (clause.i, clause.head.i)


def is_outcome(clause: Token, verb: Token) -> bool:
    """Whether it tells what the verb did at once: 'shelled a village, *killing* nine people'."""
    after = clause.dep_ == "advcl" and clause.head.i == verb.i < clause.i
    return after and clause.tag_ == "VBG" and clause.lemma_ in HARMING


def is_means(clause: Token, verb: Token) -> bool:
    """Whether what the deed was done with did the harm: 'fired *a rocket* that killed six'."""
    noun = verb.head
    if verb.dep_ != "relcl" or verb.lemma_ not in HARMING or clause.tag_ not in _PAST_TAGS:
        return False
    own = [c for c in verb.lefts if c.dep_ == "nsubj"]
    relates = len(own) == 1 and own[0].lower_ in ("that", "which")
    if not relates or any(h.lower_ in _PERFECT for h in auxiliaries(verb)):
        return False
    if noun.dep_ == "dobj" and noun.head.i == clause.i:
        return clause.lemma_ in _SENDING
    means = noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.head.i == clause.i
    return means and clause.lemma_ in ANSWERING | _SENDING


def _goes_on(clause: Token, verb: Token, apart: frozenset[str]) -> bool:
    """Whether nothing parts a verb from an earlier one, such as a child of a kind in ``apart``."""
    same = clause.tag_ == verb.tag_ or {clause.tag_, verb.tag_} == _PAST_TAGS
    same = same or (verb.tag_ == "VBD" and _may_be_past(clause))
    if clause.i == verb.i or not same or _is_one_perfect(clause, verb):
        return False
    while clause.dep_ == "conj" and clause.i != verb.i:
        if any(c.dep_ in apart or c.lower_ in _LATER for c in clause.children):
            return False
        clause = _teller_of(clause) or clause.head
    return clause.i == verb.i


def _is_one_perfect(later: Token, verb: Token) -> bool:
    """Whether one is in the perfect, which tells no day, and the other in the past.

    'They *have threatened* to march, and they sued it on Monday', 'accused it on Monday and *has
    expelled* its envoy'.
    """
    first, second = (any(h.tag_ in PRESENT for h in auxiliaries(v)) for v in (verb, later))
    apart = any(c.dep_ in ALL_SUBJECTS for c in later.lefts)  # not 'has killed two and hurt six'
    return first != second and (second or apart)


def _teller_of(verb: Token) -> Token | None:
    """The verb that one goes on with, though read as joined to what was said.

    'Said that he would never resign and *accused* her': he accused her, and would not.
    """
    said = verb.head
    foretold = said.dep_ == "ccomp" and any(h.tag_ == "MD" for h in auxiliaries(said))
    return said.head if foretold and verb.tag_ == "VBD" and not auxiliaries(verb) else None


def _may_be_past(verb: Token) -> bool:
    """Whether its past looks like the rest, so that the tagger may miss it: '*set* fire to'."""
    return verb.tag_ == "VB" and verb.lower_ in _UNCHANGED and not auxiliaries(verb)


def _first_joined(verb: Token) -> Token:
    """The first of the verbs that one goes on with: of 'when rebels came and *killed* nine'."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in PREDICATES:
        first = first.head
    return first if first.i == verb.i or joined_to(verb, first) else verb


def _is_meanwhile(side: Token) -> bool:
    """Whether it tells what went on just then; 'had begun' is of before."""
    opens = (c for c in side.children if c.dep_ in ("mark", "advmod") and c.i < side.i)
    earlier = any(helper.lower_ in _PERFECT for helper in auxiliaries(side))
    return not earlier and any(word.lower_ in _MEANWHILE for word in opens)


def _is_there(side: Token) -> bool:
    """Whether it tells what one did where he went: 'flew to Oslo on Friday, *where* he met Lee'.

    What others did there may have been long before.
    """
    return is_where_one_went(side) and not any(h.lower_ in _PERFECT for h in auxiliaries(side))


def _is_participle(side: Token, time: Token, clause: Token) -> bool:
    """Whether it tells how it was done: 'flew to Guam on Sunday, *conducting* exercises'.

    Its verb, or the other, is told of the time itself: not 'citing the raid of Sunday, he left'.
    """
    if side.tag_ != "VBG" or side.dep_ != "advcl" or auxiliaries(side):
        return False
    if any(c.dep_ in ("mark", "nsubj") for c in side.children):
        return False
    held = time.head if time.dep_ in ("npadvmod", "advmod") else time.head.head
    return held.i == clause.i
