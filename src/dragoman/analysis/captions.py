"""Captions of pictures: the credits and labels before their words, and which are of old pictures.

'Ann Muli / Reuters Kenyan police detain a man': whose picture it is is no part of the sentence. A
picture from the archive shows a deed of its own day, which is no news of the article's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from dragoman.analysis.layout import layout_of

AGENCIES = frozenset("AP AFP EPA PA DPA UPI ANSA EFE TASS AA PTI ANI IANS REX".split())
"""Agencies whose letters stand in brackets after a caption."""
_AGENCY = (
    r"(?:Handout|Reuters|REUTERS|AFP(?: or licensors)?|Associated Press|Getty(?: Images)?"
    r"|Alamy|Rex(?: Features)?)"
)
# What an agency's name may itself stand before: 'Reuters Institute', 'AFP Photographer Ann Muli'.
_ITS_OWN = (
    r"(?!News|Institute|Foundation|Museum|Cent[er]{2}|Trust|Breakingviews|Chief|Editor|Writer"
    r"|Reporter|Correspondent|Photographer|Journalist|Bureau|Staff|Television|TV|Fact)"
)
_PARTED = r"(?: ?[-/:] ?| )"
# 'Handout - Getty The South', 'Reuters Troops in', 'Getty - Contributor Mali', 'AP: Mali'.
_CREDIT = re.compile(
    rf"[ \t]*(?:{_AGENCY}{_PARTED}(?:Contributor )?{_ITS_OWN}(?=[A-Z])"
    r"|(?:AP|EPA|PA)(?:(?: ?[-/:] ?)(?=[A-Z])| (?=(?:An?|The|This|In|On|At|From) )))+"
)
# 'Ann Muli / Reuters Kenyan police', 'Ann Muli/AFP/Getty Images Kenyan police'.
_NAMED = re.compile(
    r"[ \t]*[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3} ?/ ?"
    rf"(?:(?:{_AGENCY}|AP|EPA|PA)(?: ?/ ?| ))+{_ITS_OWN}(?=[A-Z])"
)
_FILE = r"(?:FILE|File)(?: (?:PHOTO|Photo|PICTURE|Picture|IMAGE|Image|PIC))? ?[-–—:]"
# Labels that no sentence has: 'Image copyright EPA Image caption', 'REUTERS/Ali Khan/File Photo'.
_LABELLED = re.compile(
    r"^[ \t]*(?:(?:Image copyright [^\n]{2,40}? )?(?:Image|Media) caption"
    r"|Facebook Twitter Pinterest"
    r"|(?:REUTERS|Reuters|AFP|AP|EPA)/[^\n/]{2,40}/(?:File Photo|Handout|Pool|Files?)"
    rf"|{_FILE})[ \t]+(?=[\"'“‘(]?[A-Z])",
    re.MULTILINE,
)

_PICTURE = r"(?:photo(?:graph)?|picture|image|pic|footage|frame)s?"
_FILED = re.compile(rf"[ \t]*{_FILE}")
_IN_FILE = re.compile(rf"In (?:this|an?)\b[^\n]{{0,60}}?\b(?:file|archive) {_PICTURE}\b")
_SO_MARKED = re.compile(
    rf"[(\[,–—-]\s*(?:[A-Z][\w/]+ ){{0,3}}(?:file|archive|library|stock) {_PICTURE}[)\].]*\s*$",
    re.IGNORECASE,
)
_SO_CREDITED = re.compile(r"(?:/(?:File Photo|Files?)|, Files?(?:/[\w ]+)?\))[.)]*\s*$")
_MARKS = ("file", "archive", "library", "stock")
"""Parts of words, of which one stands in whatever marks a picture as old."""
_KEPT = frozenset({"file", "archive", "archived", "archival", "old"})
_SHOWN = frozenset("photo photograph picture image footage video film".split())
_LONGEST = 400
"""Words on either side of a sentence, beyond which its line is no caption."""


def credit_of(caption: str) -> str:
    """The credit that opens a caption, with what parts it from the sentence; empty without one."""
    found = _NAMED.match(caption) or _CREDIT.match(caption)
    return found[0] if found else ""


def labelled_at(text: str) -> Iterator[int]:
    """Where the words of captions begin after the labels at the heads of their lines."""
    for match in _LABELLED.finditer(text):
        yield match.end()


def is_of_archive(trigger: Token) -> bool:
    """Whether what the word tells is only shown by an old picture: 'FILE - Police detain a man'.

    Also 'watch file footage of the launch'. After the sentence that says what an old picture shows,
    a caption goes on with the news.
    """
    return _is_in_old_film(trigger) or _captions_old_picture(trigger.sent)


def _captions_old_picture(sentence: Span) -> bool:
    """Whether a sentence is marked so, or the first of a caption that is."""
    doc, line = sentence.doc, _line_of(sentence)
    text = layout_of(doc).text[line.start_char : line.end_char].lower()
    found = [mark for mark in _MARKS if mark in text]
    if not any(mark in token.lower_ for mark in found for token in line):
        return False  # as of most: their texts need not be searched
    if _SO_MARKED.search(sentence.text) or _IN_FILE.match(sentence.text):
        return True
    before = doc[line.start : sentence.start].text.strip()
    rest = doc[sentence.start : line.end].text.partition("\n")[0]
    if before and not _FILED.fullmatch(before):
        return False
    return bool(before or _FILED.match(rest) or _SO_CREDITED.search(rest))


def _line_of(sentence: Span) -> Span:
    """The line of the text that a sentence stands in, or all the lines that it runs over."""
    layout = layout_of(sentence.doc)
    ended = layout.break_before(sentence.start)
    first = max(0, sentence.start - _LONGEST, 0 if ended is None else ended + 1)
    return sentence.doc[first : min(layout.line_end(sentence.end), sentence.end + _LONGEST)]


def _is_in_old_film(noun: Token) -> bool:
    """Whether a noun tells what an old film or picture is of: 'file footage of *the launch*'."""
    of = noun.head
    if noun.dep_ != "pobj" or of.lower_ != "of" or of.head.lemma_.lower() not in _SHOWN:
        return False
    return any(word.lower_ in _KEPT for word in of.head.lefts)
