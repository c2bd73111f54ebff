"""Markup in texts that have none, which readers would see as it stands."""

from __future__ import annotations

import pytest

from standfirst.decoding.decode import decode
from tests.explainers import content

EVENT = "events: {{e: {{date: 2025, uncited: made up, title: '{}'}}}}"


def told(title: str) -> list[tuple[int, str]]:
    """Return where in a title something is told, and what it is about."""
    found = decode(content(EVENT.format(title))).problems
    before = EVENT.format("").index("'") + 1
    return [(each.origin.column - before, each.message.split("'")[1]) for each in found]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("They meet <!-- ask -->", [(11, "<!-- ask -->")]),
        ("They <!-- meet", [(6, "<!-- meet")]),
        ("They **meet** and **go**", [(6, "**meet**")]),
        ("[They](actor:they) meet [@report: so they met]", [(1, "[They](actor:they)")]),
        ("They <b>meet</b> &amp; go", [(6, "<b>"), (18, "&amp;")]),
    ],
)
def test_markup_in_a_text_without_markdown_is_told(title: str, found: list[tuple[int, str]]) -> None:
    assert told(title) == found


def test_markup_is_a_warning_with_what_to_write() -> None:
    (problem,) = decode(content(EVENT.format("They **meet**"))).problems
    said = "warning: '**meet**' is shown as it is written: this text has no Markdown; write the words alone"
    assert problem.said == said


@pytest.mark.parametrize(
    "title",
    ["They [the nurses] (all) meet", "2 ** 3, * and __", "AT&T & Co; R&D", "a < b > c", "<3 [sic](!)", "f_*_x"],
)
def test_signs_that_mean_something_else_are_let_be(title: str) -> None:
    assert told(title) == []


def test_markdown_is_no_markup_where_it_is_read() -> None:
    facts = "terms: {t: {name: T, summary: 'So **it** is <!-- ask -->.', uncited: made up}}"
    assert decode(content(facts)).problems == ()
