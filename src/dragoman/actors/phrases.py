"""The shape of a noun phrase: where it begins, what stands before its head, what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.analysis.grammar import first_conjunct, is_negated, renamed, word_before
from dragoman.numerals import number_words

_DEPARTMENTS = frozenset({"department", "directorate", "bureau"})
_BEFORE = frozenset(
    {"det", "predet", "compound", "amod", "nmod", "nummod", "poss", "quantmod", "punct", "case",
     "npadvmod", "advmod"}
)  # fmt: skip
_WEEKDAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
     "yesterday"}
)  # fmt: skip
_EVERYWHERE = frozenset({"world", "globe", "planet", "worldwide", "everywhere", "abroad"})
_STATES = frozenset({"country", "nation", "continent"})
_OF_CLAUSES = frozenset({"mark", "aux", "auxpass"})
PARTNERS = frozenset({"host", "hostess", "guest", "counterpart", "visitor"})
"""Whom somebody of another nation meets: 'his Kenyan host'."""
# What people are accused of doing follows these as it follows verbs: 'suspicion of aiding rebels'.
_CHARGES = frozenset({"suspicion", "charge", "accusation", "allegation", "count", "crime"})
# Participles that tell what somebody is, and never what is done to him: 'visiting ministers'.
_STANDING = frozenset(
    {"ruling", "warring", "visiting", "neighbouring", "neighboring", "outgoing", "incoming",
     "leading", "remaining", "opposing", "protesting", "striking", "fighting", "competing"}
)  # fmt: skip
_LOCALITIES = frozenset(
    {"area", "town", "village", "district", "locality", "neighbourhood", "neighborhood", "suburb",
     "hamlet", "outskirt", "vicinity"}
)  # fmt: skip
_OWNING = ("of", "from", "for", "in", "at", "with", "near", "to", "on", "inside", "outside")
_QUANTIFIED = frozenset(
    {"dozens", "hundreds", "thousands", "scores", "one", "some", "many", "most", "two", "three",
     "several", "number", "group", "majority", "millions", "tens", "members", "all", "both",
     "handful", "others", "crowd", "few"}
)  # fmt: skip


def left_edge(head: Token) -> int:
    """The index of the first token of the phrase's part before its head."""
    edge = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in _BEFORE or child.right_edge.i >= edge:
            break
        edge = child.left_edge.i
    while edge < head.i and (head.doc[edge].is_punct or head.doc[edge].is_space):
        edge += 1
    return edge


def core_start(head: Token, edge: int) -> int:
    """The same without leading articles, pronouns, quantifiers and numbers' adverbs.

    Nor with what ran in before an article or an opening bracket: 'when a gunman', 'LIMA (Reuters';
    nor with the beginning of a clause: 'that it had civilians'.
    """
    for token in head.doc[edge : head.i]:
        opens = token.text == "(" and all(t.text != ")" for t in head.doc[token.i : head.i])
        clause = token.dep_ in _OF_CLAUSES or token.tag_ == "PRP"
        if opens or clause or (token.dep_ == "det" and token.head == head):
            edge = token.i + (opens or clause)
    while edge < head.i and (
        head.doc[edge].dep_ in ("det", "predet", "quantmod")
        or (head.doc[edge].dep_ == "advmod" and head.doc[edge].head == head)
        or head.doc[edge].lower_ in _WEEKDAYS
        or head.doc[edge].tag_ in ("PRP$", "DT", "PDT")
        or head.doc[edge].is_punct
    ):
        edge += 1
    while edge < head.i and (_governs(head.doc[edge]) or _is_finite(head.doc[edge])):
        edge += 1
    return edge


def _is_finite(word: Token) -> bool:
    """Whether it is the verb of a headline, which no noun has before it: 'oust president'."""
    return word.tag_ in ("VBP", "VBZ") and word.is_lower


def _governs(participle: Token) -> bool:
    """Whether what the parser takes for an adjective is a verb: 'accused of harbouring rebels'."""
    if participle.tag_ != "VBG" or participle.dep_ != "amod" or participle.i == 0:
        return False
    before = participle.nbor(-1)
    above = before.head
    charged = above.pos_ == "VERB" or above.lemma_.lower() in _CHARGES
    return before.dep_ == "prep" and charged and participle.lower_ not in _STANDING


def belongs_to(head: Token, prepositions: tuple[str, ...] = _OWNING) -> Iterator[tuple[str, Token]]:
    """The prepositional phrases of the head that may tell whose it is: (preposition, object)."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            for obj in child.children:
                if obj.dep_ == "pobj":
                    yield child.lower_, obj


def shared(head: Token, prepositions: tuple[str, ...]) -> Iterator[tuple[str, Token]]:
    """What follows the last of a coordination and is of all: 'the army and people of Mali'.

    Nothing where the last is told anew ('the police and a man from Mali'), nor where the head
    has a phrase of its own.
    """
    first = first_conjunct(head)
    members = (first, *first.conjuncts)
    last = members[-1]
    if len(members) == 1 or next(belongs_to(head), (None, last))[1].i < last.i:
        return
    if _determiner(last) not in (None, _determiner(first)):
        return
    for member in members:
        for preposition, obj in belongs_to(member, prepositions):
            if member.i != head.i and obj.i > last.i:
                yield preposition, obj


def _determiner(head: Token) -> str | None:
    before = (c.lower_ for c in head.lefts if c.dep_ in ("det", "nummod", "poss"))
    return next(before, None)


def is_worldwide(head: Token) -> bool:
    """Whether the phrase goes on to the world or to many states: 'fans around the globe'."""
    ahead = [c for c in head.rights if c.dep_ in ("prep", "advmod")]
    while ahead:
        token = ahead.pop()
        if token.lower_ in _EVERYWHERE or (token.lemma_.lower() in _STATES and is_plural(token)):
            return True
        ahead += [c for c in token.rights if c.dep_ in ("prep", "pobj")]
    return False


def possessor(head: Token) -> Token | None:
    """The phrase that owns it: "Kenya's", 'his'."""
    return next((child for child in head.lefts if child.dep_ == "poss"), None)


def appositions(head: Token) -> tuple[Token, ...]:
    """What is said beside the phrase of who it is: 'Wang Yi, China's foreign minister'."""
    found = [c for c in head.rights if c.dep_ == "appos" and not speech_ends(head, c)]
    if head.dep_ == "nsubj" and (other := renamed(head)) is not None:
        found.append(other)
    if head.dep_ == "nsubj" and head.head.lemma_ == "be" and is_negated(head.head) is None:
        found += [c for c in head.head.rights if c.dep_ == "attr"]
    return tuple(found)


def speech_ends(one: Token, other: Token) -> bool:
    """Whether a quotation ends between the two: '“We sent flour,” a source said'."""
    between = one.doc[min(one.i, other.i) : max(one.i, other.i)]
    return any(t.is_quote and t.nbor(-1).text in (",", "?", "!", ".") for t in between if t.i)


def is_counterpart(noun: Token) -> bool:
    """Whether it is who holds the same office elsewhere: 'counterpart', 'opposite number'."""
    number = noun.lower_ in ("number", "numbers") and noun.i > noun.sent.start
    return "counterpart" in noun.lower_ or (number and word_before(noun) == "opposite")


def is_partner(noun: Token) -> bool:
    """Whether it is whom somebody of another nation meets: 'his Kenyan host'."""
    return noun.lower_ in PARTNERS or is_counterpart(noun)


def names_ground(name: Token) -> bool:
    """Whether a name that nothing else tells of is that of a place: 'the area of *Umm Dukhn*'."""
    of = name.head
    return name.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_.lower() in _LOCALITIES


def is_plural(token: Token) -> bool:
    """Whether the head's form is plural."""
    return token.tag_ in ("NNS", "NNPS")


def of_quantity(head: Token) -> Token | None:
    """What is counted: 'dozens of protesters', 'one of the soldiers'."""
    if head.lower_ not in _QUANTIFIED and head.pos_ != "NUM":
        return None
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def value_of(token: Token) -> int | None:
    """The number that a word tells, 'two' or '2'; None for other words."""
    word = token.lower_
    if word.isdecimal():
        return int(word)
    value, kind = number_words().get(word, (0, ""))
    return value if kind in ("unit", "ten") else None


def in_aside(name: Token, token: Token) -> bool:
    """Whether a side clause that tells of another noun than the token holds the name.

    'The victims of a gunman who killed ten in Texas' are told of by it, as the gunman is.
    """
    for above in name.ancestors:
        clause = above.dep_ in ("relcl", "acl")
        part = above.dep_ == "prep" and above.lower_ == "including"
        own = above == token or above.is_ancestor(token)
        own = own or (clause and token in (above.head, _whole(above.head)))
        if (clause or part) and not own:
            return True
    return False


def _whole(noun: Token) -> Token:
    """What the noun is told after with 'of': 'victims' for the gunman of 'victims of a gunman'."""
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    return noun.head.head if of else noun


def names_field(name: Token) -> bool:
    """Whether it names what a department is for: 'the Department of *Archaeology*'."""
    department = name.head.head if name.head.lower_ == "of" else name
    capital = department.text[0].isupper() and department.lower_ in _DEPARTMENTS
    owned = any(c.lower_ in ("of", "at") and c.i > name.i for t in (name, department)
                for c in t.rights)  # 'the Department of History of Melk University'
    return capital and department.i == name.head.i - 1 and not owned
