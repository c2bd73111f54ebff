"""The picture of who backs whom, as it is seen: with the fonts of a real machine, on phones, in either direction."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from standfirst.cached_build import build
from standfirst.options import Options
from tests.browser.barriers import barriers_on
from tests.browser.host import hosted
from tests.browser.reader import Reader, Screen
from tests.explainers import ROOT, SETTINGS

# What meets on the screen within the picture, each pair as what the two are.
WHAT_MEETS = """() => {
  const picture = document.querySelector('.backing svg');
  const boxed = each => ({ name: each.textContent || each.getAttribute('class'), box: each.getBoundingClientRect() });
  const words = [...picture.querySelectorAll('text')].map(boxed);
  const lines = [...picture.querySelectorAll('.tie path')].map(boxed);
  const apart = (one, other) => one.right <= other.left || other.right <= one.left
    || one.bottom <= other.top || other.bottom <= one.top;
  const pairs = words.flatMap((word, index) => [...words.slice(index + 1), ...lines].map(other => [word, other]));
  return pairs.filter(([one, other]) => !apart(one.box, other.box)).map(([one, other]) => `${one.name}, ${other.name}`);
}"""
WHAT_IS_OUTSIDE = """() => {
  const picture = document.querySelector('.backing svg');
  const { left, right, top, bottom } = picture.getBoundingClientRect();
  return [...picture.querySelectorAll('text, path')].filter(each => {
    const box = each.getBoundingClientRect();
    return box.left < left || box.right > right || box.top < top || box.bottom > bottom;
  }).map(each => each.outerHTML);
}"""
SIZE_OF_LETTERS = """() => {
  const picture = document.querySelector('.backing svg');
  const size = Number(picture.querySelector('[font-size]').getAttribute('font-size'));
  return size * picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;
}"""
STROKES = """() => [...document.querySelectorAll('.tie > path:first-child')].map(each => {
  const { stroke, strokeDasharray } = getComputedStyle(each);
  return [each.parentElement.classList.contains('for'), stroke, strokeDasharray === 'none'];
})"""


VERBS = """\
verbs:
  backs: {label: backs, inverse: is backed by, stance: for}
  fights: {label: fights, inverse: fights, stance: against}
"""


def crowded() -> str:
    """Return facts of which thirty are for or against each other in some sixty ways; the first page shows forty."""
    words = ("Northern", "Popular", "National", "United", "Provisional", "Revolutionary")
    names = [f"{word} {body}" for word in words for body in ("Front", "Army", "Council", "Union", "Party")][1:]
    names.append("Transitional Government of National Reconciliation")
    actors = (
        f"  a{place}: {{name: {name}, kind: group, weight: key, summary: So., uncited: x}}"
        for place, name in enumerate(names)
    )
    pairs = [(number % 30, (number * number + 7 * number + 3) % 29) for number in range(64)]
    relations = (relation(number, *pair) for number, pair in enumerate(pairs) if pair[0] != pair[1])
    return "\n".join(["actors:", *actors, "relations:", *relations])


def relation(number: int, subject: int, object_: int) -> str:
    verb, until = "backs" if number % 3 else "fights", "until: 2020, " if number % 5 == 0 else ""
    return f"  r{number}: {{subject: a{subject}, verb: {verb}, object: a{object_}, {until}uncited: x}}"


@pytest.fixture(scope="module")
def crowd(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Someone who comes to a site on which thirty stand to each other in more ways than the first page shows."""
    folder, site = tmp_path_factory.mktemp("crowd"), tmp_path_factory.mktemp("crowded_site")
    (folder / "facts").mkdir()
    (folder / "site.yaml").write_text(SETTINGS + VERBS, encoding="utf-8")
    (folder / "facts" / "all.yaml").write_text(crowded(), encoding="utf-8")
    build(Options(content=folder, templates=ROOT / "templates"), site)
    with hosted(site) as address:
        yield Reader(browser, address)


@pytest.fixture(params=["reader", "arabic", "crowd"])
def anyone(request: pytest.FixtureRequest) -> Reader:
    """Readers of the published site, of one in Arabic, and of the crowded one."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Reader)
    return found


def at_width(page: Page, width: int) -> Page:
    page.set_viewport_size({"width": width, "height": 800})
    return page


def test_words_meet_neither_each_other_nor_a_line_and_nothing_sticks_out(
    anyone: Reader, subtests: pytest.Subtests
) -> None:
    with anyone.opens("") as page:
        for width in (320, 360, 768, 1440):
            with subtests.test(width=width):
                assert at_width(page, width).evaluate(WHAT_MEETS) == []
                assert page.evaluate(WHAT_IS_OUTSIDE) == []


def test_its_letters_are_large_enough_on_a_phone_and_no_larger_than_labels_elsewhere(anyone: Reader) -> None:
    with anyone.opens("", Screen(width=360)) as page:
        assert page.evaluate(SIZE_OF_LETTERS) >= 12
        small = (
            at_width(page, 1440)
            .locator(".backing .name")
            .evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
        )
        assert page.evaluate(SIZE_OF_LETTERS) == pytest.approx(small, abs=0.5)


def test_the_crowd_is_there_with_as_many_lines_as_the_first_page_has_room_for(crowd: Reader) -> None:
    with crowd.opens("") as page:
        rows = page.locator(".relations .relation").count()
        lines = page.locator(".tie").count()
        assert page.locator(".backing text:not([class])").count() == 30
        assert rows == 40
        assert lines >= 35


def test_backing_is_on_the_side_where_reading_begins(reader: Reader, arabic: Reader) -> None:
    sides = []
    for each in (reader, arabic):
        with each.opens("") as page:
            for_, against = (page.locator(f".backing text.{stance}").bounding_box() for stance in ("for", "against"))
            assert for_
            assert against
            sides.append(for_["x"] < against["x"])
    assert sides == [True, False]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_stance_is_told_by_strokes_alone_where_colours_are_forced(reader: Reader, scheme: str) -> None:
    with reader.opens("", Screen(dark=scheme == "dark")) as page:
        page.emulate_media(forced_colors="active")
        strokes = page.evaluate(STROKES)
        ink = page.evaluate("() => getComputedStyle(document.body).color")
        words = page.locator(".backing text").first.evaluate("each => getComputedStyle(each).fill")
    assert {is_for for is_for, _, _ in strokes} == {True, False}
    assert {colour for _, colour, _ in strokes} == {words} == {ink}
    assert all(is_for is is_solid for is_for, _, is_solid in strokes)


def test_even_the_crowd_is_printed_on_one_page(crowd: Reader) -> None:
    with crowd.opens("") as page:
        page.emulate_media(media="print")
        box = at_width(page, 643).locator(".backing svg").bounding_box()
        assert box
        # 297 mm less the margins of print.css, at 96 pixels an inch.
        assert box["height"] <= 261 / 25.4 * 96
        assert page.locator(".backing").evaluate("each => getComputedStyle(each).breakInside") == "avoid"


def test_axe_finds_no_barrier_in_the_crowd(crowd: Reader) -> None:
    with crowd.opens("", Screen(width=360)) as page:
        assert barriers_on(page, within=".backing") == []


def test_the_rows_open_by_their_heading_for_whoever_comes_for_one_of_them_and_on_paper(reader: Reader) -> None:
    with reader.opens("") as page:
        row = page.locator(".rows .relation").first
        address = row.get_attribute("id")
        assert not row.is_visible()
        page.emulate_media(media="print")
        assert row.is_visible()
        page.emulate_media(media="screen")
        page.locator(".rows:has(.relation) > summary").click()
        assert row.is_visible()
    with reader.opens(f"#{address}") as page:
        expect(page.locator(f"#{address}")).to_be_visible()
