"""Who does what a verb says, and to whom: the heads of the phrases, wherever grammar puts them."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar.phrases import is_nominal, owners, prepositional, renamed
from dragoman.analysis.grammar.verbs import (
    auxiliaries,
    governing_verb,
    is_headline_infinitive,
    is_passive,
)
from dragoman.analysis.grammar.words import DONE_TO, PREDICATES

# Their infinitive is the subject's own, whatever their object: 'used it to attack'.
_OWN_WILL = frozenset({"promise", "threaten", "use", "employ", "exploit", "take", "spend"})


def subjects(verb: Token, *, depth: int = 8) -> tuple[Token, ...]:
    """Heads of the phrases that do what the verb says: active subjects and passive agents.

    Looks through coordination ('came and met'), control ('wants to meet'), relative clauses
    ('troops who attacked') and participles ('forces shelling the town').
    """
    if depth == 0:
        return ()
    if is_passive(verb):
        return _agents(verb)
    own = _without_renamed([c for c in verb.children if c.dep_ == "nsubj"])
    if own:
        return tuple(antecedent(s) for s in own)
    if verb.dep_ == "amod" and verb.tag_ == "VBG":  # 'the visiting minister'
        return (verb.head,)
    return _inherited_subjects(verb, depth)


def _without_renamed(own: list[Token]) -> list[Token]:
    """The subjects without those that rename another; what is joined to these stays."""
    names = {other.i: other for s in own if (other := renamed(s)) is not None}
    joined = [c for other in names.values() for c in other.conjuncts]
    return [s for s in own if s.i not in names] + joined


def _inherited_subjects(verb: Token, depth: int) -> tuple[Token, ...]:
    """The subjects of a verb that has none of its own, by the way it hangs on its head."""
    head = verb.head
    governed = head.pos_ in PREDICATES
    match verb.dep_:
        case "conj" if governed and (outer := _outer_verb(verb)) is not None:
            return _logical_subjects(outer, depth)
        case "conj" if governed:
            return _logical_subjects(head, depth)
        case "relcl" | "acl" if verb.tag_ not in ("VBN", "VB") or is_headline_infinitive(verb):
            return (head,)
        case "acl" if verb.tag_ == "VB":  # 'a decision to attack', "Iran's vow to strike"
            return owners(head) or prepositional(head, "from", "by") or _light_subjects(head, depth)
        case "xcomp" | "advcl" | "ccomp" if governed:
            return _controllers(verb, depth)
        case "xcomp" if head.dep_ in ("acomp", "oprd"):  # 'stands ready to help'
            return _logical_subjects(head.head, depth)
        case "pcomp":
            return _after_preposition(verb, depth)
    return ()


def _outer_verb(verb: Token) -> Token | None:
    """The verb of saying that a past tense really joins, where its neighbour has another tense.

    'The panel said that it had failed and called for more': it is the panel that called.
    """
    head = verb.head
    perfect = head.tag_ == "VBN" and any(c.lemma_ == "have" for c in auxiliaries(head))
    if verb.tag_ != "VBD" or not (perfect or head.tag_ == "VB"):
        return None
    for outer in head.ancestors:
        owned = any(c.dep_ == "nsubj" and c.lower_ != "it" for c in outer.children)
        if outer.tag_ == "VBD" and owned:
            return outer
    return None


def _after_preposition(verb: Token, depth: int) -> tuple[Token, ...]:
    governor = verb.head.head
    if verb.head.lower_ == "about":
        return ()  # 'spoke about bombing Mali': nobody's deed yet
    if governor.pos_ in PREDICATES:
        return _prepositional_controllers(verb, governor, depth)
    return _accused(governor) or owners(governor) or _light_subjects(governor, depth)


def _controllers(verb: Token, depth: int) -> tuple[Token, ...]:
    governor = verb.head
    if verb.dep_ in ("xcomp", "ccomp"):
        controlled = [c for c in governor.children if c.dep_ in ("dobj", "dative")]
        if controlled and verb.dep_ == "xcomp" and governor.lemma_ not in _OWN_WILL:
            return tuple(controlled)  # 'urged Iran to free'
        if is_passive(governor):  # 'is expected to arrive', 'were ordered to leave'
            return tuple(c for c in governor.children if c.dep_ == "nsubjpass")
    return _logical_subjects(governor, depth)


def _prepositional_controllers(verb: Token, governor: Token, depth: int) -> tuple[Token, ...]:
    accused = done_to(governor)
    if verb.head.lower_ in ("of", "for", "from") and accused:  # 'accused them of killing'
        return accused
    return _logical_subjects(governor, depth)


def _accused(noun: Token) -> tuple[Token, ...]:
    """Of whom a noun tells a deed: the envoy in 'tried the envoy on charges of spying'."""
    verb = governing_verb(noun)
    if verb is None or noun.dep_ != "pobj":
        return ()
    return done_to(verb)


def _logical_subjects(verb: Token, depth: int) -> tuple[Token, ...]:
    passive = [c for c in verb.children if c.dep_ == "nsubjpass"]
    return tuple(passive) if passive else subjects(verb, depth=depth - 1)


def _light_subjects(noun: Token, depth: int) -> tuple[Token, ...]:
    if noun.dep_ in ("dobj", "pobj", "attr") and (verb := governing_verb(noun)) is not None:
        return subjects(verb, depth=depth - 1)
    return ()


def _agents(verb: Token) -> tuple[Token, ...]:
    found = tuple(
        obj
        for child in verb.children
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
        for obj in child.children
        if obj.dep_ == "pobj"
    )
    shared = verb.dep_ == "conj" and not any(c.dep_ == "nsubjpass" for c in verb.children)
    if not found and shared and verb.head.pos_ == "VERB" and is_passive(verb.head):
        return _agents(verb.head)
    return found


def antecedent(subject: Token) -> Token:
    """Whom the 'who' or 'which' of a relative clause means; any other subject itself.

    Also where others tell what he did: 'rebels *who* the army says fired first'.
    """
    if subject.tag_ not in ("WDT", "WP"):
        return subject
    clause = subject.head
    while clause.dep_ == "ccomp" and subject.i < clause.head.i < clause.i:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else subject


def objects(verb: Token) -> tuple[Token, ...]:
    """Heads of the phrases that the verb is done to: direct objects and passive subjects."""
    found = [antecedent(c) for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "dative")]
    found = [c for c in found if is_nominal(c)]
    if found:
        return tuple(found)
    if verb.dep_ in ("acl", "amod") and verb.tag_ == "VBN":
        return (verb.head,)
    if verb.dep_ == "relcl" and not any(c.dep_ == "dobj" for c in verb.children):
        relative = [c for c in verb.children if c.tag_ in ("WDT", "WP")]
        if not relative and any(c.dep_ == "nsubj" for c in verb.children):
            return (verb.head,)  # 'the town they shelled'
    if verb.dep_ == "pcomp" and is_passive(verb) and verb.head.head.pos_ in PREDICATES:
        return _logical_subjects(verb.head.head, 4)  # 'faces jail after being indicted'
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        if is_passive(verb) or (verb.tag_ == "VBN" and is_passive(verb.head)):
            return tuple(c for c in verb.head.children if c.dep_ == "nsubjpass")
        return ()
    shared = [c for c in verb.conjuncts if c.i > verb.i and c.pos_ == "VERB"]
    if shared and not any(c.dep_ == "prep" for c in verb.children):  # 'attacked and burned it'
        return tuple(o for o in shared[-1].children if o.dep_ == "dobj") if _adjacent(verb) else ()
    return ()


def done_to(verb: Token) -> tuple[Token, ...]:
    """The nouns that hang on a verb as what it is done to, before it or after it."""
    return tuple(c for c in verb.children if c.dep_ in DONE_TO)


def direct_objects(verb: Token) -> tuple[Token, ...]:
    """The nouns that hang on a verb as its object, and stand after it."""
    return tuple(c for c in verb.rights if c.dep_ == "dobj")


def who_is_told(verb: Token) -> tuple[Token, ...]:
    """Whom a verb tells to do something: 'ordered *the army* to leave'.

    The parser takes him for its object, or for the subject of what he is to do.
    """
    clauses = (c for c in verb.rights if c.dep_ == "ccomp")
    acting = (s for clause in clauses for s in clause.lefts if s.dep_ == "nsubj")
    return (*direct_objects(verb), *acting)


def infinitives_after(verb: Token) -> tuple[Token, ...]:
    """What somebody tells, vows or asks to do: 'ordered it to *withdraw*'."""
    clauses = (c for c in verb.rights if c.dep_ in ("xcomp", "ccomp"))
    return tuple(c for c in clauses if c.tag_ == "VB")


def _adjacent(verb: Token) -> bool:
    follower = verb.i + 1
    return follower < len(verb.doc) and verb.doc[follower].lower_ in ("and", "or", ",")
