"""Numbers told of an event: how many were killed, injured or arrested, and its size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.resources import files

from spacy.tokens import Span, Token

from dragoman.analysis.grammar import clause_of, governing_verb, objects, subjects
from dragoman.mention import Magnitude, Magnitudes
from dragoman.tables import rows

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_AT_LEAST = ("at least", "more than", "over", "no fewer than", "no less than")
_UP_TO = ("up to", "as many as", "at most", "fewer than", "less than")
_KINDS: Mapping[str, frozenset[str]] = {
    "killed": frozenset("kill die dead murder behead execute massacre death claim".split()),
    "injured": frozenset("injure wound hurt wounded injured injury".split()),
    "arrested": frozenset("arrest detain jail imprison apprehend arrested detained".split()),
}
_HARMS = _KINDS["killed"] | _KINDS["injured"]
_OF_TYPES = {
    "killed": frozenset({"ASSAULT", "COERCE", "PROTEST"}),
    "injured": frozenset({"ASSAULT", "COERCE", "PROTEST"}),
    "arrested": frozenset({"COERCE", "PROTEST", "ASSAULT"}),
}
_OTHER_CLAUSE = frozenset({"conj", "ccomp", "relcl", "parataxis"})
_SIDES = frozenset("side country nation party government leader minister neighbour time".split())
_SCALES = frozenset({"hundred", "thousand", "million", "billion", "dozen"})


class NumberTable:
    """Number words; read when first asked for."""

    @cached_property
    def words(self) -> Mapping[str, tuple[int, int | None]]:
        """Lower and upper bound by word."""
        table = files(__package__) / "data" / "numbers.tsv"
        return {
            row["word"]: (int(row["low"]), int(row["high"]) if row["high"] else None)
            for row in rows(table, ("word", "low", "high"))
        }

    def magnitudes(self, trigger: Token, event: str) -> Magnitudes:
        """The numbers that the trigger's sentence tells of its event."""
        found: dict[str, Magnitude] = {}
        for span in self._counts(trigger.sent):
            kind = self._kind(span, trigger, event)
            if kind in _OF_TYPES and event not in _OF_TYPES[kind]:
                continue
            if kind is not None and kind not in found and _in_clause(span.root, trigger):
                magnitude = self.read(span)
                if magnitude is not None:
                    found[kind] = magnitude
        return Magnitudes(**found)

    def _counts(self, sentence: Span) -> Iterator[Span]:
        """Runs of tokens that make one number, dates and years left out."""
        start: int | None = None
        for token in sentence:
            part = self._is_count(token)
            joins = start is not None and token.lower_ in ("and", "to") and _bridges(token, self)
            if part and start is None:
                start = token.i
            elif start is not None and not part and not joins:
                yield sentence.doc[start : token.i]
                start = None
        if start is not None:
            yield sentence.doc[start : sentence.end]

    def _is_count(self, token: Token) -> bool:
        if token.ent_type_ in ("DATE", "TIME", "ORDINAL", "PERCENT") or token.pos_ == "PRON":
            return False
        if token.lower_ == "one" and token.dep_ not in ("nummod", "nsubjpass", "dobj"):
            return False
        return bool(_DIGITS.fullmatch(token.text)) or token.lower_ in self.words

    def read(self, span: Span) -> Magnitude | None:
        """The range that a run of number tokens stands for; None where it makes no number."""
        low, high = self._value([t for t in span if t.lower_ not in ("and", "to")], span)
        if low is None:
            return None
        before = span.doc[max(span.start - 3, 0) : span.start].text.lower()
        start = span.start_char
        for phrase in (*_AT_LEAST, *_UP_TO):
            if before.endswith(phrase):
                start -= len(phrase) + 1
                if phrase in _AT_LEAST:
                    high = None
                else:
                    low = 0
                break
        return Magnitude(span.doc.text[start : span.end_char], start, span.end_char, low, high)

    def _value(self, tokens: list[Token], span: Span) -> tuple[int | None, int | None]:
        if len(tokens) == 2 and any(t.lower_ == "to" for t in span):
            first, second = (self._value([t], span)[0] for t in tokens)
            return first, second
        low, high, group = 0, 0, 0
        open_ended = False
        for token in tokens:
            if match := _DIGITS.fullmatch(token.text):
                group += int(match[0].replace(",", ""))
                continue
            value, top = self.words[token.lower_]
            open_ended |= top is None
            if token.lower_ in _SCALES:
                low += max(group, 1) * value
                group = 0
            else:
                group += value
        low += group
        high = low
        return (low or None), (None if open_ended else high)

    def _kind(self, span: Span, trigger: Token, event: str) -> str | None:
        head = span.root
        phrase = head.head if head.dep_ in ("nummod", "quantmod", "compound") else head
        for other in [c for c in head.children if c.dep_ == "prep" and c.lower_ == "of"]:
            phrase = next((c for c in other.children if c.dep_ == "pobj"), phrase)
        anchors = [phrase, *(c for c in phrase.children if c.dep_ in ("acl", "amod", "relcl"))]
        if span.end < len(span.doc):
            anchors.append(span.doc[span.end])
        verb = governing_verb(phrase)
        governed = phrase.dep_ in ("dobj", "nsubjpass", "pobj")
        if verb is not None and (governed or verb.lemma_ in ("die", "be")):
            anchors.append(verb)
            anchors.extend(c for c in verb.children if c.dep_ in ("acomp", "oprd"))
        for kind, lemmas in _KINDS.items():
            if any(a.lemma_.lower() in lemmas or a.lower_ in lemmas for a in anchors):
                return kind
        if phrase.lemma_.lower() in _SIDES:
            return None
        if trigger.pos_ == "VERB" and phrase in (*subjects(trigger), *objects(trigger)):
            return {"COERCE": "arrested"}.get(event, "size") if phrase.dep_ == "dobj" else "size"
        if trigger in (phrase, phrase.head) or phrase.is_ancestor(trigger):
            return "size"
        return None


def _bridges(token: Token, table: NumberTable) -> bool:
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return following is not None and table._is_count(following) and token.nbor(-1).like_num


def _in_clause(number: Token, trigger: Token) -> bool:
    """Whether a number stands in the trigger's clause or one that tells its outcome."""
    verb, own = clause_of(number), clause_of(trigger)
    if verb.i == own.i:
        return True
    upper, lower = (verb, own) if verb.is_ancestor(own) else (own, verb)
    if not upper.is_ancestor(lower):
        # 'nine were killed and twenty wounded in shelling'
        return verb.dep_ == "conj" and own in verb.conjuncts and not _has_subject(verb)
    path = [lower, *(a for a in lower.ancestors if upper.is_ancestor(a))]
    casualties = upper.lemma_ in _HARMS and lower.lemma_ in _HARMS
    return casualties or not any(step.dep_ in _OTHER_CLAUSE for step in path)


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
