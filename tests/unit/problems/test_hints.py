"""Hints name what is allowed: who follows one literally has mended the problem, and made no other of the value."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from standfirst.decoding.facts import read_facts
from standfirst.fixing.bodies import body_with
from standfirst.fixing.edits import edits_that_mend
from standfirst.fixing.places import written_file
from standfirst.problems.errors import Problem
from standfirst.reading.encoding import text_of
from standfirst.reading.files import InputFile

BROKEN = Path(__file__).resolve().parents[2] / "broken"


def errors_in(file: InputFile) -> tuple[Problem, ...]:
    return tuple(each for each in read_facts(file).problems if each.severity.name == "ERROR")


def mended(file: InputFile, problem: Problem) -> InputFile | None:
    """Return a file once what one hint names is written; None where it names nothing exactly."""
    edits = edits_that_mend([problem], {file.path: written_file(file)}).get(problem)
    return InputFile(file.path, body_with(edits, file.text.encode()).decode()) if edits else None


def test_who_follows_a_hint_has_mended_the_fault() -> None:
    followed = 0
    for file in filter(Path.is_file, sorted(BROKEN.glob("*/content/facts/**/*.yaml"))):
        read = InputFile(str(file), file.read_bytes().decode("utf-8", "replace"))
        for problem in errors_in(read):
            better = mended(read, problem)
            if better is not None:
                followed += 1
                left = errors_in(better)
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
    file = InputFile("facts.yaml", text)
    for problem in errors_in(file):
        better = mended(file, problem)
        assert better is None or errors_in(better) == ()


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
        better = mended(file, problem)
        assert better is None or problem not in read_facts(better).problems
