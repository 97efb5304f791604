"""Closed classes of words and tags that several questions are asked of."""

from __future__ import annotations

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
"""Before a noun they say that it is known."""

JOINING = frozenset({"and", "or", "&"})
"""Between the last two of a list."""

WILL = frozenset({"will", "'ll", "’ll", "shall", "wo"})

WOULD = frozenset({"would", "'d", "’d"})

NOUNS = frozenset({"NOUN", "PROPN"})
"""Parts of speech of common nouns and names."""

NOUN_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""Labels of subjects that are no clauses."""

DONE_TO = frozenset({"dobj", "nsubjpass"})
"""Labels of what a verb is done to."""

ADJOINING = frozenset({"compound", "nmod", "amod"})
"""Labels of what stands before a noun without an 's and tells which it is."""

BEFORE_NOUN = ADJOINING | {"poss"}
"""Labels of all that stands before a noun and tells which it is."""

PREDICATES = frozenset({"VERB", "AUX"})
"""Parts of speech of what can govern a clause."""

PRESENT = frozenset({"VBZ", "VBP"})
"""Tags of verbs in the present."""

FINITE = PRESENT | {"VBD"}
"""Tags of verbs that a clause has of its own."""

QUESTIONING = frozenset({"WP", "WP$", "WRB", "WDT"})
"""Tags of words that ask or relate: who, whose, where, which."""

WHERE = frozenset({"in", "at", "near", "inside", "outside", "around"})
"""Prepositions before the place where something is done."""

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
"""Labels of names of places."""

STATING = frozenset({"say", "tell", "add", "state", "announce"})
"""Lemmas of verbs that give somebody's words and nothing more; what else says it as well depends
on what is asked, and stands where it is asked."""

ANSWERING = frozenset({"answer", "respond", "react", "retaliate", "reply"})
"""Lemmas of verbs that tell of an answer to a deed."""

ANSWERS = frozenset({"response", "retaliation", "reply", "reaction", "answer"})
"""Nouns of the same."""
