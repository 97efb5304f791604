"""Headlines of two clauses, each with its own doer: 'Gangs burn clinic, *police and army* strike'.

The network reads 'A and B' behind a comma as the end of a list of victims, and whoever is told
first as the doer of both. Where a verb follows them, they begin a clause of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from dragoman.analysis.grammar import NOUNS, particle
from dragoman.events.proposal import Proposal

_BREAKS = frozenset({",", ";"})
_ENDS = frozenset({".", "!", "?", '"', "”"})
_TELLING = frozenset({"VB", "VBP"})
_FINITE = _TELLING | {"VBZ", "VBD"}
# What the phrases of two doers are made of: 'police and *Kenyan-led* force', 'two men'.
_NOMINAL = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "VBG", "VBN", "JJ", "JJS", "CD", "HYPH", "CC", "POS"}
)
_FEWEST, _MOST = 6, 30  # words of a headline of two clauses
_STRIKING = frozenset("hit strike fire fight shoot shell bomb".split())


@dataclass(frozen=True, slots=True)
class _Second:
    """The second clause of a headline: where its doers begin, its 'and', its verb."""

    start: int
    link: int
    verb: int

    def doers(self, sentence: Span) -> tuple[Span, ...]:
        doc = sentence.doc
        return doc[self.start : self.link], doc[self.link + 1 : self.verb]


def in_halves(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The proposals, in headlines of two clauses each with the parties of its own."""
    sentences = {p.trigger.sent.start: p.trigger.sent for p in proposals}
    halves = {start: _second(sentence, proposals) for start, sentence in sentences.items()}
    apart = tuple(_apart(p, halves[p.trigger.sent.start], proposals) for p in proposals)
    return tuple(_struck_back(p, apart) for p in apart)


def _second(sentence: Span, proposals: Sequence[Proposal]) -> _Second | None:
    """The second clause of a headline, where two are its doers; else None."""
    words = [token for token in sentence if not token.is_space]
    if not _FEWEST <= len(words) <= _MOST or words[-1].text in _ENDS:
        return None
    triggers = frozenset(p.trigger.i for p in proposals)
    acting = {p.trigger.i for p in proposals if any(a.end == p.trigger.i for a in p.actors)}
    for mark in sentence[2:-3]:
        before = sentence.doc[sentence.start : mark.i]
        told = any(t.tag_ in _FINITE or t.i in acting for t in before)
        if mark.text in _BREAKS and told and (found := _clause_after(mark, triggers)):
            return found
    return None


def _clause_after(mark: Token, triggers: frozenset[int]) -> _Second | None:
    """'A and B VERB' right after the mark: two plain phrases and a verb in the present."""
    doc, link = mark.doc, None
    for token in doc[mark.i + 1 : mark.sent.end]:
        noun = doc[token.i - 1].pos_ in NOUNS
        if token.lower_ == "and" and link is None and noun:
            link = token.i
        elif link is not None and noun and token.i > link + 1 and _is_verb(token, triggers):
            return _Second(mark.i + 1, link, token.i)
        elif token.tag_ not in _NOMINAL or token.lower_ == "and":
            return None
    return None


def _is_verb(token: Token, triggers: frozenset[int]) -> bool:
    """Whether it is the plain form of a verb, and not of a passive: 'police *hit* by a bomb'.

    The tagger takes that of the last clause for a noun: 'Hamas and Fatah *vow* revenge'.
    """
    if token.tag_ in _TELLING:
        return True
    after = token.doc[token.i + 1 : token.sent.end]
    if token.tag_ == "NN":
        return token.i in triggers and not any(t.tag_ in _FINITE for t in after)
    plain = token.tag_ in ("VBD", "VBN") and token.lemma_ == token.lower_
    return plain and bool(after) and after[0].lower_ != "by"


def _apart(
    proposal: Proposal, second: _Second | None, proposals: Sequence[Proposal]
) -> Proposal:
    """The proposal with the parties of its own clause, and those whom it answers."""
    if second is None:
        return proposal
    sentence, at = proposal.trigger.sent, proposal.trigger.i
    if at < second.start:
        return replace(
            proposal,
            actors=tuple(p for p in proposal.actors if p.end <= second.start),
            recipients=tuple(p for p in proposal.recipients if p.end <= second.start),
        )
    if at != second.verb:
        return proposal
    first = [d for p in proposals if sentence.start <= p.trigger.i < second.start for d in p.actors
             if d.end <= second.start]  # fmt: skip
    recipients = tuple(
        p for p in proposal.recipients if p.start > second.verb or _share((p,), first)
    )
    return replace(proposal, actors=second.doers(sentence), recipients=recipients)


def _struck_back(proposal: Proposal, told: Sequence[Proposal]) -> Proposal:
    """Who strikes back, at whoever struck first in the sentence."""
    verb = proposal.trigger
    if proposal.event != "ASSAULT" or verb.lemma_ not in _STRIKING or particle(verb) != "back":
        return proposal
    first = next(
        (p for p in told if p.event == "ASSAULT" and p.trigger.sent == verb.sent
         and p.trigger.i < verb.i and p.actors), None
    )  # fmt: skip
    aimed = any(p.start > verb.i for p in proposal.recipients)
    if first is None or aimed or _share(first.actors, proposal.actors):
        return proposal
    return replace(proposal, recipients=first.actors)


def _share(phrases: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(p.start < o.end and o.start < p.end for p in phrases for o in others)
