"""The commands as they are typed: what they write, what they say, and the code with which they end."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import lxml.html
import pytest
import yaml

from standfirst.cli import BROKEN_PIPE, main
from tests.explainers import ROOT, SITES, files_in

DONE, PROBLEMS, WRONG_USAGE = 0, 1, 2
Run = Callable[..., int]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder of a test's own."""
    return Path(shutil.copytree(SITES / "full" / "content", tmp_path / "content"))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def run(content: Path, output: Path) -> Run:
    """Carry out a command on this content and output, and return its exit code."""

    def run(*arguments: str) -> int:
        try:
            return main([*arguments, "--content", str(content), "--output", str(output)])
        except SystemExit as error:
            return int(error.code or 0)

    return run


def break_content(content: Path) -> None:
    (content / "facts" / "record.yaml").write_text("events:\n  launch: {date: soon}\n", encoding="utf-8")


def command(*arguments: str, working: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, f"{ROOT}/build.py", *arguments], cwd=working, capture_output=True, text=True, check=False
    )


def robots(folder: Path) -> list[list[str]]:
    """Return what each page says to search engines."""
    pages = [lxml.html.parse(page) for page in sorted(folder.rglob("*.html"))]
    return [page.xpath("//meta[@name='robots']/@content") for page in pages]


# ---------------------------------------------------------------- build


def test_build_py_builds_from_any_working_folder_and_says_so_in_one_line(content: Path, output: Path) -> None:
    elsewhere = content / "sections"
    built = command("--content", "..", "--output", str(output), working=elsewhere)
    assert (built.returncode, built.stderr) == (DONE, "")
    assert built.stdout.startswith("Built 22 pages in ")
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
    assert run("build", "--templates", str(templates)) == DONE  # A block that the layout does not have is not shown.
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
    links = lxml.html.parse(output / "404.html").xpath("//nav//a/@href")
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


# ---------------------------------------------------------------- check


def test_check_writes_nothing(run: Run, output: Path, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_in(content)
    assert run("check") == DONE
    assert "22 pages" in capsys.readouterr().out
    assert not output.exists()
    assert files_in(content) == before


def test_check_writes_problems_as_json(run: Run, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--format", "json") == DONE
    assert json.loads(capsys.readouterr().out) == []
    break_content(content)
    assert run("check", "--format", "json") == PROBLEMS
    problems = json.loads(capsys.readouterr().out)
    assert all(problem.keys() == {"path", "line", "column", "severity", "message", "hint"} for problem in problems)
    at_fault = [problem for problem in problems if "EDTF" in problem["message"]]
    assert [(problem["line"], problem["column"]) for problem in at_fault] == [(2, 18)]
    assert at_fault[0]["path"].endswith("facts/record.yaml")


def test_check_writes_problems_as_annotations(run: Run, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_content(content)
    assert run("check", "--format", "github") == PROBLEMS
    shown = "".join(capsys.readouterr())
    assert shown.startswith("::error file=")
    assert "facts/record.yaml,line=2,col=" in shown


def test_warnings_are_listed_and_only_a_strict_check_fails_for_them(
    run: Run, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "sources.lock").unlink()
    assert run("check") == DONE
    shown = capsys.readouterr().err
    assert "sources.lock:1:1: warning: there is no sources.lock" in shown
    assert shown.endswith("1 warning; no problems in 22 pages.\n")
    assert run("check", "--strict") == PROBLEMS
    shown = capsys.readouterr().err
    assert "sources.lock:1:1: there is no sources.lock" in shown
    assert shown.endswith("1 problem; nothing was written.\n")
    assert run("build") == DONE
    assert capsys.readouterr().out.endswith("; 1 warning, which `check` lists\n")


def test_a_strict_check_passes_over_notes(run: Run, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(content / "sources")
    assert run("check", "--strict", "--format", "json") == DONE
    (note,) = json.loads(capsys.readouterr().out)
    assert (note["severity"], "copied prose" in note["message"]) == ("note", True)


def test_the_report_says_of_each_fact_who_says_so_and_what_it_rests_on(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "--report") == DONE
    lines = capsys.readouterr().out.splitlines()
    cells = {row[0]: row for row in (re.split("  +", line) for line in lines)}
    assert cells["event:hazard"] == ["event:hazard", "al-barqi", "report ¶1", "wording checked; date reckoned"]
    assert cells["event:warning"] == ["event:warning", "letter; port", "letter ¶2; report ¶2", "wording checked"]
    assert cells["quote:safe"] == [
        "quote:safe",
        "reed; relaying company",
        "report ¶4",
        "wording checked; date reckoned",
    ]
    assert cells["claim:alone"][1:3] == ["the source", "report ¶3"]
    assert cells["figure:crew"] == ["figure:crew", "–", "–", "uncited: no document counts them"]
    assert cells["section:what-happened"][2] == "report ¶2"
    assert "event:inquiry" not in cells


# ---------------------------------------------------------------- lock


def test_the_report_is_a_table_and_is_refused_in_any_other_form(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--report", "--format", "json") == WRONG_USAGE
    assert "--report is a table" in capsys.readouterr().err


def test_a_form_that_there_is_not_is_told_with_those_that_there_are(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "--format", "xml") == WRONG_USAGE
    assert "'xml' is not a form of report; write text, json, github" in capsys.readouterr().err


def test_lock_writes_the_same_lock_again_and_says_what_it_noted(
    run: Run, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (content / "sources.lock").read_bytes()
    (content / "sources.lock").unlink()
    assert run("lock") == DONE
    assert "Noted 25 passages" in capsys.readouterr().out
    assert (content / "sources.lock").read_bytes() == before
    assert run("lock", "--check") == DONE


def test_lock_check_fails_where_copy_and_lock_have_parted_and_writes_nothing(
    run: Run, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = content / "sources" / "report.txt"
    report.write_text(report.read_text(encoding="utf-8") + "\nAn afterthought.\n", encoding="utf-8")
    before = files_in(content)
    assert run("lock", "--check") == PROBLEMS
    assert "sources.lock:1:1: sources.lock is not what the copies and the citations give; run `lock`" in (
        capsys.readouterr().err
    )
    assert files_in(content) == before


def test_lock_notes_what_it_finds_and_reports_what_it_does_not(
    run: Run, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    section = content / "sections" / "10-what-happened.md"
    text = section.read_text(encoding="utf-8")
    section.write_text(text.replace("it had warned the company twice", "it had warned the captain"), encoding="utf-8")
    assert run("lock") == PROBLEMS
    shown = capsys.readouterr().err
    assert "10-what-happened.md:6:9: " in shown
    assert "1 problem; noted 25 passages" in shown
    assert run("lock", "--check") == PROBLEMS


def test_a_copy_may_lie_elsewhere(run: Run, content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.move(content / "sources", tmp_path / "elsewhere")
    assert run("lock", "--check") == WRONG_USAGE
    assert "name it with --text ID=PATH" in capsys.readouterr().err
    texts = [
        f"--text={name}={tmp_path}/elsewhere/{name}.{end}" for name, end in (("report", "txt"), ("letter", "html"))
    ]
    assert run("lock", "--check", *texts) == DONE
    assert run("check", "--strict", *texts) == DONE
    assert "No problems" in capsys.readouterr().out


def test_lock_and_check_refuse_a_copy_of_a_source_that_there_is_not(
    run: Run, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for named in ("lock", "check"):
        assert run(named, f"--text=reprot={content}/sources/report.txt") == WRONG_USAGE
        assert "no source 'reprot'; did you mean 'report'?" in capsys.readouterr().err


def test_a_wrong_value_is_reported_at_its_figure_and_wherever_prose_shows_it(
    run: Run, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = content / "facts" / "record.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("value: 213", "value: 231"), encoding="utf-8")
    assert run("check") == PROBLEMS
    shown = capsys.readouterr().err
    assert "warning: the value of figure:passengers, 231, is not in the words" in shown
    assert "'213 passengers' disagrees with figure:passengers" in shown


# ---------------------------------------------------------------- basemap


def test_basemap_cuts_the_outlines_around_the_places_and_says_whose_they_are(
    run: Run, content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = tmp_path / "world.geojson"
    world.write_text((content / "basemap.geojson").read_text(encoding="utf-8").replace("An invented atlas", ""))
    assert run("basemap", str(world), "--source", "Another atlas") == DONE
    assert "Cut 4 outlines around the places" in capsys.readouterr().out
    assert json.loads((content / "basemap.geojson").read_text(encoding="utf-8"))["source"] == "Another atlas"


def test_basemap_says_what_is_wrong_with_a_file_that_is_no_map(run: Run, content: Path, tmp_path: Path) -> None:
    (tmp_path / "world.geojson").write_text("{}", encoding="utf-8")
    before = files_in(content)
    assert run("basemap", str(tmp_path / "world.geojson")) == PROBLEMS
    assert run("basemap", str(tmp_path / "missing.geojson")) == PROBLEMS
    assert files_in(content) == before


# ---------------------------------------------------------------- new and schema


def test_new_starts_an_explainer_that_builds_and_whose_files_name_their_schemas(tmp_path: Path) -> None:
    started = tmp_path / "started"
    assert main(["new", str(started)]) == DONE
    assert main(["check", "--strict", "--content", str(started)]) == DONE
    assert main(["build", "--content", str(started), "--output", str(tmp_path / "site")]) == DONE
    for file, schema in (("site.yaml", "schema/site.json"), ("facts/facts.yaml", "../schema/facts.json")):
        first = (started / file).read_text(encoding="utf-8").split("\n")[0]
        assert first == f"# yaml-language-server: $schema={schema}"
        assert json.loads((started / file).parent.joinpath(schema).read_text(encoding="utf-8"))


def test_new_refuses_a_folder_with_something_in_it(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_in(content)
    assert main(["new", str(content)]) == WRONG_USAGE
    assert files_in(content) == before
    assert "not empty" in capsys.readouterr().err


def test_schema_writes_one_for_facts_and_one_for_the_explainer(run: Run, content: Path) -> None:
    assert run("schema") == DONE
    facts = json.loads((content / "schema" / "facts.json").read_text(encoding="utf-8"))
    kinds = yaml.safe_load((content / "facts" / "record.yaml").read_text(encoding="utf-8"))
    assert set(kinds) <= set(facts["properties"])
    assert "standfirst" in json.loads((content / "schema" / "site.json").read_text(encoding="utf-8"))["properties"]


# ---------------------------------------------------------------- where nothing can be printed


def spoken_into(stdout: int, stderr: int, *arguments: str) -> int:
    """Return the exit code of a command with these for standard output and standard error."""
    return subprocess.run(
        [sys.executable, f"{ROOT}/build.py", *arguments], stdout=stdout, stderr=stderr, check=False
    ).returncode


@pytest.fixture
def unread() -> Iterator[int]:
    """A pipe that nobody reads any more."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@pytest.fixture
def full() -> Iterator[int]:
    """A device that is full."""
    device = os.open("/dev/full", os.O_WRONLY)
    yield device
    os.close(device)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[int]:
    """A file in which stands what was printed to it."""
    file = os.open(tmp_path / "kept", os.O_RDWR | os.O_CREAT)
    yield file
    os.close(file)


def said_in(kept: int) -> str:
    return os.pread(kept, 10_000, 0).decode()


@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "json"], ["--help"], ["build"]])
def test_where_nobody_reads_any_more_a_command_ends_at_once_and_quietly(
    arguments: list[str], content: Path, output: Path, unread: int, kept: int
) -> None:
    given = [*arguments, "--content", str(content), "--output", str(output)]
    assert spoken_into(unread, kept, *given) == BROKEN_PIPE
    assert said_in(kept) == ""
    assert output.exists() == (arguments == ["build"])


def test_problems_that_nobody_reads_end_a_command_quietly(content: Path, unread: int, kept: int) -> None:
    break_content(content)
    assert spoken_into(kept, unread, "check", "--content", str(content)) == BROKEN_PIPE
    assert said_in(kept) == ""


def test_on_a_full_disk_a_build_says_in_one_line_that_it_has_published(
    content: Path, output: Path, full: int, kept: int
) -> None:
    assert spoken_into(full, kept, "--content", str(content), "--output", str(output)) == WRONG_USAGE
    (line,) = said_in(kept).splitlines()
    assert line.startswith("build.py: standard output cannot be written: No space left on device; Built 22 pages in ")
    assert (output / "index.html").exists()


def test_what_cannot_be_said_at_all_is_no_problem_of_the_content(content: Path, full: int) -> None:
    break_content(content)
    assert spoken_into(full, full, "check", "--content", str(content)) == WRONG_USAGE
    assert spoken_into(full, full, "nonsense") == WRONG_USAGE


def test_with_standard_output_and_error_closed_the_exit_code_says_it_all(content: Path) -> None:
    check = shlex.join([sys.executable, f"{ROOT}/build.py", "check", "--content", str(content)])
    assert subprocess.run(f"{check} >&- 2>&-", shell=True, check=False).returncode == DONE
    break_content(content)
    assert subprocess.run(f"{check} >&- 2>&-", shell=True, check=False).returncode == PROBLEMS
    assert subprocess.run(f"{check} --format json >&- 2>&-", shell=True, check=False).returncode == PROBLEMS


# ---------------------------------------------------------------- wrong usage


@pytest.mark.parametrize(
    "arguments",
    [
        ["publish"],
        ["build", "--speed", "high"],
        ["--base-url", "example.org"],
        ["--base-url", "ftp://example.org/"],
        ["--base-url", "https://example.org/?page=1"],
        ["--jobs", "0"],
        ["--jobs", "many"],
        ["--jobs", "999999"],
        ["--jobs", "9" * 5000],
        ["serve", "--port", "9" * 5000],
        ["--content", ""],
        ["--content", "a\0b"],
        ["check", "--text", f"report={'a' * 300}"],
        ["check", "--format", "xml"],
        ["check", "--text", "report"],
        ["lock", "--text", "report=nowhere.txt"],
        ["new"],
    ],
)
def test_wrong_usage_ends_in_2_and_says_what_is_wrong(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == WRONG_USAGE
    assert "build.py" in capsys.readouterr().err


def test_what_was_typed_is_shown_on_one_line_and_not_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    for odd in ("a\nbuild.py: all is well", "\x1b]0;b\x07", "x" * 100_000):
        with pytest.raises(SystemExit):
            main(["--speed", odd])
        assert main(["--content", f"/nowhere/{odd}"]) == WRONG_USAGE
        *usage, unknown, nowhere = capsys.readouterr().err.splitlines()
        assert unknown.startswith("build.py: error: unrecognized arguments: --speed ")
        assert nowhere.startswith("build.py: ")
        assert (unknown + nowhere).isprintable()
        assert len(unknown + nowhere) < 1000
        assert all(line.startswith(("usage", " ")) for line in usage)


def test_content_that_is_not_there_is_wrong_usage_and_a_folder_without_settings_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = ["--output", str(tmp_path / "site")]
    assert main(["--content", str(tmp_path / "nowhere"), *output]) == WRONG_USAGE
    assert "name another with --content" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert main(["--content", str(tmp_path / "empty"), *output]) == PROBLEMS
    assert "build.py new" in capsys.readouterr().err
