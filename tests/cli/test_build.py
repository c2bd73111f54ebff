"""`build`: what it publishes, what it says, and the code with which it ends."""

from __future__ import annotations

import shutil
from pathlib import Path

import lxml.html
import pytest

from standfirst.options import Stage
from tests.cli.runs import DONE, PROBLEMS, WRONG_USAGE, Run, break_content, command, robots
from tests.explainers import ROOT, files_in


def test_build_py_builds_from_any_working_folder_and_says_so_in_one_line(content: Path, output: Path) -> None:
    elsewhere = content / "sections"
    built = command("--content", "..", "--output", str(output), working=elsewhere)
    assert (built.returncode, built.stderr) == (DONE, "")
    assert built.stdout.startswith("Built 27 pages in ")
    assert built.stdout.count("\n") == 1
    assert (output / "index.html").is_file()


def test_problems_end_in_1_and_a_line_each_without_a_traceback(content: Path, output: Path) -> None:
    break_content(content)
    built = command("build", "--content", "content", "--output", "site", working=content.parent)
    assert built.returncode == PROBLEMS
    assert "content/facts/record.yaml:2:18: 'soon' is not an EDTF date" in built.stderr
    assert "Traceback" not in built.stderr
    assert built.stdout == ""
    assert not output.exists()


def test_a_template_with_a_fault_is_a_problem_without_a_traceback(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(ROOT / "templates", templates)
    page = templates / "pages" / "about.html"
    page.write_text(page.read_text(encoding="utf-8") + "\n{% block more %}{{ view.nothing }}{% endblock %}", "utf-8")
    assert run("build", "--templates", str(templates)) == PROBLEMS
    assert "has no block 'more', so nobody sees this one" in capsys.readouterr().err
    page.write_text("{{ view.title }}\n{{ view.nothing }}", encoding="utf-8")
    assert run("build", "--templates", str(templates)) == PROBLEMS
    shown = capsys.readouterr().err
    assert f"{page}:2:1: " in shown
    assert "nothing" in shown
    assert "Traceback" not in shown


def test_a_build_that_fails_leaves_the_published_site_as_it_was(run: Run, content: Path, output: Path) -> None:
    assert run("build") == DONE
    before = files_in(output)
    break_content(content)
    assert run("build") == PROBLEMS
    assert files_in(output) == before


def test_a_folder_that_standfirst_did_not_make_is_refused_and_left_alone(
    run: Run, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output.mkdir()
    (output / "thesis.txt").write_text("the only copy", encoding="utf-8")
    assert run("build") == WRONG_USAGE
    assert files_in(output) == {"thesis.txt": b"the only copy"}
    assert str(output) in capsys.readouterr().err


def test_a_base_url_with_a_path_moves_canonical_links_and_those_of_the_page_for_what_is_not_found(
    run: Run, output: Path
) -> None:
    assert run("build", "--base-url", "https://preview.example.net/deploy-7") == DONE
    actor = lxml.html.parse(output / "actors" / "reed.html")
    assert actor.xpath("//link[@rel='canonical']/@href") == ["https://preview.example.net/deploy-7/actors/reed.html"]
    links = lxml.html.parse(output / "404.html").xpath("//nav//a[not(starts-with(@href, 'mailto:'))]/@href")
    assert links
    assert all(link.startswith("/deploy-7/") for link in links)
    assert "https://preview.example.net/deploy-7/" in (output / "sitemap.xml").read_text(encoding="utf-8")


def test_drafts_are_left_out_unless_they_are_asked_for(run: Run, output: Path) -> None:
    assert run("build") == DONE
    assert not (output / "actors" / "secret.html").exists()
    assert b"What comes next?" not in (output / "index.html").read_bytes()
    assert b"secret" not in (output / "data" / "facts.json").read_bytes()


def test_drafts_are_shown_and_marked_and_kept_out_of_search_engines(run: Run, output: Path) -> None:
    assert run("build", "--drafts") == DONE
    draft = lxml.html.parse(output / "actors" / "secret.html")
    assert "Draft" in draft.xpath("string(//h1)")
    assert "Draft" in lxml.html.parse(output / "index.html").xpath("string(//*[@id='section-later'])")
    assert set(map(tuple, robots(output))) == {("noindex",)}
    # They must be let in to read that they are to leave the page out.
    assert (output / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"
    assert "X-Robots-Tag: noindex" in (output / "_headers").read_text(encoding="utf-8")
    assert not (output / "sitemap.xml").exists()


def test_published_pages_are_open_to_search_engines(run: Run, output: Path) -> None:
    assert run("build") == DONE
    open_pages = [page for page in robots(output) if not page]
    assert len(open_pages) > len(robots(output)) / 2


def test_a_profile_names_the_stages_in_their_order_and_ten_pages_the_dearest_first(
    run: Run, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build", "--jobs", "2") == DONE
    before = files_in(output)
    capsys.readouterr()
    assert run("build", "--jobs", "2", "--profile") == DONE
    summary, _, *lines = capsys.readouterr().out.splitlines()
    assert summary.startswith("Built ")
    between = lines.index("")
    stages, pages = lines[:between], lines[between + 1 :]
    assert stages[0] == "seconds  share  stage"
    # No days are named here.
    assert [line.split()[2] for line in stages[1:]] == [stage for stage in Stage if stage is not Stage.DAYS]
    assert pages[0] == "seconds  page"
    taken = [(float(line.split()[0]), line.split()[1]) for line in pages[1:]]
    assert len(taken) == 10
    assert [seconds for seconds, _ in taken] == sorted((seconds for seconds, _ in taken), reverse=True)
    assert {route for _, route in taken} <= before.keys()
    assert files_in(output) == before


def test_the_same_fault_in_all_pages_is_told_once_with_a_profile_too(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(ROOT / "templates", templates)
    page = templates / "pages" / "actor.html"
    page.write_text("{{ view.nothing }}", encoding="utf-8")
    assert run("build", "--templates", str(templates)) == PROBLEMS
    told = capsys.readouterr()
    assert run("build", "--templates", str(templates), "--profile") == PROBLEMS
    assert capsys.readouterr() == told
