"""Which pages there are, what each shows, and where facts that have moved are still found."""

from __future__ import annotations

import functools
from typing import TypeVar

import lxml.html
import pytest

from standfirst.outputs.artifact import Artifact
from standfirst.pages.about import AboutView
from standfirst.pages.actors import ActorPageView
from standfirst.pages.chronology import ChronologyView, YearView
from standfirst.pages.claims import ClaimsView
from standfirst.pages.glossary import GlossaryView
from standfirst.pages.home import HomeView
from standfirst.pages.plan import plan
from standfirst.pages.sources import SourcePageView, SourcesView, ranges
from standfirst.pages.updates import UpdatesView
from standfirst.present.page_view import PageView
from standfirst.problems.errors import SiteError
from tests.explainers import content, made, pages_of, planner, read_site

V = TypeVar("V", bound=PageView)


@functools.cache
def full() -> dict[str, str]:
    return made(read_site("full"))


def planned(facts: str, *sections: str, settings: str = "", copy: str = "") -> dict[str, PageView]:
    """Return the views of an explainer's pages by their routes; `copy` is the text of its source `s`."""
    copies = {"s": copy} if copy else {}
    return {
        page.route: page.view for page in pages_of(planner(content(facts, *sections, settings=settings, copies=copies)))
    }


def view(kind: type[V], route: str, facts: str, *sections: str, copy: str = "") -> V:
    found = planned(facts, *sections, copy=copy)[route]
    assert isinstance(found, kind)
    return found


def events(*dates: str) -> str:
    rows = [f"  e{number}: {{date: '{date}', title: E{number}, uncited: x}}" for number, date in enumerate(dates)]
    return "\n".join(["events:", *rows, ""])


ACTORS = """
actors:
  ann: {name: Ann, kind: person, summary: A., uncited: x}
  bob: {name: Bob, kind: person, summary: B., uncited: x}
"""


# ---------------------------------------------------------------- which pages


def test_an_explainer_without_facts_has_every_page_that_can_say_so() -> None:
    assert sorted(planned("")) == [
        "404.html", "about.html", "chronology.html", "data.html", "glossary.html", "index.html", "search.html",
        "sources.html", "updates.html",
    ]  # fmt: skip


def test_actors_and_sources_have_pages_of_their_own_and_claims_a_page_where_there_are_any() -> None:
    facts = ACTORS + "claims:\n  c: {claim: C, uncited: x}\nsources:\n  s: {title: S}\n"
    assert {"actors/ann.html", "actors/bob.html", "sources/s.html", "claims.html"} <= planned(facts).keys()


def test_no_two_files_of_a_site_have_one_address_be_they_pages_or_not() -> None:
    copied = (Artifact("about.html", b""), Artifact("images/map.png", b"1"), Artifact("images/map.png", b"2"))
    two = "two files of the site have this address"
    assert [str(each) for each in plan(planner(content()), copied).problems] == [
        f"about.html:1:1: {two}: the page 'About this explainer' and one that is no page; rename one of the two",
        f"images/map.png:1:1: {two}: one that is no page and one that is no page; rename one of the two",
    ]
    assert plan(planner(content()), copied[1:2]).problems == ()


def test_images_whose_names_differ_in_how_their_letters_are_composed_alone_are_a_problem() -> None:
    with pytest.raises(SiteError) as caught:
        made(content(images=("caf\u00e9.png", "cafe\u0301.png")))
    assert [each.origin.path for each in caught.value.problems] == ["images/caf\u00e9.png"]


# ---------------------------------------------------------------- the chronology


def test_events_are_filed_by_year_in_the_order_of_the_chronology() -> None:
    dates = ("2020-05", "2019-12-31", "/2018", "2019", "-0001")
    found = view(ChronologyView, "chronology.html", events(*dates))
    assert found.is_whole
    assert [[event.fact.id for event in year.events] for year in found.years] == [["e4"], ["e2"], ["e3", "e1"], ["e0"]]
    assert [year.anchor for year in found.years] == ["year_-1", "year_2018", "year_2019", "year_2020"]


def test_up_to_200_events_stand_on_one_page() -> None:
    pages = planned(events(*["2019"] * 200))
    assert isinstance(pages["chronology.html"], ChronologyView)
    assert pages["chronology.html"].is_whole
    assert not any(route.startswith("chronology/") for route in pages)


def test_past_200_events_each_year_has_a_page_between_its_neighbours() -> None:
    facts = events(*["2018"], *["2019"] * 199, *["2021-03"])
    pages = planned(facts)
    overview = pages["chronology.html"]
    assert isinstance(overview, ChronologyView)
    assert not overview.is_whole
    years = {route: page for route, page in pages.items() if isinstance(page, YearView)}
    assert list(years) == ["chronology/2018.html", "chronology/2019.html", "chronology/2021.html"]
    middle = years["chronology/2019.html"]
    assert len(middle.year.events) == 199
    assert middle.previous
    assert middle.next
    assert (middle.previous.address.route, middle.next.address.route) == (
        "chronology/2018.html",
        "chronology/2021.html",
    )
    assert years["chronology/2018.html"].previous is None
    assert years["chronology/2021.html"].next is None


def test_the_anchor_of_every_event_stays_on_the_chronology_and_its_text_is_on_the_page_of_its_year() -> None:
    facts = events(*["2018"] * 150, *["2019"] * 60) + "  last: {date: 2020, title: Last, uncited: x, text: Told.}\n"
    pages = made(content(facts))
    overview = lxml.html.fromstring(pages["chronology.html"])
    assert set(overview.xpath("//li/@id")) == {*(f"e{number}" for number in range(210)), "last"}
    assert "Told." in pages["chronology/2020.html"]
    assert "Told." not in pages["chronology.html"]
    assert 'href="chronology/2020.html#last"' in pages["chronology.html"]


# ---------------------------------------------------------------- actors, claims, sources


def test_a_page_of_an_actor_gathers_what_refers_to_it() -> None:
    facts = (
        ACTORS
        + """
quotes:
  own: {speaker: ann, words: one, uncited: x}
  heard: {speaker: bob, words: two, to: [ann], uncited: x}
  other: {speaker: bob, words: three, uncited: x}
events:
  met: {date: 2019, title: Met, actors: [ann, bob], uncited: x}
  told: {date: 2018, title: Told, text: "By [her](actor:ann).", uncited: x}
claims:
  said: {claim: Said, by: [ann], uncited: x}
"""
    )
    found = view(ActorPageView, "actors/ann.html", facts)
    assert [quote.fact.id for quote in found.own_quotes] == ["own"]
    assert [quote.fact.id for quote in found.other_quotes] == ["heard"]
    assert [event.fact.id for event in found.events] == ["told", "met"]
    assert [claim.fact.id for claim in found.claims] == ["said"]
    assert found.description == "A – What happened?"


def test_claims_that_rival_one_another_stand_together_however_they_name_each_other() -> None:
    facts = """
claims:
  a: {claim: A, uncited: x}
  b: {claim: B, uncited: x, rivals: [c]}
  c: {claim: C, uncited: x}
  d: {claim: D, uncited: x, rivals: [c, a]}
  e: {claim: E, uncited: x}
"""
    found = view(ClaimsView, "claims.html", facts)
    assert [[claim.fact.id for claim in group.claims] for group in found.groups] == [["a", "b", "c", "d"], ["e"]]
    rivals = {claim.fact.id: [link.address.anchor for link in claim.rivals] for claim in found.groups[0].claims}
    assert rivals == {"a": ["d"], "b": ["c"], "c": ["b", "d"], "d": ["c", "a"]}
    home = view(HomeView, "index.html", facts)
    assert len(home.rivals) == 1


def test_the_first_page_defines_those_whom_its_texts_name_or_refer_to() -> None:
    facts = """
actors:
  ann: {name: Ann, kind: person, summary: "Of the [pier](term:pier).", uncited: x}
  bob: {name: Robert, aliases: [Bob], kind: person, summary: B., uncited: x}
  cid: {name: Cid, kind: person, summary: C., uncited: x}
terms:
  berth: {name: berth, summary: D., uncited: x}
  pier: {name: jetty, summary: E., uncited: x}
"""
    explainer = content(facts, "At the [place](term:berth) was Bob.", settings="key_points: [Ann went.]")
    (page, *_) = pages_of(planner(explainer))
    assert isinstance(page.view, HomeView)
    assert [str(each.fact) for each in page.view.definitions] == ["actor:ann", "actor:bob", "term:berth"]


COPY = """
The first passage here, and another first one.

Nobody cites this.

The second passage here.

Nor this.

Nor this either.

The third passage here.
"""
CITING = """
terms:
  one: {name: One, summary: O., cite: {s: [the third passage here, the second passage here]}}
  two: {name: Two, summary: "T [@s: the second passage here].", cite: {s: and another first one}}
sources:
  s: {title: S}
  unused: {title: U}
"""


def test_a_page_of_a_source_says_paragraph_by_paragraph_what_rests_on_it_wherever_it_is_cited() -> None:
    found = view(SourcePageView, "sources/s.html", CITING, "So [@s: The first passage here].", copy=COPY)
    assert [
        (paragraph.anchor, [(each.passage.words, [link.text for link in each.supports]) for each in paragraph.passages])
        for paragraph in found.paragraphs
    ] == [
        ("p1", [("The first passage here", ["Part 1"]), ("and another first one", ["Two"])]),
        ("p3", [("the second passage here", ["One", "Two"])]),
        ("p6", [("the third passage here", ["One"])]),
    ]


def test_a_passage_that_is_cited_in_two_spellings_stands_on_the_page_once() -> None:
    found = view(SourcePageView, "sources/s.html", CITING, "So [@s: THE SECOND, passage here].", copy=COPY)
    (passage,) = found.paragraphs[1].passages
    assert passage.passage.words == "THE SECOND, passage here"
    assert [link.text for link in passage.supports] == ["Part 1", "One", "Two"]


def test_a_page_of_a_source_says_how_long_that_is_and_on_which_paragraphs_nothing_rests() -> None:
    found = view(SourcePageView, "sources/s.html", CITING, copy=COPY)
    assert found.length == "24 words in 6 paragraphs"
    assert found.uncited_paragraphs == "Nothing here rests on paragraphs 2 and 4–5."
    one = CITING.replace("and another first one", "Nor this either")
    assert view(SourcePageView, "sources/s.html", one, copy=COPY).uncited_paragraphs.endswith(
        "on paragraphs 1–2 and 4."
    )
    short = CITING.replace("the third passage here, the second passage here", "and another first one")
    copy = "The second passage here. And another first one.\n\nNobody cites this."
    found = view(SourcePageView, "sources/s.html", short, copy=copy)
    assert (found.length, found.uncited_paragraphs) == (
        "11 words in 2 paragraphs",
        "Nothing here rests on paragraph 2.",
    )
    found = view(SourcePageView, "sources/s.html", short, copy=copy.partition("\n")[0])
    assert found.uncited_paragraphs == "Something here rests on every one of its paragraphs."


def test_of_a_source_that_nothing_cites_nothing_is_said_but_that() -> None:
    found = view(SourcePageView, "sources/unused.html", CITING, copy=COPY)
    assert (found.paragraphs, found.length, found.uncited_paragraphs) == ((), "", "")


def test_the_list_of_sources_counts_what_is_cited() -> None:
    found = view(SourcesView, "sources.html", CITING, "So [@s: The first passage here].", copy=COPY)
    assert [(entry.passages, entry.length) for entry in found.sources] == [(4, "24 words in 6 paragraphs"), (0, "")]


@pytest.mark.parametrize(
    ("numbers", "runs"),
    [([], []), ([3], [(3, 3)]), ([3, 1, 2, 2], [(1, 3)]), ([9, 2, 7, 8], [(2, 2), (7, 9)])],
)
def test_ranges_are_runs_in_ascending_order(numbers: list[int], runs: list[tuple[int, int]]) -> None:
    assert ranges(numbers) == runs


# ---------------------------------------------------------------- how it was made


def test_the_page_about_the_explainer_counts_what_was_checked() -> None:
    section = "They “passage here, and another” [@s: The first passage here, and another first one] say."
    found = view(AboutView, "about.html", CITING, section, copy=COPY)
    assert found.checked == "Wording checked against the source: 4 passages from 1 source and 1 quotation."
    found = view(AboutView, "about.html", CITING, copy=COPY)
    assert found.checked == "Wording checked against the source: 3 passages from 1 source."
    assert view(AboutView, "about.html", ACTORS).checked == ""


def test_it_is_said_that_everything_rests_on_one_source_while_that_is_so() -> None:
    said = "Everything here rests on one source."
    copies = {"s": COPY, "unused": "Another source altogether."}
    for section, one in (
        ("So [@s: The first passage here].", True),
        ("So [@unused: another source altogether].", False),
    ):
        pages = made(content(CITING, section, copies=copies))
        assert {said in pages[route] for route in ("index.html", "about.html", "sources.html")} == {one}
    assert said not in made(content(ACTORS))["index.html"]


def test_nobody_says_verified() -> None:
    assert not [route for route, text in full().items() if "verified" in text.lower()]


# ---------------------------------------------------------------- corrections


def test_a_fact_that_was_corrected_says_so_wherever_it_is_shown() -> None:
    facts = """
actors:
  ann: {name: Ann, kind: person, summary: A., uncited: x}
  bob: {name: Bob, kind: person, summary: B., uncited: x}
terms:
  word: {name: word, summary: W., uncited: x}
events:
  met: {date: 2019, title: Met, actors: [ann], uncited: x}
quotes:
  said: {speaker: ann, words: so, uncited: x}
claims:
  one: {claim: C, by: [ann], uncited: x}
figures:
  many: {value: 3, label: boats, according_to: [ann], uncited: x}
relations:
  both: {subject: ann, verb: likes, object: bob, uncited: x}
places:
  here: {name: Here}
unknowns:
  who: {question: Who?}
sources:
  s: {title: S}
updates:
  mended:
    date: 2025-03-12
    kind: correction
    text: Mended.
    affects: ["actor:ann", "term:word", "event:met", "quote:said", "claim:one", "figure:many", "relation:both",
      "place:here", "unknown:who", "source:s"]
  clearer: {date: 2025-03-13, kind: clarification, text: Clearer., affects: ["event:met"]}
  more: {date: 2025-03-14, kind: update, text: More., affects: ["event:met"]}
"""
    verbs = "verbs:\n  likes: {label: likes, inverse: is liked by}\n"
    pages = made(content(facts, "![](claim:one)", settings=verbs))
    shown = {
        "index.html": 9, "glossary.html": 2, "chronology.html": 1, "claims.html": 1, "sources.html": 1,
        "sources/s.html": 1, "about.html": 1, "actors/ann.html": 6,
    }  # fmt: skip
    for route, times in shown.items():
        marks = lxml.html.fromstring(pages[route]).xpath("//a[@class='corrected']")
        corrected = [mark for mark in marks if mark.text_content() == "Corrected 12 March 2025"]
        assert len(corrected) == times, route
        assert {mark.get("href").removeprefix("../") for mark in corrected} == {"updates.html#mended"}
    clearer = lxml.html.fromstring(pages["chronology.html"]).xpath("//a[@class='corrected']")
    assert [mark.text_content() for mark in clearer] == ["Clarified 13 March 2025", "Corrected 12 March 2025"]


@pytest.mark.parametrize(
    ("languages", "shown"),
    [
        (["ar"], ("ar", "rtl")),
        (["ar", "ar"], ("ar", "rtl")),
        (["ar", "fr"], ("", "")),
        (["en-GB"], ("", "")),
        ([None], ("", "")),
    ],
)
def test_a_quotation_in_another_language_than_the_sites_says_so(
    languages: list[str | None], shown: tuple[str, str]
) -> None:
    sources = [
        f"  s{number}: {{language: {each}}}" if each else f"  s{number}: {{}}" for number, each in enumerate(languages)
    ]
    cite = ", ".join(f"s{number}: one two three" for number in range(len(languages)))
    quote = f"quotes:\n  q: {{speaker: ann, words: one two three, cite: {{{cite}}}}}\n"
    facts = ACTORS + quote + "\n".join(["sources:", *sources, ""]).replace("{}", "{kind: letter}")
    copies = {f"s{number}": "one two three" for number in range(len(languages))}
    home = {page.route: page.view for page in pages_of(planner(content(facts, copies=copies)))}["index.html"]
    assert isinstance(home, HomeView)
    assert [(each.lang, each.dir) for each in home.quotes] == [shown]


# ---------------------------------------------------------------- glossary and updates


def test_the_glossary_goes_from_a_to_z_as_the_sites_language_does() -> None:
    names = ["zoo", "Éva", "eel", "Alpha", "été", "9th", "Жд"]
    rows = "".join(f"  t{number}: {{name: '{name}', summary: s, uncited: x}}\n" for number, name in enumerate(names))
    found = view(GlossaryView, "glossary.html", "terms:\n" + rows)
    assert [(each.letter, [entry.name for entry in each.entries]) for each in found.letters] == [
        ("#", ["9th"]),
        ("A", ["Alpha"]),
        ("E", ["eel", "été", "Éva"]),
        ("Z", ["zoo"]),
        ("…", ["Жд"]),
    ]


def test_the_glossary_lists_kinds_and_only_those_that_there_are() -> None:
    found = view(GlossaryView, "glossary.html", ACTORS + "terms:\n  t: {name: T, summary: s, uncited: x}\n")
    assert [(kind.label, [link.text for link in kind.entries]) for kind in found.kinds] == [
        ("Person", ["Ann", "Bob"]),
        ("Term", ["T"]),
    ]


def test_corrections_stand_apart_and_the_newest_first() -> None:
    facts = """
updates:
  a: {date: 2025-01-01, kind: correction, text: A}
  b: {date: 2025-01-03, kind: update, text: B}
  c: {date: 2025-01-02, kind: correction, text: C}
  d: {date: 2025-01-04, kind: clarification, text: D}
"""
    found = view(UpdatesView, "updates.html", facts)
    assert [update.fact.id for update in found.corrections] == ["c", "a"]
    assert [update.fact.id for update in found.others] == ["d", "b"]
    assert found.site.updated
    assert found.site.updated.machine == "2025-01-04"


# ---------------------------------------------------------------- the first page


def test_what_a_section_sets_is_not_set_again_below_it() -> None:
    facts = (
        ACTORS
        + "quotes:\n  said: {speaker: ann, words: one, uncited: x}\n  more: {speaker: bob, words: two, uncited: x}\n"
    )
    found = view(HomeView, "index.html", facts + events("2019"), "![](quote:said)\n\n![](chronology:)")
    assert [quote.fact.id for quote in found.quotes] == ["more"]
    assert found.timeline is None
    assert view(HomeView, "index.html", facts + events("2019")).timeline is not None


def test_where_nothing_happened_there_is_no_timeline() -> None:
    assert view(HomeView, "index.html", ACTORS).timeline is None


def test_the_chronology_in_prose_shows_the_key_events_or_all_where_none_is_marked() -> None:
    facts = events("2019", "2020") + "  key: {date: 2021, title: K, weight: key, uncited: x}\n"
    for given, shown in ((facts, ["K"]), (events("2019", "2020"), ["E0", "E1"])):
        page = lxml.html.fromstring(made(content(given, "![](chronology:)"))["index.html"])
        assert page.xpath("//*[@class='timeline']//*[@class='title']//a/text()") == shown


# ---------------------------------------------------------------- for machines


def test_a_renamed_actor_and_source_keep_their_old_pages_as_redirects() -> None:
    pages = full()
    old = lxml.html.fromstring(pages["actors/s-barqi.html"])
    assert old.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../actors/al-barqi.html"]
    assert old.xpath("//link[@rel='canonical']/@href") == ["https://example.org/ferry/actors/al-barqi.html"]
    assert "/ferry/actors/s-barqi.html /ferry/actors/al-barqi 301!\n" in pages["_redirects"]
    assert "/ferry/sources/courier /ferry/sources/report 301!\n" in pages["_redirects"]


def test_a_renamed_fact_keeps_its_old_anchor_as_an_empty_one_and_once() -> None:
    pages = full()
    for route, anchor in (
        ("glossary.html", "actor-barqi"), ("glossary.html", "term-ramp-berth"), ("chronology.html", "last-ferry"),
        ("claims.html", "port-at-fault"), ("index.html", "quote-a-hazard"), ("index.html", "figure-daily-loss"),
        ("index.html", "relation-blames"), ("index.html", "place-arle-town"), ("index.html", "unknown-return"),
        ("updates.html", "crew-count"),
    ):  # fmt: skip
        (found,) = lxml.html.fromstring(pages[route]).xpath(f"//*[@id='{anchor}']")
        assert (found.text_content(), len(found)) == ("", 0)


def test_an_explainer_in_which_nothing_moved_has_no_redirects() -> None:
    assert "_redirects" not in made(content(ACTORS))


def test_every_page_has_a_canonical_address_below_the_one_that_stands_in_for_the_sites_own() -> None:
    pages = made(read_site("full"), base_url="https://preview.example.net/7")
    for route, text in pages.items():
        if route.endswith(".html"):
            (address,) = lxml.html.fromstring(text).xpath("//link[@rel='canonical']/@href")
            assert address.startswith("https://preview.example.net/7/"), route
