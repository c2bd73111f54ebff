"""What a reader's device keeps is theirs: it can be switched off, or kept nowhere, and all their tabs know of it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.returning import AFTER, KEY, Host, Visitor, visiting
from tests.previews import comes_about

# Before any script of the page; a browser throws the same where cookies are forbidden, or a disk is full.
NOTHING_CAN_BE_READ = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("denied", "SecurityError"); } });"""
NOTHING_CAN_BE_KEPT = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""


def test_the_switch_forgets_all_and_stays_off(visitor: Visitor, host: Host) -> None:
    visitor.reads("chronology.html")
    host.publish(AFTER)
    page = visitor.opens("chronology.html")
    page.locator(".last-read summary").click()
    remember = page.get_by_role("checkbox", name="Remember on this device")
    expect(remember).to_be_checked()
    remember.uncheck()
    expect(page.locator(".last-read").get_by_role("status")).to_have_text(
        "What was kept here is deleted, and nothing more is kept."
    )
    assert page.locator(".news").count() == 0
    expect(page.locator(".last-read")).not_to_contain_text("changed")
    visitor.reads("chronology.html")
    assert json.loads(visitor.kept or "") == {"format": 2, "off": True}
    remember = visitor.opens("about.html").get_by_role("checkbox", name="Remember on this device")
    expect(remember).not_to_be_checked()
    remember.check()
    assert json.loads(visitor.kept or "") == {"format": 2, "pages": {}, "facts": {}}


def test_what_is_read_once_it_is_switched_on_again_is_remembered(visitor: Visitor, host: Host) -> None:
    visitor.reads("chronology.html")
    host.publish(AFTER)
    page = visitor.opens("chronology.html")
    page.locator(".last-read summary").click()
    remember = page.get_by_role("checkbox", name="Remember on this device")
    remember.uncheck()
    remember.check()
    visitor.looks()
    assert visitor.keeps("event:e0")
    assert not visitor.keeps("event:e19")


def test_who_goes_back_to_a_page_from_where_it_was_switched_off_is_told_nothing_there(
    visitor: Visitor, host: Host
) -> None:
    visitor.reads("chronology.html")
    host.publish(AFTER)
    page = visitor.opens("chronology.html")
    # No other tab has told it; the browser shows it as it was left.
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, '{"format": 2, "off": true}'])
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert page.locator(".news").count() == 0


@pytest.mark.parametrize("script", [NOTHING_CAN_BE_READ, NOTHING_CAN_BE_KEPT], ids=["denied", "full"])
def test_a_browser_that_keeps_nothing_shows_the_page_and_no_more(browser: Browser, host: Host, script: str) -> None:
    with visiting(browser, host, script) as somebody:
        somebody.opens("chronology.html")
        somebody.looks()
        host.publish(AFTER)
        page = somebody.opens("chronology.html")
        assert page.locator(".last-read, .news").count() == 0
        assert page.locator(".event").count() == 21
        expect(page.locator("form.narrow")).to_be_visible()


# ---------------------------------------------------------------- several tabs


def test_what_is_switched_off_in_one_tab_is_off_in_the_others(browser: Browser, host: Host) -> None:
    with browser.new_context() as context:
        one, other = Visitor(context, host), Visitor(context, host)
        one.reads("chronology.html")
        host.publish(AFTER)
        page = one.opens("chronology.html")
        assert page.locator(".news").count() == 2
        other.opens("about.html").get_by_role("checkbox", name="Remember on this device").uncheck()
        expect(page.locator(".news")).to_have_count(0)
        one.looks()
        assert json.loads(one.kept or "") == {"format": 2, "off": True}


def test_two_tabs_keep_what_was_seen_in_either(browser: Browser, host: Host) -> None:
    with browser.new_context() as context:
        one, other = Visitor(context, host), Visitor(context, host)
        page = one.opens("chronology.html")
        one.looks()
        other.reads("figures.html")
        # A browser tells its tabs of what one of them keeps a moment later.
        assert comes_about(lambda: bool(one.keeps("figure:dead")))
        page.locator("#e19").scroll_into_view_if_needed()
        one.looks()
        assert all(map(one.keeps, ("event:e0", "event:e19", "figure:dead")))
