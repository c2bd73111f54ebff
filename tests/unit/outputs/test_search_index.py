"""What can be found: everything that a site says, each with the place to which it leads, and an index of it to read."""

from __future__ import annotations

import functools
import json

import lxml.html
import pytest

from standfirst.model import FACT_TYPES
from standfirst.outputs.search_index import NAMED_KINDS, TITLED_KINDS, SearchEntry, search_entries
from standfirst.pages.search import SearchView
from tests.explainers import content, made, pages_of, planner, read_site, site_names

ANN = "{name: Ann Lee, aliases: [Lee, Captain Lee], kind: person, role: captain, summary: A., text: B., uncited: x}"


def found(facts: str = "", *sections: str, settings: str = "", language: str = "en") -> dict[str, SearchEntry]:
    """Return the entries of an explainer by their titles."""
    explainer = content(facts, *sections, settings=settings, language=language)
    return {entry.to.text: entry for entry in search_entries(planner(explainer))}


@functools.cache
def site(name: str) -> dict[str, str]:
    return made(read_site(name))


def rows(files: dict[str, str]) -> list[list[str]]:
    """Return what stands in the script of data: it is an array, named and ended."""
    body = files["search-index.js"].removeprefix("const searchIndex = ").removesuffix(";\n")
    rows: list[list[str]] = json.loads(body)
    return rows


def index_of(files: dict[str, str]) -> list[tuple[str, str]]:
    """Return the lines of the index on the page for searching, and where they lead."""
    page = lxml.html.fromstring(files["search.html"])
    lines = page.xpath("//*[@id='search_index']//li[not(ancestor::nav)]")
    return [(line.text_content(), line.xpath(".//a/@href")[0]) for line in lines]


# ---------------------------------------------------------------- what the script searches in


def test_every_kind_of_fact_can_be_found() -> None:
    assert set(NAMED_KINDS) | set(TITLED_KINDS) == set(FACT_TYPES)
    assert set(NAMED_KINDS) & set(TITLED_KINDS) == set()


@pytest.mark.parametrize("name", site_names())
def test_whatever_is_found_leads_to_a_place_that_there_is(name: str) -> None:
    files = site(name)
    for title, address, *_ in rows(files):
        route, _, anchor = address.partition("#")
        assert route in files, title
        assert not anchor or lxml.html.fromstring(files[route]).xpath("//*[@id=$anchor]", anchor=anchor), address


def test_everything_that_is_in_the_data_is_found() -> None:
    files = site("full")
    facts = sum(map(len, json.loads(files["data/facts.json"]).values()))
    explainer, sections, entries = 3, 3, len(rows(files))
    assert entries == facts + explainer + sections


def test_an_actor_is_found_by_every_name_and_by_what_is_said_of_it() -> None:
    ann = found(f"actors:\n  ann: {ANN}\n")["Ann Lee"]
    assert ann == SearchEntry(to=ann.to, about="Person · captain", names=("Lee", "Captain Lee"), text="A. B.")
    assert (ann.to.address.route, ann.to.address.anchor) == ("actors/ann.html", "")


def test_a_name_in_its_own_script_is_one_more_name() -> None:
    facts = "actors:\n  h: {name: H, kind: state, native_name: {text: حفتر, lang: ar}, summary: A., uncited: x}\n"
    assert found(facts)["H"].names == ("حفتر",)


def test_prose_is_found_in_plain_words() -> None:
    explained = found(
        "", "## Who?\n\n*Nobody* knows.", settings="key_points: [One., 'Two, *too*.']\nhow_we_know: We read.\n"
    )
    assert explained["Part 1"].text == "Who? Nobody knows."
    assert explained["What happened?"].text == "Something did."
    assert explained["In thirty seconds"].text == "One. Two, too."
    assert explained["How we know"].to.address.route == "about.html"


def test_facts_without_names_are_found_by_what_they_say_and_when() -> None:
    facts = f"""
actors:
  ann: {ANN}
events:
  fall: {{date: 2019-04-15, title: A fall, text: It fell., uncited: x}}
quotes:
  long: {{speaker: ann, words: "{"So it was said. " * 6}", uncited: x}}
  short: {{speaker: ann, words: So it was., date: 2019, uncited: x}}
claims:
  fell: {{claim: It fell, record: Nothing., uncited: x}}
unknowns:
  why: {{question: Why?, why: Nobody asked.}}
figures:
  many: {{value: 213, unit: people, label: on board, as_of: 2019-04, uncited: x}}
"""
    explained = found(facts)
    assert (explained["A fall"].about, explained["A fall"].text) == ("Event · 15 April 2019", "It fell.")
    assert (explained["“So it was.”"].about, explained["“So it was.”"].text) == ("Quotation · Ann Lee · 2019", "")
    (long,) = (entry for title, entry in explained.items() if title.endswith("…”"))
    assert long.text.count("So it was said.") == 6
    assert (explained["It fell"].about, explained["It fell"].text) == ("Claim", "Nothing.")
    assert (explained["Why?"].about, explained["Why?"].text) == ("Open question", "Nobody asked.")
    assert explained["213 people on board"].about == "Figure · April 2019"


def test_names_are_listed_before_prose_and_prose_before_what_is_told() -> None:
    facts = f"""
sources: {{s: {{title: S}}}}
updates: {{u: {{date: 2025-01-03, kind: correction, text: U.}}}}
relations: {{r: {{subject: ann, verb: backs, object: ann-two, uncited: x}}}}
unknowns: {{w: {{question: Why?}}}}
claims: {{c: {{claim: C., uncited: x}}}}
quotes: {{q: {{speaker: ann, words: Q, uncited: x}}}}
figures: {{f: {{value: 1, label: F, uncited: x}}}}
events: {{e: {{date: 2019, title: E, uncited: x}}}}
places: {{p: {{name: P}}}}
terms: {{t: {{name: T, summary: T., uncited: x}}}}
actors: {{ann: {ANN}, ann-two: {ANN.replace("Ann Lee", "Ann Two").replace("Lee, Captain Lee", "Two")}}}
"""
    verbs = "verbs: {backs: {label: backs, inverse: is backed by}}\n"
    assert [entry.about.partition(" ·")[0] for entry in found(facts, "Text.", settings=verbs).values()] == [
        "Person", "Person", "Term", "Place",
        "Explainer", "Section",
        "Event", "Figure", "Quotation", "Claim", "Open question", "Relation", "Correction", "Source",
    ]  # fmt: skip


def test_the_index_is_told_in_the_language_of_the_site() -> None:
    assert found(f"actors:\n  ann: {ANN}\n", language="fr")["Ann Lee"].about == "Personne · captain"


def test_what_would_end_a_line_or_a_script_stays_within_its_text() -> None:
    facts = "terms:\n  t: {name: 'A \"b\" \\ </script>', summary: 'c\\n`d`', uncited: x}\n"
    ((title, *_),) = (row for row in rows(made(content(facts))) if row[2] == "Term")
    assert title == "A “b” \\ </script>"


# ---------------------------------------------------------------- the index to read


def test_the_index_has_names_from_a_to_z_with_references_from_other_spellings() -> None:
    facts = f"actors:\n  ann: {ANN}\nplaces:\n  cape: {{name: Cape}}\n"
    assert index_of(made(content(facts))) == [
        ("Ann Lee", "actors/ann.html"),
        ("Cape", "places.html#place-cape"),
        ("Captain Lee: see Ann Lee", "actors/ann.html"),
        # As the glossary files her: by her family name.
        ("Ann Lee", "actors/ann.html"),
    ]


def test_what_has_a_title_stands_below_the_names_by_its_kind() -> None:
    facts = "events:\n  b: {date: 2020, title: B, uncited: x}\n  a: {date: 2021, title: A, uncited: x}\n"
    (view,) = (page.view for page in pages_of(planner(content(facts, "Text."))) if isinstance(page.view, SearchView))
    assert [(group.label, [link.text for link in group.links]) for group in view.groups] == [
        ("Sections", ["Part 1"]),
        ("Events", ["B", "A"]),
    ]


def test_an_update_is_called_by_how_it_begins() -> None:
    words = "word " * 30
    facts = f"updates:\n  u: {{date: 2025-01-02, kind: correction, text: {words}}}\n"
    (line, _) = index_of(made(content(facts)))[-1]
    assert line.startswith("word word")
    assert line.endswith(" …")


@pytest.mark.parametrize("name", site_names())
def test_all_that_the_script_finds_is_in_the_index_to_read_but_the_explainer_itself(name: str) -> None:
    addresses = {address for _, address in index_of(site(name))}
    itself = {"index.html", "index.html#thirty_seconds", "about.html#how_we_know"}
    assert {row[1] for row in rows(site(name))} - itself == addresses


def test_the_page_is_listed_for_crawlers_and_the_navigation_has_six_words_at_most() -> None:
    files = site("full")
    assert "/search.html</loc>" in files["sitemap.xml"]
    words = lxml.html.fromstring(files["search.html"]).xpath("//header[@class='masthead']//nav//a/text()")
    assert words[-1] == "Search"
    assert len(words) == 6


def test_an_index_too_long_to_read_is_left_to_the_pages_that_list_each_kind() -> None:
    names = "".join(f"  n{at}: {{name: Name {at}, kind: person, summary: s, uncited: x}}\n" for at in range(1_999))
    facts = f"actors:\n{names}quotes:\n  said: {{speaker: n1, words: Words., uncited: x}}\nplaces:\n  p: {{name: P}}\n"
    found = {page.route: page.view for page in pages_of(planner(content(facts, "Text.")))}["search.html"]
    assert isinstance(found, SearchView)
    assert [(each.label, each.count, each.to.text, each.to.address.route) for each in found.lists] == [
        ("Actors", "1,999", "Glossary", "glossary.html"),
        ("Places", "1", "Places", "places.html"),
        ("Quotations", "1", "on the pages of the actors", "glossary.html"),
    ]
    assert (found.letters, [group.label for group in found.groups]) == ((), ["Sections"])
