"""What `draft` finds in the passages that are worked with stays as good as it has to be; no clock, the same each time.

The least is what was asked for. `python -m bench.draft` says how much better it is, and how it does on those kept
aside.
"""

from __future__ import annotations

import pytest

from standfirst.draft import rules
from standfirst.draft.rules import propose
from tests.draft.labels import PASSAGES, read_all
from tests.draft.scores import Score, article_of, outcomes_of, scores_of


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return scores_of(outcomes_of(read_all(PASSAGES), propose))


def test_dates_have_their_values(scores: dict[str, Score]) -> None:
    assert scores["dates, value"].f1 >= 0.85


def test_quotations_have_their_speakers(scores: dict[str, Score]) -> None:
    assert scores["speakers"].precision >= 0.92
    assert scores["speakers"].recall >= 0.75


def test_names_are_found_whole_and_as_what_they_are(scores: dict[str, Score]) -> None:
    assert scores["names"].f1 >= 0.80


def test_a_long_text_is_shared_by_two_processes_and_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    article = article_of(read_all(PASSAGES)[0])
    found = propose(article)
    assert found.dates
    monkeypatch.setattr(rules, "_LONG", 0)
    assert propose(article) == found
