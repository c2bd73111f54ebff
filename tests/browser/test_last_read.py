"""A reader who comes back is told what is new and what has changed, and nobody else learns that they were there."""

from __future__ import annotations

import json
import time

import pytest
from playwright.sync_api import Browser, Route, expect

from standfirst.present import highlights, long_lists
from tests.browser.barriers import barriers_on, what_sticks_out
from tests.browser.returning import AFTER, BEFORE, JUNE, KEY, Host, Visitor, visiting
from tests.browser.test_narrowing import HOW_MUCH_HAS_JUMPED

MARKS = "main .news strong"
# As before somebody follows a link; the browser tells the document once they have.
MADE_READY = "var isMadeReady = true; Object.defineProperty(document, 'prerendering', { get: () => isMadeReady });"

# Of the words themselves, not of what they can be pressed in.
ROOM_AROUND_THE_LINE = """() => {
  const words = document.createRange(), opening = document.querySelector(".opening");
  words.selectNodeContents(document.querySelector(".last-read > summary"));
  const { top, bottom } = words.getBoundingClientRect();
  return [top - opening.querySelector(".dates").getBoundingClientRect().bottom,
    opening.nextElementSibling.getBoundingClientRect().top - bottom];
}"""


# ---------------------------------------------------------------- coming back


def test_a_page_that_shows_an_earlier_day_marks_and_remembers_nothing(visitor: Visitor, host: Host) -> None:
    host.publish(AFTER, banner=b'<aside data-shown-day="2026-05-12"></aside>')
    page = visitor.reads("chronology.html")
    assert (visitor.kept, page.locator(".last-read, .news").count()) == (None, 0)


def test_who_comes_back_is_led_through_what_is_new_and_what_has_changed(visitor: Visitor, host: Host) -> None:
    page = visitor.reads("chronology.html")
    assert page.locator(".last-read, .news").count() == 0
    host.publish(AFTER)
    page = visitor.opens("chronology.html", at=JUNE)
    box = page.locator(".last-read")
    assert box.locator("summary").inner_text() == "Since you last read this on 12 May 2026: 1\u00a0changed, 1\u00a0new"
    assert page.locator(MARKS).all_inner_texts() == ["Changed since you last read", "New since you last read"]
    box.locator("summary").click()
    box.get_by_role("link", name="Event 7 as we know it now").click()
    expect(page.locator("#e7")).to_be_in_viewport()
    page.locator("#e7").get_by_role("link", name="Next: An event more").click()
    expect(page.locator("#added")).to_be_in_viewport()
    box.evaluate("box => { box.open = false; }")
    page.locator("#added").get_by_role("link", name="Back to the list").click()
    expect(box.get_by_role("list")).to_be_in_viewport()
    box.get_by_role("link", name="All changes since then").click()
    assert page.url == f"{host.address}/changes.html?since=2026-05-12"


def test_what_was_seen_is_no_news_the_next_time_and_what_was_not_still_is(visitor: Visitor, host: Host) -> None:
    visitor.reads("chronology.html")
    host.publish(AFTER)
    visitor.opens("chronology.html", at=JUNE).locator("#e7").scroll_into_view_if_needed()
    visitor.looks()
    page = visitor.opens("chronology.html")
    assert page.locator(MARKS).all_inner_texts() == ["New since you last read"]
    # It is still news since the day before it.
    assert "12 May 2026: 1\u00a0new" in page.locator(".last-read summary").inner_text()
    visitor.reads("chronology.html")
    assert visitor.opens("chronology.html").locator(".last-read, .news").count() == 0


def test_what_was_passed_by_is_seen_once_the_reader_is_back_at_it(visitor: Visitor) -> None:
    visitor.opens("chronology.html")
    visitor.glances("#e19")
    visitor.glances("#e0")
    visitor.looks()
    assert (bool(visitor.keeps("event:e0")), visitor.keeps("event:e19")) == (True, "")
    visitor.glances("#e19")
    visitor.looks()
    assert visitor.keeps("event:e19")


def test_a_fact_is_the_same_on_whatever_page_it_was_seen(visitor: Visitor, host: Host) -> None:
    visitor.reads("figures.html")
    host.publish(BEFORE.replace("213", "264"))
    page = visitor.opens("index.html", at=JUNE)
    assert page.locator(".figure .news strong").all_inner_texts() == ["Changed"]  # where there is little room
    assert "12 May 2026: 1\u00a0changed" in page.locator(".last-read summary").inner_text()


def test_a_renamed_fact_is_the_one_that_was_seen(visitor: Visitor, host: Host) -> None:
    visitor.reads("chronology.html")
    host.publish(BEFORE.replace("e7: {", "seventh: {former_ids: [e7], "))
    assert visitor.opens("chronology.html").locator(".news").count() == 0
    assert '"event:e7"' not in (visitor.kept or "")


def test_what_stands_on_the_page_of_somebody_renamed_is_what_was_seen(visitor: Visitor, host: Host) -> None:
    quotes = "quotes:\n" + "".join(
        f"  {words}: {{speaker: ann, words: {words}, uncited: x}}\n" for words in ("never", "always")
    )
    host.publish("actors:\n  ann: {name: Ann, kind: person, summary: s, uncited: x}\n" + quotes)
    visitor.reads("index.html")
    host.publish(
        "actors:\n  zoe: {former_ids: [ann], name: Ann, kind: person, summary: s, uncited: x}\n"
        + quotes.replace("ann", "zoe").replace("words: always", "words: hardly ever")
    )
    page = visitor.opens("index.html")
    assert page.locator(".last-read li").all_text_contents() == ["Changed “hardly ever”"]


def test_what_comes_up_in_a_text_is_not_new_and_what_is_added_to_a_whole_list_is(visitor: Visitor, host: Host) -> None:
    host.publish(BEFORE)
    visitor.reads("index.html")
    more = BEFORE + "  hurt: {value: 3, unit: people, label: hurt, uncited: x}\n"
    host.publish(more, "![](event:e3)")
    page = visitor.opens("index.html")
    assert page.locator(".event:has(.own)").count() == 1
    assert page.locator(".last-read li").all_text_contents() == ["New 3 people hurt"]


def test_what_comes_up_into_an_excerpt_is_not_new(
    visitor: Visitor, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(highlights, "MOST_SHOWN", 2)
    rows = [f"  f{number}: {{value: {number}, unit: people, label: told, uncited: x}}\n" for number in range(1, 5)]
    host.publish(f"figures:\n{''.join(rows)}")
    assert visitor.reads("index.html").locator(".figure").count() == 2
    host.publish(f"figures:\n{''.join(rows[1:])}")
    page = visitor.opens("index.html")
    assert page.locator(".figure").last.inner_text().startswith("3")
    assert page.locator(".news").count() == 0


def test_what_is_higher_than_many_windows_is_seen_when_one_is_full_of_it(browser: Browser, host: Host) -> None:
    host.publish(f"claims:\n  long: {{claim: Long., uncited: x, record: {'word ' * 1_000}}}\n")
    with visiting(browser, host, width=320, height=180) as somebody:
        page = somebody.opens("claims.html")
        assert page.locator("#long").evaluate("claim => claim.offsetHeight / innerHeight") > 20
        page.evaluate("scrollTo(0, 1800)")
        somebody.looks()
        assert somebody.keeps("claim:long")


def test_what_moved_here_from_another_page_of_a_list_is_not_new(
    visitor: Visitor, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_lists, "_MOST_BYTES", 1_200)
    claims = [f"  c{number}: {{claim: Claim {number}., uncited: x}}\n" for number in range(20)]
    host.publish(f"claims:\n{''.join(claims)}")
    before = visitor.reads("claims/1.html").locator(".claim").count()
    host.publish(f"claims:\n{''.join(claims[2:])}")
    page = visitor.opens("claims/1.html")
    assert page.locator(".claim").last.get_attribute("id") not in {f"c{number}" for number in range(before)}
    assert page.locator(".news").count() == 0


def test_what_cannot_be_understood_is_as_if_nothing_were_kept(visitor: Visitor) -> None:
    page = visitor.opens("chronology.html")
    fresh = json.loads(visitor.kept or "")
    for wrong in (
        "{", "null", "[]", '{"format": 9}', '{"format": 2, "pages": 3, "facts": {"a": 1}}',
        '{"format": 1, "pages": {"chronology": "2026-05-01"}, "facts": {"event:e1": "0123abcd"}}',
    ):  # fmt: skip
        page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, wrong])
        visitor.opens("chronology.html")
        assert (json.loads(visitor.kept or ""), page.locator(".news").count()) == (fresh, 0), wrong


def test_a_page_that_the_browser_makes_ready_is_read_once_it_is_shown(browser: Browser, host: Host) -> None:
    with visiting(browser, host, MADE_READY) as somebody:
        page = somebody.opens("chronology.html")
        somebody.looks()
        assert somebody.kept is None
        page.evaluate("isMadeReady = false; document.dispatchEvent(new Event('prerenderingchange'))")
        somebody.looks()
        assert somebody.keeps("event:e0")


# ---------------------------------------------------------------- how it looks


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_when_a_late_script_tells_what_changed(browser: Browser, host: Host, width: int) -> None:
    def come_late(script: Route) -> None:
        time.sleep(0.15)
        script.continue_()

    with visiting(browser, host, width=width) as somebody:
        somebody.reads("chronology.html")
        host.publish(AFTER.replace("Event 0", "Event zero"))
        page = somebody.opens("robots.txt")
        page.route("**/*.js", come_late)
        somebody.opens("chronology.html")
        expect(page.locator(".last-read")).to_be_visible()
        expect(page.locator("#e0 .news")).to_be_visible()
        page.clock.resume()
        assert page.evaluate(HOW_MUCH_HAS_JUMPED) == 0
        above, below = page.evaluate(ROOM_AROUND_THE_LINE)
        assert above == pytest.approx(below, abs=3)
        assert min(above, below) >= 8


# The longest words of the interface, and those from right to left; where there is most room for a mark, and least.
@pytest.mark.parametrize(("language", "route"), [("ar", "chronology.html"), ("fr", "figures.html")])
def test_axe_finds_no_barrier_in_what_a_returning_reader_is_told(
    browser: Browser, host: Host, language: str, route: str
) -> None:
    host.publish(BEFORE, language=language)
    with visiting(browser, host, width=360) as somebody:
        somebody.reads(route)
        host.publish(AFTER.replace("213", "264"), language=language)
        page = somebody.opens(route)
        page.locator(".last-read summary").click()
        assert page.locator(".news").count() > 0
        assert (barriers_on(page), what_sticks_out(page)) == ([], [])
        page.emulate_media(color_scheme="dark")
        assert barriers_on(page, within="main", asked=["color-contrast"]) == []


def test_on_paper_nothing_of_it_is_printed(visitor: Visitor, host: Host) -> None:
    visitor.reads("chronology.html")
    host.publish(AFTER)
    page = visitor.opens("chronology.html")
    page.emulate_media(media="print")
    assert not [each for each in page.locator(".last-read, .news").all() if each.is_visible()]
