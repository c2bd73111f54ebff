"""The text of a file is the same, whatever wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from standfirst.reading.files import InputFile
from standfirst.reading.read import read_content
from tests.unit.reading.desk import problems, write

pytestmark = pytest.mark.usefixtures("desk")


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


def test_every_file_that_is_not_utf_8_is_named_with_the_place_in_it() -> None:
    write("content/site.yaml", "title: é".encode("latin-1"))
    write("content/facts/a.yaml", "é: 1\n\nü: ".encode() + b"\xff")
    write("content/facts/b.yaml", "ü: ".encode("utf-8-sig") + b"\xff")
    assert problems() == [
        "content/facts/a.yaml:3:4: byte 0xff is not UTF-8; save the file as UTF-8",
        "content/facts/b.yaml:1:4: byte 0xff is not UTF-8; save the file as UTF-8",
        "content/site.yaml:1:8: byte 0xe9 is not UTF-8; save the file as UTF-8",
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_in_another_encoding_is_one_problem(encoding: str) -> None:
    write("content/site.yaml", "title: Où est-ce ?\n".encode(encoding))
    assert problems() == [f"content/site.yaml:1:1: this file is {encoding.upper()[:6]}; save it as UTF-8"]
