"""Builds of a preview: what is looked at first, then the rest, and back where the rest is not good."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from standfirst.model import Drafts
from standfirst.options import Options
from standfirst.outputs.artifact import ReadyFiles
from standfirst.pipeline import make_site
from standfirst.preview import building
from standfirst.preview.building import Builder, Outcome
from standfirst.preview.host import HostRules
from standfirst.preview.served_site import ServedSite
from tests.explainers import SITES
from tests.previews import ROOT

EMPTY = ServedSite(HostRules())
SECTION = "sections/10-how-it-happened.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SITES / "apollo" / "content", tmp_path / "content"))


@pytest.fixture
def builder(content: Path) -> Builder:
    """Return a builder whose first build is done."""
    started = Builder(Options(content=content, templates=ROOT / "templates", drafts=Drafts.SHOW), EMPTY)
    started.build(EMPTY, ())
    assert rest_of(started).message.startswith("Everything: 20 of 20 pages in ")
    return started


def rest_of(builder: Builder) -> Outcome:
    """Make all that is left, and return what came of it."""
    came = [outcome for outcome in iter_rest(builder) if outcome]
    assert len(came) == 1
    return came[0]


def iter_rest(builder: Builder) -> Iterator[Outcome | None]:
    while builder.has_rest:
        yield builder.go_on()


def built(builder: Builder, *paths: str) -> Outcome:
    """Build anew while browsers look at these paths."""
    outcome = builder.build(EMPTY, paths)
    assert outcome
    return outcome


def rest_of_build(builder: Builder) -> ServedSite:
    """Build anew, and return the whole site."""
    built(builder)
    return rest_of(builder).served


def places_of(outcome: Outcome) -> list[str]:
    """Return where the errors are that are shown, in order."""
    return sorted(each.place.rpartition("/")[2] for each in outcome.served.notices if each.is_error)


def append(content: Path, text: str) -> None:
    section = next((content / "sections").iterdir())
    section.write_text(section.read_text() + text)


def test_what_a_browser_looks_at_is_made_first(content: Path, builder: Builder) -> None:
    append(content, "\nMore.\n")
    outcome = built(builder, "/", "/about")
    assert ": 1 of 20 pages in " in outcome.message
    assert [outcome.served.has(path) for path in ("/", "/about", "/chronology")] == [True, True, False]


def test_of_several_pages_that_browsers_look_at_a_large_one_is_left_for_later(
    content: Path, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(content, "\nMore.\n")
    before = rest_of_build(builder)
    monkeypatch.setattr(building, "_LARGE", before.size("/about"))
    append(content, "\nMore.\n")
    outcome = builder.build(before, ("/", "/chronology", "/about"))
    assert outcome
    assert [outcome.served.has(path) for path in ("/", "/chronology", "/about")] == [False, False, True]
    assert builder.make(outcome.served, "/").served.has("/")


def test_a_page_that_is_looked_at_alone_is_made_at_once_however_large(
    content: Path, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(content, "\nMore.\n")
    before = rest_of_build(builder)
    monkeypatch.setattr(building, "_LARGE", 0)
    append(content, "\nMore.\n")
    outcome = builder.build(before, ("/",))
    assert outcome
    assert outcome.served.has("/")


def test_the_line_of_a_build_tells_of_warnings(content: Path, builder: Builder) -> None:
    append(content, "\nMore.\n")
    assert built(builder, "/").message.endswith(" ms; 2 warnings, which the pages show")


def test_what_changed_on_pages_that_nobody_looks_at_is_told_when_they_are_made(content: Path, builder: Builder) -> None:
    (site,) = content.glob("site.yaml")
    append(content, "\nMore.\n")
    assert built(builder).message == ""
    assert ": 1 of 20 pages in " in rest_of(builder).message
    append(content, "\nMore.\n")
    assert ": 1 of 20 pages in " in built(builder, "/").message
    assert rest_of(builder).message == ""
    site.write_text(site.read_text(encoding="utf-8").replace("title: ", "title: Now "), encoding="utf-8")
    assert ": 1 of 20 pages in " in built(builder, "/").message
    assert rest_of(builder).message.startswith("Everything: 20 of 20 pages in ")


def test_problems_are_told_with_what_is_shown_under_them(content: Path, builder: Builder) -> None:
    append(content, "\n[](event:nothing)\n")
    assert built(builder).message.endswith("; there is no page to show yet.")
    append(content, "\n")
    outcome = builder.build(replace(EMPTY, files=ReadyFiles({"index.html": b""})), ())
    assert outcome
    assert outcome.message.endswith("; the last good pages stay up.")


def test_the_rest_follows_and_then_all_is_that_of_a_clean_build(content: Path, builder: Builder) -> None:
    append(content, "\nMore.\n")
    built(builder)
    served = rest_of(builder).served
    clean = make_site(Options(content=content, templates=ROOT / "templates", drafts=Drafts.SHOW))
    bodies = {route: served.files.body(route) for route in served.files.routes}
    assert bodies == {each.route: each.body for each in clean.artifacts}
    assert not builder.has_rest


def test_nothing_is_left_where_nothing_changed(builder: Builder) -> None:
    assert builder.build(EMPTY, ()) is None
    assert not builder.has_rest


def test_what_is_asked_for_meanwhile_is_made_at_once(content: Path, builder: Builder) -> None:
    append(content, "\nMore.\n")
    served = built(builder).served
    assert builder.make(served, "/chronology").served is served
    assert served.has("/chronology")
    assert not served.has("/about")


def test_a_dead_link_which_only_the_whole_site_shows_brings_back_what_was_shown_before(
    content: Path, builder: Builder
) -> None:
    append(content, "\nMore.\n")
    before = built(builder).served
    append(content, "\n[Nowhere](about.html#nowhere)\n")
    now = builder.build(before, ("/",))
    assert now
    assert b"Nowhere" in now.served.files.body("index.html")
    outcome = rest_of(builder)
    message = "'about.html#nowhere' leads to no place on its page"
    assert message in outcome.message
    assert [notice.message for notice in outcome.served.notices] == [message]
    assert outcome.served.files is before.files
    assert not builder.has_rest


def test_a_page_at_fault_is_told_of_at_once_and_all_that_are_when_the_rest_is_made(content: Path) -> None:
    templates = Path(shutil.copytree(ROOT / "templates", content.parent / "templates"))
    builder = Builder(Options(content=content, templates=templates, drafts=Drafts.SHOW), EMPTY)
    builder.build(EMPTY, ())
    good = rest_of(builder).served
    for name in ("about", "data"):
        (templates / "pages" / f"{name}.html").write_text("{{ nothing }}")
    outcome = builder.build(good, ("/about",))
    assert outcome
    assert [notice.place.rpartition("/")[2] for notice in outcome.served.notices if notice.is_error] == [
        "about.html:1:1"
    ]
    assert outcome.served.files is good.files
    outcome = rest_of(builder)
    assert places_of(outcome) == ["about.html:1:1", "data.html:1:1"]
    assert outcome.served.files is good.files


def test_a_mistake_in_the_content_leaves_up_what_is_shown(content: Path, builder: Builder) -> None:
    append(content, "\nMore.\n")
    served = built(builder, "/").served
    append(content, "\n[](actor:nobody)\n")
    outcome = builder.build(served, ("/",))
    assert outcome
    assert outcome.served.files is served.files
    assert "there is no actor 'nobody'" in outcome.message
    assert not builder.has_rest


def test_a_page_at_fault_of_an_earlier_save_does_not_hide_the_mistake_of_the_last(content: Path) -> None:
    templates = Path(shutil.copytree(ROOT / "templates", content.parent / "templates"))
    builder = Builder(Options(content=content, templates=templates, drafts=Drafts.SHOW), EMPTY)
    builder.build(EMPTY, ())
    good = rest_of(builder).served
    (templates / "pages" / "about.html").write_text("{{ nothing }}")
    unfinished = builder.build(good, ("/",))
    assert unfinished
    append(content, "\n[](actor:nobody)\n")
    outcome = builder.build(unfinished.served, ("/",))
    assert outcome
    outcome = builder.make(outcome.served, "/about")
    assert outcome.served.files is good.files
    assert any("there is no actor 'nobody'" in notice.message for notice in outcome.served.notices)


def test_a_page_at_fault_that_was_told_of_already_is_not_told_of_again(content: Path) -> None:
    templates = Path(shutil.copytree(ROOT / "templates", content.parent / "templates"))
    builder = Builder(Options(content=content, templates=templates, drafts=Drafts.SHOW), EMPTY)
    (templates / "pages" / "about.html").write_text("{{ nothing }}")
    assert "about.html:1:1: " in builder.make(built(builder).served, "/about").message
    outcome = rest_of(builder)
    assert (places_of(outcome), outcome.message) == (["about.html:1:1"], "")


def test_a_bug_leaves_up_what_is_shown_and_the_same_files_are_tried_again(
    content: Path, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise ZeroDivisionError("by nothing")

    append(content, "\nMore.\n")
    with monkeypatch.context() as patch:
        patch.setattr(building, "plan_site", fail)
        outcome = built(builder)
    (notice,) = outcome.served.notices
    assert notice.message == "a bug in Standfirst: ZeroDivisionError: by nothing"
    assert outcome.message.startswith("Traceback")
    assert b"More." in built(builder, "/").served.files.body("index.html")


def test_a_folder_that_is_not_there_any_more_is_told_of_and_leaves_up_what_is_shown(
    content: Path, builder: Builder
) -> None:
    append(content, "\nMore.\n")
    served = built(builder).served
    content.rename(content.with_name("elsewhere"))
    outcome = builder.build(served, ("/",))
    assert outcome
    assert (outcome.message, outcome.served.files) == (outcome.served.notices[0].message, served.files)
    assert outcome.message.startswith("there is no folder ")
    assert not builder.has_rest


def test_of_a_site_whose_files_cannot_be_read_any_more_no_rest_is_made(content: Path, builder: Builder) -> None:
    append(content, "\nMore.\n")
    served = built(builder).served
    (content / "sections" / "20-no-file.md").mkdir()
    outcome = builder.build(served, ("/",))
    assert outcome
    assert "this file cannot be read" in outcome.message
    assert not builder.has_rest


def test_it_waits_for_a_pause_that_is_twice_as_long_as_the_rest_took(
    content: Path, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(content, "\nMore.\n")
    built(builder)
    seconds = itertools.count(step=3.0)
    monkeypatch.setattr("time.process_time", lambda: next(seconds))
    rest_of(builder)
    assert builder.pause == 6.0
