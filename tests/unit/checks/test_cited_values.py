"""Which values are sought in the passages that their facts cite: those of all kinds, unless they were reckoned."""

from __future__ import annotations

from tests.unit.checks.cited_facts import event, unsupported_in


def test_every_date_of_every_kind_is_sought() -> None:
    said = unsupported_in("""
    actors:
      one: {name: One, kind: group, summary: A., uncited: made up}
      two: {name: Two, kind: group, summary: A., uncited: made up}
    events:
      closure: {date: 2025-03-03, title: A, uncited: made up}
    quotes:
      dated: {speaker: one, words: A, date: 2025-03-01, cite: {paper: nobody was told}}
      of-event: {speaker: one, words: A, event: closure, cite: {paper: nobody was told}}
    claims:
      dated: {claim: A., date: 2025-03-01, cite: {paper: nobody was told}}
      undated: {claim: A., cite: {paper: nobody was told}}
    figures:
      dead: {value: 2, label: a, as_of: 2025-03-01, period: 2025-02, cite: {paper: the two of them}}
    relations:
      owner: {subject: one, verb: owns, object: two, since: 2024, until: 2025-02, cite: {paper: nobody was told}}""")
    assert [each.message.partition(", ")[0].partition("the ")[2] for each in said] == [
        "`date` of quote:dated",
        "`date` of claim:dated",
        "`as_of` of figure:dead",
        "`period` of figure:dead",
        "`since` of relation:owner",
        "`until` of relation:owner",
    ]


def test_what_is_uncited_is_not_sought() -> None:
    facts = """
    figures:
      dead: {value: 213, label: a, as_of: 2025, uncited: made up}
    events:
      closure: {date: 2025-03-03, title: A, uncited: made up}
    places:
      berth: {name: Berth, cite: {paper: nothing is said here}}"""
    assert unsupported_in(facts) == ()


def test_a_date_that_was_reckoned_is_not_sought() -> None:
    assert event("paper: nobody was ever told", "2025-03-03", "reckoned: so it goes, ") == ()
