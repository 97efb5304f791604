"""Credits that run into the words after them: 'Associated Press South Korean soldiers'."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.names import Names

_CREDITED = frozenset(
    {"photo", "photos", "image", "images", "contributor", "file", "handout", "pool", "via", "getty",
     "shutterstock", "alamy", "picture", "video", "-", "–", "/", "|", ":", "©"}
)  # fmt: skip
# What an agency's name may itself stand before: 'BBC Russian service'.
_OF_THE_PRESS = frozenset(
    {"service", "bureau", "correspondent", "reporter", "editor", "journalist", "journalists",
     "website", "channel", "crew", "photographer", "report", "reports", "news", "radio", "staff",
     "interview", "analyst", "poll", "office", "employee", "employees", "host", "presenter"}
)  # fmt: skip


def after_credit(names: Names, start: int, head: Token) -> int:
    """Where the phrase up to ``head`` begins once a picture's credit before it is left out.

    A credit is an agency's name, or 'Getty', with another name right after it.
    """
    doc, index = names.doc, start
    if head.lower_ in _OF_THE_PRESS:
        return start
    while index < head.i and (_credits(names, index) or (
        index > start and doc[index].lower_ in _CREDITED
    )):
        index += 1
    named = names.hit(index) is not None or doc[index].ent_type_ in ("PERSON", "NORP", "GPE")
    return index if named and index > start and doc[index - 1].tag_ != "POS" else start


def _credits(names: Names, index: int) -> bool:
    hit = names.hit(index)
    if hit is not None:
        return hit.entry.sectors == ("JRN",)
    return names.doc[index].text in ("Getty", "EPA", "AP", "Reuters", "AFP", "Shutterstock")
