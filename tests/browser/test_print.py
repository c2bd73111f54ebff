"""What comes out on paper, A4 and Letter: the text whole, where links lead, and nothing that only a screen needs."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.reader import Reader, Screen

Kinds = dict[str, str]

# The width of the text in CSS pixels: 210 mm or 8.5 inches, less the margins of print.css.
PAPERS = {"A4": 643, "Letter": 665}
# A picture cuts what it draws beyond its own edge, so that the edge is whole.
WHAT_STICKS_OUT = """() => [...document.querySelectorAll('main *:not(svg *)')]
  .filter(each => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1)
  .map(each => each.outerHTML.slice(0, 90))"""
# What only screen readers are told is cut to nothing on purpose.
WHAT_IS_CUT = """() => [...document.querySelectorAll('main *:not(.unseen)')].filter(each => {
  const { overflowX, overflowY } = getComputedStyle(each);
  const clips = [overflowX, overflowY].some(how => how !== 'visible' && how !== 'clip');
  return clips && each.checkVisibility()
    && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1);
}).map(each => each.outerHTML.slice(0, 90))"""
SEEN = """all => all.filter(each => {
  const { width, height } = each.getBoundingClientRect();
  return each.checkVisibility({ visibilityProperty: true }) && width && height;
}).map(each => each.outerHTML.slice(0, 90))"""
WHERE_LINKS_LEAD = """() => [...document.querySelectorAll('main a[href^="http"]')]
  .filter(each => each.checkVisibility())
  .map(each => [each.getAttribute('href'), getComputedStyle(each, '::after').content])"""
WHAT_MAY_BE_SPLIT = """kinds => kinds.flatMap(kind => [...document.querySelectorAll(kind)])
  .filter(each => getComputedStyle(each).breakInside !== 'avoid').map(each => each.outerHTML.slice(0, 90))"""


def on_paper(page: Page, width: int) -> Page:
    page.emulate_media(media="print", color_scheme="light")
    page.set_viewport_size({"width": width, "height": 900})
    return page


def test_nothing_sticks_out_of_the_paper_or_is_cut_off_or_leads_about_the_site(
    reader: Reader, kinds: Kinds, subtests: pytest.Subtests
) -> None:
    for kind, page in reader.goes_through(kinds):
        for paper, width in PAPERS.items():
            with subtests.test(kind=kind, paper=paper):
                on_paper(page, width)
                assert page.evaluate(WHAT_STICKS_OUT) == []
                assert page.evaluate(WHAT_IS_CUT) == []
        with subtests.test(kind=kind):
            assert page.locator("nav, .skip, form, .colophon, .onward, [popover].definition").evaluate_all(SEEN) == []
            assert page.locator("h1").is_visible()


def test_a_link_out_of_the_site_shows_its_address(reader: Reader) -> None:
    with reader.opens("data.html") as page:
        links = on_paper(page, PAPERS["A4"]).evaluate(WHERE_LINKS_LEAD)
    assert links
    for address, shown in links:
        assert address in shown


def test_figures_quotations_and_pictures_are_never_split_between_pages(reader: Reader) -> None:
    with reader.opens("") as page:
        on_paper(page, PAPERS["A4"])
        assert page.locator(".figure").count()
        assert page.locator(".quote").count()
        assert page.evaluate(WHAT_MAY_BE_SPLIT, [".figure", ".quote"]) == []


def test_the_picture_of_relations_stands_before_its_rows_and_a_subject_keeps_its_few_together(reader: Reader) -> None:
    with reader.opens("") as page:
        # As wide as the whole sheet, which is what the widths of style sheets are compared with.
        on_paper(page, 794)
        picture, row = page.locator(".backing").bounding_box(), page.locator(".backing + .rows dt").first.bounding_box()
        assert picture
        assert row
        assert picture["y"] + picture["height"] <= row["y"]
        assert page.evaluate(WHAT_MAY_BE_SPLIT, [".relations dl > div:first-child"]) == []


def test_a_map_has_the_shape_of_what_it_draws(reader: Reader) -> None:
    with reader.opens("") as page:
        on_paper(page, PAPERS["A4"])
        shapes = page.locator("svg.sheet").evaluate_all(
            "all => all.map(e => [e.clientWidth / e.clientHeight, e.viewBox.baseVal.width / e.viewBox.baseVal.height])"
        )
    assert shapes
    for shown, drawn in shapes:
        assert abs(shown - drawn) < 0.03


def test_a_dark_scheme_is_left_on_the_screen(reader: Reader) -> None:
    with reader.opens("", Screen(dark=True)) as page:
        page.emulate_media(media="print", color_scheme="dark")
        colours = page.evaluate(
            "() => { const s = getComputedStyle(document.documentElement); return [s.color, s.backgroundColor]; }"
        )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
