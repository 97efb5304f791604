"""Who is who: what phrases of a text mean, as tables of cases."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from dragoman.actors import Actors, Cast
from dragoman.actors.entry import BODIES, Kind
from dragoman.actors.name_tables import all_names
from dragoman.analysis import Analyser, Analysis
from dragoman.article import Article
from dragoman.countries import code_of, countries
from dragoman.events.parties.bearers import Bearers
from dragoman.mention import Entity
from dragoman.places.gazetteer import Gazetteer as Places


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


@pytest.fixture(scope="module")
def actors() -> Actors:
    return Actors()


class Reader:
    def __init__(self, analyser: Analyser, actors: Actors) -> None:
        self._analyser, self._actors = analyser, actors

    def read(self, text: str, published: date | None = date(2024, 5, 6)) -> tuple[Analysis, Cast]:
        analysis = self._analyser(Article(text=text, published=published))
        return analysis, self._actors(analysis)

    def resolve(self, text: str, words: str, published: date | None = date(2024, 5, 6)) -> tuple[Entity, ...]:
        analysis, cast = self.read(text, published)
        found = cast.resolve(token_of(analysis, words))
        assert all(text[e.start : e.end] == e.text for e in found)
        return found

    def one(self, text: str, words: str) -> tuple[str, str | None, str]:
        """Name, country and first sector of the only party that the words mean."""
        (entity,) = self.resolve(text, words)
        return entity.name, entity.country, entity.sectors[0]


def token_of(analysis: Analysis, words: str):
    match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", analysis.article.text)
    assert match is not None
    span = analysis.doc.char_span(*match.span(), alignment_mode="expand")
    assert span is not None
    return span.root


@pytest.fixture(scope="module")
def reader(analyser: Analyser, actors: Actors) -> Reader:
    return Reader(analyser, actors)


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Iranian officials praised the plan.", "Iranian officials", "IRN", "GOV"),
        ("Three Turkish soldiers were wounded.", "Three Turkish soldiers", "TUR", "MIL"),
        ("A French journalist was freed.", "A French journalist", "FRA", "JRN"),
        ("Afghan refugees crossed the river.", "Afghan refugees", "AFG", "REF"),
        ("Syrian rebels shelled the base.", "Syrian rebels", "SYR", "REB"),
        ("Police in Nairobi arrested two men.", "Police", "KEN", "COP"),
        ("The president of Kenya spoke.", "The president of Kenya", "KEN", "GOV"),
        ("Kenya's president spoke.", "Kenya's president", "KEN", "GOV"),
        ("The foreign ministry in Ankara protested.", "The foreign ministry", "TUR", "GOV"),
        ("Gunmen attacked a bus.", "Gunmen", None, "UAF"),
        ("Former Peruvian ministers were charged.", "Former Peruvian ministers", "PER", "ELI"),
        ("Ghanaian opposition lawmakers walked out.", "Ghanaian opposition lawmakers", "GHA", "LEG"),
        ("The Knesset adjourned.", "The Knesset", "ISR", "LEG"),
        ("The Pentagon denied it.", "The Pentagon", "USA", "MIL"),
        ("Somaliland opened an office.", "Somaliland", "SOM", "GOV"),
        ("Greenland voted.", "Greenland", "DNK", "GOV"),
        ("The chief of the Chadian army resigned.", "The chief of the Chadian army", "TCD", "MIL"),
        ("Bolivian tin miners blocked a road.", "Bolivian tin miners", "BOL", "LAB"),
        ("Dozens of Senegalese students were detained.", "Dozens", "SEN", "EDU"),
        ("A Norwegian-brokered deal pleased Colombian rebels.", "Colombian rebels", "COL", "REB"),
    ],
)
def test_nationality_and_sector_come_from_the_words(
    reader: Reader, text: str, words: str, country: str | None, sector: str
) -> None:
    assert reader.one(text, words)[1:] == (country, sector)


@pytest.mark.parametrize(
    ("text", "words", "name", "country", "office"),
    [
        ("Foreign Minister Orlan Tevan of Moldova arrived.", "Orlan Tevan", "Orlan Tevan", "MDA", "Foreign Minister"),
        ("Orlan Tevan, Moldova's foreign minister, arrived.", "Orlan Tevan", "Orlan Tevan", "MDA", "Foreign Minister"),
        ("Moldovan Foreign Minister Orlan Tevan arrived. Tevan met nobody.", "Tevan met", "Orlan Tevan", "MDA", "Foreign Minister"),
        ("The Moldovan foreign minister, Orlan Tevan, arrived.", "The Moldovan foreign minister", "Orlan Tevan", "MDA", "Foreign Minister"),
        ("Moldovan President Ana Rusu left. The president was tired.", "The president", "Ana Rusu", "MDA", "President"),
    ],
)
def test_person_keeps_name_country_and_office(
    reader: Reader, text: str, words: str, name: str, country: str, office: str
) -> None:
    analysis, cast = reader.read(text)
    (entity,) = cast.resolve(token_of(analysis, words.split(" met")[0]))
    assert (entity.name, entity.country, entity.office) == (name, country, office)


@pytest.mark.parametrize(
    ("text", "words", "countries"),
    [
        ("Iran and Pakistan signed a pact.", "Iran", ["IRN", "PAK"]),
        ("Russian and Ukrainian officials met.", "Russian and Ukrainian officials", ["RUS", "UKR"]),
        ("The foreign ministers of Peru and Chile met.", "The foreign ministers", ["PER", "CHL"]),
        ("Peru and Chile met. Both sides were pleased.", "Both sides", ["PER", "CHL"]),
        ("Peru and Chile met. The two countries share a border.", "The two countries", ["PER", "CHL"]),
        ("Angela Merkel met Emmanuel Macron. Vladimir Putin stayed away. The two leaders dined.",
         "The two leaders", ["DEU", "FRA"]),
        ("Peru's president will visit Chile. The two countries postponed talks after Chilean police "
         "held a Peruvian.", "The two countries", ["PER", "CHL"]),
        ("President Trump and Japanese Prime Minister Shinzo Abe spoke by phone on Monday.", "Abe",
         ["USA", "JPN"]),
    ],
)
def test_several_parties_are_told_apart(
    reader: Reader, text: str, words: str, countries: list[str]
) -> None:
    assert [e.country for e in reader.resolve(text, words)] == countries


@pytest.mark.parametrize(
    ("text", "words", "stands"),
    [
        ("Islamabad rejected the offer.", "Islamabad", True),
        ("Talks between Tehran and Washington stalled.", "Washington", True),
        ("The Kremlin hit back.", "Kremlin", True),
        ("Moscow-backed fighters retreated.", "Moscow", True),
        ("Talks were held in Islamabad.", "Islamabad", False),
        ("The minister arrived in Tehran.", "Tehran", False),
        ("Floods killed dozens in Pakistan.", "Pakistan", False),
        ("Rebels bombed Damascus.", "Damascus", False),
    ],
)
def test_place_is_told_from_government(reader: Reader, text: str, words: str, stands: bool) -> None:
    analysis, cast = reader.read(text)
    assert cast.stands_for_government(token_of(analysis, words)) is stands


@pytest.mark.parametrize(
    ("words", "party"),
    [("Soldiers", True), ("bridge", False), ("Monday", False), ("floods", False), ("Lima", False)],
)
def test_things_times_and_places_are_no_parties(reader: Reader, words: str, party: bool) -> None:
    analysis, cast = reader.read("Soldiers crossed the bridge near Lima on Monday after floods.")
    assert cast.is_party(token_of(analysis, words)) is party


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("Pakistan's PTI held a march.", "PTI", "Pakistan Tehreek-e-Insaf", "PAK"),
        ("South Africa's opposition EFF walked out.", "EFF", "Economic Freedom Fighters", "ZAF"),
        ("Malawi's DPP held a march.", "DPP", "Democratic Progressive Party", "MWI"),
        ("Burmese soldiers fled. The AA took their camp.", "AA", "Arakan Army", "MMR"),
        ("The ADF burned huts in Ituri.", "ADF", "Allied Democratic Forces", "UGA"),
        ("The ADF said two Australian soldiers drowned.", "ADF", "Australian Defence Force", "AUS"),
        ("The Arakan Army left. Turkey was silent. The AA returned.", "AA", "Arakan Army", "MMR"),
        ("A man at MIT found a flaw.", "MIT", "MIT", None),
        ("The ICC charged a man.", "ICC", "International Criminal Court", "IGO"),
        ("Congo's army left Brazzaville.", "Congo", "Republic of the Congo", "COG"),
        ("Congo's army left Goma.", "Congo", "Democratic Republic of the Congo", "COD"),
        ("Georgia Governor Otis Reed left.", "Otis Reed", "Otis Reed", "USA"),
        ("Georgia's parliament in Tbilisi met Governor Otis Reed.", "Georgia", "Georgia", "GEO"),
    ],
)
def test_a_shared_name_means_the_bearer_whom_the_text_tells(
    reader: Reader, text: str, words: str, name: str, country: str | None
) -> None:
    analysis, cast = reader.read(text)
    found = cast.speaker(token_of(analysis, words)) if country is None else cast.resolve(token_of(analysis, words))
    assert [(e.name, e.country) for e in found] == [(name, country)]


def test_no_body_stands_in_two_tables() -> None:
    bearers: dict[str, set[tuple[str, str | None, str]]] = {}
    for name, entry in all_names():
        if entry.kind in BODIES and not entry.governing:
            bearers.setdefault(name, set()).add((entry.name, entry.country, "".join(entry.sectors[:1])))
    named = {name: found for name, found in bearers.items() if len(name) > 5}
    twice = {
        name: found
        for name, found in named.items()
        if len({country for _, country, _ in found}) < len(found)
    }
    assert twice == {}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Mali's President General Ali Paz left.", "Ali Paz", ("Ali Paz", "MLI", "GOV", "President")),
        ("Chadian army chief General Ali Paz left.", "Ali Paz", ("Ali Paz", "TCD", "MIL", "Army Chief")),
        ("Iran's Supreme Leader Ayatollah Ali Paz left.", "Ali Paz", ("Ali Paz", "IRN", "GOV", "Supreme Leader")),
        ("Mali's General Ali Paz left.", "Ali Paz", ("Ali Paz", "MLI", "MIL", "General")),
        ("Sheikh Hasina left.", "Sheikh Hasina", ("Sheikh Hasina", "BGD", "GOV", "Prime Minister")),
        ("Guinea's President Umaro Sissoco Embalo left.", "Embalo",
         ("Umaro Sissoco Embaló", "GNB", "GOV", "President")),
        ("The president of Chad, Ali Paz, left.", "Ali Paz", ("Ali Paz", "TCD", "GOV", "President")),
        ("The president of Chad, Ali Paz, left.", "The president", ("Ali Paz", "TCD", "GOV", "President")),
    ],
)
def test_an_office_comes_before_a_rank_and_a_name_past_its_land(
    reader: Reader, text: str, words: str, expected: tuple[str, str, str, str]
) -> None:
    (entity,) = reader.resolve(text, words)
    assert (entity.name, entity.country, entity.sectors[0], entity.office) == expected


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Jordan's King Hamdan met Rami Hamdan.", "King Hamdan", "Hamdan"),
        ("Peru's minister Ana Paz left. Chile's minister Paz stayed.", "minister Paz", "Paz"),
        ("Peru's envoy Robert Paz left. Mrs Paz stayed.", "Mrs Paz", "Paz"),
        ("Peru's envoy Ana Paz left. Envoy Paz returned.", "Envoy Paz", "Ana Paz"),
    ],
)
def test_a_surname_is_not_lent_to_whom_its_title_contradicts(
    reader: Reader, text: str, words: str, name: str
) -> None:
    assert [e.name for e in reader.resolve(text, words)] == [name]


def test_a_place_starts_no_person(reader: Reader) -> None:
    text = "Jordan's Minister Hamdan met Iraqi officials about Khor Hamdan. Hamdan left."
    assert [e.name for e in reader.resolve(text, "Minister Hamdan")] == ["Hamdan"]


@pytest.mark.parametrize(
    ("text", "words", "parties"),
    [
        ("Kuwaiti and Iraqi officials met.", "Kuwaiti",
         [("Kuwaiti officials", "KWT", "GOV"), ("Iraqi officials", "IRQ", "GOV")]),
        ("Kuwaitis and Iraqi officials met.", "Kuwaitis",
         [("Kuwaitis", "KWT", "CVL"), ("Iraqi officials", "IRQ", "GOV")]),
    ],
)
def test_coordinated_nations_share_their_noun(
    reader: Reader, text: str, words: str, parties: list[tuple[str, str, str]]
) -> None:
    found = reader.resolve(text, words)
    assert [(e.name, e.country, e.sectors[0]) for e in found] == parties


def test_a_name_inside_a_partys_phrase_is_no_party_beside_it(reader: Reader) -> None:
    analysis, cast = reader.read("The foreign ministers of Egypt and Turkey met.")
    phrases = [analysis.doc[0:4], analysis.doc[3:4], analysis.doc[6:7]]
    found = Bearers(cast).find([p for p in phrases if p.root.text != "of"])
    assert [(e.name, e.country) for e in found] == [("foreign ministers", "EGY"), ("foreign ministers", "TUR")]


def test_a_place_below_a_party_is_where_and_not_whom(reader: Reader) -> None:
    analysis, cast = reader.read("Inspectors raided the offices of carmaker Volvo in Bonn.")
    phrases = [analysis.doc[5:7], analysis.doc[8:9]]
    assert [p.text for p in phrases] == ["carmaker Volvo", "Bonn"]
    assert "Germany" not in [e.name for e in Bearers(cast).find(phrases)]


def test_states_tied_by_a_hyphen_are_both_states(reader: Reader) -> None:
    for text in ("The South Korean-US drills began.", "They fear the Autumn Shield South Korean-US joint drills."):
        analysis, cast = reader.read(text)
        start = next(t.i for t in analysis.doc if t.text == "South")
        found = Bearers(cast).find([analysis.doc[start : start + 4]])
        assert [(e.name, e.country, e.sectors) for e in found] == [
            ("South Korea", "KOR", ("GOV",)), ("United States", "USA", ("GOV",))
        ]


def test_a_hyphen_within_a_states_own_name_ties_no_two_states(reader: Reader) -> None:
    for text, words, party in (
        ("Soldiers in Guinea-Bissau arrested the president.", 5, ("Soldiers", "GNB", "MIL")),
        ("Teachers in Timor-Leste protested.", 5, ("Teachers", "TLS", "EDU")),
        ("Guinea-Bissau's military rulers freed six men.", 6, ("Guinea-Bissau's military rulers", "GNB", "GOV")),
    ):
        analysis, cast = reader.read(text)
        found = Bearers(cast).find([analysis.doc[0:words]])
        assert [(e.name, e.country, e.sectors[0]) for e in found] == [party]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Ukrainian drones killed three people in Belgorod.", ("Ukrainian drones", "UKR", "MIL")),
        ("Cambodian rockets killed six Thai civilians.", ("Cambodia", "KHM", "MIL")),
        ("A Russian missile killed nine people in Sumy.", ("Russia", "RUS", "MIL")),
        ("A Ukrainian drone strike killed three people.", ("Ukraine", "UKR", "MIL")),
        ("An Indian rocket attack killed two people.", ("India", "IND", "MIL")),
        # what is no weapon is its state's, and who is a person stays one
        ("Ukrainian grain was banned in Poland.", ("Ukraine", "UKR", "GOV")),
        ("A Canadian mine was closed in Mali.", ("Canada", "CAN", "GOV")),
        ("The Iranian missile programme was discussed.", ("Iran", "IRN", "GOV")),
        ("A Ukrainian student was arrested in Lodz.", ("Ukrainian student", "UKR", "EDU")),
        ("Ukrainian soldiers left Kursk.", ("Ukrainian soldiers", "UKR", "MIL")),
    ],
)
def test_a_nations_adjective_alone_is_its_state_or_its_forces(
    reader: Reader, text: str, party: tuple[str, str, str]
) -> None:
    analysis, cast = reader.read(text)
    nation = next(t for t in analysis.doc if cast.names_nation(t))
    (found,) = Bearers(cast, armed=True).find([analysis.doc[nation.i : nation.i + 1]])
    assert (found.name, found.country, found.sectors[0]) == party


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Two American B-1B bombers flew over Guam.", "bombers", "MIL"),
        ("Russian strategic bombers struck Idlib.", "bombers", "MIL"),
        ("The bombers fled to Kano.", "bombers", "REB"),
    ],
)
def test_a_bomber_told_by_its_model_is_an_aircraft(reader: Reader, text: str, words: str, sector: str) -> None:
    assert reader.one(text, words)[2] == sector


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Officers in Burkina Faso seized power, arresting the president.", "Officers", "MIL"),
        ("Junior officers overthrew the president of Guinea.", "Junior officers", "MIL"),
        ("Guinea's president was ousted by officers on Sunday.", "officers", "MIL"),
        ("A coup led by officers in Gabon was condemned.", "officers", "MIL"),
        ("Officers who took power in Niger last year freed two men.", "Officers", "MIL"),
        ("Officers in Ghana seized a boat.", "Officers", "COP"),
        ("Officers in Ghana led 12 men away.", "Officers", "COP"),
        ("A man was arrested by officers in Ghana.", "officers", "COP"),
    ],
)
def test_officers_who_take_over_a_state_are_soldiers(reader: Reader, text: str, words: str, sector: str) -> None:
    assert reader.one(text, words)[2] == sector


@pytest.mark.parametrize(
    ("place", "country"),
    [("Plateau state", "NGA"), ("Plateau State", "NGA"), ("Warrap state", "SSD"), ("Unity state", "SSD"),
     ("Idlib province", "SYR")],
)  # fmt: skip
def test_police_are_those_of_the_region(reader: Reader, place: str, country: str | None) -> None:
    assert reader.one(f"Police arrested 12 men in {place}.", "Police")[1] == country


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Turkmen authorities", "TKM"),
        ("Equatorial Guinean judges", "GNQ"),
        ("Northern Irish police", "GBR"),
        ("Congo Republic soldiers", "COG"),
        ("The Greek Cypriot leader", "CYP"),
        ("Kittitian farmers", "KNA"),
        ("Sammarinese police", "SMR"),
        ("Cabo Verdean police", "CPV"),
        ("A Mosotho miner", "LSO"),
        ("The Germans", "DEU"),
        ("Bosniak politicians", "BIH"),
        ("Lusatian officials", None),
        ("Muslim officials", "USA"),
    ],
)
def test_every_land_has_words_for_its_people(reader: Reader, words: str, country: str | None) -> None:
    text = f"U.S. envoys left. {words} met the U.S. envoys."
    assert {e.country for e in reader.resolve(text, words)} == {country}


def test_the_table_of_countries_is_whole() -> None:
    states = [c for c in countries() if c.status == "state"]
    assert [c.name for c in states if not (c.demonyms or c.name == "Vatican")] == []
    assert [c.name for c in states if not c.adjectives] == []
    assert {c.iso3 for c in Places().countries} <= {c.iso3 for c in countries()}


@pytest.mark.parametrize(
    ("name", "code"),
    [("", None), ("  ", None), ("The Gambia", "GMB"), ("the Netherlands", "NLD"), ("Gaza", "PSE"),
     ("sao tome", "STP"), ("UN", "UNO"), ("Erehwon", None)],
)  # fmt: skip
def test_a_country_is_found_by_any_name(name: str, code: str | None) -> None:
    assert code_of(name) == code


@pytest.mark.parametrize(
    ("published", "name", "sector"),
    [
        (date(1991, 2, 1), "George H. W. Bush", "GOV"),
        (date(2003, 2, 1), "George W. Bush", "GOV"),
    ],
)
def test_day_of_publication_tells_who_held_the_office(
    reader: Reader, published: date, name: str, sector: str
) -> None:
    (entity,) = reader.resolve("President Bush spoke to the nation.", "Bush", published)
    assert (entity.name, entity.sectors[0]) == (name, sector)


def test_pronouns_refer_to_the_person_whose_gender_is_told(reader: Reader) -> None:
    text = "Spokeswoman Ana Rusu met King Olav. She thanked him."
    analysis, cast = reader.read(text)
    assert cast.resolve(token_of(analysis, "She"))[0].name == "Ana Rusu"
    assert not cast.resolve(token_of(analysis, "She"))[0].inferred


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("North Korea and South Korea trade threats. The North fired rockets.", "North fired", "PRK"),
        ("North Korea met South Korea. The South's army withdrew.", "South's army", "KOR"),
        ("Floods hit South Africa. The South lost its maize.", "South lost", None),
        ("Iran tested a missile. Iran's neighbours protested. The rogue state tested it over Iraq.",
         "rogue state", "IRN"),
        ("The Chadian army said it shot at Libya.", "it", "TCD"),
        ("A Greek nurse was freed. Eleni Vasiliou had been held in Sudan.", "Eleni Vasiliou", "GRC"),
        ("A Greek nurse was freed. John Smith said he was glad.", "John Smith", None),
        ("Kenyan Senator Ann Otieno was held. Her father Musa Otieno protested.", "Musa Otieno", "KEN"),
        ("Gunmen attacked the German consulate in Herat. Fighters stormed the gate.", "Fighters", "AFG"),
        ("Rebels abducted 30 Malian girls. The Chadian army freed them.", "them", "MLI"),
    ],
)  # fmt: skip
def test_the_document_tells_who_is_meant(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    analysis, cast = reader.read(text)
    found = cast.resolve(token_of(analysis, words.split()[0] if "'" in words or " f" in words else words))
    assert {e.country for e in found} - {None} == ({country} - {None})


@pytest.mark.parametrize(
    ("published", "sector"), [(date(2016, 5, 1), "REB"), (date(2023, 5, 1), "GOV")]
)
def test_a_movement_is_a_government_while_it_governs(
    reader: Reader, published: date, sector: str
) -> None:
    (entity,) = reader.resolve("Zabihullah Mujahid spoke.", "Zabihullah Mujahid", published)
    assert entity.sectors == (sector,)


def test_hyphenated_given_names_are_one_name(reader: Reader) -> None:
    text = "President Moon Jae-in spoke. Mr. Moon warned of war."
    entities = reader.resolve(text, "Mr. Moon", date(2018, 5, 1))
    assert [(e.name, e.country) for e in entities] == [("Moon Jae-in", "KOR")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peru's envoys met Hun Sen.", "Hun Sen"),
        ("Peru's envoys met Ivar Jan.", "Ivar Jan"),
        ("Peru's envoys met Robert Paz Jr.", "Robert Paz Jr."),
    ],
)
def test_a_name_leaves_the_sentence_its_full_stop(reader: Reader, text: str, name: str) -> None:
    words = text.partition("met ")[2].removesuffix(".")
    (entity,) = reader.resolve(text, words)
    assert (entity.name, entity.text) == (name, name)


def test_of_two_offices_the_highest_is_told(reader: Reader) -> None:
    (entity,) = reader.resolve("Xi Jinping spoke.", "Xi Jinping")
    assert entity.office == "President"


def test_counterpart_holds_the_office_of_the_other(reader: Reader) -> None:
    text = "Peruvian Interior Minister Luis Paz called his Chilean counterpart."
    (entity,) = reader.resolve(text, "his Chilean counterpart")
    assert (entity.country, entity.sectors[0], entity.office) == ("CHL", "GOV", "Interior Minister")


def test_abbreviation_means_what_it_was_introduced_for(reader: Reader) -> None:
    text = "The Hill Farmers Front (HFF), a rebel group in Nepal, took a town. The HFF burned it."
    (entity,) = reader.resolve(text, "The HFF")
    assert (entity.country, entity.sectors[0]) == ("NPL", "REB")


def test_dateline_gives_the_country_of_the_news(reader: Reader) -> None:
    _, cast = reader.read("HARARE (Reuters) - Police dispersed a march on Monday.")
    assert cast.dateline_country == "ZWE"


def test_own_table_comes_before_the_others(tmp_path: Path, analyser: Analyser) -> None:
    table = tmp_path / "own.tsv"
    table.write_text("name\taliases\tcountry\tsectors\toffice\nHarbour Pact\tHP\tIGO\tMIL\t\n", "utf-8")
    analysis = analyser(Article(text="The Harbour Pact held exercises."))
    (entity,) = Actors(table)(analysis).resolve(token_of(analysis, "Harbour Pact"))
    assert (entity.name, entity.country, entity.sectors) == ("Harbour Pact", "IGO", ("MIL",))


def test_quoted_we_is_the_speaker(reader: Reader) -> None:
    text = "“We will send aid,” Kenyan President Amos Karanja said."
    assert reader.resolve(text, "We")[0].name == "Amos Karanja"


def test_surname_of_a_person_named_before_is_no_firm(reader: Reader) -> None:
    text = "Moldovan Foreign Minister Orlan Teva arrived. Teva met nobody."
    analysis, cast = reader.read(text)
    token = next(t for t in analysis.doc if t.i > 6 and t.text == "Teva")
    assert cast.resolve(token)[0].name == "Orlan Teva"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Associated Press Chadian soldiers carry out a drill.", "Chadian soldiers", ("Chadian soldiers", "TCD", "MIL")),
        ("Getty - Contributor Peru fired a rocket.", "Peru", ("Peru", "PER", "GOV")),
        ("A BBC crew was held in Mali.", "A BBC crew", ("BBC crew", "GBR", "JRN")),
        ("Lima.com reported that Chilean police left.", "Lima.com", ("Lima.com", None, "UNK")),
    ],
)
def test_credits_and_web_sites_are_no_nations(
    reader: Reader, text: str, words: str, expected: tuple[str, str | None, str]
) -> None:
    assert reader.one(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Accra Chamber of Commerce and Industry met in Ghana.", "Accra Chamber of Commerce and Industry",
         ("Accra Chamber of Commerce and Industry", "GHA", "BUS")),
        ("The Accra Chamber of Commerce and Industry met in Ghana.", "Industry",
         ("Accra Chamber of Commerce and Industry", "GHA", "BUS")),
        ("The Ministry of Foreign Affairs of Peru and the Ministry of Defence agreed.", "the Ministry of Defence",
         ("Ministry of Defence", "PER", "MIL")),
        ("The Peruvian Sports Commission (PSC) met. The PSC agreed.", "The PSC",
         ("Peruvian Sports Commission", "PER", "GOV")),
        ("The Toronto Transit Commission was sued. The TTC said nothing.", "The TTC",
         ("Toronto Transit Commission", "CAN", "GOV")),
        ("An Irish council met. Members of the MDC walked out.", "the MDC", ("MDC", None, "UNK")),
        ("Germany's financial watchdog FinZ sued a firm in the United States. In Ohio a FinZ spokesman spoke.",
         "a FinZ spokesman", ("FinZ spokesman", "DEU", "GOV")),
        ("Norway's Labour Party won. The Labour Party thanked voters.", "The Labour Party", ("Labour Party", "NOR", "PTY")),
    ],
)
def test_bodies_are_named_whole_and_known_from_the_text(
    reader: Reader, text: str, words: str, expected: tuple[str, str | None, str]
) -> None:
    assert reader.one(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Gabon's Deputy Minister of Industry and Trade Oleg Bono left.", "Oleg Bono",
         ("Oleg Bono", "GAB", "GOV", "Deputy Minister of Industry and Trade")),
        ("Gabonese State Councillor and Foreign Minister Ana Bono left.", "State Councillor",
         ("Ana Bono", "GAB", "GOV", "Foreign Minister")),
        ("Colonel Ana Paz, a Ukraine specialist, spoke in Lima.", "Ana Paz", ("Ana Paz", "PER", "MIL", "Colonel")),
        ("The alleged killers Ion Rusu, 19, and Ana Paz, 21, fled Peru.", "Ana Paz", ("Ana Paz", None, "CRM", None)),
        ("Kevin King was held in Kabul. King returned.", "King returned", ("Kevin King", None, "UNK", None)),
    ],
)
def test_titles_before_a_name_are_read_whole(
    reader: Reader, text: str, words: str, expected: tuple[str, str | None, str, str | None]
) -> None:
    analysis, cast = reader.read(text)
    token = next(token_of(analysis, words).subtree) if "returned" in words else token_of(analysis, words)
    (entity,) = cast.resolve(token)
    assert (entity.name, entity.country, entity.sectors[0], entity.office) == expected


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("U.S.-backed Syrian rebels advanced.", "Syrian rebels", "SYR", "REB"),
        ("Kenya's traditional allies refused.", "allies", None, "GOV"),
        ("Police in Kenya watched. Foreign firms left.", "Foreign firms", None, "BUS"),
        ("In Mexico Latin American leaders met.", "Latin American leaders", None, "GOV"),
        ("Three Houthi prisoners were freed.", "Three Houthi prisoners", "YEM", "REB"),
        ("The Taliban government denied it.", "The Taliban government", "AFG", "GOV"),
        ("Malian troops shot a boy in Chad. Soldiers fled.", "Soldiers", "MLI", "MIL"),
        ("A Kenyan was killed when rebels attacked in the Central African Republic.", "rebels", "CAF", "REB"),
        ("Militants rammed the consulate in Herat. The German consulate burned.", "the consulate", "DEU", "GOV"),
        ("Mali expelled two diplomats after Chad and Niger met.", "two diplomats", None, "GOV"),
        ("The governor left his party in Ghana.", "his party", "GHA", "PTY"),
        ("Lima was calm. People from across the world sent gifts.", "People", None, "CVL"),
        ("Lima was calm. Fans around the globe sent gifts.", "Fans", None, "CVL"),
        ("Lima was calm. Officials of many countries sent gifts.", "Officials", None, "GOV"),
        ("On Friday in Peru, hackers stole the data of Peruvians.", "hackers", None, "CRM"),
        ("Police in Lima arrested two suspects.", "two suspects", None, "CVL"),
        ("Police in Lima arrested two Chilean smugglers.", "two Chilean smugglers", "CHL", "CRM"),
        ("Peru blamed Chilean thieves. The thieves fled. In Lima police sought the thieves.", "The thieves",
         "CHL", "CRM"),
        ("Police in Lima arrested gang members.", "gang members", "PER", "CRM"),
    ],
)
def test_nobody_is_lent_a_country_or_a_trade(
    reader: Reader, text: str, words: str, country: str | None, sector: str
) -> None:
    assert reader.one(text, words)[1:] == (country, sector)


@pytest.mark.parametrize(
    ("text", "words", "countries"),
    [
        ("Mali shelled Chad. The army and people of Niger rejoiced.", "army", ["NER", "NER"]),
        ("In Lima, students and teachers from Kenya met.", "students", ["KEN", "KEN"]),
        ("In Lima, farmers, nurses and judges from Kenya met.", "nurses", ["KEN"]),
        ("The police and a nurse from Kenya died in Lima.", "police", ["PER", "KEN"]),
        ("Japan met South Korea. The army and people of the North were told.", "army", ["PRK", "PRK"]),
    ],
)
def test_what_follows_a_coordination_is_of_all_of_it(
    reader: Reader, text: str, words: str, countries: list[str]
) -> None:
    assert [e.country for e in reader.resolve(text, words)] == countries


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Peru and Japan met. Kenya sent a special envoy to Chad. The envoy arrived on Friday.", "The envoy", "KEN"),
        ("Ana Paz, the U.S. envoy, left Peru. Kenya sent an envoy too. The envoy arrived on Friday.", "The envoy",
         "KEN"),
        ("Troops sent by Kenya landed in Haiti.", "Troops", "KEN"),
        ("Togo arrested four Ghanaian fishermen. Togo then freed the fishermen.", "the fishermen", "GHA"),
        ("Chile's foreign ministry rebuked Peru. Peru's people marched in Lima. The ministry was silent.",
         "The ministry", "CHL"),
        ("Chile's Ministry of Health closed schools. Peru's people marched in Lima. The ministry was silent.",
         "The ministry", "CHL"),
        ("Germany's watchdog FinZ sued a firm in Ohio. It broke U.S. law. The regulator wants a fine.",
         "The regulator", "DEU"),
        ("Germany's watchdog FinZ sued a firm in Ohio. It broke U.S. law.\nAgency seeks fine\nIt was silent.",
         "Agency", "DEU"),
        ("Israel held a boy. An Egyptian soldier hit him. Israel said the soldier hit him in Gaza.", "the soldier",
         "EGY"),
        ("Chile shelled a town in Chile. A shell fell on Peruvian soil. But when the government saw it, it "
         "warned citizens to hide.", "the government", "PER"),
        ("Peru's army left. It had been near the Chilean border. Peruvian jets flew and a general asked the army to "
         "stay.", "the army", "PER"),
    ],
)
def test_a_bare_noun_is_of_the_country_last_told_with_it(
    reader: Reader, text: str, words: str, country: str
) -> None:
    assert [e.country for e in reader.resolve(text, words)] == [country]


def test_given_names_tell_he_from_she(reader: Reader) -> None:
    text = "Donald Reyes met Stephanie Cole in Lima. She thanked him."
    analysis, cast = reader.read(text)
    assert cast.resolve(token_of(analysis, "She"))[0].name == "Stephanie Cole"
    assert cast.resolve(token_of(analysis, "him"))[0].name == "Donald Reyes"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Ivan Petrov, deputy head of the senate, condemned North Korea.", "Ivan Petrov", None),
        ("The singer Lola Vance mourned. A fire in Caracas killed two. A storm in Lima killed three.", "Lola Vance", None),
        ("Floods hit Japan. North Korea fired a missile. A farmer, Kenta Mori, said he ran.", "Kenta Mori", None),
        ("KAMPALA, May 5 — Rain fell for days. The farmer John Okello said he ran.", "John Okello", "UGA"),
        ("In Berlin, the foreign minister, Karl Brandt, spoke of Mali.", "Karl Brandt", "DEU"),
        ("Fires in Kyoto, in Osaka, in Nagoya and in Kobe spread. A farmer, Kenta Mori, ran.", "Kenta Mori", "JPN"),
        ("Ivan Petrov, deputy chairman of the Federation Council's Security Committee, condemned North Korea.",
         "Ivan Petrov", "RUS"),
    ],
)
def test_what_a_text_is_about_is_not_where_people_come_from(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    assert reader.one(text, words)[1] == country


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Crystal Palace sacked its coach.", "Crystal Palace", None, "UNK"),
        ("The palace denied it.", "The palace", None, "GOV"),
        ("Brave Talents Agency sued.", "Brave Talents Agency", None, "UNK"),
        ("The Atomic Energy Agency sued.", "The Atomic Energy Agency", None, "GOV"),
        ("Turner Prize president Rita Holm apologised.", "Rita Holm", None, "UNK"),
        ("Turner Prize owner Rita Holm apologised.", "Rita Holm", None, "BUS"),
        ("Kenyan president Rita Holm apologised.", "Rita Holm", "KEN", "GOV"),
        ("The studio head resigned.", "The studio head", None, "BUS"),
        ("The club's president resigned.", "president", None, "SOC"),
        ("The president of the club resigned.", "The president", None, "SOC"),
        ("The company's president resigned.", "president", None, "BUS"),
        ("The league commissioner spoke.", "The league commissioner", None, "SOC"),
        ("The pilot fled.", "The pilot", None, "UNK"),
        ("An air force pilot fled.", "An air force pilot", None, "MIL"),
        ("The team captain Ben Hart fled.", "Ben Hart", None, "UNK"),
        ("Captain Ben Hart fled.", "Ben Hart", None, "MIL"),
        ("Prince sued. The label feared Prince.", "Prince", None, "UNK"),
        ("Prince Albert sued. The label feared the prince.", "the prince", None, "GOV"),
        ("The Peruvian Sports Commission met.", "The Peruvian Sports Commission", "PER", "GOV"),
        ("The Senate's Armed Services Committee met.", "Committee", None, "LEG"),
        ("The House Intelligence Committee met.", "The House Intelligence Committee", None, "LEG"),
        ("The Knesset's security committee met.", "committee", "ISR", "LEG"),
        ("Iran's government fell. Some governments cheered.", "Some governments", None, "GOV"),
        ("Kenya's government fell. Local governments cheered.", "Local governments", "KEN", "GOV"),
        ("Tokyo began talks with the North Koreans.", "the North Koreans", "PRK", "GOV"),
    ],
)
def test_a_word_that_states_share_with_firms_and_clubs_tells_no_state(
    reader: Reader, text: str, words: str, country: str | None, sector: str
) -> None:
    assert reader.one(text, words)[1:] == (country, sector)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Georgetown University sued.", "Georgetown University", None),
        ("The University of Georgetown sued.", "The University of Georgetown", None),
        ("Guyana rejoiced. Georgetown University sued.", "Georgetown University", "GUY"),
        ("Victoria Police arrested him.", "Victoria Police", None),
        ("St George's Hospital in London treated them.", "Hospital", "GBR"),
        ("Lahore University sued.", "Lahore University", "PAK"),
        ("North Korea fired. The Central Intelligence Agency warned.", "The Central Intelligence Agency", "USA"),
    ],
)
def test_a_name_of_many_countries_inside_a_bodys_name_tells_none(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    assert reader.one(text, words)[1] == country


def test_another_articles_nationality_does_not_place_the_texts_bodies(reader: Reader) -> None:
    text = (
        "The plane left Denver for Boston and came back to Denver. READ MORE: South Korean star spared. "
        "The ORX police said nothing."
    )
    assert reader.one(text, "The ORX police")[1] != "KOR"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Talks were held in Doha on Monday. The army freed 40 prisoners.", "The army", None),
        ("Talks were held in Doha on Monday. The army freed 40 prisoners.", "40 prisoners", None),
        ("DOHA (Reuters) - Mediators held talks in Doha on Monday. The army left Chad.", "The army", None),
        ("Envoys met in Doha on Tuesday.", "Envoys", None),
        ("The two ministers agreed to meet in Smolensk.", "ministers", None),
        ("Soldiers held a man a day before he was to meet rebels in Doha.", "Soldiers", None),
        ("Envoys resumed talks in the Qatari capital. The army left.", "The army", None),
        ("Soldiers shelled a village near Goma.", "Soldiers", "COD"),
        ("Police in Lima arrested two men.", "Police", "PER"),
        ("Rebels were flown to Goma. The army freed prisoners.", "The army", "COD"),
    ],
)
def test_where_parties_only_meet_tells_nobodys_country(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    assert {e.country for e in reader.resolve(text, words)} == {country}


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Moscow denied that it had targeted civilians.", "civilians", None),
        ("Russian troops killed nine civilians.", "nine civilians", None),
        ("Russian troops killed nine civilians in Kharkiv.", "nine civilians", "UKR"),
        ("KAMPALA (Reuters) - Ugandan police killed nine men.", "nine men", "UGA"),
        ("Washington lifted its ban three days after Minsk freed 52 prisoners.", "52 prisoners", "BLR"),
    ],
)
def test_who_harms_lends_no_country_to_his_victims(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    assert reader.one(text, words)[1] == country


@pytest.mark.parametrize(
    ("text", "pronoun", "names"),
    [
        # the subject of the sentence before, and whom each sentence since calls 'he'
        ("Peru's envoy Luis Paz left Chad. He was tired.", "He", ["Luis Paz"]),
        ("Peru's envoy Luis Paz left Chad. He was tired. Then he slept. At noon he woke.", "he woke", ["Luis Paz"]),
        # another person is told since: it is he, or nobody
        ("Peru's envoy Luis Paz left Chad.\n\nA party asked for the head of the tax office to go. He resigned.",
         "He", ["head"]),
        ("Peru's envoy Luis Paz left Chad.\n\nAli Rusu spoke. Chadian police arrested Ion Teva and Petru Lupu.\n\n"
         "Rain fell. He was tired.", "He", []),
        # not whom the sentence before tells in passing, but whom the paragraph is about
        ("President Luis Paz will land in Lima. Talks with Prime Minister Ali Rusu are set for noon. He will stay "
         "a day.", "He", ["Luis Paz"]),
    ],
)  # fmt: skip
def test_a_pronoun_names_somebody_only_where_it_is_plain(
    reader: Reader, text: str, pronoun: str, names: list[str]
) -> None:
    analysis, cast = reader.read(text)
    at = text.index(pronoun)
    token = next(t for t in analysis.doc if t.idx == at)
    assert [e.name for e in cast.resolve(token)] == names


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The government of Mali and M23 agreed.", [("Mali", "MLI", "GOV"), ("March 23 Movement", "COD", "REB")]),
        ("The army of Mali and JNIM fought.",
         [("army", "MLI", "MIL"), ("Jama'at Nusrat al-Islam wal-Muslimin", "IMG", "REB")]),
        ("The government and army of Mali agreed.", [("Mali", "MLI", "GOV"), ("army", "MLI", "MIL")]),
    ],
)
def test_what_is_joined_to_a_state_lends_its_bodies_no_sector(
    reader: Reader, text: str, parties: list[tuple[str, str, str]]
) -> None:
    found = reader.resolve(text, text.split()[1])
    assert [(e.name, e.country, e.sectors[0]) for e in found] == parties


def test_a_group_joined_to_a_state_is_a_party_beside_its_government(reader: Reader) -> None:
    analysis, cast = reader.read("The government of Mali and M23 agreed.")
    found = Bearers(cast).find([analysis.doc[0:4], analysis.doc[5:6]])
    assert [e.name for e in found] == ["Mali", "March 23 Movement"]


@pytest.mark.parametrize(
    ("text", "place", "parties"),
    [
        ("The union sued Las Vegas.", "Vegas", []),
        ("The union accused Paris of lying.", "Paris", ["France"]),
        ("Russia shelled Kharkiv.", "Kharkiv", ["Ukraine"]),
    ],
)
def test_a_mere_town_is_no_state(reader: Reader, text: str, place: str, parties: list[str]) -> None:
    analysis, cast = reader.read(text)
    token = token_of(analysis, place)
    assert [e.name for e in Bearers(cast).find([analysis.doc[token.i : token.i + 1]])] == parties


def test_who_visits_a_town_visits_its_state(reader: Reader) -> None:
    analysis, cast = reader.read("The king of Jordan arrived in Osaka.")
    town = token_of(analysis, "Osaka").i
    host = Bearers(cast, towns=True).find([analysis.doc[town : town + 1]])
    assert [e.country for e in host] == ["JPN"]


def test_a_pronoun_goes_on_meaning_who_was_quoted(reader: Reader) -> None:
    text = (
        'Foreign minister Jan Ruiz said, "These tests only harm the north of Peru."\n'
        'He said that Chile "is the largest buyer of copper." He called on both to act.'
    )
    analysis, cast = reader.read(text)
    again = [t for t in analysis.doc if t.text == "He"][-1]
    assert [e.name for e in cast.resolve(again)] == ["Jan Ruiz"]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("A rally was held in Lima. An actor sued the army.", "An actor", None),
        ("A rally was held in Lima. The chief executive sued the army.", "chief executive", None),
        ("A rally was held in Lima. A Peruvian singer sued the army.", "A Peruvian singer", "PER"),
        ("A rally was held in Lima. Singer Ana Paz sued the army.", "Ana Paz", None),
    ],
)
def test_show_business_and_firms_people_are_of_no_country_untold(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    assert reader.one(text, words)[1] == country


@pytest.mark.parametrize(
    ("name", "published", "country"),
    [
        ("Kassym-Jomart Tokayev", date(2024, 5, 6), "KAZ"),
        ("Frank-Walter Steinmeier", date(2024, 5, 6), "DEU"),
        ("B. J. Habibie", date(1999, 5, 6), "IDN"),
        ("José Ramos-Horta", date(2024, 5, 6), "TLS"),
        ("Anwaar ul Haq Kakar", date(2023, 9, 6), "PAK"),
        ("Hamad bin Khalifa Al Thani", date(2005, 5, 6), "QAT"),
    ],
)
def test_a_leaders_full_name_tells_his_country(
    reader: Reader, name: str, published: date, country: str
) -> None:
    (entity,) = reader.resolve(f"{name} met the envoys on Monday.", name, published)
    assert (entity.name, entity.country) == (name, country)


def test_no_leader_stands_under_two_names() -> None:
    leaders = [(n, e) for n, e in all_names() if e.kind is Kind.LEADER]
    named = {(e.name, e.country) for _, e in leaders}
    full = {(n, e.name, e.country) for n, e in leaders if " " in n and n != e.name}
    assert [alias for alias in full if (alias[0], alias[2]) in named] == []


@pytest.mark.parametrize(
    ("text", "words", "persons"),
    [
        ("Foreign ministers Ana Gomes of Portugal and Rui Matos of Angola met in Rome.", "Foreign ministers",
         [("Ana Gomes", "PRT", "Foreign Minister"), ("Rui Matos", "AGO", "Foreign Minister")]),
        ("Presidents Ana Gomes of Portugal and Luis Prado of Brazil signed a treaty.", "Ana Gomes",
         [("Ana Gomes", "PRT", "President"), ("Luis Prado", "BRA", "President")]),
        ("The presidents of Portugal and Brazil, Ana Gomes and Luis Prado, signed a treaty.", "The presidents",
         [("Ana Gomes", "PRT", "President"), ("Luis Prado", "BRA", "President")]),
        ("Defence ministers Ana Gomes of Portugal, Luis Prado of Brazil and Rui Matos of Angola met.",
         "Defence ministers", [("Ana Gomes", "PRT", "Defence Minister"), ("Luis Prado", "BRA", "Defence Minister"),
                               ("Rui Matos", "AGO", "Defence Minister")]),
        ("The Thai and Lao prime ministers, Somchai Rungrat and Bounmy Keola, met.", "Bounmy Keola",
         [("Bounmy Keola", "LAO", "Prime Minister")]),
        ("She told ministers Ana Gomes had left.", "Ana Gomes", [("Ana Gomes", None, None)]),
    ],
)  # fmt: skip
def test_a_plural_title_is_that_of_each_name_in_the_list(
    reader: Reader, text: str, words: str, persons: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(e.name, e.country, e.office) for e in reader.resolve(text, words)] == persons


@pytest.mark.parametrize(
    ("text", "words", "parties"),
    [
        ("Kenya's leader Musa Otieno and his Malian host, Moussa Keita, signed an accord.", "Musa Otieno",
         [("Musa Otieno", "KEN", "GOV"), ("Moussa Keita", "MLI", "GOV")]),
        ("Kenya's leader Musa Otieno met his Malian guest, Moussa Keita, in Nairobi.", "guest",
         [("Moussa Keita", "MLI", "UNK")]),
        ("President Musa Otieno and his Malian guest Moussa Keita signed an accord.", "Musa Otieno",
         [("Musa Otieno", None, "GOV"), ("Moussa Keita", "MLI", "GOV")]),
    ],
)  # fmt: skip
def test_a_host_or_guest_told_by_nation_is_of_it(
    reader: Reader, text: str, words: str, parties: list[tuple[str, str | None, str]]
) -> None:
    assert [(e.name, e.country, e.sectors[0]) for e in reader.resolve(text, words)] == parties


def test_an_adjective_of_a_thing_is_nobodys_office(reader: Reader) -> None:
    analysis, cast = reader.read("The official Brightline Tunes account mocked the government.")
    assert not cast.is_party(token_of(analysis, "account"))
    found = [e for w in ("Brightline", "Tunes") for e in cast.resolve(token_of(analysis, w))]
    assert {e.sectors for e in found} <= {("UNK",)}
    assert reader.one("The official Ana Gomes mocked the plan.", "Ana Gomes")[2] == "GOV"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("BAMAKO (Bell) — President Musa Otieno arrived in Mali on Monday. Otieno will meet herders.", "Musa Otieno", None),
        ("President Musa Otieno put off a visit to Mali. Mali had planned a parade in Bamako.", "Musa Otieno", None),
        ("President Musa Otieno put off a visit to Mali, his office said. Mali sent flowers.", "office", None),
        ("Mali was calm. The visit of Mali's president to Chad pleased farmers in Bamako.", "farmers", "MLI"),
        ("In Bamako, President Musa Otieno praised bankers who toured Mali.", "Musa Otieno", "MLI"),
    ],
)  # fmt: skip
def test_who_calls_on_a_country_is_not_lent_it(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    assert reader.one(text, words)[1] == country


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("PARIS (Bell) — French President Luc Morel flew to Chad. Rebels in the north of the country seized a convoy.",
         "Rebels", "TCD"),
        ("PARIS (Bell) — French President Luc Morel toured Chad. Farmers in the country want rain.", "Farmers", "TCD"),
        ("PARIS (Bell) — French President Luc Morel toured Chad. Farmers in the host country want rain.", "Farmers", "FRA"),
    ],
)  # fmt: skip
def test_the_country_is_where_the_events_are(
    reader: Reader, text: str, words: str, country: str
) -> None:
    assert reader.one(text, words)[1] == country


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Dozens were freed under a Norway-mediated deal.", "Dozens", None),
        ("Prisoners left the camp under a deal brokered by Qatar.", "Prisoners", None),
        ("Norwegian mediators were glad. Prisoners left the camp.", "Prisoners", None),
        ("Norwegian farmers were glad. Prisoners left the camp.", "Prisoners", "NOR"),
    ],
)
def test_who_mediates_lends_nobody_a_country(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    assert reader.one(text, words)[1] == country


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Soldiers slapped a Palestinian girl. Palestinian clerics protested.", "Soldiers", None),
        ("Palestinian clerics protested in Nablus. Soldiers had raided a school.", "Soldiers", None),
        ("Kenyan envoys met Malian envoys. Kenyans were angry. Kenyan papers said soldiers had beaten a Kenyan boy.",
         "soldiers", None),
        ("Soldiers beat a Kenyan boy. Kenyan clerics protested.", "Soldiers", "KEN"),
        ("Soldiers beat a Kenyan boy in Nairobi.", "Soldiers", "KEN"),
    ],
)  # fmt: skip
def test_who_is_harmed_lends_no_country_to_whom_harms_him(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    assert reader.one(text, words)[1] == country


@pytest.mark.parametrize(
    ("text", "words", "parties"),
    [
        ("Chad's interior minister denied it. Libyan artillery shelled a village. The bloc offered to mediate "
         "between the two sides.", "sides", [("Chad", "GOV"), ("Libya", "GOV")]),
        ("Chad's interior minister denied it. Libyan artillery shelled a village. The African Union offered to "
         "mediate between them.", "them", [("Chad", "GOV"), ("Libya", "GOV")]),
        ("Chad and Libya traded fire. Two Malians fled. The African Union urged both sides to stop.", "sides",
         [("Chad", "GOV"), ("Libya", "GOV")]),
        ("Israeli troops fought Hezbollah in the hills. Both sides suffered losses.", "sides",
         [("Israeli troops", "MIL"), ("Hezbollah", "REB")]),
        ("A Kenyan nurse met a Malian reporter. Both sides were tired.", "sides", [("sides", "UNK")]),
    ],
)  # fmt: skip
def test_sides_are_states_or_those_who_can_be_sides(
    reader: Reader, text: str, words: str, parties: list[tuple[str, str]]
) -> None:
    assert [(e.name, e.sectors[0]) for e in reader.resolve(text, words)] == parties


def test_an_army_whose_country_the_setting_tells_is_a_side_before_who_calls_on_it(
    reader: Reader,
) -> None:
    told = "GOMA, Congo (Bell) - The army said M23 had shelled a village. M23 denied it. "
    for text in ("The African Union called on both sides to stop.", "Both sides went on."):
        found = [(e.country, e.sectors[0]) for e in reader.resolve(told + text, "sides")]
        assert sorted(found) == [("COD", "MIL"), ("COD", "REB")]


def test_a_states_soldiers_and_its_minister_are_one_side_where_another_is_told(reader: Reader) -> None:
    text = (
        "GOMA, Congo (Bell) - The army said M23 had left. Rwandan soldiers stayed, Rwanda's minister said. "
        "Both sides went on."
    )
    assert {e.country for e in reader.resolve(text, "sides")} != {"RWA"}


def test_a_firm_before_a_thing_is_no_state(reader: Reader) -> None:
    analysis, cast = reader.read("The official United Twitter account mocked the plan.")
    for start in range(5):
        for entity in Bearers(cast).find([analysis.doc[start:5]]):
            assert "GOV" not in entity.sectors


@pytest.mark.parametrize(
    ("text", "words", "country", "inferred"),
    [
        ("Police arrested a singer in Lima.", "Police", "PER", True),
        ("Peruvian police arrested a singer in Lima.", "Peruvian police", "PER", False),
        ("LIMA — Officials met on Monday.", "Officials", "PER", True),
        ("Peru's Foreign Minister Ana Quispe met reporters.", "Ana Quispe", "PER", False),
        ("LIMA — Foreign Minister Ana Quispe met reporters.", "Ana Quispe", "PER", True),
        ("Syrian rebels left Homs. The rebels had held it for long.", "The rebels", "SYR", False),
        ("Somebody spoke to teachers.", "teachers", None, False),
    ],
)  # fmt: skip
def test_a_country_that_no_word_of_the_party_tells_is_marked(
    reader: Reader, text: str, words: str, country: str | None, inferred: bool
) -> None:
    (entity,) = reader.resolve(text, words)
    assert (entity.country, entity.country_inferred, entity.inferred) == (country, inferred, False)


def test_what_is_told_of_a_person_anywhere_comes_before_what_the_setting_tells(
    reader: Reader,
) -> None:
    text = (
        "LIMA — Foreign Minister Tom Hale came on Monday. He is well known in the city.\n\n"
        "Tom Hale, the foreign minister of Belize, left on Tuesday."
    )
    (entity,) = reader.resolve(text, "Tom Hale")
    assert (entity.country, entity.country_inferred) == ("BLZ", False)


@pytest.mark.parametrize(
    ("text", "words", "countries"),
    [
        ("Two Fijian miners held in Mali were freed on Friday. Police met the two men.",
         "the two men", ["FJI"]),
        ("Three Peruvian nurses were freed in Chad. The three women were seized in May.",
         "The three women", ["PER"]),
        ("Fiji's health ministry wrote to Tonga. A ship left for Tonga on Monday. It docked in Tonga "
         "on Friday. Tonga paid for it. The ministry spokesman met Tongan nurses.",
         "ministry spokesman", ["FJI"]),
        ("Iran freed two men in its Kurdistan region.", "two men", ["IRN"]),
        ("Iraq freed two men in its Kurdistan region.", "two men", ["IRQ"]),
    ],
)  # fmt: skip
def test_of_two_states_told_a_party_is_of_the_one_that_its_words_lead_back_to(
    reader: Reader, text: str, words: str, countries: list[str]
) -> None:
    assert [e.country for e in reader.resolve(text, words)] == countries


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Chad accused Niger of harbouring rebels.", "rebels", "rebels"),
        ("He was held on suspicion of aiding rebels.", "rebels", "rebels"),
        ("They spoke of visiting ministers.", "ministers", "visiting ministers"),
        ("The ruling party won.", "party", "ruling party"),
    ],
)
def test_a_name_does_not_begin_with_the_verb_that_governs_it(
    reader: Reader, text: str, words: str, name: str
) -> None:
    assert [e.name for e in reader.resolve(text, words)] == [name]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Peruvian nurses marched to the Peruvian embassy. Two of them were held.", "them",
         ["Peruvian nurses"]),
        ("Ministers of Peru, Chile and Bolivia met on Monday. The three countries want peace.",
         "three countries", ["Peru", "Chile", "Bolivia"]),
        ("Togo spoke. Ministers met. The three countries want peace.", "three countries",
         ["three countries"]),
        ("President Paul Kagame of Rwanda met President Felix Tshisekedi of Congo on Friday. The "
         "Institute of Peace took a photo. They agreed to meet again.", "They",
         ["Paul Kagame", "Félix Tshisekedi"]),
        ("South Korea protested. North Korea's last test was in May, when the isolated state fired a "
         "missile over Japan.", "isolated state", ["North Korea"]),
        ("Japan protested. North Korea's last test was in May, when the regime fired a missile.",
         "regime", ["North Korea"]),
        ("Envoys met Kim Jong Un, leading Kim to say he would visit Seoul.", "he", ["Kim Jong Un"]),
        ("Ruto met reporters. Raila Odinga took bribes, he said.", "he", ["William Ruto"]),
    ],
)  # fmt: skip
def test_what_points_back_means_those_whom_its_number_and_its_clause_allow(
    reader: Reader, text: str, words: str, names: list[str]
) -> None:
    assert [e.name for e in reader.resolve(text, words)] == names


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The government expelled the Chilean ambassador.", "government", None),
        ("Interior Ministry deported 30 Togolese migrants.", "Interior Ministry", None),
        ("Navy seized a Panamanian tanker.", "Navy", None),
        ("Two Fijian nurses were arrested by police.", "police", None),
        ("The army shelled Chadian positions.", "army", None),
        ("Ghana and Togo differ over the border. The government expelled the Togolese ambassador.",
         "government", "GHA"),
        ("The council imposed sanctions on nine officials in Belarus.", "council", None),
        ("LIMA — The government expelled the Chilean ambassador.", "government", "PER"),
        ("Police arrested four Peruvian reporters in Lima.", "Police", "PER"),
        ("Prime Minister Phone Call with Chile.\nTonga's king met the president of Chile.",
         "Prime Minister", None),
        ("The army killed 14 Malian rebels.", "army", "MLI"),
        ("The former president of Malawi was questioned by prosecutors.", "prosecutors", "MWI"),
        ("Foreign Minister Telephone Talk with Norway.", "Foreign Minister", None),
        ("The Justice Department charged three Bolivian hackers.", "Justice Department", "USA"),
        ("The Treasury Department sanctioned six Omani firms.", "Treasury Department", "USA"),
        ("The Philippine Justice Department charged a Fijian.", "Justice Department", "PHL"),
    ],
)  # fmt: skip
def test_who_serves_a_state_is_not_of_the_one_that_he_acts_against(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    assert [e.country for e in reader.resolve(text, words)] == [country]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Rebels fired at UN peacekeepers in Mali.", "UN peacekeepers", "UNO"),
        ("Rebels fired at Fijian peacekeepers in Mali.", "Fijian peacekeepers", "FJI"),
        ("Rebels fired at peacekeepers in Mali.", "peacekeepers", None),
        ("The king of Jordan will visit Oman and is expected in Rabat in May, officials said.",
         "officials", "JOR"),
        ("Peru's president will travel to Oman and is due in Rabat in May, officials said.",
         "officials", "PER"),
        ("Georgia's governor Ann Hall met Georgian ministers.", "Ann Hall", "USA"),
        ("The governor of Georgia met Georgian ministers.", "governor", "USA"),
        ("Malaysia's Aznan Tuah spoke.", "Aznan Tuah", "MYS"),
    ],
)  # fmt: skip
def test_where_somebody_stands_or_goes_is_not_where_he_is_from(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    assert [e.country for e in reader.resolve(text, words)] == [country]


@pytest.mark.parametrize(
    ("text", "words", "countries"),
    [
        ("The leaders of Kenya, Uganda, Rwanda, Burundi and Somalia met.", "leaders",
         ["KEN", "UGA", "RWA", "BDI", "SOM"]),
        ("Army chiefs from Chad, Sudan and Togo met.", "Army chiefs", ["TCD", "SDN", "TGO"]),
        ("The presidents of Peru, Chile and Bolivia and the ministers of Brazil and Cuba met.",
         "presidents", ["PER", "CHL", "BOL", "BRA", "CUB"]),
        ("Ministers of Mali (chair), Niger and Chad met.", "Ministers", ["MLI", "NER", "TCD"]),
    ],
)  # fmt: skip
def test_all_the_countries_of_a_row_are_told(
    reader: Reader, text: str, words: str, countries: list[str]
) -> None:
    assert [e.country for e in reader.resolve(text, words)] == countries


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("He will tour Chile (8 May), Peru (9 May) and Brazil (10 May).", ["CHL", "PER", "BRA"]),
        ("He will tour Chile (8 May), said Peru and Brazil.", ["CHL"]),
    ],
)
def test_a_row_with_brackets_between_is_a_row(
    reader: Reader, text: str, countries: list[str]
) -> None:
    analysis, cast = reader.read(text)
    chile = token_of(analysis, "Chile")
    found = Bearers(cast).find([analysis.doc[chile.i : chile.i + 1]])
    assert [e.country for e in found] == countries


def test_we_is_the_side_of_whose_line_of_an_interview_it_is(reader: Reader) -> None:
    text = "Will you stay?\nMaria Silva: No. We left in May.\nWe are back."
    assert [e.name for e in reader.resolve(text, "We")] == ["Maria Silva"]


def test_what_an_officer_does_is_no_part_of_his_name(reader: Reader) -> None:
    text = "Foreign Minister Telephone Talk with Norway."
    assert [e.name for e in reader.resolve(text, "Foreign Minister")] == ["Foreign Minister"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ravi Sen ruled the town. Omar Diaz, a rival, spoke. He referred to Sen as a thief.", "He", "Omar Diaz"),
        ("Ravi Sen ruled the town. Omar Diaz, a rival, spoke. He said that Sen must go.", "He", "Omar Diaz"),
        ("Ravi Sen ruled the town. Sen spoke on Monday. He said that Diaz must go.", "He", "Ravi Sen"),
        ("Ravi Sen ruled the town. His rivals said that Sen must go.", "His", "Ravi Sen"),
        ("President Ravi Sen spoke. Omar Diaz, a lawyer, spoke too. He hailed President Sen.", "He", "Omar Diaz"),
    ],
)  # fmt: skip
def test_who_is_named_in_what_he_does_is_another_than_he(
    reader: Reader, text: str, words: str, name: str
) -> None:
    assert [e.name for e in reader.resolve(text, words)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tom Reed shot at cars. He fled, Sheriff Ray Cole said. Then he fired at homes.", "Tom Reed"),
        ("Tom Reed shot at cars. He fled, Sheriff Ray Cole said. Then he said that six died.", "Ray Cole"),
        ("Sheriff Ray Cole shot at cars. Then he fired at homes.", "Ray Cole"),
    ],
)  # fmt: skip
def test_a_speaker_told_last_is_not_whom_he_spoke_of(reader: Reader, text: str, name: str) -> None:
    assert [e.name for e in reader.resolve(text, "he")] == [name]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Gunmen killed a Syrian doctor and his wife in Beirut.", "his wife", "SYR"),
        ("Two men poisoned the former Russian spy Oleg Petrov and his daughter in Spain.", "his daughter", "RUS"),
        ("Gunmen killed a Syrian doctor and a nurse in Beirut.", "nurse", "LBN"),
    ],
)  # fmt: skip
def test_kin_are_of_the_country_of_whose_they_are(
    reader: Reader, text: str, words: str, country: str
) -> None:
    found = [e for e in reader.resolve(text, words) if "wife" in e.text or "daughter" in e.text or e.text == words]
    assert [e.country for e in found] == [country]


def test_what_is_told_beside_two_names_is_told_of_both(reader: Reader) -> None:
    text = "Tova Reed and Michael Cole, two prison guards, were charged. Cole denied it."
    assert [e.sectors for e in reader.resolve(text, "Cole")] == [("COP",)]
    text = "Tova Reed and Michael Cole, a prison guard, were charged. Reed denied it."
    assert [e.sectors for e in reader.resolve(text, "Reed")][:1] != [("COP",)]


def test_jr_is_no_surname(reader: Reader) -> None:
    text = "A Texas man was held. Patrick Roe Jr., 55, of Dallas, denied it. Then Roe was freed."
    analysis, cast = reader.read(text)
    later = [t for t in analysis.doc if t.text == "Roe"][-1]
    assert [e.name for e in cast.resolve(later)] == ["Patrick Roe Jr."]


@pytest.mark.parametrize(
    ("text", "words", "countries"),
    [
        ("Spain and Morocco quarrelled. The only two states to sign the pact stayed away.", "only two states", [None]),
        ("Spain and Morocco quarrelled. The two states that border Libya stayed away.", "two states", [None]),
        ("Spain and Morocco quarrelled. The two states, which share a border, talked.", "two states", ["ESP", "MAR"]),
        ("Spain and Morocco quarrelled. The two neighbouring states recalled envoys.", "two neighbouring states", ["ESP", "MAR"]),
    ],
)  # fmt: skip
def test_two_whom_their_own_words_tell_are_not_the_two_told_before(
    reader: Reader, text: str, words: str, countries: list[str | None]
) -> None:
    assert [e.country for e in reader.resolve(text, words)] == countries


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ghana's trade minister, Kofi Asante, left on Monday. The trade minister met bankers.", "The trade minister", "Kofi Asante"),
        ("Ghana's trade minister, Kofi Asante, met Togo's trade minister. The trade minister left.", "The trade minister", None),
        ("Ghana's trade minister, Kofi Asante, left. The Togolese trade minister stayed.", "The Togolese trade minister", None),
    ],
)  # fmt: skip
def test_an_officer_named_beside_his_office_is_meant_by_it_later(
    reader: Reader, text: str, words: str, name: str | None
) -> None:
    found = [e.name for e in reader.resolve(text, words)]
    assert (found == [name]) if name else ("Kofi Asante" not in found)


def test_militants_are_not_of_the_state_that_accuses_them(reader: Reader) -> None:
    text = "Turkey bombed Kurdish fighters in Iraq. Ankara said the militants had attacked first."
    assert [e.country for e in reader.resolve(text, "the militants")] == ["IRQ"]
    text = "Turkey bombed Kurdish fighters in Iraq. Ankara said the troops had come home."
    assert [e.country for e in reader.resolve(text, "the troops")] == ["TUR"]


def test_a_thing_before_which_a_blocs_name_stands_is_the_blocs(reader: Reader) -> None:
    for text, name in (
        ("UN sanctions have hit the country.", "United Nations"),
        ("EU aid has reached the country.", "European Union"),
        ("Mill sanctions have hit the country.", None),
    ):
        analysis, cast = reader.read(text)
        found = [e.name for e in Bearers(cast).find([analysis.doc[0:2]])]
        assert found == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("The Philippine Department of Foreign Affairs spoke.", "Department", ("PHL", "GOV")),
        ("The French Department of Ships fined two firms.", "Department", ("FRA", "GOV")),
        ("The Department of History of Melk University met.", "Department", (None, "UNK")),
        ("Moscow, SANA- Russian Foreign Ministry Spokeswoman Anna Petrova said so.", "Petrova", ("RUS", "GOV")),
    ],
)  # fmt: skip
def test_a_department_is_its_states_and_an_agencys_name_is_no_nation(
    reader: Reader, text: str, words: str, party: tuple[str | None, str]
) -> None:
    assert reader.one(text, words)[1:] == party


def test_missiles_that_land_are_nobody(reader: Reader) -> None:
    text = "Two missiles were fired, said the Joint Chiefs of Kenya. They landed in the sea."
    assert reader.resolve(text, "They") == ()
    text = "Three envoys left, said the ministry of Kenya. They landed in Rome."
    assert [e.text for e in reader.resolve(text, "They")] == ["They"]


def test_a_firms_spokesman_does_not_speak_for_the_body_told_before(reader: Reader) -> None:
    text = "The office of the Texas Attorney General wrote. A Bolt spokesperson said no more."
    assert "JUD" not in reader.resolve(text, "spokesperson")[0].sectors


_MET = "Dutch Foreign Minister Jan Smit met his Chilean counterpart Ana Ruiz in Lima"


@pytest.mark.parametrize(
    ("text", "word", "countries"),
    [
        (f"{_MET} to discuss Gaza and Libya. They agreed to meet again.", "They", ["NLD", "CHL"]),
        (f"{_MET} for talks on Iran and Yemen. They signed a pact.", "They", ["NLD", "CHL"]),
        (f"{_MET} on Monday. They condemned the raids.", "They", ["NLD", "CHL"]),
        ("Peru and Chile held talks about Mali and Niger. They signed a deal.", "They", ["PER", "CHL"]),
        ("Indian Prime Minister Narendra Modi held talks with Chadian President Mahamat Deby on Mali and Libya."
         " They agreed to trade more.", "They", ["IND", "TCD"]),
        ("The foreign ministers of Peru and Chile met to discuss Mali and Niger. Both agreed to meet again.",
         "Both", ["PER", "CHL"]),
        ("Rebels attacked villages in Chad and Mali. They killed 12 people.", "They", ["TCD"]),
        # whom something is done to may be meant, and so may those who do it
        ("The United States imposed tariffs on China and India. They hit back.", "They", ["CHN", "IND"]),
        ("The African Union urged Chad and Mali to talk. They agreed to meet.", "They", ["TCD", "MLI"]),
        ("Chad and Mali signed a pact on water. They will meet again in May.", "They", ["TCD", "MLI"]),
    ],
)
def test_what_is_talked_of_is_not_who_they_are(
    reader: Reader, text: str, word: str, countries: list[str]
) -> None:
    assert [e.country for e in reader.resolve(text, word)] == countries


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Turkish President Tayyip Erdogan left.", "Erdogan", "Recep Tayyip Erdoğan"),
        ("President Recep Tayyip Erdogan left.", "Erdogan", "Recep Tayyip Erdoğan"),
        ("Egyptian President Abdel Fattah El-Sisi left.", "Sisi", "Abdel Fattah el-Sisi"),
        ("Ukraine's President Zelenskiy left.", "Zelenskiy", "Volodymyr Zelensky"),
        ("Volodymyr Zelenskyy left.", "Zelenskyy", "Volodymyr Zelensky"),
        ("Kazakh President Kasym-Jomart Tokayev left.", "Tokayev", "Kassym-Jomart Tokayev"),
        # who shares a surname with a leader is another, and who stands in no table keeps his name
        ("Turkish singer Ayse Erdogan left.", "Erdogan", "Ayse Erdogan"),
        ("Chinese spokesman Xi left.", "Xi", "Xi"),
        ("Chilean Foreign Minister Ana Ruiz left.", "Ruiz", "Ana Ruiz"),
    ],
)
def test_a_leader_goes_by_the_name_of_the_tables_however_he_is_spelt(
    reader: Reader, text: str, words: str, name: str
) -> None:
    assert reader.one(text, words)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jets bombed major Iranian depots.", "Iran"),
        ("Jets bombed several old Syrian bridges.", "Syria"),
    ],
)
def test_a_nation_among_the_adjectives_of_a_thing_is_its_bearer(
    reader: Reader, text: str, name: str
) -> None:
    analysis, cast = reader.read(text)
    (found,) = Bearers(cast).find([analysis.doc[2:-2]])
    assert found.name == name
