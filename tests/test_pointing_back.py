"""Whom clauses about somebody, 'it', 'the bloc' and names that several states have mean."""

from __future__ import annotations

import pytest

from tests.test_whose import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def _told(reader: Reader, text: str, words: str) -> list[str]:
    return [f"{e.country} {(*e.sectors, '-')[0]}" for e in reader.last(text, words)]


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        # whose it is, the noun before the clause tells
        ("The Omani navy, whose commander had flown to Djibouti, blamed Eritrea.", "commander",
         ["OMN MIL"]),
        ("The African Union, whose parliament refused Togo a seat, urged Ghana to wait.",
         "parliament", ["IGO LEG"]),
        ("Peru praised Chile, whose ministers had come to Lima.", "ministers", ["CHL GOV"]),
        # it is whom the sentence before is about, and not of whom one does something to
        ("Peru opened a port, a step that Chile criticised. It has threatened to expel Bolivians.",
         "It", ["PER GOV"]),
        ("Rome wrote a note which Albania returned. It summoned the envoy.", "It", ["ITA GOV"]),
        ("Peru blamed Chile, which had shut the pass. It closed its embassy in Santiago.", "It",
         ["PER GOV"]),
        ("Kenya praised Uganda. It imposed duties on the goods of two firms of Kenya.", "It", []),
        # two of whom one sentence tells since others were told together
        ("Chad and Mali signed a pact. Algeria's president met Tunisia's in Oran. The two"
         " countries agreed to trade.", "countries", ["DZA GOV", "TUN GOV"]),
        ("Chad and Mali signed a pact. Italy's minister praised it. The two countries agreed to"
         " trade.", "countries", ["TCD GOV", "MLI GOV"]),
        ("Chad and Mali signed a pact. Algeria wrote to Tunisia. Mali was glad. The two"
         " countries agreed to trade.", "countries", ["TCD GOV", "MLI GOV"]),
        # the sides of a war, whoever appeals to them or speaks of them
        ("The M23 shelled Goma. Congo's army fired back. Qatar and Angola called for calm. Both"
         " sides blamed the other.", "sides", ["COD REB", "COD MIL"]),
        ("The RSF accepted a truce proposed by Peru. The Sudanese army rejected it. The parties"
         " met.", "parties", ["SDN REB", "SDN MIL"]),
        ("Colombia's army bombed the ELN. The presidents of Colombia and Peru met. The two sides"
         " agreed to trade.", "sides", ["COL GOV", "PER GOV"]),
        # whom several own
        ("Zambia's Hakainde Hichilema met Angola's Joao Lourenco. The presidents watched as their"
         " ministers signed.", "ministers", ["ZMB GOV", "AGO GOV"]),
        ("Peru and Chile let their envoys talk.", "envoys", ["PER GOV", "CHL GOV"]),
        ("Peru let its ministers talk.", "ministers", ["PER GOV"]),
        # who accuses somebody is not the one accused
        ("Dutch ministers fined three Congolese banks that they accuse of theft.", "they",
         ["NLD GOV"]),
        ("Norway fined two banks that they accuse of theft.", "they", []),
        ("Norway fined three banks. They accuse Oslo of malice.", "They", ["NOR BUS"]),
        # what a clause tells of a thing is not gone on with
        ("The Arab League thanked Oman for a plan that a court can enforce. It urged calm.", "It",
         ["IGO -"]),
        ("A court in Lima freed him. It fined the bank.", "It", ["PER JUD"]),
        ("The Arab League met in Cairo. The 22-member bloc urged calm.", "bloc", ["IGO -"]),
        ("The Arab League met in Cairo. The US-led bloc urged calm.", "bloc", ["None UNK"]),
        # of several states that have one the one that the text tells of
        ("Lusaka denied it. Zambia's opposition protested. State House said so.", "House",
         ["ZMB GOV"]),
        ("Peru denied it. State House said so.", "House", ["None GOV"]),
        ("Kenya and Uganda met. State House said so.", "House", ["None GOV"]),
        ("North Korea fired a rocket. The Joint Chiefs of Staff saw it.", "Staff", ["None MIL"]),
        ("Tokyo and South Korea saw a rocket. The Joint Chiefs of Staff counted two.", "Staff",
         ["KOR MIL"]),
    ],
)  # fmt: skip
def test_who_is_pointed_back_to(reader: Reader, text: str, words: str, told: list[str]) -> None:
    assert _told(reader, text, words) == told


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        # of one's own state one tells what it stands for
        ("Foreign Minister Penny Wong met Japan's envoy. The minister reaffirmed Australia's"
         " support for Tonga.", "minister", "Penny Wong"),
        ("Foreign Minister Penny Wong met Japan's envoy. The minister condemned Iran's raid.",
         "minister", "Penny Wong"),
        # he goes on, whomever else he is told beside
        ("Ahmed Tarek fought under Omar Bashir. In 2012 he was arrested. He fled to Chad. In March"
         " he released 52 soldiers. He threatened to attack Nyala.", "He", "Ahmed Tarek"),
        # nobody does it to himself
        ("Rabuka met Marape. Marape told him that Suva would pay.", "him", "Sitiveni Rabuka"),
    ],
)  # fmt: skip
def test_who_is_named(reader: Reader, text: str, words: str, told: str) -> None:
    assert [e.name for e in reader.last(text, words)] == [told]


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        # whom a state shuts out, and who harms people of a nation, is another's
        ("Latvia expelled four teachers.", "teachers", None),
        ("Latvia imposed sanctions on three firms.", "firms", None),
        ("Latvia arrested four teachers.", "teachers", "LVA"),
        ("Chad's president apologised for two Libyan herders shot by soldiers.", "soldiers", "TCD"),
        # where a deal was signed tells nothing of whose police they are
        ("Togo's students marched against the pact that Faure Gnassingbe signed in Benin."
         " Police held six.", "Police", "TGO"),
        ("Togo's students marched in Benin. Police held six.", "Police", "BEN"),
        # who looks into a country's affairs is not of it
        ("The panel on Mali named two men.", "panel", None),
        ("The airbase on Cyprus was shut. A commander on Cyprus said so.", "commander", "CYP"),
        ("Nepal raised taxes, as agreed. Mission chief Anna Ilyina praised it.", "Ilyina", None),
    ],
)  # fmt: skip
def test_of_which_country(reader: Reader, text: str, words: str, code: str | None) -> None:
    assert [e.country for e in reader.last(text, words)] == [code]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # named before or after, alone with that office of that land
        ("Ghana's president flew home. President John Mahama of Ghana was ill.", "president",
         "John Mahama"),
        ("President John Mahama of Ghana was ill. The Ghanaian president flew home.", "president",
         "John Mahama"),
        ("Foreign Minister Ana Soto of Peru spoke. The foreign minister of Peru left.", "minister",
         "Ana Soto"),
        # another office or land, another holder, or two of them
        ("Ghana's next president will fly. President John Mahama of Ghana was ill.", "president",
         "Ghana's next president"),
        ("Peru's president flew home. President John Mahama of Ghana was ill.", "president",
         "Peru's president"),
        ("Ghana's president flew home. Vice President Ama Mensah of Ghana was ill.", "president",
         "Ghana's president"),
        ("Peru's foreign minister left. Foreign Minister Ana Soto of Peru followed Foreign "
         "Minister Luis Paz of Peru.", "minister", "Peru's foreign minister"),
    ],
)  # fmt: skip
def test_an_office_of_a_land_is_its_only_holder(
    reader: Reader, text: str, words: str, name: str
) -> None:
    assert [party.name for party in reader.last(text, words)] == [name]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Kenyan and Ugandan troops met.", "troops", ["Kenyan troops", "Ugandan troops"]),
        ("Kenyan, Ugandan and Malian army officers met.", "officers",
         ["Kenyan army officers", "Ugandan army officers", "Malian army officers"]),
        ("The Kenya-Uganda alliance met.", "alliance", ["Kenya-Uganda alliance"] * 2),
        ("Kenyan troops met.", "troops", ["Kenyan troops"]),
    ],
)  # fmt: skip
def test_those_of_each_country_have_a_name_of_their_own(
    reader: Reader, text: str, words: str, names: list[str]
) -> None:
    assert [party.name for party in reader.last(text, words)] == names


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Three countries condemned it.", "countries", "None GOV"),
        ("Oman met the Gulf nations that sent aid.", "nations", "None GOV"),
    ],
)
def test_countries_that_nobody_names_are_governments(
    reader: Reader, text: str, words: str, told: str
) -> None:
    assert _told(reader, text, words) == [told]
