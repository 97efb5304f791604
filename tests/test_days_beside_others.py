"""Days that are of something else, and days that two deeds share.

Tables of sentences, published on Wednesday, 11 November 2026.
"""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.times import find

WEDNESDAY = date(2026, 11, 11)


def day(code, text, word) -> str | None:
    (mention,) = [m for m in code(text, published=WEDNESDAY.isoformat()) if m.trigger.text == word]
    return mention.when.edtf if mention.when else None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("a curfew from 1900 to 0600", []),
        ("shut between 1900 and 0500", []),
        ("open from 0600 until 1900", []),
        ("until 1800 GMT", []),
        ("he ruled from 1990 to 2004", ["1990/2004"]),
        ("the wars between 1900 and 1914", ["1900/1914"]),
        ("in 2024 and 0900 is early", ["2024"]),
    ],
)
def test_a_time_of_day_in_four_digits_is_no_year(text, years):
    assert [e.edtf for e in find(text, WEDNESDAY) if e.edtf] == years


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Twelve people had been arrested by Sunday night.", "../2026-11-08"),
        ("Rebels had already taken the town by Monday.", "../2026-11-09"),
        ("The army will withdraw from Goma by Monday.", "../2026-11-16"),
    ],
)
def test_what_had_been_done_by_a_day_was_done_by_the_last(code, text, edtf):
    (mention,) = code(text, published=WEDNESDAY.isoformat())
    assert mention.when is not None
    assert mention.when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        # Of the cause, the text, the charge, the bidding, the inquiry.
        ("The protests were sparked by last week's ban on a party in Chad.", "protests", None),
        ("Nine people were killed by Monday's strike on Gao.", "strike", "2026-11-09"),
        ("Chad accused Libya on Monday of breaking the 1994 treaty.", "accused", "2026-11-09"),
        ("Chad accuses Libya of breaking the 1994 treaty.", "accuses", None),
        ("Chad and Libya signed the 1994 treaty in Tripoli.", "signed", "1994"),
        ("Two boys were remanded till 24 December for throwing stones at police.", "throwing", None),
        ("The suspects were held since April on charges of terrorism.", "charges", None),
        ("Macron visited Chad on Monday at the invitation of President Deby.", "visited",
         "2026-11-09"),
        ("Macron visited Chad on Monday at the invitation of President Deby.", "invitation", None),
        ("The UN on Monday ordered an inquiry into killings by rebels in Goma.", "killings", None),
        # Of who was freed, of the last of many.
        ("Three detained reporters were released on Sunday in Juba.", "detained", None),
        ("Three detained reporters were released on Sunday in Juba.", "released", "2026-11-08"),
        ("Chad has carried out dozens of air strikes, the most recent on Saturday.", "strikes", None),
        ("Chad carried out its latest air strikes on Saturday.", "strikes", "2026-11-07"),
        # Of who looks at pictures of it.
        ("The mayor watched footage of a raid by gunmen in Jos on Monday.", "raid", None),
        ("Footage shown on Monday is of gunmen killing a guard in Jos.", "killing", None),
        ("Gunmen killed a guard in Jos on Monday, and footage showed it.", "killed", "2026-11-09"),
        # Of what is asked, threatened or put off.
        ("The party called on supporters to rally on Sunday in Lima.", "called", None),
        ("The party called on Sunday for a ban on arms sales to Israel.", "called", "2026-11-08"),
        ("The judge gave the ministry until Friday to free the men.", "gave", None),
        ("Leaders extended sanctions on Belarus, and put off the signing of a trade pact with "
         "Peru until January.", "sanctions", None),
        ("Leaders extended sanctions on Belarus, and put off the signing of a trade pact with "
         "Peru until January.", "signing", "2027-01"),
    ],
)  # fmt: skip
def test_a_day_of_something_else(code, text, word, edtf):
    assert day(code, text, word) == edtf


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        ("Police raided the newspaper on Sunday, arrested its editor and left.", "arrested",
         "2026-11-08"),
        ("Troops broke up the protest on Tuesday and detained 11 students.", "detained",
         "2026-11-10"),
        ("Mauritania on Monday accused Mali of killing herders and summoned its ambassador.",
         "summoned", "2026-11-09"),
        ("The union accused the bank of fraud on Monday and urged the police to act.", "urged",
         "2026-11-09"),
        ("The union accused the bank of fraud in May and urged the police to act.", "urged", None),
        ("The minister said on Monday that Chad had shelled Goma.", "shelled", None),
        ("The president condemned the raid on Goma and recalled his envoy on Monday.", "raid",
         None),
        # what a sentence opens with is a month, though a name follows
        ("In June Israel bombed the airport of Sanaa.", "bombed", "2026-06"),
        ("Since March Kenya has closed the border with Somalia.", "closed", "2026-03/.."),
        ("In August Washington, which had warned the junta, imposed sanctions on Niger.",
         "sanctions", "2026-08"),
        ("Police arrested the singer April Jones in Lima.", "arrested", None),
        # the night of a day, and how long a thing is shut from a day on
        ("On the night of 22 October gunmen attacked a village in Mali.", "attacked",
         "2026-10-22"),
        ("The men were arrested by police in the early hours of 3 November.", "arrested",
         "2026-11-03"),
        ("Soldiers attacked villagers at a march held on the anniversary of 3 May.", "attacked",
         None),
        ("Chad closed its border with Sudan for three days on Monday.", "closed",
         "2026-11-09/2026-11-11"),
        ("The militia seized two nurses on Monday and freed them.", "freed", None),
        ("The army took power in May and banned three parties.", "banned", None),
        ("He was arrested on 3 October and sentenced to ten years by a court.", "sentenced", None),
        ("Hezbollah let two Israeli soldiers go on Monday.", "let", "2026-11-09"),
        ("The UN on Tuesday voted to extend the sanctions on South Sudan.", "sanctions",
         "2026-11-10"),
        ("Soldiers seized the bridge on Saturday, but left it the next day.", "left", "2026-11-08"),
        ("The move comes two months after Chile and Peru held talks.", "talks", "2026-09"),
    ],
)  # fmt: skip
def test_a_day_of_both(code, text, word, edtf):
    assert day(code, text, word) == edtf


@pytest.mark.parametrize(
    "line",
    ["Lagos, Nov 9 — ", "Port Moresby, 9 November – ", "Lagos, November 9 (NAN) -- "],
)
def test_the_day_of_a_dateline_without_year_is_none_of_the_event(code, line):
    (signed,) = code(f"{line}Nigeria signed a pact with Ghana.", published=WEDNESDAY.isoformat())
    assert (signed.when, signed.sentence.text[:7]) == (None, "Nigeria")


def test_a_weekday_that_heads_a_line_is_no_place(code):
    (signed,) = code("Tuesday, November 10 — Nigeria signed a pact with Ghana.", published=WEDNESDAY.isoformat())
    assert signed.when is not None
    assert signed.when.edtf == "2026-11-10"


@pytest.mark.parametrize(("year", "background"), [("2025", False), ("2024", False), ("2023", True)])
def test_background_is_of_three_years_ago(code, year, background):
    (expelled,) = code(f"Ghana expelled nine Malian diplomats in {year}.", published=WEDNESDAY.isoformat())
    assert expelled.background is background
