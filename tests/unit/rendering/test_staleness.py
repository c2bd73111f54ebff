"""What is out of date, and why."""

from __future__ import annotations

from dataclasses import replace

from standfirst.present.planner import Page
from standfirst.reading.files import InputFile
from standfirst.rendering.staleness import PageInputs, changed_paths, stale_routes
from tests.explainers import content, pages_of, planner

PAGE = InputFile("templates/pages/home.html", "home")
LAYOUT = InputFile("templates/layouts/page.html", "layout")


def inputs_of(title: str = "What happened?") -> dict[str, PageInputs]:
    """Return what the pages of a small explainer are made from, planned anew each time."""
    files = content("")
    settings = replace(files.settings, text=files.settings.text.replace("What happened?", title))
    pages = pages_of(planner(replace(files, settings=settings)))
    return {page.route: PageInputs(page, (PAGE, LAYOUT), "en") for page in pages}


def described(page: Page, description: str) -> Page:
    return replace(page, view=replace(page.view, description=description))


def test_pages_that_are_planned_again_from_the_same_are_not_stale() -> None:
    assert stale_routes(inputs_of(), inputs_of()) == ()


def test_everything_is_new_at_first() -> None:
    now = inputs_of()
    assert stale_routes(now, {}) == tuple(now)


def test_a_page_that_says_something_else_is_stale_and_no_other() -> None:
    before = inputs_of()
    home = before["index.html"]
    now = before | {"index.html": replace(home, page=described(home.page, "Another."))}
    assert stale_routes(now, before) == ("index.html",)


def test_a_new_title_of_the_explainer_makes_every_page_stale() -> None:
    now = inputs_of("What now?")
    assert stale_routes(now, inputs_of()) == tuple(now)


def test_a_changed_template_makes_its_pages_stale() -> None:
    before = inputs_of()
    edited = (PAGE, replace(LAYOUT, text="edited"))
    now = before | {"index.html": replace(before["index.html"], templates=edited)}
    assert stale_routes(now, before) == ("index.html",)


def test_texts_that_have_only_moved_in_their_file_make_no_page_stale() -> None:
    facts = "terms:\n  term: {name: Term, summary: A word., uncited: x}\n"
    before, now = (
        {page.route: PageInputs(page, (PAGE,), "en") for page in pages_of(planner(content(text)))}
        for text in (facts, f"# Above.\n{facts}")
    )
    assert stale_routes(now, before) == ()


def test_another_language_makes_a_page_stale() -> None:
    before = inputs_of()
    now = {route: replace(each, language="fr") for route, each in before.items()}
    assert stale_routes(now, before) == tuple(before)


def test_files_that_were_written_added_or_removed_have_changed() -> None:
    before = {"a": 1, "b": 1, "c": 1}
    assert changed_paths({"a": 1, "b": 2, "d": 1}, before) == ("b", "c", "d")
    assert changed_paths(before, before) == ()
