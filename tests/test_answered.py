"""To whom an answer is, whom 'it' and 'their' mean when struck, and who stands on which side."""

from __future__ import annotations

import pytest

from tests.parties import only
from tests.readings import Reading, coded_as
from tests.test_bystanders import names


@pytest.mark.parametrize(
    ("text", "event", "whom"),
    [
        ("Ecuador cut its tariff on Colombian goods on Monday. Colombia welcomed the step.",
         "SUPPORT", "Ecuador"),
        ("Ecuador raised its tariff on Colombian goods. Colombia called the move illegal.",
         "ACCUSE", "Ecuador"),
        ("Chad expelled the French ambassador on Monday. The EU deplored the expulsion.",
         "ACCUSE", "Chad"),
        ("Iran freed two French prisoners on Monday. France welcomed the decision.",
         "SUPPORT", "Iran"),
        ("Thailand detained two Cambodian soldiers on Monday. Cambodia demanded their release.",
         "REQUEST", "Thailand"),
        ("Chad closed its border with Sudan on Monday. The closure was condemned by Sudan.",
         "ACCUSE", "Chad"),
    ],
)  # fmt: skip
def test_an_answer_to_a_deed_is_to_its_doer(code, text, event, whom):
    mention = only(code, text, event)
    assert [(e.name, e.inferred) for e in mention.recipients] == [(whom, True)]


def test_a_second_answer_is_to_the_same_doer(code):
    text = (
        "Ecuador cut its tariff on Colombian goods on Monday. Colombia welcomed the step. "
        "Peru also praised the move."
    )
    assert names(code, text, "SUPPORT", "recipients") == [{"Ecuador"}, {"Ecuador"}]


@pytest.mark.parametrize(
    ("text", "event", "whom"),
    [
        ("Norway condemned the sanctions of the European Union.", "ACCUSE", "European Union"),
        ("Turkey protested against the arrest of two sailors by Iraq.", "ACCUSE", "Iraq"),
        ("Ghana praised the release of the prisoners by Burkina Faso.", "SUPPORT", "Burkina Faso"),
        ("Sudan expressed anger at the raid by Chadian troops.", "ACCUSE", "Chadian troops"),
        ("North Korea tested a missile on Friday. Australia was quick to condemn the test.",
         "ACCUSE", "North Korea"),
        ("North Korea tested a missile on Friday. Japan condemned the test. Chile also condemns "
         "such moves.", "ACCUSE", "North Korea"),
        ("Police in Harare arrested two editors. Zimbabwe's opposition condemned the arrest.",
         "ACCUSE", "Police"),
        ("Rebels attacked the town of Kunduz in Afghanistan. President Ashraf Ghani condemned the "
         "attack.", "ACCUSE", "Rebels"),
    ],
)  # fmt: skip
def test_an_answer_is_to_the_doer_of_the_deed_that_is_its_object(code, text, event, whom):
    found = names(code, text, event, "recipients")
    assert found
    assert all(recipients == {whom} for recipients in found)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ecuador expelled an envoy and Peru closed a border post on Monday. Colombia condemned the move.",
         "ACCUSE"),
        ("Chad closed its border with Sudan on Monday. Chad's president defended the decision.",
         "SUPPORT"),
        ("Chad condemned the attack on a mosque on Monday.", "ACCUSE"),
        ("Hezbollah fighters attacked the town of Metula. A Hezbollah spokesman called the attack a "
         "reprisal.", "ACCUSE"),
        ("The junta in Mali dissolved three parties. Mali's army welcomed the step.", "SUPPORT"),
    ],
)  # fmt: skip
def test_nobody_is_answered_where_the_doer_is_not_plain_or_ones_own(code, text, event):
    assert names(code, text, event, "recipients") == [set()]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The Philippine boat was following a Chinese trawler when it was rammed.", "Philippines"),
        ("The Greek vessel was monitoring a Turkish ship when it was fired upon.", "Greece"),
        ("An Indian plane was tracking a Pakistani drone when it was fired at.", "India"),
        ("Police were following a Chinese trawler when it was rammed.", "China"),
    ],
)
def test_it_was_struck_while_it_was_doing_something(code, text, whom):
    assert names(code, text, "ASSAULT", "recipients") == [{whom}]


@pytest.mark.parametrize(
    "text",
    [
        "Fano fighters took the town from the federal army. Air force jets bombed their positions.",
        "Fighters of Fano seized Lalibela from the Ethiopian army. Jets of the air force shelled "
        "their camps.",
    ],
)
def test_forces_do_not_bomb_what_is_their_own(code, text):
    struck = [m for m in code(text) if (m.event, m.mode) == ("ASSAULT", "aerial")]
    assert [{e.sectors for e in m.recipients} for m in struck] == [{("REB",)}]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Israel sent Hamas a proposal through Qatar. Its leaders rejected it.", "PSE"),
        ("Israel sent a proposal to Lebanon through Qatar. Its leaders rejected it.", "LBN"),
        ("Israel sent a delegation to Doha. Its leaders rejected the plan of Hamas.", "ISR"),
    ],
)
def test_whoever_made_an_offer_does_not_refuse_it(code, text, country):
    assert [e.country for e in only(code, text, "REJECT").actors] == [country]


def test_both_sides_are_others_than_who_speaks_to_them(code):
    text = (
        "Sudan and Ethiopia are at odds over a dam. Egypt is to host talks. "
        "The Egyptian president urged both sides to show restraint."
    )
    assert names(code, text, "REQUEST", "recipients") == [{"Sudan", "Ethiopia"}]


def test_who_speaks_of_both_sides_may_be_one(code):
    text = "Colombia and Ecuador met in Lima. Colombia said both sides agreed to lift tariffs."
    assert names(code, text, "CONCEDE", "actors") == [{"Colombia", "Ecuador"}]


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("Donor countries led by the United States, the European Union and Japan pledged "
         "$300 million for Bangladesh on Monday.", "AID",
         {"United States", "European Union", "Japan"}),
        ("Twenty nations headed by France and Britain condemned Iran on Monday.", "ACCUSE",
         {"France", "United Kingdom"}),
        ("Members of Fatah and Hamas fought in Nablus on Sunday.", "ASSAULT", {"Fatah", "Hamas"}),
    ],
)  # fmt: skip
def test_who_leads_others_and_all_whose_members_act_are_doers(code, text, event, doers):
    assert doers <= names(code, text, event, "actors")[0]


def test_a_rebel_leader_is_not_a_second_doer(code):
    text = "Rebels led by Joseph Kony attacked a village in Uganda on Monday."
    assert names(code, text, "ASSAULT", "actors") == [{"Rebels"}]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Ecuador will cut its tariff on Colombian goods ahead of talks in Lima on Monday.",
         {"Ecuador", "Colombia"}),
        ("Serbia released three Kosovo policemen ahead of talks in Brussels on Monday.",
         {"Serbia", "Kosovo"}),
        ("Russia released two Ukrainian sailors before talks between France and Germany.",
         {"France", "Germany"}),
    ],
)  # fmt: skip
def test_talks_after_a_deed_are_with_whom_it_is_done_to(code, text, parties):
    assert names(code, text, "CONSULT", "actors") == [parties]


def test_sanctions_of_a_body_are_by_it(code):
    text = "Mali condemned the sanctions of the regional body on Monday."
    mention = only(code, text, "SANCTION")
    assert [e.text for e in mention.actors] == ["regional body"]
    assert not mention.recipients


def test_whoever_is_received_in_audience_visits(code):
    text = "The Chairman of the Council, Colonel Abu Kargbo, received in audience the ECOWAS Envoy on Monday."
    mention = only(code, text, "CONSULT")
    assert [e.text for e in mention.actors] == ["ECOWAS Envoy"]
    assert {e.name for e in mention.recipients} == {"Abu Kargbo"}


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ('Chad fired a missile on Monday. Togo said the launch was "unacceptable".', {"TCD"}),
        ("Chad fired a missile on Monday. Togo said the firing was unacceptable.", {"TCD"}),
        ("Chad fired a missile on Monday. Togo said the weather was unacceptable.", set()),
    ],
)
def test_who_calls_a_launch_unacceptable_blames_who_fired(coder, text, recipients):
    fired = Reading("fired", "MOBILIZE", "weapons", actors=("Chad",))
    blamed = Reading("unacceptable", "ACCUSE", "disapprove", actors=("Togo",))
    found = {m.event: m for m in coded_as(coder, text, fired, blamed)}
    assert {r.country for r in found["ACCUSE"].recipients} == recipients
