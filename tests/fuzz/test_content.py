"""Whatever stands in a content folder builds, or is a problem with its place."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.decoding.basemap import decode_basemap, write_basemap
from standfirst.decoding.reviews import read_reviews
from standfirst.fixing.fix import Checked, fix_files
from standfirst.model import Id
from standfirst.outputs.artifact import ReadyFiles
from standfirst.preview.host import HostRules, answer
from standfirst.preview.netlify_file import netlify_rules
from standfirst.problems.errors import SiteError
from standfirst.reading.encoding import text_of
from standfirst.reading.files import ContentFiles, CopyFile, InputFile
from tests.explainers import ROOT, content
from tests.fuzz.oracle import garbled, garbled_bytes, judge, planned, seeds, tries
from tests.written_copies import Set, column, docx_of, epub_of, pdf_of

FACTS = """\
actors:
  ann: {name: Ann Lee, kind: person, aliases: [Lee], summary: She *led* it., cite: {report: "Ann Lee led … the boats"}}
  board:
    name: The Board
    kind: organisation
    summary: >-
      It ran
      the port.
    uncited: made up
terms: {berth: {name: berth, summary: A place, uncited: "no"}}
events:
  launch:
    date: 2019-04-15
    title: Launch
    text: "On [15 April](event:launch) [](actor:ann) [@report: two boats sank]."
    place: pier
    uncited: x
  later: {date: "[1987..1990]", title: "Later: on", actors: [ann], uncited: y}
quotes:
  no: {speaker: ann, words: "We will [not] go", event: launch, cite: {report: "We will not go"}}
claims:
  sunk: {claim: Two boats sank., by: [board], rivals: [one], cite: {report: two boats sank}}
  one: {claim: One boat sank., by: [source:report], record: '[at least two people](figure:dead)', uncited: z}
figures:
  dead: {value: 2, unit: people, label: dead, qualifier: at-least, as_of: 2019, cite: {report: two people died}}
relations:
  led: {subject: ann, verb: leads, object: board, since: 2011, uncited: x}
places:
  pier: {name: The pier, lat: 32.9, lon: 13.2}
unknowns:
  who: {question: "Who knew?", why: Nobody says.}
updates:
  first: {date: 2025-01-02, kind: correction, text: "It was [](figure:dead)."}
sources:
  report: {title: A report, publisher: The paper, url: https://example.org/a, language: en}
"""
SETTINGS = "verbs:\n  leads: {label: leads, inverse: is led by, stance: for}\nkey_points: ['[](actor:ann) led it']\n"
SECTION = """\
What [the chair](actor:ann) said of [at least 2 people](figure:dead) [@report: two people died].

## Why?

- Lee
  - berth, and *more*
1. one

> “We will not go”

| a | b |
|---|:-:|
| c[^1] | `d` |

![](quote:no)

![](relations:)

![](map:)

[^1]: See [](event:later) and <https://example.org/>.
"""
COPY = """\
A report by the paper, 15 April 2019.

Ann Lee led the men who built the boats. “We will not go,” she said.

At least two people died when two boats sank at the pier.
"""
PAGE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A report</title></head><body>
<p>Ann Lee led the men who built the boats.<sup>[1]</sup> &ldquo;We will not go,&rdquo; she said.</p>
<ul><li>At least two people died when two boats sank at the pier.</li></ul><script>x</script><!-- y --></body></html>
"""
BASEMAP = json.dumps(
    {
        "type": "FeatureCollection",
        "source": "An atlas",
        "covers": [[10, 30, 15, 35]],
        "features": [
            {
                "type": "Feature",
                "properties": {"name": "Libya", "ISO_A2_EH": "LY", "kind": "land"},
                "geometry": {"type": "Polygon", "coordinates": [[[10, 30], [15, 30], [15, 35.5], [10, 30]]]},
            }
        ],
    },
    indent=1,
)
REVIEWS = f"""\
# Who vouched.
- {{fact: event:launch, by: "Ada", on: 2026-05-01, statement: {"0" * 32}, passages: {"1" * 32}}}
- {{fact: event:launch, by: "Ben", on: 2026-05-02, statement: {"2" * 32}, passages: {"3" * 32}}}
"""
PARAGRAPHS = COPY.strip().split("\n\n")
DOCUMENTS = {
    "report.docx": docx_of(*PARAGRAPHS),
    "report.epub": epub_of({"one": PAGE.partition("<body>")[2].partition("<script>")[0]}),
    "report.pdf": pdf_of(column(COPY.strip(), 60, 60, 250), [Set(60, 60, "Page 2")]),
}
WHOLE = content(FACTS, SECTION, settings=SETTINGS, copies={"report": COPY})
# What somebody said, if it stands there as it did.
SPOKEN = re.compile(rb"We will \\[not\\] go")
RULES = (ROOT / "netlify.toml").read_text(encoding="utf-8")
HOME = "index.html"


def check(files: ContentFiles) -> None:
    """Do all that a check does, but for rendering any page other than the first."""
    texts = {file.path: file.text for file in (files.settings, *files.facts, *files.sections)}
    texts |= {copy.path: copy.body.decode("latin-1") for copy in files.copies}
    texts |= {file.path: file.text for file in (files.basemap, files.reviews) if file}
    judge(lambda: planned(files).files.body(HOME), texts)


def with_copy(name: str, body: bytes) -> ContentFiles:
    return dataclasses.replace(WHOLE, copies=(CopyFile(f"sources/{name}", Id("report"), body),))


def read(path: str, text: str) -> InputFile:
    """A text as it comes out of a file."""
    return InputFile(path, text_of(path, text.encode()))


def file_of(seed: Path) -> InputFile:
    return read(seed.name, seed.read_text(encoding="utf-8"))


def test_what_is_garbled_is_well_before() -> None:
    assert planned(WHOLE).files.body(HOME)
    assert planned(with_copy("report.html", PAGE.encode())).files.body(HOME)
    for name, body in DOCUMENTS.items():
        assert planned(with_copy(name, body)).files.body(HOME)
    assert decode_basemap(InputFile("basemap.geojson", BASEMAP)).areas
    assert read_reviews(InputFile("reviews.yaml", REVIEWS))
    assert netlify_rules(InputFile("netlify.toml", RULES)).headers


@given(garbled(FACTS))
@tries(25)
def test_facts(text: str) -> None:
    check(dataclasses.replace(WHOLE, facts=(read("facts.yaml", text),)))


@given(garbled(WHOLE.settings.text))
@tries(15)
def test_settings(text: str) -> None:
    check(dataclasses.replace(WHOLE, settings=read("site.yaml", text)))


@given(garbled(SECTION))
@tries(25)
def test_sections(text: str) -> None:
    check(dataclasses.replace(WHOLE, sections=(read("sections/10-a.md", f"---\ntitle: A\n---\n{text}"),)))


@given(garbled(FACTS), garbled(SECTION))
@tries(10)
def test_what_can_be_fixed_of_it_is_fixed_once_and_for_all(facts: str, section: str) -> None:
    garbled_section = read("sections/10-a.md", f"---\ntitle: A\n---\n{section}")
    files = dataclasses.replace(WHOLE, facts=(read("facts.yaml", facts),), sections=(garbled_section,))
    fixed = fix_files(files, [checked], bodies_of(files).__getitem__)
    bodies = bodies_of(files) | {file.path: file.after for file in fixed.files}
    again = dataclasses.replace(
        files,
        settings=read("site.yaml", bodies["site.yaml"].decode()),
        facts=(read("facts.yaml", bodies["facts.yaml"].decode()),),
        sections=(read("sections/10-a.md", bodies["sections/10-a.md"].decode()),),
    )
    assert fix_files(again, [checked], bodies.__getitem__).files == ()
    for file in fixed.files:
        assert SPOKEN.findall(file.before) == SPOKEN.findall(file.after)


def checked(files: ContentFiles) -> Checked:
    try:
        return Checked(planned(files).warnings)
    except SiteError as error:
        return Checked(error.problems)


def bodies_of(files: ContentFiles) -> dict[str, bytes]:
    return {file.path: file.text.encode() for file in (files.settings, *files.facts, *files.sections)}


@given(garbled(COPY), st.sampled_from(["utf-8", "utf-16", "cp1252", "utf-8-sig"]))
@tries(15)
def test_copies_in_plain_text(text: str, encoding: str) -> None:
    check(with_copy("report.txt", text.encode(encoding, "replace")))


@given(garbled(PAGE), st.sampled_from(["utf-8", "rot13", "idna", "utf-7", "undefined", "x" * 300, "hex", "\0"]))
@tries(15)
def test_copies_of_pages(text: str, charset: str) -> None:
    check(with_copy("report.html", text.replace("utf-8", charset).encode("utf-8", "replace")))


@given(garbled(COPY))
@tries(8)
def test_copies_in_markdown(text: str) -> None:
    check(with_copy("report.md", text.encode("utf-8", "replace")))


@given(st.sampled_from(sorted(DOCUMENTS)), st.data())
@tries(12)
def test_copies_of_documents(name: str, data: st.DataObject) -> None:
    check(with_copy(name, data.draw(garbled_bytes(DOCUMENTS[name]))))


@given(garbled(REVIEWS))
@tries(40)
def test_reviews(text: str) -> None:
    check(dataclasses.replace(WHOLE, reviews=read("reviews.yaml", text)))


@given(garbled(BASEMAP))
@tries(60)
def test_basemaps(text: str) -> None:
    file = read("basemap.geojson", text)
    judge(lambda: write_basemap(decode_basemap(file)).encode(), {file.path: text})


@given(garbled(RULES), st.text(max_size=10))
@tries(60)
def test_rules_of_the_host(text: str, path: str) -> None:
    def follow() -> None:
        rules: HostRules = netlify_rules(read("netlify.toml", text))
        answer(f"/{path}", ReadyFiles({HOME: b"", "404.html": b""}), rules)

    judge(follow, {"netlify.toml": text})


# ---------------------------------------------------------------- what failed once


@pytest.mark.parametrize("seed", seeds("facts"), ids=lambda seed: seed.name)
def test_facts_that_failed_once(seed: Path) -> None:
    check(dataclasses.replace(WHOLE, facts=(file_of(seed),)))


@pytest.mark.parametrize("seed", seeds("sections"), ids=lambda seed: seed.name)
def test_sections_that_failed_once(seed: Path) -> None:
    check(dataclasses.replace(WHOLE, sections=(file_of(seed),)))


@pytest.mark.parametrize("seed", seeds("copies"), ids=lambda seed: seed.name)
def test_copies_that_failed_once(seed: Path) -> None:
    check(with_copy(f"report{seed.suffix}", seed.read_bytes()))


@pytest.mark.parametrize("seed", seeds("basemaps"), ids=lambda seed: seed.name)
def test_basemaps_that_failed_once(seed: Path) -> None:
    judge(lambda: decode_basemap(file_of(seed)), {seed.name: seed.read_text(encoding="utf-8")})


@pytest.mark.parametrize("seed", seeds("netlify"), ids=lambda seed: seed.name)
def test_rules_of_the_host_that_failed_once(seed: Path) -> None:
    with pytest.raises(SiteError):
        netlify_rules(file_of(seed))
