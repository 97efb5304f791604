"""Acronyms that the tagger takes for verbs where they open a sentence, lent the look of 'UN'."""

from __future__ import annotations

from collections.abc import Collection
from importlib.resources import files

from spacy.tokens import Doc

from dragoman.tables import rows

_KNOWN = "un"  # what the pipeline has seen often as the subject of what bodies of states do
_ENDS = frozenset('.!?…:;—–-"“‘\'')


def misread_acronyms() -> frozenset[str]:
    """The acronyms of ``data/misread.tsv``.

    Raises:
        TableError: the table's columns are not as expected.
    """
    return frozenset(r["acronym"] for r in rows(files("dragoman") / "data/misread.tsv",
                                                ("acronym",)))  # fmt: skip


def lend_norms(doc: Doc, misread: Collection[str]) -> None:
    """Let the pipeline read each of them that opens a sentence as it reads 'UN'; text unchanged."""
    for token in doc:
        if token.text in misread and _may_open(doc, token.i):
            token.norm_ = _KNOWN


def _may_open(doc: Doc, index: int) -> bool:
    before = doc[index - 1].text if index else "\n"
    return "\n" in before or before[-1] in _ENDS
