"""The timeline as browsers draw it: with the letters of this machine no two words meet, and all of it can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.host import hosted
from tests.browser.reader import Reader, Screen
from tests.explainers import content, made

SCREENS = [Screen(width=360), Screen(width=1440)]
DRAWING = ".timeline > figure > svg:visible"
# Lines are two boxes where part of each is a date, so boxes that share a line and a label may touch.
WHICH_WORDS_MEET = """drawing => {
  const boxes = [...drawing.querySelectorAll('text')].flatMap(text =>
    (text.children.length ? [...text.children] : [text]).map(part => [text, part, part.getBoundingClientRect()]));
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
  return boxes.flatMap(([text, part, box], place) => boxes.slice(0, place)
    .filter(([other, , theirs]) => other !== text && meet(box, theirs))
    .map(([, theirs]) => `${part.textContent} / ${theirs.textContent}`));
}"""
WHAT_LEAVES_IT = """drawing => {
  const all = drawing.getBoundingClientRect();
  return [...drawing.querySelectorAll('text, rect, path')].filter(each => {
    const box = each.getBoundingClientRect();
    return box.left < all.left - 1 || box.right > all.right + 1 || box.top < all.top - 1 || box.bottom > all.bottom + 1;
  }).map(each => each.outerHTML.slice(0, 90));
}"""
HOW_SMALL_LETTERS_ARE = """drawing => Math.min(...[...drawing.querySelectorAll('text, tspan')].map(each =>
  parseFloat(getComputedStyle(each).fontSize) * drawing.getScreenCTM().a))"""
DATES = (
    "{year}",
    "{year}/{later}~",
    "2019-04-{day:02}",
    "{year}~",
    "2019-04-{day:02}",
    "{year}/..",
    "[{year}..{later}]",
)


def many(count: int) -> str:
    """Return so many events of forty years and of one crowded fortnight; every tenth is key."""
    lines = ["    events:"]
    for number in range(count):
        year = 1970 + number * 7 % 40
        date = DATES[number % len(DATES)].format(year=year, later=year + 3, day=1 + number % 14)
        weight = ", weight: key" if number % 10 == 5 else ""
        title = "The council votes against a second berth" + " for the ferry" * (number % 4)
        lines.append(f'      e{number}: {{date: "{date}", title: {title}, uncited: x{weight}}}')
    return "\n".join(lines)


@pytest.fixture(scope="module", params=[1, 5, 50, 500])
def crowd(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    """Someone who comes to a site with so many events."""
    folder: Path = tmp_path_factory.mktemp("crowd")
    for route, text in made(content(many(request.param))).items():
        (folder / route).parent.mkdir(parents=True, exist_ok=True)
        (folder / route).write_text(text, encoding="utf-8")
    with hosted(folder) as address:
        yield Reader(browser, address)


def is_legible(page: Page) -> None:
    drawing = page.locator(DRAWING)
    assert drawing.count() == 1
    assert drawing.evaluate(WHICH_WORDS_MEET) == []
    assert drawing.evaluate(WHAT_LEAVES_IT) == []
    assert drawing.evaluate(HOW_SMALL_LETTERS_ARE) >= 11.9


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: str(screen.width))
def test_the_timeline_of_this_explainer_is_legible(reader: Reader, screen: Screen) -> None:
    with reader.opens("", screen) as page:
        is_legible(page)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: str(screen.width))
def test_a_timeline_from_right_to_left_is_legible(arabic: Reader, screen: Screen) -> None:
    with arabic.opens("", screen) as page:
        is_legible(page)
        axis = page.locator(f"{DRAWING} > .axis").bounding_box()
        name = page.locator(f"{DRAWING} .name").first.bounding_box()
        assert axis
        assert name
        assert name["x"] + name["width"] < axis["x"]


def test_timelines_of_one_and_of_many_events_are_legible(crowd: Reader, subtests: pytest.Subtests) -> None:
    for screen in SCREENS:
        with subtests.test(width=screen.width), crowd.opens("", screen) as page:
            is_legible(page)
            size = page.locator(DRAWING).bounding_box()
            assert size
            # As many labels at any width, which are narrower on a phone.
            assert size["height"] < (2700 if screen.width == 360 else 2000)


def test_every_width_has_one_timeline_and_none_has_smaller_letters_than_a_phone(reader: Reader) -> None:
    with reader.opens("") as page:
        for width in (320, 360, 600, 671, 672, 768, 1100, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            drawing = page.locator(DRAWING)
            assert drawing.count() == 1
            assert drawing.evaluate(HOW_SMALL_LETTERS_ARE) > (10.5 if width < 360 else 11.5)


def test_paper_has_the_events_in_words_which_can_be_parted_between_pages(reader: Reader) -> None:
    with reader.opens("") as page:
        page.emulate_media(media="print")
        expect(page.locator(DRAWING)).to_have_count(0)
        expect(page.locator(".timeline .event").last).to_be_visible()


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: str(screen.width))
def test_each_event_that_the_timeline_names_is_reached_from_its_label(reader: Reader, screen: Screen) -> None:
    with reader.opens("", replace(screen, script=False)) as page:
        labels = page.locator(f"{DRAWING} a")
        names = labels.all_text_contents()
        assert len(names) == page.locator(f"{DRAWING} .name").count()
        labels.last.click()
        target = page.locator(":target")
        expect(target).to_be_in_viewport()
        words = target.locator(".title strong").inner_text()
        assert " ".join(names[-1].split()).endswith(words)


def test_the_events_stand_in_words_below_it_and_open_by_key_which_passes_the_labels_by(reader: Reader) -> None:
    with reader.opens("", Screen(width=360, script=False)) as page:
        rows = page.locator(".timeline > .rows")
        expect(rows.locator("li").first).to_be_hidden()
        rows.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(rows.locator("li").first).to_be_visible()
        page.keyboard.press("Tab")
        assert page.locator(":focus").get_attribute("href") == page.locator(f"{DRAWING} a").first.get_attribute("href")
        for _ in range(2):
            page.keyboard.press("Shift+Tab")
        expect(page.locator(f"{DRAWING} :focus")).to_have_count(0)
        rows_lead = {each.get_attribute("href") for each in rows.locator(".title a").all()}
        assert {each.get_attribute("href") for each in page.locator(f"{DRAWING} a").all()} <= rows_lead
