"""The word classes of ``data/words.tsv``, where a gate asks for many words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from dragoman.tables import rows, values


def is_a(word: Token, *classes: str) -> bool:
    """Whether the word, in whatever form, is of one of the classes; the table says what each is."""
    lemma = word.lemma_.lower()
    return any(lemma in _classes()[name] for name in classes)


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    table = files("dragoman.events.nondeeds") / "data" / "words.tsv"
    told = rows(table, ("class", "what", "words"))
    return {row["class"]: frozenset(values(row["words"])) for row in told}
