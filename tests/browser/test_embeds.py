"""A card as pages of others show it: in a frame, under the headers of the host, and without a script."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, expect

from standfirst.cached_build import build
from standfirst.model import Kind
from standfirst.options import Options
from standfirst.preview.host import Answer
from tests.browser.host import answering, hosted
from tests.explainers import ROOT, SITES


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


@pytest.mark.parametrize("width", [320, 600])
def test_a_card_is_seen_whole_in_the_frame_that_is_offered(
    browser: Browser, server: str, published_site: Path, width: int
) -> None:
    with framed(browser, code_of(published_site, "quote-pompeo-oppose", server), width=width) as frame:
        frame.locator("footer .from").wait_for()
        assert fits(frame) == [True, True]


def test_a_card_of_any_kind_is_neither_cut_off_nor_much_lower_than_its_frame(browser: Browser, tmp_path: Path) -> None:
    content = Path(shutil.copytree(SITES / "full" / "content", tmp_path / "content"))
    with (content / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"embeds: [{', '.join(kind.value for kind in Kind)}]\n")
    build(Options(content=content, templates=ROOT / "templates"), tmp_path / "site")
    # A former id has an answer of its own, and a page that leads on.
    cards = [
        each for each in (tmp_path / "site/embed").glob("*.html") if 'data-kind="embed"' in each.read_text("utf-8")
    ]
    answers = [
        each.with_suffix(".json")
        for kind in Kind
        for each in sorted(each for each in cards if each.name.startswith(f"{kind.value}-"))[:2]
    ]
    assert {answer.name.partition("-")[0] for answer in answers} == {kind.value for kind in Kind}
    page = browser.new_page(java_script_enabled=False)
    with hosted(tmp_path / "site") as address:
        for answer in answers:
            offered = json.loads(answer.read_text(encoding="utf-8"))["height"]
            for width in (320, 600):
                page.set_viewport_size({"width": width, "height": 10})
                page.goto(f"{address}/embed/{answer.stem}.html")
                across, needed = page.evaluate("[document.body.scrollWidth, document.documentElement.scrollHeight]")
                # A picture that is wide and low leaves room for one that is not.
                least = 0 if answer.name.startswith("image-") else offered * 0.6
                assert (answer.stem, across, least < needed <= offered) == (answer.stem, width, True)
    page.close()


def test_a_mark_in_a_narrow_frame_opens_its_passage_and_nothing_is_cut_off(
    browser: Browser, server: str, published_site: Path
) -> None:
    with framed(browser, code_of(published_site, "claim-leverage", server), width=300) as frame:
        frame.locator(".evidence button").first.click()
        expect(frame.locator(".note:popover-open q").first).to_be_visible()
        assert fits(frame)[0]


def test_no_other_page_can_be_framed(browser: Browser, server: str) -> None:
    with framed(browser, f'<iframe src="{server}/about.html"></iframe>', width=600) as frame:
        frame.locator("body").wait_for()
        assert frame.locator("main").count() == 0
