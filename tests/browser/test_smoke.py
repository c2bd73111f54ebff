"""What holds for every kind of page, seen in a browser under the headers that readers get."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.barriers import barriers_on, what_sticks_out
from tests.browser.reader import Reader, Screen

# But for the controls that a script brings along, which would do nothing without it.
WHAT_IS_SHOWN = """() => {
  document.querySelectorAll('[data-script]').forEach(control => control.remove());
  return document.body.innerText.split('\\n');
}"""
FOCUS_IS_PAST_THE_START_OF_MAIN = """() => {
  const place = document.querySelector('main').compareDocumentPosition(document.activeElement);
  return Boolean(place & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING));
}"""
STYLE_OF_EMPHASIS = """() => {
  const words = document.createElement('em');
  document.querySelector('.prose p').append(words);
  const { fontStyle, fontWeight } = getComputedStyle(words);
  return [fontStyle, fontWeight];
}"""
BREAK_THE_POLICY = """() => new Promise(resolve => {
  addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective));
  document.body.append(Object.assign(document.createElement('img'), { src: 'data:image/gif,' }));
})"""

WIDTHS = (1440, 768, 360, 320)

Kinds = dict[str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a page: headings of the first level, and on screens of some sort what is wrong with it."""

    headings: list[bool]
    sticks_out: dict[int, list[str]]
    barriers: dict[str, list[str]]


@pytest.fixture(scope="module")
def seen(reader: Reader, kinds: Kinds) -> dict[str, Seen]:
    """What is seen of each kind of page; of each heading of the first level, whether it is visible."""
    found = {}
    for kind, page in reader.goes_through(kinds, Screen(width=WIDTHS[0])):
        headings = [each.is_visible() for each in page.locator("h1").all()]
        sticks_out = {width: what_sticks_out(at_width(page, width)) for width in WIDTHS}
        barriers = {name: barriers_on(at_width(page, width)) for name, width in (("phone", 360), ("desk", 1280))}
        # In the dark only colours differ.
        page.emulate_media(color_scheme="dark")
        barriers["dark"] = barriers_on(page, asked=["color-contrast"])
        page.emulate_media(color_scheme="light")
        found[kind] = Seen(headings, sticks_out, barriers)
    assert found.keys() == kinds.keys()
    return found


def at_width(page: Page, width: int) -> Page:
    page.set_viewport_size({"width": width, "height": 800})
    return page


def test_no_page_has_a_complaint_in_the_console_nor_breaks_the_content_security_policy(
    reader: Reader, kinds: Kinds
) -> None:
    assert reader.complaints(*kinds.values()) == []


def test_the_content_security_policy_is_in_force(reader: Reader) -> None:
    with reader.opens("") as page:
        assert page.evaluate(BREAK_THE_POLICY) == "img-src"


def test_an_address_that_leads_nowhere_is_answered_by_the_404_page_with_its_styles(reader: Reader) -> None:
    with reader.opens("no/such/page") as page:
        assert page.locator("html").get_attribute("data-kind") == "not-found"
    # The browser notes the missing page itself; any other note would be of a style that is not found from this depth.
    assert [noted for noted in reader.complaints("no/such/page") if "/no/such/page: " not in noted] == []


def test_a_short_address_gives_the_page_with_its_styles(reader: Reader, kinds: Kinds) -> None:
    assert reader.complaints(kinds["actor"].removesuffix(".html")) == []


def test_no_page_is_wider_than_the_window(seen: dict[str, Seen]) -> None:
    assert [(kind, found) for kind, each in seen.items() for found in each.sticks_out.items() if found[1]] == []


def test_emphasis_is_slanted_only_in_scripts_that_have_slanted_letters(reader: Reader, arabic: Reader) -> None:
    styles = []
    for each in (reader, arabic):
        with each.opens("") as page:
            styles.append(page.evaluate(STYLE_OF_EMPHASIS))
    assert styles == [["italic", "400"], ["normal", "700"]]


def test_the_skip_link_comes_first_and_leads_past_the_navigation(
    reader: Reader, kinds: Kinds, subtests: pytest.Subtests
) -> None:
    # A card in a frame has no navigation.
    for kind, page in reader.goes_through({kind: route for kind, route in kinds.items() if kind != "embed"}):
        with subtests.test(kind=kind):
            page.keyboard.press("Tab")
            skip = page.locator("a[href^='#']:focus")
            assert skip.count() == 1, "the first stop of the Tab key is no skip link"
            box = skip.bounding_box()
            assert box, "the skip link has no place on the page"
            assert box["x"] >= 0, "the focused skip link is left of the window"
            assert box["y"] >= 0, "the focused skip link is above the window"
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            assert page.evaluate(FOCUS_IS_PAST_THE_START_OF_MAIN)


def test_every_page_shows_one_heading_of_the_first_level(seen: dict[str, Seen]) -> None:
    assert [kind for kind, each in seen.items() if each.headings != [True]] == []


def test_nothing_that_is_shown_with_scripts_is_missing_without_them(
    reader: Reader, kinds: Kinds, subtests: pytest.Subtests
) -> None:
    without = reader.goes_through(kinds, Screen(script=False))
    for (kind, page), (_, plain_page) in zip(reader.goes_through(kinds), without, strict=True):
        with subtests.test(kind=kind):
            shown = page.evaluate(WHAT_IS_SHOWN)
            plain = plain_page.locator("body").inner_text().splitlines()
            assert [line for line in shown if line not in plain] == []


def test_a_control_of_a_script_holds_nothing_that_its_page_does_not_say_without_it(
    reader: Reader, kinds: Kinds, subtests: pytest.Subtests
) -> None:
    for kind, page in reader.goes_through(kinds, Screen(script=False)):
        with subtests.test(kind=kind):
            controls = page.locator("[data-script]")
            assert [each for each in controls.all() if each.is_visible()] == []
            assert controls.locator("a, img, h1, h2, h3, li, table").count() == 0
            elsewhere = " ".join(page.locator("main > :not([data-script])").all_text_contents())
            options = controls.locator("option:not([value=''])").all_text_contents()
            assert [option for option in options if option not in elsewhere] == []


def test_axe_finds_no_barrier_on_a_phone_nor_on_a_desk_nor_in_the_dark(seen: dict[str, Seen]) -> None:
    assert [(kind, found) for kind, each in seen.items() for found in each.barriers.items() if found[1]] == []


def test_no_page_that_runs_from_right_to_left_has_a_barrier_or_is_wider_than_the_window(
    arabic: Reader, arabic_kinds: Kinds, subtests: pytest.Subtests
) -> None:
    for kind, page in arabic.goes_through(arabic_kinds):
        with subtests.test(kind=kind):
            assert [what_sticks_out(at_width(page, width)) for width in (1440, 768, 320)] == [[], [], []]
            assert barriers_on(at_width(page, 360)) == []


def test_the_contents_stay_in_view_beside_the_column_where_there_is_room(
    reader: Reader, subtests: pytest.Subtests
) -> None:
    for width, stay in ((1440, True), (1920, True), (1200, False), (360, False)):
        with subtests.test(width=width), reader.opens("", Screen(width=width, script=False)) as page:
            contents, column = page.locator(".contents"), page.locator("main").bounding_box()
            page.keyboard.press("End")
            box = contents.bounding_box()
            assert box
            assert column
            if stay:
                expect(contents).to_be_in_viewport()
                # Behind the key points, as for the Tab key.
                assert box["x"] > column["x"] + column["width"] - 2
                assert box["x"] + box["width"] <= width
            else:
                expect(contents).not_to_be_in_viewport()
