"""Numbers in a sentence: which count people or things, what they count, and which are denied.

A number counts what the word over it says: 'nine people were killed' tells of killing. What is said
not to be so many ('none of the 12', 'did not kill 12') is no number, nor what stands in markup
that was left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from importlib.resources import files

from spacy.tokens import Span, Token

from dragoman.actors import Cast
from dragoman.analysis.grammar import (
    ARGUMENTS,
    NOUN_SUBJECTS,
    ON_NOUN,
    first_conjunct,
    governing_verb,
    is_negated,
    names_none,
    objects,
    subjects,
)
from dragoman.events.told import Told, summed
from dragoman.mention import Magnitude
from dragoman.numerals import Count, counts
from dragoman.tables import rows, values

_KINDS: Mapping[str, frozenset[str]] = {
    "killed": frozenset(
        "kill die dead murder behead execute massacre slaughter assassinate slay lynch death "
        "claim".split()
    ),
    "injured": frozenset("injure wound hurt wounded injured injury".split()),
    "arrested": frozenset("arrest detain jail imprison apprehend arrested detained".split()),
}
HARMS = _KINDS["killed"] | _KINDS["injured"]
"""Lemmas of words that tell of the killed or the injured."""
# Groups and things that the table of roles has for what they do; their number is none of people.
_NO_PERSONS = frozenset(
    "agency army artillery base battalion boat brigade bureau carrier cartel clan commission "
    "community convoy council destroyer division drone faction family fleet flotilla frigate gang "
    "group gunboat household jet militia minority mission mob movement organisation organization "
    "patrol platoon power regiment ring squad squadron state submarine tank team tribe unit vessel "
    "warplane warship wing".split()
)
_ALSO_PERSONS = frozenset("participant attendee spectator worker more".split())
_NO_COUNTS = ("TIME", "ORDINAL", "PERCENT", "MONEY")
_YEARS = range(1800, 2101)
# 'All but four', 'all but four of the 20': of how many it was is not told by one number.
_EXCEPTED = re.compile(
    r"\b(?:all|everyone|everybody)\s+(?:but|except|save)\s+(?:\S+\s+of\s+(?:[a-z]+\s+)?)?$",
    re.IGNORECASE,
)
# A tag of markup that was left in the text, as such or written out, or what is left of one.
_TAG = re.compile(
    r"<[a-z/!][^<>]*>|&lt;[a-z/!](?:(?!&[lg]t;).)*&gt;|\b[a-z]+=([\"'])[^\"'<>]*\1", re.IGNORECASE
)
ONES = frozenset({"them", "whom", "these", "those"})
"""Words for those counted before: 'nine of them'."""
# 'The deaths of nine', 'the bodies of nine', 'the loss of nine': whose they are is counted.
_DEATHS = frozenset({"death", "killing", "murder", "loss"})
_LOSING = frozenset({"lose", "loss"})
_FINDING = frozenset("recover retrieve pull find unearth exhume dig discover".split())


class NumberReader:
    """Reads the numbers of sentences; the table of units is read when first asked for."""

    @cached_property
    def units(self) -> frozenset[str]:
        """Nouns of money, measure and time."""
        table = files(__package__) / "data" / "units.tsv"
        return frozenset(w for row in rows(table, ("kind", "words")) for w in values(row["words"]))

    def told(self, sentence: Span, cast: Cast) -> Iterator[Told]:
        """The numbers of people and things that a sentence tells, in order.

        Several of one row are added up; see `dragoman.events.told.summed`.
        """
        return summed(self._each(sentence, cast), lambda noun: _names_person(noun, cast))

    def _each(self, sentence: Span, cast: Cast) -> Iterator[Told]:
        text = sentence.text
        tagged = {index for tag in _TAG.finditer(text) for index in range(*tag.span())}
        before: Told | None = None
        for count in counts(text):
            if _EXCEPTED.search(text, 0, count.start) or count.number in tagged:
                continue
            if _opens_with_particle(sentence, count):
                count = replace(count, start=count.number, high=count.low)
            first, last = sentence.start_char + count.number, sentence.start_char + count.end
            span = sentence.doc.char_span(first, last, alignment_mode="expand")
            if span is None:
                continue
            phrase = _counted(span)
            if self._is_count(span, phrase, count.low):
                start = sentence.start_char + count.start
                words = text[count.start : count.end]
                magnitude = Magnitude(words, start, last, count.low, count.high)
                persons = _is_of_persons(span, phrase, cast)
                told = Told(magnitude, *_kind(span, phrase), persons, _part(span, phrase))
                told = _settled(told, before, span)
                if not _is_denied(told):
                    before = told if told.kind is not None else before
                    yield told

    def _is_count(self, span: Span, phrase: Token, value: int) -> bool:
        """Whether a number counts persons or things: no date, sum of money, measure or pronoun."""
        if span.root.ent_type_ in _NO_COUNTS or span.root.pos_ == "PRON":
            return False
        following = span.doc[span.end] if span.end < len(span.doc) else None
        if any(
            word is not None and {word.lemma_.lower(), word.lower_} & self.units
            for word in (phrase, following)
        ):
            return False
        if span.root.ent_type_ == "DATE":
            year = len(span) == 1 and len(span.text) == 4 and value in _YEARS
            harmed = span.root.dep_ == "dobj" and span.root.head.lemma_ in HARMS
            counted = phrase.tag_ == "NNS" or harmed or _toll(span.root) is not None
            return counted and not year
        single = len(span) == 1 and span.root.lower_ == "one"
        return not single or span.root.dep_ in ("nummod", "nsubjpass", "dobj")


def _opens_with_particle(sentence: Span, count: Count) -> bool:
    """Whether 'over' is part of a verb before the number: 'handed *over* 18 captives'."""
    start = sentence.start_char + count.start
    before = sentence.doc.char_span(start, start + len("over"))
    return before is not None and before[0].dep_ == "prt" and count.start != count.number


def _settled(told: Told, before: Told | None, span: Span) -> Told:
    """The number as what was told before it, and what it counts, make it out to be."""
    word = told.word
    if told.phrase.lower_ in ONES and before is not None:  # '14 dead, nine of them in the strike'
        return replace(
            told, kind=before.kind, word=before.word, part=span.root, persons=before.persons
        )
    lives = any(c.lemma_ == "life" for c in word.children)
    lost = (word.lemma_.lower() in _LOSING and not lives) or told.phrase.dep_ == "conj"
    if lost and told.kind is not None and not told.persons and told.phrase.lemma_ != "body":
        return replace(told, kind=None, word=told.phrase)  # 'lost nine seats', 'and 40 tanks'
    if "body" in (told.phrase.lemma_, word.lemma_):  # there may be more
        return replace(told, magnitude=replace(told.magnitude, high=None))
    return told


def _is_denied(told: Told) -> bool:
    """Whether it is said that so many were not: 'no one', 'none of the 12', 'did not kill 12'."""
    if told.kind is not None and is_negated(told.word) is not None:
        return True
    over = told.phrase.head
    part = over.head if told.phrase.dep_ == "pobj" and over.lower_ == "of" else told.phrase
    return names_none(told.phrase) or names_none(part)


def _is_of_persons(span: Span, phrase: Token, cast: Cast) -> bool:
    """Whether a number counts people; one without a noun does, as in 'took two hostage'."""
    if phrase in span or phrase.ent_type_ in ("NORP", "PERSON"):
        return True
    if phrase.lemma_.lower() in _ALSO_PERSONS:
        return True
    role = cast.role(phrase)
    known = role is not None and role.kind in ("person", "carrier", "group")
    return known and phrase.lemma_.lower() not in _NO_PERSONS


def _names_person(noun: Token, cast: Cast) -> bool:
    role = cast.role(noun)
    return role is not None and role.kind == "person"


def _part(span: Span, phrase: Token) -> Token | None:
    """What stands for the number where it counts some of so many: 28 in '28 of the 40 pupils'.

    The noun where the parser takes it for the number's: 'three of 14 pupils'.
    """
    over = phrase.head
    if _is_before_whole(span):
        return phrase
    of = phrase.dep_ == "pobj" and over.lower_ == "of" and over.i == span.end
    many = any(c.dep_ == "nummod" and c.i > span.end for c in phrase.children)
    return span.root if of and many else None


def _is_before_whole(span: Span) -> bool:
    """Whether the number before 'of' is read as part of the one behind it: 'three of 14'."""
    head = span.root
    following = span.doc[span.end] if span.end < len(span.doc) else None
    of = following is not None and following.lower_ == "of"
    return of and head.dep_ == "quantmod" and head.head.dep_ == "nummod"


def _counted(span: Span) -> Token:
    """The noun that a number counts; the number itself where it stands alone."""
    head = span.root
    if _is_before_whole(span):
        return head.head.head
    following = span.doc[span.end] if span.end < len(span.doc) else None
    if following is not None and following.lower_ == "of":
        return next((c for c in following.children if c.dep_ == "pobj"), head)
    if head.dep_ in ("nummod", "quantmod", "compound") and head.head.i >= span.end:
        between = span.doc[span.end : head.head.i]
        if not any(_parts(t) for t in between):
            return head.head
        return head  # 'killed 20 and 30 others were hurt', read as one phrase
    if head.dep_ == "conj" and following is not None and following.pos_ == "NOUN":
        return following
    return head.head if head.dep_ in ("nummod", "quantmod", "compound") else head


def _parts(token: Token) -> bool:
    """Whether a word between a number and a noun parts them; not so in '3 wounded men'."""
    return token.dep_ in ("cc", "punct") or (token.pos_ == "VERB" and token.dep_ != "amod")


def _kind(span: Span, phrase: Token) -> tuple[str | None, Token, Token]:
    """What a number counts (None where the word over it does not say), that word, and the noun."""
    if phrase in span and (toll := _toll(phrase)) is not None:
        return toll
    if (dead := _deaths(phrase)) is not None:
        return "killed", dead, phrase
    anchors = [phrase, *(c for c in phrase.children if c.dep_ in ON_NOUN | {"amod"})]
    if span.end < len(span.doc):
        anchors.append(span.doc[span.end])
    before = span.doc[span.start - 1] if span.start else phrase
    verb = governing_verb(phrase)
    if phrase in span and before.pos_ == "VERB":
        anchors.append(before)
    elif verb is not None and (
        first_conjunct(phrase).dep_ in ("dobj", "nsubjpass", "pobj") or verb.lemma_ in ("die", "be")
    ) and not (verb.lemma_ == "claim" and phrase.dep_ == "pobj"):  # 'claimed an attack by two men'
        anchors.append(verb)
        anchors.extend(c for c in verb.children if c.dep_ in ("acomp", "oprd"))
        if phrase.dep_ == "nsubjpass":  # 'nine are known to have died'
            anchors.extend(c for c in verb.children if c.dep_ == "xcomp")
    for kind, lemmas in _KINDS.items():
        for anchor in anchors:
            if anchor.lemma_.lower() in lemmas or anchor.lower_ in lemmas:
                return kind, anchor, phrase
    return None, phrase, phrase


def _deaths(phrase: Token) -> Token | None:
    """The word that tells of the deaths of those counted, if not by a verb of killing.

    'The deaths of nine', 'lost nine soldiers', 'nine have lost their lives', 'nine bodies were
    pulled from the rubble'.
    """
    verb, over = governing_verb(phrase), phrase.head
    noun = over.head if phrase.dep_ == "pobj" and over.lower_ == "of" else phrase
    if noun.lemma_.lower() == "body":
        return noun if verb is not None and verb.lemma_ in _FINDING else None
    if noun.lemma_.lower() in _DEATHS:
        return noun
    if verb is None or verb.lemma_ != "lose":
        return None
    first = first_conjunct(phrase)
    if first in subjects(verb):
        return verb if any(o.lemma_ == "life" for o in objects(verb)) else None
    return verb if first.dep_ == "dobj" and verb.pos_ == "VERB" else None


def _toll(number: Token) -> tuple[str, Token, Token] | None:
    """What a number is of to which a toll came: 'the toll of the blast has risen to 19'."""
    led = number.head.lower_ in ("to", "at")  # 'rose to 19', but 'reached 19'
    verb = number.head.head if led else number.head
    if verb.pos_ != "VERB" or not (led or number.dep_ == "dobj"):
        return None
    told = ARGUMENTS if led else NOUN_SUBJECTS  # 'put the toll at 19'
    for subject in verb.children:
        if subject.dep_ not in told:
            continue
        if subject.lemma_ == "toll":
            return "killed", verb, number
        if subject.lemma_ == "number":
            within = {word for t in subject.subtree for word in (t.lemma_.lower(), t.lower_)}
            kinds = (kind for kind, lemmas in _KINDS.items() if lemmas & within)
            return next(((kind, verb, number) for kind in kinds), None)
    return None
