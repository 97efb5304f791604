"""Things that bear a person's name: 'Hamid Karzai International Airport' is not Hamid Karzai."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Doc

_THINGS = frozenset(
    {"airport", "airfield", "university", "college", "hospital", "stadium", "arena", "bridge",
     "street", "avenue", "boulevard", "highway", "square", "school", "academy", "foundation",
     "institute", "center", "centre", "library", "museum", "park", "prison", "mosque", "church",
     "camp", "base", "dam", "port", "harbour", "prize", "award", "medal"}
)  # fmt: skip
_LONGEST = 3  # capitalised words after the name


def names_a_thing(doc: Doc, end: int) -> bool:
    """Whether the name that ends before token ``end`` goes on as that of a thing."""
    words = takewhile(lambda t: t.is_title and t.is_alpha, doc[end : end + _LONGEST])
    return any(word.lower_ in _THINGS for word in words)
