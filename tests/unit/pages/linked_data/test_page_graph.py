"""What pages say to machines: a JSON-LD processor reads the same facts back, and no date has grown more precise."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable
from itertools import chain
from typing import Any

import lxml.html
import pytest
from pyld import jsonld

from standfirst.outputs.bibliography import BIBTEX, CSL
from standfirst.pages.downloads import DOWNLOADS
from tests.explainers import content, made, pages_of, planner, read_site

AT = "https://example.org/ferry/"
VOCABULARY = {"@context": {"@vocab": "https://schema.org/"}}

Graph = dict[str, dict[str, Any]]


def vocabulary(address: str, _options: object) -> dict[str, object]:
    """Load schema.org's context: what it says of properties beyond their names does not matter to these tests."""
    assert address == "https://schema.org"
    return {"contextUrl": None, "documentUrl": address, "document": VOCABULARY}


def blocks(page: str) -> list[str]:
    found: list[str] = lxml.html.fromstring(page).xpath("//script[@type='application/ld+json']/text()")
    return found


def graph(pages: Iterable[str]) -> Graph:
    """Return what pages say together: each thing that has a name of its own, by that name."""
    options: Any = {"documentLoader": vocabulary}
    said = [jsonld.expand(json.loads(block), options) for page in pages for block in blocks(page)]
    flat = jsonld.flatten(list(chain.from_iterable(said)), VOCABULARY, options)
    return {node["@id"]: node for node in flat["@graph"]}


def linked(files: dict[str, str]) -> Graph:
    return graph(text for route, text in files.items() if route.endswith(".html"))


@functools.cache
def full() -> dict[str, str]:
    return made(read_site("full"))


@functools.cache
def of_full() -> Graph:
    return linked(full())


def events(facts: str) -> Graph:
    return linked(made(content(facts)))


def each(value: Any) -> list[Any]:
    """Return the values of a property: one stands alone, several in a list, and none nowhere."""
    return value if isinstance(value, list) else [] if value is None else [value]


def iris(value: Any) -> list[str]:
    return [one["@id"] for one in each(value)]


def actor_iri(name: str) -> str:
    return f"{AT}actors/{name}.html#actor-{name}"


# ---------------------------------------------------------------- the same facts


def test_the_explainer_comes_back_with_its_dates_authors_sources_and_how_it_is_known() -> None:
    article = of_full()[f"{AT}#the_explainer"]
    assert article["@type"] == "BackgroundNewsArticle"
    assert article["headline"] == "Why has the ferry to Marsa Barqa stopped?"
    assert article["description"].startswith("The last boat left Arle on 3 March 2025.")
    assert article["backstory"].startswith("Two documents, and nothing else")
    assert (article["datePublished"], article["dateModified"]) == ("2025-03-10", "2025-03-14")
    assert {of_full()[author]["name"] for author in iris(article["author"])} == {"Ada Writer", "Ben Editor"}
    assert of_full()[article["publisher"]["@id"]]["name"] == "The Arle Courier (made up)"
    assert article["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert article["image"] == f"{AT}images/last-boat.jpg"
    assert set(iris(article["citation"])) == {f"{AT}sources/{name}.html#source-{name}" for name in ("letter", "report")}


def test_an_explainer_without_authors_is_by_its_publisher_and_without_a_card_it_has_no_image() -> None:
    (home, *_) = pages_of(planner(content(settings="publisher: The Courier\n")))
    article = json.loads(home.view.linked_data)["@graph"][1]
    assert article["@type"] == "BackgroundNewsArticle"
    assert article["author"] == article["publisher"]
    assert article["publisher"]["@id"] == "https://example.org/#the_publisher"
    assert "image" not in article


@pytest.mark.parametrize(
    ("settings", "licence"),
    [
        ("", None),
        ("licence: CC-BY-4.0\n", "https://creativecommons.org/licenses/by/4.0/"),
        ("licence: All rights reserved\n", {"@type": "CreativeWork", "name": "All rights reserved"}),
    ],
)
def test_a_licence_is_told_by_its_address_or_else_by_its_name(settings: str, licence: object) -> None:
    (home, *_) = pages_of(planner(content(settings=settings)))
    assert json.loads(home.view.linked_data)["@graph"][1].get("license") == licence


def test_every_actor_comes_back_with_its_names_its_kind_and_its_role() -> None:
    salma = of_full()[actor_iri("al-barqi")]
    assert salma["@type"] == "Person"
    assert salma["name"] == "Salma al-Barqi"
    assert "سلمى البرقي" in each(salma["alternateName"])
    data = json.loads(full()["data/actors.json"])
    for name, actor in data.items():
        said = of_full()[actor_iri(name)]
        assert (said["name"], said["description"]) == (actor["name"], actor["summary"])
        assert set(actor.get("aliases", ())) <= set(each(said.get("alternateName")))
        assert each(said.get("jobTitle")) == ([actor["role"]] if actor["kind"] == "person" and "role" in actor else [])
    kinds = {actor["kind"]: of_full()[actor_iri(name)]["@type"] for name, actor in data.items()}
    assert kinds["organisation"] == kinds["armed-group"] == kinds["group"] == "Organization"
    assert (kinds["government"], kinds["state"]) == ("GovernmentOrganization", "Country")


def test_every_quotation_comes_back_with_its_words_its_speaker_its_day_and_its_source() -> None:
    for name, quote in json.loads(full()["data/quotes.json"]).items():
        speaker = quote["speaker"].removeprefix("actor:")
        said = of_full()[f"{AT}actors/{speaker}.html#quote-{name}"]
        assert said["@type"] == "Quotation"
        assert said["text"] == quote["words"]
        assert (
            iris(said["creator"]) == iris(said["spokenByCharacter"]) == [f"{AT}actors/{speaker}.html#actor-{speaker}"]
        )
        if len(quote.get("date", "")) == len("2025-03-03"):
            assert said["dateCreated"] == quote["date"]
        sources = [f"{AT}sources/{cited['source']}.html#source-{cited['source']}" for cited in quote.get("cite", ())]
        assert iris(said.get("isBasedOn")) == sources


def test_every_correction_comes_back_with_its_day_and_what_it_corrects_and_nothing_else_does() -> None:
    corrections = {
        name: update
        for name, update in json.loads(full()["data/updates.json"]).items()
        if update["kind"] == "correction"
    }
    assert corrections
    found = iris(of_full()[f"{AT}#the_explainer"]["correction"])
    assert found == [f"{AT}updates.html#{name}" for name in corrections]
    for name, update in corrections.items():
        said = of_full()[f"{AT}updates.html#{name}"]
        assert (said["@type"], said["text"], said["datePublished"]) == (
            "CorrectionComment", update["text"], update["date"],
        )  # fmt: skip


def test_every_claim_comes_back_as_what_someone_says_and_never_as_a_verdict() -> None:
    for name, claim in json.loads(full()["data/claims.json"]).items():
        said = of_full()[f"{AT}claims.html#{name}"]
        assert (said["@type"], said["text"]) == ("Claim", claim["claim"])
        actors = [voice.removeprefix("actor:") for voice in claim.get("by", ()) if voice.startswith("actor:")]
        assert iris(said.get("creator")) == list(map(actor_iri, actors))
    assert "ClaimReview" not in {sort for node in of_full().values() for sort in each(node.get("@type"))}


def test_the_glossary_comes_back_as_a_set_of_terms_with_their_meanings() -> None:
    entries = iris(of_full()[f"{AT}glossary.html#the_glossary"]["hasDefinedTerm"])
    facts = json.loads(full()["data/facts.json"])
    assert {of_full()[entry]["name"] for entry in entries} == {
        fact["name"] for kind in ("actors", "terms") for fact in facts[kind].values()
    }
    for name, term in facts["terms"].items():
        assert of_full()[f"{AT}glossary.html#term-{name}"]["description"] == term["summary"]


def test_the_data_come_back_as_a_set_of_files_that_are_there_with_their_licence() -> None:
    data = of_full()[f"{AT}data.html#the_data"]
    assert (data["@type"], data["license"]) == ("Dataset", "https://creativecommons.org/licenses/by/4.0/")
    files = [of_full()[iri] for iri in iris(data["distribution"])]
    # What is for other programs has a part of the facts, and no more of any.
    every = {route for route in full() if route.startswith("data/")} - {BIBTEX, CSL, *DOWNLOADS}
    assert {file["contentUrl"].removeprefix(AT) for file in files} == every
    assert {(file["contentUrl"].rpartition(".")[2], file["encodingFormat"]) for file in files} == {
        ("json", "application/json"), ("csv", "text/csv"),
    }  # fmt: skip


def test_past_200_events_the_page_of_each_year_describes_its_own_and_the_overview_none() -> None:
    rows = "".join(f"  e{number}: {{date: 2019, title: E, uncited: x}}\n" for number in range(200))
    facts = f"events:\n{rows}  last: {{date: 2020, title: Last, uncited: x}}\n"
    pages = {page.route: page.view.linked_data for page in pages_of(planner(content(facts)))}
    graphs = {route: json.loads(pages[route])["@graph"] for route in ("chronology.html", "chronology/2020.html")}
    assert {route: [node["@type"] for node in nodes] for route, nodes in graphs.items()} == {
        "chronology.html": ["CollectionPage"],
        "chronology/2020.html": ["CollectionPage", "Event"],
    }
    assert graphs["chronology/2020.html"][1]["name"] == "Last"


def test_a_page_that_lies_deeper_says_the_way_to_it() -> None:
    pages = graph([full()["actors/reed.html"]])
    (steps,) = [node for node in pages.values() if node.get("@type") == "BreadcrumbList"]
    items = sorted((pages[iri] for iri in iris(steps["itemListElement"])), key=lambda item: item["position"])
    assert [item["name"] for item in items] == [
        "Why has the ferry to Marsa Barqa stopped?", "Glossary", "Tom Reed",
    ]  # fmt: skip
    assert [item["item"] for item in items] == [AT, f"{AT}glossary.html#actor-reed", f"{AT}actors/reed.html"]


# ---------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2019-04-15", "2019-04-15", None),
        ("2019-04", "2019-04", None),
        ("2011", "2011", None),
        ("2010/2012", "2010", "2012"),
        ("2014/..", "2014", None),
        ("2014/", "2014", None),
        ("1990/2010~", "1990", None),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known(written: str, start: str, end: str | None) -> None:
    event = events(f"events:\n  a: {{date: '{written}', title: X, uncited: y}}\n")[
        "https://example.org/chronology.html#a"
    ]
    assert (event["@type"], event["startDate"], event.get("endDate")) == ("Event", start, end)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("1984~", "around 1984"),
        ("2019?", "perhaps 2019"),
        ("[1987..1990]", "some time between 1987 and 1990"),
        ("../2014", "until 2014"),
        ("/1969-07", "until July 1969, start not known"),
        ("2024-21", "spring 2024"),
        ("198X", "the 1980s"),
        ("-0043-03-15", "15 March 44 BC"),
    ],
)
def test_a_date_that_has_no_such_form_is_said_in_words_and_never_made_exact(written: str, words: str) -> None:
    event = events(f"events:\n  a: {{date: '{written}', title: X, uncited: y}}\n")[
        "https://example.org/chronology.html#a"
    ]
    assert event["@type"] == "Thing"
    assert event["additionalType"] == "https://schema.org/Event"
    assert event["disambiguatingDescription"].casefold() == words.casefold()
    assert not {"startDate", "endDate"} & event.keys()


def test_an_event_whose_end_is_only_about_known_says_so_in_words_besides() -> None:
    facts = "events:\n  a: {date: 1990/2010~, title: X, uncited: y}\n  b: {date: 1990/2010, title: X, uncited: y}\n"
    found = events(facts)
    assert found["https://example.org/chronology.html#a"]["disambiguatingDescription"] == "1990 to around 2010"
    assert "disambiguatingDescription" not in found["https://example.org/chronology.html#b"]


# ---------------------------------------------------------------- the blocks


@pytest.mark.parametrize("name", ["full", "apollo", "several-sources", "minimal"])
def test_every_page_has_one_block_and_whatever_one_refers_to_is_on_some_page(name: str) -> None:
    files = made(read_site(name))
    for route, text in files.items():
        if route.endswith(".html"):
            # A page that search engines are kept from has nothing for them.
            listed = '<meta name="robots" content="noindex">' not in text
            assert len(blocks(text)) == int(listed), route
    found = linked(files)
    assert {iri for iri, node in found.items() if node.keys() == {"@id"}} == set()
    values = (one for node in found.values() for value in node.values() for one in each(value))
    referred = {one["@id"] for one in values if isinstance(one, dict) and "@id" in one}
    assert referred <= found.keys()


def test_nothing_in_a_fact_can_end_the_block_or_become_markup() -> None:
    words = "</script><!--<script>alert(1)&amp;\u2028</script>"
    facts = {"terms": {"trap": {"name": "Trap", "summary": "x", "aliases": [words], "uncited": "y"}}}
    page = made(content(json.dumps(facts)))["glossary.html"]
    (block,) = blocks(page)
    assert not set("<>&\u2028") & set(block)
    assert graph([page])["https://example.org/glossary.html#term-trap"]["alternateName"] == words


def test_what_is_not_known_of_a_source_is_not_said() -> None:
    found = linked(made(content("sources:\n  a: {kind: letter}\n")))["https://example.org/sources/a.html#source-a"]
    assert found["description"] == "Letter, title not known"
    assert found.keys() == {"@id", "@type", "description", "genre", "url"}
