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


SIGNS = "leave its signs out: what is read is CommonMark, with tables and footnotes"


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ("So[^1].", 3, "there is no footnote '1'; add a line [^1]: …"),
        ("\\[^1], so[^2].", 10, "there is no footnote '2'; add a line [^2]: …"),
        ("A <b>word</b>", 3, "warning: readers will see '<b>' as it stands; write **words**"),
        ("*A <b>word*", 4, "warning: readers will see '<b>' as it stands; write **words**"),
        ("[A <b>](https://x.org)", 4, "warning: readers will see '<b>' as it stands; write **words**"),
        (
            '<iframe src="https://x.org">',
            1,
            "warning: readers will see '<iframe src=\"https://x.org\">' as it stands; link to it instead",
        ),
        ("- [x] done", 3, f"warning: '[x]' is shown as it is written; {SIGNS}"),
        ("> [!NOTE]\n> So.", 3, f"warning: '[!NOTE]' is shown as it is written; {SIGNS}"),
        ("[TOC]", 1, f"warning: '[TOC]' is shown as it is written; {SIGNS}"),
        ("a ==word== and 1 == 2", 3, f"warning: '==word==' is shown as it is written; {SIGNS}"),
        (":::note\nSo.", 1, f"warning: ':::note' is shown as it is written; {SIGNS}"),
        ("<?php x ?>", 1, "warning: readers will see '<?php x ?>' as it stands; take it out"),
        ("a <![CDATA[ y ]]>", 3, "warning: readers will see '<![CDATA[ y ]]>' as it stands; take it out"),
        (
            "So^[a *note* here].",
            3,
            "warning: '^[a ' is shown as it is written; write [^1] there, and [^1]: and the note in a paragraph of "
            "its own",
        ),
        (
            "one<br />two",
            4,
            "warning: readers will see '<br />' as it stands; end the line above with two blanks, or begin a paragraph "
            "with an empty line",
        ),
    ],
)
def test_what_is_certain_is_told_whatever_there_is(text: str, column: int, says: str) -> None:
    (slip,) = slips(text)
    assert slip.fact is None
    assert (slip.problem.origin.column, slip.problem.said) == (column, says)


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
    assert slip.problem.said.startswith(f"warning: readers will see '{shown}' as it stands; {hint}")
    assert (slip.problem.origin.column, slip.fact) == (3, None)


def test_a_footnote_without_a_colon_is_told_once_whatever_else_refers_to_it() -> None:
    found = [
        (each.problem.origin.line, each.problem.hint) for each in slips("So[^1] it[^2] is.\n\n[^1] One.\n\n[^1] Two.")
    ]
    assert found == [(1, "add a line [^2]: …"), (3, "write [^1]: …")]


def test_a_text_of_one_line_has_no_footnotes() -> None:
    (slip,) = slips("So\nit is[^1].", MarkdownForm.INLINE)
    assert slip.problem.origin == Origin("any.md", 2, 6)
    assert slip.problem.said == (
        "warning: '[^1]' is shown as it is: a text of one line has no footnotes; say it in the line, or leave it out"
    )
