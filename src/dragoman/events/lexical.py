"""A typer that reads event types from grammar and tables: words, and what operators make of them.

A word's own type comes from ``triggers.tsv``. A verb over it may change the whole: 'refused to
release' is a refusal, 'lifted the curfew' a concession; ``operators.tsv`` and ``outcomes.tsv``
say how.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from dragoman.analysis import Analysis
from dragoman.analysis.grammar import prepositional
from dragoman.events.lexicon import Lexicon, Sense
from dragoman.events.proposal import Proposal

_COMPLEMENT = frozenset(
    {"xcomp", "ccomp", "dobj", "nsubjpass", "prep", "pobj", "pcomp", "conj", "acl"}
)
_LISTED = 0.6
PHRASE = 0.7
"""Confidence from which a proposal rests on a whole phrase and not on a bare word."""
_COMPOSED = 0.75
# Words of these types only announce another act where one stands under them.
_ANNOUNCING = ("AGREE",)
_SWALLOWING = {"refuse": "REJECT", "demand": "REQUEST", "threaten": "THREATEN"}


class LexicalTyper:
    """Types events by tables; see the module's head."""

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon or Lexicon()

    def __call__(self, analysis: Analysis) -> tuple[Proposal, ...]:
        """The proposals for every sentence that is to be coded."""
        return tuple(p for sentence in analysis.sentences for p in self._sentence(sentence))

    def _sentence(self, sentence: Span) -> Iterator[Proposal]:
        senses = {
            token.i: sense
            for token in sentence
            if not _inside_name(token) and (sense := self._lexicon.sense(token)) is not None
        }
        dropped: set[int] = set()
        proposals: dict[int, Proposal] = {}
        for index, sense in senses.items():
            token = sentence.doc[index]
            proposals[index] = _plain(token, sense)
        for token in sentence:
            if (kind := self._lexicon.operator(token)) is not None:
                self._compose(token, kind, proposals, dropped)
        _drop_objects_of_phrases(senses, sentence, dropped)
        _drop_repeats(sentence, proposals, dropped)
        for index in sorted(proposals):
            if index not in dropped:
                yield proposals[index]

    def _compose(
        self, operator: Token, kind: str, proposals: dict[int, Proposal], dropped: set[int]
    ) -> None:
        """Apply one operator to the events directly under it; changes the two collections."""
        inner = [
            token
            for token in _governed(operator, set(proposals))
            if token.i not in dropped and token.i != operator.i
        ]
        if not inner:
            return
        if kind == "plan" and operator.i in proposals:
            dropped.add(operator.i)
        elif kind in _SWALLOWING or kind == "end":
            first = proposals[inner[0].i]
            outcome = self._lexicon.outcome(kind, first.event, first.mode)
            if kind == "end" and outcome is None:
                return
            event, mode = outcome or (_SWALLOWING[kind], None)
            proposals[operator.i] = Proposal(operator, event, mode, _COMPOSED, inner=first)
            dropped.update(token.i for token in inner)
        elif operator.i in proposals and proposals[operator.i].event in _ANNOUNCING:
            dropped.add(operator.i)


def _plain(token: Token, sense: Sense) -> Proposal:
    confidence = PHRASE if sense.conditions else _LISTED
    assert sense.event is not None
    return Proposal(token, sense.event, sense.mode, confidence)


def _governed(operator: Token, candidates: set[int]) -> list[Token]:
    """The highest candidate words under an operator, reached through complements only."""
    found: list[Token] = []
    queue = [c for c in operator.children if c.dep_ in _COMPLEMENT and _follows(operator, c)]
    while queue:
        token = queue.pop(0)
        if token.i in candidates:
            found.append(token)
            continue
        if token.dep_ in ("acl", "conj") and token.pos_ == "VERB" and token.head.i == operator.i:
            continue
        queue.extend(c for c in token.children if c.dep_ in _COMPLEMENT - {"acl", "nsubjpass"})
    return sorted(found, key=lambda t: t.i)


def _follows(operator: Token, child: Token) -> bool:
    """Whether a child is a complement of the operator and no sentence of its own beside it."""
    if child.dep_ == "conj":
        return False
    return child.i > operator.i or child.dep_ == "nsubjpass"


def _drop_objects_of_phrases(
    senses: dict[int, Sense], sentence: Span, dropped: set[int]
) -> None:
    """Where the table types verb and object as one phrase ('declare a truce'), drop the object."""
    for index, sense in senses.items():
        wanted = {word for name, words in sense.conditions if name == "obj" for word in words}
        if index in dropped or not wanted:
            continue
        for child in sentence.doc[index].children:
            if child.dep_ in ("dobj", "nsubjpass") and child.lemma_.lower() in wanted:
                dropped.add(child.i)


def _drop_repeats(sentence: Span, proposals: dict[int, Proposal], dropped: set[int]) -> None:
    """Keep one proposal where a verb and the noun that means it tell one happening."""
    for index in list(proposals):
        token = sentence.doc[index]
        for child in token.children:
            other = proposals.get(child.i)
            if other is not None and child.dep_ == "compound":
                dropped.add(child.i)  # 'protest shooting'
            if other is None or child.i in dropped or other.event != proposals[index].event:
                continue
            if child.dep_ in ("dobj", "nsubj", "nsubjpass", "prt", "attr"):
                # 'the attack killed five', 'launched an offensive': the noun names it
                dropped.add(index if child.pos_ == "NOUN" else child.i)
            if child.dep_ == "advcl" and child.tag_ == "VBG":
                dropped.add(child.i)  # 'bombed a depot, killing two'
        for verb in (token, *token.conjuncts):
            for noun in prepositional(verb, "in", "during", "by"):
                other = proposals.get(noun.i)
                if other is not None and other.event == proposals[index].event:
                    dropped.add(index)  # 'killed in an attack', 'killed and wounded in clashes'


def _inside_name(token: Token) -> bool:
    """Whether the word is part of a name ('Operation True Promise', 'Strike Force')."""
    named = ("ORG", "PERSON", "EVENT", "WORK_OF_ART", "LAW")
    if token.pos_ == "PROPN" and token.ent_type_ in named:
        return True
    return token.dep_ == "compound" and token.head.pos_ == "PROPN" and token.is_title
