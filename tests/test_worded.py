"""Types that verb and object tell together: deals, courts, duties, licences, one's own state."""

from __future__ import annotations

import pytest

from dragoman import Article
from dragoman.events.passes.retyped import retyped
from dragoman.events.proposal import Proposal
from tests.readings import Reading, coded_as

WORDED = [
    # sentence, its word, type (with mode) that a typer may read in it, type that it is
    ("Xi and Macron strike truce on steel.", "strike", "ASSAULT/aerial", "SUPPORT"),
    ("Kenya, Togo strike trade deal", "strike", "SANCTION/discontinue", "SUPPORT"),
    ("The rebels struck an accord with the junta.", "struck", "ASSAULT", "SUPPORT"),
    ("The pact that Mali struck with Togo covers gas.", "struck", "ASSAULT", "SUPPORT"),
    ("Missiles struck a settlement near Nablus.", "struck", "ASSAULT", "ASSAULT"),
    ("Rebels struck a peace convoy near Gao.", "struck", "ASSAULT", "ASSAULT"),
    ("Israel struck Gaza hours after the truce.", "struck", "ASSAULT", "ASSAULT"),
    ("The court struck down the deal.", "struck", "SANCTION/convict", "SANCTION/convict"),
    ("The union and the ministry reached a strike deal.", "strike", "PROTEST/strike",
     "PROTEST/strike"),
    ("Guatemala hauls Belize before the World Court", "hauls", "COOPERATE", "ACCUSE/allege"),
    ("China stepped up inspections of Greek ships.", "inspections", "COOPERATE", "COERCE"),
    ("Mali and Chad began joint inspections of trucks.", "inspections", "COOPERATE", "COOPERATE"),
    ("Iran agreed to inspections of its plants.", "inspections", "COOPERATE", "COOPERATE"),
    ("Ghana's leader brings home $2 bln in contracts from Seoul.", "brings",
     "SANCTION/discontinue", "SUPPORT"),
    ("Ghana brought home orders worth $3 billion.", "brought", "RETREAT", "SUPPORT"),
    ("Ghana brought home 40 captives from Libya.", "brought", "RETREAT/release",
     "RETREAT/release"),
    ("Honduras tears up China deal", "tears", "ACCUSE/disapprove", "SANCTION/discontinue"),
    ("Honduras goes back to Taipei as Lobo tears up China deal", "tears", "ACCUSE/disapprove",
     "SANCTION/discontinue"),
    ("Mali ripped up the accord with Chad.", "ripped", "REJECT", "SANCTION/discontinue"),
    ("The lawmaker tore up a copy of the bill.", "tore", "ACCUSE/disapprove",
     "ACCUSE/disapprove"),
    ("The junta scuttled the talks in May.", "scuttled", "REJECT/meet", "SANCTION/discontinue"),
    ("Peru derailed the talks on fishing with Chile.", "derailed", "ACCUSE/disapprove",
     "SANCTION/discontinue"),
    ("Lima torpedoed negotiations with Quito.", "torpedoed", "REJECT/meet",
     "SANCTION/discontinue"),
    ("Chad walked out of the talks.", "walked", "REJECT/meet", "REJECT/meet"),
    ("Mali's navy scuttled two boats.", "scuttled", "ASSAULT/destroy", "ASSAULT/destroy"),
    ("Bonn questioned Chad's decision to veto the loan.", "questioned", "ACCUSE/investigate",
     "ACCUSE/disapprove"),
    ("The senator questioned the motives of the general.", "questioned", "ACCUSE/investigate",
     "ACCUSE/disapprove"),
    ("Senators questioned the minister over the arms.", "questioned", "ACCUSE/investigate",
     "ACCUSE/investigate"),
    ("Gabon takes Spain back to ICJ", "takes", "COOPERATE", "ACCUSE/allege"),
    ("Chile dragged Peru before the World Court.", "dragged", "REJECT", "ACCUSE/allege"),
    ("Chad brought the prisoner to the court in Gao.", "brought", "COOPERATE", "COOPERATE"),
    ("Washington suspended port fees on Greek ships.", "suspended", "SANCTION/discontinue",
     "CONCEDE"),
    ("China relaxed its export controls on gallium.", "relaxed", "SANCTION/discontinue",
     "CONCEDE"),
    ("China suspended imports of coal.", "suspended", "SANCTION/discontinue",
     "SANCTION/discontinue"),
    ("Mali suspended tariff talks with Togo.", "suspended", "SANCTION/discontinue",
     "SANCTION/discontinue"),
    ("Washington extended the company's licence until May.", "extended", "COERCE/restrict",
     "CONCEDE"),
    ("The Treasury issued a waiver for Iraq.", "issued", "SANCTION/discontinue", "CONCEDE"),
    ("The ministry extended the ban on the station.", "extended", "COERCE/restrict",
     "COERCE/restrict"),
    ("The secret police invited and grilled the editor.", "invited", "AGREE",
     "ACCUSE/investigate"),
    ("Police invited the editor for questioning.", "invited", "AGREE", "ACCUSE/investigate"),
    ("Mali invited and welcomed the king.", "invited", "AGREE", "AGREE"),
    ("The court upheld the senator's conviction.", "upheld", "CONCEDE", "REJECT/yield"),
    ("The court upheld the president's impeachment.", "upheld", "CONCEDE", "SANCTION/expel"),
    ("The court upheld the union's right to strike.", "upheld", "CONCEDE", "CONCEDE"),
    ("Oman assured Fiji of full support in relief efforts.", "support", "SUPPORT", "AGREE"),
    ("Peru's minister voiced support for flood victims in Chile.", "support", "SUPPORT", "AGREE"),
    ("Oman assured Fiji of full support in its war.", "support", "SUPPORT", "SUPPORT"),
    ("Fiji welcomed the support that flood victims got.", "support", "SUPPORT", "SUPPORT"),
    ("Police evicted 200 families from a slum.", "evicted", "COERCE/deport", "COERCE"),
    ("Kenya evicted 40 foreign traders.", "evicted", "COERCE/deport", "COERCE/deport"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "read", "told"), WORDED)
def test_verb_and_object_tell_the_type(coder, text, word, read, told):
    event, _, mode = read.partition("/")
    doc = coder.stages.analyse(Article(text)).doc
    trigger = next(token for token in doc if token.text == word)
    (proposal,) = retyped([Proposal(trigger, event, mode or None, 0.9)])
    assert "/".join(filter(None, (proposal.event, proposal.mode))) == told


@pytest.mark.parametrize(
    ("text", "word", "whom", "lands"),
    [
        ("The premier of Mali flew in from Gao.", "flew", ("Gao",), None),
        ("The premier of Mali flew in from Chad for talks in Togo.", "flew", ("Chad",), ["TCD"]),
        ("The premier of Mali was touring a school in Gao.", "touring", (), None),
        ("The premier of Mali was touring Togo.", "touring", ("Togo",), ["TGO"]),
    ],
)
def test_whence_somebody_comes_is_not_whom_he_visits(coder, text, word, whom, lands):
    reading = Reading(word, "CONSULT", "visit", actors=("premier of Mali",), recipients=whom)
    told = coded_as(coder, text, reading)
    assert [[r.country for r in m.recipients] for m in told] == ([] if lands is None else [lands])


@pytest.mark.parametrize(
    ("promise", "lands"),
    [("stands ready to help", ["NPL"]), ("is ready to resume talks", [])],
)
def test_who_mourns_with_a_land_promises_it_the_help(coder, promise, lands):
    text = f"Oman sent condolences to Nepal after the quake. Oman {promise}."
    mourning = Reading("condolences", "SUPPORT", actors=("Oman",), recipients=("Nepal",))
    *_, ready = coded_as(coder, text, mourning, Reading("ready", "AGREE", actors=("Oman",)))
    assert [party.country for party in ready.recipients] == lands
