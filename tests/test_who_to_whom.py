"""Who did it to whom: victims that grammar tells, sides that deeds tell, officials without a land."""

from __future__ import annotations

import pytest

from tests.parties import only, told
from tests.test_bystanders import names


def lands(code, text: str, event: str, side: str) -> set[tuple[str | None, bool]]:
    """Country, and whether it is a guess, of each party on a side of the last one of the type."""
    mention = [m for m in code(text) if m.event == event][-1]
    return {(party.country, party.country_inferred) for party in getattr(mention, side)}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Shells fell on two villages in Mali, killing a rubber tapper.", "rubber tapper"),
        ("Gunmen in Chad stabbed a glassblower on Monday.", "glassblower"),
        ("Police in Peru arrested two ticket scalpers on Friday.", "two ticket scalpers"),
        ("Soldiers in Mali shot dead rapper Oumar Diarra on Monday.", "Oumar Diarra"),
        ("Marines in Mexico arrested Óscar Llano, alias \"El Gato\", in Sinaloa.", "Óscar Llano"),
    ],
)  # fmt: skip
def test_persons_whom_no_table_lists_are_victims(code, text, whom):
    found = [m for m in code(text) if m.event in ("ASSAULT", "COERCE")]
    assert whom in {party.name for m in found for party in m.recipients}


@pytest.mark.parametrize(
    "text",
    [
        "The army of Mali killed a tiger near Gao.",
        "Rebels in Chad killed an otter and shot at a tower.",
        "The strike in Peru wounded a heifer on Monday.",
    ],
)
def test_beasts_and_things_are_none(code, text):
    assert not [p for m in code(text) if m.event == "ASSAULT" for p in m.recipients]


@pytest.mark.parametrize(
    ("text", "event", "whom"),
    [
        ("Witnesses in Mali said that troops came at dawn, set the men apart, and shot them "
         "behind the well.", "ASSAULT", "CVL"),
        ("Women in Mali asked what had become of relatives rounded up by soldiers.", "COERCE",
         "CVL"),
        ("Rebels in Myanmar said they had ambushed a junta column near Monywa.", "ASSAULT", "MIL"),
        ("A bomb hit an Israeli embassy car in Delhi on Monday.", "ASSAULT", "GOV"),
        ("Insurgents in Chad captured an army outpost near Abeche.", "ASSAULT", "MIL"),
    ],
)  # fmt: skip
def test_whom_the_verb_has_for_its_object(code, text, event, whom):
    mention = [m for m in code(text) if m.event == event][-1]
    assert {party.sectors[0] for party in mention.recipients} == {whom}


def test_huts_are_not_them(code):
    text = "Soldiers in Mali searched the huts and burned them."
    assert not [p for m in code(text) if m.event == "ASSAULT" for p in m.recipients]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Four herders, including a boy, were martyred and seven others wounded when Chadian "
         "troops resorted to unprovoked shelling in the Tina sector overnight, officials said on "
         "Thursday.", {"Four herders"}),
        ("Nobody was hurt when rebels opened fire in Gao.", set()),
    ],
)  # fmt: skip
def test_who_was_harmed_when_it_was_done(code, text, whom):
    assert names(code, text, "ASSAULT", "recipients") == [whom]


@pytest.mark.parametrize(
    ("text", "event", "whom"),
    [
        ("The World Bank on Wednesday froze $80 million in budget support, saying that Malawi had "
         "broken the terms of a loan.", "SANCTION", {"Malawi"}),
        ("China's ambassador to Sri Lanka, Li Wen, warned on Monday that banks could call in loans "
         "if the agreement is not signed.", "THREATEN", {"Sri Lanka"}),
        ("Mali's ambassador to Chad accused Togo of lying.", "ACCUSE", {"Togo"}),
    ],
)  # fmt: skip
def test_whom_a_reason_or_a_post_tells(code, text, event, whom):
    assert names(code, text, event, "recipients")[-1] == whom


@pytest.mark.parametrize(
    ("text", "event", "land"),
    [
        ("Togo reopened its market to Ghanaian maize on Monday. In return Accra dropped the "
         "complaint that it had filed.", "CONCEDE", "TGO"),
        ("Israel's army killed two fighters of Hezbollah on Monday. Hezbollah vowed that the blood "
         "would be avenged.", "THREATEN", "ISR"),
        ("Israeli drone kills two people in Nabatieh; Hezbollah vows answer.", "THREATEN", "ISR"),
        ("Chad bombed a camp in Darfur. Sudan's army vowed to retaliate.", "THREATEN", "TCD"),
    ],
)  # fmt: skip
def test_an_answer_in_kind_is_to_who_did_what_it_answers(code, text, event, land):
    mention = [m for m in code(text) if m.event == event][-1]
    assert [(p.country, p.inferred) for p in mention.recipients] == [(land, True)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad arrested ten protesters. Mali and Niger signed a treaty. In return Chad dropped the "
         "charges.", "CONCEDE"),
        ("Mali bombed Gao. Chad shelled Zouar. Niger's army vowed to retaliate.", "THREATEN"),
    ],
)  # fmt: skip
def test_nobody_where_its_own_deed_or_those_of_two_came_before(code, text, event):
    mention = [m for m in code(text) if m.event == event][-1]
    assert "MLI" not in {p.country for p in mention.recipients}
    assert mention.actors[0].country not in {p.country for p in mention.recipients}


@pytest.mark.parametrize(
    ("text", "event", "land"),
    [
        ("Uzbek President Shavkat Mirziyoyev has apologised to the families of two Kyrgyz "
         "shepherds shot dead by border guards.", "ASSAULT", "UZB"),
        ("Chadian officers questioned two Chadian nurses. Togo deported the nurses.", "COERCE",
         "TGO"),
    ],
)  # fmt: skip
def test_nobody_holds_or_shoots_his_own(code, text, event, land):
    assert {c for c, _ in lands(code, text, event, "actors")} == {land}


def test_at_home_police_hold_their_own(code):
    text = "Police in Lome arrested three Togolese traders. Officers beat the traders."
    assert lands(code, text, "ASSAULT", "actors") == {("TGO", True)}


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Two Kyrgyz farmers were killed when Uzbek border guards fired on a crowd at a canal.",
         {"KGZ"}),
        ("Gunmen stormed the Turkish embassy in the Afghan capital, Kabul, on Friday, killing "
         "two people.", {"TUR", "AFG"}),
    ],
)  # fmt: skip
def test_a_crowd_is_of_the_nation_of_those_hit_in_it(code, text, land):
    assert {c for c, _ in lands(code, text, "ASSAULT", "recipients")} == land


def test_whom_its_own_forces_hurt_is_of_no_known_side(code):
    text = ("Guyana and Suriname agreed on Friday to withdraw their patrols from the river.\n"
            "Suriname will compensate two fishermen wounded by its navy.")  # fmt: skip
    assert lands(code, text, "AID", "recipients") == {(None, False)}
    home = "Mali will compensate ten herders wounded by its soldiers near Gao."
    assert lands(code, home, "AID", "recipients") == {("MLI", True)}


@pytest.mark.parametrize(
    ("text", "event", "land"),
    [
        ("The High Court in Dar es Salaam granted bail to Amani Mrema on Friday.\nThe U.S. embassy "
         "said Washington urged the prosecution to drop the case.", "REQUEST", {"TZA"}),
        ("Benin's government urged the court to free the trader.", "REQUEST", {"BEN"}),
    ],
)  # fmt: skip
def test_no_state_urges_anothers_court_as_its_own(code, text, event, land):
    assert {c for c, _ in lands(code, text, event, "recipients")} == land


def test_a_minister_of_another_office_is_no_head_of_government(code):
    text = ("Guerrillas took captive nine soldiers in Arauca, in Colombia, on Sunday.\nDefence "
            "Minister Pedro Sánchez accused the ELN of lying.")  # fmt: skip
    assert {c for c, _ in lands(code, text, "ACCUSE", "actors")} == {"COL"}
    head = "Prime Minister Pedro Sánchez accused Chad of lying."
    assert {c for c, _ in lands(code, head, "ACCUSE", "actors")} == {"ESP"}


@pytest.mark.parametrize(
    ("text", "event", "side", "land"),
    [
        ("Kenya's Principal Secretary for Trade, Korir Moi, accused Tanzania of lying.", "ACCUSE",
         "actors", {("KEN", False)}),
        ("A Honduran minister said that a trade delegation would visit Tegucigalpa.", "CONSULT",
         "actors", {(None, False)}),
        ("India summons Pakistan envoy over killings.", "ACCUSE", "recipients", {("PAK", False)}),
        ("India set free a Pakistani Ranger on Monday.", "RETREAT", "recipients",
         {("PAK", False)}),
    ],
)  # fmt: skip
def test_officials_have_the_land_that_their_words_tell(code, text, event, side, land):
    assert lands(code, text, event, side) == land


def test_a_government_spokesman_is_of_the_other_state_of_a_dispute(code):
    text = ("Kenya called in Tanzania's High Commissioner to demand an explanation for the "
            "expulsion of four lawyers.\nKenya's trade ministry warned Tanzania of duties.\n"
            "Government spokesman Gerson Mollel accused Kenyan activists of lying.")  # fmt: skip
    assert {c for c, _ in lands(code, text, "ACCUSE", "actors")} == {"TZA"}


@pytest.mark.parametrize(
    "told_by",
    [
        "Chile's trade minister, Shane Bravo, will visit Lima.",
        "Peru turned down a request by Chile's Minister for Regional Development, Shane Bravo.",
    ],
)
def test_a_name_beside_an_office_is_its_holders(code, told_by):
    text = f"{told_by} Bravo condemned Peru on Monday."
    assert lands(code, text, "ACCUSE", "actors") == {("CHL", False)}


def test_some_of_his_staff_are_of_his_land(code):
    text = ("Lithuania ordered the Belarusian consul general in Vilnius and three of his staff to "
            "leave the country.")  # fmt: skip
    mention = only(code, text, "SANCTION")
    assert {country for _, country, _ in told(mention, "recipients")} == {"BLR"}


def test_a_place_west_of_another_is_no_party(code):
    text = "Sudan's army repelled an attack by rebels on the area of Umm Dukhn, west of El Obeid."
    assert names(code, text, "ASSAULT", "recipients") == [set()]


def test_dashes_say_more_of_whose_threats_they_are(code):
    text = ("As Mali prepares to vote, Prime Minister Amadou Keita has called Togo's threats -- it "
            "also tested a missile last month -- a \"crisis\".")  # fmt: skip
    assert {c for c, _ in lands(code, text, "MOBILIZE", "actors")} == {"TGO"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Deputy Prime Minister Ishaq Dar met the Iranian foreign minister in Tehran.", "PAK"),
        ("Finance Minister Ishaq Dar met the Iranian foreign minister in Tehran.", "PAK"),
    ],
)
def test_who_heads_a_department_may_hold_another_office(code, text, country):
    mention = next(m for m in code(text) if m.event == "CONSULT")
    party = next(a for a in mention.actors if a.name == "Ishaq Dar")
    assert (party.country, party.country_inferred) == (country, False)
