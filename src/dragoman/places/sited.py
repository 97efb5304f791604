"""An event as far as its place goes, and the words that tell what belongs to one scene."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.analysis.grammar import PREDICATES
from dragoman.times.joined import HARMING

INSIDE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "over", "within"})
WITHIN = frozenset("in at near outside inside within across during throughout".split())
OF_DEEDS = INSIDE - {"over"} | WITHIN | frozenset(
    "on onto against into from to through toward towards with by of between among along off out "
    "under behind including".split()
)  # fmt: skip
STIRRING = frozenset(
    "spark prompt draw trigger provoke fuel cause raise strengthen stir stoke renew revive deepen "
    "ignite unleash generate inspire add send lead force set".split()
)
STRIKING = HARMING | frozenset(
    "dead hit strike shell bomb target rock shake raze level pound".split()
)
BESETTING = frozenset(
    "shelling bombardment bombing siege storming capture seizure fall invasion occupation blockade "
    "encirclement destruction evacuation liberation recapture".split()
)
_LOCAL = INSIDE | frozenset(
    {"off", "from", "to", "on", "into", "toward", "towards", "along", "between", "through"}
)
IN_TURN = frozenset({"follow", "precede"})
AT_ONCE = frozenset({"when", "while", "as"})
HINGES = frozenset({"prep", "agent"})


@dataclass(frozen=True, slots=True)
class Sited:
    """An event as far as its place goes.

    Attributes:
        trigger: its word.
        spoken: True for what is done by saying it, whose objects are elsewhere.
        moving: True for what goes from one place to another.
        protest: True for protests, whose cause is elsewhere.
        hosted: True for visits.
        meeting: True for visits and for meetings of every other kind.
        signing: True for what is signed.
        actors: characters (start, end) of the parties that do it.
        others: indices of the words that report other events.
        reports: indices of reporting verbs over the trigger: where something was announced is
            not where it happened.
    """

    trigger: Token
    spoken: bool = False
    moving: bool = False
    protest: bool = False
    hosted: bool = False
    meeting: bool = False
    signing: bool = False
    actors: tuple[tuple[int, int], ...] = ()
    others: frozenset[int] = frozenset()
    reports: frozenset[int] = frozenset()

    def does(self, word: Token) -> bool:
        """Whether the word is one of an actor's."""
        return any(start <= word.idx < end for start, end in self.actors)


def opener(clause: Token) -> Token | None:
    """The word that opens an adverbial clause, 'to' of a purpose too; None where none does."""
    for child in clause.lefts:
        if child.dep_ == "mark" or child.lower_ in AT_ONCE or child.tag_ == "TO":
            return child
    return None


def local_phrase(place: Token) -> tuple[Token, Token] | None:
    """The preposition of place over a toponym and the word that it hangs on, or None."""
    node = place
    for _ in range(6):
        if node.dep_ in ("appos", "relcl", "acl") and node.i != place.i:
            return None
        if node.dep_ == "prep" and node.lower_ in _LOCAL:
            return node, node.head
        if node.pos_ in PREDICATES or node.head.i == node.i:
            return None
        node = node.head
    return None
