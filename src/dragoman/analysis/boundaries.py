"""Where sentences start: what the lines of a text, and its marks, make certain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from dragoman.analysis.captions import AGENCIES, credit_of, labelled_at
from dragoman.analysis.openings import opened_at

_OPENERS = frozenset("([“‘")
_STRAIGHT = frozenset("\"'")
TERMINAL = ".!?…:;\"”’'"
"""What a sentence may end with."""
HEADLINE_WORDS = 20
"""A headline has no more."""
_LONGEST = 120
"""Words of a sentence: the encoder reads some hundred; of the news' one in a thousand has more."""
_PARTING = frozenset({";", "|", "•", "·"})
_MARKS = frozenset({",", "and", "but"})
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?![^\W_])")
_INNER_END = re.compile(r"[.!?…:;|•·][\"”’')\]]*\s|\s[—–-]{1,2}\s")


def set_starts(doc: Doc) -> None:
    """Let sentences start where they must, before the others are found, and none in a headline."""
    for line in _lines(doc):
        line[0].is_sent_start = True
        credit = credit_of(line.text)
        if _is_one_sentence(line.text[len(credit) :]):
            _keep_whole(line)
        if credit:
            _begin(doc, line.start_char + len(credit))
    for start in (*opened_at(doc.text), *labelled_at(doc.text)):
        _begin(doc, start)


def take_back_starts(doc: Doc) -> None:
    """Take back the starts of sentences that stand where none can."""
    for sentence in list(doc.sents):
        if sentence.start and not _may_start(doc[sentence.start]):
            doc[sentence.start].is_sent_start = False


def part_long(doc: Doc) -> None:
    """Part sentences that are longer than any is, in which nothing tells where one ends.

    They are menus, tables and speech without a full stop. What is asked of a sentence's words grows
    faster than their number, so that one of a thousand would hold up all else.
    """
    for sentence in list(doc.sents):
        start = sentence.start
        while sentence.end - start > _LONGEST:
            start = _break(doc, start)
            doc[start].is_sent_start = True


def _break(doc: Doc, start: int) -> int:
    """Where to part a long sentence: before its last joining word or after its last mark."""
    end = start + _LONGEST
    for marks in (_PARTING, _MARKS):
        for i in range(end, start + _LONGEST // 2, -1):
            if doc[i - 1].text in marks or doc[i].lower_ in marks:
                return i
    return end


def _begin(doc: Doc, char: int) -> None:
    """Let a sentence start at the word that the character stands in."""
    after = doc.char_span(char, char + 1, alignment_mode="expand")
    if after is not None and len(after) and after[0].i:
        after[0].is_sent_start = True


def _keep_whole(span: Span) -> None:
    """Let no sentence start in it but at its first word.

    Between two words in capitals a credit may end: 'Nistru Press The minister'.
    """
    for token in span[1:]:
        if token.text[0].islower() or token.nbor(-1).text[0].islower():
            token.is_sent_start = False


def _may_start(token: Token) -> bool:
    """Not after a bracket or quotation mark that opens, nor in lower case where none ended."""
    before = token.nbor(-1)
    if "\n" in before.text:
        return True
    opened = before.i == 0 or bool(before.nbor(-1).whitespace_ or "\n" in before.nbor(-1).text)
    if before.text in _OPENERS or (before.text in _STRAIGHT and not before.whitespace_ and opened):
        return False
    if _ends_acronym(before):
        return False
    ended = before.text[-1] in TERMINAL and before.text not in ("...", "…")
    return ended or not token.text[0].islower()


def _ends_acronym(bracket: Token) -> bool:
    """Whether a name's letters end in it: '(KDF)', but for an agency's, whose credit it is."""
    if bracket.text != ")" or bracket.i < 3 or bracket.nbor(-2).text != "(":
        return False
    if "\n" in bracket.nbor(-3).text:
        return False  # 'Gao\n(CNN) The army'
    letters = bracket.nbor(-1).text
    return letters.isupper() and letters.isalpha() and letters not in AGENCIES


def _lines(doc: Doc) -> Iterator[Span]:
    start = 0
    for token in doc:
        if "\n" in token.text or token.i + 1 == len(doc):
            yield doc[start : token.i + 1]
            start = token.i + 1


def _is_one_sentence(line: str) -> bool:
    """Whether it is set as a headline, with nothing in it at which a sentence could end."""
    text = line.strip()
    if not text or text[-1] in TERMINAL or _INNER_END.search(text):
        return False
    return len(_WORD.findall(text)) <= HEADLINE_WORDS
