"""Markdown as CommonMark has it, and as writers' editors show it.

Cases stand in `commonmark/*.txt`: title, text and HTML. All but those of comments, footnotes and definition lists were
held against markdown-it.
"""

from __future__ import annotations

import cProfile
import re
from pathlib import Path

import pytest
from hypothesis import given, strategies
from markdown import Markdown
from markdown.serializers import to_html_string
from markdown.treeprocessors import PrettifyTreeprocessor

from standfirst.model import MarkdownFault, MarkdownForm
from standfirst.prose.converter import SCOPE, Converter
from standfirst.prose.traces import untraced
from tests.cases import cases_in

CASES = [case for path in sorted((Path(__file__).parent / "commonmark").glob("*.txt")) for case in cases_in(path)]


def html(text: str, form: MarkdownForm = MarkdownForm.BLOCK) -> str:
    root = Converter(form).read(text).root
    PrettifyTreeprocessor(Markdown()).run(root)
    written = untraced(to_html_string(root)).replace(SCOPE, "s")
    return written.strip().removeprefix("<div>").removesuffix("</div>").strip()


def faults(text: str) -> list[MarkdownFault]:
    return Converter(MarkdownForm.BLOCK).read(text).state.faults


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_texts_come_out_as_editors_show_them(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "at", "says"),
    [
        ("one\n\n<!-- two\n\nthree", "<!--", "this comment does not end; write --> behind it"),
        ("one <!-- two\n\nthree", "<!--", "this comment does not end; write --> behind it"),
        ("- one <!-- two\n- three", "<!--", "this comment does not end; write --> behind it"),
        (
            "## one {#id}",
            "{#id}",
            "warning: '{#id}' is shown as it is written; take it out: no id or class can be given in a text",
        ),
        (
            "one {: .class }\n===",
            "{:",
            "warning: '{: .class }' is shown as it is written; take it out: no id or class can be given in a text",
        ),
        (
            "one\n{: #id .class}  ",
            "{:",
            "warning: '{: #id .class}' is shown as it is written; take it out: no id or class can be given in a text",
        ),
        (
            "| a | b |\n|---|",
            "|---|",
            "warning: this is no table: the row above has 2 cells, and this one 1; write dashes for each column",
        ),
        (
            "one ~~two~~ three",
            "~~two",
            "warning: '~~two~~' is shown as it is written; take the signs out, and tell of what was wrong in an update",
        ),
        (
            "```one two\n```",
            "one",
            "warning: readers see nothing of what stands behind the signs that begin code; write the code on "
            "the next line",
        ),
        (
            "[Q]: Why?",
            "[Q]",
            "warning: nothing refers to the label 'Q', and readers see nothing of this line; write \\[Q]: if "
            "it is meant for them",
        ),
        (
            r"[a\]: b]: c.html",
            "[a",
            "warning: nothing refers to the label 'a\\]: b', and readers see nothing of this line; write "
            "\\[a\\]: b]: if it is meant for them",
        ),
        (
            "1986. one\n\n1990. two",
            "1990",
            "warning: readers see the number 1987 here, since a list counts on from its first; write 1987., "
            "or 1990\\. for a number that is no list's",
        ),
        (
            "[^a]: one\n[^a]: two",
            "[^a]: two",
            "another footnote is called 'a', and this one is left out; give it another label",
        ),
        (
            "[a b]\n\n[a b]: b.html\n[A  B]: c.html",
            "[A",
            "the label 'a b' stands for another address, and this one is left out; give it another label",
        ),
        (
            "- one\n-two",
            "-two",
            "warning: '-' begins no item of a list without a blank behind it; write '- ' for an item of a "
            "list, or \\- if it is none",
        ),
        (
            "one **two",
            "**",
            "warning: '**' is shown as it is written, as no other belongs to it; write ** on both sides of "
            "the words, or \\*\\* for the signs",
        ),
        ("one:\n• two\n• three", "• two", "warning: '•' begins no item of a list; write - and a blank in its place"),
        ("##One\n\ntwo", "##One", "warning: '##' begins no heading without a blank behind it; write '## '"),
        (
            "| a | b |\n| 1 | 2 |\n| 3 | 4 |",
            "| 1",
            "warning: no table begins here, as there is no row of dashes below its first row; write | - | "
            "below that, with dashes for each column",
        ),
        (
            "one\n\n\tShe told the council so.",
            "She",
            "warning: four blanks or a tab before a line make it code, and this seems to be text; begin the "
            "line with 3 blanks at most, or set code between lines of ```",
        ),
        (
            "one `two",
            "`",
            "warning: '`' is shown as it is written, as no other belongs to it; write ` on both sides of the "
            "words, or \\` for the sign",
        ),
        (
            "a\n\n```\nb",
            "```",
            "warning: the code that begins here does not end, and all below it is part of it; write ``` on a "
            "line of its own behind it",
        ),
        (
            "one** two",
            "** t",
            "warning: '**' is shown as it is written, as no other belongs to it; write ** on both sides of "
            "the words, or \\*\\* for the signs",
        ),
        (
            "1.One\n2. two",
            "1.One",
            "warning: '1.' begins no item of a list without a blank behind it; write '1. ' for an item of a "
            "list, or 1\\. if it is none",
        ),
        (
            "one\n\n    ![](quote:one)",
            "![]",
            "warning: four blanks before a line make it code, and readers see its brackets; begin the line "
            "with 3 blanks at most",
        ),
        (
            "| a |\n|---|\n| 1 | 2 |",
            " 2 ",
            "the head of the table has no column for this cell, which is left out; add a column to the head "
            "and to the row of dashes, or write \\| for the sign |",
        ),
        (
            "|  a | **b |\n|---|---|",
            "**b",
            "warning: '**' is shown as it is written, as no other belongs to it; write ** on both sides of "
            "the words, or \\*\\* for the signs",
        ),
        (
            "> " * 60 + "one",
            "> " * 10 + "one",
            "the lists or quotations of this text stand too deep within one another; take some of them out",
        ),
        (
            "- " * 60 + "one",
            "- " * 10 + "one",
            "the lists or quotations of this text stand too deep within one another; take some of them out",
        ),
        (
            "> " * 50 + "[^a]: one",
            "[^a]",
            "the lists or quotations of this text stand too deep within one another; take some of them out",
        ),
        (
            "> " * 50 + "one\n" + "> " * 50 + ": two",
            ": two",
            "the lists or quotations of this text stand too deep within one another; take some of them out",
        ),
        (
            "## one {#id} ##",
            "{#id}",
            "warning: '{#id}' is shown as it is written; take it out: no id or class can be given in a text",
        ),
        (
            "one\n  two **three",
            "**",
            "warning: '**' is shown as it is written, as no other belongs to it; write ** on both sides of "
            "the words, or \\*\\* for the signs",
        ),
        (
            "`one two",
            "`",
            "warning: '`' is shown as it is written, as no other belongs to it; write ` on both sides of the "
            "words, or \\` for the sign",
        ),
        (
            "~~one~~ two",
            "~~",
            "warning: '~~one~~' is shown as it is written; take the signs out, and tell of what was wrong in an update",
        ),
        (
            "[a]: b.html\none [a] **two",
            "**",
            "warning: '**' is shown as it is written, as no other belongs to it; write ** on both sides of "
            "the words, or \\*\\* for the signs",
        ),
    ],
)
def test_what_comes_out_otherwise_than_its_writer_means_is_told_at_its_place(text: str, at: str, says: str) -> None:
    (fault,) = faults(text)
    said = f"{'' if fault.is_error else 'warning: '}{fault.message}; {fault.hint}"
    assert (fault.offset, said) == (text.index(at), says)


def test_each_place_that_is_shown_as_it_is_written_is_told() -> None:
    assert [fault.offset for fault in faults("~~one~~ and ~~two~~")] == [0, 12]


@pytest.mark.parametrize(
    "text",
    [
        "1. one\n1. two\n1. three",
        "7. one\n8. two",
        "one -two",
        "f**k, 5 ** 2 and **one**",
        "\\**one and `**two`",
        "1.5 one",
        "1.FC Köln",
        "-1 one",
        "\\-one",
        "1\\.One",
        "one\n    ![](quote:one)",
        "    one",
        "one {two}",
        "{#one} two",
        "[a]\n\n[a]: b.html\n[A]: b.html",
        "[//]: # (one)\n[//]: # (two)",
        "[//]: <> (one)",
        "~one ~~ two~~",
        "`~~one~~`",
        "``` one\n```",
        "> " * 50 + "one",
    ],
)
def test_nothing_is_told_of_what_comes_out_as_it_is_meant(text: str) -> None:
    assert not faults(text)


def test_emphasis_within_emphasis_ends_at_fifty_levels() -> None:
    shown = html("*1 _2 " * 30 + "3" + " 2_ 1*" * 30)
    assert shown.count("<em>") == shown.count("</em>") == 50
    assert re.sub("<[^>]*>", "", shown) == "1 2 " * 30 + "3" + " 2 1" * 30


# Signs of Markdown, whole and in halves, and words that must come out.
FRAGMENTS = [
    "word",
    " ",
    "\n",
    "\n\n",
    "  ",
    "    ",
    "\t",
    "- ",
    "1. ",
    "2) ",
    "> ",
    "# ",
    "***",
    "---",
    "===",
    ": ",
    "|",
]
SIGNS = [
    "*",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "!",
    "<",
    ">",
    "&",
    "&amp;",
    "\\",
    "~",
    "|\n|-|",
    "](a)",
    "``",
    "\x02",
    "é",
    "文",
]


@given(strategies.lists(strategies.sampled_from(FRAGMENTS + SIGNS), max_size=40))
def test_no_word_is_lost(fragments: list[str]) -> None:
    text = "".join(fragments)
    for form in MarkdownForm:
        assert html(text, form).count("word") == text.count("word") or faults(text)


def steps(text: str, form: MarkdownForm) -> int:
    """How many functions are called to read a text, those of the library and of C included."""
    profiler = cProfile.Profile()
    profiler.runcall(html, text, form)
    return sum(entry.callcount for entry in profiler.getstats())


@pytest.mark.parametrize("form", MarkdownForm)
@pytest.mark.parametrize(
    "unit",
    [*FRAGMENTS, *SIGNS, "[a", "[^a", "[@", "[[a]", "[a][", "[x](", "<!--", "> - ", "- a\n", "a*b_", "|a|\n|-|\n"],
)
def test_a_text_of_twice_the_length_takes_twice_the_steps(unit: str, form: MarkdownForm) -> None:
    assert steps(unit * 400, form) < 2.2 * steps(unit * 200, form)
