"""What keeps one file from being read is told of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from standfirst.reading.read import read_content
from tests.unit.reading.desk import links, problems, write

pytestmark = pytest.mark.usefixtures("desk")


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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_reported_and_not_waited_for() -> None:
    Path("content/facts").mkdir()
    os.mkfifo("content/facts/a.yaml")
    os.mkfifo("content/facts/b")
    said = "this file cannot be read: it is a pipe or a device; mend or remove it"
    assert problems() == [f"content/facts/a.yaml:1:1: {said}"]


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
