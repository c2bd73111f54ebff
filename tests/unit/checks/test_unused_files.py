"""Files that add nothing to the explainer are told of, and before whatever refers to what is missing for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standfirst.checks.unused_files import unused_files
from standfirst.problems.errors import SiteError, in_order
from standfirst.reading.files import InputFile, UnreadFile
from tests.explainers import content, made

UNREAD = UnreadFile("sections/9-z.md.txt", "this file is not read", "name it 9-z.md")
WARNING = "sections/9-z.md.txt:1:1: warning: this file is not read; name it 9-z.md"


@pytest.mark.parametrize(
    "facts",
    [
        "events: {e: {date: 2025, title: One, uncited: made up, actors: [nobody]}}",
        "events: {e: {date: 2025, title: One, uncited: made up, actors: [nobody], kind: none}}",
    ],
    ids=["all can be read", "not all can be read"],
)
def test_errors_stand_below_the_file_that_is_not_read(facts: str) -> None:
    with pytest.raises(SiteError) as caught:
        made(replace(content(facts), unread=(UNREAD,)))
    first, *others = map(str, caught.value.problems)
    assert first == WARNING
    assert any("there is no actor 'nobody'" in each for each in others)


@pytest.mark.parametrize("holds", ["nobody", "actors"])
def test_what_refers_to_facts_in_a_file_that_is_not_read_is_told_there_alone(holds: str) -> None:
    facts = "events: {e: {date: 2025, title: One, uncited: made up, actors: [nobody], place: nowhere}}"
    with pytest.raises(SiteError) as caught:
        made(replace(content(facts), unread=(replace(UNREAD, holds=frozenset({holds})),)))
    assert [each.said for each in caught.value.problems] == [
        "this file is not read, and a reference needs it; name it 9-z.md",
        "there is no place 'nowhere'; add it under places:",
    ]


@pytest.mark.parametrize("text", ["", "# Who is who\n", "---\n\n  # to come\n"])
def test_a_file_that_is_named_for_a_kind_and_says_nothing_is_told_of(text: str) -> None:
    files = replace(content(), facts=(InputFile("facts/more/actors.yaml", text),))
    (file,) = unused_files(files)
    assert file.holds == {"actors"}
    assert str(file.as_problem()) == (
        "facts/more/actors.yaml:1:1: warning: this file holds no facts; "
        "write a line actors: and records below it, or remove the file"
    )


@pytest.mark.parametrize(("name", "text"), [("actors.yaml", "actors:\n"), ("later.yaml", "# to come\n")])
def test_a_file_with_a_key_or_another_name_may_be_empty(name: str, text: str) -> None:
    assert not [*unused_files(replace(content(), facts=(InputFile(f"facts/{name}", text),)))]


def test_warnings_alone_are_in_the_same_order() -> None:
    (cause,) = (each.as_problem() for each in unused_files(replace(content(), unread=(UNREAD,))))
    later = replace(cause, origin=cause.origin._replace(path="a.yaml"), is_cause=False)
    assert in_order([later, cause, cause]) == (cause, later)
