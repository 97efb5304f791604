"""Questions asked of a parse that is built by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from dragoman.analysis.grammar import names_none


@pytest.mark.parametrize(
    ("words", "heads", "labels", "none"),
    [
        (["no", "guards"], [1, 1], ["det", "ROOT"], True),
        (["not", "all", "guards"], [2, 2, 2], ["neg", "det", "ROOT"], False),
        (["guards", "never"], [0, 0], ["ROOT", "advmod"], True),
        (["guards"], [0], ["ROOT"], False),
    ],
)
def test_a_negation_leaves_nobody_also_as_the_last_word_of_a_text(words, heads, labels, none):
    doc = Doc(spacy.blank("en").vocab, words=words, heads=heads, deps=labels)
    assert names_none(doc[labels.index("ROOT")]) is none
