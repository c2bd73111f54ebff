"""Files that are nearly read are told of."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from standfirst.reading.files import UnreadFile
from standfirst.reading.read import read_content
from tests.unit.reading.desk import links, problems, unread, write

pytestmark = pytest.mark.usefixtures("desk")


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


@pytest.mark.parametrize("folder", ["facts", "sections", "images", "sources"])
def test_a_link_that_was_saved_as_a_text_is_unread(folder: str) -> None:
    write(f"content/{folder}/shared", b"../../shared\n")
    write(f"content/{folder}/nothing", b"../../nothing")
    write("shared/a.yaml")
    assert unread() == [f"content/{folder}/shared: this file is not read: it is the text of a link, to ../../shared"]
    assert read_content(Path("content")).unread[0].hint == "make it a link, or put in its place what it leads to"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep only one of the two")
@pytest.mark.parametrize(("one", "other"), [("Bridge.png", "bridge.png"), ("pe\u0301.png", "p\xe9.png")])
def test_names_that_differ_only_in_capitals_or_composition_are_unread(one: str, other: str) -> None:
    write(f"content/images/{one}")
    write(f"content/images/{other}")
    (said,) = unread()
    assert said.startswith(f"content/images/{other}: to many systems this name is the same as that of content/images/")
    files = read_content(Path("content"))
    assert (len(files.images), files.unread[0].hint) == (2, "give one of them another name")


def test_what_is_not_read_is_told_with_what_to_do_and_the_facts_that_it_may_hold() -> None:
    write("content/fact/a.yaml", b"actors:\n  ada: {}\n")
    write("content/fact/notes.txt", b"  eve:\n")
    write("content/people.yaml", b"actors:\n  bob: {}\n")
    write("content/facts/b.yaml.txt", b"actors:\n  cid: {}\n")
    write("content/facts/places.docx", b"\xff  dan: {}\n")
    here, moved = "this file is not read", "move it to facts/, if it holds facts"
    assert read_content(Path("content")).unread == (
        UnreadFile("content/fact", "this folder is not read", "did you mean facts/?", frozenset({"ada"})),
        UnreadFile("content/people.yaml", here, moved, frozenset({"bob"})),
        UnreadFile("content/facts/b.yaml.txt", here, "name it b.yaml", frozenset({"cid"})),
        UnreadFile(
            "content/facts/places.docx",
            here,
            "write its facts as YAML, and name it places.yaml",
            frozenset({"places"}),
        ),
    )


@links
def test_what_cannot_be_read_of_a_folder_that_is_not_read_is_no_problem_of_its_own() -> None:
    write("content/fact/actors.yaml", b"\x00\xff\xfe")
    Path("content/fact/up").symlink_to("..")
    assert unread() == ["content/fact: this folder is not read"]
    assert problems() == []
