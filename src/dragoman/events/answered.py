"""Whom an answer is to: 'welcomed the step', 'rejected the measures', 'demanded his release'.

Where the answer names nobody, and its object is a noun that only points to a deed, the deed is the
one told in the sentence before, and the answer is to whoever did it. Only where that sentence
tells one doer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.analysis import Analysis
from dragoman.analysis.grammar import DEFINITE, owners
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
_FREEING = frozenset({"release", "return", "freedom"})
_HOLDING = frozenset({"COERCE", "ASSAULT", "SANCTION"})


def with_answered(mentions: Sequence[Mention], analysis: Analysis) -> list[Mention]:
    """The mentions, answers without a recipient given the doer of the deed that they answer."""
    starts = [sentence.start_char for sentence in analysis.doc.sents]
    told: dict[int, list[Mention]] = {}
    for mention in mentions:
        told.setdefault(bisect_right(starts, mention.trigger.start), []).append(mention)
    deeds: dict[int, Sequence[Mention]] = {}
    made: list[Mention] = []
    for number, mention in ((n, m) for n in told for m in told[n]):
        noun = _pointing(mention, analysis)
        if noun is not None:
            # Where the sentence before answers, too, both are to the same deed.
            before = deeds.get(number - 1) or told.get(number - 1) or ()
            deeds.setdefault(number, before)
            if not mention.recipients:
                mention = _with_doer(mention, noun, told[number], before)
        made.append(mention)
    return made


def _with_doer(
    answer: Mention, noun: Token, beside: Sequence[Mention], before: Sequence[Mention]
) -> Mention:
    """The answer, to whoever did the deed that its noun points to, unless that is its own doer.

    Args:
        answer: an answer without a recipient.
        noun: its object.
        beside: the mentions of its sentence, of which the noun may tell one.
        before: the mentions of the sentence that it answers.
    """
    own = next((m.actors for m in beside if m.trigger.start == noun.idx), ())
    doers = own or _doers(before, noun)
    if any(_is_one_of(doer, answer.actors) for doer in doers):
        return answer
    return replace(answer, recipients=carried(doers))


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
    own = _is_somebodys_freeing(noun)
    bare = all(c.dep_ not in ("prep", "relcl", "acl", "appos", "conj") for c in noun.rights)
    plain = all(c.dep_ in ("det", "amod", "poss") and not c.ent_type_ for c in noun.lefts)
    return bare and plain and (own or (word in _STEPS and bool(before & DEFINITE)))


def _doers(before: Sequence[Mention], noun: Token) -> tuple[Entity, ...]:
    """Who did the deed of the sentence before; nobody where it tells the deeds of several."""
    deeds = [m for m in before if m.event not in ("CONSULT", "AGREE")]
    if _is_somebodys_freeing(noun):
        deeds = [m for m in deeds if m.event in _HOLDING and m.recipients]
    doers = [m.actors for m in deeds]
    names = {frozenset(e.name for e in actors) for actors in doers}
    return doers[0] if len(names) == 1 and len(doers[0]) == 1 else ()


def _is_somebodys_freeing(noun: Token) -> bool:
    """'His release', 'their return'."""
    return noun.lemma_.lower() in _FREEING and any(o.tag_ == "PRP$" for o in owners(noun))


def _is_one_of(party: Entity, others: Sequence[Entity]) -> bool:
    """Whether it is one of them, or serves the state that one of them is."""
    return any(
        party.name == other.name or (party.country and party.country == other.country)
        for other in others
    )
