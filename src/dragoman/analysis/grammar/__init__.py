"""Questions asked of the parse: who stands as subject, object, agent; what governs a word.

All functions take and give spaCy tokens of one document and change nothing. Labels are those of
spaCy's English models (ClearNLP dependencies, Universal part-of-speech tags).
"""

from dragoman.analysis.grammar.arguments import antecedent, objects, subjects
from dragoman.analysis.grammar.negation import is_negated, names_none
from dragoman.analysis.grammar.phrases import (
    conjuncts,
    first_conjunct,
    is_nominal,
    modifiers,
    owners,
    prepositional,
    renamed,
)
from dragoman.analysis.grammar.verbs import (
    ALL_SUBJECTS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    auxiliaries,
    clause_of,
    governing_verb,
    is_headline_infinitive,
    is_passive,
    particle,
    tells_delay,
)
from dragoman.analysis.grammar.words import (
    ANSWERING,
    ANSWERS,
    BEFORE_NOUN,
    DEFINITE,
    FINITE,
    JOINING,
    NOUN_SUBJECTS,
    NOUNS,
    PLACE_LABELS,
    PREDICATES,
    PRESENT,
    QUESTIONING,
    WHERE,
    WILL,
    WOULD,
)

__all__ = [
    "ALL_SUBJECTS",
    "ANSWERING",
    "ANSWERS",
    "BEFORE_NOUN",
    "DEFINITE",
    "FINITE",
    "JOINING",
    "NOUNS",
    "NOUN_SUBJECTS",
    "PASSIVE_SUBJECTS",
    "PLACE_LABELS",
    "PREDICATES",
    "PRESENT",
    "QUESTIONING",
    "SUBJECTS",
    "WHERE",
    "WILL",
    "WOULD",
    "antecedent",
    "auxiliaries",
    "clause_of",
    "conjuncts",
    "first_conjunct",
    "governing_verb",
    "is_headline_infinitive",
    "is_negated",
    "is_nominal",
    "is_passive",
    "modifiers",
    "names_none",
    "objects",
    "owners",
    "particle",
    "prepositional",
    "renamed",
    "subjects",
    "tells_delay",
]
