"""Whose part in a deed is told by the word that he hangs on, and is not the one he is read in.

'Condemned the map drawn by *Togo*' is at Togo, 'accused of theft by *a nun*' is no nun's theft,
'handed over to *Mali*' frees nobody by Mali's hand, and '*two generals* were present at the visit'
is no visit of theirs. The network takes whoever stands nearest for a doer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.actors.entry import ARMED_GROUPS
from dragoman.analysis.grammar import (
    ANSWERS,
    NOUN_MODIFIERS,
    NOUNS,
    PREDICATES,
    as_spans,
    clause_of,
    conjuncts,
    direct_objects,
    first_conjunct,
    is_passive,
    outermost,
    prepositional,
    subjects,
    tied_word,
    with_conjuncts,
)
from dragoman.events.proposal import Proposal
from dragoman.mention import Entity

_JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_ACCUSING = frozenset("accuse suspect convict charge".split())
_HANDING = frozenset("hand turn deliver transfer return surrender extradite give".split())
_HANDED = frozenset({"COOPERATE", "RETREAT"})
_MADE = frozenset(
    "made built supplied manufactured produced designed developed sold provided donated".split()
)
_ATTENDING = frozenset("attend join address chair speak participate part open host".split())
_TRIPS = frozenset({"visit", "trip", "tour", "stay"})
_MEANWHILE = frozenset({"during", "at", "for"})
_EXPECTING = frozenset("prepare brace ready present".split())
_MEASURES = frozenset(
    "sanction embargo tariff duty ban restriction blockade curb quota penalty measure".split()
)
_LANDS = frozenset({"country", "state", "nation", "government"})
_SHOWING = frozenset("show suggest prove mean indicate demonstrate signal reveal".split())
_DRAWING = frozenset("draw provoke attract spark prompt earn bring raise cause".split())
_DURING = frozenset({"during", "in", "throughout"})
_TERMS = frozenset("administration presidency government rule reign era premiership term".split())
_AIMED = frozenset("specific focused targeted targeting related linked directed".split())
_GOING = frozenset("fly sail travel go steam head drive march move proceed return come".split())
_HELD = frozenset({"COOPERATE", "MOBILIZE"})
_PENALTIES = frozenset({"ACCUSE", "CONCEDE", "SANCTION"})
_MEASURED = frozenset({"COERCE", "CONCEDE", "SANCTION"})
_EXPULSION = ("SANCTION", "expel")
_IN_RETURN = frozenset("revenge retaliation response reprisal vengeance reply answer".split())


def is_at_him(phrase: Span, deed: Proposal) -> bool:
    """Whether who is read as the doer is whom the deed is at, by the word that he hangs on."""
    if is_judged(phrase, deed) or gets_answer(phrase, deed) or is_aimed_at(phrase, deed):
        return True
    return deed.event == "COOPERATE" and is_handed_them(phrase, deed)


def has_another_part(phrase: Span, deed: Proposal) -> bool:
    """Whether who is read as the doer does something else, by the word that he hangs on."""
    return (
        accuses(phrase, deed)
        or is_handed_them(phrase, deed)
        or only_attends(phrase, deed)
        or is_goal(phrase, deed)
        or only_made_it(phrase, deed)
    )


def told_by_relation(deed: Proposal, cast: Cast) -> tuple[Span, ...]:
    """Who does it where nobody is read, as the word tells that he hangs on."""
    trigger, event = deed.trigger, deed.event
    return (
        (told_by_agent(trigger, cast) if event == "ACCUSE" else ())
        or told_by_gerund(trigger, cast)
        or (told_by_measure(trigger, cast) if event in _MEASURED else ())
        or (told_by_leaving(trigger, cast) if deed.kind == _EXPULSION else ())
        or (told_by_revenge(trigger, cast) if event == "ASSAULT" else ())
    )


def is_judged(phrase: Span, deed: Proposal) -> bool:
    """Whether he did what another's verb judges: 'rejected the plan unveiled by *Togo*'."""
    doing = _done_by(phrase)
    thing = doing.head if doing is not None and doing.dep_ == "acl" else None
    return deed.event in _JUDGING and thing is not None and thing in direct_objects(deed.trigger)


def accuses(phrase: Span, deed: Proposal) -> bool:
    """Whether he says that another did it: 'accused of theft by *a nun*'."""
    by, of = _done_by(phrase), deed.trigger.head
    accusing = of.head
    if deed.trigger.dep_ not in ("pobj", "pcomp") or accusing.lemma_ not in _ACCUSING:
        return False
    return by == accusing or (by == deed.trigger and is_passive(accusing))


def only_made_it(phrase: Span, deed: Proposal) -> bool:
    """Whether he only made what struck: 'by a drone supplied by *Togo*', '*Thai*-made bombs'."""
    making = _done_by(phrase)
    if deed.event != "ASSAULT":
        return False
    made = making is not None and making.dep_ == "acl" and making.lower_ in _MADE
    return tied_word(phrase.root) in _MADE or (made and making != deed.trigger)


def is_what_meets(phrase: Span, deed: Proposal) -> bool:
    """Whether it is the body whose meeting others attend: 'attended a summit of the *AU*'."""
    meeting, noun = deed.trigger, first_conjunct(outermost(phrase.root))
    held = meeting.head if meeting.dep_ == "dobj" else meeting.head.head
    attended = held.lemma_ in _ATTENDING and meeting.dep_ in ("dobj", "pobj")
    body = noun.pos_ == "PROPN" and noun.ent_type_ != "PERSON"  # no 'summit of Asian leaders'
    return deed.event == "CONSULT" and attended and body and noun in prepositional(meeting, "of")


def is_handed_them(phrase: Span, deed: Proposal) -> bool:
    """Whether somebody is handed over to him: 'were turned over to *the police*'."""
    verb, noun = deed.trigger, first_conjunct(outermost(phrase.root))
    handed = deed.event in _HANDED and verb.lemma_ in _HANDING and is_passive(verb)
    return handed and noun in prepositional(verb, "to")


def only_attends(phrase: Span, deed: Proposal) -> bool:
    """Whether he only waits for a visitor or stands by: '*two generals* were present at it'."""
    link = deed.trigger.head
    if deed.event != "CONSULT" or deed.trigger.lemma_.lower() not in _TRIPS:
        return False
    if deed.trigger.dep_ != "pobj" or link.lower_ not in _MEANWHILE:
        return False
    verb = link.head
    doing = verb.head if verb.dep_ == "acomp" else verb
    return verb.lemma_ in _EXPECTING and is_one_of(phrase, subjects(doing))


def is_aimed_at(phrase: Span, deed: Proposal) -> bool:
    """Whether a word tied to it tells that it is meant: 'Togo' in '*Togo-focused* sanctions'."""
    return deed.event in _PENALTIES and tied_word(phrase.root) in _AIMED


def is_goal(phrase: Span, deed: Proposal) -> bool:
    """Whether it is where somebody goes on to: 'flew to Mali and then *Togo*, holding drills'."""
    noun = first_conjunct(outermost(phrase.root))
    going = clause_of(noun)  # the parser joins the second goal to the first, or to the verb
    if deed.event not in _HELD or phrase.start > deed.trigger.i:
        return False
    if not going.is_ancestor(deed.trigger) or phrase.root == going:
        return False
    to = noun == going or (noun.dep_ == "pobj" and noun.head.lower_ == "to")
    return to and going.lemma_ in _GOING


def gets_answer(phrase: Span, deed: Proposal) -> bool:
    """Whether he answers what others say of him: '*Mali* gave no reply to the warnings'."""
    link = deed.trigger.head
    if deed.event not in ("ACCUSE", "THREATEN") or deed.trigger.dep_ != "pobj":
        return False
    verb = link.head.head if link.head.dep_ == "dobj" else link.head
    given = any(c.lemma_.lower() in ANSWERS for c in direct_objects(verb))
    return link.lower_ == "to" and given and is_one_of(phrase, subjects(verb))


def is_elsewhere(phrase: Span, deed: Proposal) -> bool:
    """Whether he is no one who drew a criticism: 'Mali said the *march* that drew criticism'."""
    verb = deed.trigger.head
    if deed.event != "ACCUSE" or deed.trigger.dep_ != "dobj" or verb.lemma_ not in _DRAWING:
        return False
    what = [one for c in subjects(verb) for one in conjuncts(c)]
    around = [*what, *(w.head for w in what if w.dep_ == "pobj")]
    if verb.dep_ == "relcl":
        around.append(verb.head)  # 'officers whose raid drew criticism'
    noun = phrase.root
    drew_it = any(noun == w or w.is_ancestor(noun) for w in around)
    return bool(what) and noun.i < verb.i and not drew_it


def told_by_agent(verb: Token, cast: Cast) -> tuple[Span, ...]:
    """Who accuses in the passive: 'was accused of theft by *a nun*'."""
    if verb.pos_ != "VERB" or not is_passive(verb):
        return ()
    return as_spans(s for s in subjects(verb) if cast.is_party(s))


def told_by_measure(verb: Token, cast: Cast) -> tuple[Span, ...]:
    """Whose measure is taken or ended: 'the toughest *UN* sanctions regime was imposed'.

    A state's name there tells at whom it is, if it is no abbreviation: 'Cuba sanctions'.
    """
    if verb.pos_ != "VERB" or not is_passive(verb):
        return ()
    taken = (c for c in verb.lefts if c.dep_ == "nsubjpass")
    words = [w for noun in taken for w in noun.subtree if w.i <= noun.i]
    if _MEASURES.isdisjoint(w.lemma_.lower() for w in words):
        return ()
    named = (w for w in words if cast.names_nation(w) or cast.names_power(w))
    takes = (w for w in named if w.is_upper or not cast.names_state(w))
    return as_spans(w for w in takes if w.dep_ in NOUN_MODIFIERS)


def told_by_leaving(verb: Token, cast: Cast) -> tuple[Span, ...]:
    """Out of which land somebody is sent: 'expelled from *several countries*', 'out of *Mali*'."""
    if verb.pos_ != "VERB" or not is_passive(verb):
        return ()
    out = (c for c in verb.rights if c.lower_ == "out")
    lands = (*prepositional(verb, "from"), *(one for c in out for one in prepositional(c, "of")))
    named = (n for n in lands if cast.names_nation(n) or n.lemma_.lower() in _LANDS)
    return with_conjuncts(n for n in named if cast.is_party(n) or cast.names_state(n))


def told_by_gerund(trigger: Token, cast: Cast) -> tuple[Span, ...]:
    """Of whom a deed shows something: 'shelling the port showed that *Togo* wants no peace'."""
    verb = trigger.head
    if trigger.tag_ != "VBG" or trigger.dep_ != "csubj" or verb.lemma_ not in _SHOWING:
        return ()
    shown = (c for c in verb.rights if c.dep_ == "ccomp" and c.pos_ in PREDICATES)
    of_whom = (s for clause in shown for s in clause.lefts if s.dep_ == "nsubj")
    return as_spans(s for s in of_whom if cast.is_party(s))


def told_by_revenge(trigger: Token, cast: Cast) -> tuple[Span, ...]:
    """The fighters who say what a blow was for: '*rebels* said the raid was in retaliation'."""
    clause = trigger.head
    if trigger.dep_ != "nsubj" or clause.dep_ != "ccomp" or trigger.pos_ not in NOUNS:
        return ()
    words = [c for c in clause.rights if c.dep_ in ("attr", "prep", "acomp")]
    reasons = {t.lemma_.lower() for c in words for t in (c, *c.rights, *c.lefts)}
    if reasons.isdisjoint(_IN_RETURN):
        return ()
    said = (s for s in subjects(clause.head) if s.ent_type_ != "PERSON" and cast.is_party(s))
    return as_spans(s for s in said if any(map(_fights, cast.resolve(s))))


def without_rulers(doers: Sequence[Span]) -> list[Span]:
    """The doers but for who ruled at the time: 'Mali met Togo under President *Keita*'."""
    ruled = [p for p in doers if _is_time(first_conjunct(outermost(p.root)))]
    return [p for p in doers if p not in ruled] or list(doers)


def without_renaming(doers: Sequence[Span], trigger: Token, cast: Cast) -> list[Span]:
    """The doers but for what only tells who one of them is: 'Lee, *envoy* to *Togo*, said'."""
    told = [one for p in doers for one in _told_beside(p.root, trigger, cast)]
    return [p for p in doers if not any(one == p.root or one.is_ancestor(p.root) for one in told)]


def _told_beside(name: Token, trigger: Token, cast: Cast) -> Iterator[Token]:
    """The heads of appositions that follow a name, and end before a comma or the sentence does.

    What goes on a list is none: 'Togo, *other states* and Mali', 'meets Lao, *Thai envoys*'.
    """
    for beside in name.rights:
        if beside.dep_ != "appos" or cast.role(beside) is None or beside.is_ancestor(trigger):
            continue
        if beside.tag_ == "NNS":
            continue
        end = beside.right_edge.i + 1
        closed = end >= name.sent.end or any(t.is_punct for t in name.doc[end - 1 : end + 1])
        if closed and not any(one.dep_ == "conj" for one in beside.rights):
            yield beside


def _is_time(noun: Token) -> bool:
    link = noun.head
    ruler = link.lower_ == "under" and noun.tag_ in ("NN", "NNP")
    return noun.dep_ == "pobj" and (
        ruler or (link.lower_ in _DURING and noun.lemma_.lower() in _TERMS)
    )


def _fights(party: Entity) -> bool:
    return not ARMED_GROUPS.isdisjoint(party.sectors)


def _done_by(phrase: Span) -> Token | None:
    """The verb of which the phrase tells, behind 'by', who does it; or None."""
    by = first_conjunct(outermost(phrase.root)).head
    return by.head if by.lower_ == "by" and by.dep_ in ("agent", "prep") else None


def is_one_of(phrase: Span, heads: Sequence[Token]) -> bool:
    """Whether the phrase is one of those that the heads name, or what is coordinated with it."""
    noun = outermost(phrase.root)
    return any(noun in conjuncts(first_conjunct(head)) for head in heads)
