"""Each heading and fact has a link of its own, which is there for whoever is at it, and in nobody's way."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.barriers import barriers_on
from tests.browser.reader import Reader, Screen

Kinds = dict[str, str]

WHERE_ALL_STANDS = """() => [...document.querySelectorAll('main *:not(.own)')]
  .map(each => each.getBoundingClientRect().toJSON())"""
SHOWN = """() => [...document.querySelectorAll('.own')]
  .filter(each => each.checkVisibility({ visibilityProperty: true })).map(each => each.getAttribute('aria-label'))"""


def shown(page: Page) -> list[str]:
    """Return what the links to places are called that are shown."""
    names: list[str] = page.evaluate(SHOWN)
    return names


def test_the_link_of_an_event_shows_where_the_pointer_is_and_moves_nothing(reader: Reader, kinds: Kinds) -> None:
    with reader.opens(kinds["chronology"]) as page:
        assert shown(page) == []
        event = page.locator(".event").first
        event.scroll_into_view_if_needed()
        before = page.evaluate(WHERE_ALL_STANDS)
        event.hover()
        title = event.locator(".title").evaluate("each => each.firstChild.textContent")
        assert shown(page) == [f"Link to: {title}"]
        assert page.evaluate(WHERE_ALL_STANDS) == before
        # On the way to it nothing is left that would hide it.
        event.locator(".own").click()
        page.wait_for_url(f"**#{event.get_attribute('id')}")


def test_with_the_keyboard_it_is_one_step_back_from_what_stands_there(reader: Reader, kinds: Kinds) -> None:
    with reader.opens(kinds["chronology"]) as page:
        mark = page.locator(".event .title button").first
        mark.focus()
        page.keyboard.press("Shift+Tab")
        own = page.locator(".own:focus")
        assert own.get_attribute("href") == f"#{page.locator('.event').first.get_attribute('id')}"
        page.keyboard.press("Tab")
        assert mark.evaluate("each => each === document.activeElement")


def test_the_link_of_a_heading_shows_at_the_heading_and_after_one_came_to_it(reader: Reader) -> None:
    with reader.opens("#the_figures") as page:
        assert shown(page) == ["Link to: Figures"]
        page.locator("#how_we_know").hover()
        assert sorted(shown(page)) == ["Link to: Figures", "Link to: Sources, and how we know"]
        names = page.get_by_role("heading", name="Figures", exact=True)
        assert names.count() == 1


def test_where_nothing_hovers_all_show_and_on_paper_none(reader: Reader, kinds: Kinds) -> None:
    with reader.browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{reader.address}/{kinds['chronology']}")
        assert len(shown(page)) == page.locator(".own").count()
        page.goto(f"{reader.address}/{kinds['glossary']}")
        assert barriers_on(page, asked=["target-size"]) == []
    with reader.opens(kinds["chronology"], Screen(width=800)) as page:
        page.emulate_media(media="print")
        assert not [each for each in page.locator(".own").all() if each.is_visible()]
