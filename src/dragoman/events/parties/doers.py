"""Doers that the grammar of a sentence tells where the network misses them.

The network looks for names: of 'Iran said it would strike back' it takes 'Iran' for who says so,
and names no doer. Where the grammar is plain, the pronoun tells him. On held-out sentences without
a doer read, the pronoun that is the subject of an active verb was right 51 times of 51; any other
noun that grammar offered, one time in five.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import (
    NOUNS,
    PREDICATES,
    antecedent,
    as_spans,
    conjuncts,
    direct_objects,
    first_conjunct,
    governing_verb,
    is_ones_own,
    is_passive,
    is_set_aside,
    modifiers,
    owners,
    prepositional,
    subjects,
    with_conjuncts,
)
from dragoman.events.parties.companions import leading
from dragoman.events.proposal import Proposal

CARRYING_OUT = frozenset("carry conduct hold launch mount perform stage undertake".split())
"""Verbs that leave the deed to their object: 'it had conducted a test'."""
_DOING = CARRYING_OUT | {"lead", "make", "pay", "wage"}
# Whom one does this to has the deed for his own: 'helped Mali with *its* raid'.
_LENDING = frozenset(
    "aid assist charge confront congratulate credit equip face help leave let pair present provide "
    "reproach support supply tax thank threaten trust".split()
)
_ATTENDING = frozenset({"attend", "join"})
_PERCEIVING = frozenset("catch film hear observe photograph picture record see show spot".split())
_SENDING = frozenset({"send", "dispatch"})
_LEADS_UP = frozenset({"pobj", "prep", "xcomp", "advcl", "acl", "dobj"})
_DEEP = 6  # words from "talks" up to "send": 'to Arusha for talks', 'a team to hold talks'
_STANDS_FOR_NOBODY = frozenset({"be", "become", "make", "seem", "take"})  # 'it is wrong to blame'
_WHERE = frozenset({"at", "in", "inside", "near", "on", "outside"})
_NEW = frozenset({"a", "an", "another"})


def told_by_pronoun(trigger: Token) -> tuple[Span, ...]:
    """The pronoun that tells who does what the trigger reports; empty where none plainly does."""
    if trigger.pos_ in PREDICATES:
        found = () if is_passive(trigger) else subjects(trigger)
    else:
        found = _carrying(trigger)
    return as_spans(token for token in found if token.tag_ == "PRP")


def without_persons(doers: Sequence[Span], trigger: Token) -> list[Span]:
    """The doers but for persons, where 'it' is who does it: nobody is called so.

    Not Noboa in "Noboa condemned Peru's raids -- it had also shut a border post".
    """
    its = [p.root for p in told_by_pronoun(trigger) if p.text.lower() == "it"]
    if not its or its[0].head.lemma_ in _STANDS_FOR_NOBODY:
        return list(doers)
    return [p for p in doers if p.root.ent_type_ != "PERSON" or p.start > its[0].i]


def _told_by_attending(trigger: Token) -> tuple[Span, ...]:
    """Who meets, or attends the meeting that the trigger names: 'X and Y will attend a summit'."""
    if trigger.lemma_ == "meet" and trigger.pos_ == "VERB" and not is_passive(trigger):
        return with_conjuncts(subjects(trigger))
    verb = trigger.head
    if trigger.dep_ != "dobj" or verb.lemma_ not in _ATTENDING or is_passive(verb):
        return ()
    return with_conjuncts(subjects(verb))


def told_by_lead(trigger: Token) -> tuple[Span, ...]:
    """Who leads those who do it, by the word tied before the deed: 'a *Saudi*-led raid'."""
    words = modifiers(trigger) if trigger.pos_ in NOUNS else ()
    return as_spans(leader for word in words for leader in leading(word))


def with_armed_men(doers: Sequence[Span], trigger: Token, cast: Cast) -> list[Span]:
    """The doers of a violent deed; where none is told, whose its noun is: 'a *rebel* attack'.

    Where others are, such a word tells only their kind: 'gunmen' killed him in 'a jihadist raid'.
    """
    noun = trigger.pos_ in NOUNS
    kinds = list(filter(cast.names_fighters, modifiers(trigger))) if noun else []
    others = [phrase for phrase in doers if phrase.root not in kinds]
    return others or list(doers) or list(as_spans(kinds))


def with_attending(doers: Sequence[Span], trigger: Token) -> list[Span]:
    """The doers with those whom grammar tells to meet too, but for what only renames them."""
    read = {phrase.root for phrase in doers}
    beside = (
        phrase for phrase in _told_by_attending(trigger)
        if phrase.root not in read and not any(_is_renamed(p, phrase.root) for p in doers)
    )  # fmt: skip
    return sorted((*doers, *beside), key=lambda phrase: phrase.start)


def _is_renamed(phrase: Span, noun: Token) -> bool:
    """Whether the noun after the phrase and a comma tells who it is: 'Kim Min-su, the envoy'."""
    comma = phrase.doc[phrase.end : phrase.end + 1].text == ","
    start = noun.left_edge.i
    return comma and noun.i > phrase.end and start <= phrase.end + 1 and (
        start >= phrase.end or start <= phrase.start
    )


def told_by_a_camera(trigger: Token) -> tuple[Span, ...]:
    """Who was filmed or seen doing what the trigger reports: 'a girl pictured biting a soldier'."""
    verb = trigger.head
    if trigger.dep_ == "acl" and verb.dep_ == "pobj" and verb.head.lower_ in _WHERE:
        verb = verb.head.head  # 'filmed in a village slapping troops': it is not the village
    if trigger.tag_ != "VBG" or verb.lemma_ not in _PERCEIVING or verb.tag_ != "VBN":
        return ()
    if verb.dep_ == "acl":
        return as_spans((verb.head,))
    seen = [child for child in verb.children if child.dep_ == "nsubjpass"]
    return as_spans(antecedent(child) for child in seen)


def told_by_cleft(trigger: Token) -> tuple[Span, ...]:
    """Who is said to be the one that did it: 'it was *Mali*, not the rebels, that shelled Gao'."""
    if trigger.dep_ != "relcl" or is_passive(trigger):
        return ()
    first = first_conjunct(trigger.head)
    verb = first.head
    it = any(c.dep_ in ("nsubj", "expl") and c.lower_ == "it" for c in verb.children)
    if first.dep_ != "attr" or not it or any(c.dep_ == "neg" for c in verb.children):
        return ()
    return as_spans(one for one in conjuncts(first) if not is_ruled_out(one))


def told_by_being_sent(trigger: Token, cast: Cast) -> tuple[Span, ...]:
    """The forces that are moved, where nobody tells by whom: '*600 troops* were flown in'."""
    if trigger.pos_ != "VERB" or not is_passive(trigger) or subjects(trigger):
        return ()
    return with_conjuncts(c for c in trigger.lefts if c.dep_ == "nsubjpass" and cast.is_party(c))


def told_by_relative(trigger: Token, cast: Cast, *, told: bool = False) -> tuple[Span, ...]:
    """Whom the 'who' of the trigger's clause means: 'Castro, *who* broke with Taipei'.

    Also 'rebels *who* the army says fired first'.

    Args:
        trigger: the word that reports the deed.
        cast: who is who in the article.
        told: only of whom somebody says in the clause that he did it; the network takes the
            speaker for the doer.
    """
    if told and trigger.dep_ != "ccomp":
        return ()
    verb = trigger
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    perfect = any(c.lemma_ == "have" for c in trigger.lefts)
    if trigger.pos_ != "VERB" or is_passive(trigger) or (trigger.tag_ == "VBN" and not perfect):
        return ()
    if trigger != verb and not direct_objects(trigger):
        return ()  # 'is known, even praised'
    own = [c for c in verb.lefts if c.dep_ == "nsubj"]
    if len(own) != 1:
        return ()
    doer = antecedent(own[0])
    if doer == own[0] or is_ruled_out(doer) or not cast.is_party(doer):
        return ()
    return as_spans((doer,))


def without_senders(doers: Sequence[Span], trigger: Token) -> list[Span]:
    """The doers less who sent one of them: 'Chad sent *a minister* to meet the rebels'."""
    verb = _sending(trigger)
    if verb is None:
        return list(doers)
    sent = {child for child in verb.children if child.dep_ == "dobj"}
    if not any(phrase.root in sent for phrase in doers):
        return list(doers)
    return [phrase for phrase in doers if phrase.start > verb.i]


def _sending(trigger: Token) -> Token | None:
    """The verb that tells of sending those who meet: 'send a team to hold talks'."""
    token = trigger
    for _ in range(_DEEP):
        if sends(token):
            return token
        if token.dep_ not in _LEADS_UP or token.head == token:
            return None
        token = token.head
    return None


def sends(verb: Token) -> bool:
    """Whether it tells that its subject sends somebody."""
    return verb.lemma_ in _SENDING and verb.pos_ == "VERB" and not is_passive(verb)


def is_ruled_out(noun: Token) -> bool:
    """Whether it is said not to be the one: 'not *the rebels*', 'it was not *the army* that'."""
    it = noun.dep_ == "attr" and any(c.lower_ == "it" for c in noun.head.lefts)
    return is_set_aside(noun) or (it and any(c.dep_ == "neg" for c in noun.head.children))


def told_by_claim(trigger: Token, cast: Cast) -> tuple[Span, ...]:
    """Who did what others claim: 'the group claimed the shooting by *a student*'.

    Empty where they are the claimer's own: 'by its fighters'.
    """
    verb = governing_verb(trigger)
    if verb is None or verb.lemma_ != "claim":
        return ()
    return as_spans(
        doer for doer in prepositional(trigger, "by")
        if cast.is_party(doer) and not owners(doer)
    )  # fmt: skip


def told_by_means(trigger: Token, cast: Cast) -> tuple[Span, ...]:
    """Whose a deed is by which he does something to another: '*Iran* angered Mali with its raid'.

    The network takes the one who is named last for the doer.
    """
    first = first_conjunct(trigger)
    with_ = first.head
    if first.dep_ != "pobj" or with_.lower_ != "with" or trigger.pos_ not in NOUNS:
        return ()
    if not is_ones_own(trigger):
        return ()
    moved = with_.head if with_.head.dep_ == "dobj" else None
    verb = moved.head if moved is not None else with_.head
    if verb.pos_ != "VERB" or is_passive(verb) or verb.lemma_ in _LENDING:
        return ()
    doing = subjects(verb)
    plain = len(doing) == 1 and direct_objects(verb) and cast.is_party(doing[0])
    return as_spans(doing) if plain else ()


def _carrying(noun: Token) -> tuple[Token, ...]:
    """The subject of a verb that leaves the deed to the noun."""
    verb = governing_verb(noun) if noun.dep_ == "dobj" else None
    if verb is None or verb.lemma_ not in _DOING or is_passive(verb):
        return ()
    return subjects(verb)


def told_as_new(proposal: Proposal, cast: Cast) -> tuple[Span, ...]:
    """The person, told with 'a', who is the subject of a violent deed's verb; else empty.

    Nor where the network reads him as the victim ('a man shot dead in Gao'), or others as doers.
    """
    trigger = proposal.trigger
    if proposal.event != "ASSAULT":
        return ()
    who = _before_misread(trigger) if trigger.tag_ == "NNS" else _subject(trigger)
    role = cast.role(who) if who is not None else None
    if who is None or role is None or role.kind != "person":
        return ()
    others = proposal.actors and not any(who in phrase for phrase in proposal.actors)
    if others or any(who in phrase for phrase in proposal.recipients):
        return ()
    return as_spans((who,))


def _subject(verb: Token) -> Token | None:
    if verb.pos_ != "VERB" or is_passive(verb):
        return None
    own = (c for c in verb.lefts if c.dep_ == "nsubj" and c.tag_ == "NN")
    return next((c for c in own if any(d.lower_ in _NEW for d in c.lefts)), None)


def _before_misread(noun: Token) -> Token | None:
    """The noun before a verb that is taken for a plural: 'an *immigrant* shoots dead nine'.

    No plural has 'a' before it.
    """
    before = noun.nbor(-1) if noun.i > noun.sent.start else noun
    own = before.tag_ == "NN" and before.head == noun
    return before if own and any(c.lower_ in _NEW for c in noun.lefts) else None
