"""Markdown as CommonMark has it, and as writers' editors show it.

Cases stand in `commonmark/*.txt`: title, text and HTML, each ended by a line with a point. There ␣ is a blank and → a
tab, at the end of a line. All but comments, footnotes and definition lists were held against markdown-it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model import Form
from generator.prose.converter import converter

CASES = Path(__file__).parent / "commonmark"


def html(text: str, form: Form = Form.BLOCK) -> str:
    return converter(form, lambda: "s", "Back").convert(text)


def cases() -> Iterator[tuple[str, str, str]]:
    for path in sorted(CASES.glob("*.txt")):
        for case in path.read_text(encoding="utf-8").removesuffix("\n.\n").split("\n.\n\n"):
            title, text, expected = f"{case}\n".split("\n.\n")
            yield f"{path.stem}: {title}", text.replace("␣", " ").replace("→", "\t"), expected.removesuffix("\n")


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=title) for title, *case in cases()])
def test_texts_come_out_as_editors_show_them(text: str, expected: str) -> None:
    assert html(text) == expected
