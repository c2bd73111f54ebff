"""What stands at the foot of every printed page."""

from __future__ import annotations

import dataclasses

import pytest

from standfirst.outputs.page_margins import page_margins
from standfirst.present.naming import Naming
from tests.explainers import content, joined


def margins(language: str = "en", host: str = "example.org") -> str:
    """Return the rules of a site at such a host."""
    files = content(language=language)
    settings = files.settings
    assert settings
    elsewhere = dataclasses.replace(settings, text=settings.text.replace("example.org", host))
    return page_margins(Naming(joined(dataclasses.replace(files, settings=elsewhere))))


def test_a_printed_page_says_where_the_site_is_as_of_when_it_is_true_and_its_number() -> None:
    assert margins().splitlines()[1:4] == [
        '  @bottom-left { content: "example.org"; }',
        '  @bottom-center { content: "Facts as of 1 January 2025"; }',
        '  @bottom-right { content: counter(page) " / " counter(pages); }',
    ]


def test_they_stand_in_the_order_in_which_the_language_runs() -> None:
    boxes = [line.split()[0] for line in margins("ar").splitlines()[1:4]]
    assert boxes == ["@bottom-right", "@bottom-center", "@bottom-left"]


@pytest.mark.parametrize(("path", "escaped"), [('"}', "\\22 }"), ("\\", "\\5c "), ("</x>", "\\3c /x\\3e ")])
def test_nothing_in_an_address_ends_the_string_that_it_stands_in(path: str, escaped: str) -> None:
    assert f'content: "example.org/{escaped}";' in margins(host=f"example.org/{path}")
