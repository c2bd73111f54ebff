"""Whether a source that is cited for a quotation names its speaker."""

from __future__ import annotations

import pytest

from standfirst.checks.speakers import unnamed_speakers
from standfirst.model import Id
from standfirst.reading.files import CopyFile
from standfirst.sources.copies import read_copy
from tests.explainers import content, joined


def told(
    name: str,
    said: str,
    *,
    speaker: str = "",
    languages: tuple[str, str] = ("en", "en"),
    also: str = "So did somebody else.",
) -> list[str]:
    """Return what is said of a speaker of some name, of whom a source says something."""
    facts = f"""
        actors:
          a: {{name: "{name}", kind: person, summary: Someone., uncited: made up, {speaker}}}
          b: {{name: "Somebody else", kind: person, summary: Someone., uncited: made up}}
        quotes: {{q: {{speaker: a, words: we will go, cite: {{s: we will go}}}}}}
        sources: {{s: {{title: S, language: {languages[0]}}}}}
    """
    copy = read_copy(CopyFile("sources/s.txt", Id("s"), f"{said}: “we will go”. {also}".encode()))
    return [
        problem.message for problem in unnamed_speakers(joined(content(facts, language=languages[1])), {Id("s"): copy})
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Mara Brook", "Ms Brook said"),
        ("Mara Brookless", "Ms Brookle said"),
        ("Mara Brook", "“No,” said Mara’s father. She said"),
        ("The Town Council", "a spokesman of the council"),
        ("Li Wu", "Li Wu said"),
        ("Владимир Путин", "По словам Путина"),
        ("岸本文雄", "岸本文雄首相は"),
        ("حفتر", "وقال وحفتر"),
    ],
)
def test_a_speaker_is_named_by_some_part_of_the_name(name: str, said: str) -> None:
    assert told(name, said) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [("Mara Brook", "The mayor said"), ("Li Wu", "Lin Wuhan said"), ("岸本文雄", "石破首相は")],
)
def test_a_speaker_whom_the_source_does_not_name_is_told(name: str, said: str) -> None:
    assert told(name, said) == [f"no part of the name of the speaker, {name}, stands in 's', but Somebody else does"]


def test_a_name_may_stand_there_as_an_alias_or_as_it_is_written_at_home() -> None:
    assert told("Mara Brook", "The mayor said", speaker="aliases: [the mayor]") == []
    assert told("Mara Brook", "قالت بروك", speaker="native_name: {text: مارا بروك, lang: ar}") == []


def test_nothing_is_said_of_a_source_that_names_nobody() -> None:
    assert told("Mara Brook", "She said", also="") == []


def test_nothing_is_said_of_a_source_in_another_language_or_without_a_copy() -> None:
    assert told("Mara Brook", "La maire a dit", languages=("fr", "en")) == []
    assert told("Mara Brook", "The mayor said", languages=("en-US", "en-GB")) != []
    quoted = "actors: {a: {name: A, kind: person, summary: So., uncited: x}}\nsources: {s: {title: S}}\n"
    quoted += "quotes: {q: {speaker: a, words: we will go, cite: {s: we will go}}}\n"
    assert not list(unnamed_speakers(joined(content(quoted)), {}))


def test_the_report_stands_at_the_speaker_and_names_the_sources() -> None:
    facts = """\
actors:
  a: {name: Mara Brook, kind: person, summary: So., uncited: x}
  b: {name: Ed Hill, kind: person, summary: So., uncited: x}
sources: {s: {title: S}, t: {title: T}}
quotes:
  hers: {speaker: b, words: we will go, cite: {s: we will go, t: we will go}}
  his: {speaker: a, words: we will go, cite: {s: we will go, t: we will go}}
"""
    copies = {
        Id(name): read_copy(CopyFile(f"sources/{name}.txt", Id(name), "Hill said: “we will go”.".encode()))
        for name in "st"
    }
    assert not list(unnamed_speakers(joined(content(facts)), copies))
    named = facts.replace("name: Ed Hill", "name: Hill")
    assert [str(each) for each in unnamed_speakers(joined(content(named)), copies)] == [
        "facts.yaml:7:18: warning: no part of the name of the speaker, Mara Brook, stands in 's' and 't', but Hill "
        "does; mend the speaker, or give the name that stands there in the `aliases` of the actor"
    ]
