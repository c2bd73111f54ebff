"""What readers see facts called, and dates, numbers and the words of the interface in the site's language."""

from __future__ import annotations

import datetime

import pytest

from standfirst.language import dates
from standfirst.model import FactId, Id, Kind, Origin, Reference
from standfirst.present.naming import Naming, Phrasing, short_label
from standfirst.present.view_parts import DateView
from tests.explainers import content, joined

# ---------------------------------------------------------------- dates, numbers, countries


@pytest.mark.parametrize(
    ("language", "latitude", "longitude", "written"),
    [
        ("en", 32.89, 13.19, "32.89° N, 13.19° E"),
        ("en", -33.9, -70.12345, "33.90° S, 70.1234° W"),
        ("en", 0.0, 0.0, "0.00° N, 0.00° E"),
        ("en", -0.5, -0.5, "0.50° S, 0.50° W"),
        ("fr", -33.9, 18.4, "33,90° S, 18,40° E"),
    ],
)
def test_a_position_is_written_in_degrees_of_its_halves_of_the_globe(
    language: str, latitude: float, longitude: float, written: str
) -> None:
    assert Phrasing(language).coordinates(latitude, longitude) == written


@pytest.mark.parametrize(("items", "listed"), [(["3"], "3"), (["3", "5"], "3 and 5"), (["3", "5", "7"], "3, 5 and 7")])
def test_items_are_listed_as_in_a_sentence(items: list[str], listed: str) -> None:
    assert Phrasing("en").join_with_and(items) == listed


@pytest.mark.parametrize(("year", "said"), [(2019, "2019"), (476, "AD 476"), (-43, "44 BC"), (0, "1 BC"), (-3, "4 BC")])
def test_a_year_is_called_by_its_era_where_it_needs_one(year: int, said: str) -> None:
    assert Phrasing("en").year(year) == said


def test_a_date_is_said_in_words_and_to_machines_and_a_longer_one_is_a_period() -> None:
    phrasing = Phrasing("en")
    assert phrasing.day(datetime.date(2019, 4, 15)) == DateView("15 April 2019", "2019-04-15")
    assert phrasing.date(dates.parse("2019-04/2019-05")).has_two_ends
    assert phrasing.date_or_none(None) is None


def test_languages_and_countries_have_their_names_in_the_site_s_language_or_none() -> None:
    french = Phrasing("fr")
    assert (french.language_name("ar"), french.language_name("zh-Hant-TW")) == ("arabe", "chinois")
    assert french.language_name("qaa") == "qaa"
    assert (french.country("DE"), french.country("AA")) == ("Allemagne", "")


def test_numbers_and_distances_are_written_as_the_site_s_language_does() -> None:
    german = Phrasing("de")
    assert (german.number(12345), german.kilometres(1500)) == ("12.345", "1.500 km")


def test_the_interface_speaks_the_site_s_language() -> None:
    french, places = Phrasing("fr"), ("Map of %(count)s place", "Map of %(count)s places")
    assert [french.ngettext(*places, count) for count in (1, 12)] == ["Carte de 1 lieu", "Carte de 12 lieux"]
    assert french.join_with_and(["3", "5"]) == "3 et 5"
    assert french.year(-43) == "44 av. J.-C."
    assert french.date_or_none(dates.parse("2019-04")) == DateView("avril 2019", "2019-04")


@pytest.mark.parametrize(
    ("language", "words", "quoted"),
    [
        ("en", "He “made clear” that it’s so.", "“He ‘made clear’ that it’s so.”"),
        ("en", "had “made clear that we oppose … it", "“had ‘made clear that we oppose … it”"),
        ("fr", "Il dit «\u202fnon\u202f».", "«\u202fIl dit “non”.\u202f»"),
        ("fr", "He “made clear” that.", "«\u202fHe “made clear” that.\u202f»"),
    ],
)
def test_marks_within_marks_alternate(language: str, words: str, quoted: str) -> None:
    assert Phrasing(language).quoted(words) == quoted


# ---------------------------------------------------------------- facts

FACTS = """
actors:
  ann: {name: Ann, kind: person, summary: S., uncited: x}
  bob: {name: Bob, kind: person, summary: S., uncited: x}
terms:
  quorum: {name: Quorum, summary: S., uncited: x}
places:
  pier: {name: The pier}
events:
  vote: {date: 2019-04-15, title: The vote, uncited: x}
quotes:
  short: {speaker: ann, words: So it was, uncited: x}
  long: {speaker: ann, words: "These are so many words that nobody wants all of them in, or above, a list", uncited: x}
claims:
  fell: {claim: "It fell, as [](actor:ann) says of [](claim:rose) and [](unknown:why).", uncited: x}
  rose: {claim: It rose., uncited: x}
unknowns:
  why: {question: "Why, if [](claim:fell)?"}
figures:
  dead: {value: 213, unit: people, label: on board, uncited: x}
relations:
  backing: {subject: ann, verb: backs, object: bob, uncited: x}
updates:
  fix: {date: 2025-01-03, kind: correction, text: So.}
sources:
  titled: {title: A report, publisher: The Courier}
  untitled: {kind: wire report}
  unknown: {}
  written: {title: A letter, authors: [Ada, Ben]}
  bare: {title: A letter}
"""
VERBS = "verbs: {backs: {label: backs, inverse: is backed by}}\n"


def naming(language: str = "en") -> Naming:
    return Naming(joined(content(FACTS, settings=VERBS, language=language)))


def fact_id(text: str) -> FactId:
    kind, _, name = text.partition(":")
    return FactId(Kind(kind), Id(name))


@pytest.mark.parametrize(
    ("fact", "text", "label"),
    [
        ("actor:ann", "Ann", None),
        ("term:quorum", "Quorum", None),
        ("place:pier", "The pier", None),
        ("event:vote", "15 April 2019", "The vote"),
        ("quote:short", "“So it was”", None),
        (
            "quote:long",
            "“These are so many words that nobody wants all of them in, or above, a list”",
            "“These are so many words that nobody wants all of them in …”",
        ),
        ("claim:fell", "It fell, as Ann says of … and …", None),
        ("unknown:why", "Why, if …?", None),
        ("figure:dead", "213 people", "213 people on board"),
        ("relation:backing", "Ann backs Bob", None),
        ("update:fix", "3 January 2025", None),
        ("source:titled", "A report", None),
        ("source:untitled", "Wire report, title not known", None),
        ("source:unknown", "Source, title not known", None),
    ],
)
def test_each_fact_is_called_by_what_its_empty_link_writes_or_by_its_label_in_a_list(
    fact: str, text: str, label: str | None
) -> None:
    named, found = naming(), fact_id(fact)
    assert named.empty_link_text(found) == text
    assert named.label(named.site.index[found]) == (text if label is None else label)


@pytest.mark.parametrize(
    ("fact", "text"), [("event:vote", "15 avril 2019"), ("update:fix", "3 janvier 2025"), ("claim:rose", "It rose.")]
)
def test_what_stands_for_a_fact_is_in_the_site_s_language(fact: str, text: str) -> None:
    assert naming("fr").empty_link_text(fact_id(fact)) == text


@pytest.mark.parametrize(
    ("fact", "text", "route"),
    [
        ("actor:ann", "Ann", "actors/ann.html"),
        ("source:titled", "The Courier", "sources/titled.html"),
        ("source:bare", "“A letter”", "sources/bare.html"),
        ("source:written", "Ada and Ben", "sources/written.html"),
        ("source:untitled", "wire report", "sources/untitled.html"),
        ("source:unknown", "a source without a title", "sources/unknown.html"),
    ],
)
def test_who_says_something_is_an_actor_or_a_publisher_or_else_a_source(fact: str, text: str, route: str) -> None:
    voice = naming().voice(Reference(fact_id(fact), Origin("a.yaml", 1, 1)))
    assert (voice.text, voice.address.route) == (text, route)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("X" * 60, "X" * 60),
        ("X" * 59 + " y", "X" * 59 + " …"),
        ("a " + "X" * 56 + ", y z", "a " + "X" * 56 + " …"),
        ("字" * 61, "字" * 60 + " …"),
    ],
)
def test_a_label_is_cut_between_words_if_there_are_any_and_before_their_signs(words: str, label: str) -> None:
    assert short_label(words) == label
