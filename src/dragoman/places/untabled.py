"""Names that the gazetteer lacks and the model took for no places, told to be places by the words.

A hamlet is in no table of towns. 'The village of X', 'the X sector', 'the siege of X', 'retook X',
'residents of X' and 'at X in Y district' tell that it is one; so does a plain 'in X', though less
surely.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from spacy.tokens import Doc, Token

from dragoman.analysis.grammar import BEFORE_NOUN, DONE_TO, NOUN_MODIFIERS, WHERE
from dragoman.places.names import Name, is_proper
from dragoman.places.place import TOWN, fold
from dragoman.places.words import Words

TOLD = "told to be a place"
SET = "where something is"
_OF = frozenset(
    """village town city hamlet locality settlement township municipality district sector area siege
    blockade encirclement shelling residents inhabitants villagers outskirts""".split()
)
_BEFORE = frozenset(
    """village villages town hamlet sector sectors district districts crossing checkpoint township
    municipality neighbourhood neighborhood mine province county commune outpost garrison airstrip
    reservoir""".split()
)
_POST = frozenset({"post", "posts", "base", "bases"})
_OF_POSTS = frozenset("border army military police frontier customs air naval guard".split())
_HELD = frozenset("control capture recapture fall liberation".split())
"""Of towns, but of people and things, too."""
_STANDING = frozenset(
    """base bases post posts outpost outposts camp camps garrison barracks checkpoint checkpoints
    crossing crossings position positions airstrip mine mines launcher launchers depot""".split()
)
"""What stands 'at' a place: 'the base at X'."""
_SEVERAL = frozenset({"sectors", "districts", "villages", "crossings", "provinces"})
_TAKING = frozenset(
    "besiege overrun overran retake retook recapture encircle blockade reopen".split()
)
"""What is done to towns alone, where 'seize' and 'attack' are done to people, too."""
_RETAKING = frozenset("retake retakes retook recapture recaptures overrun overruns overran".split())
_NO_TOWNS = frozenset({"PERSON", "ORG", "NORP", "WORK_OF_ART"})
_STRICT = WHERE - {"at"}
_QUALITIES = frozenset({"rural", "nearby", "besieged", "central", "downtown"})
_BEFORE_NAMES = _QUALITIES | {"the"}
_AREA = ("local", "government", "area")
_NO_NAMES = frozenset({"EVENT", "LAW", "LANGUAGE", "NORP", "MONEY"})
_TIMES = frozenset({"DATE", "TIME"})
_UNDERTAKINGS = frozenset(
    """operation exercise project phase article section chapter resolution act bill case room part
    group flight round task""".split()
)
_FAR = 3


def untabled_names(doc: Doc, known: Sequence[Name], words: Words) -> Iterator[Name]:
    """Capitalised runs that the words around them tell to be places.

    Args:
        doc: the parsed text.
        known: the names found already; a run may hold a smaller one, as 'Prey Chan' holds a Prey.
        words: the word classes.
    """
    furthest = [0] * len(doc)  # where the known names end that begin at a token or before it
    for name in known:
        furthest[name.start] = max(furthest[name.start], name.end)
    furthest = list(accumulate(furthest, max))
    taken = {i for n in known for i in range(n.start, n.end) if not _is_small(n)}
    runs = [
        Name(start, end, fold(doc[start:end].text), ()) for start, end in _runs(doc)
        if furthest[start] < end and taken.isdisjoint(range(start, end))
        and _may_be_place(doc, start, end)
    ]  # fmt: skip
    how = {n.start: how_told(doc, n.start, n.end, words) for n in runs}
    feasts = {n.start for n in runs if any(t.ent_type_ in _TIMES for t in doc[n.start : n.end])}
    told = {n.key for n in runs if how[n.start] == TOLD}
    for name in runs:
        sure = how[name.start] == TOLD or name.key in told
        if sure or (how[name.start] and name.start not in feasts):
            yield name


def _runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Where each run of capitalised names begins and ends."""
    i = 0
    while i < len(doc):
        end = _run_end(doc, i)
        if end > i:
            yield i, end
        i = max(end, i + 1)


def without_parts(names: Sequence[Name], whole: Sequence[Name]) -> list[Name]:
    """The names, in order, less those inside a longer one of the others; and these."""
    inside = {i for n in whole for i in range(n.start, n.end)}
    kept = [n for n in names if inside.isdisjoint(range(n.start, n.end))]
    return sorted([*kept, *whole], key=lambda n: n.start)


def how_told(doc: Doc, start: int, end: int, words: Words) -> str | None:
    """Whether the words around a name tell it to be a place (`TOLD`), or to be where (`SET`)."""
    if any(t.lower_ in words.common | words.never | words.title for t in doc[start:end]):
        return None
    last = doc[end - 1]
    if last.dep_ in DONE_TO and last.head.lemma_ in _TAKING:
        return TOLD
    if start and doc[start - 1].lower_ in _RETAKING and not _goes_on(doc, end):
        return TOLD
    before = start - 1
    while before > 0 and doc[before].lower_ in _BEFORE_NAMES:
        before -= 1
    if before < 0:
        return None
    hinge, follower = doc[before], doc[end] if end < len(doc) else None
    if hinge.lower_ == "of" and before and _is_of_town(doc[before - 1], last):
        return None if _goes_on(doc, end) else TOLD
    if follower is not None and (_is_before_kind(doc, end) or _is_before_post(doc, hinge, end)):
        return TOLD
    if hinge.lower_ not in WHERE or _goes_on(doc, end):
        return None
    if is_of_area(doc, end) or _lies_in_area(doc, end):
        return TOLD
    if doc[start - 1].lower_ == "nearby" or (before and doc[before - 1].lower_ in _STANDING):
        return TOLD
    person = hinge.lower_ == "at" and last.ent_type_ == "PERSON"
    plain = all(t.lower_ in _QUALITIES for t in doc[before + 1 : start])
    named = end - start < _FAR and doc[start].lower_ not in _UNDERTAKINGS
    if end + 1 < len(doc) and doc[end].lower_ == "and" and doc[end + 1].text[0].isupper():
        named = False  # 'in Grove and Lowe Town' may be one name
    return SET if plain and named and (hinge.lower_ in _STRICT or person) else None


def is_told_alone(evidence: Collection[str]) -> bool:
    """Whether only the words around a name tell it to be a place, and not which one."""
    return not {TOLD, SET}.isdisjoint(evidence) and "followed by its region" not in evidence


def _is_before_kind(doc: Doc, end: int) -> bool:
    """Whether a kind of place follows: 'X district', 'X copper mine', 'the X and Y sectors'."""
    if doc[end - 1].dep_ not in NOUN_MODIFIERS | {"conj"}:
        return False
    if doc[end].lower_ in ("and", ","):
        other = _run_end(doc, end + 1)
        return other > end + 1 and other < len(doc) and doc[other].lower_ in _SEVERAL
    i = end
    while i + 1 < len(doc) and doc[i].pos_ == "NOUN" and doc[i].dep_ == "compound":
        i += 1
    return doc[i].lower_ in _BEFORE and doc[i].text.islower()


def _is_of_town(noun: Token, name: Token) -> bool:
    """Whether what is told 'of' a name tells that it is a town's: 'the siege of X'."""
    return noun.lower_ in _OF or (noun.lower_ in _HELD and name.ent_type_ not in _NO_TOWNS)


def _is_before_post(doc: Doc, hinge: Token, end: int) -> bool:
    """Whether an armed post follows: 'at X post', 'X border post', but no 'an X post' online."""
    of = doc[end - 1].head
    if of.lower_ not in _POST or not of.text.islower() or not end <= of.i <= end + 2:
        return False
    return hinge.lower_ in WHERE or any(t.lower_ in _OF_POSTS for t in doc[end : of.i])


def is_of_area(doc: Doc, end: int) -> bool:
    """Whether 'local government area' follows."""
    return tuple(t.lower_ for t in doc[end : end + len(_AREA)]) == _AREA


def _lies_in_area(doc: Doc, end: int) -> bool:
    """Whether a district or province is told right after: 'at X *in Y district*'."""
    i = end + 1
    if i >= len(doc) or doc[end].lower_ not in ("in", ","):
        return False
    last = _run_end(doc, i)
    if last == i or last - i > _FAR or last >= len(doc):
        return False
    return doc[last].lower_ in _BEFORE or is_of_area(doc, last)


def _run_end(doc: Doc, start: int) -> int:
    """One past the last token of the capitalised run at ``start``; ``start`` where none is."""
    end = start
    while end < len(doc) and doc[end].text[0].isupper() and is_proper(doc[end]):
        if end > start and doc[end].is_sent_start:
            break
        end += 1
    return end


def _may_be_place(doc: Doc, start: int, end: int) -> bool:
    """Whether nothing in a run speaks against its being a place's name."""
    tokens = doc[start:end]
    first = tokens[0]
    if len(tokens) > _FAR or any(t.ent_type_ in _NO_NAMES for t in tokens):
        return False
    if any(t.text.isupper() for t in tokens):
        return False
    before = doc[start - 1] if start else first
    joined = before.text in ("-", "&", "/", "'", "’") or first.is_sent_start
    return first.text[0].isalpha() and not joined


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether the name is but part of a phrase: "in X's", 'in X forces', 'in X-led'."""
    if end >= len(doc):
        return False
    follower = doc[end]
    return (
        follower.tag_ == "POS"
        or follower.text in ("-", "/", "&")
        or doc[end - 1].dep_ in BEFORE_NOUN
    )


def _is_small(name: Name) -> bool:
    """Whether no place of the name is more than a village."""
    return all(p.kind == "city" and p.population < TOWN for p in name.places)
