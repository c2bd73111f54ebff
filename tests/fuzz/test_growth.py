"""Twice the input is twice the work, whatever it is: counted in calls of functions, and not timed."""

from __future__ import annotations

import contextlib
import cProfile
import dataclasses
import json
from collections.abc import Callable

import pytest

from standfirst.problems.errors import SiteError
from standfirst.reading.files import ContentFiles, InputFile
from tests.explainers import content
from tests.fuzz.oracle import DEEP, planned
from tests.fuzz.test_content import BASEMAP, COPY, PAGE, WHOLE, with_copy
from tests.fuzz.test_content import SETTINGS as VERBS

# How many of a thing there are at first, and the pages with all of a kind: few and none in the ordinary suite.
_SOME = min(DEEP // 10, 400) or 6
_PAGES = () if not DEEP else ("index.html", "claims.html", "sources.html", "glossary.html", "chronology.html")
_SOURCE = "sources: {report: {title: A report, publisher: The paper, url: https://example.org/a, language: en}}\n"
FEW = """\
actors: {ann: {name: Ann Lee, kind: person, aliases: [Lee], summary: x, uncited: x}}
figures: {dead: {value: 2, unit: people, label: dead, qualifier: at-least, cite: {report: At least two people died}}}
quotes: {no: {speaker: ann, words: We will not go, cite: {report: We will not go}}}
"""
Piece = Callable[[int], str]
Shape = Callable[[range], ContentFiles]


def year(number: int) -> str:
    """Return the last three digits of a year, of one century for each run of numbers."""
    return f"{number // 10_000}{number % 100:02}"


def records(kind: str, piece: Piece, more: str = "uncited: x") -> Shape:
    """Records of a kind."""

    def files(numbers: range) -> ContentFiles:
        facts = "".join(f"  r{number}: {{{piece(number)}, {more}}}\n" for number in numbers)
        return content(f"{kind}:\n{facts}{_SOURCE}", "Words.", settings=VERBS, copies={"report": COPY})

    return files


def passages(words: Piece) -> Shape:
    """Records that cite one source, in which there is something of each."""

    def files(numbers: range) -> ContentFiles:
        facts = "".join(f"  r{n}: {{name: x{n}, summary: x, cite: {{report: {words(n)}}}}}\n" for n in numbers)
        text = COPY + "".join(f"\nOn its way there, boat {number} sank.\n" for number in numbers)
        return content(f"terms:\n{facts}{_SOURCE}", "Words.", copies={"report": text})

    return files


def prose(piece: Piece) -> Shape:
    """A section."""
    return lambda numbers: content(f"{FEW}{_SOURCE}", "".join(map(piece, numbers)), copies={"report": COPY})


def lines(piece: Piece) -> Shape:
    """A copy in plain text."""
    return lambda numbers: content(f"{FEW}{_SOURCE}", copies={"report": f"{COPY}\n{''.join(map(piece, numbers))}"})


def page(piece: Piece) -> Shape:
    """A copy of a page."""
    return lambda numbers: with_copy(
        "report.html", PAGE.replace("<ul>", f"{''.join(map(piece, numbers))}<ul>").encode()
    )


def areas(numbers: range) -> ContentFiles:
    """A basemap."""
    basemap = json.loads(BASEMAP)
    basemap["features"] *= len(numbers)
    return dataclasses.replace(WHOLE, basemap=InputFile("basemap.geojson", json.dumps(basemap)))


SHAPES: dict[str, Shape] = {
    "actors": records("actors", lambda n: f"name: Ann{n} Lee{n}, kind: person, summary: 'Lee{n} led'"),
    "actors of one name": records("actors", lambda _: "name: Ann Lee, kind: person, summary: x"),
    "references to nothing": records("terms", lambda n: f"name: x{n}, summary: '[x](actor:none{n})'"),
    "references to something near": records("terms", lambda n: f"name: x{n}, summary: '[x](term:r{n}x)'"),
    "keys that are none": records("terms", lambda n: f"nam: x{n}, summary: x"),
    "former ids": records("terms", lambda n: f"name: x{n}, summary: x, former_ids: [o{n}]"),
    "former ids of others": records("terms", lambda n: f"name: x{n}, summary: x, former_ids: [o]"),
    "events": records("events", lambda n: f"date: 1{year(n)}, title: x{n}, text: 'In 1{year(n)}, x'"),
    "claims": records("claims", lambda n: f"claim: Boat {n} sank, by: [source:report]"),
    "figures": records("figures", lambda n: f"value: {n}, unit: boats, label: x{n}"),
    "records of one id": lambda numbers: content(
        "terms:\n" + "  a: {name: x, summary: x, uncited: x}\n" * len(numbers)
    ),
    "passages": passages(lambda n: f"boat {n} sank"),
    "passages that are not there": passages(lambda n: f"ship {n} swam"),
    "passages that are nearly there": passages(lambda n: f"On its way, the boat {n} sank"),
    "links": prose(lambda _: "[x](actor:ann) "),
    "links to nothing": prose(lambda n: f"[x](actor:none{n})\n\n"),
    "links to figures": prose(lambda _: "[at least 2 people](figure:dead) "),
    "citations": prose(lambda _: "Two died [@report: two people died].\n\n"),
    "citations of nothing": prose(lambda n: f"Two died [@report: boat {n} sank].\n\n"),
    "footnotes": prose(lambda n: f"x[^{n}]\n\n[^{n}]: x\n\n"),
    "quotations": prose(lambda _: "She said “We will not go”.\n\n"),
    "quotations of nothing": prose(lambda n: f"She said “We will go to {n}”.\n\n"),
    "open quotations": prose(lambda n: f"“open {n}\n\n"),
    "numbers": prose(lambda n: f"{n} dogs and "),
    "years": prose(lambda n: f"in 1{year(n)} and "),
    "names": prose(lambda _: "Lee met The Board. "),
    "copied words": prose(lambda _: "Ann Lee led the men who built the boats. "),
    "embeds": prose(lambda _: "![](quote:no)\n\n"),
    "slips": prose(lambda _: "[x] (actor:ann) (x)[actor:ann] actor:ann "),
    "headings": prose(lambda n: f"## {n}\n\n"),
    "HTML": prose(lambda n: f"<b>{n}</b> <!-- {n} --> "),
    "paragraphs of a copy": lines(lambda n: f"On its way, boat {n} sank.\n\n"),
    "lines of a copy": lines(lambda n: f"On its way, boat {n} sank.\n"),
    "a long line of a copy": lines(lambda n: f"boat {n} sank “and ” "),
    "paragraphs of a page": page(lambda n: f"<p>On its way, boat {n} sank.<sup>{n}</sup>"),
    "a page nested deeply": page(lambda n: f"<div>{n}"),
    "areas": areas,
}


def steps(files: ContentFiles) -> int:
    """How many functions are called to prepare a site, and to make some pages."""
    profiler = cProfile.Profile()

    def work() -> None:
        made = planned(files).files
        for route in _PAGES:
            if route in made.routes:
                made.body(route)

    with contextlib.suppress(SiteError):
        profiler.runcall(work)
    return sum(entry.callcount for entry in profiler.getstats())


@pytest.mark.parametrize("name", SHAPES)
def test_twice_as_much_takes_twice_the_steps(name: str) -> None:
    make = SHAPES[name]
    steps(make(range(90_000, 90_001)))
    # Other numbers each time, since much that was read once is remembered.
    once, twice, more = (steps(make(range(10_000 * n, 10_000 * n + _SOME * n))) for n in (1, 2, 4))
    assert more - twice <= 2.3 * (twice - once)
