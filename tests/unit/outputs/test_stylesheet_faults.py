"""What style sheets over the theme cannot do, told at their lines."""

from __future__ import annotations

import pytest

from standfirst.outputs.stylesheet_faults import stylesheet_faults
from standfirst.reading.files import InputFile


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a {\n  background: url(x.png);\n}", "2:15: a style sheet cannot bring 'x.png' along"),
        ("a {\n  background: url( 'https://evil.example/x.png' ) }", "2:15: a style sheet cannot bring 'https://evil"),
        ('@import "other.css";', "1:1: all style sheets become one"),
        ("a { b: c }\n  @media print {\n p { q: r }\n", "2:16: this brace is not closed"),
        ("a { b: c }\n}", "2:1: this brace closes nothing"),
    ],
)
def test_a_fault_is_told_where_it_stands(text: str, said: str) -> None:
    (fault,) = stylesheet_faults([InputFile("templates/assets/css/own.css", text)])
    assert str(fault).startswith(f"templates/assets/css/own.css:{said}")


def test_comments_strings_and_data_are_free() -> None:
    text = (
        "/* { url(x.png) @import */ a::before { content: '{ url(x) @import'; b: url(data:,x) url(#a) } .a\\{b { c: d }"
    )
    assert [*stylesheet_faults([InputFile("own.css", text)])] == []
