"""What a writer sees: a save, a mistake, a new style, in a browser that nobody touches."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.previews import PATIENCE, ROOT, Desk, Running, desk, running

SECTION = "sections/10-what-happened.md"
# What stands on the page, without what the site's script sets of its own on names.
CONTENT = """() => {
  const body = document.body.cloneNode(true);
  for (const name of body.querySelectorAll("[aria-haspopup]")) {
    name.removeAttribute("aria-haspopup");
    name.removeAttribute("aria-expanded");
  }
  return body.innerHTML;
}"""


@pytest.fixture(scope="module")
def previewed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A preview of a folder with the content and the templates that a writer works with."""
    folder = tmp_path_factory.mktemp("writing")
    shutil.copytree(ROOT / "generator/standfirst/starter", folder / "content")
    shutil.copytree(ROOT / "templates", folder / "templates")
    section = folder / "content" / SECTION
    # Enough to scroll through.
    append(section, "\n\nAnother paragraph.\n" * 60)
    with desk(folder, section, "--templates", str(folder / "templates")) as started:
        yield started


@pytest.fixture
def begun(previewed: Desk) -> Desk:
    """The same, with nothing left of what another test wrote."""
    previewed.begin()
    return previewed


@pytest.fixture
def writing(begun: Desk) -> Path:
    return begun.folder


@pytest.fixture
def preview(begun: Desk) -> Running:
    return begun.preview


@pytest.fixture
def page(browser: Browser, preview: Running) -> Iterator[Page]:
    """The first page of the preview, whose browser complains of nothing."""
    complaints: list[str] = []
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        with page.expect_websocket():
            page.goto(preview.address)
        yield page
    assert complaints == []


def append(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8") as opened:
        opened.write(text)


def test_a_save_is_shown_where_the_writer_was_reading(writing: Path, page: Page) -> None:
    page.evaluate("window.scrollTo(0, 1000)")
    append(writing / "content" / SECTION, "\n\nJust saved.\n")
    expect(page.get_by_text("Just saved.")).to_be_attached(timeout=PATIENCE * 1000)
    page.wait_for_function("window.scrollY > 900")
    assert abs(page.evaluate("window.scrollY") - 1000) < 5


def test_only_what_was_saved_changes_on_the_page(writing: Path, page: Page) -> None:
    page.evaluate("window.here = true; document.querySelector('h1').here = true")
    append(writing / "content" / SECTION, "\n\nJust saved.\n")
    expect(page.get_by_text("Just saved.")).to_be_attached(timeout=PATIENCE * 1000)
    assert page.evaluate("window.here && document.querySelector('h1').here")


def test_after_many_saves_the_page_is_as_if_it_were_loaded_anew(writing: Path, page: Page, preview: Running) -> None:
    section, settings = writing / "content" / SECTION, writing / "content" / "site.yaml"
    written = section.read_text(encoding="utf-8")
    marked = page.locator("main")
    edits = (
        written.replace("Another paragraph.\n", "Another paragraph, edited.\n", 1),
        written.replace("\n\nAnother paragraph.\n", "\n\n- One\n- Two\n\n## Between\n\nAnother one.\n", 3),
        written.split("Another paragraph.")[0],
        written,
    )
    for number, text in enumerate(edits):
        section.write_text(f"{text}\n\nThe end of edit {number}.\n", encoding="utf-8")
        expect(marked).to_contain_text(f"The end of edit {number}.", timeout=PATIENCE * 1000)
    settings.write_text(settings.read_text(encoding="utf-8").replace("title: ", "title: Anew, ", 1), encoding="utf-8")
    expect(page).to_have_title(re.compile("^Anew, "), timeout=PATIENCE * 1000)
    shown = page.evaluate(CONTENT)
    with page.context.new_page() as fresh:
        fresh.goto(preview.address)
        assert shown == fresh.evaluate(CONTENT)


def test_a_name_that_was_just_written_opens_its_definition(writing: Path, page: Page) -> None:
    facts = writing / "content" / "facts"
    named = next(
        iter(re.findall(r"^    name: (.+)$", "".join(map(Path.read_text, facts.glob("*.yaml"))), re.MULTILINE))
    )
    section = writing / "content" / SECTION
    section.write_text(f"---\ntitle: Anew\n---\n{named} is met here.\n", encoding="utf-8")
    link = page.locator(".prose a[data-fact]").first
    expect(page.locator("h2", has_text="Anew")).to_be_attached(timeout=PATIENCE * 1000)
    link.click()
    expect(page.locator("[popover]:popover-open")).to_contain_text(named)


def test_what_is_open_stays_open(writing: Path, page: Page) -> None:
    mark = page.locator("[popovertarget]").first
    mark.click()
    expect(page.locator("[popover]:popover-open")).to_have_count(1)
    append(writing / "content" / SECTION, "\n\nJust saved.\n")
    expect(page.get_by_text("Just saved.")).to_be_attached(timeout=PATIENCE * 1000)
    expect(page.locator("[popover]:popover-open")).to_have_count(1)


def test_a_page_that_a_script_works_on_is_loaded_anew(writing: Path, page: Page, preview: Running) -> None:
    with page.expect_websocket():
        page.goto(f"{preview.address}search")
    page.evaluate("window.here = true")
    append(writing / "content" / "facts" / "more.yaml", "terms: {anew: {name: Just added, summary: A., uncited: x}}\n")
    expect(page.get_by_text("Just added").first).to_be_attached(timeout=PATIENCE * 1000)
    expect(page.locator("form")).to_have_count(1)
    assert not page.evaluate("window.here ?? false")


def test_a_picture_that_was_saved_is_shown(writing: Path, page: Page) -> None:
    images = writing / "content" / "images"
    images.mkdir(exist_ok=True)
    for width in (20, 40):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20"></svg>'
        (images / "x.svg").write_text(svg, encoding="utf-8")
        if width == 20:
            append(writing / "content" / SECTION, "\n\n![A square](images/x.svg)\n")
        # Pictures are loaded where one comes to them, on a page that may be loaded anew meanwhile.
        page.wait_for_function(
            """width => {
                const picture = document.querySelector('img[src*="x.svg"]');
                picture?.scrollIntoView();
                return picture?.naturalWidth === width;
            }""",
            arg=width,
            timeout=PATIENCE * 1000,
        )


def test_a_mistake_is_explained_over_the_last_good_page_until_it_is_mended(writing: Path, page: Page) -> None:
    section = writing / "content" / SECTION
    written = section.read_text(encoding="utf-8")
    problems = page.locator("#preview_problems")
    append(section, "\n[](event:nothing)\n")
    expect(problems).to_contain_text("there is no event 'nothing'", timeout=PATIENCE * 1000)
    expect(problems.locator(".preview_fault")).to_contain_text("[](event:nothing)")
    expect(page.locator("h1")).to_be_attached()

    page.reload()
    expect(problems).to_be_visible()
    problems.locator("summary").click()
    expect(problems.locator("ol")).to_be_hidden()
    # Another mistake is not hidden, be there as many as before.
    section.write_text(written + "\n[](event:another)\n", encoding="utf-8")
    expect(problems.locator("ol")).to_contain_text("there is no event 'another'", timeout=PATIENCE * 1000)
    expect(problems.locator("ol")).to_be_visible()

    section.write_text(written, encoding="utf-8")
    expect(problems).to_have_count(0, timeout=PATIENCE * 1000)


def test_warnings_are_folded_and_cover_little(writing: Path, page: Page) -> None:
    append(writing / "content" / SECTION, "\nSomebody said “these five words are uncited”.\n")
    warnings = page.locator("#preview_warnings")
    expect(warnings).to_be_visible(timeout=PATIENCE * 1000)
    box = warnings.bounding_box()
    assert box
    assert box["height"] < 50
    assert box["width"] < 300
    warnings.locator("summary").click()
    expect(warnings).to_contain_text("these five words are uncited")


def test_a_style_is_swapped_without_a_reload(writing: Path, page: Page) -> None:
    page.evaluate("window.here = true")
    append(writing / "templates" / "assets" / "css" / "base.css", "\nh1 { color: rgb(1, 2, 3); }\n")
    expect(page.locator("h1").first).to_have_css("color", "rgb(1, 2, 3)", timeout=PATIENCE * 1000)
    expect(page.locator('link[href*="assets/site."]')).to_have_count(1)
    assert page.evaluate("window.here")

    append(writing / "content" / SECTION, "\n\nJust saved.\n")
    expect(page.get_by_text("Just saved.")).to_be_attached(timeout=PATIENCE * 1000)
    expect(page.locator("h1").first).to_have_css("color", re.compile("rgb.1, 2, 3"))


def test_a_browser_finds_the_preview_that_was_ended_and_started_again(writing: Path, browser: Browser) -> None:
    content, templates = writing / "content", ("--templates", str(writing / "templates"))
    with browser.new_context() as context:
        page = context.new_page()
        with running(content, *templates) as first, page.expect_websocket():
            page.goto(first.address)
            port = str(urlsplit(first.address).port)
        append(content / SECTION, "\n\nSaved while there was no preview.\n")
        expect(page.get_by_text("The preview has ended")).to_be_visible(timeout=PATIENCE * 1000)
        with running(content, *templates, "--port", port):
            expect(page.get_by_text("Saved while there was no preview.")).to_be_attached(timeout=PATIENCE * 1000)
            expect(page.get_by_text("The preview has ended")).to_have_count(0)
            append(content / SECTION, "\n\nSaved after that.\n")
            expect(page.get_by_text("Saved after that.")).to_be_attached(timeout=PATIENCE * 1000)
