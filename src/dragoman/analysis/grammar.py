"""Questions asked of the parse: who stands as subject, object, agent; what governs a word.

All functions take and give spaCy tokens of one document and change nothing. Labels are those of
spaCy's English models (ClearNLP dependencies, Universal part-of-speech tags).
"""

from __future__ import annotations

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_NEVER = frozenset({"never", "neither", "nor"})
_NOBODY = frozenset({"none", "nobody", "nothing", "neither"})
_PUTTING_OFF = frozenset({"put", "postpone", "delay", "defer", "push"})
# A negation before these leaves some: 'no fewer than nine', 'not all of the hostages'.
_LEAVING_SOME = frozenset("fewer less more only just all every everyone many".split())
# Their infinitive is the subject's own, whatever their object: 'used it to attack'.
_OWN_WILL = frozenset({"promise", "threaten", "use", "employ", "exploit", "take", "spend"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})


def is_nominal(token: Token) -> bool:
    """Whether the token can head a noun phrase."""
    return token.pos_ in _NOMINAL


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, reduced relatives ('troops sent by') included."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):  # 'was beaten and robbed'
        return not any(c.dep_ in ("aux", "nsubj") for c in verb.children) and is_passive(verb.head)
    return verb.dep_ == "acl"


def conjuncts(head: Token) -> tuple[Token, ...]:
    """The head and what is coordinated with it, in order of the text."""
    others = [c for c in head.conjuncts if not _renames(c)]
    return tuple(sorted({head, *others}, key=lambda t: t.i)) if others else (head,)


def first_conjunct(token: Token) -> Token:
    """The first member of the coordination that the token stands in."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def auxiliaries(verb: Token) -> tuple[Token, ...]:
    """The auxiliary verbs of a verb; of a bare later conjunct, those of the first."""
    own = tuple(c for c in verb.children if c.dep_ in ("aux", "auxpass"))
    if own or verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
        return own
    if any(c.dep_ in SUBJECTS | PASSIVE_SUBJECTS for c in verb.children):
        return own
    return auxiliaries(verb.head) if verb.tag_ in ("VB", "VBN", "VBG") else own


def is_negated(token: Token) -> Token | None:
    """The word that negates the token itself ('not', 'no', 'never', 'without'), or None."""
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no"):
            return child
        if child.dep_ in ("preconj", "advmod", "cc") and child.lower_ in _NEVER:
            return child
    if token.dep_ in ("pobj", "pcomp") and token.head.lower_ == "without":
        return token.head
    return None


def tells_delay(clause: Token) -> bool:
    """Whether a side clause tells that its noun was put off: 'talks *which were postponed*'."""
    return clause.dep_ in ("relcl", "acl") and clause.lemma_ in _PUTTING_OFF


def names_none(noun: Token) -> bool:
    """Whether a phrase stands for nobody: 'no one', 'nobody', 'not a single guard'."""
    numbers = [c for c in noun.children if c.dep_ == "nummod"]
    negations = [word for t in (noun, *numbers) if (word := is_negated(t)) is not None]
    leave_none = any(n.doc[n.i + 1].lower_ not in _LEAVING_SOME for n in negations)
    return leave_none or noun.lower_ in _NOBODY


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


def renamed(subject: Token) -> Token | None:
    """The second subject beside a name, which only says who it is: 'Lee, the envoy, met'."""
    if subject.tag_ != "NNP" and subject.ent_type_ != "PERSON":
        return None
    for other in subject.head.children:
        beside = other.dep_ == "nsubj" and other.pos_ == "NOUN" and other.i > subject.i
        if beside and other.left_edge.i == subject.i + 2:
            return other if other.doc[subject.i + 1].text == "," else None
    return None


def _renames(token: Token) -> bool:
    before = (c for c in token.head.children if c.dep_ == "nsubj" and c.i < token.i)
    return token.dep_ == "nsubj" and any(renamed(c) == token for c in before)


def _without_renamed(own: list[Token]) -> list[Token]:
    """The subjects without those that rename another; what is joined to these stays."""
    names = {other.i: other for s in own if (other := renamed(s)) is not None}
    joined = [c for other in names.values() for c in other.conjuncts]
    return [s for s in own if s.i not in names] + joined


def _inherited_subjects(verb: Token, depth: int) -> tuple[Token, ...]:
    """The subjects of a verb that has none of its own, by the way it hangs on its head."""
    head = verb.head
    governed = head.pos_ in ("VERB", "AUX")
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
    if governor.pos_ in ("VERB", "AUX"):
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
    objects = [c for c in governor.children if c.dep_ in ("dobj", "nsubjpass")]
    if verb.head.lower_ in ("of", "for", "from") and objects:  # 'accused them of killing'
        return tuple(objects)
    return _logical_subjects(governor, depth)


def _accused(noun: Token) -> tuple[Token, ...]:
    """Of whom a noun tells a deed: the envoy in 'tried the envoy on charges of spying'."""
    verb = governing_verb(noun)
    if verb is None or noun.dep_ != "pobj":
        return ()
    return tuple(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))


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
    """Whom the 'who' or 'which' of a relative clause means; any other subject itself."""
    if subject.tag_ in ("WDT", "WP") and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject


def is_headline_infinitive(verb: Token) -> bool:
    """Whether an infinitive is the predicate of a headline without a verb: 'Minister to visit'."""
    return (
        verb.tag_ == "VB"
        and verb.dep_ in ("relcl", "acl")
        and verb.head.dep_ == "ROOT"
        and verb.head.pos_ in ("NOUN", "PROPN")
        and not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in verb.sent)
    )


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
    if verb.dep_ == "pcomp" and is_passive(verb) and verb.head.head.pos_ in ("VERB", "AUX"):
        return _logical_subjects(verb.head.head, 4)  # 'faces jail after being indicted'
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        if is_passive(verb) or (verb.tag_ == "VBN" and is_passive(verb.head)):
            return tuple(c for c in verb.head.children if c.dep_ == "nsubjpass")
        return ()
    shared = [c for c in verb.conjuncts if c.i > verb.i and c.pos_ == "VERB"]
    if shared and not any(c.dep_ == "prep" for c in verb.children):  # 'attacked and burned it'
        return tuple(o for o in shared[-1].children if o.dep_ == "dobj") if _adjacent(verb) else ()
    return ()


def _adjacent(verb: Token) -> bool:
    follower = verb.i + 1
    return follower < len(verb.doc) and verb.doc[follower].lower_ in ("and", "or", ",")


def particle(verb: Token) -> str | None:
    """The particle of a verb ('out' in 'carried out', 'back' in 'pushed back'), or None."""
    for child in verb.children:
        if child.dep_ == "prt" or (child.dep_ == "advmod" and child.lower_ in ("back", "away")):
            return str(child.lower_)
    return None


def clause_of(token: Token) -> Token:
    """The verb of the clause that a token stands in; the root where there is no verb."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def prepositional(token: Token, *prepositions: str) -> tuple[Token, ...]:
    """Objects of the given prepositions (lower case; all where none is given) of a word."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ not in ("prep", "agent", "dative") or child.pos_ not in ("ADP", "SCONJ"):
            continue
        if prepositions and child.lower_ not in prepositions:
            continue
        found.extend(o for o in child.children if o.dep_ in ("pobj", "pcomp"))
    return tuple(found)


def owners(noun: Token) -> tuple[Token, ...]:
    """Possessors ('Iran's decision'), national adjectives and compounds are the caller's part."""
    return tuple(c for c in noun.children if c.dep_ == "poss")


def modifiers(noun: Token) -> tuple[Token, ...]:
    """Adjectives, participles and compounds before a noun."""
    labels = ("amod", "compound", "nmod", "npadvmod")
    return tuple(c for c in noun.children if c.dep_ in labels and c.i < noun.i)


def governing_verb(token: Token) -> Token | None:
    """The verb that a noun is subject, object or prepositional object of; None for none."""
    node = first_conjunct(token)
    while node.dep_ in ("pobj", "pcomp", "prep", "appos", "compound", "nmod", "attr", "conj"):
        if node.dep_ == "attr":
            return node.head
        if node.head.i == node.i:
            return None
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            return node
    if node.dep_ in ("dobj", "nsubj", "nsubjpass", "dative", "oprd", "agent"):
        return node.head
    return None
