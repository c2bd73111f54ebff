"""Where the paragraphs of a plain text end, by its source and by its looks."""

from __future__ import annotations

import textwrap
from dataclasses import replace

import pytest

from standfirst.model import Drafts, Id, ParagraphEnd
from standfirst.problems.errors import Severity
from standfirst.reading.files import CopyFile
from standfirst.sources.copies import read_copy
from standfirst.sources.paragraph_ends import likely_paragraph_end
from standfirst.sources.prove import prove, prove_for_lock
from tests.explainers import content, content_of

SENTENCES = (
    "The town council closed the Low Bridge on 3 March 2025, after an inspector had found a crack in one of its piers.",
    "“I would not walk over it,” said the inspector, and nobody who had seen the crack would have walked over it.",
    "Nobody was hurt.",
    "The council says that repairs will take six weeks, and that it has asked for money; the mayor said nothing.",
    "There was a long meeting of the whole council, without any result at all on that day, or on the next.",
)
PARAGRAPHS = [" ".join(SENTENCES[n:] + SENTENCES[:n]) for n in range(4)]
WRAPPED = [textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS]


@pytest.mark.parametrize(
    ("parting", "paragraphs"),
    [(None, ("a b c", "d")), (ParagraphEnd.BLANK, ("a b c", "d")), (ParagraphEnd.LINES, ("a", "b c", "d"))],
)
def test_a_source_says_how_the_paragraphs_of_its_copy_are_parted(
    parting: ParagraphEnd | None, paragraphs: tuple[str, ...]
) -> None:
    file = CopyFile("sources/report.txt", Id("report"), b"a\nb c\n\nd\n")
    assert read_copy(file, parting).paragraphs == paragraphs
    one = CopyFile("sources/report.txt", Id("report"), b"a\nb\n")
    assert read_copy(one, parting).paragraphs == (("a b",) if parting is ParagraphEnd.BLANK else ("a", "b"))


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        # As the default takes it.
        ("\n\n".join(PARAGRAPHS), None),
        ("\n".join(PARAGRAPHS), None),
        ("\n\n".join(WRAPPED), None),
        ("The bridge\nBy N. N.\n\n" + "\n\n".join(PARAGRAPHS), None),
        ("Roses are red\nViolets are blue\nSugar is sweet\n\nAnd so\nare you\nand you\nand you", None),
        ("one\ntwo\nthree\nfour\nfive", None),
        ("one two", None),
        ("", None),
        # As it does not.
        ("A headline\n\n" + "\n".join(PARAGRAPHS), ParagraphEnd.LINES),
        ("A headline\n\n" + "\n".join(SENTENCES), ParagraphEnd.LINES),
        ("見出し\n\n" + "岸本首相は停戦を求めた。\n" * 5, ParagraphEnd.LINES),
        ("見出し\n\n" + "雨が降る。\n" * 5, ParagraphEnd.LINES),
        ("عنوان\n\n" + "قالت الحكومة إن الجيش سيتوقف.\n" * 5, ParagraphEnd.LINES),
        ("\n".join(WRAPPED), ParagraphEnd.BLANK),
        (WRAPPED[0], ParagraphEnd.BLANK),
    ],
)
def test_a_text_that_looks_as_if_it_were_parted_otherwise_is_told_apart(text: str, likely: ParagraphEnd | None) -> None:
    assert likely_paragraph_end(text) is likely


SOURCES = """\
sources: {report: {title: R}}
terms: {t: {name: T, summary: So, cite: {report: closed the Low Bridge on}}}
"""
LINES = SOURCES.replace("title: R", "title: R, paragraphs: lines")


def test_lock_tells_of_a_copy_that_looks_parted_otherwise() -> None:
    files = content(SOURCES, copies={"report": "A headline\n\n" + "\n".join(SENTENCES)})
    (problem,) = prove_for_lock(content_of(files), files).problems
    assert str(problem).endswith(
        "report.txt:1:1: warning: each line of this copy looks like a paragraph, and only blank lines are taken to end "
        "one; write `paragraphs: lines` in the record of 'report' if it is"
    )
    assert problem.severity is Severity.WARNING
    broken_lines = content(SOURCES, copies={"report": WRAPPED[0]})
    (problem,) = prove_for_lock(content_of(broken_lines), broken_lines).problems
    assert problem.said == (
        "warning: this copy looks as if its lines were broken to a width, and each is taken for a paragraph; "
        "write `paragraphs: blank` in the record of 'report' if it is"
    )


def test_lock_tells_nothing_of_a_copy_whose_source_says_how_it_is_parted_or_that_is_a_page() -> None:
    settled = content(LINES, copies={"report": "A headline\n\n" + "\n".join(SENTENCES)})
    (copy,) = settled.copies
    page = replace(content(SOURCES), copies=(replace(copy, path="sources/report.html"),))
    for files in (settled, page):
        assert prove_for_lock(content_of(files), files).problems == ()


def test_what_a_source_says_counts_where_its_passages_stand() -> None:
    copies = {"report": "A headline\n\n" + "\n".join(SENTENCES)}
    at: list[int] = []
    for facts in (SOURCES, LINES):
        files = content(facts.replace("closed the Low Bridge on", "repairs will take six weeks"), copies=copies)
        (locked,) = prove(content_of(files), files, drafts=Drafts.HIDE).lock.sources.values()
        at += (place.paragraph for place in locked.passages.values())
    assert at == [2, 5]
