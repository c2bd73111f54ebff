"""Searching a large site: names are found by a few parts of the index, and in the end all that one file would find."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from standfirst.cached_build import build
from standfirst.options import Options
from standfirst.outputs import search_parts
from standfirst.outputs.search_words import search_words
from tests.browser.barriers import barriers_on
from tests.browser.host import hosted
from tests.browser.reader import Reader
from tests.browser.test_search import ARABIC, HEBREW, NAMES, SEARCH, UNSPACED, WRITING, find, titles
from tests.explainers import ROOT

MORE = "Search in all that is said, too"
WORDS_OF_READINGS = "texts => texts.map(text => readings(text).flatMap(each => each.split(' ')).filter(Boolean))"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explainer of this repository, as if it were too large for one file."""
    folder = tmp_path_factory.mktemp("parts") / "site"
    with pytest.MonkeyPatch.context() as patch:
        for name, limit in (("_MOST_IN_ONE", 10), ("_TEXTS_A_PART", 9), ("_NAMES_A_PART", 4)):
            patch.setattr(search_parts, name, limit)
        build(Options(content=ROOT / "content", templates=ROOT / "templates"), folder)
    return folder


@pytest.fixture(scope="module")
def large(browser: Browser, folder: Path) -> Iterator[Reader]:
    with hosted(folder) as address:
        yield Reader(browser, address)


def parts_of(page: Page) -> list[str]:
    """Return which parts of the index a page has loaded."""
    names: list[str] = page.evaluate("[...loaded].sort()")
    return names


def test_a_name_is_found_with_a_few_parts_of_the_names_alone(large: Reader) -> None:
    with large.opens(SEARCH) as page:
        assert parts_of(page) == []
        find(page, "khalifa haftar")
        expect(page.locator("#search_results .title").first).to_have_text("Khalifa Haftar")
        loaded = parts_of(page)
        assert 0 < len(loaded) <= 4
        assert all(name.startswith("names-") for name in loaded)
        expect(page.get_by_role("button", name=MORE)).to_be_visible()
        assert barriers_on(page) == []


def test_what_no_name_answers_is_sought_in_all_that_is_said(large: Reader) -> None:
    with large.opens(SEARCH) as page:
        find(page, "killed tripoli 213")
        expect(page.locator("#search_results .about").first).to_have_text("Figure · April 2019")
        expect(page.get_by_role("status")).to_contain_text("Found")
        find(page, "xylophone")
        expect(page.get_by_role("status")).to_contain_text("Try fewer words")


def test_with_all_parts_a_large_site_finds_what_a_small_one_does_in_the_same_order(
    large: Reader, reader: Reader, subtests: pytest.Subtests
) -> None:
    with reader.opens(SEARCH) as whole, large.opens(SEARCH) as page:
        find(page, "Haftar")
        named = len(titles(page))
        page.get_by_role("button", name=MORE).click()
        expect(page.locator("#search_results li")).not_to_have_count(named)
        expect(page.get_by_role("button", name=MORE)).to_be_hidden()
        for words in ("Haftar", "Hifter", "2019-04-15", "who is Pompeo", "قذافي", "ceasefire resolution", "recognizes"):
            find(whole, words)
            find(page, words)
            with subtests.test(words=words):
                expect(page.locator("#search_results .title")).to_have_text(titles(whole))


def test_a_search_in_parts_works_from_a_folder_on_disk_and_by_its_address(browser: Browser, folder: Path) -> None:
    with Reader(browser, folder.as_uri()).opens(f"{SEARCH}?q=Sarraj") as page:
        expect(page.locator("#search_results .title").first).to_have_text("Fayez al-Sarraj")


def test_the_words_of_a_name_are_those_that_the_script_reads(reader: Reader) -> None:
    with reader.opens(SEARCH) as page:

        @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        @given(st.lists(st.one_of(WRITING, ARABIC, NAMES, UNSPACED, HEBREW), min_size=20, max_size=40))
        def compare(texts: list[str]) -> None:
            assert [set(words) for words in page.evaluate(WORDS_OF_READINGS, texts)] == list(map(search_words, texts))

        compare()
