"""Who says so: the source that a report names for what it tells."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from dragoman.analysis import Analysis, Quotation
from dragoman.analysis.grammar import (
    PREDICATES,
    auxiliaries,
    conjuncts,
    is_negated,
    prepositional,
    subjects,
)
from dragoman.mention import Certainty
from dragoman.status.claims import claimed
from dragoman.status.clauses import is_given, is_told_of
from dragoman.status.comparisons import comparison_over
from dragoman.status.cues import CueTables
from dragoman.status.denials import closing_denials
from dragoman.status.falsehood import falsehood_over
from dragoman.status.hearsay import hearsay
from dragoman.status.sayers import (
    comma_before,
    hanging_before,
    is_finite,
    is_frame,
    is_learnt,
    is_of_outlet,
    speakers_of,
)
from dragoman.status.unconfirmed import is_withheld, unconfirmed

_REPORTED = frozenset({"ccomp", "parataxis", "advcl"})
_ANNOUNCING = ("announce", "report", "confirm")
_ACCORDING = "according"
# After these a clause of its own follows: '..., and the mayor announced a curfew'.
_ADDING = frozenset("and but or so yet when once after before while because until".split())
_CHARGED_WITH = frozenset({"of", "for", "with"})
_CLOSING = 6
"""Words from a closing verb of saying to the sentence's end: 'said on Monday.'"""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The head words of the phrases that name who says so, and the word that reports it.

    ``hearsay`` is what is told to say it, where nobody answers for that: a post, a rumour, a fake.
    """

    speakers: tuple[Token, ...]
    verb: Token | None
    certainty: Certainty
    hearsay: Token | None = None


class Attributor:
    """Finds who is named as the source of a claim."""

    def __init__(self, tables: CueTables | None = None) -> None:
        self._tables = tables or CueTables()

    def __call__(self, analysis: Analysis, trigger: Token) -> Attribution:
        """The attribution of what ``trigger`` reports; without speakers where none is named."""
        compared = comparison_over(trigger)
        quotation = None if compared is not None else analysis.quotation_around(trigger)
        found = self._governing(trigger, compared)
        if compared is None:
            found = found or self._according(trigger) or self._closing(trigger)
        if found is None and quotation is not None:
            found = self._beside_quotation(analysis, quotation, trigger)
        if found is None:
            return Attribution((), None, "asserted")
        speakers, verb = found
        false = falsehood_over(trigger, self._tables) or unconfirmed(trigger, self._tables)
        if false is not None and not false.is_ancestor(verb):
            return Attribution((), None, "asserted")  # 'it is not true that ..., the army said'
        passed_on = [(s, hearsay(s, self._tables)) for s in speakers]
        if passed_on and all(how is not None for _, how in passed_on):
            thing, how = passed_on[0]
            return Attribution((), verb, how or "alleged", thing)
        certainty = self._tables.reporting.get(verb.lemma_.lower(), "attributed")
        if certainty == "alleged" and is_given(trigger):
            certainty = "attributed"  # 'thinks that *their* raid was a mistake'
        return Attribution(speakers, verb, certainty)

    def _governing(
        self, trigger: Token, end: Token | None
    ) -> tuple[tuple[Token, ...], Token] | None:
        """Reporting verbs over the trigger ('said that'), beside it ('..., officials said').

        None is looked for from ``end`` on.
        """
        node, beside = trigger, False
        while True:
            for child in node.children:
                aside = child.dep_ == "parataxis" and self._reports(child)
                covered = aside and _covers(child, node) and not is_of_outlet(child, trigger)
                if covered and (who := speakers_of(child)):
                    return who, child
                announced = child.dep_ == "acl" and child.lemma_ in _ANNOUNCING
                if announced and (who := tuple(s for s in speakers_of(child) if s != node)):
                    return who, child
            if node.head.i == node.i or node.head == end:
                return None
            label, below, node = node.dep_, node, node.head
            if is_frame(below, node):
                return None
            beside = beside or (label == "appos" and _opens_aside(below))
            if who := claimed(below, trigger, self._tables):
                return who, node
            reports = label in _REPORTED and self._reports(node) and not is_told_of(node, below)
            if reports and _covers(node, below) and (who := speakers_of(node)):
                return who, node
            charge = _charge_over(below, node)
            if charge is not None and not beside and self._charges(charge):
                if _is_charged(charge):
                    return (), charge  # by whom, nothing tells
                if who := subjects(charge):
                    return who, charge

    def _charges(self, token: Token) -> bool:
        """Whether the word says a deed of somebody: 'accused them of', 'blamed them for'."""
        word = self._tables.word(token, "V")
        charging = word is not None and word.certainty == "attributed" and token.pos_ == "VERB"
        return charging and is_negated(token) is None

    def _closing(self, trigger: Token) -> tuple[tuple[Token, ...], Token] | None:
        """The words that close the sentence, whatever the parser made of them: '..., X said'.

        So do those that close it up to a denial: '..., X said, but Y denied it'.
        """
        end = _end_before_denial(trigger)
        told = trigger.doc[trigger.sent.start : end]
        verb = next((t for t in reversed(told) if t.pos_ in PREDICATES), None)
        if verb is None or not is_finite(verb) or not self._reports(verb):
            return None
        comma = comma_before(verb)
        if comma is None or trigger.i > comma or verb.i + _CLOSING < end:
            return None
        if verb.doc[comma + 1].lower_ in _ADDING:
            return None
        own = tuple(s for s in speakers_of(verb) if comma < s.i < verb.i) or hanging_before(verb)
        return (own, verb) if own and _covers(verb, trigger) else None

    def _reports(self, token: Token) -> bool:
        reporting = token.lemma_.lower() in self._tables.reporting
        if token.lemma_ == "learn" and not is_learnt(token):
            return False
        return reporting and not is_withheld(token, self._tables)

    def _according(self, trigger: Token) -> tuple[tuple[Token, ...], Token] | None:
        for token in trigger.sent:
            if token.lower_ != _ACCORDING:
                continue
            heads = prepositional(token, "to")
            if heads and not _in_other_clause(token, trigger) and _accords(token, trigger):
                return tuple(t for h in heads for t in conjuncts(h)), token
        return None

    def _beside_quotation(
        self, analysis: Analysis, quotation: Quotation, trigger: Token
    ) -> tuple[tuple[Token, ...], Token] | None:
        """The speaker of direct speech, outside the marks, in its sentence or the next to it."""
        paragraph = analysis.paragraph_of(quotation.start)
        for sentence in _nearest_sentences(analysis, quotation, trigger):
            if analysis.paragraph_of(sentence.start_char) != paragraph:
                continue
            for token in sentence:
                if quotation.start <= token.idx < quotation.end:
                    continue
                if self._reports(token) and (who := speakers_of(token)):
                    return who, token
        return None


def _opens_aside(beside: Token) -> bool:
    """Whether the outlet goes on about what it told: ', *a remark* that the union condemned'."""
    start = beside.left_edge
    return start.i > start.sent.start and start.nbor(-1).text == ","


def _charge_over(link: Token, over: Token) -> Token | None:
    """The verb that may charge somebody with what stands under a preposition, or None.

    The parse may tie that to whom it charges: 'accuses *Algiers of arming rebels*'.
    """
    if link.dep_ != "prep":
        return None
    return over.head if over.dep_ == "dobj" and link.lower_ in _CHARGED_WITH else over


def _is_charged(verb: Token) -> bool:
    """Whether its subject does not charge but is charged: 'most of them *charged* with spying'."""
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and not any(auxiliaries(verb))


def _covers(verb: Token, told: Token) -> bool:
    """Whether a verb of saying speaks for a clause beside it, too, and not for its own alone.

    What it says ends at a semicolon after it: '..., the army said; Mali fled'. After the clause it
    may close it: '..., residents said'; a clause of its own does not: '...; Mali vowed to answer'.
    """
    if told.i > verb.i:
        if is_of_outlet(verb, told):
            return False
        return all(t.text != ";" for t in told.doc[verb.i : told.i]) or verb.is_ancestor(told)
    who = next(iter(subjects(verb)), verb)
    marks = [t.text for t in verb.doc[told.i : min(who.left_edge.i, verb.i)] if t.text in ",;"]
    if marks[-1:] == [";"]:
        return False
    says = (c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.i > verb.i)
    return all(any(t.text in ",;" for t in c.doc[verb.i : c.left_edge.i]) for c in says)


def _accords(according: Token, trigger: Token) -> bool:
    """Whether no semicolon parts it from 'according to' and gives it a clause of its own."""
    first, last = sorted((according.i, trigger.i))
    between = [t.i for t in trigger.doc[first:last] if t.text == ";"]
    return not between or (according.i > trigger.i and according.i > between[-1] + 1)


def _end_before_denial(trigger: Token) -> int:
    """Where the sentence ends, or before the mark that parts a denial from it."""
    for verb in closing_denials(trigger):
        marks = [t.i for t in verb.doc[trigger.i : verb.i] if t.text in (",", ";", "—", "–")]
        if marks:
            return marks[-1]
    return int(trigger.sent.end)


def _nearest_sentences(
    analysis: Analysis, quotation: Quotation, trigger: Token
) -> tuple[Span, ...]:
    sentences = analysis.sentences
    holding = [
        i
        for i, s in enumerate(sentences)
        if s.start_char < quotation.end and s.end_char > quotation.start
    ]
    if not holding:
        return (trigger.sent,)
    around = [*holding, holding[-1] + 1, holding[0] - 1]
    return tuple(sentences[i] for i in around if 0 <= i < len(sentences))


def _in_other_clause(according: Token, trigger: Token) -> bool:
    """Whether 'according to' stands inside a relative clause that the trigger is outside of."""
    for ancestor in according.ancestors:
        if ancestor.dep_ in ("relcl", "acl"):
            return ancestor.i != trigger.i and not ancestor.is_ancestor(trigger)
    return False
