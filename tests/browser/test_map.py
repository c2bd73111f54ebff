"""The locator map as readers see it: names that can be read and do not cover each other, on any screen."""

from __future__ import annotations

import itertools
from typing import TypedDict

import pytest
from playwright.sync_api import Page

from tests.browser.reader import Reader, Screen

# The letters as they are set, in pixels of the page.
WORDS = """() => [...document.querySelectorAll('.sheet')].map(sheet => {
  const box = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
  const words = [...sheet.querySelectorAll('text')].map(text => ({
    words: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) * sheet.getScreenCTM().a,
    ...box(text.getBoundingClientRect()) }));
  const dots = [...sheet.querySelectorAll('.dot')].map(dot => box(dot.getBoundingClientRect()));
  return { sheet: box(sheet.getBoundingClientRect()), words, dots };
})"""
USE_FONT = "font => document.querySelectorAll('.sheet').forEach(each => { each.style.fontFamily = font })"
# What takes the page's colours must not have one of its own.
FILLS = "() => [...document.querySelectorAll('.sheet *')].map(each => getComputedStyle(each).fill)"


class Box(TypedDict):
    left: float
    top: float
    right: float
    bottom: float


class Words(Box):
    words: str
    size: float


class Sheet(TypedDict):
    sheet: Box
    words: list[Words]
    dots: list[Box]


def meet(one: Box, other: Box) -> bool:
    return (
        one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    )


def sheets(page: Page) -> list[Sheet]:
    found: list[Sheet] = page.evaluate(WORDS)
    assert found, "there is no map on the page"
    return found


def assert_apart_and_within(sheet: Sheet) -> None:
    for one, other in itertools.combinations(sheet["words"], 2):
        assert not meet(one, other), (one, other)
    for words, dot in itertools.product(sheet["words"], sheet["dots"]):
        assert not meet(words, dot), (words, dot)
    for words in sheet["words"]:
        assert sheet["sheet"]["left"] <= words["left"] <= words["right"] <= sheet["sheet"]["right"], words
        assert sheet["sheet"]["top"] <= words["top"] <= words["bottom"] <= sheet["sheet"]["bottom"], words


@pytest.mark.parametrize("site", ["reader", "arabic"])
@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_no_name_on_a_map_covers_another_or_a_dot_or_leaves_the_map(
    site: str, width: int, request: pytest.FixtureRequest
) -> None:
    visitor: Reader = request.getfixturevalue(site)
    with visitor.opens("", Screen(width=width)) as page:
        for sheet in sheets(page):
            assert_apart_and_within(sheet)


@pytest.mark.parametrize("font", ["Noto Sans Arabic", "Noto Naskh Arabic", "Noto Kufi Arabic", "DejaVu Sans"])
def test_names_stay_apart_and_on_the_map_in_whichever_font_a_reader_has(arabic: Reader, font: str) -> None:
    with arabic.opens("", Screen(width=360)) as page:
        page.evaluate(USE_FONT, font)
        for sheet in sheets(page):
            assert_apart_and_within(sheet)


@pytest.mark.parametrize("width", [360, 560, 740, 800, 1440])
def test_letters_on_a_map_are_large_enough_to_read_and_no_larger_than_the_text(reader: Reader, width: int) -> None:
    with reader.opens("", Screen(width=width)) as page:
        for sheet in sheets(page):
            assert all(12 <= words["size"] <= 20 for words in sheet["words"]), sheet["words"]


def test_every_place_with_coordinates_is_on_a_map_and_in_the_list_beside_it(reader: Reader) -> None:
    with reader.opens("") as page:
        placed = [
            entry.locator("dt").inner_text()
            for entry in page.locator(".map .places > div").all()
            if "°" in entry.inner_text()
        ]
        named = [" ".join(label.locator("tspan").all_text_contents()) for label in page.locator(".sheet .place").all()]
    assert sorted(named) == sorted(placed)


def test_a_map_is_an_image_with_a_name_to_those_who_do_not_see_it(reader: Reader) -> None:
    with reader.opens("") as page:
        first = page.get_by_role("img", name="Map: Tripoli, Sirte")
        assert first.count() == 1
        assert first.bounding_box()


def test_a_map_takes_its_colours_from_the_page(reader: Reader) -> None:
    with reader.opens("") as light, reader.opens("", Screen(dark=True)) as dark:
        assert not set(light.evaluate(FILLS)) & set(dark.evaluate(FILLS)) - {"none", "rgb(0, 0, 0)"}


def test_a_map_is_printed_whole(reader: Reader) -> None:
    with reader.opens("") as page:
        page.emulate_media(media="print")
        assert page.locator(".sheets").evaluate("each => getComputedStyle(each).breakInside") == "avoid"
        assert all(sheet["words"] for sheet in sheets(page))
