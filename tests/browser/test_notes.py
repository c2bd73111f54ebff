"""The notes of evidence: every mark opens what its statement rests on, for everyone, and without a script."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.barriers import barriers_on
from tests.browser.reader import Reader, Screen

Kinds = dict[str, str]

MARK = ".evidence button"
PRINTED_MARK = f"{MARK}:not(.popup *)"
# A note or a definition, and what opened it.
OPEN = ":popover-open, [aria-expanded='true']"
SCREENS = [Screen(width=width) for width in (320, 800, 1440)]
# Opens notes in turn, with their marks high up and low down in the window, and tells what is amiss; of many marks some.
WHAT_NOTES_DO = """async () => {
  const found = [], { clientWidth: width, clientHeight: height } = document.documentElement;
  document.documentElement.style.scrollBehavior = 'auto';
  const all = [...document.querySelectorAll('.evidence button')].filter(mark => mark.checkVisibility());
  const step = Math.ceil(all.length / 24);
  for (const mark of all.filter((_, number) => number % step === 0)) for (const block of ['start', 'end']) {
    mark.scrollIntoView({ block });
    mark.click();
    await new Promise(requestAnimationFrame);
    const note = document.getElementById(mark.getAttribute('popovertarget'));
    const [at, of] = [note.getBoundingClientRect(), mark.getBoundingClientRect()];
    const said = `${note.id} ${block}: ${[at.left, at.top, at.right, at.bottom].map(Math.round)}`;
    if (!note.matches(':popover-open')) found.push(`${said} did not open`);
    const outside = at.left < -1 || at.top < -1 || at.right > width + 1 || at.bottom > height + 1;
    if (outside) found.push(`${said} is outside the window`);
    if (document.documentElement.scrollWidth > width) found.push(`${said} makes the page wider`);
    const apart = at.right <= of.left || of.right <= at.left || at.bottom <= of.top + 1 || of.bottom <= at.top + 1;
    if (!apart) found.push(`${said} covers its mark`);
    if (of.width < 24 || of.height < 24) found.push(`${said} has a mark of ${of.width} by ${of.height}`);
    mark.click();
    if (note.matches(':popover-open')) found.push(`${said} did not close`);
  }
  return found;
}"""
WHAT_MARKS_SHOW_ON_PAPER = "marks => marks.map(mark => getComputedStyle(mark, '::after').content)"
# The number of a note is its place in the list at the end.
WHAT_MARKS_OPEN = """marks => marks.map(mark => {
  const note = document.getElementById(mark.getAttribute('popovertarget'));
  return [...note.parentElement.children].indexOf(note) + 1;
})"""
# Of side notes and of lines of the text, those of which a part is seen below the note that is open.
WHAT_IS_CUT_BY_A_NOTE = """() => {
  const { bottom, left, right, top } = document.querySelector('.note:popover-open').getBoundingClientRect();
  const notes = [...document.querySelectorAll('.side-note')]
    .filter(each => getComputedStyle(each).visibility === 'visible');
  const lines = [...document.querySelectorAll('main section > p, main blockquote > p')].flatMap(each => {
    const words = document.createRange();
    words.selectNodeContents(each);
    return [...words.getClientRects()].filter(line => line.height < 40);
  });
  const cut = line => line.top < bottom - 1 && line.bottom > bottom + 1 && line.left < right && line.right > left;
  return [...notes.map(each => each.getBoundingClientRect()), ...lines].filter(cut).map(each => [each.top, bottom]);
}"""
WHAT_WRAPPED_ALONE = """() => [...document.querySelectorAll('.evidence')].filter(mark => {
  const before = mark.previousSibling;
  if (before?.nodeType !== Node.TEXT_NODE || !before.data.trim()) return false;
  const last = document.createRange();
  last.setStart(before, before.data.trimEnd().length - 1);
  last.setEnd(before, before.data.trimEnd().length);
  const [word, sign] = [last.getBoundingClientRect(), mark.firstElementChild.getBoundingClientRect()];
  return sign.top > word.bottom || sign.bottom < word.top;
}).map(mark => mark.textContent)"""


def first_mark(page: Page) -> tuple[Locator, Locator]:
    """The first mark of a page, and the note that it opens."""
    mark = page.locator(MARK).first
    return mark, page.locator(f"#{mark.get_attribute('popovertarget')}")


@pytest.fixture(scope="session")
def marked(published_site: Path, kinds: Kinds) -> Kinds:
    """The kinds of pages that have marks."""
    return {kind: route for kind, route in kinds.items() if 'class="evidence' in (published_site / route).read_text()}


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
def test_a_mark_opens_by_a_tap_and_closes_by_a_second_one(reader: Reader, script: bool) -> None:
    with reader.opens("", Screen(script=script)) as page:
        mark, note = first_mark(page)
        expect(note).to_be_hidden()
        mark.click()
        expect(note).to_be_visible()
        mark.click()
        expect(note).to_be_hidden()


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_mark_opens_by_key_and_escape_closes_it_and_gives_the_focus_back(
    reader: Reader, key: str, script: bool
) -> None:
    with reader.opens("", Screen(script=script)) as page:
        mark, note = first_mark(page)
        mark.focus()
        page.keyboard.press(key)
        expect(note).to_be_visible()
        page.keyboard.press("Tab")
        expect(note.locator("a").first).to_be_focused()
        page.keyboard.press("Escape")
        expect(note).to_be_hidden()
        expect(mark).to_be_focused()


def test_a_note_shows_its_source_and_paragraph_and_leads_to_both(reader: Reader) -> None:
    with reader.opens("") as page:
        mark, note = first_mark(page)
        number = (mark.text_content() or "").removeprefix("¶")
        assert mark.get_attribute("aria-label") == f"Note 1: paragraph {number}"
        mark.click()
        expect(note).to_contain_text(f"Paragraph {number}")
        assert (note.locator("a").first.get_attribute("href") or "").endswith(f"#p{number}")
        note.locator("a").first.click()
        expect(page.locator(f"#p{number}")).to_be_in_viewport()


def test_a_note_tells_who_says_so(reader: Reader) -> None:
    with reader.opens("claims") as page:
        mark, note = first_mark(page)
        mark.click()
        expect(note).to_contain_text("Who says so")


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: str(screen.width))
def test_every_note_opens_inside_the_window_beside_its_mark_and_not_over_it(
    reader: Reader, marked: Kinds, screen: Screen, subtests: pytest.Subtests
) -> None:
    for kind, page in reader.goes_through(marked, screen):
        with subtests.test(kind=kind):
            assert page.evaluate(WHAT_NOTES_DO) == []


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: str(screen.width))
def test_notes_open_as_well_where_the_language_runs_from_right_to_left(
    arabic: Reader, screen: Screen, subtests: pytest.Subtests
) -> None:
    for route, page in arabic.goes_through({each: each for each in ("", "claims", "chronology", "glossary")}, screen):
        with subtests.test(route=route):
            assert page.locator(MARK).count()
            assert page.evaluate(WHAT_NOTES_DO) == []


def test_no_mark_stands_at_the_start_of_a_line_without_the_words_before_it(
    reader: Reader, subtests: pytest.Subtests
) -> None:
    for width in range(320, 480, 40):
        with subtests.test(width=width), reader.opens("", Screen(width=width)) as page:
            assert page.evaluate(WHAT_WRAPPED_ALONE) == []


def test_statements_that_rest_on_the_same_open_the_same_note(reader: Reader) -> None:
    with reader.opens("") as page:
        opened = page.locator(MARK).evaluate_all("marks => marks.map(mark => mark.getAttribute('popovertarget'))")
        notes = page.locator(".notes .note").evaluate_all("notes => notes.map(note => note.id)")
        assert list(dict.fromkeys(opened)) == notes
        assert len(notes) < len(opened)
        said = page.locator(".notes .note").evaluate_all("notes => notes.map(note => note.textContent)")
        assert len(set(said)) == len(said)


def test_without_a_script_a_note_opens_at_the_foot_of_the_window(reader: Reader) -> None:
    for width in (320, 1440):
        with reader.opens("", Screen(width=width, script=False)) as page:
            mark, note = first_mark(page)
            mark.click()
            at, window = note.bounding_box(), page.viewport_size
            assert at
            assert window
            assert window["height"] - 20 < at["y"] + at["height"] <= window["height"]
            assert at["x"] >= 0
            assert at["x"] + at["width"] <= width


def test_on_paper_every_note_stands_at_the_end_under_the_number_that_its_marks_show(reader: Reader) -> None:
    with reader.opens("") as page:
        first_mark(page)[0].click()
        page.emulate_media(media="print")
        expect(page.locator(MARK).first.locator("span")).to_be_hidden()
        shown = page.locator(MARK).evaluate_all(WHAT_MARKS_SHOW_ON_PAPER)
        assert shown == [f'"{number}"' for number in page.locator(MARK).evaluate_all(WHAT_MARKS_OPEN)]
        for number in (0, -1):
            note = page.locator(f"#{page.locator(PRINTED_MARK).nth(number).get_attribute('popovertarget')}")
            expect(note).to_have_css("display", "list-item")
        # What only the definitions of names have marks of, and they open on a screen alone.
        assert page.locator(".note.on-screen").count()
        expect(page.locator(".note.on-screen:visible")).to_have_count(0)
        expect(page.get_by_role("heading", name="Notes")).to_be_visible()


def test_axe_finds_no_barrier_in_an_open_note(reader: Reader, subtests: pytest.Subtests) -> None:
    for kind, page in reader.goes_through({"": "", "claims": "claims"}, Screen(width=360)):
        with subtests.test(kind=kind):
            page.locator(MARK).first.click()
            assert barriers_on(page) == []
            page.set_viewport_size({"width": 1280, "height": 800})
            assert barriers_on(page, within=OPEN) == []
            page.emulate_media(color_scheme="dark")
            assert barriers_on(page, within=OPEN) == []
            page.emulate_media(color_scheme="light")
            page.set_viewport_size({"width": 360, "height": 800})


WHERE_SIDE_NOTES_STAND = """() => {
  const boxOf = element => element.getBoundingClientRect(), main = boxOf(document.querySelector('main'));
  const notes = [...document.querySelectorAll('.prose .side-note')].filter(note => note.checkVisibility());
  const boxes = notes.map(boxOf);
  return {
    shown: notes.length,
    hidden: document.querySelectorAll('.prose .side-note').length - notes.length,
    unlike: notes.filter(note => {
      const mark = note.previousElementSibling.querySelector('button');
      return note.querySelector('b').textContent !== mark.dataset.note
        || getComputedStyle(mark, '::after').content !== `"${mark.dataset.note}"`;
    }).length,
    meeting: boxes.filter((box, at) => at && box.top < boxes[at - 1].bottom).length,
    above: notes.filter((note, at) => boxes[at].bottom < boxOf(note.previousElementSibling).top).length,
    overText: notes.filter((note, at) => boxes[at].left < boxOf(note.closest('p, figcaption')).right).length,
    outside: boxes.filter(box => box.right > main.right).length,
    pressable: document.querySelectorAll('.side-note :is(a, button)').length,
  };
}"""


def test_beside_the_text_evidence_stands_in_the_margin_by_the_number_that_its_mark_shows(reader: Reader) -> None:
    amiss = ("unlike", "meeting", "above", "overText", "outside", "pressable", "hidden")
    with reader.opens("", Screen(width=1440, script=False)) as page:
        found = page.evaluate(WHERE_SIDE_NOTES_STAND)
        assert found["shown"]
        assert {name: found[name] for name in amiss} == dict.fromkeys(amiss, 0)
    with reader.opens("", Screen(width=1000)) as page:
        assert page.evaluate(WHERE_SIDE_NOTES_STAND)["shown"] == 0
        assert page.locator(MARK).first.inner_text().startswith("¶")


@pytest.mark.parametrize("width", [360, 1440])
def test_what_opens_covers_whole_notes_and_whole_lines(reader: Reader, width: int) -> None:
    with reader.opens("", Screen(width=width)) as page:
        for number in range(3, 11):
            page.locator(":is(.summary, .prose) .evidence button").nth(number).click()
            page.locator(".note:popover-open[data-at]").wait_for(state="attached")
            assert page.evaluate(WHAT_IS_CUT_BY_A_NOTE) == []
            page.keyboard.press("Escape")
        expect(page.locator("[data-under]")).to_have_count(0)
