"""Whose part in a deed the word tells that he hangs on: whose plan is rejected, who accuses."""

from __future__ import annotations

import pytest

from tests.readings import Reading, coded_as


def sides(coder, text: str, reading: Reading) -> tuple[set[str], set[str]]:
    """The names of the doers and of those it is done to, in the only mention of a text."""
    (mention,) = coded_as(coder, text, reading)
    return {a.name for a in mention.actors}, {r.name for r in mention.recipients}


@pytest.mark.parametrize(
    ("text", "word", "event", "read", "whom"),
    [
        ("Egypt rejected the dam plan unveiled on Friday by Ethiopia.", "rejected", "REJECT",
         ("Egypt", "Ethiopia"), {"Ethiopia"}),
        ("Poland condemned the unilateral step taken last week by Belarus.", "condemned", "ACCUSE",
         ("Poland", "Belarus"), {"Belarus"}),
        ("Norway praised the reforms brought in this year by Uzbekistan.", "praised", "SUPPORT",
         ("Norway", "Uzbekistan"), {"Uzbekistan"}),
        # near miss: two who do it
        ("The plan was rejected by Egypt and Sudan.", "rejected", "REJECT", ("Egypt", "Sudan"),
         set()),
    ],
)  # fmt: skip
def test_who_did_what_another_judges_does_not_judge_it(coder, text, word, event, read, whom):
    doers, others = sides(coder, text, Reading(word, event, None, read))
    assert others == whom
    assert doers == set(read) - whom


@pytest.mark.parametrize(
    ("text", "word", "doers"),
    [
        ("The general was accused of torture by two nuns.", "torture", {"general"}),
        ("The mayor is suspected of theft by the police.", "theft", {"mayor"}),
        ("The abbot was charged with assault by a prosecutor.", "assault", {"abbot"}),
        # near miss: whose deed the noun tells
        ("The mayor condemned the torture by the police.", "torture", {"police"}),
    ],
)
def test_who_accuses_did_not_do_it(coder, text, word, doers):
    by = text.rpartition(" by ")[2].rstrip(".")
    first = text.split(" is ")[0].split(" was ")[0]
    read = (by,) if "police" in doers else (first, by)
    assert sides(coder, text, Reading(word, "ASSAULT", None, read))[0] == doers


def test_who_accuses_in_the_passive_is_told_behind_by(coder):
    text = "The general was accused of torture by two Kenyan nuns."
    doers, _ = sides(coder, text, Reading("accused", "ACCUSE", "allege", (), ("The general",)))
    assert doers == {"two Kenyan nuns"}


@pytest.mark.parametrize(
    ("text", "word", "event", "to", "doers"),
    [
        ("Two French captives were handed over to Malian forces on Friday.", "handed", "RETREAT",
         "Malian forces", set()),
        ("Three smugglers were turned over to Togo's police.", "turned", "COOPERATE",
         "Togo's police", set()),
        # near misses: who hands them over
        ("Two French captives were handed over by Malian forces on Friday.", "handed", "RETREAT",
         "Malian forces", {"Malian forces"}),
        ("Malian forces handed two French captives over to Togo.", "handed", "RETREAT",
         "Malian forces", {"Malian forces"}),
    ],
)
def test_to_whom_somebody_is_handed_over_frees_nobody(coder, text, word, event, to, doers):
    assert sides(coder, text, Reading(word, event, None, (to,)))[0] == doers


@pytest.mark.parametrize("word", ["specific", "focused", "related", "linked"])
def test_whom_a_penalty_is_tied_to_bears_it(coder, word):
    text = f"New Cuba-{word} duties hit makers of rum."
    assert sides(coder, text, Reading("duties", "SANCTION", "discontinue", ("Cuba",))) == (
        set(), {"Cuba"}
    )  # fmt: skip


def test_whom_a_raid_is_tied_to_may_have_done_it(coder):
    text = "An Iran-linked raid hit the port."
    assert sides(coder, text, Reading("raid", "ASSAULT", None, ("Iran",)))[0] == {"Iran"}


@pytest.mark.parametrize(
    ("text", "word", "event", "doer", "suffers"),
    [
        ("Germany regretted Imamoglu's detention.", "detention", "COERCE", "Imamoglu", True),
        ("Crowds cheered after Gbagbo's acquittal in May.", "acquittal", "CONCEDE", "Gbagbo", True),
        ("Togo welcomed the president's impeachment.", "impeachment", "ACCUSE", "the president",
         True),
        ("She wept during Diallo's sentencing.", "sentencing", "SANCTION", "Diallo", True),
        # near misses: whose courts or forces do it, and who does it to another
        ("Germany regretted Turkey's detention policy.", "detention", "COERCE", "Turkey", False),
        ("The judge's conviction of the mayor stood.", "conviction", "SANCTION", "judge", False),
        ("The army's abduction attempt failed.", "abduction", "ASSAULT", "army", False),
    ],
)
def test_whose_trial_or_arrest_it_is_suffers_it(coder, text, word, event, doer, suffers):
    doers, others = sides(coder, text, Reading(word, event, None, (doer,)))
    assert bool(doers) is not suffers
    assert bool(others) is suffers


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The mayor and two generals were present at the visit of the pope.", "two generals"),
        ("The soldiers prepared for the visit.", "soldiers"),
        ("Kenyan police braced for the visit of the pope.", "Kenyan police"),
    ],
)
def test_who_waits_for_a_visitor_or_stands_by_visits_nobody(coder, text, read):
    found = coded_as(coder, text, Reading("visit", "CONSULT", "visit", (read,)))
    assert not any(a.text.endswith(read) for m in found for a in m.actors)


def test_who_looks_on_during_his_visit_is_the_visitor(coder):
    text = "The Kenyan president smiled during the visit to Togo."
    reading = Reading("visit", "CONSULT", "visit", ("The Kenyan president",), ("Togo",))
    assert sides(coder, text, reading)[0] == {"Kenyan president"}


@pytest.mark.parametrize(
    ("text", "word", "goal", "goes"),
    [
        ("Two French jets flew from Corsica to Greece and then Cyprus, holding drills on the way.",
         "drills", "Cyprus", True),
        ("The frigate sailed to Oman and later India, holding exercises on the way.",
         "exercises", "India", True),
        ("Two Malian jets came to Togo and on to Benin, holding drills by night.", "drills",
         "Benin", True),
        # near miss: with whom they are held
        ("The frigate sailed from Brest to Oman, holding exercises with India.",
         "exercises", "India", False),
    ],
)  # fmt: skip
def test_where_a_ship_goes_on_to_holds_no_drills(coder, text, word, goal, goes):
    whose = " ".join(text.split()[: 3 if text[:3] == "Two" else 2])
    found = coded_as(coder, text, Reading(word, "COOPERATE", None, (whose, goal)))
    assert any(a.name == goal for m in found for a in m.actors) is not goes


@pytest.mark.parametrize(
    ("text", "word", "event"),
    [
        ("Chad gave a curt reply to the warnings of the bloc.", "warnings", "THREATEN"),
        ("Chad published its response to the accusations.", "accusations", "ACCUSE"),
        ("Chad published an answer to criticism by Togo.", "criticism", "ACCUSE"),
    ],
)
def test_who_answers_words_has_them_said_to_him(coder, text, word, event):
    found = coded_as(coder, text, Reading(word, event, None, ("Chad",)))
    assert not any(a.name == "Chad" for m in found for a in m.actors)


@pytest.mark.parametrize(
    "text",
    [
        "The protests angered Togo's rulers.",
        "The protests have hurt Togo's good name abroad.",
        "The protests led to Togo's ruin.",
    ],
)
def test_whom_a_deed_angers_or_harms_does_not_do_it(coder, text):
    found = coded_as(coder, text, Reading("protests", "PROTEST", "demo", ("Togo",)))
    assert not any(m.actors for m in found)


@pytest.mark.parametrize(
    ("text", "read", "whom"),
    [
        ("The Togolese bishop said the raid that drew criticism from Benin was a sin.",
         "The Togolese bishop", set()),
        ("Officials in Togo said the raid that provoked criticism from Benin was a mistake.",
         "Officials in Togo", set()),
        # near misses: who drew it, whose deed drew it
        ("Togo drew criticism from Benin.", "Togo", {"Togo"}),
        ("Togo's raid drew criticism from Benin.", "Togo", {"Togo"}),
        ("Togolese officers whose raid drew criticism were tried.", "Togolese officers",
         {"Togolese officers"}),
    ],
)
def test_criticism_is_of_what_drew_it(coder, text, read, whom):
    doers = ("Benin",) if "Benin" in text else ()
    reading = Reading("criticism", "ACCUSE", "disapprove", doers, (read,))
    assert sides(coder, text, reading)[1] == whom


@pytest.mark.parametrize(
    ("text", "word", "event", "doer"),
    [
        ("Shelling the port showed that Russia wanted no peace.", "Shelling", "ASSAULT", "Russia"),
        ("Expelling the envoys meant that Niger would hold no talks.", "Expelling", "SANCTION",
         "Niger"),
        ("Firing on the crowd suggested the junta was afraid.", "Firing", "ASSAULT", "junta"),
        # near misses: a noun's doer may be anybody, and so may whose aim it hinders
        ("The shelling showed that Russia was weak.", "shelling", "ASSAULT", None),
        ("Shelling the Togolese port angered Russia.", "Shelling", "ASSAULT", None),
    ],
)
def test_of_whom_a_deed_shows_something_did_it(coder, text, word, event, doer):
    doers, _ = sides(coder, text, Reading(word, event))
    assert doers == ({doer} if doer else set())


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Al-Shabaab said the bombing of the bus was a revenge attack for the shelling.",
         "al-Shabaab"),
        ("Rebels said the bombing was in retaliation for the ban.", "Rebels"),
        ("Hezbollah said the bombing was a response to the shelling.", "Hezbollah"),
        # near misses: who but tells of it, and rebels who give no reason
        ("Police said the bombing was in retaliation for a theft.", None),
        ("Rebel leader Bosco Ntaganda said the bombing was a response to a theft.", None),
        ("Rebels said the bombing was a crime.", None),
    ],
)
def test_fighters_who_say_what_a_blow_was_for_struck_it(coder, text, doer):
    doers, _ = sides(coder, text, Reading("bombing", "ASSAULT", "explosives"))
    assert doers == ({doer} if doer else set())


@pytest.mark.parametrize(
    ("text", "read", "doers"),
    [
        ("Togo held talks with Chad under former President Obasanjo.",
         ("Togo", "Chad", "former President Obasanjo"), {"Togo", "Chad"}),
        ("Togo held talks with Chad during the Reagan administration.",
         ("Togo", "Chad", "the Reagan administration"), {"Togo", "Chad"}),
        # near miss: with whom
        ("Togo held talks with the Reagan administration.", ("Togo", "the Reagan administration"),
         {"Togo", "Reagan administration"}),
    ],
)
def test_who_ruled_at_the_time_has_no_part(coder, text, read, doers):
    assert sides(coder, text, Reading("talks", "CONSULT", None, read))[0] == doers


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Togo's envoy met Sudanese and foreign diplomats in Cairo.",
         {"Sudanese diplomats": "SDN", "foreign diplomats": None}),
        ("Togo's envoy met foreign and Sudanese diplomats in Cairo.",
         {"Sudanese diplomats": "SDN", "foreign diplomats": None}),
        # near misses: an office, and people of the one nation
        ("Togo's envoy met Sudanese foreign ministers in Cairo.",
         {"Sudanese foreign ministers": "SDN"}),
        ("Togo's envoy met Sudanese and senior diplomats in Cairo.",
         {"Sudanese and senior diplomats": "SDN"}),
    ],
)
def test_those_of_a_nation_and_others_from_abroad_are_two_parties(coder, text, who):
    phrase = text[len("Togo's envoy met ") : -len(" in Cairo.")]
    (found,) = coded_as(coder, text, Reading("met", "CONSULT", None, ("Togo's envoy", phrase)))
    assert {a.name: a.country for a in found.actors if a.country != "TGO"} == who


def test_at_whose_embassy_officers_work_is_no_third_party(coder):
    text = "Togo's envoy held talks with officers at Iran's embassy."
    read = Reading("talks", "CONSULT", None, ("Togo's envoy", "officers"), ("Iran's embassy",))
    (found,) = coded_as(coder, text, read)
    assert len(found.actors) == 2


@pytest.mark.parametrize(
    ("text", "word", "maker"),
    [
        ("Ten pupils were killed by a drone supplied by Iran.", "killed", "Iran"),
        ("Ten exiles were poisoned with a toxin developed by the Soviet army.", "poisoned",
         "the Soviet army"),
        ("A Serbian-made bomb killed ten pupils in Sanaa.", "bomb", "Serbian"),
        ("Ten pupils were killed by Russian-built rockets in Sanaa.", "killed", "Russian"),
    ],
)
def test_who_made_the_weapon_did_not_use_it(coder, text, word, maker):
    victims = ("Ten exiles",) if "exiles" in text else ()
    victims = victims or ("ten pupils",) if "ten pupils" in text else victims or ("Ten pupils",)
    assert sides(coder, text, Reading(word, "ASSAULT", None, (maker,), victims))[0] == set()


def test_by_whom_a_bomb_is_dropped_did_it(coder):
    text = "Ten pupils were killed by a bomb dropped by Iran."
    assert sides(coder, text, Reading("killed", "ASSAULT", None, ("Iran",), ("Ten pupils",))) == (
        {"Iran"}, {"Ten pupils"}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "word", "body", "meets"),
    [
        ("The Ugandan president attended a summit of the East African Community in Arusha.",
         "summit", "the East African Community", False),
        ("The Ugandan president spoke at a meeting of the African Union on Friday.", "meeting",
         "the African Union", False),
        ("The Ugandan president chaired a session of the Arab League.", "session",
         "the Arab League", False),
        # near misses: whom he meets, and a body that nobody else is told to attend
        ("The Ugandan president attended talks with the African Union.", "talks",
         "the African Union", True),
        ("The Ugandan president attended a summit of African leaders.", "summit",
         "African leaders", True),
        ("The Ugandan president condemned the meeting of the African Union.", "meeting",
         "the African Union", True),
    ],
)
def test_the_body_whose_meeting_others_attend_is_no_party_beside_them(
    coder, text, word, body, meets
):
    read = ("The Ugandan president", body)
    doers, _ = sides(coder, text, Reading(word, "CONSULT", "multilateral", read))
    assert (body.removeprefix("the ") in doers) is meets


@pytest.mark.parametrize(
    ("text", "word", "doers"),
    [
        ("A stricter African Union embargo regime was slapped on Togo.", "slapped",
         {"African Union"}),
        ("The Turkish arms embargo was extended in May.", "extended", {"Turkey"}),
        ("Kenyan import duties were raised on Friday.", "raised", {"Kenya"}),
        ("The US travel ban was extended in May.", "extended", {"United States"}),
        # near misses: who bears it, and who is told to do it
        ("The Cuba sanctions were extended in May.", "extended", set()),
        ("The Kenyan minister was fined on Friday.", "fined", set()),
        ("The Turkish firm was fined by Norway.", "fined", {"Norway"}),
    ],
)
def test_whose_measure_is_imposed_imposes_it(coder, text, word, doers):
    read = ("Norway",) if "Norway" in doers else ()
    found = coded_as(coder, text, Reading(word, "SANCTION", "discontinue", read, ()))
    assert {a.name for m in found for a in m.actors} == doers


@pytest.mark.parametrize(
    ("text", "word", "doers"),
    [
        ("Two priests were expelled from several countries.", "expelled", {"several countries"}),
        ("Two priests were thrown out of Nicaragua.", "thrown", {"Nicaragua"}),
        ("Two envoys were expelled from Chad and Mali.", "expelled", {"Chad", "Mali"}),
        # near miss: from a house
        ("Two priests were expelled from a palace.", "expelled", set()),
    ],
)
def test_out_of_which_land_somebody_is_sent_sends_him(coder, text, word, doers):
    who = " ".join(text.split()[:2])
    assert sides(coder, text, Reading(word, "SANCTION", "expel", (), (who,)))[0] == doers


@pytest.mark.parametrize(
    ("text", "word", "event", "read"),
    [
        ("Togo is the target of an investigation by Norway.", "investigation", "ACCUSE", ("Togo",)),
        ("Togo has been the focus of criticism from Norway.", "criticism", "ACCUSE", ()),
        ("Togo was the target of a wave of drone raids.", "raids", "ASSAULT", ()),
        ("Togo denied the accusations of Norway.", "accusations", "ACCUSE", ()),
    ],
)
def test_who_is_told_as_the_target_or_denies_it_is(coder, text, word, event, read):
    doers = (*read, "Norway") if "Norway" in text else read
    found, others = sides(coder, text, Reading(word, event, None, doers))
    assert others == {"Togo"}
    assert "Togo" not in found


def test_who_says_that_another_is_the_target_is_not(coder):
    text = "Togo said that Benin was the target of an investigation by Norway."
    _, others = sides(coder, text, Reading("investigation", "ACCUSE", "investigate", ("Norway",)))
    assert others == {"Benin"}


@pytest.mark.parametrize(
    ("text", "read", "doers"),
    [
        ("Rosa Diaz, adviser for Togo at the Red Cross, condemned the raid.",
         ("Rosa Diaz", "adviser", "the Red Cross"), {"Rosa Diaz"}),
        ("Benin -- its president, a general -- condemned the raid.", ("Benin", "president"),
         {"Benin"}),
        # near misses: lists
        ("Togo, Benin and Mali condemned the raid.", ("Togo", "Benin", "Mali"),
         {"Togo", "Benin", "Mali"}),
        ("Togo, other states condemned the raid.", ("Togo", "other states"),
         {"Togo", "other states"}),
        ("The army, the police and Togo condemned the raid.", ("The army", "the police", "Togo"),
         {"army", "police", "Togo"}),
    ],
)
def test_what_tells_who_somebody_is_names_no_other(coder, text, read, doers):
    assert sides(coder, text, Reading("condemned", "ACCUSE", "disapprove", read))[0] == doers


def test_a_headlines_list_of_nations_keeps_its_last(coder):
    text = "Indian minister meets Nepali, Bhutanese counterparts"
    read = ("Indian minister", "Nepali", "Bhutanese counterparts")
    doers, _ = sides(coder, text, Reading("meets", "CONSULT", None, read))
    assert {"Nepal", "Bhutanese counterparts"} <= doers


def test_words_of_ones_own_are_not_of_whom_tells_of_them(coder):
    text = "General Sow said that two farmers had voiced their thanks and praise."
    read = ("General Sow", "two farmers")
    assert sides(coder, text, Reading("praise", "SUPPORT", None, read))[0] == {"two farmers"}


@pytest.mark.parametrize(
    ("text", "word", "event", "whom"),
    [
        ("Mali's army threatened to crush Togo and shell Benin.", "threatened", "THREATEN",
         {"Togo", "Benin"}),
        ("Mali repeated its vow to annihilate Togo.", "vow", "THREATEN", {"Togo"}),
        ("Mali answered by threatening to crush Benin.", "threatening", "THREATEN", {"Benin"}),
        ("At least ten Togolese monks have been killed by soldiers.", "killed", "ASSAULT",
         {"At least ten Togolese monks"}),
        ("Two Togolese editors were arrested by soldiers.", "arrested", "COERCE",
         {"Two Togolese editors"}),
        ("Togo won praise from Benin for the reform.", "praise", "SUPPORT", {"Togo"}),
        ("Togo has drawn criticism from Benin.", "criticism", "ACCUSE", {"Togo"}),
        # near misses: things, and who praises
        ("Mali threatened to fire rockets into the sea.", "threatened", "THREATEN", set()),
        ("Two rifles were seized by soldiers in Togo.", "seized", "COERCE", set()),
        ("Togo sent praise from the summit.", "praise", "SUPPORT", set()),
    ],
)  # fmt: skip
def test_at_whom_it_is_aimed_is_told_where_nobody_is_read(coder, text, word, event, whom):
    doers = next((d for d in ("Mali", "soldiers", "Benin") if d in text), None)
    read = () if doers is None else (doers,)
    found = coded_as(coder, text, Reading(word, event, None, read))
    assert {r.name for m in found for r in m.recipients} == whom


def test_whose_detention_it_is_is_told_by_a_pronoun(coder):
    text = "The Togolese editor Kofi Mensah was ill. Police said his detention would go on."
    reading = Reading("detention", "COERCE", "arrest", ("Police",))
    assert sides(coder, text, reading)[1] == {"Kofi Mensah"}


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("The Togolese rebels said the bombing drove them out of the hills.", True),
        ("The Togolese rebels say the bombing forced them to flee.", True),
        ("The Togolese rebels claimed the bombing killed him.", True),
        # near miss: what it did to others
        ("The Togolese rebels said the bombing killed ten soldiers.", False),
    ],
)
def test_who_says_what_a_blow_did_to_him_did_not_strike_it(coder, text, hit):
    reading = Reading("bombing", "ASSAULT", None, ("The Togolese rebels",))
    doers, others = sides(coder, text, reading)
    assert ("Togolese rebels" in others) is hit
    assert ("Togolese rebels" in doers) is not hit
