"""Whom an answer is to: 'welcomed the step', 'rejected the measures', 'demanded his release'.

Where the answer names nobody, and its object is a noun that only points to a deed, the deed is the
one told in the sentence before, and the answer is to whoever did it. Only where that sentence
tells one doer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.analysis import Analysis
from dragoman.events.retold import carried
from dragoman.mention import Entity, Mention

_ANSWERS = frozenset({"SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN"})
# Nouns for what somebody did or means to do.
_STEPS = frozenset(
    "step move measure decision action act ruling verdict announcement ban sanction embargo tariff "
    "expulsion arrest detention release killing strike raid attack shelling cut suspension closure "
    "deportation withdrawal restriction seizure annexation invasion coup takeover dismissal offer "
    "proposal plan pledge sentence conviction incursion blockade".split()
)
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_FREEING = frozenset({"release", "return", "freedom"})
_HOLDING = frozenset({"COERCE", "ASSAULT", "SANCTION"})


def with_answered(mentions: Sequence[Mention], analysis: Analysis) -> list[Mention]:
    """The mentions, answers without a recipient given the doer of the deed that they answer."""
    numbers = {s.start_char: n for n, s in enumerate(analysis.doc.sents)}
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(_number(mention, numbers), []).append(mention)
    answering: dict[int, tuple[Mention, ...]] = {}
    made: list[Mention] = []
    for mention in mentions:
        number = _number(mention, numbers)
        pointing = _pointing(mention, analysis)
        if pointing is None:
            made.append(mention)
            continue
        before = answering.get(number - 1) or tuple(by_sentence.get(number - 1, ()))
        answering.setdefault(number, before)
        if mention.recipients:
            made.append(mention)
            continue
        beside = next((m for m in by_sentence[number] if m.trigger.start == pointing.idx), None)
        told = beside.actors if beside is not None and beside.actors else _doers(before, pointing)
        answered = tuple(e for e in told if not _is_one_of(e, mention.actors))
        whole = len(answered) == len(told)
        made.append(replace(mention, recipients=carried(answered)) if whole else mention)
    return made


def _number(mention: Mention, numbers: dict[int, int]) -> int:
    """The number of its sentence in the text."""
    start = mention.trigger.start
    return max((n for begin, n in numbers.items() if begin <= start), default=0)


def _pointing(mention: Mention, analysis: Analysis) -> Token | None:
    """The object of an answer where it only points to a deed: 'the step', 'his release'."""
    if mention.event not in _ANSWERS or not mention.actors:
        return None
    span = analysis.doc.char_span(
        mention.trigger.start, mention.trigger.end, alignment_mode="expand"
    )
    verb = span.root if span is not None else None
    if verb is None or verb.pos_ != "VERB":
        return None
    called = (c for c in verb.rights if c.dep_ in ("ccomp", "oprd"))  # 'called the step illegal'
    for noun in (*verb.children, *(g for c in called for g in c.lefts)):
        told = noun.dep_ in ("dobj", "nsubjpass") or (noun.dep_ == "nsubj" and noun.i > verb.i)
        if told and noun.pos_ == "NOUN" and _points(noun):
            return noun
    return None


def _points(noun: Token) -> bool:
    """Whether it tells nothing of the deed but that it was told before."""
    word = noun.lemma_.lower()
    before = {c.lower_ for c in noun.lefts}
    own = any(c.tag_ == "PRP$" for c in noun.lefts) and word in _FREEING
    bare = all(c.dep_ not in ("prep", "relcl", "acl", "appos", "conj") for c in noun.rights)
    plain = all(c.dep_ in ("det", "amod", "poss") and not c.ent_type_ for c in noun.lefts)
    return bare and plain and (own or (word in _STEPS and bool(before & _POINTING)))


def _doers(before: Sequence[Mention], noun: Token) -> tuple[Entity, ...]:
    """Who did the deed of the sentence before; nobody where it tells the deeds of several."""
    deeds = [m for m in before if m.event not in ("CONSULT", "AGREE")]
    if noun.lemma_.lower() in _FREEING and any(c.tag_ == "PRP$" for c in noun.lefts):
        deeds = [m for m in deeds if m.event in _HOLDING and m.recipients]
    doers = [m.actors for m in deeds]
    names = {frozenset(e.name for e in actors) for actors in doers}
    return doers[0] if len(names) == 1 and len(doers[0]) == 1 else ()


def _is_one_of(party: Entity, others: Sequence[Entity]) -> bool:
    """Whether it is one of them, or serves the state that one of them is."""
    return any(
        party.name == other.name or (party.country and party.country == other.country)
        for other in others
    )
