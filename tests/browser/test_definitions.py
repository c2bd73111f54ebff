"""Definitions in place: a name opens who or what it is where it is first met, and without a script is a plain link."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.barriers import barriers_on
from tests.browser.reader import Reader, Screen
from tests.browser.test_notes import OPEN

NAME = ".prose a.mention[data-fact='actor:haftar']"
SCREENS = [Screen(width=width) for width in (320, 800, 1440)]
# Opens each definition from each name that has one, and tells what is amiss.
WHAT_DEFINITIONS_DO = """async () => {
  const found = [], { clientWidth: width, clientHeight: height } = document.documentElement;
  document.documentElement.style.scrollBehavior = 'auto';
  for (const name of document.querySelectorAll('a[aria-expanded]')) for (const block of ['start', 'end']) {
    name.scrollIntoView({ block });
    name.click();
    await new Promise(requestAnimationFrame);
    const definition = document.querySelector('.definition:popover-open');
    const said = `${name.textContent} ${block}`;
    if (!definition) { found.push(`${said} did not open`); continue; }
    const at = definition.getBoundingClientRect();
    const outside = at.left < -1 || at.top < -1 || at.right > width + 1 || at.bottom > height + 1;
    if (outside) found.push(`${said} is outside the window`);
    if (document.documentElement.scrollWidth > width) found.push(`${said} makes the page wider`);
    const covers = [...name.getClientRects()].some(of =>
      at.left < of.right && of.left < at.right && at.top < of.bottom - 1 && of.top + 1 < at.bottom);
    if (covers) found.push(`${said} covers its name`);
    name.click();
    if (definition.matches(':popover-open')) found.push(`${said} did not close`);
  }
  return found;
}"""


def first_name(page: Page) -> tuple[Locator, Locator]:
    """The first name of a section, and what it opens."""
    return page.locator(NAME).first, page.get_by_role("dialog", name="Khalifa Haftar")


def test_a_name_opens_its_definition_by_a_tap_and_a_second_one_closes_it(reader: Reader) -> None:
    with reader.opens("") as page:
        name, definition = first_name(page)
        expect(definition).to_be_hidden()
        name.click()
        expect(definition).to_be_visible()
        expect(name).to_have_attribute("aria-expanded", "true")
        expect(name).to_be_focused()
        name.click()
        expect(definition).to_be_hidden()
        expect(name).to_have_attribute("aria-expanded", "false")
        name.click()
        expect(definition).to_be_visible()
        page.mouse.click(5, 5)
        expect(definition).to_be_hidden()


def test_a_name_opens_its_definition_by_key_and_escape_closes_it_and_gives_the_focus_back(reader: Reader) -> None:
    with reader.opens("") as page:
        name, definition = first_name(page)
        for _ in range(2):
            name.focus()
            page.keyboard.press("Enter")
            expect(definition).to_be_visible()
            expect(definition.get_by_role("link", name="Full entry: Khalifa Haftar")).to_be_focused()
            page.keyboard.press("Escape")
            expect(definition).to_be_hidden()
            expect(name).to_be_focused()


def test_a_definition_says_what_the_glossary_says_and_leads_on_to_all_of_it(reader: Reader) -> None:
    with reader.opens("") as page:
        name, definition = first_name(page)
        name.click()
        shown = definition.inner_text()
        for words in ("Khalifa Haftar", "خليفة حفتر", "Libyan commander", "The secularist commander"):
            assert words in shown
        definition.get_by_role("link", name="Full entry").click()
        expect(page.locator("h1")).to_have_text("Khalifa Haftar")


def test_a_mark_within_a_definition_opens_its_note_over_it(reader: Reader) -> None:
    with reader.opens("") as page:
        name, definition = first_name(page)
        name.click()
        mark = definition.locator(".evidence button")
        mark.click()
        note = page.locator(f"#{mark.get_attribute('popovertarget')}")
        expect(note).to_be_visible()
        expect(definition).to_be_visible()
        page.keyboard.press("Escape")
        expect(note).to_be_hidden()
        expect(definition).to_be_visible()


def test_with_control_held_a_name_opens_the_glossary_in_a_tab_of_its_own(reader: Reader) -> None:
    with reader.opens("") as page:
        name, definition = first_name(page)
        with page.context.expect_page() as opened:
            name.click(modifiers=["Control"])
        expect(definition).to_be_hidden()
        opened.value.wait_for_url("**/glossary.html#actor-haftar")


def test_without_a_script_a_name_is_a_link_to_the_glossary(reader: Reader) -> None:
    with reader.opens("", Screen(script=False)) as page:
        page.locator(NAME).first.click()
        page.wait_for_url("**/glossary.html#actor-haftar")


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: str(screen.width))
def test_every_definition_opens_inside_the_window_and_not_over_its_name(
    reader: Reader, arabic: Reader, screen: Screen
) -> None:
    for site in (reader, arabic):
        with site.opens("", screen) as page:
            assert page.locator("a[aria-expanded]").count()
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            assert page.evaluate(WHAT_DEFINITIONS_DO) == []


def test_definitions_are_not_printed(reader: Reader) -> None:
    with reader.opens("") as page:
        name, definition = first_name(page)
        name.click()
        page.emulate_media(media="print")
        expect(definition).to_be_hidden()


def test_axe_finds_no_barrier_in_an_open_definition(reader: Reader) -> None:
    with reader.opens("", Screen(width=360)) as page:
        first_name(page)[0].click()
        assert barriers_on(page) == []
        page.set_viewport_size({"width": 1280, "height": 800})
        assert barriers_on(page, within=OPEN) == []
        page.emulate_media(color_scheme="dark")
        assert barriers_on(page, within=OPEN) == []
