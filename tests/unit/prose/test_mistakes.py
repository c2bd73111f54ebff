"""References that are nearly right, HTML and the like: told with what to write, but not of code or what is escaped."""

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
    ("text", "column", "hint"),
    [
        ("See [x] (actor:y).", 10, "write [x](actor:y)"),
        ("See [*x*]\n(actor:y).", 2, "write [text](actor:y)"),
        ("See (x)[actor:y].", 9, "write [x](actor:y)"),
        ("See [the x][actor:y].", 13, "write [the x](actor:y)"),
        ("See [actor:y].", 6, "write [](actor:y)"),
        ("See [[actor:y]].", 7, "write [](actor:y)"),
        ("See [[actor:y|the x]].", 7, "write [the x](actor:y)"),
        ("See {actor:y}.", 6, "write [](actor:y)"),
        ("See [x]{actor:y}.", 9, "write [x](actor:y)"),
        ("![actor:y]", 3, "write ![](actor:y)"),
        ("!(actor:y)", 3, "write ![](actor:y)"),
        ("See {{ Actor: y }}.", 8, "write [](actor:y)"),
        ("See actor:y.", 5, "write [](actor:y), or [text](actor:y)"),
        ("- a\n- see **actor:y**", 9, "write [](actor:y), or [text](actor:y)"),
    ],
)
def test_a_reference_that_is_nearly_right_is_told_with_what_to_write(text: str, column: int, hint: str) -> None:
    (slip,) = slips(text)
    assert str(slip.fact) == "actor:y"
    assert (slip.problem.origin.column, slip.problem.hint) == (column, hint)


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ("On [x](actor:y they", 8, "'actor:y' begins a reference that does not end"),
        ("![](map: and", 5, "'map:' begins a reference that does not end"),
        ("So [@report: and", 5, "'@report:' begins a reference that does not end"),
        ("![x](images/a map.png)", 6, "a blank in 'images/a map.png' keeps this from being read as a link"),
        ("[x](no page.html)", 5, "a blank in 'no page.html' keeps this from being read as a link"),
        ("[x](java script:alert(1))", 5, "a blank in 'java script:alert(1)' keeps this from being read as a link"),
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
    "text", ["So [report: first words].", "So (@report: first words).", "So @report: first words."]
)
def test_a_citation_that_is_nearly_right_depends_on_its_source(text: str) -> None:
    (slip,) = slips(text)
    assert (str(slip.fact), slip.exact) == ("source:report", False)
    assert slip.problem.hint == "write [@report: first words … last words]"


@pytest.mark.parametrize(
    "text",
    [
        "`actor:y`, `[x] (actor:y)`",
        "    [actor:y] <b>",
        "```\n{actor:y}\n```",
        "\\[x] (actor:y)",
        "\\[x](actor:y)",
        "\\[actor:y], actor\\:y, \\<b>, \\[^1]",
        "https://example.org/actor:y and wiki/actor:y",
        "a < b and c > d, 1<2, <your name>, <3",
        "<https://example.org>, <me@example.org>",
        "[sic](so he said) and [two] (or three), [see](below.)",
        "[](actor:y) [x](actor:y) <actor:y>",
        "The actor: y",
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


def test_words_that_may_be_no_reference_are_one_only_where_the_fact_is_there() -> None:
    (slip,) = slips("[Source: Reuters]")
    assert (str(slip.fact), slip.exact) == ("source:reuters", False)


def test_a_footnote_without_a_colon_is_told_once_whatever_else_refers_to_it() -> None:
    found = [
        (each.problem.origin.line, each.problem.hint) for each in slips("So[^1] it[^2] is.\n\n[^1] One.\n\n[^1] Two.")
    ]
    assert found == [(1, "add a line [^2]: …"), (3, "write [^1]: …")]


def test_a_text_of_one_line_has_no_footnotes() -> None:
    (slip,) = slips("So\nit is[^1].", MarkdownForm.INLINE)
    assert slip.problem.origin == Origin("any.md", 2, 6)
