"""The quicker rules and lemmas give what spaCy's own give."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from dragoman import Article
from dragoman.analysis import Analyser, analysis
from dragoman.analysis.analysis import DEFAULT_MODEL
from dragoman.analysis.shortcuts import shortcut
from dragoman.sources import read_lines

ODD = "There's trouble. They ain't gonna go; let's see, y'all gotta run. C'mon!\n\n  There were 3 rebels'  'cause U.S. troops couldn't’ve left.\t🙂 e.g. this"


def _facts(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start, t.ent_type_, t.norm_)
        for t in doc
    ]


def test_rules_and_lemmas_are_those_of_spacy(samples):
    plain = spacy.load(DEFAULT_MODEL)
    analysis._multiply_with_numpy(plain)  # the same sums, to compare the rules alone
    analyser = Analyser()
    articles = [Article(ODD), *(a for a in read_lines(samples / "articles.jsonl") if isinstance(a, Article))][:12]
    for _ in range(2):  # once to find, once from memory
        for found in analyser.pipe(articles):
            (split,) = analyser.split([found.article])
            assert _facts(found.doc) == _facts(plain(split.doc))


def test_components_of_another_kind_are_left_as_they_are():
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"SHAPE": "dddd"}]], {"POS": "NUM"})
    assert shortcut(nlp, "attribute_ruler") is ruler
    (word,) = shortcut(nlp, "attribute_ruler")(nlp.make_doc("1984"))
    assert word.pos_ == "NUM"


def test_patterns_of_several_words_fit_at_the_ends_of_a_text():
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "two"}, {"LOWER": "words"}]], {"POS": "NUM", "LEMMA": "2"}, index=0)
    ruler.add([[{"LOWER": "two"}, {"LOWER": "words"}]], {"POS": "NOUN"}, index=-1)
    ruler.add([[{"LOWER": "words"}]], {"POS": "X"})
    quick = shortcut(nlp, "attribute_ruler")
    assert quick is not ruler
    for text in ("two words", "words two", "two two words words", "two"):
        got, wanted = quick(nlp.make_doc(text)), ruler(nlp.make_doc(text))
        assert [(t.pos_, t.lemma_) for t in got] == [(t.pos_, t.lemma_) for t in wanted]
