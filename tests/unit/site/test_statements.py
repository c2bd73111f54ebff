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
quotes:
  no: {speaker: brook, words: No, event: vote, text: "[](claim:lost), [](relation:backing)", uncited: made up}
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


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("date: 2025-01-01", "date: 2025-02-01"),  # the day on which it was said
        ("was *lost*", "was *won*"),  # which the link to the claim writes
    ],
)
def test_what_readers_see_with_a_fact_is_stated_where_it_stands_in_another(was: str, now: str) -> None:
    assert _digest(FACTS.replace(was, now), Kind.QUOTE, "no") != _digest(FACTS, Kind.QUOTE, "no")


@pytest.mark.parametrize(
    ("was", "now", "is_stated"),
    [
        ("label: backs", "label: attacks", True),
        ("inverse: is backed", "inverse: is attacked", True),
        ("inverse: is backed by", "inverse: is backed by, stance: for", True),
        ("backs:", "supports:", False),
    ],
)
def test_the_verb_of_a_relation_is_stated_in_its_words(was: str, now: str, *, is_stated: bool) -> None:
    facts = FACTS.replace("verb: backs", "verb: supports") if was == "backs:" else FACTS
    digests = {
        _digest(kind=Kind.RELATION, name="backing"),
        _digest(facts, Kind.RELATION, "backing", VERBS.replace(was, now, 1)),
    }
    assert len(digests) == (2 if is_stated else 1)


@pytest.mark.parametrize("kind_and_name", [(Kind.CLAIM, "lost"), (Kind.QUOTE, "no"), (Kind.RELATION, "backing")])
def test_what_names_a_fact_states_the_same_whatever_that_is_called_now(kind_and_name: tuple[Kind, str]) -> None:
    renamed = FACTS
    for was, now in (("brook", "mara"), ("council", "town")):
        renamed = renamed.replace(was, now).replace(f"  {now}: {{", f"  {now}: {{former_ids: [{was}, joined-{was}], ")
    assert renamed.count("former_ids") == 2
    assert _digest(renamed, *kind_and_name) == _digest(FACTS, *kind_and_name)
