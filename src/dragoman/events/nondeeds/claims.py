"""What is only said, wanted or due: a claim, a sentence asked for, a veto kept, a snap vote called.

'Insisted that Ghana *received* no money' claims a fact and asks nothing; whom prosecutors want
*sentenced* is not yet; who *thanks* for patience is polite, who *calls* a death a scandal accuses
nobody of it, and what a treaty *calls for* was agreed.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import (
    COMPOUNDS,
    DONE_TO,
    FINITE,
    ON_NOUN,
    auxiliaries,
    direct_objects,
    governing_verb,
    modifiers,
    prepositional,
)
from dragoman.events.nondeeds.words import is_a

_CLAIMING = frozenset({"insist", "maintain"})
_NAMING = frozenset("call describe brand label term dub".split())
_CHARGES = frozenset({"charge", "allegation", "accusation", "claim"})
_DUE = frozenset("must should shall would will ought".split())
_WANTING = frozenset({"want", "like", "wish", "hope"})
_SEEKING = frozenset({"seek", "pursue"})
_RIGHTS = frozenset({"decision", "right", "power", "authority", "choice", "prerogative"})
_BELONGING = frozenset({"belong", "lie", "rest", "reside"})
_HAVING = frozenset(
    "keep retain have hold preserve abolish lose enjoy give grant limit curb scrap end strip "
    "defend remove".split()
)
_ORDERS = frozenset("order notice threat bid case suit warrant plea request".split())
_ORDERED = frozenset({"eviction", "demolition", "deportation", "expulsion"})
_PRESSING = frozenset("pressure pressurise pressurize press push bully talk persuade".split())
_SPEAKING = frozenset("speak say tell add address announce warn".split())
_SITTINGS = frozenset({"meeting", "gathering", "conference", "session"})
_FOREIGN = frozenset({"GPE", "NORP", "ORG"})
_PATIENCE = frozenset(
    "patience understanding attention question presence time hospitality trust vote".split()
)


def is_claim(verb: Token) -> bool:
    """Whether it claims a fact: '*insisted* that Mali had paid', not 'insisted that Mali pay'."""
    if verb.lemma_ not in _CLAIMING:
        return False
    clause = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
    if clause is None or any(prepositional(verb, "on", "upon")):
        return False
    helpers = auxiliaries(clause)
    if any(h.lower_ in _DUE for h in helpers):
        return False
    return clause.tag_ == "VBD" or any(
        t.tag_ in FINITE and t.lemma_ in ("be", "have", "do") for t in (clause, *helpers)
    )  # not 'insists that Hamas *disarms*'


def is_charge_called_names(verb: Token) -> bool:
    """Whether one only says what he thinks of a charge: '*called* the allegation a smear'.

    'Called the charges against the mayor a farce' is of what another does.
    """
    charges = (c for c in direct_objects(verb) if c.lemma_.lower() in _CHARGES)
    return verb.lemma_ in _NAMING and any(
        not any(prepositional(charge, "against", "of")) for charge in charges
    )


def is_word_for_misfortune(verb: Token) -> bool:
    """Whether one says what he thinks of what nobody did: '*called* the death a scandal'.

    Or why his own did it: 'a reprisal *for* the raid'. 'Called the death a murder' accuses, so does
    'called the trial revenge'.
    """
    if verb.lemma_ not in _NAMING:
        return False
    names = [c for c in verb.rights if c.dep_ == "oprd"]
    names += [n for c in verb.rights if c.lower_ == "as" for n in c.rights if n.dep_ == "pobj"]
    if any(is_a(name, "crime") for name in names):
        return False
    things = direct_objects(verb)
    misfortune = bool(things) and all(is_a(thing, "misfortune") for thing in things)
    return misfortune or any(
        is_a(name, "answer") and prepositional(name, "for", "to") for name in names
    )


def is_agreed_on(verb: Token) -> bool:
    """Whether it is what was agreed that has it so: 'the treaty *calls* for talks'."""
    for_it = any(c.lower_ == "for" or c.dep_ in ("advcl", "ccomp") for c in verb.rights)
    by = [c for c in verb.children if c.dep_ == "nsubj"]
    return verb.lemma_ == "call" and for_it and any(is_a(c, "contract") for c in by)


def is_pressed_for(noun: Token) -> bool:
    """Whether it is what somebody is to be brought to do: 'to push him into opening an *inquiry*'.

    Not where he was brought to do it: 'pushed him into resigning'.
    """
    doing = noun if noun.pos_ == "VERB" else noun.head
    if doing.dep_ != "pcomp" or doing.head.lower_ != "into":
        return False
    pressing = doing.head.head
    return pressing.lemma_ in _PRESSING and pressing.tag_ == "VB"


def is_called_vote(verb: Token) -> bool:
    """Whether an election is called, and not called names: '*calls* a snap vote'."""
    if verb.lemma_ != "call":
        return False
    votes = [c for c in direct_objects(verb) if is_a(c, "ballot")]
    named = any(c.dep_ in ("oprd", "ccomp", "attr", "xcomp", "acomp") for c in verb.rights)
    return any(is_a(t, "early") for vote in votes for t in modifiers(vote)) and not named


def is_courtesy(word: Token) -> bool:
    """Whether thanks are for what is no help: '*thanked* the union for its patience'."""
    if not is_a(word, "thank"):
        return False
    things = (word, *(c for c in word.rights if c.dep_ in ("dobj", "dative")))
    what = [o for t in things for o in prepositional(t, "for")]
    return bool(what) and all(
        t.lemma_.lower() in _PATIENCE for o in what for t in (o, *o.conjuncts)
    )


def is_wanted_only(verb: Token) -> bool:
    """Whether somebody wants it done: 'whom prosecutors want *sentenced*'."""
    over = verb.head
    asked = verb.tag_ in ("VBN", "VBD") and verb.dep_ in ("ccomp", "xcomp", "acl", "oprd", "conj")
    if verb.dep_ == "acl" and over.dep_ == "dobj":  # 'want the mayor *jailed*'
        over = over.head
    return asked and over.lemma_ in _WANTING and over.pos_ == "VERB"


def is_policy(verb: Token) -> bool:
    """Whether it is how a state would like to stand with another: '*sought* closer ties'."""
    sought = direct_objects(verb)
    return verb.lemma_ in _SEEKING and bool(sought) and all(map(_is_of_standing, sought))


def _is_of_standing(noun: Token) -> bool:
    """'Ties', 'closer cooperation'; not 'the cooperation of Mali in the search'."""
    nearer = any(is_a(c, "nearer") for c in noun.lefts)
    return is_a(noun, "tie") and (nearer or noun.tag_ == "NNS")


def is_right(verb: Token) -> bool:
    """Whether it is only told whose business it is: 'the power to *remove* him lies with them'."""
    noun = verb.head
    if verb.dep_ not in ON_NOUN or noun.lemma_.lower() not in _RIGHTS:
        return False
    main = noun.head
    if noun.dep_ != "nsubj":
        return False
    due = any(h.lower_ in _DUE for h in auxiliaries(main))
    return main.lemma_ in _BELONGING or (due and main.lemma_ == "be")


def is_veto_right(noun: Token) -> bool:
    """Whether it is the right of veto: 'kept the senate's *veto*', not 'wielded its veto'."""
    if noun.lemma_.lower() != "veto" or noun.pos_ == "VERB":
        return False
    if noun.dep_ == "compound":
        return noun.head.lemma_.lower() in ("power", "right")
    verb = governing_verb(noun)
    return noun.dep_ in DONE_TO and verb is not None and verb.lemma_ in _HAVING


def is_only_ordered(noun: Token) -> bool:
    """Whether it only tells what an order is of: 'defied an *eviction* order'."""
    named = noun.dep_ in COMPOUNDS and noun.head.lemma_.lower() in _ORDERS
    return named and noun.lemma_.lower() in _ORDERED


def is_record(noun: Token) -> bool:
    """Whether it tells what people are: 'men *with convictions* for theft'."""
    with_it = noun.dep_ == "pobj" and noun.head.lower_ == "with"
    return with_it and noun.lemma_.lower() == "conviction" and noun.tag_ == "NNS"


def is_where_spoken(noun: Token) -> bool:
    """Whether somebody only speaks at a sitting at home: 'told *a meeting* of judges'."""
    if noun.lemma_.lower() not in _SITTINGS:
        return False
    of_whom = prepositional(noun, "of")
    home = bool(of_whom) and all(is_a(o, "colleague") for o in of_whom)
    foreign = any(t.ent_type_ in _FOREIGN or t.lower_ == "foreign" for t in noun.subtree)
    verb = governing_verb(noun)
    said = noun.dep_ == "dobj" or (noun.dep_ == "pobj" and noun.head.lower_ in ("at", "to"))
    return home and not foreign and said and verb is not None and verb.lemma_ in _SPEAKING
