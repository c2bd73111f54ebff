"""Simple blocks and lines are read without the parser, and come out as it would have them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.model import MarkdownForm
from standfirst.model.walking import prose_in
from standfirst.prose.document import document_of, parsed_blocks, parsed_line
from standfirst.prose.simple_blocks import independent_parts, simple_block, simple_line
from standfirst.prose.traces import without_controls
from tests.explainers import joined, read_site, site_names

WORDS = st.sampled_from(
    (
        *(
            "word",
            "Two words",
            "é 文字",
            "a–b",
            "“q”",
            "'s",
            "2011",
            "1.5",
            "1.",
            "!",
            " & ",
            "~",
            "#",
            "}",
            ">",
            "-",
            ": ",
            "|",
        ),
        *("*em*", "**st ro**", "*a*b", "**a**.", "(*a*)", "“**a**”", "*", "**", "*a\u0301*", "_u_", "`c`", "\\", "<b>"),
        *("[x](actor:x)", "[](term:y)", "[l]", "[a [b]](c:d)", "[x](x)", "*[x](actor:x)*", "![](map:)", "[](", "]"),
        *("[@s: one two]", "[@s]", "[@s: *a* b]", "\n", "  \n", "\u00a0", "\t", "\u0301"),
    )
)
LINES = st.builds(str.join, st.sampled_from(["", " "]), st.lists(WORDS, min_size=1, max_size=6))
ITEMS = st.builds(
    lambda sign, lines: "\n".join(f"{sign}{line}" for line in lines),
    st.sampled_from(["- ", "* ", "1. ", "> ", "## "]),
    st.lists(LINES, min_size=1, max_size=3),
)
OTHERS = st.sampled_from(
    (
        *(
            "***",
            "---",
            "```\ncode\n```",
            "[l]: actor:l",
            "[^1]: note",
            "a | b\n-|-\nc | d",
            "    code",
            " x",
            "<!-- c -->",
        ),
        *("• one", "term\n: def", "-", ""),
    )
)
TEXTS = st.builds(
    str.join,
    st.sampled_from(["\n\n", "\n\n", "\n \n", "\n\n\n", "\n"]),
    st.lists(LINES | ITEMS | OTHERS, min_size=1, max_size=5),
)


def real_texts() -> Iterator[str]:
    for name in site_names():
        for holder in joined(read_site(name)).holders:
            yield from (prose.markdown for prose in prose_in(holder))


def assert_is_read_as_by_the_parser(text: str) -> None:
    parts = list(independent_parts(text))
    whole = parsed_blocks(text, 0, len(text))
    if any(simple_block(text[start:end], start) for start, end in parts) or len(parts) > 1:
        assert document_of(text, MarkdownForm.BLOCK) == whole
    if (line := simple_line(text)) is not None:
        assert line == parsed_line(text).nodes


@given(TEXTS)
def test_what_is_read_at_once_and_in_parts_is_the_document_of_the_parser(text: str) -> None:
    assert_is_read_as_by_the_parser(without_controls(text))


def test_the_texts_of_real_explainers_are_read_as_by_the_parser() -> None:
    for text in real_texts():
        assert_is_read_as_by_the_parser(without_controls(text))


@pytest.mark.parametrize(
    "text",
    [
        "## The council’s *second* vote",
        "The “council” of [Riverton](place:riverton) voted; **nobody** paid!\nAnd *so* on [@minutes: nobody paid].",
        "*Nobody* paid.",
        "> Nobody paid,\n> said [](actor:ann),\n> and *left*.",
        "- one *thing*\n- [x](https://example.org/a_b)",
    ],
)
def test_most_prose_is_simple(text: str) -> None:
    line = " ".join(text.split())
    assert simple_line(line) == parsed_line(line).nodes
    assert simple_block(text, 0) == parsed_blocks(text, 0, len(text)).nodes[0]


@pytest.mark.parametrize(
    "text",
    ["## one ##", "## `one`", "- one\n- `two`", "- one\nand two", "one  \ntwo", "one {two}\nthree", "one\t\ntwo"],
)
def test_a_block_in_which_signs_or_blanks_mean_more_is_not_simple(text: str) -> None:
    assert simple_block(text, 0) is None
    assert simple_line(f"one {text}\n") is None


def test_a_block_that_is_not_simple_leaves_the_others_simple() -> None:
    text = "Words.\n\nWith `code`.\n\n- one\n\n- two\n\nMore words."
    assert [text[start:end] for start, end in independent_parts(text)] == [
        "Words.", "With `code`.", "- one\n\n- two", "More words.",
    ]  # fmt: skip
