"""Who stands beside a deed and has no part in it: who answers it, whose land its missiles pass.

The network gives a deed's noun to the nearest party that does anything about it, and gives all whom
a sentence names to each of its events. Grammar tells who is only a bystander.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.actors.victims import is_victim
from dragoman.analysis.grammar import (
    ANSWERING,
    BEFORE_NOUN,
    NOUNS,
    PREDICATES,
    conjuncts,
    direct_objects,
    first_conjunct,
    is_ones_own,
    is_passive,
    modifiers,
    outermost,
    owners,
    prepositional,
    subjects,
)
from dragoman.events.anchors import is_told_mutual
from dragoman.events.ontology import BLOWS
from dragoman.events.parties.weapons import MISSILES
from dragoman.events.proposal import Proposal
from dragoman.mutuality import DONE_TOGETHER

_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
# Whoever does these to a deed did not do it, unless it is called his own.
_NOT_DOING = frozenset(
    "answer condemn confirm criticise criticize decry deem denounce deplore describe detect "
    "discuss dismiss fear investigate lament mourn note observe oppose play protest react regard "
    "register report respond study survive track verify watch witness".split()
)
# What is felt or said about a deed: 'show no tolerance for the launch', 'in response to the raid'.
_ATTITUDES = frozenset(
    "alarm anger answer comment concern condemnation criticism dismay displeasure fear grief "
    "inquiry intolerance investigation opposition outrage protest query question reaction regret "
    "remark reply report response retaliation shock statement tolerance warning".split()
)
_UTTERED = frozenset("threat warning criticism condemnation demand call pledge".split())
_NAMING = frozenset("brand call dub label term".split())
_BEFALLEN = frozenset({"target", "victim", "witness", "scene"})
# Who is told after the deed with 'by' as doing these to it.
_TELLING = frozenset(
    "report confirm describe condemn criticise criticize denounce deny welcome hail praise "
    "investigate".split()
)
_WITHIN = ("pobj", "prep", "pcomp", "dobj", "attr", "oprd", "conj")
# What flies past a land and comes down elsewhere.
_FLYING_PAST = MISSILES | {"satellite", "shell"}
_AIRCRAFT = frozenset("aircraft plane jet drone bomber fighter helicopter balloon warplane".split())
_PAST = frozenset({"over", "above", "across"})
_FIRING = frozenset({"fire", "launch"})
_PASSING = frozenset({"overfly", "overflew", "overflown", "overflies", "overflying"})
_NAMED = ("ORG", "GPE", "NORP")
_JOINED = ("conj", "xcomp", "advcl")


def answers(phrase: Span, deed: Proposal) -> bool:
    """Whether who is read as the doer only answers the deed, tells of it or suffers it.

    'Japan condemned the launch', 'Mali reacted to the raid', 'Chad was the target of the attack'.
    Not where the deed is his own: 'Israel confirmed its strike'.
    """
    trigger = deed.trigger
    if deed.event not in _DEEDS or trigger.pos_ not in NOUNS or _is_own(deed):
        return False
    if (calling := _calling(trigger)) is not None:
        return _is_among(phrase.root, subjects(calling))
    if _is_means_of_answer(trigger):
        return False
    felt, node = _is_considered(trigger), trigger
    while (node.dep_ in _WITHIN or _is_deemed(node)) and node.head.i != node.i:
        node = node.head
        if node.pos_ in PREDICATES:
            break
        felt = felt or node.lemma_.lower() in _ATTITUDES
        felt = felt or (node.dep_ == "attr" and node.lemma_.lower() in _BEFALLEN)
    if node.pos_ not in PREDICATES or node.i == trigger.i:
        return False
    return (felt or node.lemma_ in _NOT_DOING) and _is_among(phrase.root, subjects(node))


def _calling(noun: Token) -> Token | None:
    """The verb that gives the noun's thing a name: 'called *the drills* a rehearsal'; or None."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.pos_ in NOUNS and verb.dep_ == "ccomp":
        verb = verb.head  # the name is the verb of the clause
    elif noun.dep_ != "dobj" or not any(c.dep_ == "oprd" and c.i > noun.i for c in verb.rights):
        return None
    return verb if verb.lemma_ in _NAMING and verb.i < noun.i else None


def _is_means_of_answer(noun: Token) -> bool:
    """Whether it is what somebody answers with: 'responded *with tear gas*'."""
    link = noun.head
    return noun.dep_ == "pobj" and link.lower_ in ("with", "by") and link.head.lemma_ in ANSWERING


def _is_considered(noun: Token) -> bool:
    """Whether a thing is only thought to be it: 'considered it *a test*', no plan 'considered'."""
    return _is_deemed(noun) and noun.head.lemma_ == "consider"


def _is_deemed(noun: Token) -> bool:
    """Whether it is what another thing is taken for: 'considered it *a test*'."""
    return noun.dep_ == "ccomp" and noun.pos_ in NOUNS


def only_tells(phrase: Span, deed: Proposal) -> bool:
    """Whether the phrase is who tells of a noun's event: 'an attack condemned by Mali'.

    Who announces a ban makes it, who announces a visit need not be the visitor.
    """
    head = outermost(phrase.root)
    participle = head.head.head
    agent = head.head.dep_ == "agent" and participle.dep_ == "acl"
    if not agent or participle.head != deed.trigger:
        return False
    announced = participle.lemma_ == "announce" and deed.event == "CONSULT"
    return announced or participle.lemma_ in _TELLING


def is_done_to(phrase: Span, deed: Proposal) -> bool:
    """Whether who is read as a doer is the object of the deed's verb: 'filmed slapping *troops*'.

    Not of one that is done by both: 'police battled gunmen'.
    """
    trigger = deed.trigger
    if deed.event not in BLOWS or trigger.pos_ != "VERB":
        return False
    noun = first_conjunct(phrase.root)
    if noun.dep_ != "dobj" or noun.i < trigger.i:
        return False
    verbs = (trigger, *(c for c in trigger.conjuncts if c.i > trigger.i))
    return noun.head in verbs and not is_told_mutual(trigger, *deed.kind)


def is_flown_past(phrase: Span, trigger: Token) -> bool:
    """Whether it is a land that a missile only passes or leaves: 'fired a rocket over *Japan*'."""
    link = first_conjunct(outermost(phrase.root)).head
    if link.lower_ == "from" and trigger.lower_ not in _PASSING:
        return link.head == trigger and trigger.lemma_ in _FIRING and _is_missile(trigger)
    return flies_over(phrase, trigger)


def flies_over(phrase: Span, trigger: Token) -> bool:
    """Whether it is a land over which a missile flies: 'the launch of a rocket over *Japan*'."""
    if trigger.lower_ in _PASSING:
        return phrase.start > trigger.i and _is_missile(trigger)
    link = first_conjunct(outermost(phrase.root)).head
    verb = link.head
    over = verb.head  # 'of' in 'the launch of missiles over Japan'
    told = (verb, over, over.head) if verb.dep_ == "pobj" else (verb, over)
    past = link.lower_ in _PAST and link.pos_ == "ADP"
    return past and trigger in told and _is_missile(trigger)


def bears_another_deed(phrase: Span, deed: Proposal, triggers: frozenset[int]) -> bool:
    """Whether who is read as whom it is done to has another deed done to him alone.

    'Bit a soldier who tried to arrest *her brother*': it is the soldier who was bitten. 'Warned
    *Mali* during a visit to Togo': it is Togo that was visited.
    """
    trigger, noun = deed.trigger, first_conjunct(phrase.root)
    verb = noun.head
    if noun.dep_ != "dobj" or verb.i not in triggers or verb == trigger:
        return False
    if deed.event == "CONSULT":
        goes = bool(prepositional(trigger, "to"))
        return goes and trigger.dep_ == "pobj" and trigger.head.head == verb
    node = verb
    while node.dep_ in _JOINED and node.head.i != node.i:
        node = node.head
    told = node.dep_ == "relcl" and trigger.pos_ == "VERB" and node.head.i > trigger.i
    return told and trigger.is_ancestor(node)


def does_another_deed(phrase: Span, trigger: Token, triggers: frozenset[int]) -> bool:
    """Whether the doer is told of another deed alone: 'sanctions were prompted by *Mali's* test'.

    Also 'since *Mali's* test and new UN sanctions', where the sanctions are told to be another's.
    """
    noun = phrase.root
    deed = noun.head
    if _utters_another(noun, trigger):
        return True
    if noun.dep_ not in BEFORE_NOUN or deed.i not in triggers:
        return False
    if deed == trigger or deed.is_ancestor(trigger):
        joined = deed in trigger.conjuncts and trigger.dep_ == "conj"
        before = (*modifiers(trigger), *owners(trigger))
        return joined and any(word.ent_type_ in _NAMED for word in before)
    agent = deed.dep_ == "pobj" and deed.head.dep_ == "agent"
    return agent and trigger.dep_ == "nsubjpass" and trigger.head == deed.head.head


def _utters_another(noun: Token, trigger: Token) -> bool:
    """Whether of two words joined it utters the other: 'threats from *Mali* and a Togo warning'."""
    if trigger.lemma_.lower() not in _UTTERED or trigger.pos_ not in NOUNS:
        return False
    own = any(w.ent_type_ in _NAMED for w in (*modifiers(trigger), *owners(trigger)))
    own = own or any(prepositional(trigger, "from", "by"))
    if not own:
        return False
    if noun.dep_ in BEFORE_NOUN:  # 'and a *Togo* warning', at the threats
        other = noun.head
        return other.lemma_.lower() in _UTTERED and other.dep_ == "conj" and other != trigger
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("from", "by"):
        return False
    joined = trigger.dep_ == "conj" and trigger.head == noun
    return joined or (noun.head.head in trigger.conjuncts and noun.head.head != trigger)


def is_wronged(phrase: Span, deed: Proposal) -> bool:
    """Whether an inquiry is into what was done to him: '*the judge* got threats; an inquiry began'.

    Not where he is told as the one who is looked into: 'an inquiry into the judge'.
    """
    noun = first_conjunct(outermost(phrase.root))
    if deed.kind != ("ACCUSE", "investigate") or deed.trigger.is_ancestor(noun):
        return False
    verb = noun.head
    getting = noun.dep_ == "nsubj" and verb.lemma_ in ("receive", "get")
    threatened = getting and any(c.lemma_.lower() == "threat" for c in direct_objects(verb))
    return verb != deed.trigger and (threatened or is_victim(noun))


def apart_from_own(phrases: Sequence[Span], deed: Proposal, cast: Cast) -> Iterator[Span]:
    """The doers, without those told beside the subject of the deed's own clause.

    'Mali went on with its tests while Chad and Togo hold drills': the drills are not Mali's. Where
    the network reads the subject of the deed's clause, who is the subject of another has no part.
    """
    own = _own_subjects(deed.trigger)
    read = [p for p in phrases if _is_among(p.root, own) and cast.is_party(p.root)]
    for phrase in phrases:
        if phrase in read or not read or not _is_of_clause_above(phrase, deed):
            yield phrase


def _is_own(deed: Proposal) -> bool:
    """Whether a pronoun tells whose the deed is: 'its test', 'the deployment of its ships'."""
    moved = prepositional(deed.trigger, "of") if deed.event == "MOBILIZE" else ()
    return any(map(is_ones_own, (deed.trigger, *moved)))


def _own_subjects(trigger: Token) -> tuple[Token, ...]:
    """The subjects of the clause of the trigger itself."""
    trigger = trigger if trigger.pos_ in PREDICATES else first_conjunct(trigger)
    verb = trigger if trigger.pos_ in PREDICATES else trigger.head
    if verb.lower_ in ("on", "in") and verb.head.lemma_ == "be":
        verb = verb.head  # 'is on a visit'
    elif verb != trigger and trigger.dep_ != "dobj":
        return ()
    return () if is_passive(verb) else subjects(verb)


def _is_of_clause_above(phrase: Span, deed: Proposal) -> bool:
    """Whether it is the subject, or the object, of a clause of which that of the trigger is part.

    Whoever is met or joined is one of those who act: 'met *Lee*, discussing trade'.
    """
    noun = first_conjunct(phrase.root)
    shared = deed.event in DONE_TOGETHER or noun.head.lemma_ == "join"
    told = noun.dep_ == "nsubj" or (noun.dep_ == "dobj" and not shared)
    return told and noun.head != deed.trigger and noun.head.is_ancestor(deed.trigger)


def _is_among(noun: Token, heads: Sequence[Token]) -> bool:
    """Whether the noun, or that of whose phrase it is a part, is coordinated with one of them."""
    outer = outermost(noun)
    return any(outer in conjuncts(first_conjunct(head)) for head in heads)


def _is_missile(trigger: Token) -> bool:
    """Whether it is a missile that flies: 'the rocket passed', 'fired a missile', 'its launch'."""
    if any(noun.lemma_.lower() in _AIRCRAFT for noun in subjects(trigger)):
        return False
    return any(noun.lemma_.lower() in _FLYING_PAST for noun in trigger.sent)
