"""What updates tell of changes: it is read as readers saw it, and told of only with what it tells of."""

from __future__ import annotations

import pytest

from standfirst.decoding.decode import Gaps
from standfirst.model import FactId, Id, Kind, Update
from tests.explainers import content, joined, resolve_problems

FACTS = """\
figures:
  killed: {value: 264, label: people killed, uncited: made up}
updates:
  more:
    date: 2025-01-02
    kind: correction
    text: More.
    changes:
      - {fact: figure:killed, key: value, before: 213, after: "264\\n people"}
      - {fact: event:call, before: A call}
"""


def changed(was: str, now: str) -> str:
    assert was in FACTS
    return FACTS.replace(was, now)


def test_a_change_has_its_fact_and_the_words_of_before_and_after_on_one_line() -> None:
    (update,) = joined(content(FACTS)).all(Update)
    killed, call = update.changes
    assert killed.fact.to == FactId(Kind.FIGURE, Id("killed"))
    assert (killed.key, killed.before, killed.after) == ("value", "213", "264 people")
    assert killed.origin.line == 9
    assert (call.key, call.before, call.after) == ("", "A call", "")


@pytest.mark.parametrize(
    "facts",
    [
        changed("  killed: {value: 264,", "  dead: {value: 264, former_ids: [killed],"),
        changed("key: value, before: 213, after", "after") + "      - {fact: figure:killed, before: 264 people}\n",
    ],
    ids=["by its former id", "withdrawn since"],
)
def test_what_is_told_stays_true_when_its_fact_is_renamed_or_withdrawn_and_that_is_told(facts: str) -> None:
    assert resolve_problems(facts) == []


def test_a_fact_that_could_not_be_read_is_not_called_missing() -> None:
    facts = FACTS.replace("fact: figure:killed", "fact: figure:lost")
    assert len(resolve_problems(facts)) == 1
    assert resolve_problems(facts, gaps=Gaps(broken_facts=frozenset({FactId(Kind.FIGURE, Id("lost"))}))) == []
    assert resolve_problems(facts, gaps=Gaps(has_unknown_facts=True)) == []


def test_a_published_update_tells_nothing_of_a_draft_but_that_it_was_withdrawn() -> None:
    draft = "figures:\n  killed: {draft: true, value"
    (problem,) = resolve_problems(changed("figures:\n  killed: {value", draft))
    assert problem == (
        "facts.yaml:9:16: figure 'killed' is a draft, and this is published; publish it, or make this a draft as well"
    )
    withdrawn = changed('key: value, before: 213, after: "264\\n people"', "before: 213")
    assert resolve_problems(withdrawn.replace("figures:\n  killed: {value", draft)) == []
