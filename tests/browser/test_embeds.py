"""A card as pages of others show it: in a frame, under the headers of the host, and without a script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator

from standfirst.preview.host import Answer
from tests.browser.host import answering


@contextmanager
def framed(browser: Browser, code: str, *, width: int) -> Iterator[FrameLocator]:
    """Show a frame on a page of another site, where there is so much room for it."""
    body = f'<!doctype html><title>Elsewhere</title><body style="margin: 0">{code}'.encode()
    with answering(lambda _: Answer(HTTPStatus.OK, {"Content-Type": "text/html"}, body)) as elsewhere:
        page = browser.new_page(viewport={"width": width, "height": 900}, java_script_enabled=False)
        page.goto(elsewhere)
        yield page.frame_locator("iframe")
        page.close()


def code_of(site: Path, name: str, server: str) -> str:
    """The code that oEmbed gives for a card, as if the site stood where the test serves it."""
    code: str = json.loads((site / f"embed/{name}.json").read_text(encoding="utf-8"))["html"]
    return code.replace(code.partition('src="')[2].partition("embed/")[0], f"{server}/", 1)


def fits(frame: FrameLocator) -> list[bool]:
    """Whether nothing of a card is to be scrolled to, across and down."""
    script = "root => [root.scrollWidth <= innerWidth, root.scrollHeight <= innerHeight]"
    found: list[bool] = frame.locator("html").evaluate(script)
    return found


@pytest.mark.parametrize("name", ["figure-killed", "event-fighting", "quote-pompeo-oppose", "claim-leverage"])
def test_a_card_is_seen_whole_in_the_frame_that_is_offered(
    browser: Browser, server: str, published_site: Path, name: str
) -> None:
    with framed(browser, code_of(published_site, name, server), width=600) as frame:
        frame.locator("footer .from").wait_for()
        assert fits(frame) == [True, True]


def test_a_mark_in_a_narrow_frame_opens_its_passage_and_nothing_is_cut_off(
    browser: Browser, server: str, published_site: Path
) -> None:
    with framed(browser, code_of(published_site, "claim-leverage", server), width=300) as frame:
        frame.locator(".evidence button").first.click()
        assert frame.locator(".note:popover-open q").first.is_visible()
        assert fits(frame)[0]


def test_no_other_page_can_be_framed(browser: Browser, server: str) -> None:
    with framed(browser, f'<iframe src="{server}/about.html"></iframe>', width=600) as frame:
        frame.locator("body").wait_for()
        assert frame.locator("main").count() == 0
