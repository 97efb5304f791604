"""Who does it and to whom, in whole sentences: the parties of a mention, as tables of cases."""

from __future__ import annotations

import pytest

from tests.parties import only, told


@pytest.mark.parametrize(
    ("text", "event", "name", "country", "sector"),
    [
        ("The southern African bloc SADC condemned the coup in Madagascar.",
         "ACCUSE", "Southern African Development Community", "IGO", ""),
        ("The rebel group M23 attacked the town of Sake on Sunday.",
         "ASSAULT", "March 23 Movement", "COD", "REB"),
        ("The energy company Eni sued the government of Kazakhstan on Friday.",
         "ACCUSE", "Eni", "MNC", "BUS"),
        ("The Lebanese armed group Hezbollah released two captives on Friday.",
         "RETREAT", "Hezbollah", "LBN", "REB"),
        ("The rights watchdog Amnesty International condemned the verdict.",
         "ACCUSE", "Amnesty International", "NGO", "SOC"),
        ("The Nigerian opposition party PDP condemned the arrests.",
         "ACCUSE", "People's Democratic Party", "NGA", "PTY"),
        ("The militant group Ansar Nubia kidnapped three miners in Sudan.",
         "ASSAULT", "Ansar Nubia", "SDN", "REB"),
    ],
)  # fmt: skip
def test_a_name_after_the_noun_that_describes_it_is_who_is_meant(
    code, text, event, name, country, sector
):
    mention = next(m for m in code(text) if m.event == event)
    assert told(mention) == {(name, country, sector)}
    assert all(text[e.start : e.end] == e.text for e in mention.actors)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He told the court Amnesty International had condemned the verdict.", "Amnesty International"),
        ("The rebel group's leader condemned the African Union.", "rebel group's leader"),
        ("A week after the party, Hamas condemned the strike.", "Hamas"),
    ],
)
def test_a_name_that_only_follows_a_noun_is_not_its_name(code, text, name):
    mentions = [m for m in code(text) if m.event == "ACCUSE"]
    assert all({e.name for e in m.actors} <= {name} for m in mentions)


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The Thai-Cambodian General Border Committee will meet in Pattaya on May 12.", {"THA", "KHM"}),
        ("The Franco-German council will meet in Toulon on Friday.", {"FRA", "DEU"}),
        ("The US-Japan security committee met in Tokyo on Tuesday.", {"USA", "JPN"}),
        ("Sino-Indian talks were held in Lhasa on Monday.", {"CHN", "IND"}),
        ("The Anglo-Irish conference will meet in Cork on Thursday.", {"GBR", "IRL"}),
        ("Russo-Turkish talks in Sochi ended on Sunday.", {"RUS", "TUR"}),
        ("Indian-Pakistani talks were held in Lahore on Monday.", {"IND", "PAK"}),
    ],
)
def test_both_nations_that_a_hyphen_ties_are_parties(code, text, countries):
    mention = only(code, text, "CONSULT")
    assert {e.country for e in mention.actors} == countries
    assert {e.sectors[0] for e in mention.actors} == {"GOV"}


@pytest.mark.parametrize(
    ("text", "side", "countries"),
    [
        ("A Franco-Algerian writer was arrested in Algiers.", "recipients", {"FRA"}),
        ("Indo-Pacific partners condemned the launch.", "actors", {None}),
        ("US-Israeli forces bombed Isfahan.", "actors", {"USA", "ISR"}),
        ("Police in Bissau, the capital of Guinea-Bissau, arrested a judge.", "actors", {"GNB"}),
    ],
)
def test_a_person_of_two_nations_is_one_and_a_region_is_none(code, text, side, countries):
    (mention,) = code(text)
    assert {e.country for e in getattr(mention, side)} == countries


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Malian troops fought off an attack by jihadists on Tuesday.", {"MLI"}, {"MLI"}),
        ("Ghanaian soldiers repelled an attack by Togolese gunmen near Bawku.", {"TGO"}, None),
        ("An attack on the airport was repelled by Libyan forces.", set(), None),
        ("Kenyan police thwarted an attack on a church in Nairobi.", set(), {"KEN"}),
    ],
)
def test_who_repels_or_foils_an_attack_has_not_made_it(code, text, actors, recipients):
    mention = only(code, text, "ASSAULT")
    assert {e.country for e in mention.actors} == actors
    if recipients is not None:
        assert {e.country for e in mention.recipients} == recipients


@pytest.mark.parametrize(
    ("text", "event", "countries"),
    [
        ("Israel halted its air strikes on Lebanon.", "ASSAULT", {"ISR"}),
        ("Ghana's army attacked a Togolese camp.", "ASSAULT", {"GHA"}),
        ("Peru's government held talks with Chile.", "CONSULT", {"PER", "CHL"}),
        ("Peru and Chile held naval exercises off Arica.", "COOPERATE", {"PER", "CHL"}),
        ("Peru and Chile pushed back their talks on fishing.", "CONSULT", {"PER", "CHL"}),
    ],
)
def test_who_stops_what_is_his_own_is_its_doer(code, text, event, countries):
    found = [m for m in code(text) if m.event == event]
    assert all({e.country for e in m.actors} == countries for m in found)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Anti-French demonstrations were held in Niamey on Monday.", "recipients"),
        ("Weeks of anti-government protests shook Mali in May.", "recipients"),
    ],
)
def test_whom_a_protest_is_against_does_not_protest(code, text, side):
    mention = only(code, text, "PROTEST")
    assert mention.actors == () or all(e.sectors[0] != "GOV" for e in mention.actors)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The deadliest US shooting in years left 58 people dead.", "ASSAULT"),
        ("A US mass shooting killed five people on Monday.", "ASSAULT"),
        ("One of the men was arrested in Kenya and two others in Togo.", "COERCE"),
        ("A Russian-backed offensive in Sudan killed 40 people.", "ASSAULT"),
    ],
)
def test_where_it_was_and_who_only_backs_it_is_not_who_did_it(code, text, event):
    assert only(code, text, event).actors == ()


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("A Saudi-led air strike killed 12 people in Hodeida.", {("SAU", "MIL")}),
        ("A US strike killed five men in Somalia on Monday.", {("USA", "GOV")}),
        ("The Israeli shooting of a Lebanese reporter was condemned.", {("ISR", "GOV")}),
    ],
)
def test_who_leads_and_whose_strike_it_is_did_it(code, text, actors):
    mention = only(code, text, "ASSAULT")
    assert {(e.country, e.sectors[0]) for e in mention.actors} == actors


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Mahama will host Senegal's prime minister next week as part of a state visit.",
         {"SEN"}, {"GHA"}),
        ("Canada's prime minister welcomed the Indian leader at the start of a two-day visit.",
         {"IND"}, {"CAN"}),
        ("Kremlin on Macron's Ukraine visit: no surprise", {"FRA"}, {"UKR"}),
    ],
)  # fmt: skip
def test_the_host_is_who_is_visited(code, text, actors, recipients):
    mention = only(code, text, "CONSULT")
    assert {e.country for e in mention.actors} == actors
    assert {e.country for e in mention.recipients} == recipients


def test_all_who_attend_a_meeting_take_part(code):
    text = "The top Peruvian diplomat and Chile's foreign minister will attend Saturday's meeting of the OAS."
    countries = {e.country for e in only(code, text, "CONSULT").actors}
    assert {"PER", "CHL"} <= countries


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya and Togo supported the latest round of sanctions against Mali.", set()),
        ("Germany backed an arms embargo on Myanmar.", set()),
        ("Kenya supported the government of Mali.", {"MLI"}),
    ],
)
def test_whom_a_penalty_is_against_is_not_supported(code, text, recipients):
    assert {e.country for e in only(code, text, "SUPPORT").recipients} == recipients


VICTIMS = [
    ("Iranian missiles struck an American base in Iraq, wounding 34 soldiers.", "34 soldiers", "USA"),
    ("Rebels ambushed a French convoy in northern Mali, killing three soldiers.", "three soldiers", "FRA"),
    ("The United States sank a Venezuelan boat, killing 11 people.", "11 people", "VEN"),
    ("Chinese coastguard ships rammed a Philippine boat, injuring three fishermen.",
     "three fishermen", "PHL"),
    ("Gunmen killed three people aboard a Kenyan boat off Somalia.", "three people", "KEN"),
    # near misses: who works at a mine or stands in an embassy may be of the land around it
    ("Gunmen attacked a Chinese mine in Ghana on Friday, killing four workers.", "four workers", "GHA"),
    ("An Israeli strike on an Iranian embassy in Damascus killed seven people.", "seven people", "SYR"),
    ("Russian forces bombed a Ukrainian convoy, killing 20 civilians.", "20 civilians", None),
    ("Rebels attacked a French base in Mali, killing two Malian soldiers.", "two Malian soldiers", "MLI"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "country"), VICTIMS)
def test_victims_in_a_nations_base_or_boat_are_taken_for_its_own(code, text, words, country):
    found = [e for m in code(text) if m.event == "ASSAULT" for e in m.recipients if e.text == words]
    assert [e.country for e in found] == [country]
    assert all(e.country_inferred for e in found if country and country not in ("MLI",))


@pytest.mark.parametrize(
    ("text", "event", "parties"),
    [
        ("The Academic Staff Union of Universities said all 72 branches had joined the walkout.",
         "PROTEST", {("72 branches", None, "LAB")}),
        ("The National Union of Nurses in Kenya spoke on Monday. Members in 12 branches joined the strike.",
         "PROTEST", {("Members", "KEN", "LAB")}),
        ("Amnesty International rejected the ruling. Members marched through Lagos on Sunday.",
         "PROTEST", {("Members", "NGO", "SOC")}),
        ("The executive branch of Peru threatened Chile.", "THREATEN", {("executive branch of Peru", "PER", "GOV")}),
    ],
)  # fmt: skip
def test_parts_are_of_the_body_just_named(code, text, event, parties):
    mention = only(code, text, event)
    assert {p[1:] for p in told(mention)} == {p[1:] for p in parties}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The MDA condemned the strike in Beirut.", None),
        ("Israeli medics treated the wounded. The MDA condemned the strike.", "NGO"),
        ("Magen David Adom sent two cars. The MDA condemned the strike.", "NGO"),
        ("The ECOWAS condemned the strike in Bamako.", "IGO"),
    ],
)
def test_an_acronym_that_many_bear_needs_a_sign_of_its_bearer(code, text, country):
    mention = next(m for m in code(text) if m.event == "ACCUSE")
    assert [e.country for e in mention.actors] == [country]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("A diplomat in Chile grieved over an attack on mosques in Kenya that killed 40 people.",
         "40 people", "KEN"),
        ("Togo's police fired tear gas after a court freed an ex-president living in exile in France.",
         "court", "TGO"),
        ("Libya freed 37 prisoners, including a former inmate of the camp in Cuba.",
         "37 prisoners", "LBY"),
        ("Turkey's president blamed the Syrian government for an attack that killed dozens of people.",
         "dozens", None),
    ],
)  # fmt: skip
def test_the_place_that_a_word_hangs_on_tells_whose_people_they_are(code, text, words, country):
    parties = [e for m in code(text) for e in (*m.actors, *m.recipients) if words in e.text]
    assert parties
    assert {e.country for e in parties} <= {country}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("A court in Bavaria freed an Iranian and three Afghan men.", {"IRN", "AFG"}),
        ("Police in Niamey arrested two German and three French soldiers.", {"DEU", "FRA"}),
        ("Police in Niamey arrested a German and his wife.", {"DEU"}),
    ],
)
def test_two_nations_before_one_noun_are_both_told(code, text, parties):
    (mention,) = code(text)
    assert {e.country for e in mention.recipients} >= parties - {None}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He will meet his counterpart Italian President Sergio Mattarella in Rome.", {"Sergio Mattarella"}),
        ("Kim Min-su, South Korea's special envoy for peace affairs, met his Chinese counterpart in Beijing.",
         {"Kim Min-su", "Chinese counterpart"}),
        ("Kenya and Turkey's foreign ministers met on Monday.",
         {"Kenya's foreign ministers", "Turkey's foreign ministers"}),
    ],
)  # fmt: skip
def test_who_meets_is_told_once_by_name(code, text, names):
    mention = only(code, text, "CONSULT")
    assert {e.name for e in mention.actors} == names
    assert all(e.sectors == ("GOV",) for e in mention.actors)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Bolt chief Markus Villig condemned the strike in Kenya.", ("Markus Villig", None, "UNK")),
        ("Two leaders of the Alliance For Renewal condemned the arrests.", ("Two leaders", None, "UNK")),
        ("The Bar Workers Congress condemned the arrests in Ghana.", ("Bar Workers Congress", "GHA", "LAB")),
        ("The Nigeria Labour Congress condemned the arrests.", ("Nigeria Labour Congress", "NGA", "LAB")),
        ("The US-led coalition struck Raqqa. Islamic State condemned it.", ("Islamic State", "IMG", "REB")),
        ("Ann Bo, a director at the Kigali Institute, condemned the arrests in Rwanda.", ("Ann Bo", "RWA", "EDU")),
        ("The Ghanaian Department of Health condemned the arrests.", ("Ghanaian Department of Health", "GHA", "GOV")),
    ],
)
def test_a_sector_is_told_by_what_somebody_is_of(code, text, party):
    mention = next(m for m in code(text) if m.event == "ACCUSE")
    ((_, country, sector),) = told(mention)
    assert (country, sector) == party[1:]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Rockets hit Hamid Karzai International Airport on Monday, killing two people.", "Hamid Karzai"),
        ("Rebels seized a house in Goma on Monday.", "House of Representatives"),
    ],
)
def test_a_thing_is_no_person_and_no_chamber(code, text, recipients):
    for mention in code(text):
        assert all(e.name != recipients and "LEG" not in e.sectors for e in mention.recipients)


def test_who_fought_each_other_did_not_both_make_the_attack(code):
    text = (
        "Gunmen stormed the hotel in Kabul on Monday. The army battled the gunmen for hours, with "
        "German troops in support. The attack was condemned by Kenya."
    )
    attack = next(m for m in code(text) if m.trigger.text == "attack")
    assert all("MIL" not in e.sectors for e in attack.actors)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Image copyright EPA Image caption Kenyan police have arrested the driver.", "Kenyan police"),
        ("REUTERS/Ali Khan/File Photo Kenyan soldiers arrest a man in Garissa.", "Kenyan soldiers"),
    ],
)
def test_a_pictures_label_is_no_part_of_a_name(code, text, name):
    assert {e.name for e in only(code, text, "COERCE").actors} == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Health insurer Globex Inc. paid the fine in June. Kenya sued Inc and its editors on Monday.",
         "Inc"),
        ("Freight broker Globex Ltd. paid the fine in June. "
         "Kenya banned Ltd, a satirical weekly, on Monday.", "Ltd"),
    ],
)  # fmt: skip
def test_what_ends_the_name_of_a_firm_is_no_surname(code, text, name):
    (mention,) = code(text)
    assert mention.recipients[0].name == name


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("The European Union sent tents to Sri Lanka after the floods. Japan dispatched a medical team.",
         "dispatched", [("Sri Lanka", True)]),
        ("The European Union sent tents to Sri Lanka.\nSchools are shut.\nJapan dispatched a medical "
         "team.", "dispatched", [("Sri Lanka", True)]),
        ("Mali sent doctors to Togo. Togo has given $2 million.", "given", []),  # not to itself
        ("Canada pledged 20 million dollars.", "dollars", []),
    ],
)  # fmt: skip
def test_help_goes_to_whom_the_text_named_before(code, text, trigger, recipients):
    help_ = next(m for m in code(text) if m.trigger.text == trigger)
    assert help_.event == "AID"
    assert [(r.name, r.inferred) for r in help_.recipients] == recipients


def test_help_by_nobody_of_a_country_is_no_event(code):
    assert not [m for m in code("The nurse helped carry him down the stairs.") if m.event == "AID"]


@pytest.mark.parametrize(
    ("text", "givers", "helped"),
    [
        ("Mali is to get 10,000 tonnes of rice, Togo 6,000.", set(), {"Mali"}),
        ("Togo received two patrol boats from Japan on Monday.", {"Japan"}, {"Togo"}),
    ],
)
def test_who_gets_help_gives_none(code, text, givers, helped):
    mention = only(code, text, "AID")
    assert {a.name for a in mention.actors} == givers
    assert {r.name for r in mention.recipients} == helped


@pytest.mark.parametrize(
    ("penalty", "hit"),
    [
        ("fined the hotel that had hosted him", []),
        ("fined the promoter, Sunway Live, 6,000 dollars", []),
        ("fined him 4,000 dollars", ["Ugandan preacher"]),
    ],
)
def test_who_is_fined_without_a_name_is_nobody_told_beside(code, penalty, hit):
    mentions = code(f"Kenya deported a Ugandan preacher and {penalty}.")
    fined = next(m for m in mentions if m.trigger.text == "fined")
    assert [party.name for party in fined.recipients] == hit


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Togo and Benin exchanged fire. Officers of the two armies will meet on Friday.",
         ["TGO", "BEN"]),
        ("Togo and Benin signed a pact. Ghana hailed it. Ministers from both countries met.",
         ["TGO", "BEN"]),
        ("Togo and Benin agreed on a truce. Ghana hailed it. The two armies' generals will meet on "
         "Friday.", ["TGO", "BEN"]),
        # near miss: whose land is told
        ("Togo and Benin signed a pact. Ghanaian ministers of the two parties met in Accra.",
         ["GHA"]),
    ],
)  # fmt: skip
def test_those_of_two_sides_are_of_either(code, text, countries):
    met = [m for m in code(text) if m.event == "CONSULT"][-1]
    assert [party.country for party in met.actors] == countries
