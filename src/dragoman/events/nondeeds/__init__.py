"""What is worded like a deed and is none: a state, a danger, a rule for anybody, an opinion.

'Rebels *threatening* the town', 'grew despite US *sanctions*', 'anyone who *protests* is fined',
'"They *must* go," said a former envoy'. The network reads the word; what it hangs on tells that
nobody did anything, nor means to.

All ways of it stand in the table of `gates`; what each asks of the parse, in a module of its kind;
the words it asks for, where they are many, in ``data/words.tsv``.
"""

from dragoman.events.nondeeds.gates import GATES, Gate, is_deed, why_none
from dragoman.events.nondeeds.homely import is_homely

__all__ = ["GATES", "Gate", "is_deed", "is_homely", "why_none"]
