"""Readers are told how many people read facts beside their passages, and who only where the newsroom says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standfirst.present.naming import Naming
from standfirst.present.vouched import VouchedView, vouched_view
from standfirst.reading.files import ContentFiles
from standfirst.sources.prove import prove_for_lock
from tests.explainers import content_of, joined, made
from tests.reviewed_explainers import ASKED, FACTS, HURT, SHUT, TEXT, explainer, locked, vouched

MORE = FACTS.replace("figures:", "  old: {claim: It was old, cite: {report: It was old}}\nfigures:")


def view(files: ContentFiles) -> VouchedView | None:
    site = joined(files)
    return vouched_view(site, prove_for_lock(content_of(files), files).lock, Naming(site))


def read_by(settings: str, facts: str = FACTS) -> ContentFiles:
    files = explainer(facts, settings=settings)
    return vouched(files, (SHUT, "Ben  Otto"), (SHUT, "Ada Byron"), (HURT, "ada byron"))


def test_it_counts_by_kind_what_was_read_by_how_many_of_what_can_be() -> None:
    assert view(read_by(ASKED, MORE)) == VouchedView(
        ("Claims: 1 of 2 by 2 people.", "Figures: 1 of 1 by 1 person."), people=""
    )


def test_who_they_are_is_said_only_where_it_may_be_and_each_is_named_once() -> None:
    named = view(read_by("review: {names: true}\n"))
    assert named
    assert named.people == "They were read by ada byron and Ben Otto."


def test_what_is_stale_or_of_nobody_is_not_counted() -> None:
    files = read_by(ASKED)
    assert view(explainer()) is None
    changed = locked(replace(files, facts=explainer(FACTS.replace("value: 213", "value: 213..214")).facts))
    assert view(changed) == VouchedView(("Claims: 1 of 1 by 2 people.",), people="")
    (copy,) = files.copies
    other = locked(replace(files, copies=(replace(copy, body=TEXT.replace("day after", "day before").encode()),)))
    assert view(other) is None


@pytest.mark.parametrize("copies", [True, False])
def test_the_page_about_the_explainer_says_so_with_and_without_copies(*, copies: bool) -> None:
    files = read_by(ASKED)
    pages = made(files if copies else replace(files, copies=()))
    assert "<li>Claims: 1 of 1 by 2 people.</li>" in pages["about.html"]
    assert "Ada Byron" not in "".join(pages.values())
