"""`sources.checked` is read as it is written, and told of where it is not so."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from standfirst.decoding.checked_sources import read_checked, write_checked
from standfirst.decoding.decode import decode
from standfirst.model import AlteredPassage, CheckedSource, Id, SourceState
from standfirst.problems.errors import SiteError
from standfirst.reading.files import InputFile
from tests.explainers import content

KEY = "0123456789abcdef" * 2
SEEN = CheckedSource(
    id=Id("courier"),
    state=SourceState.CHANGED,
    checked=datetime.date(2026, 5, 3),
    since=datetime.date(2026, 4, 26),
    url="https://courier.example/pier: shut #1",
    moved_to="https://courier.example/no",
    why="yes",
    altered=(
        AlteredPassage(KEY, '“It” was: "shut" … #1', "", gone=True),
        AlteredPassage(KEY[::-1], "a", "b", gone=False),
    ),
    wordings=((KEY, KEY[::-1]),),
)
LATER = CheckedSource(id=Id("no"), state=SourceState.SAME, checked=SEEN.checked, since=SEEN.since, url="x")


def file(text: str) -> InputFile:
    return InputFile("content/sources.checked", text)


def test_what_is_written_is_read_whatever_words_it_holds() -> None:
    text = write_checked([LATER, SEEN])
    assert read_checked(file(text)).sources == (SEEN, LATER)
    assert write_checked(read_checked(file(text)).sources) == text
    assert read_checked(file("# nothing\n")).sources == ()


def test_a_source_that_there_is_not_is_told_unless_some_records_cannot_be_read() -> None:
    seen = file(write_checked([SEEN, LATER]))
    files = replace(content("sources: {courrier: {title: A}, no: {title: B}}"), checked=seen)
    decoded = decode(files)
    assert list(map(str, decoded.problems)) == [
        "content/sources.checked:3:1: warning: there is no source 'courier'; did you mean 'courrier'?"
    ]
    assert decoded.content.checked == (SEEN, LATER)
    broken = replace(files, facts=content("sources: {courier: {titel: A}}").facts)
    assert not any("there is no source" in str(each) for each in decode(broken).problems)


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("state: changed", "state: gone"),
        ("checked: 2026-05-03", "checked: 2026-05-32"),
        ("  url:", "  urls:"),
        (f"{KEY}: {{gone: true", f"{KEY}: {{gone: maybe"),
        (f"    {KEY}: {KEY[::-1]}", f"    {KEY}: 12"),
        ("courier:", "<<<<<<< HEAD\ncourier:"),
    ],
)
def test_what_is_written_otherwise_is_a_problem_at_its_place(written: str, instead: str) -> None:
    text = write_checked([SEEN])
    assert written in text
    with pytest.raises(SiteError, match="not as `recheck` writes it; run `recheck`"):
        read_checked(file(text.replace(written, instead, 1)))
