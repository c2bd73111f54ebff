"""`sources.checked` is read as it is written, and told of where it is not so."""

from __future__ import annotations

import datetime

import pytest

from standfirst.decoding.checked_sources import checked_but_unknown, read_checked, write_checked
from standfirst.model import AlteredPassage, CheckedSource, Id, SourceState
from standfirst.problems.errors import SiteError
from standfirst.reading.files import InputFile

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


def test_a_source_that_there_is_not_is_told_with_the_one_that_may_be_meant() -> None:
    (found,) = checked_but_unknown(read_checked(file(write_checked([SEEN, LATER]))), [Id("courrier"), Id("no")])
    assert str(found).endswith(":3:1: warning: there is no source 'courier'; did you mean 'courrier'?")


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
