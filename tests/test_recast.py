"""Parties and types that what stands with a verb tells: whom one finds ready, whom one sends."""

from __future__ import annotations

import pytest

from tests.parties import only


def _sides(mention) -> tuple[list[str | None], list[str | None]]:
    return tuple([e.country for e in side] for side in (mention.actors, mention.recipients))


@pytest.mark.parametrize(
    ("text", "event", "sides"),
    [
        # whom one finds ready
        ("The envoy found Chad's president prepared to accept the truce.", "AGREE", (["TCD"], [])),
        # whom states send
        ("Togo and Benin will send their finance ministers to Accra on Friday.", "CONSULT",
         (["TGO", "BEN"], [])),
        # what is offered for others to meet at
        ("Kenya's President William Ruto offered Nairobi as a venue for the summit.", "AGREE",
         (["KEN"], [])),
        # what somebody affirms of his own state
        ("Petr Pavel reaffirmed the Czech Republic's support for Moldova.", "SUPPORT",
         (["CZE"], ["MDA"])),
        # to whom recognition goes, and from whom
        ("H Palau to switch recognition back to Beijing", "SUPPORT", (["PLW"], ["CHN"])),
        # who regrets what another did
        ("Iran launched a missile on Monday. Oman's foreign ministry expressed regret.", "ACCUSE",
         (["OMN"], ["IRN"])),
        ("Chile's foreign minister expressed regret at Peru's ban on salmon.", "ACCUSE",
         (["CHL"], ["PER"])),
        ("Peru expressed regret over the deaths of four Chilean sailors.", "CONCEDE",
         (["PER"], [])),
        # who is called in
        ("Ghana's deputy foreign minister, Kofi Addo, on Friday called in Togo's ambassador in"
         " Accra over the raid.", "ACCUSE", (["GHA"], ["TGO"])),
    ],
)  # fmt: skip
def test_what_stands_with_the_verb_tells(code, text: str, event: str, sides) -> None:
    found = [m for m in code(text.removeprefix("H ")) if m.event == event]
    assert [tuple(map(sorted, map(list, _sides(m)))) for m in found][:1] == [
        tuple(map(sorted, sides))
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The tour ended after threats from Putin and a warning from Poland.",
         {"threats": ["RUS"], "warning": ["POL"]}),
        ("The markets sank after threats from Putin and a warning by Japan.",
         {"threats": ["RUS"], "warning": ["JPN"]}),
        ("The markets sank after threats from Argentina and Brazil.", {"threats": ["ARG", "BRA"]}),
    ],
)  # fmt: skip
def test_each_of_two_words_is_uttered_by_its_own(code, text: str, words) -> None:
    told = {m.trigger.text: [e.country for e in m.actors] for m in code(text)}
    assert {word: told.get(word) for word in words} == words


@pytest.mark.parametrize(
    ("text", "event", "blamed"),
    [
        ("Turkey's president thanked Qatar and deplored the strike.", "ACCUSE", []),
        ("Putin thanked China and threatened to cut gas supplies.", "THREATEN", []),
        ("Turkey thanked Qatar and rejected the plan.", "REJECT", []),
        # near misses: it is named again, or by a pronoun, or both are hostile
        ("Turkey thanked Qatar and condemned Iran.", "ACCUSE", ["IRN"]),
        ("Turkey thanked Qatar and rejected its plan.", "REJECT", ["QAT"]),
        ("Turkey condemned Qatar and threatened to cut gas supplies.", "THREATEN", ["QAT"]),
    ],
)
def test_blame_is_not_on_whom_the_sentence_thanks(code, text: str, event: str, blamed) -> None:
    assert [e.country for e in only(code, text, event).recipients] == blamed
