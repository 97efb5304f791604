"""Days that another clause tells: tables of sentences, published on Wednesday, 11 November 2026."""

from __future__ import annotations

import pytest

from tests.readings import Reading, coded_as

VISIT = ("CONSULT", "visit")
TALKS = ("CONSULT", None)


def days(coder, text, *readings) -> dict[str, str | None]:
    found = coded_as(coder, text, *readings)
    return {m.trigger.text: m.when.edtf if m.when else None for m in found}


@pytest.mark.parametrize(
    ("text", "guest", "host", "day"),
    [
        ("Chad will reopen the bridge on December 3, when President Tinubu visits Lome, an "
         "official, Ali Moussa, said on Monday.", "President Tinubu", "Lome", "2026-12-03"),
        ("Norway will sign the accord on Tuesday, when President Stubb visits Oslo, she said.",
         "President Stubb", "Oslo", "2026-11-17"),
        ("Peru to open port on December 3, when Xi visits Lima", "Xi", "Lima", "2026-12-03"),
    ],
)  # fmt: skip
def test_a_visit_told_of_the_day_of_a_plan_is_planned_for_it(coder, text, guest, host, day):
    reading = Reading("visits", *VISIT, (guest,), (host,))
    (visit,) = coded_as(coder, text, reading)
    assert (visit.status, visit.when and visit.when.edtf) == ("planned", day)


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Chad reopened the bridge on November 3, when President Tinubu visited Lome.", "visited",
         "2026-11-03"),
        ("A film tells of the deal of June 15, when President Tinubu visits Lome.", "visits",
         "2026-06-15"),
    ],
)  # fmt: skip
def test_a_visit_told_of_a_day_gone_by_took_place(coder, text, word, day):
    reading = Reading(word, *VISIT, ("President Tinubu",), ("Lome",))
    (visit,) = coded_as(coder, text, reading)
    assert (visit.status, visit.when and visit.when.edtf) == ("occurred", day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Lula flew to Oslo on Monday, where he met King Harald.", "2026-11-09"),
        ("Lula spoke to reporters in Oslo on Monday, where he met King Harald.", "2026-11-09"),
        # near misses: an earlier time, others, a time of its own
        ("Lula flew to Oslo on Monday, where he had met King Harald.", None),
        ("Lula flew to Oslo on Monday, where protesters met King Harald.", None),
        ("Lula flew to Oslo on Monday, where he met King Harald last year.", "2025"),
    ],
)
def test_what_one_did_where_he_went_was_on_that_day(coder, text, day):
    assert days(coder, text, Reading("met", *TALKS, ("Lula",), ("King Harald",)))["met"] == day


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Togo freed the editor on Monday, two years after his arrest.", "arrest", "2024"),
        ("A court on Monday granted the editor bail, nineteen months after his arrest.", "arrest",
         "2025-04"),
        ("Togo freed the editor on Monday, two days after the arrest of his wife.", "arrest",
         "2026-11-07"),
        # near misses: no day to count from, and the day of what came after alone
        ("Togo freed the editor, two days after his arrest.", "arrest", None),
        ("Togo freed the editor on Monday after his arrest.", "arrest", None),
    ],
)
def test_what_is_counted_back_from_a_dated_deed_has_its_day(coder, text, word, day):
    first = "granted" if "granted" in text else "freed"
    kind = ("CONCEDE", None) if first == "granted" else ("RETREAT", "release")
    doer = "court" if first == "granted" else "Togo"
    found = days(
        coder, text, Reading(first, *kind, (doer,), ("the editor",)),
        Reading(word, "COERCE", "arrest", (), ("editor",)),
    )  # fmt: skip
    assert found[word] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A mine was found, the governor said on Monday. Rebels attacked Bol the same evening.",
         "2026-11-09"),
        ("The rains began on Monday. Roads were cut. That night rebels attacked Bol.", "2026-11-09"),
        # near misses: no day told, only a month, or one far before
        ("A mine was found, the governor said. Rebels attacked Bol the same evening.", None),
        ("A mine was found in October. Rebels attacked Bol the same evening.", None),
        ("A mine was found on Monday. " + "The road is long. " * 30
         + "Rebels attacked Bol the same evening.", None),
    ],
)  # fmt: skip
def test_the_same_evening_is_that_of_the_day_told_last(coder, text, day):
    doer = "rebels" if " rebels" in text else "Rebels"
    assert days(coder, text, Reading("attacked", "ASSAULT", None, (doer,), ("Bol",))) == {
        "attacked": day
    }


def test_the_same_evening_is_that_of_the_deed_told_last_before_the_day_of_its_report(coder):
    text = (
        "Mali shelled Kidal on Sunday, the army said on Monday. Rebels attacked Gao the same night."
    )
    found = days(
        coder, text, Reading("shelled", "ASSAULT", None, ("Mali",), ("Kidal",)),
        Reading("attacked", "ASSAULT", None, ("Rebels",), ("Gao",)),
    )  # fmt: skip
    assert found == {"shelled": "2026-11-08", "attacked": "2026-11-08"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The talks had been planned for Oslo this week but were scrapped.",
         "2026-11-09/2026-11-15"),
        ("The talks were planned for next month but have been called off.", "2026-12"),
        # near misses: when somebody made the plan, when it was scrapped
        ("Chad planned the talks last week but scrapped them.", None),
        ("The talks had been planned but were scrapped this week.", None),
    ],
)  # fmt: skip
def test_what_is_called_off_keeps_the_day_it_was_planned_for(coder, text, day):
    parties = ("Chad",) * ("Chad" in text)
    reading = Reading("talks", *TALKS, parties, status="cancelled")
    assert days(coder, text, reading)["talks"] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Togo will ask the council on the 19th to act.", "2026-11-19"),
        ("Togo will ask the council on the 19th for help.", "2026-11-19"),
        ("Togo will ask the council on the 19th, a minister said.", "2026-11-19"),
        # near misses: what is counted
        ("Togo will ask the council on the 19th floor to act.", None),
        ("Togo will ask the council for the 19th time to act.", None),
    ],
)
def test_a_bare_day_of_the_month_is_told_by_on(coder, text, day):
    reading = Reading("ask", "REQUEST", None, ("Togo",), ("the council",), status="planned")
    assert days(coder, text, reading)["ask"] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen seized and set fire to six trucks near Bol on Monday.", "2026-11-09"),
        ("Gunmen seized six trucks and cut the road on Monday.", "2026-11-09"),
        ("Gunmen seized six trucks and will cut the road on Monday.", None),
    ],
)
def test_a_past_that_looks_like_the_present_goes_on_with_the_deed(coder, text, day):
    reading = Reading("seized", "COERCE", "seize", ("Gunmen",), ())
    assert days(coder, text, reading)["seized"] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mali answered on Monday with drones that killed 14 fighters.", "2026-11-09"),
        ("Mali carried out a raid on Monday that killed 14 fighters.", "2026-11-09"),
        # near misses: what was seen or judged then
        ("Mali condemned on Monday the raid that killed 14 fighters.", None),
        ("The minister visited on Monday the camp that killed 14 fighters.", None),
        ("Mali showed on Monday the drones that had killed 14 fighters.", None),
    ],
)
def test_what_a_deed_was_done_with_did_harm_on_its_day(coder, text, day):
    reading = Reading("killed", "ASSAULT", None, ("Mali",) * ("Mali" in text), ("14 fighters",))
    assert days(coder, text, reading)["killed"] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Jones called the officials \"half asleep\" over the sinking of a ship in 2024.", None),
        ("Jones described the officials as idle over the sinking of a ship in 2024.", None),
        ("Jones called the officials idle in 2024.", "2024"),
    ],
)
def test_the_year_of_what_words_are_over_is_not_theirs(coder, text, day):
    word = "called" if "called" in text else "described"
    reading = Reading(word, "ACCUSE", "disapprove", ("Jones",), ("the officials",))
    assert days(coder, text, reading)[word] == day


def test_a_deed_counted_in_a_month_beside_its_verb_tells_no_day(coder):
    text = "Iran fired two missiles, its third test this month."
    found = days(
        coder, text, Reading("fired", "MOBILIZE", "weapons", ("Iran",)),
        Reading("test", "MOBILIZE", "weapons", ("Iran",)),
    )  # fmt: skip
    assert found == {"fired": None}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lee will visit Japan on Tuesday and China on Thursday.", ["2026-11-17", "2026-11-19"]),
        ("Lee will visit Kenya on Monday, Uganda on Wednesday and Rwanda on Friday.",
         ["2026-11-16", "2026-11-18", "2026-11-20"]),
        ("Lee will visit Kenya on Friday, Uganda on Sunday and Rwanda on Tuesday.",
         ["2026-11-13", "2026-11-15", "2026-11-17"]),
        ("Lee will visit Japan on Friday and China on Wednesday evening.",
         ["2026-11-13", "2026-11-18"]),
        # near misses: dates that tell their own turn, and what has been
        ("Lee will visit Japan on November 20 and China on November 18.",
         ["2026-11-20", "2026-11-18"]),
        ("Lee visited Japan on Tuesday and China on Monday.", ["2026-11-10", "2026-11-09"]),
    ],
)  # fmt: skip
def test_the_stops_of_a_plan_are_on_days_in_turn(coder, text, found):
    word = "visit" if "will" in text else "visited"
    lands = tuple(land for land in ("Japan", "China", "Kenya", "Uganda", "Rwanda") if land in text)
    status = "planned" if "will" in text else "occurred"
    reading = Reading(word, *VISIT, ("Lee",), lands, status)
    assert [m.when and m.when.edtf for m in coded_as(coder, text, reading)] == found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mali condemned the attack that killed nine monks at a market in Gao on Monday.",
         "2026-11-09"),
        ("Mali condemned the attack, which left nine monks dead on Monday.", "2026-11-09"),
        ("Kenya condemned the attack in which nine monks died last week.",
         "2026-11-02/2026-11-08"),
        # near misses: the day of what was done about it, or by somebody else
        ("Mali condemned the attack on nine monks that rebels claimed on Monday.", None),
        ("Mali condemned the attack on nine monks, who were buried on Monday.", None),
    ],
)  # fmt: skip
def test_a_deed_was_on_the_day_on_which_it_killed(coder, text, day):
    assert days(coder, text, Reading("attack", "ASSAULT", None, (), ("monks",)))["attack"] == day


def test_who_was_freed_was_seized_on_the_day_told_before_the_verb(coder):
    text = "Five pupils abducted from a school in Gao last week were freed on Monday."
    found = days(
        coder, text, Reading("abducted", "ASSAULT", "abduct", (), ("Five pupils",)),
        Reading("freed", "RETREAT", "release", (), ("Five pupils",)),
    )  # fmt: skip
    assert found == {"abducted": "2026-11-02/2026-11-08", "freed": "2026-11-09"}


@pytest.mark.parametrize(
    "text",
    [
        "It holds, an envoy said on Monday, ahead of talks between the two armies in Trat on "
        "Friday.",
        "The talks are to be continued on Friday, the mediator said on Monday.",
    ],
)
def test_a_plan_has_the_day_of_its_own_phrase(coder, text):
    reading = Reading("talks", *TALKS, ("Thailand", "Cambodia"), status="planned")
    (talks,) = coded_as(coder, f"Thailand and Cambodia agreed. {text}", reading)
    assert talks.when
    assert talks.when.edtf == "2026-11-13"


@pytest.mark.parametrize(
    ("clause", "status", "day"),
    [
        ("takes effect at noon on Friday", "planned", "2026-11-13"),
        ("starts on Friday", "planned", "2026-11-13"),
        ("took effect on Friday", "ongoing", "2026-11-06"),
    ],
)
def test_what_takes_effect_on_a_day_to_come_does_not_go_on_yet(coder, clause, status, day):
    text = f"The truce, which {clause}, was brokered by Togo between Mali and Niger."
    reading = Reading("truce", "RETREAT", "ceasefire", ("Mali", "Niger"), status="ongoing")
    (truce,) = coded_as(coder, text, reading)
    assert (truce.status, truce.when and truce.when.edtf) == (status, day)


def test_what_is_counted_back_from_a_day_counts_from_the_one_beside_it(coder):
    text = (
        "Police held the man who planted the bomb that killed six in Gao on 2 November, they said "
        "on Monday, three days after an attack on monks."
    )
    found = days(coder, text, Reading("bomb", "ASSAULT", "explosives", ("the man",), ("six",)),
                 Reading("attack", "ASSAULT", None, (), ("monks",)))  # fmt: skip
    assert found == {"bomb": "2026-11-02", "attack": "2026-11-06"}
