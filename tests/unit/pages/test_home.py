"""The first page: what it defines, quotes and draws."""

from __future__ import annotations

import lxml.html
import pytest

from standfirst.pages.home import HomeView
from standfirst.present.views import RelationsView
from tests.explainers import content, made, pages_of, planner
from tests.unit.pages.page_views import ACTORS, events, view


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
    section = "At the [place](term:berth) was Bob."
    found = view(HomeView, "index.html", facts, section, settings="key_points: [Ann went.]")
    assert [str(each.fact) for each in found.definitions] == ["actor:ann", "actor:bob", "term:berth"]


def test_what_a_section_sets_is_not_set_again_below_it() -> None:
    facts = (
        ACTORS
        + "quotes:\n  said: {speaker: ann, words: one, uncited: x}\n  more: {speaker: bob, words: two, uncited: x}\n"
    )
    found = view(HomeView, "index.html", facts + events("2019"), "![](quote:said)\n\n![](chronology:)")
    assert [quote.fact.id for quote in found.quotes.shown] == ["more"]
    assert found.timeline is None
    assert view(HomeView, "index.html", facts + events("2019")).timeline is not None


def test_where_nothing_happened_there_is_no_timeline() -> None:
    assert view(HomeView, "index.html", ACTORS).timeline is None


def test_the_chronology_in_prose_lists_what_its_picture_names() -> None:
    facts = events("2019", "2020") + "  key: {date: 2021, title: K, weight: key, uncited: x}\n"
    page = lxml.html.fromstring(made(content(facts, "![](chronology:)"))["index.html"])
    assert page.xpath("//*[@class='timeline']//*[@class='title']//a/text()") == ["E0", "E1", "K"]


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
    assert [(each.lang, each.dir) for each in home.quotes.shown] == [shown]


def cast(key: frozenset[int] = frozenset()) -> str:
    weights = {number: "weight: key, " if number in key else "" for number in range(10)}
    rows = (
        f"  a{number}: {{name: N{number}, kind: person, {weights[number]}summary: s, uncited: x}}\n"
        for number in weights
    )
    return "actors:\n" + "".join(rows)


TURNS = """
events:
  fall: {date: 2019, title: T, weight: key, actors: [a9], uncited: x}
  rise: {date: 2018, title: T, actors: [a1, a2, a3, a4, a5, a6, a7, a8], uncited: x}
  more: {date: 2018, title: T, actors: [a1, a2, a3, a4, a5, a6, a7], uncited: x}
"""


def introduced(facts: str, settings: str = "") -> list[str]:
    return [actor.name for actor in view(HomeView, "index.html", facts, settings=settings).actors]


def test_the_first_page_introduces_the_actors_that_the_writer_calls_key() -> None:
    assert introduced(cast(frozenset({3, 7})) + TURNS) == ["N3", "N7"]


def test_else_it_introduces_those_on_whom_the_story_turns_and_then_those_who_are_named_most() -> None:
    facts = cast() + TURNS
    assert introduced(facts) == ["N1", "N2", "N3", "N4", "N5", "N6", "N7", "N9"]
    settings = 'key_points: ["[He](actor:a0) left, with [him](actor:a8)."]'
    assert introduced(facts, settings) == ["N0", "N1", "N2", "N3", "N4", "N5", "N8", "N9"]


def many(kind: str, record: str, number: int) -> str:
    return f"{kind}:\n" + "".join(f"  {kind[0]}{at}: {{{record}, uncited: x}}\n" for at in range(number))


def test_few_facts_are_all_on_the_first_page_and_of_many_those_that_its_texts_name_and_the_first() -> None:
    record = "value: 1, label: L"
    few = view(HomeView, "index.html", many("figures", record, 40)).figures
    assert ([figure.fact.id for figure in few.shown], few.left_out) == ([f"f{at}" for at in range(40)], "")
    found = view(HomeView, "index.html", many("figures", record, 1042), "There were [](figure:f1000).").figures
    assert [figure.fact.id for figure in found.shown] == [*(f"f{at}" for at in range(39)), "f1000"]
    assert found.left_out == "1,002 more are not shown here."
    assert found.all.address.route == "figures.html"


def test_of_many_relations_the_first_page_shows_those_between_the_actors_that_it_introduces() -> None:
    ties = "".join(
        f"  r{at}: {{subject: a{at % 5 + 1}, verb: knows, object: a{at % 7 + 3}, uncited: x}}\n" for at in range(70)
    )
    settings = "verbs: {knows: {label: knows, inverse: is known by, stance: neutral}}\n"
    facts = cast(frozenset({3, 4, 5})) + "relations:\n" + ties
    shown = view(HomeView, "index.html", facts, settings=settings).relations
    assert isinstance(shown, RelationsView)
    found = [relation for group in shown.groups for relation in group.relations]
    ends = {link.text for relation in found for link in (relation.subject, relation.object)}
    assert ends == {"N3", "N4", "N5"}
    assert shown.more == f"{70 - len(found)} more relations are on the pages of the actors:"
