"""Full stops that end no sentence, and one that does: 'Ven. Sumana', 'Art. 9'; 'said no. Police'.

The splitter knows the titles of American news. After those of other regions it begins a sentence
with the name, and the parties before it are lost; 'no.' it takes for a number's, so that what comes
after the answer is denied with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Token

from dragoman.letters import HYPHENS
from dragoman.tables import rows, values

_OUT_OF_OFFICE = frozenset({"retd", "ret", "rtd"})
_CLOSING = frozenset(".,;:!?)")
_LANDS = frozenset({"U.S.", "U.K.", "U.N.", "E.U.", "D.C."})
_LAST_WORDS = frozenset("a.m. p.m. Ltd. Inc. Corp. Jr. Sr. etc.".split())
_OPENERS = frozenset(
    "The He She They It We You This That These Those There In On At By For From With After Before "
    "When While If As But And Or Yet So His Her Their Its Our Then Later Both Some Many Most "
    "Several Another Other Nobody".split()
)
_CROWDS = frozenset(
    "Police Soldiers Troops Rebels Gunmen Militants Protesters Demonstrators Students Workers "
    "Residents Witnesses Officials Officers Authorities Lawmakers Prosecutors Fighters".split()
)


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The abbreviations of the table, with their stops, by what they stand before."""

    before: Mapping[str, frozenset[str]]

    @classmethod
    def read(cls) -> Abbreviations:
        """Read ``data/abbreviations.tsv``.

        Raises:
            TableError: the table's columns are not as expected.
        """
        table = files("dragoman") / "data/abbreviations.tsv"
        told = rows(table, ("before", "abbreviations"))
        return cls({row["before"]: frozenset(values(row["abbreviations"])) for row in told})

    def keep_whole(self, tokenizer: Tokenizer) -> None:
        """Let titles be one word with their stop, as 'Gen.' is, and 'Capt.' is not."""
        for title in sorted(self.before["title"]):
            tokenizer.add_special_case(title, [{"ORTH": title}])

    def mark(self, doc: Doc) -> None:
        """Let sentences start after an answer 'no.', and none within a name or a number."""
        for token in doc[1:]:
            if _follows_no(token) or _opens(token):
                token.is_sent_start = True
            elif self._goes_on(token) or _is_tied(token) or _is_retired(token):
                token.is_sent_start = False

    def _goes_on(self, token: Token) -> bool:
        """Whether it is what the abbreviation before it stands before."""
        told = _before(token)
        if "\n" in token.nbor(-1).text or not told:
            return False
        if token.text[0].isdigit():
            return told in self.before["number"]
        named = told in self.before["title"] or told in self.before["name"]
        return named and token.text[0].isalpha()


def _before(token: Token) -> str:
    """The word before it with its stop, whether that is a word of its own or not; else empty."""
    stop = token.nbor(-1)
    if stop.text != "." or token.i < 2:
        return stop.text if stop.text[-1] == "." else ""
    word = stop.nbor(-1)
    return "" if word.whitespace_ else f"{word.text}."


def _follows_no(token: Token) -> bool:
    """Whether an answer ends before it: 'the rebels said *no*. Police', not 'no. 5', 'No. Ten'."""
    before = _before(token)
    if not token.text[0].isupper() or not token.nbor(-1).whitespace_:
        return False
    return before == "no." or (before == "No." and _ended(token.doc, token.i - 2))


def _ended(doc: Doc, index: int) -> bool:
    """Whether a sentence is over before the word at the index."""
    return index == 0 or doc[index - 1].text[-1] in ".!?\n"


def _opens(token: Token) -> bool:
    """Whether a sentence begins with it after an abbreviation: 'at 6 p.m. *The* army'."""
    before = token.nbor(-1)
    if not before.whitespace_:
        return False
    opens = token.text in _OPENERS
    if before.text in _LANDS:  # 'the U.S. Police' may be whose they are
        return opens
    return _before(token) in _LAST_WORDS and (opens or token.text in _CROWDS)


def _is_tied(token: Token) -> bool:
    """Whether it hangs on the word before it: '-Russian' of 'Pro-Russian', the stop of 'No.'."""
    before = token.nbor(-1)
    if before.whitespace_ or "\n" in before.text:
        return False
    if token.text in _CLOSING:
        return True
    ties = before.text in HYPHENS and token.i > 1 and not before.nbor(-1).whitespace_
    return ties or (token.text in HYPHENS and before.text[-1].isalnum() and not token.whitespace_)


def _is_retired(token: Token) -> bool:
    """Whether a name goes on in it after a bracket: 'Lt. Col. (retd.) *Rahim*'."""
    if token.nbor(-1).text != ")" or token.i < 3:
        return False
    inside = token.doc[token.i - 3 : token.i]
    return any(word.text.rstrip(".") in _OUT_OF_OFFICE for word in inside)
