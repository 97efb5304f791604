"""Which deed a count of the dead is held to: the last one told, unless the text parts the two.

Another place, day or side told with the count parts them, and so does another deed between. Who
died on nobody's word is held only to a deed that no such number was told of, and only in the next
sentence or the one after it.
"""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Iterable, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dragoman.actors import Cast
from dragoman.actors.entry import ARMED_GROUPS
from dragoman.analysis import Analysis
from dragoman.analysis.grammar import PLACE_LABELS, subjects
from dragoman.countries import name_of
from dragoman.events.counting import (
    COUNTED_WORDS,
    Count,
    is_of_many_deeds,
    is_vague,
    sites,
)
from dragoman.mention import DONE, FUTURE, Entity, Mention, Where

_DEEDS = frozenset({"ASSAULT", "PROTEST"})
_NEAR = 800  # characters, as for echoes: about two paragraphs
_NEXT = 2  # sentences: the next one, or the one after it
_WEEKDAYS = frozenset(name.lower() for name in day_name)
_APART = frozenset(
    "separate separately elsewhere another meanwhile earlier previous previously overall "
    "altogether total annually similar similarly last".split()
)
_WHOLES = frozenset(
    "war conflict genocide offensive campaign fighting violence unrest insurgency crisis "
    "uprising rebellion revolution crackdown year month week decade".split()
)
_EVERYBODY = COUNTED_WORDS | {"man", "woman", "child", "boy", "girl", "youth"}
# What kills people and is no deed of anybody's.
_CALAMITIES = frozenset(
    "crash collapse flood earthquake quake storm cyclone hurricane typhoon tornado avalanche "
    "landslide mudslide stampede accident outbreak derail capsize drown epidemic cholera".split()
)


def has_been_done(mention: Mention) -> bool:
    """Whether it is a deed that took place of late, of which the dead may be counted."""
    done = mention.status in DONE and mention.certainty != "denied" and not mention.background
    return mention.event in _DEEDS and done


def deed_of(
    count: Count,
    told_before: Sequence[Mention],
    here: Sequence[Mention],
    analysis: Analysis,
    cast: Cast,
) -> Mention | None:
    """The deed whose dead are counted; None for none that is near, or where it is not plain which.

    Args:
        count: the count.
        told_before: the mentions before it but for those that only count, in order of the text.
        here: those of its own sentence.
        analysis: the article.
        cast: who is who in it.
    """
    start = count.word.idx
    if any(m.event in _DEEDS and (not has_been_done(m) or m.trigger.start > start) for m in here):
        return None
    told = [
        m for m in told_before
        if m.event in _DEEDS and m.trigger.start < start and m.status not in FUTURE
    ]  # fmt: skip
    own = [m for m in told if m in here]
    if not told or not has_been_done(deed := (own or told)[-1]):
        return None
    if own:
        return deed if not _is_of_other_days(count, "") else None
    beside = [m for m in told if m.sentence == deed.sentence and has_been_done(m)]
    if not _are_one(beside) or not _is_near(count, deed, beside, analysis):
        return None
    return None if _is_parted(count, deed, cast) else deed


def _are_one(deeds: Sequence[Mention]) -> bool:
    """Whether nothing parts the deeds of one sentence: the same doers, day and place."""
    for told in ("actors", "where", "when"):
        values = [getattr(deed, told) for deed in deeds if getattr(deed, told)]
        names = {v.edtf if told == "when" else frozenset(x.name for x in v) for v in values}
        if len(names) > 1:
            return False
    return True


def _is_near(count: Count, deed: Mention, beside: Sequence[Mention], analysis: Analysis) -> bool:
    if count.word.idx - deed.trigger.start > _NEAR:
        return False
    same = analysis.paragraph_of(deed.trigger.start) == analysis.paragraph_of(count.word.idx)
    if count.of_toll or (count.speakers and same):
        return True
    kind = count.told.kind or ""
    if not count.speakers and any(getattr(m.magnitudes, kind) for m in beside):
        return False
    start = count.word.sent.start_char
    between = [s for s in analysis.sentences if deed.sentence.end <= s.start_char < start]
    return len(between) < _NEXT and not any(_leads_away(sentence, deed) for sentence in between)


def _leads_away(sentence: Tokens, deed: Mention) -> bool:
    """Whether a sentence between the two tells of another place or day, or of a calamity."""
    other = any(t.lower_ in _APART or t.lemma_.lower() in _CALAMITIES for t in sentence)
    return other or _names_other(sentence, deed, PLACE_LABELS | {"DATE"})


def _is_parted(count: Count, deed: Mention, cast: Cast) -> bool:
    """Whether the clause that counts tells of another deed, place, day or side."""
    known = deed.sentence.text.lower()
    if is_of_many_deeds(count) or _is_of_other_days(count, known):
        return True
    if count.of_toll:
        toll = [t for t in count.word.subtree if t.i != count.word.i]
        of_what = [t for t in toll if t.pos_ in ("NOUN", "PROPN", "ADJ")]
        return any(
            t.lemma_.lower() not in COUNTED_WORDS and not _has(known, t.lower_) for t in of_what
        )
    clause = count.clause
    if any(t.lower_ in _APART for t in clause):
        return True
    if any(is_vague(s) or _is_whole(s, known) for s in sites(count)):
        return True
    spoken = {i for s in count.speakers for i in range(s.start, s.end)}
    told = [t for t in clause if t.idx not in spoken]
    return _names_other(told, deed, PLACE_LABELS) or _is_other_side(count, deed, cast)


def _is_whole(site: Token, known: str) -> bool:
    """Whether it is a whole war that they died in, and not the deed."""
    return site.lemma_.lower() in _WHOLES and not _has(known, site.lower_)


def _names_other(tokens: Iterable[Token], deed: Mention, labels: frozenset[str]) -> bool:
    """Whether the words name a place (or a day) that is not told of the deed."""
    lands = _lands((*deed.actors, *deed.recipients), deed.where)
    names = [*(place.name for place in deed.where), *(name_of(land) for land in lands)]
    known = "\n".join((deed.sentence.text, *names)).lower()
    return any(
        t.ent_type_ in labels and t.pos_ in ("PROPN", "NOUN", "NUM") and not _has(known, t.lower_)
        for t in tokens
    )


def _is_of_other_days(count: Count, known: str) -> bool:
    """Whether a date stands with the count, so that it may be that of other days.

    A weekday may be that on which a toll was counted anew, and any day one told of the deed.
    """
    if any(t.lower_ == "since" for t in count.word.sent):
        return True
    passed_over = _WEEKDAYS if count.of_toll else frozenset[str]()
    return any(
        t.ent_type_ == "DATE" and t.lower_ not in passed_over and not _has(known, t.lower_)
        for t in count.clause
    )


def _is_other_side(count: Count, deed: Mention, cast: Cast) -> bool:
    """Whether those who died are of the side that did it, and not of that which it befell."""
    if not deed.recipients and len(deed.actors) > 1:
        return False  # a clash
    noun = count.told.phrase
    doers = "\n".join(actor.name for actor in deed.actors).lower()
    befell = "\n".join(party.name for party in deed.recipients).lower()
    if noun.lemma_ not in _EVERYBODY and _has(doers, noun.lower_) and not _has(befell, noun.lower_):
        return bool(deed.recipients)  # 'rebels attacked soldiers; four rebels were killed'
    losing = count.word if count.word.lemma_ == "lose" else None
    heads = [count.told.phrase, *(subjects(losing) if losing is not None else ())]
    parties = [party for head in heads for party in cast.resolve(head)]
    # An armed group is not of the side of the state that it is at war in.
    own = (p for p in parties if not p.country_inferred and not ARMED_GROUPS & set(p.sectors))
    victims = _lands(own, ())
    theirs = _lands(deed.recipients, deed.where)
    return bool(victims & _lands(deed.actors, ())) and not victims & theirs


def _lands(parties: Iterable[Entity], places: Iterable[Where]) -> set[str]:
    told = (*(p.country for p in parties), *(p.country for p in places))
    return {country for country in told if country}


def _has(text: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text) is not None
