"""To which state an envoy was sent who is recalled or summoned, where no word tells it."""

from __future__ import annotations

import pytest

from tests.test_bystanders import names


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Honduras restored ties with Taiwan on Friday. Within the hour Beijing recalled its "
         "ambassador.", "Honduras"),
        ("Israel bombed Doha. Turkey recalled its ambassador.", "Israel"),
        ("Georgia sentenced a Moldovan journalist to five years in prison. Moldova and Romania "
         "recalled their ambassadors for consultations.", "Georgia"),
        ("Spain recognised Kosovo on Monday. Serbia recalled its ambassador, Ana Ilic, for "
         "consultations.", "Spain"),
        ("Kenya criticised Tanzania on Monday. It recalled its ambassador.", "Tanzania"),
    ],
)  # fmt: skip
def test_an_envoy_is_recalled_from_whom_the_matter_is_with(code, text, whom):
    found = names(code, text, "SANCTION", "recipients")
    assert found[-1] == {whom}


@pytest.mark.parametrize(
    "text",
    [
        "Algeria accused Spain of lying. Morocco recalled its ambassador.",
        "The presidents of Chad and Togo met. Mali recalled its ambassador.",
        "Floods hit the north. Mali recalled its ambassador.",
        "Rebels took Bunia on Monday. Kenya recalled its ambassador.",
    ],
)
def test_nobody_where_the_sentence_before_leaves_it_open(code, text):
    assert names(code, text, "SANCTION", "recipients") == [set()]


def test_a_told_post_stands(code):
    text = "Mali expelled the French envoy. Paris recalled its ambassador to Niger."
    assert names(code, text, "SANCTION", "recipients")[-1] == {"Niger"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kenya expelled two Tanzanian diplomats on Monday. Tanzania summoned the ambassador.",
         "KEN"),
        ("Suriname seized three Guyanese boats on Monday. Guyana summoned the ambassador to "
         "protest.", "SUR"),
        ("Iran hanged a Swedish citizen on Tuesday. Sweden summoned the charge d'affaires.",
         "IRN"),
        ("Rebels shot the governor on Monday. The court summoned the commissioner.", None),
    ],
)  # fmt: skip
def test_a_summoned_envoy_is_the_doers(code, text, country):
    accused = [m for m in code(text) if m.event == "ACCUSE"]
    assert [(e.country, e.country_inferred) for e in accused[0].recipients] == [
        (country, country is not None)
    ]


def test_measures_called_something_are_their_doers(code):
    text = "EU ministers imposed sanctions on Belarus. Moscow denounced the measures as piracy."
    assert names(code, text, "ACCUSE", "recipients") == [{"EU ministers"}]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Suriname offered to release the trawler. Guyana welcomed the offer.", {"Suriname"}),
        ("Qatar pledged $20 million in aid to Chad. Mali hailed the pledge.", {"Qatar"}),
        ("Chad thanked Mali for its help on Monday. Togo welcomed the offer.", set()),
    ],
)
def test_an_offer_is_of_who_made_one(code, text, whom):
    assert names(code, text, "SUPPORT", "recipients")[-1] == whom
