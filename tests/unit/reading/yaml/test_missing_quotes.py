"""A value that only lacks quotation marks is named with them; where something else may be meant, nothing is named."""

from __future__ import annotations

import pytest

from standfirst.problems.errors import SiteError
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import compose
from standfirst.reading.yaml.missing_quotes import in_quotes


def named(text: str) -> list[tuple[str, str]]:
    """Return what the message about a text that is not YAML names, and in the stead of what."""
    with pytest.raises(SiteError) as caught:
        compose(InputFile("a.yaml", text))
    return [(each.old, each.new) for problem in caught.value.problems for each in problem.fix]


@pytest.mark.parametrize(
    ("text", "value", "quoted"),
    [
        ("a: b: c\nd: e\n", "b: c", '"b: c"'),
        ("a:\n  - b: c: d\n", "c: d", '"c: d"'),
        ("a:\n  - @b\n  - c\n", "@b", '"@b"'),
        ("a: %b \\ c\n", "%b \\ c", "'%b \\ c'"),
        ("a: it's: \\b\n", "it's: \\b", '"it\'s: \\\\b"'),
        ("a: [it](actor:b) went\nc: d\n", "[it](actor:b) went", '"[it](actor:b) went"'),
    ],
)
def test_a_value_in_one_line_is_named_in_quotation_marks(text: str, value: str, quoted: str) -> None:
    assert named(text) == [(value, quoted)]


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c\n  goes on\n",
        "a: b: c # and this\n",
        "a: {b: c}} d\ne: f\n",
    ],
)
def test_nothing_is_named_where_quotation_marks_may_not_be_all(text: str) -> None:
    assert named(text) == []


def test_a_star_before_an_item_becomes_a_dash() -> None:
    assert named("a:\n  * b\n") == [("* ", "- ")]


@pytest.mark.parametrize(("text", "quoted"), [("a", '"a"'), ('a "b"', "'a \"b\"'"), ('it\'s "b"', '"it\'s \\"b\\""')])
def test_a_text_is_quoted_with_as_few_escapes_as_can_be(text: str, quoted: str) -> None:
    assert in_quotes(text) == quoted
