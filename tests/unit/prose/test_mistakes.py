"""HTML, missing footnotes and other dialects, told as readers would see them; code and what is escaped are let be."""

from __future__ import annotations

import pytest

from standfirst.model import MarkdownForm, Origin, Prose
from standfirst.prose.document import document_of
from standfirst.prose.leaves import leaves_of
from standfirst.prose.mistakes import slips_in
from standfirst.prose.near_references import Slip


def slips(text: str, form: MarkdownForm = MarkdownForm.BLOCK) -> list[Slip]:
    document = document_of(text, form)
    return list(slips_in(Prose(text, form, Origin("any.md", 1, 1), document, leaves_of(document), raw=text)))


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ("So[^1].", 3, "there is no footnote '1'"),
        ("A <b>word</b>", 3, "readers will see '<b>' as it stands"),
        ('<iframe src="https://x.org">', 1, "readers will see '<iframe src=\"https://x.org\">' as it stands"),
        ("- [x] done", 3, "'[x]' is shown as it is written"),
        ("> [!NOTE]\n> So.", 3, "'[!NOTE]' is shown as it is written"),
        ("[TOC]", 1, "'[TOC]' is shown as it is written"),
        ("a ==word== and 1 == 2", 3, "'==word==' is shown as it is written"),
        (":::note\nSo.", 1, "':::note' is shown as it is written"),
        ("<?php x ?>", 1, "readers will see '<?php x ?>' as it stands"),
        ("a <![CDATA[ y ]]>", 3, "readers will see '<![CDATA[ y ]]>' as it stands"),
        ("So^[a *note* here].", 3, "'^[a ' is shown as it is written"),
        ("one<br />two", 4, "readers will see '<br />' as it stands"),
    ],
)
def test_what_is_certain_is_told_whatever_there_is(text: str, column: int, says: str) -> None:
    (slip,) = slips(text)
    assert slip.fact is None
    assert (slip.problem.origin.column, slip.problem.message) == (column, says)


@pytest.mark.parametrize(
    "text",
    [
        "`actor:y`, `[x] (actor:y)`",
        "    [actor:y] <b>",
        "```\n{actor:y}\n```",
        "\\[actor:y], \\<b>, \\[^1]",
        "a < b and c > d, 1<2, <your name>, <3",
        "a == b == c, std::vector, Wow!!! So; - [ x ] y; \\[x] `[[x]]` [x](https://example.org/)",
    ],
)
def test_what_is_right_escaped_or_code_is_let_be(text: str) -> None:
    assert slips(text) == []


@pytest.mark.parametrize(
    ("text", "shown", "hint"),
    [
        ("a {{ relations }}", "{{ relations }}", "write ![](relations:)"),
        ("a {% include 'map.html' %}", "{% include 'map.html' %}", "write ![](map:)"),
        ("a [[Mara Brook]]", "[[Mara Brook]]", "leave it out: a picture is set as ![](map:)"),
        ("a <%= x %>", "<%= x %>", "leave it out"),
    ],
)
def test_the_syntax_of_templates_is_told_as_readers_see_it(text: str, shown: str, hint: str) -> None:
    (slip,) = slips(text)
    assert slip.problem.message == f"readers will see '{shown}' as it stands"
    assert slip.problem.hint.startswith(hint)
    assert (slip.problem.origin.column, slip.fact) == (3, None)


def test_a_footnote_without_a_colon_is_told_once_whatever_else_refers_to_it() -> None:
    found = [
        (each.problem.origin.line, each.problem.hint) for each in slips("So[^1] it[^2] is.\n\n[^1] One.\n\n[^1] Two.")
    ]
    assert found == [(1, "add a line [^2]: …"), (3, "write [^1]: …")]


def test_a_text_of_one_line_has_no_footnotes() -> None:
    (slip,) = slips("So\nit is[^1].", MarkdownForm.INLINE)
    assert slip.problem.origin == Origin("any.md", 2, 6)
