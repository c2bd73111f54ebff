"""Files are read once and whole, whatever wrote them; what cannot be read is named, all of it at once."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from standfirst.cache import Cache
from standfirst.model import Origin
from standfirst.problems.errors import UsageError, in_order
from standfirst.reading.files import InputFile, origin_in_file
from standfirst.reading.folders import check_folder, display_path
from standfirst.reading.read import read_content, read_templates

change_times = pytest.mark.skipif(sys.platform == "win32", reason="the system does not tell when a file was changed")
links = pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that everything is read from, and that paths are shown from."""
    monkeypatch.chdir(tmp_path)
    write("content/site.yaml", b"title: What?\n")
    return tmp_path


def write(path: str, body: bytes = b"") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(body)


def problems(folder: str = "content") -> list[str]:
    return [str(each) for each in in_order(read_content(Path(folder)).problems)]


@pytest.mark.parametrize(
    "body",
    [
        "title: Où?\nlang: fr\n".encode(),
        "title: Où?\nlang: fr\n".encode("utf-8-sig"),
        "title: Où?\r\nlang: fr\r\n".encode(),
        "title: Où?\rlang: fr\r".encode(),
    ],
    ids=["as it is", "with a byte order mark", "with CRLF", "with CR"],
)
def test_byte_order_marks_and_line_ends_make_no_difference(body: bytes) -> None:
    write("content/site.yaml", body)
    assert read_content(Path("content")).settings == InputFile("content/site.yaml", "title: Où?\nlang: fr\n")


@pytest.mark.parametrize("rare", ["\x85", "\u2028", "\u2029"])
def test_what_only_yaml_takes_for_a_line_end_is_a_space(rare: str) -> None:
    write("content/site.yaml", f"one{rare}two\nthree".encode())
    assert read_content(Path("content")).settings.text == "one two\nthree"


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


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("a\\b.png", "a backslash"),
        ("a\\b/c.png", "a backslash"),
        ("a\nb.png", "the character U+000A"),
        ("\x1b]0;x.png", "the character U+001B"),
        ("a\udcff.png", "not text in UTF-8"),
    ],
)
def test_a_name_that_no_address_can_have_is_found_when_images_are_read(name: str, why: str) -> None:
    write(f"content/images/{name}", b"\x89PNG")
    (said,) = problems()
    assert said.isprintable()
    assert f"this image cannot be published: its name {'is' if 'not' in why else 'has'} {why}" in said
    assert said.endswith("; rename it")


@pytest.mark.parametrize(
    "name", ["a b.png", "a%20b.png", "a#b.png", "a?b.png", "é.png", "e\u0301.png", "a:b.png", "-.png"]
)
def test_a_name_that_an_address_can_have_may_stay(name: str) -> None:
    write(f"content/images/{name}", b"\x89PNG")
    assert [image.name for image in read_content(Path("content")).images] == [name]


def test_images_keep_their_bytes_and_their_folders() -> None:
    write("content/images/maps/b.png", b"\x89PNG")
    write("content/images/a.SVG", b"<svg/>")
    assert [(image.name, image.body) for image in read_content(Path("content")).images] == [
        ("a.SVG", b"<svg/>"),
        ("maps/b.png", b"\x89PNG"),
    ]


def test_a_folder_without_settings_is_no_explainer() -> None:
    Path("content/site.yaml").unlink()
    hint = "there is no site.yaml here; write one, or start from `python3 build.py new DIR`"
    assert problems() == [f"content/site.yaml:1:1: {hint}"]


def test_every_file_that_is_not_utf_8_is_named_with_the_place_in_it() -> None:
    write("content/site.yaml", "title: é".encode("latin-1"))
    write("content/facts/a.yaml", "é: 1\nü: ".encode() + b"\xff")
    assert problems() == [
        "content/facts/a.yaml:2:4: byte 0xff is not UTF-8; save the file as UTF-8",
        "content/site.yaml:1:8: byte 0xe9 is not UTF-8; save the file as UTF-8",
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_in_another_encoding_is_one_problem(encoding: str) -> None:
    write("content/site.yaml", "title: Où est-ce ?\n".encode(encoding))
    assert problems() == [f"content/site.yaml:1:1: this file is {encoding.upper()[:6]}; save it as UTF-8"]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("site.yml", "name site.yml site.yaml"),
        ("Site.yaml", "name Site.yaml site.yaml"),
        ("sites.yaml", "name sites.yaml site.yaml"),
        ("site.yaml.txt", "name site.yaml.txt site.yaml"),
        ("site.json", "write what site.json says as YAML, and name it site.yaml"),
        ("facts.yaml", "write one, or start from `python3 build.py new DIR`"),
    ],
)
def test_a_file_that_was_meant_as_the_settings_is_told_by_name(name: str, remedy: str) -> None:
    Path("content/site.yaml").rename(f"content/{name}")
    assert problems() == [f"content/site.yaml:1:1: there is no site.yaml here; {remedy}"]


def test_a_folder_named_like_a_file_is_reported() -> None:
    Path("content/facts/a.yaml").mkdir(parents=True)
    Path("content/images/b.png").mkdir(parents=True)
    assert [said.partition(": ")[0] for said in problems()] == ["content/facts/a.yaml:1:1", "content/images/b.png:1:1"]


@links
def test_links_that_lead_nowhere_or_to_themselves_are_reported() -> None:
    Path("content/facts").mkdir()
    os.symlink("nothing.yaml", "content/facts/a.yaml")
    os.symlink("b.yaml", "content/facts/b.yaml")
    assert [said.partition(": ")[0] for said in problems()] == ["content/facts/a.yaml:1:1", "content/facts/b.yaml:1:1"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="may read everything")
def test_a_file_that_may_not_be_read_is_reported() -> None:
    write("content/facts/a.yaml")
    Path("content/facts/a.yaml").chmod(0)
    (said,) = problems()
    assert said.startswith("content/facts/a.yaml:1:1: this file cannot be read: ")


def test_templates_stylesheets_and_scripts_are_told_apart() -> None:
    for name in ("pages/home.html", "feeds/feed.xml", "robots.txt", "assets/css/base.css", ".hidden.html", "README.md"):
        write(f"templates/{name}")
    write("templates/assets/js/notes.js")
    write("templates/assets/js/pages/search.js")
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


def test_a_folder_that_is_not_there_was_named_wrongly() -> None:
    with pytest.raises(UsageError, match=r"^there is no folder nowhere; name another with --templates$"):
        check_folder(Path("nowhere"), "--templates")


def test_templates_that_cannot_be_read_are_reported() -> None:
    write("templates/pages/home.html", b"<p>\xff")
    (problem,) = read_templates(Path("templates")).problems
    assert str(problem).startswith("templates/pages/home.html:1:4: byte 0xff is not UTF-8; ")


def test_paths_are_shown_from_the_working_folder_and_whole_where_they_lie_outside_it(desk: Path) -> None:
    assert display_path(desk / "content" / "site.yaml") == "content/site.yaml"
    assert display_path(Path("content/../content/facts")) == "content/facts"
    assert display_path(desk.parent) == desk.parent.as_posix()


@pytest.mark.parametrize(("offset", "line", "column"), [(0, 1, 1), (2, 1, 3), (3, 2, 1), (4, 2, 2), (7, 4, 1)])
def test_offsets_become_lines_and_columns(offset: int, line: int, column: int) -> None:
    assert origin_in_file(InputFile("a.md", "éa\nbc\n\n"), offset) == Origin("a.md", line, column)


def test_folders_come_before_what_has_their_name_at_its_beginning() -> None:
    for name in ("a/b.yaml", "a-b.yaml", "a.yaml", "a/b/c.yaml"):
        write(f"content/facts/{name}")
    paths = [file.path.removeprefix("content/facts/") for file in read_content(Path("content")).facts]
    assert paths == ["a/b/c.yaml", "a/b.yaml", "a-b.yaml", "a.yaml"]


def test_paths_are_shown_from_the_working_folder_wherever_it_is(monkeypatch: pytest.MonkeyPatch, desk: Path) -> None:
    write("content/facts/a.yaml")
    monkeypatch.chdir("content/facts")
    files = read_content(Path(".."))
    assert (files.settings.path, files.facts[0].path) == (f"{desk.as_posix()}/content/site.yaml", "a.yaml")
    monkeypatch.chdir("..")
    assert read_content(Path()).facts[0].path == "facts/a.yaml"


def test_files_and_folders_are_named_that_are_nearly_read() -> None:
    for name in ("facts/a.yaml.txt", "facts/b/c.JSON", "sections/10-a.docx", "actors.yaml", "section/10-b.md"):
        write(f"content/{name}")
    assert [(each.path, each.message) for each in read_content(Path("content")).unread] == [
        ("content/actors.yaml", "this file is not read"),
        ("content/section", "this folder is not read"),
        ("content/facts/a.yaml.txt", "this file is not read"),
        ("content/facts/b/c.JSON", "this file is not read"),
        ("content/sections/10-a.docx", "this file is not read"),
    ]


def test_endings_in_capitals_are_read_and_so_no_file_is_named_for_them() -> None:
    for name in ("facts/a.YAML", "facts/b.Yml", "sections/10-a.MD", "images/a.PNG", "sources/a.TXT"):
        write(f"content/{name}")
    files = read_content(Path("content"))
    read = (*files.facts, *files.sections, *files.images, *files.copies)
    assert (len(read), files.unread) == (5, ())


def test_folders_that_are_named_like_a_file_and_what_is_hidden_are_let_be() -> None:
    for name in ("facts/actors/a.yaml", "sections/10-part/a.md", ".drafts/a.md", "facts/.a.yaml.txt", ".a.yaml"):
        write(f"content/{name}")
    assert read_content(Path("content")).unread == ()


def test_a_file_that_is_not_read_is_one_of_those_that_may_change() -> None:
    write("content/facts/a.yaml.txt")
    assert "content/facts/a.yaml.txt" in read_content(Path("content")).by_path


# ---------------------------------------------------------------- read again

WRITTEN = ("site.yaml", "facts/a.yaml", "sections/a.md", "images/a.png", "sources/a.txt", "sources.lock")


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock is ahead, so that nothing seems to have been saved of late."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 10**10)


@pytest.mark.usefixtures("settled", "cached")
def test_what_was_not_saved_since_is_not_read_again() -> None:
    for name in WRITTEN:
        write(f"content/{name}", b"old")
    first = read_content(Path("content"))
    time.sleep(0.02)
    write("content/facts/a.yaml", b"new")
    second = read_content(Path("content"))
    assert [path for path, file in second.by_path.items() if file is not first.by_path[path]] == [
        "content/facts/a.yaml"
    ]
    assert second.facts[0].text == "new"


@pytest.fixture
def cached() -> Iterator[None]:
    """What was read once is not read again."""
    with Cache().active():
        yield


@pytest.fixture
def slow_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The times of files are those of a disk whose clock ticks every two seconds."""
    look = os.stat

    def coarse(path: str | Path, **options: bool) -> os.stat_result:
        found = look(path, **options)
        times = {name: getattr(found, name) // 2_000_000_000 * 2_000_000_000 for name in ("st_mtime_ns", "st_ctime_ns")}
        return os.stat_result(found[:10], times)

    monkeypatch.setattr(os, "stat", coarse)


@pytest.mark.usefixtures("slow_clock", "cached")
def test_a_save_in_the_tick_of_the_clock_in_which_a_file_was_read_is_seen() -> None:
    for text in ("old", "new", "two", "six"):
        write("content/facts/a.yaml", text.encode())
        assert read_content(Path("content")).facts[0].text == text


def put_in_place() -> None:
    write("new", b"new")
    Path("new").replace("content/facts/a.yaml")


def with_its_old_time() -> None:
    before = Path("content/facts/a.yaml").stat()
    write("content/facts/a.yaml", b"new")
    os.utime("content/facts/a.yaml", ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.usefixtures("settled", "cached")
@pytest.mark.parametrize("save", [put_in_place, pytest.param(with_its_old_time, marks=change_times)])
def test_a_save_that_leaves_size_and_time_as_they_were_is_seen(save: Callable[[], None]) -> None:
    write("content/facts/a.yaml", b"old")
    assert read_content(Path("content")).facts[0].text == "old"
    time.sleep(0.02)
    save()
    assert read_content(Path("content")).facts[0].text == "new"


@links
@pytest.mark.usefixtures("settled", "cached")
def test_a_link_that_leads_elsewhere_is_followed_anew() -> None:
    write("one", b"old")
    write("two", b"new")
    Path("content/facts").mkdir()
    link = Path("content/facts/a.yaml")
    link.symlink_to("../../one")
    assert read_content(Path("content")).facts[0].text == "old"
    link.unlink()
    link.symlink_to("../../two")
    assert read_content(Path("content")).facts[0].text == "new"


@pytest.mark.usefixtures("settled", "cached")
def test_files_come_and_go_and_cease_to_be_readable_in_any_build() -> None:
    write("content/facts/a.yaml", b"a")
    read_content(Path("content"))
    write("content/facts/b.yaml", b"b")
    assert [file.text for file in read_content(Path("content")).facts] == ["a", "b"]
    Path("content/facts/a.yaml").unlink()
    assert [file.text for file in read_content(Path("content")).facts] == ["b"]
    Path("content/facts/b.yaml").unlink()
    Path("content/facts/b.yaml").mkdir()
    assert "this file cannot be read" in problems()[0]


@pytest.mark.usefixtures("settled", "cached")
def test_what_cannot_be_read_is_looked_at_anew_and_the_rest_is_not_read_again() -> None:
    write("content/facts/a.yaml", b"a")
    write("content/facts/b.yaml", b"\xff")
    for _ in range(2):
        assert "is not UTF-8" in problems()[0]
    write("content/facts/b.yaml", b"mended")
    first, second = (read_content(Path("content")) for _ in range(2))
    assert first.facts[1].text == "mended"
    assert [file for file in second.facts if file not in first.facts] == []
    assert second.facts[0] is first.facts[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_reported_and_not_waited_for() -> None:
    Path("content/facts").mkdir()
    os.mkfifo("content/facts/a.yaml")
    said = "this file cannot be read: it is a pipe or a device; mend or remove it"
    assert problems() == [f"content/facts/a.yaml:1:1: {said}"]


# ---------------------------------------------------------------- links to folders


def told(folder: str = "content") -> list[str]:
    return [f"{each.path}: {each.message}" for each in read_content(Path(folder)).unread]


@links
def test_folders_that_are_linked_to_are_read() -> None:
    for name in ("10-a.md", "b/20-c.md", "d.yaml", "e.png", "f.txt"):
        write(f"shared/{name}")
    for folder in ("facts", "sections", "images", "sources"):
        Path("content", folder).mkdir()
        Path("content", folder, "shared").symlink_to("../../shared")
    files = read_content(Path("content"))
    assert [file.path for file in files.facts] == ["content/facts/shared/d.yaml"]
    assert [file.path for file in files.sections] == [
        "content/sections/shared/10-a.md",
        "content/sections/shared/b/20-c.md",
    ]
    assert [image.name for image in files.images] == ["shared/e.png"]
    assert [copy.source for copy in files.copies] == ["f"]
    # What is not read as facts is read as a section, and the other way round.
    assert files.unread == ()


@links
def test_a_folder_that_is_found_twice_is_read_where_it_stands_and_told_of() -> None:
    write("content/facts/z/a.yaml")
    Path("content/facts/a").symlink_to("z")
    Path("content/facts/z/up").symlink_to("..")
    assert [file.path for file in read_content(Path("content")).facts] == ["content/facts/z/a.yaml"]
    assert told() == [
        "content/facts/a: this folder is read already, as content/facts/z",
        "content/facts/z/up: this folder is read already, as content/facts",
    ]


@links
def test_a_link_to_a_folder_that_holds_the_content_is_not_followed() -> None:
    write("content/facts/a.yaml")
    write("node/b.yaml")
    Path("content/facts/up").symlink_to("../..")
    Path("content/facts/all").symlink_to("/")
    assert [file.path for file in read_content(Path("content")).facts] == ["content/facts/a.yaml"]
    said = "this link is not followed: it leads to a folder that facts/ lies in"
    assert told() == [f"content/facts/all: {said}", f"content/facts/up: {said}"]


@links
def test_links_among_many_folders_are_each_followed_once() -> None:
    for number in range(60):
        for other in range(60):
            Path(f"content/facts/{number}").mkdir(parents=True, exist_ok=True)
            Path(f"content/facts/{number}/to-{other}").symlink_to(f"../{other}")
    write("content/facts/0/a.yaml")
    assert len(read_content(Path("content")).facts) == 1


@pytest.mark.parametrize("folder", ["facts", "sections", "images", "sources"])
def test_a_link_that_was_saved_as_a_text_is_told(folder: str) -> None:
    write(f"content/{folder}/shared", b"../../shared\n")
    write(f"content/{folder}/nothing", b"../../nothing")
    write("shared/a.yaml")
    assert told() == [f"content/{folder}/shared: this file is not read: it is the text of a link, to ../../shared"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this folder")
def test_what_the_system_shows_of_itself_is_no_file() -> None:
    Path("content/images").mkdir()
    Path("content/images/a.png").symlink_to("/proc/self/environ")
    (said,) = problems()
    assert "it leads to what the system shows of itself" in said
    Path("content/images/a.png").unlink()
    Path("content/images/a").symlink_to("/proc/self")
    assert told() == ["content/images/a: this link is not followed: it leads to what the system shows of itself"]


# ---------------------------------------------------------------- names that many systems take for the same


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep only one of the two")
@pytest.mark.parametrize(("one", "other"), [("Bridge.png", "bridge.png"), ("pe\u0301.png", "p\xe9.png")])
def test_names_that_differ_only_in_capitals_or_composition_are_told(one: str, other: str) -> None:
    write(f"content/images/{one}")
    write(f"content/images/{other}")
    (said,) = told()
    assert said.startswith(f"content/images/{other}: to many systems this name is the same as that of content/images/")
    assert len(read_content(Path("content")).images) == 2


@pytest.mark.parametrize(
    "folder", ["report_files", "report-Dateien", "report_fichiers", "report.files", "REPORT_files"]
)
def test_what_a_browser_saves_with_a_page_is_no_copy(folder: str) -> None:
    page = "REPORT" if folder.startswith("R") else "report"
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


def test_a_copy_that_is_too_large_is_not_read() -> None:
    write("content/sources/report.txt")
    os.truncate("content/sources/report.txt", 10**9)
    assert problems() == [
        "content/sources/report.txt:1:1: this copy is too large to be searched: it has 954 MB, and 32 MB is the most; "
        "save the words of the source alone, as plain text"
    ]


def test_a_file_that_nobody_wrote_by_hand_is_told_and_not_read() -> None:
    write("content/facts/a.yaml")
    os.truncate("content/facts/a.yaml", 30_000_000)
    assert problems() == [
        "content/facts/a.yaml:1:1: this file has 30 MB, and none is read of more than 20; split it into several"
    ]
