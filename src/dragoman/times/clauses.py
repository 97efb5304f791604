"""What a clause says of the times in it: whose they are, and whether they lie ahead."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import (
    ALL_SUBJECTS,
    ANSWERS,
    PREDICATES,
    PRESENT,
    WOULD,
    auxiliaries,
    clause_of,
    word_before,
)
from dragoman.times.expression import Direction
from dragoman.times.joined import HARMING

SCHEDULING = frozenset("schedule plan set slate due expect book pencil".split())
HAPPENING = frozenset(
    "begin start open resume restart reconvene happen occur hold stage launch carry "
    "conduct".split()
)
APPOINTING = SCHEDULING - {"plan"}
APPOINTED = frozenset({"for", "from", "until", "by"})
_COMING = frozenset({"take", "come", "go", "enter"})
_EFFECT = frozenset({"place", "effect", "force"})
AFTER = frozenset({"after", "following"})
_SINCE = AFTER | frozenset("before since despite over ahead against about".split())
_DYING = HARMING | {"die"}
IN_ANSWER = ANSWERS | {"revenge", "reprisal", "retribution", "vengeance"}
_DEALING = frozenset(
    "impose introduce adopt sign reach issue declare slap levy host lodge file submit".split()
)
PUNISHING = frozenset(
    "arrest detain jail imprison convict sentence charge indict try fine punish sanction blame "
    "condemn expel execute remand hold question interrogate prosecute".split()
)
_CHARGED_ON = frozenset("charge suspicion accusation allegation count".split())
_BIDDING = frozenset("request invitation behest urging insistence instigation".split())
_INQUIRIES = frozenset("inquiry enquiry investigation probe".split())
_COUNTS = frozenset({"toll", "number", "tally"})
_SUBORDINATE = frozenset({"relcl", "acl", "ccomp", "advcl", "conj"})
_WEARING = frozenset("wear carry ride drive hold wield use travel".split())
_MEASURES = frozenset(
    "tariff sanction duty levy tax embargo restriction curb ban strike airstrike raid".split()
)
_OPENING = frozenset({"starting", "beginning"})


def clause_dated(time: Token) -> Token:
    """The verb of the clause that the time is told of.

    In 'said on Thursday they had fled' it is the saying, which the parse often misses: what stands
    between a verb and the subject of the clause that it governs is the verb's, but not whose that
    subject is: "said *Thursday's* raid killed six".
    """
    if time.lower_ in _OPENING and time.dep_ in ("prep", "advcl"):
        time = time.head  # 'will pay a visit *starting* Monday'
    clause = _told_before_source(clause_of(time), time)
    if clause.dep_ == "acl" and clause.tag_ == "VBG" and clause.lemma_ in _WEARING:
        clause = clause_of(clause.head)  # 'taken by men *wearing* masks in May'
    if (side := _who_it_was(clause, time)) is not None:
        return side
    verb = clause.head
    if clause.dep_ not in ("ccomp", "advcl") or not verb.i < time.i < clause.i:
        return clause
    opens = (t for t in clause.doc[time.i : time.i + 2] if t.dep_ == "mark")
    if time.dep_ == "poss" or any(t.head.i == clause.i and t.lower_ in AFTER for t in opens):
        return clause  # 'comes *two days after* Peru freed them'
    between = clause.doc[verb.i + 1 : time.i]
    opened = any(t.is_punct or t.dep_ == "mark" or t.dep_ in ALL_SUBJECTS for t in between)
    subject = any(c.dep_ in ALL_SUBJECTS and c.i > time.i for c in clause.children)
    return verb if subject and not opened else clause


def _who_it_was(clause: Token, time: Token) -> Token | None:
    """The clause on a subject in which a time stands: 'those *seized last week* were freed'.

    The parse may hang it on the verb behind it.
    """
    if time.head.i != clause.i or time.i > clause.i:
        return None
    subject = next((c for c in clause.lefts if c.dep_ in ALL_SUBJECTS and c.i < time.i), None)
    if subject is None or any(t.text == "," for t in time.doc[subject.i : time.i]):
        return None
    return next((c for c in subject.rights if c.dep_ == "acl" and c.tag_ == "VBN"), None)


def _told_before_source(clause: Token, time: Token) -> Token:
    """The clause that a closing source tells of: 'he fled, *on 3 May*, the army said'."""
    told = [c for c in clause.lefts if c.dep_ == "ccomp" and c.i < time.i < clause.i]
    who = max((c for c in clause.lefts if c.dep_ == "nsubj"), key=lambda c: c.i, default=None)
    if not told or who is None or who.i < time.i:
        return clause
    return told[-1] if word_before(who.left_edge) == "," else clause


def tells_when(clause: Token, trigger: Token, direction: Direction) -> bool:
    """Whether it says when the trigger's thing is: 'a trip *scheduled* for', 'that was to *begin*'.

    What was done before a thing ('met ahead of talks scheduled for Thursday') is not dated by it.
    """
    side, lemmas = _side_clause(clause)
    if side is None or not trigger.is_ancestor(side):
        return False
    its = happens(clause) or clause.lemma_ in _DEALING | _DYING  # 'the bomb that killed six on'
    if its and (side.head.i == trigger.i or _is_what_it_hits(side.head, trigger)):
        return True
    done = trigger.pos_ == "VERB" and direction == "past"
    return bool(lemmas & SCHEDULING) and not done


def _is_what_it_hits(noun: Token, measure: Token) -> bool:
    """Whether a measure is told on it: 'the tariffs on *goods* imposed in May' are of May."""
    node = noun
    while node.dep_ in ("pobj", "prep", "compound") and node.i > measure.i:
        node = node.head
    return node.i == measure.i and measure.lemma_.lower() in _MEASURES


def takes_place(time: Token, clause: Token, trigger: Token) -> bool:
    """Whether it tells that the trigger's thing begins or is held: 'talks, set for May, *opened*'.

    Then its time is the thing's, whatever was planned.
    """
    if not happens(clause) or hangs_on(time, trigger, clause):
        return False
    side, _ = _side_clause(clause)
    if side is not None:
        return side.head.i == trigger.i
    while clause.dep_ in ("xcomp", "acomp"):
        clause = clause.head
    return trigger.dep_ in ALL_SUBJECTS and trigger.head.i == clause.i


def happens(verb: Token) -> bool:
    """Whether the verb tells that a thing begins or is held: 'opens', 'comes into force'."""
    if verb.lemma_ in HAPPENING:
        return True
    after = verb.doc[verb.i + 1 : verb.i + 4]
    return verb.lemma_ in _COMING and any(word.lower_ in _EFFECT for word in after)


def is_before_or_after(time: Token, trigger: Token) -> bool:
    """Whether the trigger only gives the cause of what was then: 'left on Monday *after* a raid'.

    The dead of a raid died in it: 'killed on Monday after a raid'. Or whether it only came after
    what was then: 'the *raid* followed a meeting on Monday'.
    """
    if _follows(trigger, time) or _is_what_for(trigger, time):
        return True
    node = trigger
    while node.pos_ not in PREDICATES and node.head.i != node.i:
        link, node = node, node.head
        if time.head.i == node.i and node.lower_ in AFTER:
            continue  # 'two months after his arrest' counts from it
        if link.dep_ == "pobj" and time.i < node.i and not link.is_ancestor(time):
            verb = clause_of(node)
            if node.lower_ in _SINCE:
                died = verb.lemma_ in _DYING and node.head.i == verb.i
                return not died or node.lower_ not in AFTER
            if node.lower_ == "for" and verb.lemma_ in PUNISHING:
                return True
            if _is_reason(link, node, verb):
                return True
            if node.lower_ in ("for", "to") and word_before(node) in IN_ANSWER:
                return True
    return False


def _is_reason(thing: Token, link: Token, verb: Token) -> bool:
    """Whether the thing came before what it is told beside, as its reason or its matter.

    'Held since April *on charges*', 'visited on Monday *at the invitation* of', 'ordered an inquiry
    on Monday *into* killings'.
    """
    if link.lower_ == "on":
        return thing.lemma_ in _CHARGED_ON and verb.lemma_ in PUNISHING
    if link.lower_ == "at":
        return thing.lemma_ in _BIDDING
    return link.lower_ == "into" and link.head.lemma_.lower() in _INQUIRIES


def _is_what_for(trigger: Token, time: Token) -> bool:
    """Whether it is what somebody was punished for: 'remanded till 4 May for *throwing* stones'."""
    if trigger.tag_ != "VBG" or word_before(trigger) != "for" or time.i > trigger.i:
        return False
    verb = next((a for a in trigger.ancestors if a.pos_ == "VERB"), trigger)
    return verb.lemma_ in PUNISHING


def _follows(trigger: Token, time: Token) -> bool:
    """Whether the trigger followed something of which the time is told."""
    verb = trigger.head
    if trigger.dep_ != "nsubj" or verb.lemma_ != "follow" or verb.pos_ != "VERB":
        return False
    return any(c.dep_ == "dobj" and c.i < time.i for c in verb.rights)


def is_of_counting(time: Token, trigger: Token) -> bool:
    """Whether it is when the dead were counted: 'the toll of the raid rose *on Friday*'."""
    clause = clause_dated(time)
    if trigger.is_ancestor(time) or trigger.i < time.i < clause.i:
        return False
    counts = (c for c in clause.children if c.dep_ in (*ALL_SUBJECTS, "dobj") and _is_count(c))
    return any(count.is_ancestor(trigger) for count in counts)


def _is_count(noun: Token) -> bool:
    """'The toll', 'the number of dead'; not 'a number of', 'a record number of'."""
    definite = any(c.lower_ == "the" for c in noun.lefts)
    return noun.lemma_ in _COUNTS and (definite or noun.lemma_ != "number")


def _side_clause(clause: Token) -> tuple[Token | None, set[str]]:
    """The clause on a noun whose verb governs the one given, and the verbs from there down."""
    side, lemmas = clause, {clause.lemma_}
    lemmas |= {c.lemma_ for c in clause.children if c.dep_ == "acomp"}  # 'that was due'
    while side.dep_ in ("xcomp", "acomp") or _is_told_aside(side):
        side = side.head
        lemmas.add(side.lemma_)
    return (side if side.dep_ in ("acl", "relcl") else None), lemmas


def _is_told_aside(clause: Token) -> bool:
    """Whether somebody says it of the noun over him: 'the raid, which he said *began* then'."""
    relates = any(c.lower_ in ("which", "that") for c in clause.lefts)
    return clause.dep_ == "ccomp" and clause.head.dep_ == "relcl" and relates


def way_told(trigger: Token, time: Token) -> Direction | None:
    """The way that a clause on the trigger looks: 'a strike that *was to begin*' looks ahead."""
    clause = clause_of(time)
    side, _ = _side_clause(clause)
    if side is None or side.head.i != trigger.i or not happens(clause):
        return None
    if clause.tag_ == "VBD":
        return "past"
    return "future" if clause.tag_ in ("VB", *PRESENT) else None


def is_in_side_clause(clause: Token, trigger: Token) -> bool:
    """Whether a clause below the trigger tells of something else: 'met and agreed to *return*'."""
    while clause.i != trigger.i and clause.head.i != clause.i:
        if clause.dep_ in _SUBORDINATE and clause.pos_ in PREDICATES:
            return True
        clause = clause.head
    return False


def hangs_on(time: Token, trigger: Token, clause: Token) -> bool:
    """Whether the time belongs to the trigger's own phrase, below the verb of the clause."""
    return trigger.is_ancestor(time) and clause.is_ancestor(trigger)


def is_foretold(trigger: Token) -> bool:
    """Whether it was still to come when somebody told of it: 'said that he *would* attack'."""
    verbs = (trigger, *trigger.ancestors)
    return any(helper.lower_ in WOULD for verb in verbs for helper in auxiliaries(verb))


def _is_to_be(clause: Token) -> bool:
    """Whether it tells what is to be done with a thing: 'talks are *to be continued*'."""
    to = any(helper.lower_ == "to" for helper in auxiliaries(clause))
    return to and clause.dep_ == "xcomp" and clause.head.lemma_ == "be"


def told_by(trigger: Token) -> Token:
    """The verb that tells of the trigger: that of its clause.

    The parse often misreads it: in 'shelling killed six' and 'a bomb killed six', alone or before
    'police said', it is the killing.
    """
    verb = clause_of(trigger)
    verb = next(filter(_is_to_be, verb.rights), verb)
    beside = [c for c in trigger.head.children if c.dep_ in ALL_SUBJECTS]
    if trigger.pos_ == "NOUN" and (trigger.dep_ in ("ROOT", "ccomp") or len(beside) > 1):
        harm = (c for c in trigger.rights if c.dep_ == "acl" and c.lemma_ in HARMING)
        return next(harm, verb)
    return trigger.head if verb.i == trigger.i and trigger.dep_ in ALL_SUBJECTS else verb
