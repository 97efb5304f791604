"""An event as far as its place goes, and the words that tell what belongs to one scene."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.analysis.grammar import NOUN_MODIFIERS, PREDICATES, WHERE
from dragoman.places.words import COMPASS
from dragoman.times.joined import HARMING

INSIDE = WHERE | {"across", "over", "within"}
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
HOSTING = frozenset("host receive welcome".split())
BESETTING = frozenset(
    "shelling bombardment bombing siege storming capture seizure fall invasion occupation blockade "
    "encirclement destruction evacuation liberation recapture".split()
)
_LOCAL = INSIDE | frozenset(
    {"off", "from", "to", "on", "into", "toward", "towards", "along", "between", "through"}
)
IN_TURN = frozenset({"follow", "precede"})
AT_ONCE = frozenset({"when", "while", "as"})
_SETTLEMENTS = frozenset("town city village hamlet township settlement port province district "
                         "region state county governorate oblast".split())  # fmt: skip
GROUNDS = frozenset(
    "harbour harbor airport airfield airbase camp camps station prison square market markets port "
    "bridge highway road border dam refinery barracks crossing checkpoint terminal hospital "
    "cathedral university bazaar centre center outskirts suburb suburbs area areas sector sectors "
    "neighbourhood neighborhood quarter hills forest forests".split()
)
_TIMES = frozenset("day days night nights week weeks month months year years time".split())
PLANNING = frozenset("plan schedule set slate fix".split())
BORDERS = frozenset({"border", "frontier"})
_WISHES = frozenset("request invitation behest urging insistence expense initiative".split())
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
        if node.dep_ in ("prep", "dative") and (node.lower_ in _LOCAL or _is_out_of(node)):
            return None if _is_beside_the_place(node, place) else _on_its_verb(node)
        if node.pos_ in PREDICATES or node.head.i == node.i:
            return _torn_off(place)
        node = node.head
    return None


def _is_out_of(hinge: Token) -> bool:
    """'Of' of 'pulled out *of* Gao', which is 'from'."""
    return hinge.lower_ == "of" and hinge.head.lower_ == "out" and hinge.head.dep_ in HINGES


def _on_its_verb(hinge: Token) -> tuple[Token, Token]:
    """The preposition and what it hangs on, which is no adverb: 'the third night *running* in'."""
    if _is_out_of(hinge):
        return hinge.head, hinge.head.head
    head = hinge.head
    if head.lower_ == "running" and head.i and head.nbor(-1).lower_ in _TIMES:
        return hinge, head.head
    return hinge, head


def _torn_off(place: Token) -> tuple[Token, Token] | None:
    """A phrase that the parse tears, as it does in headlines: 'in' of '*in* central Mali'.

    It hangs the preposition on one word, and the place on another.
    """
    i = place.i
    while i and (place.doc[i - 1].pos_ == "PROPN" or place.doc[i - 1].lower_ in COMPASS):
        i -= 1
    hinge = place.doc[i - 1] if i else place
    torn = hinge.dep_ == "prep" and hinge.lower_ in INSIDE and not any(hinge.rights)
    return (hinge, hinge.head) if torn and hinge.head.i < hinge.i else None


def _is_beside_the_place(hinge: Token, place: Token) -> bool:
    """Whether a preposition leads to somebody of the place, and not to the place.

    'At the *request* of Iraq', 'talks between the *presidents* of Chad and Niger'.
    """
    noun = next((c for c in hinge.rights if c.dep_ == "pobj"), None)
    if noun is None or noun.i == place.i or noun.pos_ == "PROPN":
        return False
    if hinge.lower_ == "between":
        grounds = _SETTLEMENTS | GROUNDS | BORDERS
        return noun.lower_ not in grounds and noun.lemma_ not in grounds
    return hinge.lower_ == "at" and noun.lower_ in _WISHES


def named_place(name: Token) -> Token:
    """The common noun that stands in the sentence for the place of a name, or else the name.

    'The town' of 'the town of Gao', 'market' of 'the market of Gao', 'port' of 'Calais port'.
    """
    noun, grounds = name.head, _SETTLEMENTS | GROUNDS
    if name.dep_ == "pobj" and noun.lower_ == "of" and noun.head.lower_ in grounds:
        return noun.head
    adjoins = name.dep_ in NOUN_MODIFIERS and noun.i == name.i + 1
    return noun if adjoins and noun.lower_ in grounds else name


def is_far_side(place: Token) -> bool:
    """Whether a place is but one that another borders on.

    'Near the *Nigerian* border', 'on the border with *Togo*': what happens is on this side of it.
    """
    over = place.head
    if over.lower_ in BORDERS and place.dep_ in NOUN_MODIFIERS:
        return True
    return over.lower_ == "with" and over.head.lower_ in BORDERS
