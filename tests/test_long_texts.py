"""What is indexed once per document finds what a walk over all of it would find."""

from __future__ import annotations

import pytest

from dragoman.actors.party import Party, Told
from dragoman.actors.sentences import Sentences
from dragoman.actors.told_parties import ToldParties
from dragoman.analysis import Analyser, Analysis
from dragoman.analysis.layout import layout_of
from dragoman.article import Article

TEXT = (
    "Ghana shelled Togo. He fled.\n\n1 2 3.\nShe said Mali, 12 May: \"We left.\" Rebels met.\n"
    "The army of Chad denied it, and its minister resigned."
)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return Analyser()(Article(TEXT))


def test_lines_are_those_of_a_walk(analysis: Analysis) -> None:
    doc = analysis.doc
    layout = layout_of(doc)
    assert layout is layout_of(doc)
    assert layout.text == doc.text
    for index in range(len(doc) + 1):
        before = [i for i in range(index) if "\n" in doc[i].text]
        after = [i for i in range(index, len(doc)) if "\n" in doc[i].text]
        assert layout.break_before(index) == (before[-1] if before else None)
        assert layout.line_end(index) == (after[0] if after else len(doc))


def test_sentences_are_known_by_number_and_words(analysis: Analysis) -> None:
    doc = analysis.doc
    sentences = Sentences(doc)
    assert [s.text for s in sentences] == [s.text for s in doc.sents]
    for token in doc:
        assert sentences[sentences.number(token)].text == token.sent.text
    worded = [n for n, s in enumerate(doc.sents) if any(t.is_alpha for t in s)]
    assert len(worded) < len(sentences)
    assert list(sentences.with_words(-1, len(sentences))) == worded
    assert list(sentences.with_words(worded[0], worded[-1])) == worded[1:-1]
    words = frozenset({"he", "she"})
    expected = {n for n, s in enumerate(doc.sents) if any(t.lower_ in words for t in s)}
    assert sentences.saying(words) == expected


def test_told_parties_are_found_by_their_place(analysis: Analysis) -> None:
    doc, party = analysis.doc, Party("X", None, ())
    sentences = Sentences(doc)
    told = [
        Told(t.i, sentences.number(t), party, subject=subject, group=t.i)
        for t in doc if t.pos_ == "PROPN" for subject in (True, False)
    ]  # fmt: skip
    parties = ToldParties(told, sentences)
    for token in doc:
        here = sentences.number(token)
        before = [t for t in told if t.index < token.i]
        assert list(parties.before(token)) == before
        assert list(parties.before(token, 1)) == [t for t in before if here - t.sentence <= 1]
        assert list(parties.between(token.i, len(doc))) == [t for t in told if t.index >= token.i]
        assert list(parties.at({token.i, 0})) == [t for t in told if t.index in (0, token.i)]
        assert (token.i in parties) == any(t.index == token.i for t in told)
    for number in range(-1, len(sentences) + 1):
        assert list(parties.in_sentence(number)) == [t for t in told if t.sentence == number]


def test_paragraphs_and_quotations_are_those_of_a_walk(analysis: Analysis) -> None:
    for char in range(len(TEXT) + 2):
        ends = [i for i, (_, end) in enumerate(analysis.paragraphs) if char < end]
        expected = ends[0] if ends else len(analysis.paragraphs) - 1
        assert analysis.paragraph_of(char) == expected
    assert Analysis(Article(""), analysis.doc, ()).paragraph_of(0) == 0
    for token in analysis.doc:
        around = [q for q in analysis.quotations if q.start <= token.idx < q.end]
        assert analysis.quotation_around(token) == (around[0] if around else None)
    assert any(analysis.quotation_around(token) for token in analysis.doc)
