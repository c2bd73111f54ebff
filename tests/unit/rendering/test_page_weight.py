"""Pages that weigh more than one may, as hosts send them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from standfirst.options import Options
from standfirst.pipeline import make_site_from
from tests.explainers import content, own_templates

LATIN, CYRILLIC = "bcdfghklmnprst", "бвгджзклмнпрст"


def warnings_of(length: int, letters: str = LATIN) -> list[str]:
    """Return what there is to look at in an explainer with a section of so many words that are all different."""
    chosen = random.Random(14)
    text = " ".join("".join(chosen.choices(letters, k=9)) for _ in range(length))
    options = Options(content=Path(), templates=Path())
    return [str(each) for each in make_site_from(content("", "Short.", text), own_templates(), options).warnings]


@pytest.mark.parametrize(("letters", "share"), [(LATIN, 97), (CYRILLIC, 98)])
def test_a_page_that_is_too_heavy_is_told_of_where_most_of_it_is_written(letters: str, share: int) -> None:
    (warning,) = warnings_of(20_000, letters)
    assert warning.startswith("sections/2-part.md:1:1: warning: the page index.html weighs 1")
    assert f"kB as hosts send it (gzip), more than 100 kB; {share}% of it is at #section-part-2; " in warning


def test_a_page_that_is_short_as_it_is_sent_is_not_told_of_however_long_it_is_written() -> None:
    assert warnings_of(12_000) == []
