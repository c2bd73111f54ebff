"""What changed since a day is an address that can be sent on, and without a script all days stand there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from standfirst.present import long_lists
from tests.browser.returning import BEFORE, Host, Visitor

UPDATES = (
    BEFORE
    + "updates:\n"
    + "".join(
        f"  u{month}: {{date: 2026-0{month}-03, kind: update, text: Told., affects: ['event:e{month}']}}\n"
        for month in (3, 4, 5, 6)
    )
)


def days_shown(page: Page) -> list[str]:
    return [each.get_attribute("data-day") or "" for each in page.locator("main [data-day]").filter(visible=True).all()]


def test_an_address_shows_what_changed_since_a_day_and_another_day_can_be_chosen(visitor: Visitor, host: Host) -> None:
    host.publish(UPDATES)
    page = visitor.opens("changes.html?since=2026-05-03")
    told, field = page.locator(".by-day").get_by_role("status"), page.get_by_label("Show what changed since")
    assert days_shown(page) == ["2026-06-03", "2026-05-03"]
    expect(told).to_have_text("Changes since 3 May 2026: 2")
    expect(field).to_have_value("2026-05-03")
    field.fill("2026-06-04")
    field.blur()
    expect(told).to_have_text("Nothing has changed since 4 June 2026.")
    assert page.url.endswith("/changes.html?since=2026-06-04")
    page.go_back()
    assert days_shown(page) == ["2026-06-03", "2026-05-03"]
    page.get_by_role("button", name="Show all").click()
    assert len(days_shown(page)) == 4
    assert page.url.endswith("/changes.html")
    expect(field).to_be_focused()


def test_a_day_that_is_typed_is_asked_for_once_it_is_whole(visitor: Visitor, host: Host) -> None:
    host.publish(UPDATES)
    page = visitor.opens("changes.html")
    visited = page.evaluate("history.length")
    page.get_by_label("Show what changed since").focus()
    page.keyboard.type("05012026")
    assert page.url.endswith("?since=2026-05-01")
    assert page.evaluate("history.length") == visited + 1


@pytest.mark.parametrize(
    ("language", "told"),
    [("fr", "Modifications depuis le 1er mai 2026\u00a0: 2"), ("ar", "التغييرات منذ 1 مايو 2026: 2")],
)
def test_the_day_is_said_in_the_words_of_the_page(visitor: Visitor, host: Host, language: str, told: str) -> None:
    host.publish(UPDATES, language=language)
    page = visitor.opens("changes.html?since=2026-05-01")
    expect(page.locator(".by-day").get_by_role("status")).to_have_text(told)


def test_a_day_that_is_none_is_told_and_all_is_shown(visitor: Visitor, host: Host) -> None:
    host.publish(UPDATES)
    for asked in ("2026-02-30", "0000-01-01", "2026-5-1", "<b>"):
        page = visitor.opens(f"changes.html?since={asked}")
        assert len(days_shown(page)) == 4
        expect(page.locator(".by-day").get_by_role("status")).to_contain_text(f"There is no such day: {asked}.")


def test_of_a_long_list_the_day_goes_with_the_reader_to_its_pages(
    visitor: Visitor, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_lists, "_MOST_BYTES", 1_200)
    rows = "".join(
        f"  u{day}: {{date: 2026-05-{day}, kind: update, text: T., authors: [A]}}\n" for day in range(10, 31)
    )
    host.publish(f"updates:\n{rows}")
    page = visitor.opens("changes.html?since=2026-05-28")
    assert days_shown(page) == ["2026-05-30", "2026-05-29", "2026-05-28"]
    page.get_by_role("link", name="28 May 2026: T.").click()
    page.wait_for_url("**/changes/1.html?since=2026-05-28#2026-05-28")
    told = page.locator(".by-day").get_by_role("status")
    assert days_shown(page) == ["2026-05-30", "2026-05-29", "2026-05-28"]
    expect(told).to_have_text("Changes since 28 May 2026, on this page: 3")
    page.get_by_role("link", name="After:").click()
    page.wait_for_url("**/changes/2.html?since=2026-05-28")
    expect(told).to_have_text("All changes on this page are from before 28 May 2026.")


def test_without_a_script_all_days_stand_there_and_nothing_asks_for_one(browser: Browser, host: Host) -> None:
    host.publish(UPDATES)
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{host.address}/changes.html?since=2026-05-03")
        assert len(days_shown(page)) == 4
        for control in (page.locator("form"), page.get_by_role("checkbox"), page.locator(".last-read")):
            assert not [each for each in control.all() if each.is_visible()]
