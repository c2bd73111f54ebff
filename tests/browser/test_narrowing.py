"""Lists that a script narrows: the chronology by who and when, the glossary by kind and name."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from standfirst.cached_build import build
from standfirst.options import Options
from tests.browser.barriers import barriers_on, what_sticks_out
from tests.browser.host import hosted
from tests.browser.reader import Reader, Screen
from tests.explainers import ROOT

NARROWED = ("chronology.html?actor=haftar", "glossary.html?kind=person&name=a")
NARROWED_IN_ARABIC = ("chronology.html?actor=mansouri", "glossary.html?kind=organisation")
HOW_MUCH_HAS_JUMPED = """() => new Promise(resolve => {
  const sum = found => found.getEntries().reduce((sum, { value }) => sum + value, 0);
  new PerformanceObserver(found => resolve(sum(found))).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(0), 300);
})"""


@pytest.fixture(scope="module")
def long_chronology(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Someone who comes to 210 events over seventy years, a dozen of them in 1950."""
    folder = tmp_path_factory.mktemp("long")
    people = "".join(f"  p{number}: {{name: P{number}, kind: person, summary: s, uncited: x}}\n" for number in range(3))
    years = [1950] * 12 + [1950 + number % 70 for number in range(198)]
    events = "".join(
        f"  e{number}: {{date: {year}, title: E{number}, actors: [p{number % 3}], uncited: x}}\n"
        for number, year in enumerate(sorted(years))
    )
    (folder / "content" / "facts").mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text(
        "title: T\nstandfirst: S\nlanguage: en\nbase_url: https://example.org/\n"
        "published: 2025-01-02\nfacts_as_of: 2025-01-01\n"
    )
    (folder / "content" / "facts" / "facts.yaml").write_text(f"actors:\n{people}events:\n{events}")
    build(Options(content=folder / "content", templates=ROOT / "templates"), folder / "site")
    with hosted(folder / "site") as address:
        yield Reader(browser, address)


def shown(page: Page, entries: str = ".event") -> Locator:
    """The entries of a list that are shown."""
    return page.locator(f"main {entries}").filter(visible=True)


def said_to_be_shown(page: Page) -> list[int]:
    """How many entries the page says that it shows, and how many it says there are."""
    return [int(number) for number in re.findall(r"\d+", page.get_by_role("status").inner_text())]


def field(page: Page, label: str) -> Locator:
    """A field of the form by what it is called."""
    return page.get_by_role("combobox", name=label, exact=True).or_(page.get_by_role("searchbox", name=label))


def choices(select: Locator) -> list[str]:
    """What a field offers besides everything."""
    return [value for each in select.locator("option").all() if (value := each.get_attribute("value"))]


# ---------------------------------------------------------------- narrowing


def test_the_chronology_is_narrowed_to_the_events_in_which_one_takes_part(reader: Reader) -> None:
    with reader.opens("chronology.html") as page:
        whole = shown(page).count()
        field(page, "Who").select_option("Mike Pompeo")
        assert 0 < shown(page).count() < whole
        assert shown(page).count() == shown(page).filter(has=page.locator("a", has_text="Mike Pompeo")).count()
        assert said_to_be_shown(page) == [shown(page).count(), whole]
        assert page.url.endswith("/chronology.html?actor=pompeo")
        assert page.locator(".year").filter(visible=True).count() == 1
        expect(page.get_by_role("navigation", name="Years")).to_be_hidden()
        page.get_by_role("button", name="Show all").click()
        assert said_to_be_shown(page) == [whole, whole]
        assert page.url.endswith("/chronology.html")
        expect(field(page, "Who")).to_be_focused()


def test_the_chronology_is_narrowed_to_a_period(reader: Reader) -> None:
    with reader.opens("chronology.html") as page:
        field(page, "When").select_option("2016")
        assert page.locator(".year h2").filter(visible=True).all_inner_texts() == ["2016"]
        assert page.url.endswith("?period=2016")


def test_no_choice_that_is_offered_leaves_nothing_to_show(reader: Reader) -> None:
    with reader.opens("chronology.html") as page:
        who, when = field(page, "Who"), field(page, "When")
        everyone = choices(who)
        for actor in everyone:
            who.select_option(value=actor)
            for period in choices(when):
                when.select_option(value=period)
                assert shown(page).count() > 0, f"nothing of {actor} in {period}"
            when.select_option(value="")
        who.select_option(value="")
        assert choices(who) == everyone


def test_the_glossary_is_narrowed_to_a_kind(reader: Reader) -> None:
    with reader.opens("glossary.html") as page:
        field(page, "Kind").select_option("State")
        details = [entry.locator(".detail").first.inner_text() for entry in shown(page, ".entry").all()]
        assert {detail.partition(" · ")[0] for detail in details} == {"State"}
        assert page.url.endswith("?kind=state")


@pytest.mark.parametrize("typed", ["gaddafi", "GADH", "Gadháfi ", "قذافي", "moammar-gadh", "g.a.d.h."])
def test_the_glossary_is_narrowed_by_the_letters_of_a_name_or_another_spelling_of_it(
    reader: Reader, typed: str
) -> None:
    with reader.opens("glossary.html") as page:
        field(page, "Name").fill(typed)
        assert "Moammar Gadhafi" in " ".join(shown(page, ".entry").locator("h3").all_inner_texts())
        assert said_to_be_shown(page)[0] == shown(page, ".entry").count() < said_to_be_shown(page)[1]


def test_letters_that_no_name_has_show_nothing_and_say_so(reader: Reader) -> None:
    with reader.opens("glossary.html") as page:
        field(page, "Name").fill("zzz")
        assert said_to_be_shown(page)[0] == 0
        assert page.locator(".letter").filter(visible=True).count() == 0
        page.get_by_role("button", name="Show all").click()
        assert shown(page, ".entry").count() == said_to_be_shown(page)[1]


def test_a_list_is_narrowed_by_the_keyboard_alone(reader: Reader) -> None:
    with reader.opens("glossary.html") as page:
        field(page, "Name").focus()
        page.keyboard.type("haftar")
        page.keyboard.press("Enter")
        page.wait_for_url("**/glossary.html?name=haftar")
        found = said_to_be_shown(page)[0]
        page.keyboard.press("Tab")
        page.keyboard.type("Person")
        assert 0 < said_to_be_shown(page)[0] < found
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Show all")).to_be_focused()
        page.keyboard.press("Enter")
        expect(field(page, "Name")).to_be_focused()
        assert len(set(said_to_be_shown(page))) == 1


# ---------------------------------------------------------------- addresses


@pytest.mark.parametrize("route", [*NARROWED, "glossary.html?kind=term", "chronology.html?actor=haftar&period=2019"])
def test_an_address_shows_the_list_as_it_was_narrowed(reader: Reader, route: str) -> None:
    with reader.opens(route) as page:
        found, whole = said_to_be_shown(page)
        assert 0 < found < whole
        assert page.url.endswith(route)


def test_an_address_that_asks_for_what_is_not_there_shows_everything(reader: Reader) -> None:
    with reader.opens("chronology.html?actor=nobody&kind=%%&period") as page:
        assert len(set(said_to_be_shown(page))) == 1
        assert field(page, "Who").input_value() == ""


def test_going_back_undoes_a_choice_and_going_forward_makes_it_again(reader: Reader) -> None:
    with reader.opens("chronology.html") as page:
        whole = said_to_be_shown(page)
        field(page, "Who").select_option("Chad")
        one = said_to_be_shown(page)
        field(page, "When").select_option("1987")
        page.go_back()
        assert said_to_be_shown(page) == one
        assert field(page, "When").input_value() == ""
        page.go_back()
        assert said_to_be_shown(page) == whole
        page.go_forward()
        assert said_to_be_shown(page) == one
        assert field(page, "Who").input_value() == "chad"


def test_going_back_undoes_a_name_and_not_its_last_letter(reader: Reader) -> None:
    with reader.opens("glossary.html") as page:
        field(page, "Name").press_sequentially("haft")
        page.go_back()
        assert field(page, "Name").input_value() == ""
        assert len(set(said_to_be_shown(page))) == 1


@pytest.mark.parametrize(
    "route", ["chronology.html?actor=pompeo#capture", "glossary.html?kind=term#actor-haftar", "chronology.html#capture"]
)
def test_an_anchor_leads_to_its_entry_though_the_list_is_narrowed_to_others(reader: Reader, route: str) -> None:
    with reader.opens(route) as page:
        target = page.locator(f"#{route.partition('#')[2]}")
        expect(target).to_be_in_viewport()
        assert "?" not in page.url


def test_an_anchor_leads_to_an_entry_that_a_narrowed_list_shows_and_leaves_it_narrowed(reader: Reader) -> None:
    with reader.opens("chronology.html?actor=pompeo#call") as page:
        expect(page.locator("#call")).to_be_in_viewport()
        assert "?" not in page.url
    with reader.opens("chronology.html?actor=haftar#call") as page:
        expect(page.locator("#call")).to_be_in_viewport()
        assert said_to_be_shown(page)[0] < said_to_be_shown(page)[1]


def test_a_link_to_an_entry_that_is_narrowed_away_shows_it_and_going_back_narrows_again(reader: Reader) -> None:
    with reader.opens("chronology.html") as page:
        field(page, "Who").select_option("Haftar’s fellow captives")
        expect(page.locator("#capture")).to_be_hidden()
        shown(page).get_by_role("link", name="his capture").click()
        expect(page.locator("#capture")).to_be_in_viewport()
        assert page.url.endswith("/chronology.html#capture")
        assert len(set(said_to_be_shown(page))) == 1
        page.go_back()
        expect(page.locator("#capture")).to_be_hidden()


# ---------------------------------------------------------------- a long chronology


def test_many_years_are_offered_as_decades_and_an_overview_is_narrowed_as_the_whole_is(
    long_chronology: Reader,
) -> None:
    with long_chronology.opens("chronology.html") as page:
        decades = [f"{decade}X" for decade in range(195, 202)]
        assert choices(field(page, "When")) == decades
        page.get_by_role("navigation", name="Years").get_by_role("link", name="the 1960s").click()
        assert page.url.endswith("#year_1960")
        field(page, "When").select_option("the 1960s")
        years = page.locator(".year h2").filter(visible=True).all_inner_texts()
        assert years == [str(year) for year in range(1960, 1970)]
        field(page, "Who").select_option("P1")
        assert 0 < shown(page).count() < 30


def test_the_page_of_a_year_is_narrowed_by_who(long_chronology: Reader) -> None:
    with long_chronology.opens("chronology/1950.html") as page:
        field(page, "Who").select_option("P1")
        assert set(shown(page).locator(".side a").all_inner_texts()) == {"P1"}
        assert page.locator("form.narrow select").count() == 1
        expect(page.get_by_role("link", name="After: 1951")).to_be_visible()


# ---------------------------------------------------------------- everyone's page


def test_without_a_script_there_is_no_form_and_everyone_and_every_year_is_linked(reader: Reader) -> None:
    with reader.opens("chronology.html?actor=pompeo", Screen(script=False)) as page:
        expect(page.locator("form")).to_be_hidden()
        assert shown(page).count() == page.locator(".event").count()
        page.get_by_role("navigation", name="Years").get_by_role("link", name="2016").click()
        expect(page.locator("#year_2016")).to_be_in_viewport()
        page.get_by_text("Who takes part").click()
        page.get_by_role("navigation", name="Who takes part").get_by_role("link", name="Mike Pompeo").click()
        expect(page.locator("h1")).to_have_text("Mike Pompeo")


@pytest.mark.parametrize("route", ["chronology.html", "glossary.html"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_when_a_late_script_shows_the_form(reader: Reader, route: str, width: int) -> None:
    def come_late(script: Route) -> None:
        time.sleep(0.3)
        script.continue_()

    with reader.browser.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        page.route("**/*.js", come_late)
        page.goto(f"{reader.address}/{route}")
        expect(page.locator("form.narrow")).to_be_visible()
        assert page.evaluate(HOW_MUCH_HAS_JUMPED) == 0


def test_a_narrowed_list_is_not_wider_than_the_window(reader: Reader, arabic: Reader) -> None:
    for site, routes in ((reader, NARROWED), (arabic, NARROWED_IN_ARABIC)):
        for route in routes:
            with site.opens(route) as page:
                found, whole = said_to_be_shown(page)
                assert 0 < found < whole
                for width in (1440, 768, 360, 320):
                    page.set_viewport_size({"width": width, "height": 800})
                    assert what_sticks_out(page) == []


def test_axe_finds_no_barrier_in_a_narrowed_list(reader: Reader, arabic: Reader) -> None:
    """Of the whole page on a phone; the form alone, which all lists have, on a desk and in the dark."""
    for site, routes in ((reader, NARROWED), (arabic, NARROWED_IN_ARABIC)):
        for _, page in site.goes_through(dict(zip(routes, routes, strict=True)), Screen(width=360)):
            assert barriers_on(page) == []
            page.set_viewport_size({"width": 1280, "height": 800})
            assert barriers_on(page, within="form.narrow") == []
            page.emulate_media(color_scheme="dark")
            assert barriers_on(page, within="form.narrow") == []
            page.emulate_media(color_scheme="light")
            page.set_viewport_size({"width": 360, "height": 800})


def test_a_narrowed_list_has_no_complaint_in_the_console(reader: Reader) -> None:
    for route in NARROWED:
        assert reader.complaints(route) == []


def test_what_is_printed_is_what_is_shown_and_says_to_what_it_was_narrowed(reader: Reader) -> None:
    with reader.opens("chronology.html?actor=pompeo") as page:
        events = shown(page).count()
        page.emulate_media(media="print")
        assert shown(page).count() == events
        expect(field(page, "Who")).to_be_visible()
        expect(field(page, "When")).to_be_hidden()
        expect(page.get_by_role("button", name="Show all")).to_be_hidden()
        expect(page.get_by_role("status")).to_be_visible()
        marks = {mark.get_attribute("data-note") for mark in shown(page).locator(".evidence button").all()}
        notes = page.locator(".note").filter(visible=True)
        assert {note.get_attribute("id") for note in notes.all()} == {f"note_{mark}" for mark in marks}
        assert {str(note.evaluate("note => note.value")) for note in notes.all()} == marks


def test_of_a_whole_list_the_form_is_not_printed(reader: Reader) -> None:
    with reader.opens("chronology.html") as page:
        page.emulate_media(media="print")
        expect(page.locator("form.narrow")).to_be_hidden()
