"""Names in an article that the gazetteer knows, and capitalised runs round them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.analysis.grammar import PLACE_LABELS, end_of_name
from dragoman.places.gazetteer import Gazetteer
from dragoman.places.place import Place, fold

_LONGEST = 6
_INNER = frozenset(
    "- of the and de del de' la le al el du des da do dos upon on ul ur i y e bin ibn & 's ’s . "
    "/ – in au aux".split()
)
_OPENING_SITES = frozenset("camp fort plaza piazza praça praca avenida calle rue".split())
"""What opens the name of a site: '*Camp* Lemonnier', '*Plaza* Bolívar'."""
_ARTICLES = frozenset("al el ar as an ad at az ash ez er es esh ed et".split())
_SMALL = _INNER | _ARTICLES
_KINDS_OF_NAMES = frozenset("river lake sea gulf strait department desert".split())
"""Kinds of place that belong to a name in small letters, too: 'the Niger river' is not Niger."""
_TAKEN = frozenset({"pobj", "dobj"})
"""Where a name of three letters is looked up that the model took for none: 'in Jos', 'hit Osh'."""


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``start`` to ``end`` (exclusive) that may name a place.

    Attributes:
        start: index of the first token.
        end: one past the last token.
        key: the folded name.
        places: what the gazetteer has under that name; empty where only the model took it for one.
        site: True for a street, building or installation told by its last word.
    """

    start: int
    end: int
    key: str
    places: tuple[Place, ...]
    site: bool = False


def after(doc: Doc, name: Name) -> Token | None:
    """The token after the name; None at the end of the text."""
    return doc[name.end] if name.end < len(doc) else None


def is_capital(token: Token) -> bool:
    """Whether the token opens with a capital letter, or is the article of an Arabic name (al-X)."""
    text = token.text
    if text[0].isupper():
        return True
    return text in _ARTICLES and token.i + 2 < len(token.doc) and token.nbor(1).text == "-"


def is_proper(token: Token) -> bool:
    """Whether it is a proper noun; the model takes for common ones some with foreign letters."""
    foreign = token.pos_ == "NOUN" and is_capital(token) and not token.text.isascii()
    return token.pos_ == "PROPN" or foreign


def capitalised(doc: Doc) -> tuple[Token, ...]:
    """The tokens that may open a name."""
    return tuple(token for token in doc if is_capital(token))


def known_names(doc: Doc, text: str, capitals: Sequence[Token], gazetteer: Gazetteer) -> list[Name]:
    """The longest names that the gazetteer knows, from left to right, without overlaps.

    A name that the model marked as one place is tried first, so that the end of one name and the
    start of the next do not make a third.
    """
    spans: dict[int, list[tuple[int, str]]] = {}
    for start, end in _spans(doc, capitals):
        part = text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])]
        key = fold(part)
        marked = len(key) == 3 and (
            doc[start].ent_type_ in PLACE_LABELS or doc[start].dep_ in _TAKEN
        )
        plain = key not in gazetteer.acronyms and (len(key) > 3 or marked)
        if plain or part.isupper() or "." in part:
            spans.setdefault(start, []).append((end, key))
    found = gazetteer.find(key for options in spans.values() for _, key in options)
    names: list[Name] = []
    for start in sorted(spans):
        options = [option for option in spans[start] if option[1] in found]
        if not options or (names and start < names[-1].end):
            continue
        known, key = max(options)
        end = end_of_name(doc, known)
        if end == known:
            names.append(Name(start, end, key, found[key]))
        else:  # the gazetteer has no 'San Juan de Lurigancho'
            names.append(Name(start, end, fold(doc[start:end].text), ()))
    return names


def marked_names(doc: Doc, known: list[Name]) -> Iterator[Name]:
    """Names that the model marked as places and that no known name overlaps."""
    taken = {i for name in known for i in range(name.start, name.end)}
    for entity in doc.ents:
        if entity.label_ not in PLACE_LABELS:
            continue
        start, end = entity.start, entity.end
        while start < end and not is_capital(doc[start]):
            start += 1
        while start < end and (doc[end - 1].text in _INNER or doc[end - 1].is_space):
            end -= 1
        while _is_joined(doc, end):
            end += 2  # 'Chaung-U'
        if start < end and not taken.intersection(range(start, end)):
            yield Name(start, end, fold(doc[start:end].text), ())


def _is_joined(doc: Doc, end: int) -> bool:
    """Whether a hyphen joins the next capitalised word to a name that ends here."""
    if end + 1 >= len(doc) or doc[end].text != "-" or not doc[end + 1].text[0].isupper():
        return False
    unmarked = doc[end + 1].ent_type_ not in PLACE_LABELS
    return unmarked and not doc[end - 1].whitespace_ and not doc[end].whitespace_


def untorn(
    doc: Doc, names: Sequence[Name], parts: frozenset[str], major: Callable[[Name], bool]
) -> list[Name]:
    """The names, those put together that are part of an unknown one: 'Fort Lavaca' is no Lavaca.

    Args:
        doc: the parsed text.
        names: the names, in order.
        parts: words beside a place's name that leave it what it is: 'province', 'northern'.
        major: tells of a name whether it is too well known to be part of another.
    """
    whole: list[Name] = []
    for entity in doc.ents:
        if entity.label_ not in PLACE_LABELS or not all(t.text[0].isupper() for t in entity):
            continue
        inside = [n for n in names if entity.start <= n.start and n.end <= entity.end]
        torn = [n for n in inside if any(t.lower_ not in parts for t in doc[n.start : n.end])]
        covered = {i for name in torn for i in range(name.start, name.end)}
        others = [t for t in entity if t.i not in covered and t.lower_ not in parts]
        if torn and len(torn) + len(others) > 1 and not any(map(major, torn)):
            whole.append(Name(entity.start, entity.end, fold(entity.text), ()))
    taken = {i for name in whole for i in range(name.start, name.end)}
    return sorted([*(n for n in names if n.start not in taken), *whole], key=lambda n: n.start)


def site_names(
    doc: Doc, capitals: Sequence[Token], nouns: frozenset[str], owners: Container[int]
) -> Iterator[Name]:
    """Capitalised runs that end in a word of ``nouns``: 'Tahrir Square', 'Park roundabout'.

    What owns one is no part of it: 'the Aram Hotel' in 'Gao's Aram Hotel'. ``owners`` are the ends
    of places' names.
    """
    start = 0
    for token in capitals:
        if token.i < start:
            continue
        opened = _end_after(doc, token.i) if token.lower_ in _OPENING_SITES else 0
        if opened > token.i + 1:
            start = opened
            in_town = token.lower_ not in ("camp", "fort")
            yield Name(token.i, opened, fold(doc[token.i : opened].text), (), site=in_town)
        if token.i < start or token.lower_ in nouns:
            continue
        end = run_end(doc, token.i)
        owner = next((i for i in range(token.i, end) if doc[i].tag_ == "POS" and i in owners), None)
        if owner is not None:
            end = owner
        start = end
        last = next((i for i in range(end - 1, token.i, -1) if doc[i].lower_ in nouns), None)
        if last is None and end < len(doc) and doc[end].lower_ in nouns:
            last = end
        while last is not None and last + 1 < len(doc) and doc[last + 1].lower_ in nouns:
            last += 1  # 'the Melk elementary school'
        if last is not None and not (token.is_sent_start and token.pos_ != "PROPN"):
            text = doc[token.i : last + 1].text
            yield Name(token.i, last + 1, fold(text), (), site=True)


def _end_after(doc: Doc, start: int) -> int:
    """One past the last of the names that follow on a word such as 'Camp'."""
    end = start + 1
    while end < len(doc) and is_capital(doc[end]) and is_proper(doc[end]):
        if doc[end].is_sent_start:
            break
        end += 1
    return end


def is_out_of(doc: Doc, i: int) -> bool:
    """Whether the token is the 'of' of 'out of'."""
    return i > 0 and doc[i].lower_ == "of" and doc[i - 1].lower_ == "out"


def run_end(doc: Doc, start: int) -> int:
    """One past the last token of the capitalised run that begins at ``start``."""
    end = start + 1
    while end < len(doc):
        if is_capital(doc[end]) and not doc[end].is_sent_start:
            end += 1
        elif (
            doc[end].lower_ in {"of", "-", "'s", "’s", "&", "/", "de", "la", "del"}
            and end + 1 < len(doc)
            and is_capital(doc[end + 1])
        ):
            end += 2
        else:
            break
    return end


def _spans(doc: Doc, capitals: Sequence[Token]) -> Iterator[tuple[int, int]]:
    length = len(doc)
    for token in capitals:
        for end in range(token.i + 1, min(token.i + _LONGEST, length) + 1):
            last = doc[end - 1]
            if last.is_space or (end - 1 > token.i and last.is_sent_start):
                break
            if is_capital(last) and last.text not in _ARTICLES:
                yield token.i, end
            elif last.is_alpha and end - 1 > token.i + 1 and doc[end - 2].text == "-":
                yield token.i, end  # 'Punggye-ri'
            elif end - 1 > token.i and last.lower_ in _KINDS_OF_NAMES:
                yield token.i, end
                break
            elif end - 1 > token.i and last.lower_ not in _SMALL and not _before_dc(last):
                break


def _before_dc(token: Token) -> bool:
    """The comma of 'Washington, D.C.', which is one name."""
    return (
        token.text == ","
        and token.i + 1 < len(token.doc)
        and token.nbor(1).text in ("D.C.", "DC", "D.C")
    )
