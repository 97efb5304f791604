"""Days told once for several deeds, and of one beside: published on Wednesday, 11 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.times import find
from tests.readings import Reading, coded_as

ACCUSED = Reading("accused", "ACCUSE", "allege", ("Peru",))


def days(coder, text, *readings) -> dict[str, str | None]:
    found = coded_as(coder, text, *readings)
    return {m.trigger.text: m.when.edtf if m.when else None for m in found}


@pytest.mark.parametrize(
    ("text", "second", "day"),
    [
        ("Peru accused Chile on Monday of spying and demanded an apology.",
         Reading("demanded", "REQUEST", None, ("Peru",)), "2026-11-09"),
        ("On Monday Peru accused Chile of spying and expelled its envoy.",
         Reading("expelled", "SANCTION", "expel", ("Peru",)), "2026-11-09"),
        ("On 3 May Peru accused Chile of spying and recalled its envoy.",
         Reading("recalled", "SANCTION", "withdraw", ("Peru",)), "2026-05-03"),
        # near misses: somebody else, what it speaks of, another tense
        ("Peru accused Chile on Monday of spying and Oman condemned a raid.",
         Reading("condemned", "ACCUSE", "disapprove", ("Oman",)), None),
        ("Peru accused Chile on Monday of spying and denounced the raid by Chile on a village.",
         Reading("raid", "ASSAULT", None, ("Chile",), ("a village",)), None),
        ("Peru accused Chile on Monday of spying and has expelled its envoy.",
         Reading("expelled", "SANCTION", "expel", ("Peru",)), None),
    ],
)  # fmt: skip
def test_what_one_did_after_speaking_was_on_that_day(coder, text, second, day):
    beside = Reading("denounced", "ACCUSE", "disapprove", ("Peru",))
    more = (beside,) if "denounced" in text else ()
    assert days(coder, text, ACCUSED, *more, second)[second.word] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The premier said on Monday that he would never resign and accused Peru of a plot.",
         "2026-11-09"),
        ("The premier said on Monday that he would stay and she accused Peru of a plot.", None),
    ],
)  # fmt: skip
def test_a_verb_after_what_was_foretold_is_the_speakers(coder, text, day):
    assert days(coder, text, Reading("accused", "ACCUSE", "allege", ("The premier",)))["accused"] == day


@pytest.mark.parametrize(
    ("text", "who", "word", "day"),
    [
        ("Gunmen crossed the river in March and killed nine miners.", "Gunmen", "killed", "2026-03"),
        ("Soldiers entered Bor in March and killed nine miners.", "Soldiers", "killed", "2026-03"),
        ("Gunmen paid nine miners in March and killed a guard.", "Gunmen", "killed", None),
        ("In March Ankara shelled Bor.", "Ankara", "shelled", "2026-03"),
        ("Talks stalled, but in May Chadian troops shelled Bor.", "troops", "shelled", "2026-05"),
        ("On the night of 3 May, some 200 men stormed the base.", "men", "stormed", "2026-05-03"),
        ("The navy shelled Bor on the morning of 3 May.", "The navy", "shelled", "2026-05-03"),
        ("Men stormed a base on the anniversary of 3 May 2019.", "Men", "stormed", None),
        ("In March it was the Saudis who bombed the port.", "Saudis", "bombed", "2026-03"),
        ("In March it was clear that the men who bombed the port had fled.", "men", "bombed", None),
        ("Chad, which bombed Bor as recently as May, may lose it.", "Chad", "bombed", "2026-05"),
    ],
)  # fmt: skip
def test_a_day_is_that_of_the_deed_it_is_told_with(coder, text, who, word, day):
    assert days(coder, text, Reading(word, "ASSAULT", None, (who,)))[word] == day


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In April Jones fled.", ["April"]),
        ("Peru has faith in April Jones.", []),
        ("In May Day crowds he saw hope.", ["May Day"]),
    ],
)
def test_a_month_before_a_name_opens_a_clause(text, found):
    assert [e.text for e in find(text, date(2026, 11, 11))] == found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rebels claimed the killing in March of two engineers.", "2026-03"),
        ("Rebels claimed in March the killing of two engineers.", None),
    ],
)
def test_a_day_before_the_victims_is_the_nouns(coder, text, day):
    killing = Reading("killing", "ASSAULT", None, ("Rebels",), ("two engineers",))
    claim = Reading("claimed", "ACCUSE", "allege", ("Rebels",), ("two engineers",))
    assert days(coder, text, killing, claim)["killing"] == day


@pytest.mark.parametrize(
    ("text", "word", "kind", "day"),
    [
        ("Peru strongly condemns the raid on Bor on 3 May.", "condemns", ("ACCUSE", "disapprove"),
         None),
        ("Peru has condemned the raid on Bor on 3 May.", "condemned", ("ACCUSE", "disapprove"),
         None),
        ("Peru condemned the raid on Monday.", "condemned", ("ACCUSE", "disapprove"), "2026-11-09"),
        ("Prosecutors charged him with killing two men in Goma in 2019.", "charged",
         ("ACCUSE", "allege"), None),
        ("Peru accused Chile of holding nine men on Monday.", "accused", ("ACCUSE", "allege"),
         "2026-11-09"),
        ("The Siona have threatened to block the river, and they sued Peru on Monday.",
         "threatened", ("THREATEN", None), None),
        ("Chad freed nine men and Peru sued Oman on Monday.", "freed", ("RETREAT", "release"),
         "2026-11-09"),
    ],
)  # fmt: skip
def test_the_day_of_a_deed_is_not_that_of_its_judges(coder, text, word, kind, day):
    who = text.split()[0] if text[0] != "T" else "The Siona"
    assert days(coder, text, Reading(word, *kind, (who,)))[word] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Monday Kenya closed the border for 72 hours.", "2026-11-09/2026-11-12"),
        ("On Monday Kenya closed the border for 20 hours.", "2026-11-09"),
    ],
)
def test_what_is_closed_for_some_days_is_so_from_then_on(coder, text, day):
    closing = Reading("closed", "COERCE", "restrict", ("Kenya",))
    assert days(coder, text, closing)["closed"] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A plan by Togo to lend Peru a billion, agreed in December, has begun to work.", None),
        ("A plan by Togo to lend Peru a billion in December has begun to work.", "2026-12"),
    ],
)
def test_the_day_a_plan_was_made_is_not_the_plans(coder, text, day):
    assert days(coder, text, Reading("lend", "AID", None, ("Togo",), ("Peru",), "planned"))["lend"] == day


TIMELINE = (
    "Key dates.\n\n"
    "2018: Guyana arrests a spy. Peru hails the arrest.\n\n"
    "Dec. 3, 2024: Chile shells Bor. Oman condemns it.\n\n"
    "July 19: The premiers of Togo and Benin meet in Lome. A court later jails a pilot.\n\n"
    "Jan. 5: Fiji recalls its envoy."
)


def test_an_entry_without_a_year_is_of_that_of_the_one_before(coder):
    found = coded_as(
        coder, TIMELINE,
        Reading("arrests", "COERCE", "arrest", ("Guyana",)),
        Reading("hails", "SUPPORT", None, ("Peru",)),
        Reading("condemns", "ACCUSE", "disapprove", ("Oman",)),
        Reading("meet", "CONSULT", None, ("Togo", "Benin"), status="planned"),
        Reading("jails", "SANCTION", "convict", ("A court",)),
        Reading("recalls", "SANCTION", "withdraw", ("Fiji",)),
    )  # fmt: skip
    told = {m.trigger.text: (m.status, m.when and m.when.edtf) for m in found}
    assert told == {
        "arrests": ("occurred", "2018"),
        "hails": ("occurred", "2018"),
        "condemns": ("occurred", "2024-12-03"),
        "meet": ("occurred", "2025-07-19"),
        "jails": ("occurred", None),
        "recalls": ("occurred", "2026-01-05"),
    }


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # a timeline that goes back, one without years, the minutes of a clock
        ("May 3, 2024: Oman wins.\n\nMarch 9: Chile shells Bor.\n\nDec. 2, 2023: Oman loses.",
         "2024-03-09"),
        ("May 3: Oman wins.\n\nDec. 9: Chile shells Bor.", "2025-12-09"),
        ("1815: Oman wins.\n\n1959: Chile shells Bor.", None),
    ],
)  # fmt: skip
def test_entries_go_one_way(coder, text, day):
    assert days(coder, text, Reading("shells", "ASSAULT", None, ("Chile",)))["shells"] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In 2023 he fled to Rome. Men beat him there in December that year.", "2023-12"),
        ("In 2023 he fled to Rome. Men beat him there in December.", "2025-12"),
    ],
)
def test_that_year_is_the_one_told_last(coder, text, day):
    assert days(coder, text, Reading("beat", "ASSAULT", "beat", ("Men",)))["beat"] == day
