"""Numbers told of an event: how many were killed, injured or arrested, and its size.

A number counts what the word over it says: 'nine people were killed' tells of killing. It belongs
to the event whose words stand nearest to that word in the parse, so that of 'arrested 20 people
after a bomb killed three' each event gets its own. The size of an event is a number of people.
What is said not to be so many ('none of the 12', 'did not kill 12') has no number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import (
    clause_of,
    governing_verb,
    is_negated,
    names_none,
    objects,
    subjects,
)
from dragoman.events.proposal import Proposal
from dragoman.mention import Magnitude, Magnitudes
from dragoman.numerals import counts
from dragoman.tables import rows, values

_KINDS: Mapping[str, frozenset[str]] = {
    "killed": frozenset("kill die dead murder behead execute massacre death claim".split()),
    "injured": frozenset("injure wound hurt wounded injured injury".split()),
    "arrested": frozenset("arrest detain jail imprison apprehend arrested detained".split()),
}
_HARMS = _KINDS["killed"] | _KINDS["injured"]
_LEAVING = frozenset({"leave"})  # 'left 15 dead and 20 wounded'
_DONE_TO = frozenset("kill murder behead execute massacre injure wound arrest detain".split())
_TYPES = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""Event types that take lives or liberty."""
_OUTCOMES = {
    "killed": frozenset({"ASSAULT", "PROTEST"}),
    "injured": frozenset({"ASSAULT", "PROTEST"}),
    "arrested": frozenset({"COERCE", "PROTEST"}),
}
"""Types whose outcome may be told in another clause: 'nine died when gunmen attacked'."""
_OTHER_CLAUSE = frozenset({"conj", "ccomp", "relcl", "parataxis"})
_SIDES = frozenset("side country nation party government leader minister neighbour time".split())
# Groups and things that the table of roles has for what they do; their number is none of people.
_NO_PERSONS = frozenset(
    "agency army artillery base battalion boat brigade bureau carrier cartel clan commission "
    "community convoy council destroyer division drone faction family fleet flotilla frigate gang "
    "group gunboat household jet militia minority mission mob movement organisation organization "
    "patrol platoon power regiment ring squad squadron state submarine tank team tribe unit vessel "
    "warplane warship wing".split()
)
_ALSO_PERSONS = frozenset("participant attendee spectator worker more".split())
_NO_COUNTS = ("TIME", "ORDINAL", "PERCENT", "MONEY")
_YEARS = range(1800, 2101)
_FAR = 99
# 'Gunmen killed four, a day after a bombing': whose toll it is, if not the bombing's own.
_TIME_BY = frozenset({"after", "before", "following", "since"})
_TIME_SPANS = frozenset("minute hour day night week fortnight month year".split())
_DATED_BY = 50  # more than any distance in a parse, and less than `_FAR`


@dataclass(frozen=True, slots=True)
class Told:
    """A number of a sentence.

    Attributes:
        magnitude: the number with its words.
        kind: what it counts, or None: ``killed``, ``injured``, ``arrested``.
        word: the word that tells so.
        phrase: what it counts.
        persons: whether those are people.
        part: the number itself where it counts some of so many: 28 in '28 of the 40 pupils'.
    """

    magnitude: Magnitude
    kind: str | None
    word: Token
    phrase: Token
    persons: bool
    part: Token | None


class NumberReader:
    """Reads the numbers of sentences; the table of units is read when first asked for."""

    @cached_property
    def units(self) -> frozenset[str]:
        """Nouns of money, measure and time."""
        table = files(__package__) / "data" / "units.tsv"
        return frozenset(w for row in rows(table, ("kind", "words")) for w in values(row["words"]))

    def __call__(self, proposals: Sequence[Proposal], cast: Cast) -> list[Magnitudes]:
        """The numbers told of each proposed event, in order.

        Args:
            proposals: the events of one article.
            cast: who is who in it, and what its nouns are.
        """
        sentences: dict[int, list[Proposal]] = {}
        for proposal in proposals:
            sentences.setdefault(proposal.trigger.sent.start, []).append(proposal)
        told = {
            start: list(self.told(events[0].trigger.sent, cast))
            for start, events in sentences.items()
        }
        starts = [proposal.trigger.sent.start for proposal in proposals]
        return [
            _magnitudes(proposal, told[start], sentences[start])
            for proposal, start in zip(proposals, starts, strict=True)
        ]

    def told(self, sentence: Span, cast: Cast) -> Iterator[Told]:
        """The numbers of people and things that a sentence tells, in order."""
        text = sentence.text
        for count in counts(text):
            first, last = sentence.start_char + count.number, sentence.start_char + count.end
            span = sentence.doc.char_span(first, last, alignment_mode="expand")
            if span is None:
                continue
            phrase = _counted(span)
            if self._is_count(span, phrase, count.low):
                start = sentence.start_char + count.start
                words = text[count.start : count.end]
                magnitude = Magnitude(words, start, last, count.low, count.high)
                persons = _is_of_persons(span, phrase, cast)
                told = Told(magnitude, *_kind(span, phrase), persons, _part(span, phrase))
                if not _is_denied(told):
                    yield told

    def _is_count(self, span: Span, phrase: Token, value: int) -> bool:
        """Whether a number counts persons or things: no date, sum of money, measure or pronoun."""
        if span.root.ent_type_ in _NO_COUNTS or span.root.pos_ == "PRON":
            return False
        following = span.doc[span.end] if span.end < len(span.doc) else None
        if any(
            word is not None and {word.lemma_.lower(), word.lower_} & self.units
            for word in (phrase, following)
        ):
            return False
        if span.root.ent_type_ == "DATE":
            year = len(span) == 1 and len(span.text) == 4 and value in _YEARS
            harmed = span.root.dep_ == "dobj" and span.root.head.lemma_ in _HARMS
            counted = phrase.tag_ == "NNS" or harmed or _toll(span.root) is not None
            return counted and not year
        single = len(span) == 1 and span.root.lower_ == "one"
        return not single or span.root.dep_ in ("nummod", "nsubjpass", "dobj")


def _is_denied(told: Told) -> bool:
    """Whether it is said that so many were not: 'no one', 'none of the 12', 'did not kill 12'."""
    if told.kind is not None and is_negated(told.word) is not None:
        return True
    over = told.phrase.head
    part = over.head if told.phrase.dep_ == "pobj" and over.lower_ == "of" else told.phrase
    return names_none(told.phrase) or names_none(part)


def _is_of_persons(span: Span, phrase: Token, cast: Cast) -> bool:
    """Whether a number counts people; one without a noun does, as in 'took two hostage'."""
    if phrase in span or phrase.ent_type_ in ("NORP", "PERSON"):
        return True
    if phrase.lemma_.lower() in _ALSO_PERSONS:
        return True
    role = cast.role(phrase)
    known = role is not None and role.kind in ("person", "carrier", "group")
    return known and phrase.lemma_.lower() not in _NO_PERSONS


def _part(span: Span, phrase: Token) -> Token | None:
    """The number, where it counts some of so many: 28 in '28 of the 40 pupils'."""
    if _is_share(span.root):
        return phrase
    over = phrase.head
    of = phrase.dep_ == "pobj" and over.lower_ == "of" and over.i == span.end
    many = any(c.dep_ == "nummod" and c.i > span.end for c in phrase.children)
    return span.root if of and many else None


def _is_share(number: Token) -> bool:
    """Whether the parse takes it for a part of the number after it: '*four* of six workers'."""
    return number.dep_ == "quantmod" and number.nbor().lower_ == "of" and (
        number.head.dep_ == "nummod" and number.head.i > number.i
    )  # fmt: skip


def _counted(span: Span) -> Token:
    """The noun that a number counts; the number itself where it stands alone."""
    head = span.root
    following = span.doc[span.end] if span.end < len(span.doc) else None
    if following is not None and following.lower_ == "of":
        if _is_share(head):
            return head.head.head
        return next((c for c in following.children if c.dep_ == "pobj"), head)
    if head.dep_ in ("nummod", "quantmod", "compound") and head.head.i >= span.end:
        between = span.doc[span.end : head.head.i]
        if not any(t.dep_ in ("cc", "punct") or t.pos_ == "VERB" for t in between):
            return head.head
        return head  # 'killed 20 and 30 others were hurt', read as one phrase
    if head.dep_ == "conj" and following is not None and following.pos_ == "NOUN":
        return following
    return head.head if head.dep_ in ("nummod", "quantmod", "compound") else head


def _kind(span: Span, phrase: Token) -> tuple[str | None, Token, Token]:
    """What a number counts (None where the word over it does not say), that word, and the noun."""
    if phrase in span and (toll := _toll(phrase)) is not None:
        return toll
    anchors = [phrase, *(c for c in phrase.children if c.dep_ in ("acl", "amod", "relcl"))]
    if span.end < len(span.doc):
        anchors.append(span.doc[span.end])
    before = span.doc[span.start - 1] if span.start else phrase
    verb = governing_verb(phrase)
    if phrase in span and before.pos_ == "VERB":
        anchors.append(before)
    elif verb is not None and (
        phrase.dep_ in ("dobj", "nsubjpass", "pobj") or verb.lemma_ in ("die", "be")
    ):
        anchors.append(verb)
        anchors.extend(c for c in verb.children if c.dep_ in ("acomp", "oprd"))
        if phrase.dep_ == "nsubjpass":  # 'nine are known to have died'
            anchors.extend(c for c in verb.children if c.dep_ == "xcomp")
    for kind, lemmas in _KINDS.items():
        for anchor in anchors:
            if anchor.lemma_.lower() in lemmas or anchor.lower_ in lemmas:
                return kind, anchor, phrase
    return None, phrase, phrase


def _toll(number: Token) -> tuple[str, Token, Token] | None:
    """What a number is of to which a toll came: 'the toll of the blast has risen to 19'."""
    led = number.head.lower_ in ("to", "at")  # 'rose to 19', but 'reached 19'
    verb = number.head.head if led else number.head
    if verb.pos_ != "VERB" or not (led or number.dep_ == "dobj"):
        return None
    told = ("nsubj", "nsubjpass", *(("dobj",) if led else ()))  # 'put the toll at 19'
    for subject in verb.children:
        if subject.dep_ not in told:
            continue
        if subject.lemma_ == "toll":
            return "killed", verb, number
        if subject.lemma_ == "number":
            within = {word for t in subject.subtree for word in (t.lemma_.lower(), t.lower_)}
            kinds = (kind for kind, lemmas in _KINDS.items() if lemmas & within)
            return next(((kind, verb, number) for kind in kinds), None)
    return None


def _magnitudes(
    proposal: Proposal, told: Sequence[Told], beside: Sequence[Proposal]
) -> Magnitudes:
    found: dict[str, tuple[int, Magnitude]] = {}
    for number in told:
        kind = number.kind
        if kind is None:
            kind = _size(number, proposal)
            distance = 0
        else:
            distance = _apart(number, proposal)
            nearest = min(_apart(number, other) for other in beside)
            kind = kind if distance < _FAR and distance == nearest else None
        if kind is not None and (kind not in found or distance < found[kind][0]):
            found[kind] = distance, number.magnitude
    return Magnitudes(**{kind: magnitude for kind, (_, magnitude) in found.items()})


def _size(number: Told, proposal: Proposal) -> str | None:
    """What a number counts that stands in the event's own phrase: its size, or arrests."""
    trigger, phrase = proposal.trigger, number.part or number.phrase
    if not number.persons or number.phrase.lemma_.lower() in _SIDES:
        return None
    if number.part is not None and number.phrase.is_ancestor(trigger):
        return None  # 'freed four of six workers whom rebels had seized': six were seized
    if trigger.pos_ == "VERB" and phrase in (*subjects(trigger), *objects(trigger)):
        done_to = phrase.dep_ in ("dobj", "nsubjpass")
        return "arrested" if proposal.mode == "arrest" and done_to else "size"
    if number.part is not None:
        return None  # 'rescued 28 of the 40 abducted': not so many were abducted
    if trigger in (phrase, phrase.head) or phrase.is_ancestor(trigger):
        return "size"
    return None


def _apart(number: Told, proposal: Proposal) -> int:
    """How far a number is from an event; what only dates another gives way to all others.

    'Two days after the attack' tells of an older one. Who died then may have died of it, but who
    was killed then was not.
    """
    distance, trigger = _distance(number, proposal), proposal.trigger
    dating = trigger.dep_ == "pobj" and trigger.head.lower_ in _TIME_BY
    if distance == _FAR or not dating or trigger.is_ancestor(number.word):
        return distance
    before = trigger.doc[trigger.head.i - 1] if trigger.head.i else trigger
    older = before.lemma_.lower() in _TIME_SPANS
    return _FAR if older and number.word.lemma_ in _DONE_TO else distance + _DATED_BY


def _distance(number: Told, proposal: Proposal) -> int:
    """How far in the parse a number's word stands from an event; ``_FAR`` if it is another's."""
    trigger, word = proposal.trigger, number.word
    if proposal.event not in _TYPES:
        return _FAR
    if word.i == trigger.i or number.phrase.i == trigger.i:
        return 0
    verb, own = _first_harm(clause_of(word)), clause_of(trigger)
    if verb.i == own.i or (verb.dep_ in ("relcl", "acl") and verb.head.i == trigger.i):
        return 1
    upper, lower = (verb, own) if verb.is_ancestor(own) else (own, verb)
    if not upper.is_ancestor(lower):
        # 'nine were killed and twenty wounded in shelling'
        shared = verb.dep_ == "conj" and own in verb.conjuncts and not _has_subject(verb)
        return 2 if shared else _FAR
    path = [lower, *(a for a in lower.ancestors if upper.is_ancestor(a))]
    if upper.lemma_ in _HARMS and lower.lemma_ in _HARMS:
        return 1 + len(path)
    if lower.i == verb.i and own in verb.conjuncts and not _has_subject(verb):
        # 'attacked a bus, killed five, wounded ten and fled'
        return 1 + len(path) if proposal.event in _OUTCOMES[number.kind or ""] else _FAR
    if any(step.dep_ in _OTHER_CLAUSE and not _adds_harm(step) for step in path):
        return _FAR
    if lower.i == verb.i and _has_subject(verb):
        return _FAR  # 'protested after police killed three': what came before
    told_apart = _has_subject(lower) and proposal.event not in _OUTCOMES[number.kind or ""]
    return _FAR if told_apart else 1 + len(path)


def _first_harm(verb: Token) -> Token:
    """The first of several harms told in a row: 'killing nine and wounding 12'."""
    while (
        verb.dep_ == "conj"
        and verb.head.i != verb.i
        and not _has_subject(verb)
        and {verb.lemma_, verb.head.lemma_} <= _HARMS
    ):
        verb = verb.head
    return verb


def _adds_harm(verb: Token) -> bool:
    """Whether one more harm is told in a row: 'nine were killed and 23 *wounded* in shelling'."""
    return verb.dep_ == "conj" and {verb.lemma_, verb.head.lemma_} <= _HARMS | _LEAVING


def _has_subject(verb: Token) -> bool:
    """Whether it has a subject of its own; 20 is none in 'left 15 dead and 20 wounded'."""
    left = verb.dep_ == "conj" and verb.head.lemma_ in _LEAVING and verb.tag_ == "VBN"
    return not left and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
