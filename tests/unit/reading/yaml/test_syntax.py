"""What YAML's parser says is told in words that help, and who follows them literally has mended the fault."""

from __future__ import annotations

import pytest

from standfirst.problems.errors import Problem, SiteError
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import compose

FACTS = """\
actors:
  council:
    name: Arle Town Council
    kind: government
    aliases: [council, town]
    summary: The body that owns the bridge.
    cite: {report: "The town council"}
events:
  closure:
    date: 2025-03-03
    actors:
      - council
      - brook
    uncited: made up
"""


def told(before: str, after: str) -> Problem:
    """Return the one problem of the facts with another stretch in them."""
    assert before in FACTS
    with pytest.raises(SiteError) as caught:
        compose(InputFile("facts.yaml", FACTS.replace(before, after)))
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("before", "after", "place", "said"),
    [
        (
            '{report: "The town council"}',
            'report: "The town council"',
            (7, 17),
            "the value of a key stands in the line of another; put braces around it: `cite: {report: …}`",
        ),
        (
            "Arle Town Council",
            "“Arle: the town”",
            (3, 16),
            "“ and ” are no quotation marks to YAML, and part of the value, which breaks off at this colon; "
            'write " in their place',
        ),
        (
            "Arle Town Council",
            "Arle: the town",
            (3, 15),
            'the value breaks off at this colon; quote the whole value, "like this"',
        ),
        (
            '"The town council"}',
            "the council #1}",
            (7, 32),
            'what stands behind # is not read; quote the text, "like this", or put the comment on a line of its own',
        ),
        (
            "[council, town]",
            "[#council, town]",
            (5, 15),
            'what stands behind # is not read; quote the text, "like this", or put the comment on a line of its own',
        ),
        (
            "The body that owns",
            "The body #1\n      that owns",
            (6, 23),
            'what stands behind # is not read; quote the text, "like this", or put the comment on a line of its own',
        ),
        (
            "      - council\n      - brook",
            "      * council\n      * brook",
            (12, 7),
            "an item of a list begins with - and a space, not with *; write - in its place",
        ),
        (
            "events:",
            "...\nevents:",
            (8, 1),
            "the YAML of this file ends at this line, and more stands below it; delete the line",
        ),
        (
            "kind: gov",
            "kind:\xa0gov",
            (4, 10),
            "a non-breaking space (U+00A0) stands behind the colon here; write an ordinary space",
        ),
        ("kind: gov", "kind\uff1agov", (4, 9), "\uff1a (U+FF1A) is no colon to YAML; write : and a space"),
        ("events:", "\ufeffevents:", (8, 1), "no page can show the character U+FEFF; delete it"),
    ],
)
def test_a_fault_is_told_in_a_writers_words(before: str, after: str, place: tuple[int, int], said: str) -> None:
    problem = told(before, after)
    assert f"{problem.message}; {problem.hint}" == said
    assert (problem.origin.line, problem.origin.column) == place


def test_comments_beside_a_fault_are_not_blamed_for_it() -> None:
    problem = told("    kind: government", "    kind: government # so\n\tname: x")
    assert "a tab stands here" in problem.message


def test_two_versions_that_could_not_be_joined_are_told_where_the_first_begins() -> None:
    versions = "<<<<<<< HEAD\n    kind: government\n=======\n    kind: group\n>>>>>>> other\n"
    problem = told("    kind: government\n", versions)
    assert (problem.origin.line, problem.hint) == (
        4,
        "keep one, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
    )


def test_a_dash_beside_keys_and_a_text_beside_items_are_told_as_such() -> None:
    assert "a dash begins an item of a list here" in told("    kind: gov", "    - kind: gov").message
    assert "does not begin with a dash" in told("      - brook", "      brook").message
