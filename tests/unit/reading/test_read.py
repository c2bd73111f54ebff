"""The writer's folders are read whole; what cannot be read is named, all of it at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from standfirst.model import Id
from standfirst.reading.files import InputFile
from standfirst.reading.read import read_content, read_templates
from tests.unit.reading.desk import problems, write

pytestmark = pytest.mark.usefixtures("desk")


def test_facts_come_by_path_and_sections_by_file_name() -> None:
    for name in ("facts/b.yaml", "facts/a/z.yml", "facts/C.YAML", "sections/b/10-x.md", "sections/a/20-y.MD"):
        write(f"content/{name}")
    files = read_content(Path("content"))
    assert [file.path for file in files.facts] == [
        "content/facts/C.YAML",
        "content/facts/a/z.yml",
        "content/facts/b.yaml",
    ]
    assert [file.path for file in files.sections] == ["content/sections/b/10-x.md", "content/sections/a/20-y.MD"]


def test_what_editors_hide_and_files_of_other_sorts_are_passed_over() -> None:
    for name in (
        "facts/.a.yaml.swp",
        "facts/.b.yaml",
        "facts/.git/c.yaml",
        "facts/notes.txt",
        "images/raw.psd",
        "x.yaml",
    ):
        write(f"content/{name}")
    files = read_content(Path("content"))
    assert (files.facts, files.sections, files.images) == ((), (), ())


def test_images_keep_their_bytes_and_their_folders() -> None:
    write("content/images/maps/b.png", b"\x89PNG")
    write("content/images/a.SVG", b"<svg/>")
    assert [(image.name, image.body) for image in read_content(Path("content")).images] == [
        ("a.SVG", b"<svg/>"),
        ("maps/b.png", b"\x89PNG"),
    ]


def test_a_folder_without_settings_is_no_explainer() -> None:
    Path("content/site.yaml").unlink()
    hint = "there is no site.yaml here; write one, or start from `new DIR`"
    assert problems() == [f"content/site.yaml:1:1: {hint}"]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("site.yml", "name site.yml site.yaml"),
        ("Site.yaml", "name Site.yaml site.yaml"),
        ("sites.yaml", "name sites.yaml site.yaml"),
        ("site.yaml.txt", "name site.yaml.txt site.yaml"),
        ("site.json", "write what site.json says as YAML, and name it site.yaml"),
        ("site.yaml.yml", "name site.yaml.yml site.yaml"),
        ("facts.yaml", "write one, or start from `new DIR`"),
        ("suit.yaml", "write one, or start from `new DIR`"),
        ("package.json", "write one, or start from `new DIR`"),
    ],
)
def test_a_file_that_was_meant_as_the_settings_is_told_by_name(name: str, remedy: str) -> None:
    Path("content/site.yaml").rename(f"content/{name}")
    assert problems() == [f"content/site.yaml:1:1: there is no site.yaml here; {remedy}"]


def test_templates_stylesheets_and_scripts_are_told_apart() -> None:
    for name in ("pages/home.html", "feeds/feed.xml", "robots.txt", "assets/css/base.css", ".hidden.html", "README.md"):
        write(f"templates/{name}")
    for name in ("js/notes.js", "js/pages/search.js", "icon.svg", "arrow.svg"):
        write(f"templates/assets/{name}")
    files = read_templates(Path("templates"))
    assert files.folder == "templates"
    assert [file.path for file in files.templates] == [
        "templates/feeds/feed.xml",
        "templates/pages/home.html",
        "templates/robots.txt",
    ]
    assert [file.path for file in files.stylesheets] == ["templates/assets/css/base.css"]
    assert [file.path for file in files.scripts] == [
        "templates/assets/js/notes.js",
        "templates/assets/js/pages/search.js",
    ]
    assert files.icon == InputFile("templates/assets/icon.svg", "")


def test_what_lies_over_a_theme_is_read_with_it_unless_it_is_the_theme_itself() -> None:
    write("theme/pages/home.html")
    write("templates/pages/about.html", b"\xff")
    write("templates/assets/icon.svg")
    write("templates/assets/own.woff2")
    read = read_templates(Path("theme"), Path("templates"))
    assert read.over
    assert (read.folder, read.over.folder) == ("theme", "templates")
    assert [each.origin.path for each in read.problems] == ["templates/pages/about.html", "templates/assets/own.woff2"]
    assert read_templates(Path("theme"), Path("nowhere")).over is None
    assert read_templates(Path("theme"), Path("templates/../theme")).over is None


def test_templates_that_cannot_be_read_are_reported() -> None:
    write("templates/pages/home.html", b"<p>\xff")
    (problem,) = read_templates(Path("templates")).problems
    assert str(problem).startswith("templates/pages/home.html:1:4: byte 0xff is not UTF-8; ")


@pytest.mark.parametrize(
    ("page", "folder"),
    [
        ("report", "report_files"),
        ("report", "report-Dateien"),
        ("report", "report_fichiers"),
        ("report", "report.files"),
        ("REPORT", "REPORT_files"),
        ("report.2025", "report.2025_files"),
    ],
)
def test_what_a_browser_saves_with_a_page_is_no_copy(page: str, folder: str) -> None:
    for name in (f"{page}.html", f"{folder}/saved_resource.html", f"{folder}/ads/frame.txt"):
        write(f"content/sources/old/{name}")
    files = read_content(Path("content"))
    assert ([copy.source for copy in files.copies], files.unread) == ([page], ())


def test_the_parts_of_a_page_that_is_no_copy_itself_are_none_either() -> None:
    for name in ("report.mhtml", "report_files/frame.html"):
        write(f"content/sources/{name}")
    files = read_content(Path("content"))
    assert (files.copies, [each.path for each in files.unread]) == ((), ["content/sources/report.mhtml"])


def test_a_folder_of_copies_is_read_whatever_its_name() -> None:
    for name in ("report_files/a.txt", "letter.html", "letter-old/b.html", "note.txt", "note_files/c.txt"):
        write(f"content/sources/{name}")
    assert {copy.source for copy in read_content(Path("content")).copies} == {"a", "b", "c", "letter", "note"}


def test_a_copy_that_lies_elsewhere_takes_the_place_of_that_in_the_folder() -> None:
    write("content/sources/a.txt", b"old")
    write("content/sources/b.txt", b"kept")
    write("elsewhere.html", b"new")
    files = read_content(Path("content"), [(Id("a"), Path("elsewhere.html"))])
    assert [(copy.source, copy.path, copy.body) for copy in files.copies] == [
        ("b", "content/sources/b.txt", b"kept"),
        ("a", "elsewhere.html", b"new"),
    ]


def test_what_can_be_read_is_there_beside_what_is_wrong_with_the_rest() -> None:
    write("content/facts/a.yaml", b"\xff")
    write("content/facts/b.yaml", b"b")
    write("content/sources.lock", b"\xff")
    files = read_content(Path("content"), [(Id("a"), Path("nowhere.txt"))])
    assert [file.text for file in files.facts] == ["b"]
    assert [problem.origin.path for problem in files.problems] == [
        "content/facts/a.yaml",
        "content/sources.lock",
        "nowhere.txt",
    ]


def test_a_text_goes_before_the_document_that_it_was_taken_from_and_notes_are_no_copies() -> None:
    for name in ("report.pdf", "report.txt", "book.epub", "~$book.docx", "README.md", "log.PDF", "log.docx"):
        write(f"content/sources/{name}")
    found = read_content(Path("content"))
    assert [copy.path for copy in found.copies] == [
        "content/sources/book.epub",
        "content/sources/log.PDF",
        "content/sources/report.txt",
    ]
    assert [str(each.message) for each in found.problems] == [
        "there are two copies of 'log', this and content/sources/log.PDF"
    ]
