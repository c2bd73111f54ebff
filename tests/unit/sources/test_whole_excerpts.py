"""Passages that readers see whole, and pages: what the lock keeps of them, and what stands where there is no copy."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from standfirst.model import Drafts, FactId, Id, Kind, Origin, Passage
from standfirst.outputs.data import data_files
from standfirst.present.evidence_views import CitationView
from standfirst.present.presenter import Presenter
from standfirst.problems.errors import stop_at_errors
from standfirst.reading.files import ContentFiles, InputFile
from standfirst.sources.copies import read_copy
from standfirst.sources.lock import LockedSource, write_lock
from standfirst.sources.matching import Stretch, find_passage, whole_passage
from standfirst.sources.passages import is_named_by
from standfirst.sources.prove import prove
from tests.explainers import content, content_of, joined
from tests.written_copies import Set, copy_file, pdf_of

PDF = pdf_of(
    [Set(60, 100, "A report of the harbour board.")],
    [Set(60, 100, "“Two boats sank at the pier,” it says; 213 people were")],
    [Set(60, 100, "saved by the lifeboat and its crew.")],
)
FACTS = """\
events:
  loss: {{date: 2025-03-03, title: The loss, cite: {{report: "Two boats … were saved"}}}}
  rescue: {{date: 2025-03-03, title: The rescue, cite: {{report: "lifeboat and its crew"}}}}
sources:
  report: {{title: The report, url: https://example.org/a.pdf, {}}}
"""
ENDS, WHOLE = FACTS.format("kind: report"), FACTS.format("excerpts: whole, licence: CC-BY-4.0")
WORDS = "“Two boats sank at the pier,” it says; 213 people were saved"
INNER = str.maketrans("“”", "‘’")


def with_copy(facts: str) -> ContentFiles:
    return replace(content(facts), copies=(copy_file("pdf", PDF),))


def lock_of(files: ContentFiles) -> str:
    return write_lock(prove(content_of(files), files, drafts=Drafts.HIDE).lock)


def without_copy(facts: str, lock: str) -> ContentFiles:
    return replace(content(facts), lock=InputFile("sources.lock", lock))


def presenter(files: ContentFiles) -> Presenter:
    proof = prove(content_of(files), files, drafts=Drafts.HIDE)
    stop_at_errors(proof.problems)
    return Presenter(joined(files), proof.lock)


def shown(files: ContentFiles) -> Iterator[CitationView]:
    made = presenter(files)
    for name in ("loss", "rescue"):
        fact = next(fact for fact in made.site.facts if fact.fact_id == FactId(Kind.EVENT, Id(name)))
        yield from made.view(fact).evidence.citations


def locked(files: ContentFiles) -> LockedSource:
    return prove(content_of(files), files, drafts=Drafts.HIDE).lock.sources[Id("report")]


def test_a_passage_stands_on_the_page_on_which_it_begins() -> None:
    assert [(each.paragraph, each.page) for each in locked(with_copy(ENDS)).passages.values()] == [(2, 2), (2, 3)]
    assert locked(with_copy(ENDS)).pages == 3
    (loss, rescue) = shown(with_copy(ENDS))
    assert (loss.passages[0].source_url, loss.passages[0].address.anchor) == ("https://example.org/a.pdf#page=2", "p2")
    assert (rescue.passages[0].page, rescue.passages[0].words) == (3, "lifeboat and its crew")


def test_readers_see_whole_what_its_source_lets_them_and_else_its_ends() -> None:
    assert [each.passages[0].words for each in shown(with_copy(ENDS))] == [
        "Two boats … were saved",
        "lifeboat and its crew",
    ]
    assert [each.passages[0].words for each in shown(with_copy(WHOLE))] == [
        WORDS.translate(INNER),
        "lifeboat and its crew.",
    ]


@pytest.mark.parametrize("facts", [ENDS, WHOLE])
def test_without_the_copy_readers_see_the_same(facts: str) -> None:
    apart = without_copy(facts, lock_of(with_copy(facts)))
    assert [*shown(apart)] == [*shown(with_copy(facts))]
    assert lock_of(apart) == lock_of(with_copy(facts))


def test_the_lock_has_no_word_that_readers_may_not_see_nor_any_that_is_not_cited() -> None:
    assert "boats" not in lock_of(with_copy(ENDS))
    whole = lock_of(with_copy(WHOLE))
    assert WORDS in whole
    assert "harbour board" not in whole
    # A source that takes back what it allowed takes it out of the lock.
    assert "boats" not in lock_of(without_copy(ENDS, whole))


@pytest.mark.parametrize("words", ["", "Three boats … were saved", "Two boats and no more"])
def test_a_lock_without_the_words_that_readers_are_to_see_is_told(words: str) -> None:
    changed = lock_of(with_copy(WHOLE)).replace(WORDS, words) if words else lock_of(with_copy(ENDS))
    files = without_copy(WHOLE, changed)
    problems = prove(content_of(files), files, drafts=Drafts.HIDE).problems
    first = "sources.lock does not have all of “Two boats … were saved”, which readers are to see"
    assert [each.message for each in problems][:1] == [first]


def test_the_data_has_what_readers_see_and_where_it_stands() -> None:
    made = {file.route: file.make() for file in data_files(presenter(with_copy(WHOLE)))}
    cite = json.loads(made["data/events.json"].body)["loss"]["cite"]
    assert cite == [{"source": "report", "passages": [WORDS], "paragraphs": [2], "pages": [2]}]
    (row, _) = csv.DictReader(io.StringIO(made["data/events.csv"].body.decode()))
    assert row["cite"] == f'report: "{WORDS}"'


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("It sank (two … saved", "It sank (two were saved)."),
        ("were saved). He said", "were saved). He said"),
        ("He said … will not", "He said “We will not.”"),
        ("We will … So they", "“We will not.” So they"),
        ("So they went", "So they went"),
        ("home, and … U.S. east", "home, and not to the U.S. east"),
    ],
)
def test_a_whole_passage_has_the_marks_that_belong_to_it(words: str, whole: str) -> None:
    text = "It sank (two were saved). He said “We will not.” So they went home, and not to the U.S. east coast."
    copy = read_copy(copy_file("txt", text))
    stretch = find_passage(Passage(words, Origin("", 1, 1)), copy)
    assert isinstance(stretch, Stretch)
    assert whole_passage(stretch, copy) == whole
    assert is_named_by(Passage(words, Origin("", 1, 1)), whole)
