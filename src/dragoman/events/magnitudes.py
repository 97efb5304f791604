"""Numbers told of an event: how many were killed, injured or arrested, and its size.

A number belongs to the event whose words stand nearest to the word that tells what it counts, in
the parse, so that of 'arrested 20 people after a bomb killed three' each event gets its own. The
size of an event is a number of people. What numbers are is `dragoman.events.numbers`.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import DONE_TO, NOUN_SUBJECTS, ON_NOUN, clause_of, objects, subjects
from dragoman.events.numbers import HARMS, ONES, NumberReader
from dragoman.events.parties.casualties import is_reported_outcome, is_suffered
from dragoman.events.proposal import Proposal
from dragoman.events.told import Told
from dragoman.mention import Magnitude, Magnitudes

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
_FAR = 99
_TOLD_OF = 40  # the parse ties the number to no event, but the encoder reads whom one befell
# 'Gunmen killed four, a day after a bombing': whose toll it is, if not the bombing's own.
_TIME_BY = frozenset({"after", "before", "following", "since"})
_TIME_SPANS = frozenset("minute hour day night week fortnight month year".split())
_DATED_BY = 50  # more than any distance in a parse, and less than `_FAR`


def magnitudes(proposals: Sequence[Proposal], cast: Cast, reader: NumberReader) -> list[Magnitudes]:
    """The numbers told of each proposed event, in order.

    Args:
        proposals: the events of one article.
        cast: who is who in it, and what its nouns are.
        reader: reads the numbers of its sentences.
    """
    sentences: dict[int, list[Proposal]] = {}
    for proposal in proposals:
        sentences.setdefault(proposal.trigger.sent.start, []).append(proposal)
    told = {
        start: list(reader.told(events[0].trigger.sent, cast))
        for start, events in sentences.items()
    }
    starts = [proposal.trigger.sent.start for proposal in proposals]
    return [
        _of_event(proposal, told[start], sentences[start])
        for proposal, start in zip(proposals, starts, strict=True)
    ]


def _of_event(proposal: Proposal, told: Sequence[Told], beside: Sequence[Proposal]) -> Magnitudes:
    found: dict[str, tuple[int, Magnitude]] = {}
    parts = [n for n in told if _is_part_in(n, proposal.trigger)]
    for number in parts or told:  # of '14 dead, nine of them in the strike' nine
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
    if number.part == number.phrase and number.phrase.is_ancestor(trigger):
        return None  # 'three of 14 pupils kidnapped were freed': fourteen were kidnapped
    if trigger.pos_ == "VERB" and phrase in (*subjects(trigger), *objects(trigger)):
        held = proposal.mode == "arrest" and phrase.dep_ in DONE_TO
        return "arrested" if held else "size"
    if number.part is not None:
        return None  # 'rescued 28 of the 40 abducted': not so many were abducted
    if trigger in (phrase, phrase.head) or phrase.is_ancestor(trigger):
        return "size"
    return None


def _is_part_in(number: Told, trigger: Token) -> bool:
    """Whether the event is where some of those counted before died: 'nine of them in the raid'."""
    if number.part is None:
        return False
    after = number.phrase.doc[number.phrase.i + 1 : number.phrase.i + 2]
    into = any(t.pos_ == "ADP" and t.is_ancestor(trigger) for t in after)
    return number.phrase.lower_ in ONES and (into or number.part.is_ancestor(trigger))


def _apart(number: Told, proposal: Proposal) -> int:
    """How far a number is from an event; what only dates another gives way to all others.

    'Two days after the attack' tells of an older one. Who died then may have died of it, but who
    was killed then was not.
    """
    distance, trigger = _distance(number, proposal), proposal.trigger
    if distance == _FAR and _befell(number, proposal):
        return _TOLD_OF
    dating = trigger.dep_ == "pobj" and trigger.head.lower_ in _TIME_BY
    if distance == _FAR or not dating or trigger.is_ancestor(number.word):
        return distance
    before = trigger.doc[trigger.head.i - 1] if trigger.head.i else trigger
    older = before.lemma_.lower() in _TIME_SPANS
    return _FAR if older and number.word.lemma_ in _DONE_TO else distance + _DATED_BY


def _befell(number: Told, proposal: Proposal) -> bool:
    """Whether the event is read to have befallen those whom the number counts.

    'It carried out strikes, saying that 24 fighters were killed.'
    """
    counted = _may_be_outcome(number, proposal) and number.word.lemma_ in HARMS
    return counted and any(s.start <= number.phrase.i < s.end for s in proposal.recipients)


def _distance(number: Told, proposal: Proposal) -> int:
    """How far in the parse a number's word stands from an event; ``_FAR`` if it is another's."""
    trigger, word = proposal.trigger, number.word
    if proposal.event not in _TYPES:
        return _FAR
    if word.i == trigger.i or number.phrase.i == trigger.i:
        return 0
    verb, own = _first_harm(clause_of(word)), clause_of(trigger)
    if verb.i == own.i or (verb.dep_ in ON_NOUN and verb.head.i == trigger.i):
        return 1
    upper, lower = (verb, own) if verb.is_ancestor(own) else (own, verb)
    if not upper.is_ancestor(lower):
        # 'nine were killed and twenty wounded in shelling'
        shared = verb.dep_ == "conj" and own in verb.conjuncts and not _has_subject(verb)
        return 2 if shared else _FAR
    path = [lower, *(a for a in lower.ancestors if upper.is_ancestor(a))]
    if upper.lemma_ in HARMS and lower.lemma_ in HARMS:
        return 1 + len(path)
    outcome = _may_be_outcome(number, proposal)
    if lower.i == verb.i and own in verb.conjuncts and not _has_subject(verb):
        # 'attacked a bus, killed five, wounded ten and fled'
        return 1 + len(path) if outcome else _FAR
    beside = own.i == verb.head.i and _is_said_beside(verb, number.phrase)
    if lower.i == verb.i and (beside or is_reported_outcome(verb, number.phrase, own)):
        return 2 if outcome else _FAR
    if any(step.dep_ in _OTHER_CLAUSE and not _adds_harm(step) for step in _unshared(path)):
        return _FAR
    if lower.i == verb.i and _has_subject(verb):
        return _FAR  # 'protested after police killed three': what came before
    return _FAR if _has_subject(lower) and not outcome else 1 + len(path)


def _may_be_outcome(number: Told, proposal: Proposal) -> bool:
    """Whether an event of the type may come to so many dead, hurt or arrested."""
    return proposal.event in _OUTCOMES[str(number.kind)]


def _is_said_beside(verb: Token, counted: Token) -> bool:
    """Whether the harm is told as the next thing said: 'it bombed a camp and that six died'."""
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    return verb.dep_ == "conj" and that and is_suffered(verb, counted)


def _unshared(path: Sequence[Token]) -> Sequence[Token]:
    """The way up from an event, without a verb that shares its time with the one before it.

    'One was killed and two were rescued when troops stormed a camp.'
    """
    if len(path) < 2 or path[0].dep_ != "advcl" or path[1].dep_ != "conj":
        return path
    when = any(c.lower_ == "when" for c in path[0].children)
    return (path[0], *path[2:]) if when else path


def _first_harm(verb: Token) -> Token:
    """The first of several harms told in a row: 'killing nine and wounding 12'."""
    while (
        verb.dep_ == "conj"
        and verb.head.i != verb.i
        and not _has_subject(verb)
        and {verb.lemma_, verb.head.lemma_} <= HARMS
    ):
        verb = verb.head
    return verb


def _adds_harm(verb: Token) -> bool:
    """Whether one more harm is told in a row: 'nine were killed and 23 *wounded* in shelling'."""
    return verb.dep_ == "conj" and {verb.lemma_, verb.head.lemma_} <= HARMS | _LEAVING


def _has_subject(verb: Token) -> bool:
    """Whether it has a subject of its own; 20 is none in 'left 15 dead and 20 wounded'."""
    left = verb.dep_ == "conj" and verb.head.lemma_ in _LEAVING and verb.tag_ == "VBN"
    return not left and any(c.dep_ in NOUN_SUBJECTS for c in verb.children)
