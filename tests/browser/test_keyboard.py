"""Someone without a mouse: the Tab key reaches everything, in order, and where it is can be seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.reader import Reader, Screen

Kinds = dict[str, str]

# Summaries open details; what is within closed ones, or an invisible popover, is not to be reached. The labels of a
# timeline are passed by, because the same opens below it in words.
WHAT_CAN_BE_WORKED = """() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
  .filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.disabled)
  .filter(each => !(each.tabIndex < 0 && each.closest('.timeline svg')))
  .forEach((each, number) => each.dataset.stop_ = number)
  ?? document.querySelectorAll('[data-stop_]').length"""
WHERE_FOCUS_IS = """() => {
  const each = document.activeElement, style = getComputedStyle(each);
  if (each === document.body) return null;
  const { left, top, right, bottom } = each.getClientRects()[0];
  return {
    stop: each.dataset.stop_ ?? each.outerHTML.slice(0, 90),
    ringed: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    inside: right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
  };
}"""


# Each key notes where the focus has been before it, so that nothing is asked of the page between two keys.
NOTE_WHERE_FOCUS_IS = f"""() => {{
  const whereFocusIs = {WHERE_FOCUS_IS};
  window.places_ = [];
  addEventListener('keydown', () => window.places_.push(whereFocusIs()), true);
}}"""


def places_of_focus(page: Page, keys: int) -> list[dict[str, object] | None]:
    """Press Tab some times, and return where the focus was before each; none, where it was on nothing."""
    page.evaluate(NOTE_WHERE_FOCUS_IS)
    # Held down, which is as if it were pressed again and again.
    for _ in range(keys):
        page.keyboard.down("Tab")
    page.keyboard.up("Tab")
    found: list[dict[str, object] | None] = page.evaluate("window.places_")
    return found


@pytest.mark.parametrize("width", [1280, 360])
def test_tab_reaches_all_that_can_be_worked_once_and_in_order_where_it_is_seen(
    reader: Reader, kinds: Kinds, width: int, subtests: pytest.Subtests
) -> None:
    for kind, page in reader.goes_through(kinds, Screen(width=width)):
        with subtests.test(kind=kind):
            count = page.evaluate(WHAT_CAN_BE_WORKED)
            before, *places, after = places_of_focus(page, count + 2)
            assert [place and place["stop"] for place in places] == [str(number) for number in range(count)]
            assert [place for place in places if place and not (place["ringed"] and place["inside"])] == []
            assert (before, after) == (None, None), "there is more to be reached"


def test_what_has_the_focus_is_seen_where_colours_are_forced(reader: Reader) -> None:
    with reader.opens("") as page:
        page.emulate_media(forced_colors="active")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate(WHERE_FOCUS_IS)["ringed"]


def test_stance_is_told_by_lines_where_colours_are_forced(reader: Reader) -> None:
    with reader.opens("") as page:
        page.emulate_media(forced_colors="active")
        styles = {
            stance: page.locator(f".line.{stance}").first.evaluate(
                "line => getComputedStyle(line).borderBlockStartStyle"
            )
            for stance in ("for", "against")
        }
    assert styles == {"for": "solid", "against": "dashed"}
