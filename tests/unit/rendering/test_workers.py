"""Several processes that render: the same pages and problems as of one, and plain words where one is ended."""

from __future__ import annotations

import os
import signal
from concurrent.futures import BrokenExecutor, Future
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from standfirst.model import Drafts, Origin
from standfirst.options import Options
from standfirst.pipeline import plan_site
from standfirst.present.planner import PlannedPage
from standfirst.problems.errors import Problem, UsageError
from standfirst.reading.files import TemplateFiles
from standfirst.rendering import limits, site_files
from standfirst.rendering.limits import TimeLimitError
from standfirst.rendering.parts import Part, make_parts, runs
from standfirst.rendering.render import Collector, RenderedPages, render_part
from standfirst.rendering.renderer import PageTimeLimitError, Renderer
from standfirst.rendering.site_files import PageStore, SiteFiles
from standfirst.rendering.workers import HAS_WORKERS, forked
from tests.explainers import content, own_templates, pages_of, planner, read_site, with_template

OPTIONS = Options(content=Path(), templates=Path(), drafts=Drafts.SHOW)

FAULTY = "{% block main %}{{ view.route.nothing }}"

pytestmark = pytest.mark.skipif(not HAS_WORKERS, reason="one process renders all pages here")


@pytest.fixture(autouse=True)
def _workers_for_few_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_files, "_PAGES_A_PROCESS", 1)


def planned(templates: TemplateFiles | None = None, store: PageStore | None = None) -> SiteFiles:
    return plan_site(read_site("apollo"), templates or own_templates(), OPTIONS, store or PageStore()).files


def ignore(_done: int, _total: int) -> None:
    """Hear of progress."""


def test_pages_and_what_is_read_off_them_are_the_same_with_any_number_of_processes() -> None:
    alone, together = planned(), planned()
    assert alone.render_all(1, ignore) == together.render_all(3, ignore) == ()
    assert [alone.body(route) for route in alone.routes] == [together.body(route) for route in together.routes]
    assert alone.scans == together.scans
    assert alone.rendered == together.rendered == alone.pages


def test_problems_are_the_same_with_any_number_of_processes() -> None:
    templates = with_template("pages/actor.html", lambda text: text.replace("{% block main %}", FAULTY))
    assert planned(templates).render_all(1, ignore) == planned(templates).render_all(2, ignore) != ()


def test_one_page_that_does_not_end_is_told_of_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_SECONDS", 0.3)
    endless = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    templates = with_template("pages/about.html", lambda text: text + endless)
    (problem,) = planned(templates).render_all(2, ignore)
    assert "does not come to an end" in problem.message


def test_what_tells_of_such_a_page_carries_no_trace_that_another_process_could_not_be_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def struck(*_: object) -> NoReturn:
        try:
            raise TimeLimitError
        except TimeLimitError as error:
            raise PageTimeLimitError("told") from error

    monkeypatch.setattr(Renderer, "render", struck)
    page, *_ = pages_of(planner(content()))
    with pytest.raises(PageTimeLimitError, match="told") as told:
        render_part(own_templates(), "en", [page])
    assert (told.value.__cause__, told.value.__context__) == (None, None)


def test_parts_of_an_executor_that_is_broken_are_not_cancelled() -> None:
    broken, waiting = Future[RenderedPages](), Future[RenderedPages]()
    broken.set_exception(BrokenExecutor())
    parts = {Part(range(1)): broken, Part(range(1, 3)): waiting}
    with pytest.raises(BrokenExecutor):
        make_parts(parts.__getitem__, [*parts], Collector())
    assert not waiting.cancelled()


def test_parts_that_nobody_waits_for_any_more_are_cancelled() -> None:
    too_long, waiting = Future[RenderedPages](), Future[RenderedPages]()
    too_long.set_exception(PageTimeLimitError(Problem(Origin("a.html", 1, 1), "too long")))
    parts = {Part(range(1)): too_long, Part(range(1, 3)): waiting}
    assert make_parts(parts.__getitem__, [*parts], Collector()).problems
    assert waiting.cancelled()


def test_progress_comes_to_all_pages() -> None:
    told: list[tuple[int, int]] = []
    files = planned()
    files.render_all(2, lambda done, total: told.append((done, total)))
    assert told[-1] == (files.pages, files.pages)
    assert told == sorted(told)


@pytest.mark.parametrize("jobs", [1, 2])
def test_pages_of_an_earlier_build_are_still_kept(jobs: int) -> None:
    store = PageStore()
    first = planned(store=store)
    first.render_all(jobs, ignore)
    again = planned(store=store)
    again.render_all(2, ignore)
    assert again.rendered == 0
    assert all(again.body(route) == first.body(route) for route in first.routes)


def test_pages_that_workers_rendered_are_stale_once_their_template_is_another() -> None:
    store = PageStore()
    planned(store=store).render_all(2, ignore)
    templates = tuple(
        replace(file, text=file.text + "\n") if file.path.endswith("pages/about.html") else file
        for file in own_templates().templates
    )
    again = planned(replace(own_templates(), templates=templates), store)
    again.render_all(2, ignore)
    assert again.rendered == 1


def test_a_process_that_the_system_ends_is_told_of_in_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()

    def ended(self: object, page: PlannedPage) -> object:
        assert os.getpid() != here
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError(self, page)

    monkeypatch.setattr("standfirst.pages.plan.Plan.make", ended)
    with pytest.raises(UsageError, match="the system ended a process that rendered pages"):
        planned().render_all(2, ignore)


def test_what_is_made_of_much_the_same_is_shared_out_together_in_parts_of_some_size() -> None:
    parts = [*runs(["home", *["actor"] * 60, "home"], str.upper, most=25)]
    assert [len(part) for part in parts] == [1, 25, 25, 10, 1]
    assert [number for part in parts for number in part] == [*range(62)]


def test_workers_make_the_files_beside_pages_too() -> None:
    files, alone = planned(), planned()
    files.render_all(2, ignore)
    assert all(map(files.is_made, ["data/facts.json", "data/events.csv", "search-index.js", "robots.txt"]))
    assert {route: files.body(route) for route in files.routes} == {route: alone.body(route) for route in alone.routes}


def _ends_unless_in(process: int) -> str:
    if os.getpid() != process:
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def test_work_of_a_process_that_the_system_ended_is_done_here() -> None:
    assert forked(_ends_unless_in, os.getpid())() == "done"


def test_work_in_another_process_gives_its_result() -> None:
    assert forked(_is_elsewhere, os.getpid())()


def _is_elsewhere(process: int) -> bool:
    return os.getpid() != process
