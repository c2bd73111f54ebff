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


@pytest.mark.parametrize("text", ['{% extends "layouts/page.html" %}', '{% include "layouts/page.html" %}'])
def test_what_a_template_names_and_what_that_names_count(text: str) -> None:
    assert needed(text) >= {"layouts/page.html", "partials/header.html"}


def test_where_a_name_is_worked_out_it_may_be_any_template() -> None:
    templates = with_template(NAME, lambda _: "")
    assert needed("{% include view.title %}") == templates_by_name(templates).keys() - {NAME}


@pytest.mark.parametrize("text", ['{% include "none.html" %}', "{% endif %}"])
def test_what_is_wrong_with_a_template_is_left_to_the_page_that_it_renders(text: str) -> None:
    assert needed(text) == needed("x")
