"""Claims, rumours, what nobody confirms, what is denied by the way, and what is waited for."""

from __future__ import annotations

import pytest

PUBLISHED = "2026-03-04"

CERTAINTY = [
    # sentence, type, certainty, who says so
    # A party's claim of its own deed is its word.
    ("Chad claimed to have shot down two Sudanese drones.", "ASSAULT", "attributed", ["Chad"]),
    ("Rebels claim to have killed six soldiers in Gao.", "ASSAULT", "attributed", ["Rebels"]),
    ("Sudan's army claimed the capture of Bara on Sunday.", "ASSAULT", "attributed", ["Sudan's army"]),
    ("The rebels claimed a series of attacks on army posts in Mali.", "ASSAULT", "attributed", ["rebels"]),
    ("The militia bragged about killing nine soldiers.", "ASSAULT", "attributed", ["militia"]),
    ("The army took credit for killing 12 rebels in Gao.", "ASSAULT", "attributed", ["army"]),
    ("The Taliban claimed responsibility for an attack on a bank in Herat.", "ASSAULT", "attributed", ["Taliban"]),
    ("Iran admitted shooting down the airliner.", "ASSAULT", "attributed", ["Iran"]),
    ("Nobody has claimed responsibility for the attack on a church in Goma.", "ASSAULT", "asserted", []),
    ("The army did not claim to have killed the rebels.", "ASSAULT", "asserted", []),
    ('"Chad bombed Tine," the minister was quoted as saying by the BBC.', "ASSAULT", "attributed", ["minister"]),
    ("The rebels were claimed to have killed nine soldiers.", "ASSAULT", "alleged", []),
    # Whoever rejects the charge does not deny what was demanded beside it.
    ("The party accused Chad of fraud and demanded an inquiry. Chad rejected the charge.", "REQUEST", "asserted", []),
    ("Chad accused Sudan of shelling Tine and urged the UN to act. Khartoum rejected the accusation.", "ASSAULT", "denied", ["Chad"]),
    ("Mali held talks with rebels, and is said to have paid a ransom, which it denies.", "CONSULT", "asserted", []),
    # What somebody does not confirm he neither says nor denies.
    ("The UN could not verify that Mali had bombed the market.", "ASSAULT", "alleged", []),
    ("The UN has been unable to confirm that rebels seized the town of Gao.", "ASSAULT", "alleged", []),
    ("It was not possible to confirm that police had shot the students.", "ASSAULT", "alleged", []),
    ("Peru's foreign ministry said it had no information about a cancellation of Xi's visit to Lima.", "CONSULT", "alleged", []),
    ("Niger said it was unaware that Chad had arrested its envoy.", "COERCE", "alleged", []),
    ("Chad would neither confirm nor deny that it had bombed Bara.", "ASSAULT", "alleged", []),
    ("Chad did not deny that it had bombed Bara.", "ASSAULT", "alleged", []),
    ("Chad denied that it had bombed Bara.", "ASSAULT", "denied", []),
    ("Chad confirmed that it had bombed Bara.", "ASSAULT", "attributed", ["Chad"]),
    ("Police did not confirm who had shot the students.", "ASSAULT", "asserted", []),
    ("The ministry has no information about the arrest of the mayor.", "COERCE", "asserted", []),
    ("Villagers said soldiers burned their boats; the army would neither confirm nor deny it.", "ASSAULT", "attributed", ["Villagers"]),
    ("The killing of a rebel by soldiers near Masisi, reported by two rights groups, was neither confirmed nor denied by the army.", "ASSAULT", "attributed", ["two rights groups"]),
    # Nobody answers for what is passed on, and a fake is none.
    ("A viral post claimed that police had arrested the mayor of Lomé.", "COERCE", "alleged", []),
    ("Social media posts claimed Togo had bombed Accra.", "ASSAULT", "alleged", []),
    ("According to social media posts, police shot three students in Dakar.", "ASSAULT", "alleged", []),
    ("Rumours spread in the capital that soldiers had arrested the president.", "COERCE", "alleged", []),
    ("A hoax article said the president of Peru had resigned.", "RETREAT", "denied", []),
    ("A fake video showed that Togo had bombed a hospital in Accra.", "ASSAULT", "denied", []),
    ("Peru dismissed as fake a report that Chile had bombed Tacna.", "ASSAULT", "denied", []),
    ("Kenya denied a tabloid report that Tanzania had expelled its envoy.", "SANCTION", "denied", []),
    ("A Kremlin post said Russian jets had bombed Aleppo.", "ASSAULT", "attributed", ["Kremlin"]),
    ("Media reports said that rebels had attacked the airport in Kati.", "ASSAULT", "attributed", ["Media"]),
    ("A video showed soldiers beating protesters in Kampala.", "ASSAULT", "asserted", []),
    # The next sentence says that it is not so.
    ("Social media posts claimed Togo had bombed Accra. Ghana said the posts were fake.", "ASSAULT", "denied", []),
    ("The newspaper reported that Chad had expelled the envoy. Chad said this was not the case.", "SANCTION", "denied", ["newspaper"]),
    ("Sudan said Chad had bombed the base. Chad dismissed the report as a lie.", "ASSAULT", "denied", ["Sudan"]),
    ("The UN said that Mali had expelled its envoy. Mali denied the claim.", "SANCTION", "denied", ["United Nations"]),
    ("Police said they had arrested a mayor for theft. He denied the charges.", "COERCE", "attributed", ["Police"]),
    ("Police said they had arrested a mayor for theft. He said the charges were false.", "COERCE", "attributed", ["Police"]),
    # Something else is denied, not the deed.
    ("The ministry denied that the arrest of the mayor was politically motivated.", "COERCE", "asserted", []),
    ("Peru denied expelling the Chilean diplomats in retaliation for sanctions.", "SANCTION", "asserted", []),
    ("Russia denied that its strike on Kharkiv had killed civilians.", "ASSAULT", "asserted", []),
    ("Russia denied that the strike on Kharkiv had taken place.", "ASSAULT", "denied", []),
    ("Russia denied shelling the camp in revenge for the attack on Belgorod.", "ASSAULT", "denied", []),
]  # fmt: skip

STATUS = [
    # sentence, trigger, status
    # What somebody waits for has not happened; what made him act has.
    ("Mali promised to free the captives once the rebels had withdrawn from Bara.", "withdrawn", "possible"),
    ("Mali promised to free the captives as soon as the rebels had left the town of Bara.", "left", "possible"),
    ("Mali said it would stop fighting only after the rebels had withdrawn from Bara.", "withdrawn", "possible"),
    ("Togo will lift its ban after Ghana frees the fishermen.", "frees", "possible"),
    ("Troops moved in once the rebels had withdrawn from Goma.", "withdrawn", "occurred"),
    ("Kenya said it would send police to Haiti after gangs had attacked the airport.", "attacked", "occurred"),
    ("Uganda will send troops after rebels attacked the town of Bunia.", "attacked", "occurred"),
    # A headline asks.
    ("Nurses' leader arrested?", "arrested", "possible"),
    ("Another Israeli strike on Beirut?", "strike", "possible"),
    ("How many arrested in Kano?", "arrested", "occurred"),
    ("They bombed Beirut, right?", "bombed", "occurred"),
    # A 'not' of another, one that adds, and what was all but done.
    ("Peru, not Chile, bombed the refinery, officials said.", "bombed", "occurred"),
    ("Police say that smugglers, not rebels, shot at the post.", "shot", "occurred"),
    ("Neither Iran nor Israel bombed the refinery.", "bombed", "negated"),
    ("Turkey did not only expel the ambassador but also closed its airspace.", "expel", "occurred"),
    ("Turkey did not expel the ambassador.", "expel", "negated"),
    ("Rebels nearly shot down a UN helicopter.", "shot", "negated"),
    ("Rebels killed nearly 20 soldiers in Goma.", "killed", "occurred"),
]  # fmt: skip

OCCASIONS = [
    # sentence, trigger, date, background
    ("Relations have been tense since October, when Chad carried out strikes in Bara.", "strikes", "2025-10", False),
    ("It was the worst raid since 2014, when gunmen killed 132 children in a school.", "killed", "2014", True),
    ("Ties soured last year, when India bombed Muridke.", "bombed", "2025", False),
    ("Ties have been tense since Monday, when Israel bombed Isfahan.", "bombed", "2026-03-02", False),
    ("The truce has held since January, when Peru and Chile signed a deal on 12 January.", "signed", "2026-01-12", False),
]  # fmt: skip


@pytest.fixture(scope="module")
def told(code):
    """What a text tells, dated like its article."""
    return lambda text: code(text, PUBLISHED)


@pytest.mark.parametrize(("text", "event", "certainty", "speakers"), CERTAINTY)
def test_what_nobody_vouches_for_is_no_fact(told, text, event, certainty, speakers):
    mention = next(m for m in told(text) if m.event == event)
    assert (mention.certainty, [s.name for s in mention.attribution]) == (certainty, speakers)


@pytest.mark.parametrize(("text", "trigger", "status"), STATUS)
def test_a_deed_waited_for_asked_about_or_all_but_done_has_not_occurred(
    told, text, trigger, status
):
    assert next(m for m in told(text) if m.trigger.text == trigger).status == status


@pytest.mark.parametrize(("text", "trigger", "edtf", "background"), OCCASIONS)
def test_what_tells_of_a_time_was_then(told, text, trigger, edtf, background):
    mention = next(m for m in told(text) if m.trigger.text == trigger)
    assert mention.when is not None
    assert (mention.when.edtf, mention.background) == (edtf, background)


def test_the_day_of_what_is_refused_is_not_that_of_the_refusal(told):
    (mention,) = told("Poland will not reopen the border on Friday, the minister said.")
    assert (mention.event, mention.status, mention.when) == ("REJECT", "occurred", None)
