"""How a pronoun or a phrase points back, by its own words and by where it stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.actors.pairs import PERSONS, SIDES, STATES
from dragoman.actors.phrases import value_of
from dragoman.actors.things import is_side_of_ground
from dragoman.actors.topic import FEMALE, MALE
from dragoman.analysis.grammar import NOUN_SUBJECTS, STATING

SAYING = STATING | {"note", "claim", "write"}
"""Verbs of those who tell something."""
_DASHES = frozenset({"--", "–", "—"})


def is_spoken_of(token: Token, index: int) -> bool:
    """Whether the index lies in what the token, a pronoun, is told to have said before it."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ not in SAYING:
        return False
    if any(c.dep_ == "ccomp" and c.left_edge.i <= index <= c.right_edge.i < token.i
           for c in verb.lefts):  # fmt: skip
        return True
    return verb.dep_ == "parataxis" and verb.head.left_edge.i <= index < verb.left_edge.i


def acts_in_aside(noun: Token) -> bool:
    """Whether it is the subject of a clause that only tells which thing: 'a row a *court* ended'.

    What another sentence goes on to call 'it' is nobody of whom a thing is told so.
    """
    return noun.dep_ in NOUN_SUBJECTS and noun.head.dep_ in ("relcl", "acl")


def is_owned_alike(token: Token, index: int) -> bool:
    """Whether a pronoun like the token tells whose the noun is: '*her* lawyer said *she* fled'.

    Both mean the same, who is not the lawyer.
    """
    words = MALE if token.lower_ in MALE else FEMALE
    return any(c.tag_ == "PRP$" and c.lower_ in words for c in token.doc[index].lefts)


def owners_around(token: Token) -> frozenset[int]:
    """Who owns what the token stands in: 'X' in "X's call with his counterpart"."""
    return frozenset(
        child.i for above in token.ancestors for child in above.lefts
        if child.dep_ == "poss" and child.i < token.i
    )  # fmt: skip


def owner_in_aside(token: Token) -> Token | None:
    """Whose a thing is after which dashes say more of him: "*Mali's* threats -- it also fired --".

    None where the token begins no such aside.
    """
    if token.dep_ not in NOUN_SUBJECTS or token.i < token.sent.start + 2:
        return None
    dash, thing = token.nbor(-1), token.nbor(-2)
    if dash.text not in _DASHES:
        return None
    return next((c for c in thing.lefts if c.dep_ == "poss"), None)


def joined_to_own(token: Token, index: int) -> bool:
    """Whether what the token owns is joined to the noun at the index: 'a spy and *his* son'.

    Also of some of what it owns: 'a spy and two of *his* sons'.
    """
    owned = token.head
    if owned.dep_ == "pobj" and owned.head.lower_ == "of":
        owned = owned.head.head
    return token.tag_ == "PRP$" and any(
        other.i == index and other.i < token.i for other in owned.conjuncts
    )


def names_later(token: Token, name_at: Sequence[int]) -> bool:
    """Whether one of the names stands in what the token, a subject, does: 'he told *X* to go'.

    Whoever is called by a name there is another than the pronoun means (Principle C of binding).
    """
    if token.dep_ not in NOUN_SUBJECTS:
        return False
    verb = token.head
    later = name_at[bisect_right(name_at, token.i) : bisect_left(name_at, token.sent.end)]
    return any(verb.is_ancestor(token.doc[i]) for i in later)


def tells_of_another(token: Token, index: int) -> bool:
    """Whether the index is of a speaker told after what he says of a 'he': 'he fled, *X* said'.

    The next 'he' is the one spoken of again, unless he says something.
    """
    speaker, words = token.doc[index], ("he", "him", "his", "she", "her")
    verb = speaker.head
    if speaker.dep_ != "nsubj" or verb.lemma_ not in SAYING or token.head.lemma_ in SAYING:
        return False
    told = (c for c in verb.lefts if c.dep_ == "ccomp" and c.i < index)
    return any(t.lower_ in words for c in told for t in c.subtree if t.i < index)


def number_told(head: Token) -> int | None:
    """How many the phrase says that they are: three in 'the three countries'."""
    told = (value_of(c) for c in head.lefts if c.dep_ == "nummod")
    return next(filter(None, told), None)


def means_two(head: Token, noun: str, words: set[str]) -> bool:
    """Whether it stands for two told before: 'both', 'the two leaders', 'the sides'."""
    if _is_told_apart(head, noun):
        return False
    if head.lower_ in ("both", "each", "pair", "duo"):
        return all(c.lower_ != "of" for c in head.rights)  # not 'a pair of soldiers'
    two = "both" in words or ("two" in words and words & {"the", "these", "those", "their"})
    if two and noun in STATES | SIDES | PERSONS:
        return True
    return head.tag_ == "NNS" and noun in SIDES and "the" in words


def _is_told_apart(head: Token, noun: str) -> bool:
    """Whether its own words tell who they are: 'the only two Arab states', 'states that border'."""
    if any(c.lower_ == "only" for c in head.lefts) or (noun in SIDES and is_side_of_ground(head)):
        return True
    if noun not in STATES:
        return False
    told = head.i + 1 < len(head.doc) and head.nbor().lower_ == "that"
    clauses = (c for c in head.rights if c.dep_ in ("relcl", "acl"))
    return told or any(c.left_edge.nbor(-1).text != "," for c in clauses)


def heads_line(head: Token) -> bool:
    """Whether it begins a line without an article, as in a headline: 'Agency seeks fine'."""
    if head.tag_ not in ("NN", "NNP") or head.dep_ not in NOUN_SUBJECTS:
        return False
    return head.i == 0 or "\n" in head.nbor(-1).text_with_ws


def points_back(head: Token) -> bool:
    """Whether it is told as known already: 'the hackers'."""
    return any(t.lower_ in ("the", "this", "these", "those") for t in head.lefts)


def leads(pronoun: Token) -> bool:
    """Whether a main clause is told of it: '*he* left', 'it was *he* who left'."""
    return pronoun.dep_ in (*NOUN_SUBJECTS, "attr") and pronoun.head.dep_ == "ROOT"
