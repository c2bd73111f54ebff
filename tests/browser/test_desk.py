"""The writers' desk: words that are selected, by pointer or by key, and the citation that is shown for them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import barriers_on, what_sticks_out
from tests.explainers import SITES
from tests.previews import PATIENCE, Running, running

SELECT = """([paragraph, words]) => {
  const text = document.querySelector(`.desk_text[data-paragraph="${paragraph}"]`);
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at >= 0) getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
  }
}"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(SITES / "full" / "content", tmp_path_factory.mktemp("desk") / "content"))


@pytest.fixture(scope="module")
def preview(content: Path) -> Iterator[Running]:
    with running(content) as started:
        yield started


@pytest.fixture
def desk(browser: Browser, preview: Running) -> Iterator[Page]:
    """The desk with the report on it, on a telephone, whose browser complains of nothing."""
    complaints: list[str] = []
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        with page.expect_websocket():
            page.goto(f"{preview.address}_desk/source/report")
        yield page
    assert complaints == []


def test_selected_words_are_cited_copied_and_followed_when_the_content_is_saved(desk: Page, content: Path) -> None:
    panel, yaml = desk.locator("#desk_panel"), desk.locator("#desk_yaml")
    expect(panel).to_be_hidden()
    desk.evaluate(SELECT, [4, "Reed recalled the owners sayi"])
    expect(yaml).to_have_text('cite: {report: "Reed … saying"}')
    expect(desk.locator("#desk_known")).to_contain_text("not cited yet")
    assert barriers_on(desk) == []
    assert what_sticks_out(desk) == []
    panel.get_by_role("button", name="Copy this citation").click()
    expect(desk.locator("#desk_status")).to_have_text("Copied.")
    copied = desk.evaluate("navigator.clipboard.readText()")
    assert copied == 'cite: {report: "Reed … saying"}'

    assert desk.locator("mark", has_text="Reed recalled").count() == 0
    (content / "facts" / "more.yaml").write_text(
        f"terms:\n  owners:\n    name: owners\n    summary: They owned it.\n    {copied}\n", encoding="utf-8"
    )
    expect(desk.locator("mark", has_text="Reed recalled the owners saying")).to_be_attached(timeout=PATIENCE * 1000)
    expect(desk.locator(".desk_notes", has_text="term:owners")).to_be_attached()
    expect(yaml).to_have_text(copied)
    expect(desk.locator("#desk_known")).to_contain_text("cited already by term:owners")


def test_sentences_and_words_are_chosen_by_key(desk: Page) -> None:
    yaml, first = desk.locator("#desk_yaml"), desk.locator(".desk_number button").nth(1)
    first.focus()
    desk.keyboard.press("Enter")
    expect(yaml).to_have_text('cite: {report: "The Arle … Barqa"}')
    expect(desk.locator("#desk_panel")).to_be_focused()
    desk.get_by_role("button", name="The next sentence").press("Enter")
    expect(yaml).to_have_text('cite: {report: "The port said … twice"}')
    desk.get_by_role("button", name="End a word earlier").press("Enter")
    expect(yaml).to_have_text('cite: {report: "The port said … company"}')
    assert desk.evaluate("getSelection().toString()").endswith("warned the company")
    desk.keyboard.press("Escape")
    expect(desk.locator("#desk_panel")).to_be_hidden()
    expect(first).to_be_focused()
