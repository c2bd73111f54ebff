"""What a fact states changes with the words and values that readers see, and with nothing else."""

from __future__ import annotations

import pytest

from standfirst.model import FactId, Id, Kind
from standfirst.site.statements import StatementDigest, statement_digest
from tests.explainers import content, joined

VERBS = "verbs:\n  backs: {label: backs, inverse: is backed by}\n"
FACTS = """\
actors:
  brook: {name: Mara Brook, kind: person, summary: A mayor., uncited: made up}
  council: {name: Council, kind: government, summary: A., uncited: made up}
events:
  vote: {date: 2025-01-01, title: The vote, uncited: made up}
claims:
  lost:
    claim: The vote of [](event:vote) was *lost* by [Brook](actor:brook).
    by: [council]
    date: 2025-01-02
    record: Nothing is known.
    uncited: made up
relations:
  backing: {subject: council, verb: backs, object: brook, uncited: made up}
"""


def _digest(facts: str = FACTS, kind: Kind = Kind.CLAIM, name: str = "lost", verbs: str = VERBS) -> StatementDigest:
    site = joined(content(facts, settings=verbs))
    return statement_digest(site.index[FactId(kind, Id(name))], site)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("was *lost*", "was *won*"),
        ("by: [council]", "by: [brook]"),
        ("date: 2025-01-02", "date: 2025-01-03"),
        ("Nothing is known.", "Nothing is known yet."),
        ("(actor:brook)", "(actor:council)"),
        ("date: 2025-01-01", "date: 2025-02-01"),  # which the link to the event writes
    ],
)
def test_what_readers_see_of_a_fact_is_stated(was: str, now: str) -> None:
    assert was in FACTS
    assert _digest(FACTS.replace(was, now)) != _digest()


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("claim: The vote", "claim: >-\n      The\n      vote"),
        ("*lost*", "**lost**"),
        ("by: [council]", "by: [actor:council]"),
        ("    by: [council]\n    date: 2025-01-02\n", "    date: 2025-01-02\n    by: [council]\n"),
        (
            "uncited: made up\nrelations",
            "uncited: made up\n    review_by: 2030-01-01\n    former_ids: [gone]\nrelations",
        ),
        ("A mayor.", "A mayor no more."),
        ("  lost:\n", "  other: {claim: B., uncited: made up, rivals: [lost]}\n  lost:\n"),
    ],
)
def test_how_a_fact_is_written_and_what_else_there_is_makes_no_difference(was: str, now: str) -> None:
    assert was in FACTS
    assert _digest(FACTS.replace(was, now)) == _digest()


def test_the_verb_of_a_relation_is_stated_in_its_words() -> None:
    def of_relation(verbs: str) -> StatementDigest:
        return _digest(kind=Kind.RELATION, name="backing", verbs=verbs)

    assert of_relation(VERBS.replace("label: backs", "label: attacks")) != of_relation(VERBS)
