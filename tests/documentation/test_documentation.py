"""What `docs/` says is so: the pages that are made from the code are up to date, and their example is whole."""

from __future__ import annotations

import pytest

from standfirst.decoding.decode import decode
from standfirst.decoding.records import keys_of
from standfirst.model import FACT_TYPES, Drafts, Kind
from standfirst.options import Options
from standfirst.pipeline import make_site
from standfirst.reading.read import read_content
from tests.documentation.reference import EXAMPLE
from tests.documentation.write import PAGES
from tests.explainers import ROOT


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_is_made_from_the_code_is_up_to_date(name: str) -> None:
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == PAGES[name](), "write it anew: make docs"


def test_the_example_of_the_reference_uses_every_key_of_every_kind() -> None:
    facts = decode(read_content(EXAMPLE)).content.facts
    unused: dict[Kind, set[str]] = {}
    for kind, record in zip(Kind, FACT_TYPES, strict=True):
        described: type = record
        used = {key for fact in facts if fact.KIND is kind for key in fact.key_origins.keys}
        unused[kind] = set(keys_of(described)) - used
    assert not any(unused.values()), unused


@pytest.mark.parametrize("drafts", Drafts)
def test_the_example_of_the_reference_builds_and_nothing_is_to_be_said_of_it(drafts: Drafts) -> None:
    built = make_site(Options(content=EXAMPLE, templates=ROOT / "templates", drafts=drafts))
    # The source that is a draft is cited by nothing.
    assert [each.message for each in built.warnings] == ["nothing cites source:letter"] * (drafts is Drafts.SHOW)
