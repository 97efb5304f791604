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
_OBJECTS = ("dobj", "dative")
_DASHES = frozenset({"--", "–", "—"})
_OFFERING = frozenset({"offer", "send", "hand", "propose", "present", "give", "extend", "submit"})
_ANSWERING = frozenset({"accept", "decline", "dismiss", "rebuff", "refuse", "reject", "spurn"})
_KILLING = frozenset(
    {"kill", "execute", "murder", "assassinate", "behead", "hang", "bury", "slay", "strangle"}
)  # fmt: skip
_HOLDING = frozenset({"arrest", "detain", "question", "charge", "handcuff", "jail"})
_DYING = frozenset({"die", "perish", "drown"})


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


def dies_in_report(token: Token, index: int) -> bool:
    """Whether who stands at the index tells of the token's death: 'X said she was killed'."""
    verb = token.head
    killed = token.dep_ == "nsubjpass" and verb.lemma_ in _KILLING
    if not killed and not (token.dep_ == "nsubj" and verb.lemma_ in _DYING):
        return False
    says = next((v for v in verb.ancestors if v.lemma_ in SAYING), None)
    return says is not None and any(c.i == index for c in says.lefts if c.dep_ == "nsubj")


def is_held_while(token: Token, officer: Token) -> bool:
    """Whether the token is of who is held, and the officer only tells: 'X said they held *him*'."""
    held = token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in _HOLDING
    return held and officer.dep_ == "nsubj" and officer.head.lemma_ in SAYING


def made_to_say(token: Token) -> int | None:
    """The index of 'X' in 'leading X to say he would': who is made to say it is 'he'."""
    clause = token.head
    verb = clause.head
    if token.dep_ != "nsubj" or clause.dep_ != "ccomp" or verb.lemma_ not in SAYING:
        return None
    made = verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.lefts)
    own = [c.i for c in verb.lefts if c.dep_ == "nsubj"]
    above = [c.i for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i]
    return next(iter(own or above), None) if made else None


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


def answers_offer(token: Token, index: int) -> int:
    """Whether the token's answer to an offer makes it who stands at the index: 1, or not him: -1.

    'Mali offered Chad talks. *Its* leaders refused': Chad's, to whom the offer was made.
    """
    noun = token.head if token.tag_ == "PRP$" else token
    party = token.doc[index]
    if noun.dep_ != "nsubj" or noun.head.lemma_ not in _ANSWERING:
        return 0
    to = party.head if party.dep_ == "pobj" and party.head.lower_ == "to" else party
    if to.head.lemma_ in _OFFERING and (to != party or _takes(party)):
        return 1
    offered = party.dep_ == "nsubj" and party.head.lemma_ in _OFFERING
    return -1 if offered and any(_takes(c) for c in party.head.rights) else 0


def _takes(word: Token) -> bool:
    """Whether something is offered to it, or to what follows it: 'offered *Chad* talks'."""
    if word.dep_ == "dobj":  # the first of two objects
        return any(c.dep_ == "dobj" and c.i > word.i for c in word.head.rights)
    return word.dep_ == "dative" or (word.dep_ == "prep" and word.lower_ == "to")


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


def shares_object(token: Token, index: int) -> bool:
    """Whether one does two things to somebody: 'met *the envoy* and thanked him'.

    Args:
        token: the pronoun, of the second verb.
        index: that of the noun which the first one may have for its object.
    """
    verb, noun = token.head, token.doc[index]
    if token.dep_ not in _OBJECTS or verb.dep_ != "conj":
        return False
    own = any(c.dep_ in NOUN_SUBJECTS for c in verb.lefts)
    return not own and noun.dep_ in _OBJECTS and noun.head == verb.head


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


def tells_age(head: Token) -> bool:
    """Whether it is told by his age who is meant: 'the 48-year-old Dane', 'the 71-year-old'."""
    words = [t.lower_ for t in head.subtree if t.i <= head.i]
    return words[:1] == ["the"] and {"year", "old"} <= set(words) and head.tag_ != "NNS"


def leads(pronoun: Token) -> bool:
    """Whether a main clause is told of it: '*he* left', 'it was *he* who left'."""
    return pronoun.dep_ in (*NOUN_SUBJECTS, "attr") and pronoun.head.dep_ == "ROOT"
