"""Hints name what is allowed: who follows one literally has mended the problem, and made no other of the value."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from standfirst.decoding.facts import read_facts
from standfirst.problems.errors import Problem
from standfirst.reading.encoding import text_of
from standfirst.reading.files import InputFile

BROKEN = Path(__file__).resolve().parents[2] / "broken"
# What a hint says to write in the place of the value that a message quotes.
_REFUSED = re.compile(r"^'(?P<value>[^'\n]+)' is ")
_REMEDY = re.compile(r"^(?:did you mean '(?P<meant>[^']+)'\?|write (?P<written>[\w.,/\[\]~ -]+?)(?:: an id .*|$))")
_SOME = ("such as", "one of", " and ", " or ", "digits", "decimal", "its kind", "with the", "true")


def errors_in(file: InputFile) -> tuple[Problem, ...]:
    return tuple(each for each in read_facts(file).problems if each.severity.name == "ERROR")


def mended(text: str, problem: Problem) -> str | None:
    """Return a text once the one hint is followed; None where it names nothing to write."""
    refused, remedy = _REFUSED.match(problem.message), _REMEDY.match(problem.hint)
    if not refused or not remedy or any(word in problem.hint for word in _SOME):
        return None
    lines = text.split("\n")
    line, at = lines[problem.origin.line - 1], problem.origin.column - 1
    found = line.find(refused["value"], at)
    if found < 0:
        return None
    word = remedy["meant"] or remedy["written"]
    lines[problem.origin.line - 1] = line[:found] + word + line[found + len(refused["value"]) :]
    return "\n".join(lines)


def test_who_follows_a_hint_has_mended_the_fault() -> None:
    followed = 0
    for file in filter(Path.is_file, sorted(BROKEN.glob("*/content/facts/**/*.yaml"))):
        text = file.read_bytes().decode("utf-8", "replace")
        for problem in errors_in(InputFile(str(file), text)):
            better = mended(text, problem)
            if better is not None:
                followed += 1
                left = errors_in(InputFile(str(file), better))
                assert problem.message not in [each.message for each in left]
                assert problem.origin not in [each.origin for each in left], problem
    assert followed > 3


FACTS = """\
actors:
  council:
    name: Arle Council
    kind: ~kind~
    aliases: [council]
    summary: The council.
    uncited: made up
events:
  ~id~:
    date: 2025-03-03
    title: It closes
    actors: [~actor~]
    weight: ~weight~
    uncited: made up
places:
  bridge: {name: Bridge, lat: ~lat~, lon: ~lon~}
sources:
  report: {language: ~language~}
"""
SOUND = {
    "kind": "person", "id": "closure", "actor": "council", "weight": "key", "lat": "10.5", "lon": "20",
    "language": "en",
}  # fmt: skip
NEARLY = {
    "kind": ["Person", "PERSON", "persn", "organization", "armed group", "state,", "“person”"],
    "id": ["Closure", "the closure", "clôture", "closure_1", "Closure.", "CLOSURE"],
    "actor": ["Council", "council,", "council bridge", "council;bridge", "'council'", "‘council’"],
    "weight": ["Key", "keys", "Normal", "kye"],
    "lat": ["10,5", "10.5°", "10°30'N", "10.5 S", "-10° 30'"],
    "lon": ["20°W", "20,25", "−20", "20°15'36\""],
    "language": ["en_GB", "pt_BR"],
}


@given(st.sampled_from(sorted(NEARLY)).flatmap(lambda key: st.tuples(st.just(key), st.sampled_from(NEARLY[key]))))
def test_a_value_that_is_nearly_right_is_right_once_its_hint_is_followed(slip: tuple[str, str]) -> None:
    key, value = slip
    text = FACTS
    for name, sound in (SOUND | {key: value}).items():
        text = text.replace(f"~{name}~", sound)
    for problem in errors_in(InputFile("facts.yaml", text)):
        better = mended(text, problem)
        assert better is None or errors_in(InputFile("facts.yaml", better)) == ()


# ---------------------------------------------------------------- anything

PIECES = st.sampled_from(
    [
        *"[]{}:#|>%@`\\?~0é\"'“”«\n\n\n\t\r\x07\x85\xa0\u202e\u2028\ufeff\uff1a\ufffd",
        *(
            "  ",
            "    ",
            "\n\n",
            "\n  ",
            "\n    ",
            ": ",
            ", ",
            "- ",
            " #",
            "&a ",
            "*a",
            "!",
            "! ",
            ">-",
            "<<",
            "...",
            "---",
        ),
        *(
            "actors:",
            "places:",
            "name:",
            "kind: person",
            "a:",
            "cite: {a: b}",
            "uncited: so",
            "summary: x",
            "null",
            "-1",
        ),
        *("text: >\n", "2025-03", "â€™", "null", "-1", "...", "---"),
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_whatever_is_written_is_read_or_told_in_its_file(text: str) -> None:
    file = InputFile("any.yaml", text_of("any.yaml", text.encode()))
    for problem in read_facts(file).problems:
        assert problem.origin.path == "any.yaml"
        assert 1 <= problem.origin.line <= file.text.count("\n") + 1
        assert problem.origin.column >= 1
        assert problem.hint
