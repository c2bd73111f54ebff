"""Replacements are made where they are meant, as their place asks, and nothing else of a file changes."""

from __future__ import annotations

import pytest

from standfirst.fixing.bodies import body_with
from standfirst.fixing.edits import Edit, edits_that_mend, without_overlaps
from standfirst.fixing.places import written_file
from standfirst.model import Origin
from standfirst.problems.errors import Problem
from standfirst.problems.remedies import Replacement
from standfirst.reading.encoding import text_of
from standfirst.reading.files import InputFile, origin_in_file


def replaced(body: bytes, *replacements: tuple[str, str, str], path: str = "f.yaml") -> bytes:
    """Return a file after replacements, each of an old text by a new one, at the place of what stands at it."""
    file = InputFile(path, text_of(path, body))
    written = written_file(file)
    problems = [
        Problem(at, "wrong", fix=(Replacement(at, old, new),))
        for place, old, new in replacements
        for at in [origin_in_file(file, file.text.index(place))]
    ]
    return body_with(without_overlaps(edits_that_mend(problems, {path: written}).values()), body)


@pytest.mark.parametrize(
    ("written", "place", "old", "new", "expected"),
    [
        ("a:\n  wieght: key # so\n", "wieght", "wieght", "weight", "a:\n  weight: key # so\n"),
        ('kind: "goverment"\n', '"gov', "goverment", "government", 'kind: "government"\n'),
        ("to: [actor:counsil, x]\n", "actor", "counsil", "council", "to: [actor:council, x]\n"),
        ("to: actor:actor\n", "actor:a", "actor", "council", "to: actor:council\n"),
        ("to: actr:actr\n", "actr:a", "actr:", "actor:", "to: actor:actr\n"),
        ("date: between 1987 and 1990\n", "bet", "between 1987 and 1990", "[1987..1990]", 'date: "[1987..1990]"\n'),
        ("cite: {r: they said}\n", "they", "they said", "they said, so", 'cite: {r: "they said, so"}\n'),
        ("cite: they said\n", "they", "they said", "they said, so", "cite: they said, so\n"),
        ("cite: they said\n", "they", "they said", "he said: no", 'cite: "he said: no"\n'),
        ("cite: they said\n", "they", "they said", "he said “no” #1", 'cite: "he said “no” #1"\n'),
        ("cite: it is\n", "it", "it is", 'it is: "so"', "cite: 'it is: \"so\"'\n"),
        ("cite: 'it''s'\n", "'it", "it's", "it isn't", "cite: 'it isn''t'\n"),
        ('cite: "a \\"b\\" c"\n', '"a', 'a "b" c', '"c" \\ d', 'cite: "\\"c\\" \\\\ d"\n'),
        ("cite: they\n  said so\n", "they", "they said", "we said", "cite: we\n  said so\n"),
        ("cite: they\n  said\n  it is\n  so\n", "they", "they said it is so", "they said it was so",
         "cite: they\n  said\n  it was\n  so\n"),
        ("cite: 'a\n  b''s\n  c'\n", "'a", "a b's c", "a c", "cite: 'a\n  c'\n"),
        ("cite: a b a\n", "a", "a b a", "a", "cite: a\n"),
        ("text: |\n  by [it](actor:bord)\n", "actor", "bord", "board", "text: |\n  by [it](actor:board)\n"),
        ("text: it closed on 3\n  May 2025\n", "3", "3 May 2025", "[3 May 2025](event:x)",
         "text: it closed on [3\n  May 2025](event:x)\n"),
        ("de: https://example.org/brigde/\n", "de", "https://example.org/brigde/", "https://example.org/bridge/",
         "de: https://example.org/bridge/\n"),
        # Of two places it is not known which is meant, and what is not there is not replaced.
        ("text: |\n  bord, bord\n", "|", "bord", "board", "text: |\n  bord, bord\n"),
        ("kind: goverment\n", "gov", "govenment", "government", "kind: goverment\n"),
        ("kind: governments\n", "gov", "government", "council", "kind: governments\n"),
        # Words that somebody spoke, comments, and what an anchor stands before are left alone.
        ("quotes: {a: {words: donâ€™t}}\n", "donâ", "â€™", "’", "quotes: {a: {words: donâ€™t}}\n"),
        ("a: b # bord\n", "bord", "bord", "board", "a: b # bord\n"),
        ("a: &b bord\n", "&b", "bord", "board", "a: &b bord\n"),
    ],
)  # fmt: skip
def test_a_replacement_is_written_as_its_place_asks(
    written: str, place: str, old: str, new: str, expected: str
) -> None:
    assert replaced(written.encode(), (place, old, new)).decode() == expected


def test_marks_and_ends_of_lines_stay_as_they_are() -> None:
    body = b"\xef\xbb\xbfa: on\r\nb: two\rc: \xc2\x85three\nd: four\r\n"
    assert replaced(body, ("two", "two", "2"), ("four", "four", "4")) == (
        b"\xef\xbb\xbfa: on\r\nb: 2\rc: \xc2\x85three\nd: 4\r\n"
    )


def test_a_section_is_mended_in_its_front_matter_and_below_it() -> None:
    body = b'---\nautolinks: no\n---\nBy [it](actor:bord), "bord".\n'
    assert (
        replaced(body, ("autolinks", "autolinks", "autolink"), ("actor", "actor:bord", "actor:board"), path="f.md")
        == b'---\nautolink: no\n---\nBy [it](actor:board), "bord".\n'
    )


def test_of_two_replacements_in_one_place_the_first_is_made_and_the_same_is_made_once() -> None:
    same = ("bord", "bord", "board")
    assert replaced(b"a: bord\n", same, same, ("bord", "bord", "bored")) == b"a: board\n"


def test_what_mends_a_problem_is_made_whole_or_not_at_all() -> None:
    file = InputFile("f", "a: bord\nb: x\n")
    here, there = Origin("f", 1, 4), Origin("f", 2, 4)
    problem = Problem(here, "wrong", fix=(Replacement(here, "bord", "board"), Replacement(there, "bord", "board")))
    assert edits_that_mend([problem], {"f": written_file(file)}) == {}


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [((0, 2), (2, 4), True), ((0, 3), (2, 4), False), ((0, 4), (2, 2), False), ((2, 2), (2, 2), False)],
)
def test_edits_are_made_together_unless_one_touches_what_another_changes(
    first: tuple[int, int], second: tuple[int, int], both: bool
) -> None:
    edits = [Edit("f", *first, "x"), Edit("f", *second, "y")]
    assert without_overlaps([(edits[0],), (edits[1],)]) == tuple(edits if both else edits[:1])
    assert without_overlaps([(edits[1],), (edits[0],)]) == tuple(edits if both else edits[1:])
