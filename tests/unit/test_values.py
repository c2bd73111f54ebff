"""A figure's value and a fact's date stand in the words of the passages that are cited for them."""

from __future__ import annotations

import pytest

from generator.checks.values import unsupported
from generator.errors import Severity
from tests.explainers import as_if_found, content, joined

SOURCES = """
    sources:
      paper: {title: Paper, language: en, published: 2025-03-07}
      gazette: {title: Gazette, language: fr, reckon_from: 2025-03}
      undated: {title: Letter}
      nashra: {title: Nashra, language: ar, published: 2025-03-07}
"""
VERBS = "verbs: {owns: {label: owns, inverse: is owned by}}\n"


def unsupported_in(facts: str) -> list[str]:
    """Return what is wrong with one facts file, whose sources are those above."""
    files = content(facts + SOURCES, settings=VERBS)
    return [str(each) for each in unsupported(joined(files), as_if_found(files))]


def figure(cite: str, *, value: str = "213", more: str = "") -> list[str]:
    """Return what is wrong with a figure."""
    return unsupported_in(f"""
    figures:
      dead: {{value: {value}, unit: people, label: a, {more}cite: {cite}}}""")


def event(cite: str, *, date: str = "2025-03-03", more: str = "") -> list[str]:
    """Return what is wrong with an event."""
    return unsupported_in(f"""
    events:
      closure: {{date: {date}, title: A, {more}cite: {cite}}}""")


@pytest.mark.parametrize(
    ("value", "cite"),
    [
        ("213", "{paper: at least 213 people have died}"),
        ("213", "{paper: two hundred and thirteen people … have died}"),
        ("213", "{paper: the toll … of 213 people}"),
        ("213", "{paper: [nobody was ever told, 'the toll was ...213 people']}"),
        ("213", "{undated: nobody was ever told, paper: at least 213 people have died}"),
        ("210..220", "{paper: between 210 … and 220 people}"),
        ("1", "{paper: one person has died}"),
        ("213", "{gazette: deux cent treize morts}"),
        ("213", "{nashra: ٢١٣ شخصا على الأقل}"),
        ("213", "{nashra: لم يقل ذلك أحد}"),
    ],
)
def test_a_value_in_the_named_words_of_a_passage_is_supported(value: str, cite: str) -> None:
    assert figure(cite, value=value) == []


@pytest.mark.parametrize(
    ("value", "cite"),
    [
        ("214", "{paper: at least 213 people have died}"),
        ("213", "{paper: at least … have died there}"),
        ("213", "{paper: [at least two hundred people, and thirteen of them]}"),
        ("210..220", "{paper: [at least 210 people, at most 220 people]}"),
        ("213", "{gazette: two hundred and thirteen}"),
        ("213", "{nashra: ٢١٤ شخصا على الأقل}"),
    ],
)
def test_a_value_that_stands_in_no_passage_is_reported(value: str, cite: str) -> None:
    (said,) = figure(cite, value=value)
    assert "the value of figure:dead, " in said


def test_the_report_says_what_to_do_where_the_figure_is_and_only_warns() -> None:
    facts = """
    figures:
      dead: {value: 1009, label: a, cite: {paper: at least 213 people}}"""
    files = content(facts + SOURCES)
    (problem,) = unsupported(joined(files), as_if_found(files))
    assert problem.severity is Severity.WARNING
    assert str(problem) == (
        "facts.yaml:3:17: warning: the value of figure:dead, 1,009, is not in the words of a passage that it cites; "
        "cite the passage with its number, or mend the value"
    )


def test_what_is_uncited_is_not_sought() -> None:
    assert (
        unsupported_in("""
    figures:
      dead: {value: 213, label: a, as_of: 2025, uncited: made up}
    events:
      closure: {date: 2025-03-03, title: A, uncited: made up}
    places:
      berth: {name: Berth, cite: {paper: nothing is said here}}""")
        == []
    )


@pytest.mark.parametrize(
    ("date", "cite"),
    [
        ("2025-03-03", "{paper: stopped on 3 March 2025}"),
        ("2025-03", "{paper: stopped on 3 March 2025}"),
        ("2025-03-03", "{paper: on March 3 it stopped}"),
        ("2025-03-03", "{paper: it stopped on Monday}"),
        ("2025-02", "{paper: it stopped last month}"),
        ("2025-02", "{gazette: fermée le mois dernier}"),
        ("2025-03-03", "{undated: on 3 March … of 2025}"),
        ("2025-03-03", "{gazette: nobody was told, paper: stopped on 3 March 2025}"),
        ("2025-03-06", "{nashra: توقفت العبارة أمس}"),
        ("1987/1990", "{paper: built in 1987, undated: until it closed in 1990}"),
        ("'[1987..1990]'", "{paper: built between 1987 and 1990}"),
        ("2014/..", "{paper: a hazard since 2014}"),
    ],
)
def test_a_date_in_the_named_words_of_a_passage_is_supported(date: str, cite: str) -> None:
    assert event(cite, date=date) == []


@pytest.mark.parametrize(
    ("date", "cite"),
    [
        ("2025-03-04", "{paper: stopped on 3 March 2025}"),
        ("2025-03-03", "{paper: stopped in March 2025}"),
        ("2025-03-03", "{paper: it stopped … to run}"),
        ("2025-03-03", "{undated: on March 3 it stopped}"),
        ("2025-03-03", "{gazette: fermée depuis lundi}"),
        ("2025-03-03", "{gazette: closed on Monday}"),
        ("1987/1990", "{paper: it was built in 1988}"),
    ],
)
def test_a_date_that_no_passage_gives_is_reported_at_the_date(date: str, cite: str) -> None:
    assert event(cite, date=date) == [
        f"facts.yaml:3:19: warning: the `date` of event:closure, {date}, is not in the words of a passage that it "
        "cites; cite the words that give the date, or say in `reckoned` how it was worked out"
    ]


def test_a_date_that_was_reckoned_is_not_sought_but_a_value_is() -> None:
    assert event("{paper: nobody was ever told}", more="reckoned: so it goes, ") == []
    (said,) = figure("{paper: nobody was ever told}", more="as_of: 2025, reckoned: so it goes, ")
    assert "the value of" in said


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
    assert [each.partition(", ")[0].partition("the ")[2] for each in said] == [
        "`date` of quote:dated",
        "`date` of claim:dated",
        "`as_of` of figure:dead",
        "`period` of figure:dead",
        "`since` of relation:owner",
        "`until` of relation:owner",
    ]
