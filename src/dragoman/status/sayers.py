"""Who stands at a verb of saying, and what beside it is not put into his mouth.

'..., *the spokesman*, Juma Ali, said', 'blamed the rebels, who *it* said had fled'; 'X fled, the
army said, *two days before talks*' is the outlet's word on the day.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.analysis.grammar import auxiliaries, clause_of, conjuncts, prepositional, subjects

CITING = frozenset({"cite", "quote"})
"""Verbs that pass on the words of others."""
_NAMING = ("NOUN", "PROPN", "PRON")
_NOBODY = frozenset({"it", "which"})
_LINKS = frozenset({"before", "after"})
_MEANWHILE = frozenset({"as", "while"})
_SHARES = frozenset("most some many all half several both each one two none".split())
_THEM = frozenset({"them", "whom"})
_UNITS = frozenset("minute hour day week month year moment".split())


def speakers_of(verb: Token) -> tuple[Token, ...]:
    """The heads of the phrases that say it: who is cited, not who cites him."""
    if verb.lemma_ in CITING and (cited := _cited(verb)):
        return cited
    heads = tuple(s for s in _without_object(verb) if not _is_share_aside(s, verb))
    heads = heads or hanging_before(verb)
    told = tuple(t for s in heads for t in conjuncts(s) if t.lower_ not in _NOBODY)
    return told or _accusers(verb)


def _cited(verb: Token) -> tuple[Token, ...]:
    """Whose words are passed on: 'Reuters cited *the ministry*', 'quoted *him* as saying'."""
    own = [c for c in verb.rights if c.dep_ == "dobj"]
    own += [c for c in verb.lefts if c.dep_ == "nsubjpass"]
    own += [s for c in verb.rights if c.dep_ == "ccomp" for s in c.lefts if s.dep_ == "nsubj"]
    return tuple(one for head in own for one in conjuncts(head) if one.pos_ in _NAMING)


def hanging_before(verb: Token) -> tuple[Token, ...]:
    """The phrase between comma and verb that the parser left hanging: '..., a lawyer said'."""
    if (named := _named_before(verb)) is not None:
        return (named,)
    comma = comma_before(verb)
    if comma is None or comma + 1 >= verb.i:
        return ()
    head = verb.doc[comma + 1 : verb.i].root
    return (head,) if head.pos_ in ("NOUN", "PROPN", "PRON") else ()


def comma_before(verb: Token) -> int | None:
    """The last comma before a verb and whoever stands right before it, or None.

    Those around a name put beside him are passed over: 'the mayor, *Ali Musa*, said'.
    """
    named = _named_before(verb)
    end = verb.i if named is None else named.left_edge.i
    return max((t.i for t in verb.sent if t.text == "," and t.i < end), default=None)


def is_of_outlet(verb: Token, told: Token) -> bool:
    """Whether what follows a source in the middle only places it in time: ', *a day before*'."""
    for link in told.doc[verb.i + 3 : told.i]:
        if link.lower_ in _LINKS and link.nbor(-1).lemma_ in _UNITS:
            opening = [t for t in told.doc[verb.i + 1 : link.i] if t.text == ","]
            return len(opening) == 1 and link.i - opening[0].i <= 4
    return False


def is_finite(verb: Token) -> bool:
    """Whether the verb has a subject and a tense: 'said', 'has told'; a bare 'reported' may be so.

    Behind a quotation the parse may take it for a participle.
    """
    if verb.tag_ != "VBN":
        return verb.tag_ in ("VBD", "VBZ", "VBP")
    own = any(c.dep_ == "nsubj" for c in verb.lefts)
    return own and all(helper.lemma_ == "have" for helper in auxiliaries(verb))


def is_learnt(verb: Token) -> bool:
    """Whether a paper tells at the end what it found out: '..., *the Star has learnt*'.

    Who 'learned that six had died' is no source of it.
    """
    perfect = any(helper.lemma_ == "have" for helper in auxiliaries(verb))
    return perfect and not any(c.dep_ in ("ccomp", "dobj", "prep") for c in verb.rights)


def is_frame(clause: Token, told: Token) -> bool:
    """Whether a side clause behind what somebody says is the outlet's, which tells what was then.

    'Said it was withdrawing, *hours after France bombed Gao*', 'said he would be sworn in, *as the
    African Union suspended Mali*', 'said the drill "targets no one", *after China protested*'.
    """
    start = clause.left_edge
    if clause.dep_ != "advcl" or told.dep_ != "ccomp" or clause.i < told.i < told.head.i:
        return False
    own = [c for c in clause.lefts if c.dep_ in ("nsubj", "nsubjpass")]
    if not own or own[0].pos_ == "PRON" or start.i < 2 or start.nbor(-1).text != ",":
        return False
    marks = {c.lower_ for c in clause.lefts if c.dep_ in ("mark", "advmod")}
    if marks & _LINKS:
        units = (t for t in clause.doc[start.i : own[0].left_edge.i] if t.lemma_ in _UNITS)
        return next(units, None) is not None or start.nbor(-2).is_quote
    to_come = any(helper.tag_ == "MD" for helper in auxiliaries(told))
    return bool(marks & _MEANWHILE) and to_come and clause.tag_ == "VBD"


def _named_before(verb: Token) -> Token | None:
    """The noun of ', *the mayor*, Ali Musa, said', or None."""
    commas = [t.i for t in verb.sent if t.text == "," and t.i < verb.i][-2:]
    if len(commas) < 2 or commas[1] != verb.i - 1:
        return None
    name = verb.doc[commas[0] + 1 : commas[1]]
    noun = name.root.head if len(name) else verb
    beside = noun.pos_ == "NOUN" and noun.i == commas[0] - 1 and name.root.dep_ == "appos"
    opened = noun.left_edge.i > verb.sent.start and noun.left_edge.nbor(-1).text == ","
    return noun if beside and opened and all(t.pos_ == "PROPN" for t in name) else None


def _is_share_aside(head: Token, verb: Token) -> bool:
    """Whether it only counts those just told of: '12 men, *most of them* herders, X said'."""
    if head.lower_ not in _SHARES or head.i > verb.i:
        return False
    of_them = any(word.lower_ in _THEM for word in prepositional(head, "of"))
    return of_them and any(t.text == "," for t in head.doc[head.i : verb.i])


def _without_object(verb: Token) -> tuple[Token, ...]:
    """Who says it, but for the object of a verb before it that the parse gives to this one.

    'Shelled *Kherson*, the army said'.
    """
    own = [c for c in verb.lefts if c.dep_ == "nsubj"]
    over = verb.head
    if len(own) < 2 or verb.dep_ != "parataxis" or not over.i < own[0].i:
        return subjects(verb)
    between = verb.doc[over.i + 1 : own[0].left_edge.i]
    parted = any(t.is_punct for t in between) or any(c.dep_ == "dobj" for c in over.rights)
    return subjects(verb) if parted else tuple(own[1:])


def _accusers(verb: Token) -> tuple[Token, ...]:
    """Whom the 'it' of 'blamed the rebels, who *it* said had fled' stands for."""
    whom = verb.head
    by_it = any(c.dep_ == "nsubj" and c.lower_ == "it" for c in verb.lefts)
    if verb.dep_ != "relcl" or not by_it:
        return ()
    main = clause_of(whom)
    own = subjects(main)
    return () if any(s.i == whom.i or s.is_ancestor(whom) for s in own) else own
