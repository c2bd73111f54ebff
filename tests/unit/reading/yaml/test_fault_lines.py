"""A fault that YAML's parser meets further down is told where it was made, or as the parser met it; never elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from standfirst.problems.errors import Problem, SiteError
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import compose

SOUND = """\
# who is in it
actors:
  council:
    name: Arle Town Council
    kind: government
    aliases: [the council, "ATC"]
    summary: The body that owns the bridge.
    uncited: made up
  varn:
    name: Ilse Varn
    kind: person
    summary: >-
      The engineer who looks
      behind the bridge.
    text: |
      She has worked: here.

      For years.
    cite:
      report: "Ilse Varn said … the bridge"
      letter:
        - "we shall close the bridge"
        - it's open
  gull:
    name: The Gull
    kind: group
    summary: Those who want it open.
    uncited: made up
events:
  closure:
    date: 2025-03-03
    title: "The bridge is closed"
    text: 'It was closed on Monday'
    actors:
      - varn
      - council
    uncited: made up
  opening:
    date: 2025-04-03
    title: "The bridge opens"
    uncited: made up
sources:
  report:
    title: The bridge is shut
"""
LINES = tuple(SOUND.splitlines())


@dataclass(frozen=True)
class Slip:
    """A way to go wrong in one line; None where it cannot be done there."""

    made: Callable[[str], str | None]

    def everywhere(self) -> list[tuple[int, Problem]]:
        """Return what is said of the slip in each line, with the number of the line; nothing where YAML allows it."""
        said = []
        for at, line in enumerate(LINES):
            wrong = self.made(line) if line.strip() else None
            if wrong is None:
                continue
            try:
                compose(InputFile("facts.yaml", "\n".join((*LINES[:at], wrong, *LINES[at + 1 :], ""))))
            except SiteError as error:
                (problem,) = error.problems
                said.append((at + 1, problem))
        return said


def indented_with(space: str) -> Slip:
    return Slip(lambda line: space * (len(line) - len(line.lstrip())) + line.lstrip() if line[0] == " " else None)


def without_colon(line: str) -> str | None:
    return re.sub(r": ?", " ", line, count=1).rstrip() if re.match(r" *[a-z]+:", line) else None


def without_space(line: str) -> str | None:
    return line.replace(": ", ":", 1) if re.match(r" *[a-z]+: ", line) else None


def without_closing_mark(line: str) -> str | None:
    return line[:-1] if re.search(r"[^\[]*['\"]$", line) else None


def shifted(by: int) -> Slip:
    return Slip(lambda line: " " * by + line if by > 0 else line[-by:] if line.startswith(" " * -by) else None)


@pytest.mark.parametrize("space", ["\xa0", "\u202f", "\u2003", "\u3000", "\u200b"])
def test_a_space_that_indents_nothing_is_named_where_it_stands(space: str) -> None:
    said = indented_with(space).everywhere()
    assert len(said) > 30
    for line, problem in said:
        assert problem.origin.line == line
        assert f"U+{ord(space):04X}" in problem.message


def test_a_quotation_mark_left_open_is_told_where_it_opens() -> None:
    said = Slip(without_closing_mark).everywhere()
    assert len(said) == 5
    for line, problem in said:
        assert problem.origin.line == line
        assert "the quotation mark that opens here is not closed" in problem.message


@pytest.mark.parametrize("slip", [without_colon, without_space])
def test_a_key_without_its_colon_or_space_is_told_in_its_own_line(slip: Callable[[str], str | None]) -> None:
    said = Slip(slip).everywhere()
    assert len(said) > 20
    told = {LINES[line - 1].strip() for line, problem in said if problem.origin.line == line}
    # The id of the first thing among others might as well be the first line of a text.
    assert {LINES[line - 1].strip() for line, _ in said} - told <= {LINES[19].strip(), "report:"}
    assert sum("this line has no colon" in problem.message for _, problem in said) > 15


def test_a_line_at_the_margin_is_told_in_its_own_line() -> None:
    said = Slip(lambda line: line.lstrip() if line[0] == " " else None).everywhere()
    assert len(said) > 20
    elsewhere = {LINES[line - 1].strip() for line, problem in said if problem.origin.line != line}
    # This one is also the name of a kind, which stands at the margin.
    assert elsewhere == {"actors:"}


@pytest.mark.parametrize("by", [-3, -2, -1, 1, 2, 3])
def test_a_line_is_called_badly_indented_only_if_it_is(by: int) -> None:
    for line, problem in shifted(by).everywhere():
        if "is indented too far" in problem.message:
            assert (by > 0, problem.origin.line) == (True, line)
        elif "is not indented far enough" in problem.message:
            assert (by < 0, problem.origin.line) == (True, line)
        else:
            assert "this line has no colon" not in problem.message
            assert "opens here" not in problem.message
