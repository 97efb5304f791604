"""Contexts: why, or in what setting, read from the words of the sentence and its paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files

from spacy.tokens import Span

from dragoman.tables import rows, values

_MOST = 3


class ContextTable:
    """The table of context words; read when first asked for."""

    @cached_property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """Contexts by word or two-word phrase (joined by an underscore), lower case."""
        table = files(__package__) / "data" / "context_words.tsv"
        found: dict[str, list[str]] = {}
        for row in rows(table, ("context", "words")):
            for word in values(row["words"]):
                found.setdefault(word, []).append(row["context"])
        return {word: tuple(contexts) for word, contexts in found.items()}

    def of(self, sentence: Span) -> tuple[str, ...]:
        """At most three contexts of a sentence, those with the most words first."""
        counted: Counter[str] = Counter()
        previous = ""
        for token in sentence:
            lemma = token.lemma_.lower()
            for form in {lemma, token.lower_}:
                counted.update(self.words.get(form, ()))
            counted.update(self.words.get(f"{previous}_{lemma}", ()))
            previous = token.lower_
        ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        return tuple(context for context, _ in ranked[:_MOST])
