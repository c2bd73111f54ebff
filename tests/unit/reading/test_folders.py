"""Which files a folder holds, in which order, and by which names they are shown."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from standfirst.problems.errors import Problem, UsageError
from standfirst.reading.folders import check_folder, display_path, files_below, found_file
from standfirst.reading.read import read_content
from tests.unit.reading.desk import links, problems, unread, write

pytestmark = pytest.mark.usefixtures("desk")


def test_a_folder_that_is_not_there_was_named_wrongly() -> None:
    with pytest.raises(UsageError, match=r"^there is no folder nowhere; name another with --templates$"):
        check_folder(Path("nowhere"), "--templates")


def test_a_folder_that_cannot_be_looked_into_is_told_with_why() -> None:
    name = "a" * 300
    with pytest.raises(UsageError, match=rf"^the folder {name} cannot be read: {os.strerror(errno.ENAMETOOLONG)}$"):
        check_folder(Path(name), "--templates")


def test_a_file_in_the_place_of_a_folder_is_told() -> None:
    write("content/facts")
    assert problems() == [
        f"content/facts:1:1: this folder cannot be read: {os.strerror(errno.ENOTDIR)}; mend or remove it"
    ]


def test_files_are_found_by_their_endings_in_small_letters_or_capitals() -> None:
    for name in ("A.YAML", "b.c.yaml", "c.txt", "d/e.Yaml", ".f.yaml", ".g/h.yaml"):
        write(f"content/facts/{name}")
    found = files_below(Path("content/facts"), (".yaml",), [])
    assert [(each.name, each.stem) for each in found] == [("A.YAML", "A"), ("b.c.yaml", "b.c"), ("e.Yaml", "e")]
    assert found_file(Path("content/facts/b.c.yaml")).name == "b.c.yaml"


def test_where_the_working_folder_was_removed_paths_are_shown_as_they_were_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def removed() -> str:
        raise FileNotFoundError

    write("content/facts/b.yaml")
    monkeypatch.setattr(os, "getcwd", removed)
    (found,) = files_below(Path("content/facts"), ("",), [])
    assert (found.display_path, display_path(Path("content"))) == ("content/facts/b.yaml", "content")


def test_paths_are_shown_from_the_working_folder_and_whole_where_they_lie_outside_it(desk: Path) -> None:
    assert display_path(desk / "content" / "site.yaml") == "content/site.yaml"
    assert display_path(Path("content/../content/facts")) == "content/facts"
    assert display_path(desk.parent) == desk.parent.as_posix()


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
    assert unread() == [
        "content/facts/a: this folder is read already, as content/facts/z",
        "content/facts/z/up: this folder is read already, as content/facts",
    ]
    assert {each.hint for each in read_content(Path("content")).unread} == {"remove one of the two"}


@links
def test_a_link_to_a_folder_that_holds_the_content_is_not_followed() -> None:
    write("content/facts/a.yaml")
    write("node/b.yaml")
    Path("content/facts/up").symlink_to("../..")
    Path("content/facts/all").symlink_to("/")
    assert [file.path for file in read_content(Path("content")).facts] == ["content/facts/a.yaml"]
    said = "this link is not followed: it leads to a folder that facts/ lies in"
    assert unread() == [f"content/facts/all: {said}", f"content/facts/up: {said}"]


@links
def test_a_link_that_is_not_followed_is_a_warning_with_what_to_do() -> None:
    write("content/facts/z/a.yaml")
    Path("content/facts/a").symlink_to("z")
    Path("content/facts/up").symlink_to("../..")
    found: list[Problem] = []
    files_below(Path("content/facts"), ("",), found)
    assert sorted(map(str, found)) == [
        "content/facts/a:1:1: warning: this folder is read already, as content/facts/z; remove one of the two",
        "content/facts/up:1:1: warning: this link is not followed: it leads to a folder that facts/ lies in; "
        "link to a folder that holds what is to be read, and nothing else",
    ]


@links
def test_links_among_many_folders_are_each_followed_once() -> None:
    for number in range(60):
        for other in range(60):
            Path(f"content/facts/{number}").mkdir(parents=True, exist_ok=True)
            Path(f"content/facts/{number}/to-{other}").symlink_to(f"../{other}")
    write("content/facts/0/a.yaml")
    assert len(read_content(Path("content")).facts) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this folder")
def test_what_the_system_shows_of_itself_is_no_file() -> None:
    Path("content/images").mkdir()
    Path("content/images/a.png").symlink_to("/proc/self/environ")
    (said,) = problems()
    assert "it leads to what the system shows of itself" in said
    Path("content/images/a.png").unlink()
    Path("content/images/a").symlink_to("/proc/self")
    assert unread() == ["content/images/a: this link is not followed: it leads to what the system shows of itself"]
