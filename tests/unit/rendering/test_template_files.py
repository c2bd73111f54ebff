"""Which templates a page is made from."""

from __future__ import annotations

import pytest

from standfirst.rendering.template_files import templates_by_name, templates_of_pages
from tests.explainers import with_template

WITHIN_TEXTS = {"partials/embed.html", "partials/mark.html", "partials/note.html"}
NAME = "pages/new.html"


def needed(text: str) -> set[str]:
    """Return the names of all templates that a page rendered with this one is made from, but for itself."""
    templates = with_template(NAME, lambda _: text)
    names = {file: name for name, file in templates_by_name(templates).items()}
    return {names[file] for file in templates_of_pages(templates)[NAME]} - {NAME}


def test_a_page_is_made_from_its_template_and_from_what_sets_texts_and_all_that_these_name() -> None:
    alone = needed("x")
    assert alone > WITHIN_TEXTS
    assert "macros/evidence.html" in alone
    assert "layouts/page.html" not in alone


@pytest.mark.parametrize(
    "text",
    [
        '{% extends "layouts/page.html" %}',
        "{%- include 'layouts/page.html' ignore missing with context -%}",
        '{%\n  import "layouts/page.html"\n  as page %}',
        '{%+ from "layouts/page.html" import one, other as another without context +%}',
        '{% include ["layouts/page.html", "macros/text.html"] %}',
        '{% include ("layouts/page.html") %}{% import "macros/text.html" as text %}',
    ],
)
def test_what_a_template_names_and_what_that_names_count(text: str) -> None:
    found = needed(text)
    assert found >= {"layouts/page.html", "partials/header.html"}
    assert "pages/about.html" not in found


@pytest.mark.parametrize(
    "name", ["view.title", '"macros/text.html" if view.title else view.title', '"macros/" ~ view.title']
)
def test_where_a_name_is_worked_out_it_may_be_any_template(name: str) -> None:
    templates = with_template(NAME, lambda _: "")
    assert needed(f'{{% import "macros/text.html" as text %}}{{% include {name} %}}') == (
        templates_by_name(templates).keys() - {NAME}
    )


@pytest.mark.parametrize("text", ['{% include "none.html" %}', "{% endif %}"])
def test_what_is_wrong_with_a_template_is_left_to_the_page_that_it_renders(text: str) -> None:
    assert needed(text) == needed("x")
