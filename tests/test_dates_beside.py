"""Days that stand beside a deed and are those of something else: tables of sentences.

Published on Wednesday, 23 July 2025.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman import Article
from dragoman.analysis.second_verbs import mend_second_verbs
from tests.readings import Reading, coded_as

FRIDAY = date(2025, 7, 25)


def when(mention) -> str | None:
    return mention.when.edtf if mention.when else None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Norway pledged $5 million to Chad on Monday.", None),
        ("Norway on Monday pledged $5 million to Chad.", None),
        ("Germany on Monday offered to host talks.", None),
        ("Sweden pledged on Monday to take in 500 refugees.", None),
        ("Turkey promised to reopen the border on Monday.", "2025-07-28"),
        ("The rebels promised on Monday to free the hostages on Friday.", "2025-07-25"),
        ("Spain is expected to offer aid to Morocco on Monday.", "2025-07-28"),
    ],
)
def test_the_day_of_a_pledge_is_not_that_of_what_is_pledged(code, text, edtf) -> None:
    (found,) = (m for m in code(text) if m.status == "planned")
    assert when(found) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Canada summoned the ambassador over the June 30 incident.", None),
        ("Poland on Tuesday summoned the Russian ambassador over the 30 June incident.", "2025-07-22"),
        ("India condemned the June 28 attack.", None),
        ("The African Union condemns the attack of 9 July.", None),
        ("Vietnam protested to China over the July 3 shooting.", None),
        ("Greece and Turkey held talks on the July 2 collision.", None),
        ("Kenya opened an inquiry into the 1 July crash.", None),
        ("Thousands marched in Tunis over the June 28 death of a young man in custody.", None),
        ("Chile arrested two officers over the July 2 shooting.", None),
        ("The ministry expelled two diplomats, accusing them of stoking last week's protest.", None),
        # The day of the deed itself.
        ("India condemned the attack on Monday.", "2025-07-21"),
        ("The army launched the July 8 attack on the town.", "2025-07-08"),
        ("On 21 June Mexican police arrested two mayors.", "2025-06-21"),
        ("Thousands of students marched in Dhaka on Friday holding placards.", "2025-07-18"),
        ("Talks on the July 8 ceasefire began on Monday.", "2025-07-21"),
        ("Kenya condemned the coup at Monday's summit.", "2025-07-21"),
    ],
)  # fmt: skip
def test_the_day_of_what_is_spoken_about_is_not_that_of_speaking(code, text, edtf) -> None:
    assert when(code(text)[-1]) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Kenya's president dropped a visit to Jakarta that was to have begun on Monday.", "2025-07-28"),
        ("Indonesia postponed talks with Malaysia, which were to have started on Tuesday.", "2025-07-22"),
        ("The president cancelled a trip to Tokyo pencilled in for Monday.", "2025-07-28"),
        ("The talks between Chad and Sudan that were to have begun on Monday never did.", "2025-07-21"),
        ("Indonesia postponed talks with Malaysia, which were to have started on Thursday.", "2025-07-24"),
    ],
)  # fmt: skip
def test_what_was_to_have_begun_was_to_on_the_nearest_day(coder, text, edtf) -> None:
    (found,) = coder.code(Article(text, published=FRIDAY))
    assert when(found) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The opposition urged supporters to stay away from work from Monday.", None),
        ("The opposition on Thursday urged supporters to stay away from work from Monday.", "2025-07-24"),
        ("The union called on nurses to strike from Tuesday.", None),
        ("Niger closed its border with Benin as of Sunday.", None),
        ("Ghana banned rice imports with effect from Monday.", None),
        ("The army had killed 40 rebels as of Sunday.", "../2025-07-20"),
        ("Niger closed its border with Benin as of Thursday.", "2025-07-24/.."),
    ],
)  # fmt: skip
def test_the_day_from_which_a_thing_is_to_be_is_not_that_of_deciding_it(coder, text, edtf) -> None:
    assert when(coder.code(Article(text, published=FRIDAY))[0]) == edtf


@pytest.mark.parametrize(
    ("text", "event", "edtf"),
    [
        ("The launch came after the Security Council voted on a resolution following the North's "
         "nuclear test on June 3.", "MOBILIZE", None),
        ("The raid came on Monday after talks failed.", "ASSAULT", "2025-07-21"),
        ("The rebels said they had shelled the port in retaliation for raids last month in Juba.",
         "ASSAULT", None),
        ("Rebels attacked the town last week in retaliation for air strikes.", "ASSAULT",
         "2025-07-14/2025-07-20"),
        ("After the end of the NATO mission in 2015, German soldiers trained Afghan troops.", "AID",
         None),
        ("After the NATO mission ended, German soldiers trained Afghan troops in 2015.", "AID",
         "2015"),
        ("The video shows soldiers shooting a boy on Monday.", "ASSAULT", "2025-07-21"),
    ],
)  # fmt: skip
def test_the_day_of_what_was_before_is_not_that_of_what_followed(code, text, event, edtf) -> None:
    assert {when(m) for m in code(text) if m.event == event} == {edtf}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Kenya promised to send 200 police to Haiti last month.", None),
        ("Togo agreed to withdraw its troops last week.", None),
        ("Peru offered to mediate between Chile and Bolivia two months ago.", None),
        # near misses: the plan's own, or nothing that was only offered
        ("Kenya promised to send 200 police to Haiti next month.", "2025-08"),
        ("Kenya will send 200 police to Haiti next month.", "2025-08"),
    ],
)
def test_when_a_thing_was_offered_is_not_when_it_is_to_be(code, text, edtf) -> None:
    assert {when(m) for m in code(text) if m.status == "planned"} == {edtf}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Niger's army shelled Bol, its second attack this month.", None),
        ("Niger's army shelled Bol on Monday, its second attack this month.", "2025-07-21"),
        # near misses: the month of the deed itself
        ("Niger's army shelled Bol this month.", "2025-07"),
        ("Niger's army shelled two towns this month.", "2025-07"),
    ],
)
def test_the_time_in_which_deeds_are_counted_is_not_their_day(code, text, edtf) -> None:
    assert {when(m) for m in code(text) if m.trigger.text == "shelled"} == {edtf}


def test_the_day_of_a_numbered_picture_is_that_of_its_caption_alone(code) -> None:
    text = (
        "The week in pictures\n"
        "31/34 21 July 2025 Women protest outside Downing Street in London Rex Features\n"
        "32/34 20 July 2025 Theresa May greets Israel's prime minister in London\n"
        "Police arrested two men in London."
    )
    protest, visit, arrest = code(text)
    assert [p.text for p in protest.actors] == ["Women"]
    assert [when(m) for m in (protest, visit, arrest)] == ["2025-07-21", "2025-07-20", None]


@pytest.mark.parametrize(
    ("text", "first", "second", "day"),
    [
        ("Students said they would defy the ban and march on Friday.", "defy", "march",
         "2026-11-13"),
        ("The opposition vowed to ignore the decree and rally on Sunday.", "ignore", "rally",
         "2026-11-15"),
    ],
)  # fmt: skip
def test_a_second_verb_has_the_day_that_follows_it(coder, text, first, second, day):
    read = Reading(first, "REJECT", "yield", status="planned")
    told = Reading(second, "PROTEST", "demo", status="planned")
    doers = ("Students",) if "Students" in text else ("The opposition",)
    mentions = coded_as(coder, text, replace(read, actors=doers), replace(told, actors=doers))
    assert [when(m) for m in mentions if m.trigger.text == second] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Police vowed to break up the vigil and march on Friday.",
        "Troops want to end the strike and rally on Friday.",
    ],
)
def test_a_second_thing_that_is_done_away_with_stays_a_noun(coder, text):
    analysis = next(iter(coder.stages.analyse.split([Article(text)])))
    coder.stages.analyse.complete([analysis])
    doc = analysis.doc
    told = [t.i for t in doc if t.text in ("break", "vigil", "march", "end", "strike", "rally")]
    before = [(t.head.i, t.dep_) for t in doc]
    assert not mend_second_verbs(doc, told)
    assert [(t.head.i, t.dep_) for t in doc] == before


def test_over_is_no_more_than_where_it_is_part_of_a_verb(coder):
    text = "The rebels handed over 18 soldiers. A strike killed over 18 men."
    freed, struck = coded_as(
        coder,
        text,
        Reading("handed", "RETREAT", "release", ("The rebels",), ("18 soldiers",)),
        Reading("killed", "ASSAULT", None, ("A strike",), ("over 18 men",)),
    )
    assert [m.text for m in (freed.magnitudes.size, struck.magnitudes.killed) if m] == [
        "18",
        "over 18",
    ]


@pytest.mark.parametrize(
    ("text", "word", "event", "day"),
    [
        ("The swap followed a meeting of commanders on Friday.", "swap", ("RETREAT", "release"), None),
        ("An exchange of captives followed a meeting in Doha on Friday.", "exchange",
         ("RETREAT", "release"), None),
        ("On Friday a raid on Bunia followed talks.", "raid", ("ASSAULT", None), "2026-11-06"),
    ],
)  # fmt: skip
def test_what_followed_a_thing_was_not_on_its_day(coder, text, word, event, day):
    doer = Reading(word, *event, recipients=("Bunia",) if "Bunia" in text else ())
    rest = (Reading("meeting", "CONSULT"),) if "meeting" in text else ()
    days = {m.trigger.text: when(m) for m in coded_as(coder, text, doer, *rest)}
    assert days[word] == day
