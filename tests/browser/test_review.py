"""The writers' page of reviews: a fact is read beside its passages, vouched for by key, and the next is shown."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.barriers import barriers_on, what_sticks_out
from tests.previews import PATIENCE, running
from tests.reviewed_explainers import write_explainer


def test_who_says_who_they_are_vouches_by_key_and_goes_on_to_the_next(browser: Browser, tmp_path: Path) -> None:
    content = write_explainer(tmp_path)
    complaints: list[str] = []
    with running(content) as preview, browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        page.goto(f"{preview.address}_desk/")
        page.get_by_role("link", name="Facts beside their passages").click()
        page.get_by_label("You are").fill("Ada Byron")
        page.keyboard.press("Tab")
        expect(page.get_by_role("heading", name="What waits for Ada Byron (2)")).to_be_visible()
        assert barriers_on(page) == []
        assert what_sticks_out(page) == []

        page.get_by_role("button", name="The passages support this").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="figure:hurt")).to_be_visible()
        expect(page.get_by_role("status")).to_have_text("Noted: Ada Byron vouches for claim:shut.")
        assert 'by: "Ada Byron"' in (content / "reviews.yaml").read_text(encoding="utf-8")

        page.get_by_role("button", name="They do not").click()
        page.keyboard.type("the report has 231")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("Nothing was noted of figure:hurt")
        mended = page.get_by_role("region", name="To be mended")
        expect(mended.get_by_role("listitem")).to_contain_text("the report has 231")
        assert barriers_on(page) == []
        # The name is kept, and nothing is noted of what is not supported.
        page.goto(f"{preview.address}_desk/review")
        expect(page.get_by_role("heading", name="What waits for Ada Byron (1)")).to_be_visible()
        assert complaints == []
