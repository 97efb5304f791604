"""Whose a deed is: whom a spokesman speaks for, whose border is near, who the two are, he or she."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dragoman.actors import Actors
from dragoman.analysis import Analyser
from dragoman.article import Article
from dragoman.coder import Coder
from dragoman.mention import Entity


class Reader:
    def __init__(self) -> None:
        self._analyser, self._actors = Analyser(), Actors()

    def last(self, text: str, words: str) -> tuple[Entity, ...]:
        """Whom the words mean where the text has them last."""
        analysis = self._analyser(Article(text=text, published=date(2026, 11, 11)))
        match = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))[-1]
        span = analysis.doc.char_span(*match.span(), alignment_mode="expand")
        assert span is not None
        return self._actors(analysis).resolve(span.root)

    def acts(self, text: str, words: str) -> bool:
        """Whether the words can be a party."""
        analysis = self._analyser(Article(text=text, published=date(2026, 11, 11)))
        span = analysis.doc.char_span(
            *next(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)).span()
        )
        assert span is not None
        return self._actors(analysis).is_party(span.root)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Chad protested. A Mali army spokesman said its troops had fired.", "troops", "MLI MIL"),
        ("Israel shut the gate. A Hamas spokesman said its fighters had left.", "fighters", "PSE REB"),
        ("Oxfam shut its clinic. A spokesman for the RSF said its drones had hit a base.", "its",
         "SDN REB"),
        ("Kenya protested. RSF spokesman Ali Omar said its drones had hit a base.", "its", "SDN REB"),
        ("Kenya sent police. An Ethiopian minister said their forces had attacked.", "forces",
         "ETH MIL"),
        ("Doctors Without Borders left. An M23 spokesman denied that its fighters had fired.",
         "fighters", "COD REB"),
        ("Israel bombed it. A Hamas spokesman said Israel had killed its leader.", "leader", "PSE REB"),
        ("Ukraine said Russia had shelled its troops.", "troops", "UKR MIL"),
        ("Oxfam counted nine dead. An RSF spokesman rejected the charge and said its drones had hit a "
         "depot.", "its", "SDN REB"),
        ("Amnesty protested. A Houthi spokesman shrugged it off and said its forces had left.",
         "forces", "YEM REB"),
        # near misses: another is told nearer, or others are spoken of
        ("A Mali army spokesman said Chad had lost its base.", "its", "TCD GOV"),
        ("Villagers fled. A police spokesman said their homes were burned.", "their", "None CVL"),
    ],
)
def test_what_a_spokesman_calls_his_own_is_his_bodys(
    reader: Reader, text: str, words: str, told: str
) -> None:
    assert [f"{e.country} {e.sectors[0]}" for e in reader.last(text, words)] == [told]


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("The M23 left. “We object,” a state department spokesperson said.", "spokesperson", "USA GOV"),
        ("Amnesty International published it. The military council shut roads in Mali.", "council",
         "MLI MIL"),
        ("The Norwegian Refugee Council met. The council condemned the raid.", "council", "NGO SOC"),
        ("The Human Rights Council met. The council condemned the raid.", "council", "UNO"),
        ("Lithuania expelled the Belarusian consul general.", "consul general", "BLR GOV"),
        ("The US surgeon general criticised it.", "surgeon general", "USA GOV"),
        ("State House in Nairobi condemned it.", "State House", "KEN GOV"),
        ("The Akorda condemned it.", "Akorda", "KAZ GOV"),
        ("A MONUSCO patrol left.", "patrol", "UNO MIL"),
        ("A police patrol shot two men in Kenya.", "patrol", "KEN COP"),
        ("Jammu and Kashmir Chief Minister Omar Abdullah condemned it.", "Jammu", "IND GOV"),
        ("Ukraine's human rights commissioner condemned it.", "commissioner", "UKR GOV"),
    ],
)
def test_bodies_and_offices_are_their_own_states(
    reader: Reader, text: str, words: str, told: str
) -> None:
    (entity,) = reader.last(text, words)
    assert " ".join((str(entity.country), *entity.sectors)) == told


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Insurgents shot four drivers on the road to the Malian border.", "Insurgents", None),
        ("Rebels killed six soldiers near Nigeria.", "Rebels", None),
        ("Gunmen killed six farmers in a village close to Chad.", "six farmers", None),
        ("Police in Poland held a man near the Belarusian border.", "a man", "POL"),
        ("Kenyan police killed five herders near the Ethiopian border.", "five herders", None),
        ("Rebels killed six soldiers near the border with Nigeria.", "Rebels", None),
        # near misses: there they are
        ("Police in neighbouring Chad arrested two men.", "Police", "TCD"),
        ("Soldiers shot five herders near Ethiopia's border with Kenya.", "five herders", "ETH"),
        ("Soldiers killed two men in Togo.", "Soldiers", "TGO"),
        # who is struck from afar is not the doer's
        ("Eight villagers died in Pakistani air strikes on Kabul.", "Eight villagers", "AFG"),
        ("Three villagers were killed in Turkish strikes.", "Three villagers", None),
        ("Five villagers were killed in Kenyan police raids.", "Five villagers", "KEN"),
        # nobody urges his own state
        ("North Korea fired a missile. The presidential office urged Pyongyang to talk.",
         "presidential office", None),
        ("Chad shelled a town. The foreign ministry called on Chad to stop.", "foreign ministry", None),
        ("The army bombed rebels in Chad.", "The army", "TCD"),
        # a dateline in brackets is an office, and no scene
        ("(Dakar) - Malian soldiers shot 32 men.\nThe soldiers then left.", "The soldiers", "MLI"),
        ("(Nairobi, November 9, 2026) - Police arrested ten men.", "Police", None),
        ("NAIROBI (Reuters) - Police arrested ten men.", "Police", "KEN"),
    ],
)
def test_the_land_of_the_unnamed(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    assert [e.country for e in reader.last(text, words)] == [country]


@pytest.mark.parametrize(
    ("text", "words", "countries"),
    [
        ("Brazil's Lula da Silva mediated between Guyana's Irfaan Ali and Suriname's Jennifer Simons."
         " The two leaders will meet.", "leaders", ["GUY", "SUR"]),
        ("Presidents Ilham Aliyev and Nikol Pashinyan signed after talks mediated by Donald Trump. The "
         "two leaders will meet.", "leaders", ["AZE", "ARM"]),
        ("Kenya's William Ruto hosted Felix Tshisekedi and Paul Kagame. The two presidents signed.",
         "presidents", ["COD", "RWA"]),
        ("Felix Tshisekedi and Paul Kagame met William Ruto. The two presidents signed.",
         "presidents", ["COD", "RWA"]),
        ("Tokayev deplored the clash between Kyrgyzstan and Uzbekistan. He spoke to both of his "
         "neighbours.", "both", ["KGZ", "UZB"]),
        ("India fired at Pakistan. The nuclear-armed neighbours traded fire.", "neighbours",
         ["IND", "PAK"]),
        ("India attacked Pakistan. The two armies shelled each other.", "armies", ["IND", "PAK"]),
        ("The directors general of military operations of India and Pakistan spoke.", "directors",
         ["IND", "PAK"]),
        ("Emmanuel Macron met Olaf Scholz. Both men agreed.", "men", ["FRA", "DEU"]),
        # near misses: nobody was told who the two may be
        ("Uganda's president will host both leaders.", "leaders", [None]),
        ("Burundi's president phoned both his neighbours.", "neighbours", [None]),
        ("Police arrested two men in Lagos. Both men fled.", "men", ["NGA"]),
    ],
)
def test_the_two_are_those_told_together(
    reader: Reader, text: str, words: str, countries: list[str | None]
) -> None:
    assert [e.country for e in reader.last(text, words)] == countries


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Lee Jae-myung met Prime Minister Sanae Takaichi. Her visit ended.", "Her", "Sanae Takaichi"),
        ("President Lee Jae-myung received Italy's Giorgia Meloni. She left.", "She", "Giorgia Meloni"),
        ("Xi Jinping met Prime Minister Giorgia Meloni in Rome. She left.", "She", "Giorgia Meloni"),
        ("Choe Son Hui met Sergei Lavrov. She left.", "She", "Choe Son-hui"),
        ("Bola Tinubu met Netumbo Nandi-Ndaitwah. He left.", "He", "Bola Tinubu"),
        # whoever was told in passing long before is not meant
        ("Giorgia Meloni spoke. Rain fell for days. A soldier fled as she came.", "she", None),
    ],
)
def test_she_is_no_man(reader: Reader, text: str, words: str, name: str | None) -> None:
    found = [e.name for e in reader.last(text, words)]
    assert (found == [name]) if name else ("Giorgia Meloni" not in found)


def test_sides_of_the_road_are_no_parties(reader: Reader) -> None:
    assert not reader.acts("The trucks came under fire from both sides of the road.", "both sides")
    assert reader.acts("Both sides of the conflict opened fire.", "Both sides")


def test_what_is_burned_is_what_burns(reader: Reader) -> None:
    assert not reader.last("Soldiers escorted the buses. Ten of them were burned.", "Ten")
    (killed,) = reader.last("Rebels killed 20 villagers. Ten of them were burned alive.", "Ten")
    assert killed.sectors == ("CVL",)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The call was arranged by Ugandan President Museveni.", []),
        ("The call was made by Ugandan President Museveni.", ["UGA"]),
    ],
)
def test_who_arranges_a_call_does_not_phone(coder: Coder, text: str, doers: list[str]) -> None:
    (mention,) = coder.code(Article(text=text, published=date(2026, 11, 11)))
    assert [actor.country for actor in mention.actors] == doers


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        # whoever asks both sides for something is none, also where 'we' ask
        ("Mali's army bombed the JNIM. Paris urged calm. “We call on both sides to stop,” a White "
         "House spokesman said.", "both sides", ["MLI MIL", "IMG REB"]),
        ("Togo accused Benin of piracy. Paris urged calm. “We urge both sides to talk,” a French "
         "minister said.", "both sides", ["TGO GOV", "BEN GOV"]),
    ],
)  # fmt: skip
def test_who_asks_both_sides_for_something_is_none_of_them(
    reader: Reader, text: str, words: str, told: list[str]
) -> None:
    assert [f"{e.country} {e.sectors[0]}" for e in reader.last(text, words)] == told


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Hezbollah mourned him, and its secretary-general Naim Qassem vowed revenge.",
         "Naim Qassem", "LBN REB"),
        ("Fatah met, and its secretary-general Samir Khoury would resign.", "Samir Khoury",
         "PSE PTY"),
        ("The Houthi group freed five men, but its security men raided a clinic.", "security men",
         "YEM REB"),
        # near misses: the office of a state's own man, and a state's policemen
        ("Kenya voted, and its president William Ruto spoke.", "William Ruto", "KEN GOV"),
        ("Kenya voted, and its security forces shut the roads.", "security forces", "KEN COP"),
    ],
)
def test_the_officers_and_men_of_a_group_are_the_groups(
    reader: Reader, text: str, words: str, told: str
) -> None:
    assert [f"{e.country} {e.sectors[0]}" for e in reader.last(text, words)] == [told]


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Rebels hit the base. The army lost nine men. “They killed a corporal,” army spokesman Ali "
         "Ba said.", "They", "REB"),
        ("The ELN freed nine men. The freed men were flown out. “They murdered a corporal,” General "
         "Luis Soto said.", "They", ""),
        # near misses: no quotation, or another side's words
        ("The army shelled the camp. “They burned our homes,” a rebel commander said.", "They", "MIL"),
        ("The ELN freed nine men. The freed men were flown out. “They thanked us,” General Luis Soto "
         "said.", "They", "CVL"),
    ],
)
def test_they_in_a_quotation_are_not_the_speakers_own_nor_who_was_just_freed(
    reader: Reader, text: str, words: str, told: str
) -> None:
    assert "".join(e.sectors[0] for e in reader.last(text, words)) == told


@pytest.mark.parametrize(
    "text",
    [
        "A Malian spokesman condemned Chad. The government appeals to Togo to urge Chad to stop.",
        "A Malian spokesman condemned Chad. The government urged the Chadian side to stop.",
        "Mali condemned Chad. The government asked Togo and Benin to urge the Chadian side to stop.",
    ],
)
def test_whoever_asks_others_to_speak_to_a_state_is_not_of_it(reader: Reader, text: str) -> None:
    assert [e.country for e in reader.last(text, "The government")] in ([None], ["MLI"])


def test_whoever_speaks_to_drivers_in_a_land_is_of_it(reader: Reader) -> None:
    text = "A spokesman spoke in Chad. The government urged drivers to stop."
    assert [e.country for e in reader.last(text, "The government")] == ["TCD"]


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("Police General Ali Musa spoke.", "Ali Musa", "COP"),
        ("National Police Colonel Ali Musa spoke.", "Ali Musa", "COP"),
        ("Third Army Region commander Lt Gen Ali Musa spoke.", "Ali Musa", "MIL"),
        # near misses: an army's own rank, and a militia's
        ("Army Colonel Ali Musa spoke.", "Ali Musa", "MIL"),
        ("Militia commander General Ali Musa spoke.", "Ali Musa", "PRM"),
    ],
)
def test_a_rank_is_of_the_police_or_of_the_army(
    reader: Reader, text: str, name: str, sector: str
) -> None:
    assert [e.sectors[0] for e in reader.last(text, name)] == [sector]


def test_members_of_a_body_of_unknown_kind_are_no_government(reader: Reader) -> None:
    text = "Mali's haulage federation told its members to stop loading."
    assert [f"{e.country} {e.sectors[0]}" for e in reader.last(text, "members")] == ["MLI UNK"]
