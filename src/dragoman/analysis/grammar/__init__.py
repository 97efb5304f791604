"""Questions asked of the parse: who stands as subject, object, agent; what governs a word.

All functions take and give spaCy tokens of one document and change nothing. Labels are those of
spaCy's English models (ClearNLP dependencies, Universal part-of-speech tags).
"""

from dragoman.analysis.grammar.arguments import (
    antecedent,
    direct_objects,
    done_to,
    infinitives_after,
    objects,
    subjects,
    who_is_told,
)
from dragoman.analysis.grammar.negation import is_negated, is_set_aside, names_none
from dragoman.analysis.grammar.phrases import (
    as_spans,
    conjuncts,
    end_of_name,
    first_conjunct,
    is_nominal,
    is_ones_own,
    modifiers,
    outermost,
    owners,
    prepositional,
    renamed,
    tied_word,
    with_conjuncts,
    with_words_before,
    word_before,
)
from dragoman.analysis.grammar.verbs import (
    ALL_SUBJECTS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    auxiliaries,
    clause_of,
    governing_verb,
    is_headline_infinitive,
    is_headline_progressive,
    is_passive,
    is_where_one_went,
    particle,
    tells_delay,
)
from dragoman.analysis.grammar.words import (
    ANSWERING,
    ANSWERS,
    ARGUMENTS,
    BEFORE_NOUN,
    COMPOUNDS,
    DEFINITE,
    DONE_TO,
    FINITE,
    JOINING,
    NOUN_MODIFIERS,
    NOUN_SUBJECTS,
    NOUNS,
    ON_NOUN,
    OWN,
    PLACE_LABELS,
    PREDICATES,
    PRESENT,
    QUESTIONING,
    STATING,
    WHERE,
    WILL,
    WOULD,
)

__all__ = [
    "ALL_SUBJECTS", "ANSWERING", "ANSWERS", "ARGUMENTS", "BEFORE_NOUN", "COMPOUNDS", "DEFINITE",
    "DONE_TO", "FINITE", "JOINING", "NOUNS", "NOUN_MODIFIERS", "NOUN_SUBJECTS", "ON_NOUN", "OWN",
    "PASSIVE_SUBJECTS", "PLACE_LABELS", "PREDICATES", "PRESENT", "QUESTIONING", "STATING",
    "SUBJECTS", "WHERE", "WILL", "WOULD", "antecedent", "as_spans", "auxiliaries", "clause_of",
    "conjuncts", "direct_objects", "done_to", "end_of_name", "first_conjunct", "governing_verb",
    "infinitives_after", "is_headline_infinitive", "is_headline_progressive", "is_negated",
    "is_nominal", "is_ones_own", "is_passive", "is_set_aside", "is_where_one_went", "modifiers",
    "names_none", "objects", "outermost", "owners", "particle", "prepositional", "renamed",
    "subjects", "tells_delay", "tied_word", "who_is_told", "with_conjuncts", "with_words_before",
    "word_before",
]  # fmt: skip
