"""The files of a site, each made when it is asked for."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from standfirst.model import Drafts, Origin
from standfirst.options import Options
from standfirst.pages.downloads import DOWNLOADS
from standfirst.pipeline import make_site_from, plan_site
from standfirst.problems.errors import Problem, Severity, SiteError
from standfirst.reading.files import TemplateFiles
from standfirst.rendering.site_files import PageStore, SiteFiles
from tests.explainers import own_templates, read_site, with_template

OPTIONS = Options(content=Path(), templates=Path(), drafts=Drafts.SHOW)


def making(store: PageStore | None = None, templates: TemplateFiles | None = None) -> SiteFiles:
    return plan_site(read_site("apollo"), templates or own_templates(), OPTIONS, store or PageStore()).files


def test_which_files_there_are_is_known_before_any_is_made() -> None:
    files = making()
    assert {"index.html", "actors/nasa.html", "search-index.js", "data/facts.json", "robots.txt"} <= files.routes
    assert "actors/nobody.html" not in files.routes
    assert not any(map(files.is_made, files.routes))


def test_what_is_asked_for_is_made_and_nothing_else() -> None:
    files = making()
    assert b"NASA" in files.body("actors/nasa.html")
    assert [route for route in files.routes if files.is_made(route)] == ["actors/nasa.html"]
    assert files.rendered == 1


def test_in_any_order_each_file_is_that_of_a_whole_build() -> None:
    files = making()
    whole = {each.route: each.body for each in make_site_from(read_site("apollo"), own_templates(), OPTIONS).artifacts}
    assert {route: files.body(route) for route in reversed(tuple(files.routes))} == whole


def test_a_page_that_is_as_the_last_build_left_it_is_not_rendered_again() -> None:
    store = PageStore()
    first = making(store).body("index.html")
    again = making(store)
    assert again.body("index.html") is first
    assert again.rendered == 0


def test_a_page_that_was_forgotten_is_rendered_again() -> None:
    store = PageStore()
    first = making(store)
    bodies = [first.body(route) for route in ("index.html", "about.html")]
    store.forget_others({"index.html"})
    again = making(store)
    assert [again.body(route) for route in ("index.html", "about.html")] == bodies
    assert again.rendered == 1


def test_a_file_that_is_no_page_is_made_once() -> None:
    files = making()
    assert files.body("robots.txt") is files.body("robots.txt")
    assert files.is_made("robots.txt")
    assert files.rendered == 0


def test_what_was_read_off_pages_is_that_of_those_made_in_the_order_of_the_plan() -> None:
    files = making()
    for route in ("sources.html", "about.html", "index.html", "robots.txt"):
        files.body(route)
    made = [scan.page.route for scan in files.scans]
    assert sorted(made) == ["about.html", "index.html", "sources.html"]
    assert made == [route for route in files.routes if route in made]


def test_step_by_step_everything_is_made() -> None:
    files = making()
    steps = sum(1 for _ in files.make_by_steps())
    # What a page says of other files is made with it.
    assert files.pages < steps <= len(files.routes)
    assert all(map(files.is_made, files.routes))


def test_a_page_at_fault_does_not_keep_the_others_from_being_made() -> None:
    files = making(templates=with_template("pages/about.html", lambda _text: "{% endif %}"))
    (problem,) = chain.from_iterable(files.make_by_steps())
    assert "endif" in problem.message
    with pytest.raises(SiteError, match="endif"):
        files.body("about.html")
    assert [route for route in files.routes if not files.is_made(route)] == ["about.html", *DOWNLOADS]


def test_a_doubt_about_the_templates_is_a_warning_of_the_site() -> None:
    doubt = Problem(Origin("templates/loop", 1, 1), "this link is not followed", severity=Severity.WARNING)
    planned = plan_site(read_site("apollo"), replace(own_templates(), problems=(doubt,)), OPTIONS, PageStore())
    assert doubt in planned.warnings
