"""Pages that weigh more than one may, as hosts send them."""

from __future__ import annotations

import random
from pathlib import Path

from standfirst.options import Options
from standfirst.pipeline import make_site_from
from tests.explainers import content, own_templates


def warnings_of(length: int) -> list[str]:
    """Return what there is to look at in an explainer with a section of so many words that are all different."""
    chosen = random.Random(14)
    text = " ".join("".join(chosen.choices("bcdfghklmnprst", k=9)) for _ in range(length))
    options = Options(content=Path(), templates=Path())
    return [str(each) for each in make_site_from(content("", "Short.", text), own_templates(), options).warnings]


def test_a_page_that_is_too_heavy_is_told_of_where_most_of_it_is_written() -> None:
    (warning,) = warnings_of(20_000)
    assert warning.startswith("sections/2-part.md:1:1: warning: the page index.html weighs 11")
    assert "kB as hosts send it (gzip), more than 100 kB; 97% of it is at #section-part-2; " in warning
    # As it is written it is longer, but not as it is sent.
    assert warnings_of(12_000) == []
