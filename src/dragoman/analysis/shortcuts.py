"""The pipeline's rules for parts of speech and lemmas, each worked out once for each kind of word.

spaCy matches some two hundred patterns at every word, and looks up every lemma anew. Nearly all of
them ask only for a word's own tag, form and label, so the answer is kept by these. Answers are the
same; what the patterns of a pipeline ask beyond that is left to spaCy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

Step = Callable[[Doc], Doc]

MOST_KEPT = 200_000
"""Kinds of words remembered by each step before it begins anew: some 30 MB."""

_ASKED = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
_KEY: list[int | str] = ["TAG", "LOWER", "DEP", "IS_SPACE"]


def shortcut(nlp: Language, name: str) -> Step:
    """The component of that name, quicker where it is of a kind known here."""
    component: Any = nlp.get_pipe(name)
    if type(component) is AttributeRuler and _Rules.fits(component):
        return _Rules(nlp, component)
    if isinstance(component, Lemmatizer) and component.mode == "rule" and not component.overwrite:
        return _Lemmas(nlp, component)
    return component  # type: ignore[no-any-return]


class _Rules:
    """An attribute ruler that remembers which of its one-word patterns fit which words."""

    def __init__(self, nlp: Language, ruler: Any) -> None:
        self._ruler = ruler
        self._alone = Matcher(nlp.vocab)
        self._opening = Matcher(nlp.vocab)  # first words of patterns of several words
        self._joined = Matcher(nlp.vocab)
        self._longest = 1
        for index, entry in enumerate(ruler.patterns):
            for pattern in entry["patterns"]:
                self._longest = max(self._longest, len(pattern))
                if len(pattern) == 1:
                    self._alone.add(str(index), [pattern])
                else:
                    self._opening.add(str(index), [pattern[:1]])
                    self._joined.add(str(index), [pattern])
        self._offsets = [entry["index"] for entry in ruler.patterns]
        self._known: dict[tuple[int, ...], tuple[tuple[int, ...], bool]] = {}
        self._values: dict[tuple[int, ...], tuple[int, int] | None] = {}

    @staticmethod
    def fits(ruler: Any) -> bool:
        """Whether the patterns ask for nothing but what is remembered by."""
        return all(
            set(word) <= _ASKED
            for entry in ruler.patterns
            for pattern in entry["patterns"]
            for word in pattern
        )

    def __call__(self, doc: Doc) -> Doc:
        if len(self._known) > MOST_KEPT:
            self._known.clear()
        keys = list(map(tuple, doc.to_array(_KEY).tolist()))
        known = [self._known.get(key) or self._fit(doc, i, key) for i, key in enumerate(keys)]
        fitting = [rules for rules, _ in known]
        for i in [i for i, (_, opens) in enumerate(known) if opens]:
            for rule, start, end in self._joined(doc[i : i + self._longest], allow_missing=True):
                index = int(doc.vocab.strings[rule])
                offset = self._offsets[index]
                at = i + (start + offset if offset >= 0 else end + offset)
                fitting[at] = tuple(sorted({*fitting[at], index}))
        set_values: Any = doc.to_array(["POS", "MORPH"])
        singly = []
        for i, rules in enumerate(fitting):
            if rules not in self._values:
                self._values[rules] = self._value(doc, i, rules)
            value = self._values[rules]
            if value is None:
                singly.append((i, rules))
            else:
                set_values[i] = value
        doc.from_array(["POS", "MORPH"], set_values)
        for i, rules in singly:
            self._apply(doc, i, rules)
        return doc

    def _fit(self, doc: Doc, i: int, key: tuple[int, ...]) -> tuple[tuple[int, ...], bool]:
        """The one-word patterns that a word fits, and whether longer ones may begin with it."""
        word = doc[i : i + 1]
        found = self._alone(word, allow_missing=True)
        rules = tuple(sorted({int(doc.vocab.strings[rule]) for rule, _, _ in found}))
        self._known[key] = rules, bool(self._opening(word, allow_missing=True))
        return self._known[key]

    def _value(self, doc: Doc, i: int, rules: tuple[int, ...]) -> tuple[int, int] | None:
        """Part of speech and morphology where the rules set these and nothing else."""
        merged: dict[Any, Any] = {}
        for rule in rules:
            merged.update(self._ruler.attrs[rule])
        if {*merged} != {doc.vocab.strings["POS"], doc.vocab.strings["MORPH"]}:
            return None
        self._apply(doc, i, rules)
        token: Any = doc[i]
        return token.pos, token.morph.key

    def _apply(self, doc: Doc, i: int, rules: tuple[int, ...]) -> None:
        matches = [(rule, doc.vocab.strings.add(str(rule)), i, i + 1) for rule in rules]
        offsets, self._ruler.indices = self._ruler.indices, [0] * len(self._offsets)
        try:
            self._ruler.set_annotations(doc, matches)
        finally:
            self._ruler.indices = offsets


class _Lemmas:
    """A lemmatizer that remembers the lemma of each form, part of speech and morphology."""

    def __init__(self, nlp: Language, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._strings = nlp.vocab.strings
        self._known: dict[tuple[int, ...], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        if len(self._known) > MOST_KEPT:
            self._known.clear()
            self._lemmatizer.cache.clear()
        found: Any = doc.to_array(["ORTH", "POS", "MORPH", "LEMMA"])
        lemmas = found[:, 3].copy()
        for i, (orth, pos, morph, lemma) in enumerate(found.tolist()):
            if lemma:
                continue
            known = self._known.get((orth, pos, morph))
            if known is None:
                known = self._strings.add(self._lemmatizer.lemmatize(doc[i])[0])
                self._known[orth, pos, morph] = known
            lemmas[i] = known
        doc.from_array(["LEMMA"], lemmas.reshape(-1, 1))
        return doc
