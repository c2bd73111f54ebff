"""Whatever stands in a template gives a page, or is a problem of a line of a template."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.rendering import limits
from standfirst.rendering.render import render
from tests.explainers import content, own_templates, pages_of, planner, with_template
from tests.fuzz.oracle import garbled, seeds, tries

NAME = "pages/about.html"
ABOUT = next(file.text for file in own_templates().templates if file.path.endswith(NAME))
PIECES = st.sampled_from(
    [
        *("{{ ", " }}", "{% ", " %}", "{# ", " #}", "{%- ", "-%}", "\n", "<p>", "</p>", "<!--", "\0", "x", "'", '"'),
        *("if view", "endif", "for x in ", "endfor", "block main"),
        *("endblock", "macro m(a)", "endmacro", "m(1)", "set x ="),
        *("set x", "endset"),
        *("extends 'layouts/page.html'", "include 'partials/mark.html'", "import 'macros/facts.html' as f"),
        *("view", ".title", ".route", ".__class__", "['__mro__']"),
        *("._x", "loop.index", "self", "namespace(a=1)", "range("),
        *("10 ** 9", "9" * 5000, "'\\ud800'", "'x' * 10 ** 9", "[1, 2]", "{'a': 1}", "("),
        *(")", "+", "*", "**", "~", "%", "//"),
        *("| string", "| list", "| join", "| attr('__class__')"),
        *("| map('upper')", "| tojson", "| href", "| html", "| safe"),
        *("| center(10 ** 9)", "| format", "| batch(3)", "| groupby('a')"),
        *("| length", "| random", "_('a')", "_('%(a)s')"),
        *("notes()", "nth('a')", "note_number(view)", "trans", "endtrans"),
        *("raw", "endraw", "call m(1)", "endcall", "filter upper"),
    ]
)  # fmt: skip


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give pages a second: what does not end takes long to be sure of."""
    monkeypatch.setattr(limits, "MOST_SECONDS", 1.0)


def check(text: str) -> None:
    (page,) = (page for page in pages_of(planner(content())) if page.template == NAME)
    templates = with_template(NAME, lambda _: text)
    first = render([page], templates, "en")
    for problem in first.problems:
        assert problem.origin.path.startswith(templates.folder), problem
        assert problem.origin.line >= 1
        assert len(str(problem)) < 3000
        assert "\n" not in str(problem)
    if not first.problems:
        assert first == render([page], templates, "en")


@given(st.lists(PIECES, max_size=14).map(" ".join))
@tries(40)
def test_pieces_of_templates(text: str) -> None:
    check(text)


@given(garbled(ABOUT))
@tries(20)
def test_a_garbled_template(text: str) -> None:
    check(text)


@pytest.mark.parametrize("seed", seeds("templates"), ids=lambda seed: seed.name)
def test_templates_that_failed_once(seed: Path) -> None:
    check(seed.read_text(encoding="utf-8"))
