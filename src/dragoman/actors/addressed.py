"""Whom 'both countries' means where somebody asks, accuses or threatens them.

Not the two that the article names most: those who were told of just before, and never the speaker's
own state.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Doc, Token

from dragoman.actors.party import Party, Told
from dragoman.analysis.grammar import FINITE, NOUN_SUBJECTS, conjuncts, first_conjunct, subjects

ASKING = frozenset({"ask", "appeal", "call", "urge", "request", "beg", "implore", "exhort"})
"""Lemmas of verbs that ask others to do something."""
_ADDRESSING = ASKING | frozenset(
    "press tell order demand pressure push warn threaten accuse blame condemn criticise criticize "
    "denounce charge fault".split()
)
_LINKS = frozenset({"on", "to", "at", "against", "for", "of", "with"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl"})
_TWO = 2
_BACK = 3
"""Sentences that are looked through: none that names a state is passed over."""


def addressing(head: Token) -> Token | None:
    """The verb by which somebody asks, accuses or threatens those whom a noun means; else None."""
    noun = first_conjunct(head)
    verb = noun.head
    linked = noun.dep_ == "pobj" and verb.lower_ in _LINKS
    if linked or (noun.dep_ in NOUN_SUBJECTS and verb.dep_ in _CLAUSES):
        verb = verb.head
    elif noun.dep_ not in ("dobj", "dative"):
        return None
    return verb if verb.pos_ == "VERB" and verb.lemma_ in _ADDRESSING else None


def speakers(verb: Token) -> tuple[Token, ...]:
    """Who addresses them, and whoever says it over his words: '"We ask both," *she* said'."""
    over = (v for v in verb.ancestors if verb.dep_ == "ccomp" and v == verb.head)
    asking = (*subjects(verb), *(s for v in over for s in subjects(v)))
    return tuple(one for s in asking for one in conjuncts(s))


def told_just_before(
    before: Sequence[Told], here: int, own: Collection[str | None], doc: Doc
) -> tuple[Party, ...]:
    """The two states last told of: as a pair, as subjects side by side, or alone in a sentence.

    Args:
        before: the parties told before the noun, in order.
        here: the number of its sentence.
        own: the codes of those who speak.
        doc: their document.
    """
    fitting = [
        t for t in before
        if t.party.country and not t.party.guessed and t.party.country not in own
    ]  # fmt: skip
    for number in range(here, here - _BACK - 1, -1):
        told = [t for t in fitting if t.sentence == number]
        if not told:
            continue
        groups = [[t for t in told if t.group == last.group] for last in reversed(told)]
        for members in (*groups, [t for t in told if _acts(t, doc)], told):
            states = {t.party.country: t.party for t in members}
            if len(states) == _TWO:
                return tuple(states.values())
        return ()
    return ()


def _acts(told: Told, doc: Doc) -> bool:
    """Whether it is a subject, or a verb follows it: 'with oil and *Mali* buys', misread as one."""
    after = (t for t in doc[told.index + 1 : told.index + 3] if not t.is_quote)
    return told.subject or next((t.tag_ in FINITE for t in after), False)
