"""The coder as a whole: invariants that hold for any article."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from datetime import date, datetime

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman import Article, Coder, Mention, Omission
from dragoman.analysis import Analyser
from dragoman.analysis.analysis import is_headline
from dragoman.events.ontology import contexts, kinds
from dragoman.formats.jsonl import (
    RowError,
    article_from_dict,
    article_to_dict,
    dump,
    mention_schema,
    mention_to_dict,
)
from dragoman.letters import seen
from dragoman.mention import Span

_WORDS = st.sampled_from(
    ["Iran", "attacked", "Pakistan's", "army", "“we", "will", "visit”", "said", "Kenya", "the", "talks", "Mr.", "Obi", "26", "July", "U.S.", "protesters\n", "and", ",", ".", "–", "killed", "12", "in", "Goma’s", "é", "ß", "İ", "🙂", "reportedly", "to", "not", "has", "Ålesund", "—"]
)


def _spans(value):
    if isinstance(value, Span):
        yield value
    for inner in value if isinstance(value, tuple) else ():
        yield from _spans(inner)
    if hasattr(value, "__dataclass_fields__"):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))


def _check(article: Article, mentions: list[Mention]) -> None:
    validator = jsonschema.Draft202012Validator(mention_schema())
    for mention in mentions:
        for span in _spans(mention):
            assert article.text[span.start : span.end] == span.text
            assert span.text
        validator.validate(json.loads(json.dumps(mention_to_dict(mention))))
        kind = kinds()[mention.event, mention.mode]
        assert (kind.quad_class, kind.intensity) == (mention.quad_class, mention.intensity)
        assert set(mention.contexts) <= set(contexts())
    assert len({m.id for m in mentions}) == len(mentions)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(_WORDS, max_size=60))
def test_every_span_is_a_slice_of_the_text_whatever_the_text(coder, words):
    article = Article(" ".join(words), published=date(2025, 7, 23))
    _check(article, coder.code(article))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
def test_any_characters_are_coded_without_an_error(coder, text):
    article = Article(text)
    _check(article, coder.code(article))


def test_the_sample_news_gives_valid_mentions_with_unique_ids(coder, samples):
    from dragoman.sources import read_lines

    seen: set[str] = set()
    for article, mentions in coder.code_all(read_lines(samples / "articles.jsonl")):
        _check(article, mentions)
        assert not seen & {m.id for m in mentions}
        seen |= {m.id for m in mentions}
    assert len(seen) > 100


def test_coding_twice_and_in_any_company_gives_the_same(coder, samples):
    from dragoman.sources import read_lines

    articles = list(read_lines(samples / "articles.jsonl"))[:8]
    alone = [Coder().code(articles[3]), coder.code(articles[3])]
    together = {a.id: m for a, m in coder.code_all(reversed(articles))}
    assert alone[0] == alone[1] == together[articles[3].id]


@pytest.mark.parametrize("reason", ["language", "empty", "size"])
def test_a_text_that_is_left_out_is_not_coded(coder, reason):
    article = Article(
        "Iran attacked Iraq on Monday.", left_out=(Omission(reason, "for this test"),)
    )
    assert coder.code(article) == []


def test_marked_furniture_is_not_coded_but_stays_in_the_text(coder):
    text = "Kenya held talks with Uganda.\n\nMore stories\n\nIran attacked Iraq."
    start = text.index("More")
    marked = (Omission("furniture", "other stories", start, len(text)),)
    article = Article(text, left_out=marked)
    assert [m.event for m in coder.code(article)] == ["CONSULT"]


def test_the_schema_names_every_field_of_the_record():
    schema = mention_schema()
    assert set(schema["required"]) == {f.name for f in fields(Mention)}
    assert all(p.get("description") or "$ref" in p for p in schema["properties"].values())


def test_without_a_publication_date_no_year_is_guessed(code):
    (mention,) = code("The president of Ghana will visit Togo on July 26.", published=None)
    assert mention.when.edtf == "XXXX-07-26"


def test_an_article_of_the_wrong_kind_is_refused_with_advice(coder):
    with pytest.raises(TypeError, match=r"write datetime\.date"):
        Article("Peru held talks with Chile.", published="2025-07-23")
    with pytest.raises(TypeError, match="is a string, not bytes"):
        Article(b"Peru held talks with Chile.")
    with pytest.raises(TypeError, match=r"write Article\("):
        coder.code("Peru held talks with Chile.")


@pytest.mark.parametrize("field", ["id", "title", "url", "source", "language", "author"])
@pytest.mark.parametrize("value", [5, b"Peru", ["Peru"], date(2025, 7, 23), 0.0])
def test_words_about_an_article_that_are_no_text_are_refused_with_advice(field, value):
    with pytest.raises(TypeError, match=rf"an article's {field} is a string, not .*; \w+ "):
        Article("Peru held talks with Chile.", **{field: value})


def test_words_about_an_article_may_be_missing():
    article = Article("Peru.", id="", title=None, url=None, source="", author=None)
    assert article == Article("Peru.", id=Article("Peru.").id, source="")


def test_of_a_moment_of_publication_the_day_is_taken():
    assert Article("Peru.", published=datetime(2025, 7, 23, 22, 5)).published == date(2025, 7, 23)


def test_a_record_survives_json(code):
    (mention,) = code("The president of Ghana will visit Togo on July 26.")
    assert json.loads(json.dumps(mention_to_dict(mention)))["when"] == asdict(mention.when)


def test_an_article_survives_json():
    left = Omission("furniture", "share bar", 3, 5)
    article = Article("Peru held talks.", published=date(2025, 7, 23), source="Post", left_out=(left,))
    assert article_from_dict(json.loads(dump(article_to_dict(article)))) == article


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({}, "an object with text"),
        ({"text": 5}, "text is 5, not text"),
        ({"text": "x", "published": "2025-13-01"}, "published is '2025-13-01', not a day as 2025-07-23 or null"),
        ({"text": "x", "left_out": [{"reason": "foo", "detail": ""}]}, "left_out\\[0\\].reason is 'foo', not one of"),
        ({"text": "x", "body": "y"}, "an object without body"),
        ([], "it is \\[\\], not an object"),
    ],
)
def test_what_is_no_article_in_json_is_told_by_its_field(row, says):
    with pytest.raises(RowError, match=f"is no article as .*{says}"):
        article_from_dict(row)


@pytest.mark.parametrize("bad", ["\ud800 Peru held talks with Chile.", "Peru. " * 200_000])
def test_a_text_that_cannot_be_read_stops_no_other(coder, bad):
    good = "Peru held talks with Chile."
    coded = [mentions for _, mentions in coder.code_all([Article(bad), Article(good)])]
    assert len(coded) == 2
    assert [m.event for m in coded[1]] == ["CONSULT"]


@pytest.mark.parametrize("unseen", ["\u202e", "\u200e", "\u2067", "\ufeff", "\0", "\ud800"])
@pytest.mark.parametrize(
    "text",
    [
        "{}Russian drones struck the port of Odesa on Friday, killing three dockers.",
        "Talks failed.\n{}Russian drones{} struck the port of {}Odesa{} on Friday, killing three dockers.",
        "Kenyan President {}William Ruto{} will visit Cairo{}.",
    ],
)
def test_signs_that_nobody_sees_are_no_part_of_a_name(coder, text, unseen):
    plain, marked = (Article(text.replace("{}", sign), published=date(2025, 7, 23)) for sign in ("", unseen))
    (clean,), (mention,) = coder.code(plain), coder.code(marked)
    for told in ("actors", "recipients", "where"):
        assert [p.name for p in getattr(mention, told)] == [p.name for p in getattr(clean, told)]
    assert mention.actors[0].country == clean.actors[0].country
    spans = (mention.trigger, mention.sentence, *mention.actors, *mention.where)
    assert all(span.text == marked.text[span.start : span.end] for span in spans)
    assert not mention.actors[0].text.startswith(unseen)


def test_signs_that_nobody_sees_part_no_word(coder):
    assert seen("Ru\u200bto\u200e met\u202c \0him") == "Ru\u200bto  met   him"
    assert seen("Erdo\xadğan\n") == "Erdo\xadğan\n"


def test_an_article_that_the_coder_fails_on_stops_no_other(coder):
    def faulty(analysis):
        if "Gabon" in analysis.article.text:
            raise KeyError("Gabon")
        return coder.stages.typer(analysis)

    told = []
    articles = [Article(f"Peru held talks with {other}.") for other in ("Chile", "Gabon", "Togo")]
    broken = Coder(stages=replace(coder.stages, typer=faulty))
    coded = list(broken.code_all(articles, failed=lambda *what: told.append(what)))
    assert [(article, len(mentions)) for article, mentions in coded] == [(articles[0], 1), (articles[2], 1)]
    ((article, error),) = told
    assert (article, str(error)) == (articles[1], "'Gabon'")
    with pytest.raises(KeyError, match="Gabon"):
        list(broken.code_all(articles))


def test_what_is_no_article_is_refused_and_is_no_failure_of_the_coder(coder):
    told = []
    for wrong in ([Article("Peru held talks with Chile."), "x"], ["x"], [None]):
        with pytest.raises(TypeError, match=r"a coder takes an Article, not \w+; write Article"):
            list(coder.code_all(wrong, failed=lambda *what: told.append(what)))
    with pytest.raises(TypeError, match="a coder takes an Article, not str"):
        coder.code("x")
    assert not told


def test_what_a_coder_is_made_with_is_checked_before_the_first_article(tmp_path):
    names = tmp_path / "names.tsv"
    with pytest.raises(FileNotFoundError, match=r"names\.tsv: there is no such table of names"):
        Coder(actors=names)
    with pytest.raises(TypeError, match="published is a date, not '2025-01-01'"):
        Coder(published="2025-01-01")
    names.write_text("name\taliases\tcountry\tsectors\toffice\nOrnek Brel\t\tTGO\tGOV\t\n", "utf-8")
    coder = Coder(actors=str(names), published=datetime(2025, 7, 23, 22))
    (mention,) = coder.code(Article("Ornek Brel visited Chad on Monday."))
    assert [party.country for party in mention.actors] == ["TGO"]
    assert mention.when.edtf == "2025-07-21"


@pytest.mark.parametrize(
    ("text", "event", "places"),
    [
        ("Russia bombed Zaporizhzhia on Monday.", "ASSAULT", ["Zaporizhzhya"]),
        ("A drone hit Port Sudan on Monday.", "ASSAULT", ["Port Sudan"]),
        ("Israel bombed Iran on Monday.", "ASSAULT", []),
        ("Belarus arrested the US citizen Youras Ziankovich.", "COERCE", []),
    ],
)
def test_what_is_struck_is_a_place_and_a_person_is_none(code, text, event, places):
    mention = next(m for m in code(text) if m.event == event)
    assert [place.name for place in mention.where] == places


_QUARREL = (
    "The singer Lena Hartog accused the director Milo Brandt of stealing her songs. Brandt "
    "denounced Hartog as a liar. Hartog's mother demanded an apology from Brandt."
)


def test_private_affairs_are_left_out(code):
    assert code(_QUARREL) == []


def test_private_parties_stay_where_an_article_is_of_public_affairs(code):
    mentions = code(
        f"{_QUARREL} The police arrested Brandt on Friday. The president criticised the "
        "parliament. The army attacked the rebels."
    )
    assert {"denounced", "demanded", "arrested"} <= {m.trigger.text for m in mentions}


def test_one_private_event_alone_is_kept(code):
    assert [m.event for m in code("Farmers in Zambia accused the mining company of poisoning the river.")]


@pytest.mark.parametrize(
    ("text", "status", "edtf"),
    [
        ("Talks between Chile and Peru were brought forward to 4 August.", "planned", "2025-08-04"),
        ("The talks, first due on 30 July, will be brought forward to the 28th.", "planned", "2025-07-28"),
        ("The summit, first planned for 30 July, will be moved to the 31st.", "planned", "2025-07-31"),
        ("The meeting, first due on 28 July, was pushed back to the 30th.", "postponed", "2025-07-30"),
        ("Talks between Chile and Peru were moved up to 4 August.", "planned", "2025-08-04"),
        ("Chile and Peru brought their talks forward to next Tuesday.", "planned", "2025-07-29"),
        ("Talks between Chile and Peru were put off to 4 August.", "postponed", "2025-08-04"),
        ("Talks between Chile and Peru, planned for Friday, were pushed back to Sunday.", "postponed", "2025-07-27"),
        ("Talks between Chile and Peru, due on 2 August, have been moved to 9 August.", "postponed", "2025-08-09"),
        ("Chile put off its talks with Peru until 4 August.", "postponed", "2025-08-04"),
        ("Chile postponed its talks with Peru, due to begin on August 5, to September 3.", "postponed", "2025-09-03"),
        ("Talks between Chile and Peru scheduled for 2 August were rescheduled for 9 August.", "postponed", "2025-08-09"),
        ("Talks between Chile and Peru set for 2 August were put off to 9 August.", "postponed", "2025-08-09"),
        ("Chile postponed its talks with Peru, planned for next week, to early September.", "postponed", "2025-09-01/2025-09-10"),
        ("Chile postponed the talks with Peru scheduled for 2 August.", "postponed", "2025-08-02"),
        ("Talks between Chile and Peru, first set for 2 August, will be held on 9 August.", "planned", "2025-08-09"),
    ],
)  # fmt: skip
def test_what_is_moved_to_a_day_to_come_has_the_new_day(code, text, status, edtf):
    (talks,) = code(text)
    assert (talks.status, talks.when.edtf) == (status, edtf)


@pytest.mark.parametrize(
    ("lead", "actors"),
    [
        ("BANGKOK, April 26 - Thailand on Sunday accused Cambodia of a raid.", ["Thailand"]),
        ("KYIV, April 26 - Russia on Sunday bombed Odesa.", ["Russia"]),
        (
            "PARIS, 26 April - France and Germany on Sunday expelled two Iranian diplomats.",
            ["France", "Germany"],
        ),
        ("ROME, April 26 - Italy agreed. Malta on Sunday condemned the raid.", ["Malta"]),
    ],
)
def test_the_sentence_after_a_dateline_keeps_its_subject(coder, lead, actors):
    mention = coder.code(Article(lead, published=date(2026, 4, 27)))[-1]
    assert [actor.name for actor in mention.actors] == actors


@pytest.mark.parametrize(
    "dateline",
    [
        "TEGUCIGALPA, 14 September (Lempira Press) — ",
        "TEGUCIGALPA (Lempira Press), 14 Sept 2025 - ",
        "TEGUCIGALPA, Sunday, September 14, 2025 (Lempira Press) -- ",
        "Tegucigalpa, 14 September 2025 – ",
    ],
)
def test_the_day_of_a_dateline_is_not_that_of_the_event_after_it(coder, dateline):
    told = "Honduras expelled Nicaragua's ambassador on Friday, the ministry said."
    (mention,) = coder.code(Article(dateline + told, published=date(2025, 9, 14)))
    assert (mention.sentence.text, mention.when.edtf) == (told, "2025-09-12")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Reuters Rescuers dig in the ruins of a school in Herat",
            ["Reuters", "Rescuers dig in the ruins of a school in Herat"],
        ),
        (
            "EPA The shelling has emptied the town of Kupiansk",
            ["EPA", "The shelling has emptied the town of Kupiansk"],
        ),
        ("EPA Administrator Ann Lowe resigns", ["EPA Administrator Ann Lowe resigns"]),
        ("Reuters says two of its men were held", ["Reuters says two of its men were held"]),
        (
            "“I told [my brother] to stay,” she said. He left.",
            ["“I told [my brother] to stay,” she said.", "He left."],
        ),
        (
            "The tanker (MV Arosa) was seized. It lies off Bandar Abbas.",
            ["The tanker (MV Arosa) was seized.", "It lies off Bandar Abbas."],
        ),
    ],
)
def test_sentences_start_where_they_can(text, sentences):
    found = Analyser()(Article(text)).sentences
    assert [sentence.text.strip() for sentence in found] == sentences


@pytest.mark.parametrize(
    "opening",
    ["- ", "— ", "• ", "2. ", "(3) ", "b) ", "> ", "14:05 GMT - ", "14:05 GMT: ", "10.45am ", "09.12 ",
     "[11:30] ", "6:30 p.m. ", "2h ago: ", "35 minutes ago - ", "Jul 21, 14:05 GMT — "],
)  # fmt: skip
def test_a_mark_or_a_stamp_is_no_part_of_the_sentence_after_it(coder, opening):
    text = f"Developments\n{opening}Mali expelled a French envoy\n{opening}Niger recalled its own"
    analysis = coder.stages.analyse(Article(text))
    told = [s.text.strip() for s in analysis.sentences if "expel" in s.text or "recall" in s.text]
    assert told == ["Mali expelled a French envoy", "Niger recalled its own"]
    assert sum(s.text.strip() in told and is_headline(s) for s in analysis.sentences) == 2


@pytest.mark.parametrize(
    "line", ["5 May was the day.", "3.5 Million fled.", "12 Malians died.", "A. B. Ceesay resigned."]
)
def test_a_number_or_name_at_the_head_of_a_line_stays_in_its_sentence(coder, line):
    (sentence,) = coder.stages.analyse(Article(line)).sentences
    assert sentence.text == line


def test_a_headline_is_one_sentence_whatever_stands_below_it():
    headline = "Gunmen seize two Colombian engineers in northern Mali"
    below = "Gunmen abducted two Colombian engineers near the town of Gao on Tuesday."
    found = Analyser()(Article(f"{headline}\n{below}"))
    assert [sentence.text.strip() for sentence in found.sentences] == [headline, below]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The visit of Togo's president to Accra was postponed on 21 July.", None),
        ("Togo cancelled its president's visit to Accra on Monday.", None),
        ("On 21 July Togo called off its president's visit to Accra.", None),
        ("The visit of Togo's president to Accra on 2 August was postponed on Monday.", "2025-08-02"),
        ("The visit of Togo's president to Accra, planned for 2 August, was cancelled on Monday.", "2025-08-02"),
        ("Togo called off Saturday's talks with Ghana.", "2025-07-26"),
    ],
)  # fmt: skip
def test_the_day_a_plan_was_taken_off_is_not_its_own(code, text, edtf):
    (plan,) = [m for m in code(text) if m.event == "CONSULT"]
    assert plan.status in ("postponed", "cancelled")
    assert (plan.when and plan.when.edtf) == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("Gunmen abducted two nurses and killed a guard near Jos on Monday.", "abducted", "2025-07-21"),
        ("Kenya bombed a depot and shelled two villages in Somalia on Monday.", "bombed", "2025-07-21"),
        ("Police arrested a senator in Quito in May and released him on Monday.", "arrested", "2025-05"),
        ("Gunmen attacked a village in Niger, killing nine people on Monday.", "attacked", "2025-07-21"),
        ("Gunmen kidnapped a judge in Lima on Monday, 21 July 2025, officials said.", "kidnapped", "2025-07-21"),
        ("Peru freed six prisoners in Lima on Monday, 21 July 2025, officials said.", "freed", "2025-07-21"),
    ],
)  # fmt: skip
def test_a_date_told_once_is_that_of_both_verbs_and_of_all_its_words(code, text, trigger, edtf):
    (mention,) = [m for m in code(text) if m.trigger.text == trigger]
    assert mention.when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("Iran's missile test was a reply to the sanctions of Monday.", "test", None),
        ("Mali's army tested a missile on Sunday, in reply to the sanctions of Monday.", "tested", "2025-07-20"),
        ("Gunmen wounded four people in Monday's attack on a church in Goma.", "attack", "2025-07-21"),
        ("Iran's test on Saturday came during drills that Oman started a week ago.", "drills", "2025-07-16~"),
    ],
)  # fmt: skip
def test_a_time_told_of_another_thing_is_not_taken(code, text, trigger, edtf):
    (mention,) = [m for m in code(text) if m.trigger.text == trigger]
    assert (mention.when and mention.when.edtf) == edtf


def test_what_would_come_when_it_was_told_is_of_that_year(code):
    text = "Iran said on 8 May that it would attack Basra in mid-May."
    (attack,) = [m for m in code(text, published="2025-12-20") if m.trigger.text == "attack"]
    assert attack.when.edtf == "2025-05-11/2025-05-20"


def test_from_may_be_the_first_word_of_an_article(code):
    (found,) = code("From its bases near Gao, the army shelled the town of Djenne.")
    assert found.trigger.text == "shelled"


def test_what_is_asked_of_the_word_before_is_answered_for_the_first_of_an_article(code):
    (found,) = code("Longer talks will be held in Oslo on Friday.")
    assert found.status == "planned"
