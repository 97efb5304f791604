"""Times of what was before the trigger's deed, or of those who look at its picture.

'The launch came after a test *on 3 May*', 'struck in retaliation for a raid *last week*', 'since
the end of the war *in 2015* they have trained', 'watched footage of the raid *on Monday*'.
"""

from __future__ import annotations

from calendar import day_name

from spacy.tokens import Token

from dragoman.analysis.grammar import ALL_SUBJECTS, NOUNS, PREDICATES, clause_of, word_before
from dragoman.times.clauses import AFTER, IN_ANSWER, clause_dated, told_by
from dragoman.times.joined import HARMING

_COMING = frozenset({"come", "occur", "happen", "follow"})
_DEFINITE = frozenset({"the", "its", "their", "his", "her"})
_LAST = frozenset("latest recent last first newest deadliest".split())
_ASIDE = frozenset({"appos", "npadvmod", "conj", "amod", "nmod", "dep", "attr", "nsubj"})
_MARKS = frozenset({",", "—", "–", ";", "(", "with"})
_FOR = frozenset({"for", "to"})
_SINCE = AFTER | {"since"}
_BOUNDS = frozenset("end start beginning outbreak fall collapse death independence".split())
_PICTURES = frozenset(
    "footage video clip film recording photo photograph picture image camera".split()
)
_SCREENS = frozenset({"screen", "broadcast"})
_CAUSES = AFTER | {"amid", "amidst"}
_AMID = _CAUSES - AFTER
_THEN = HARMING | frozenset("die arrest detain seize capture catch shoot rescue evacuate".split())
_DAYS = frozenset(name.lower() for name in day_name) | {"yesterday", "today"}
_FEARS = frozenset("fear worry concern risk threat danger speculation rumour rumor".split())
_SHOWING = frozenset("release publish post air broadcast share circulate emerge surface".split())
_WATCHING = frozenset("watch show see view display walk broadcast".split())


def is_of_what_was_before(time: Token, trigger: Token) -> bool:
    """Whether a time is that of a deed that the trigger's only follows, or of its viewers."""
    if _is_participle_aside(time, trigger) or _is_of_last_in_row(time, trigger):
        return True
    if _closes_cause(time, trigger) or _is_feared(time, trigger):
        return True
    before = _comes_after(time, trigger) or _is_of_answered(time, trigger)
    return before or _is_of_bound(time, trigger) or _is_of_viewers(time, trigger)


def _is_participle_aside(time: Token, trigger: Token) -> bool:
    """Whether the trigger only tells who suffered the other then: 'freed *jailed* reporters'."""
    aside = trigger.tag_ in ("VBN", "JJ") and trigger.dep_ == "amod"
    return aside and trigger.i < trigger.head.i and not trigger.is_ancestor(time)


def _is_of_last_in_row(time: Token, trigger: Token) -> bool:
    """Whether it is the day of one of many deeds: 'dozens of raids, *the latest* on Saturday'."""
    for node in time.ancestors:
        if node.i <= trigger.i or node.is_ancestor(trigger):
            return False
        opened = any(c.lower_ in _DEFINITE for c in node.lefts)
        if opened and (node.lower_ in _LAST or node.ent_type_ == "ORDINAL"):
            return node.dep_ in _ASIDE and word_before(node.left_edge) in _MARKS
    return False


def _comes_after(time: Token, trigger: Token) -> bool:
    """Whether it is told in what the deed came after: 'the launch *came after* a test on 3 May'."""
    verb = trigger.head
    if trigger.dep_ not in ALL_SUBJECTS or verb.lemma_ not in _COMING or time.i < verb.i:
        return False
    if verb.lemma_ == "follow":
        followed = (c for c in verb.rights if c.dep_ == "dobj")
        return any(thing.is_ancestor(time) for thing in followed)
    between = trigger.doc[verb.i + 1 : time.i]
    return any(t.lower_ in AFTER and t.i <= verb.i + 3 for t in between)


def _closes_cause(time: Token, trigger: Token) -> bool:
    """Whether it closes what led to the deed: 'voted for it *after* the test *on 3 May*'.

    Who was hurt or caught after a raid on that day was then.
    """
    verb = told_by(trigger)
    start = time.head.i if time.dep_ == "pobj" else time.left_edge.i
    links = (t for t in time.doc[max(verb.i, trigger.i) + 1 : start] if t.lower_ in _CAUSES)
    link = next(links, None)
    if link is None or verb.lemma_ in _THEN:
        return False
    if link.lower_ in _AMID and any(t.lower_ in _DAYS for t in time.subtree):
        return False
    between = time.doc[link.i + 1 : start]
    told = any(t.pos_ in PREDICATES or t.text in _MARKS for t in between)
    return not told and any(t.pos_ in NOUNS for t in between)


def _is_feared(time: Token, trigger: Token) -> bool:
    """Whether the trigger is only feared then: 'sent ships *last week* amid *fears* of war'."""
    link = trigger.head
    if trigger.dep_ != "pobj" or link.lower_ not in ("of", "about", "over"):
        return False
    fear = link.head
    return fear.lemma_.lower() in _FEARS and not fear.is_ancestor(time)


def _is_of_answered(time: Token, trigger: Token) -> bool:
    """Whether it stands right behind what is answered: 'in retaliation for *strikes* last week'."""
    start = time.left_edge.i
    noun = trigger.doc[start - 1] if start > time.sent.start else time
    if noun.pos_ != "NOUN" or noun.i == trigger.i or noun.dep_ != "pobj":
        return False
    link = noun.head
    answer = link.head
    if link.lower_ not in _FOR or answer.lemma_.lower() not in IN_ANSWER:
        return False
    return not noun.is_ancestor(trigger)


def _is_of_bound(time: Token, trigger: Token) -> bool:
    """Whether it only tells since when: 'after the *end* of the mission *in 2015* they stayed'.

    A state began then: 'in captivity since the fall of Mariupol in 2022'.
    """
    links = _SINCE if trigger.pos_ not in NOUNS else AFTER
    for node in time.ancestors:
        bound = node.lemma_.lower() in _BOUNDS and node.dep_ == "pobj"
        if bound and node.head.lower_ in links:
            return not node.is_ancestor(trigger) and node.i != trigger.i
    return False


def _is_of_viewers(time: Token, trigger: Token) -> bool:
    """Whether it is when the deed's picture is seen or shown: '*footage* of the raid on Monday'."""
    if trigger.i != (shown := clause_dated(time)).i and shown.lemma_ in _SHOWING:
        before = trigger.doc[trigger.sent.start : trigger.i]
        if any(t.lemma_.lower() in _PICTURES and t.dep_ in ALL_SUBJECTS for t in before):
            return True
    for node in trigger.ancestors:
        word = node.lemma_.lower()
        if word in _PICTURES or (word in _SCREENS and clause_of(node).lemma_ in _WATCHING):
            return not node.is_ancestor(time)
    return False
