"""A link that states a date or a number agrees with the fact it leads to; all other text is free."""

from __future__ import annotations

import pytest

from generator.errors import SiteError
from tests.explainers import content, joined

FACTS = """
    actors:
      brook: {name: Mara Brook, kind: person, summary: A., uncited: made up}
    events:
      closure: {date: 2025-03-03, title: A, uncited: made up}
      works: {date: 2025-03/2025-05, title: A, uncited: made up}
    quotes:
      at-closure: {speaker: brook, words: A, event: closure, uncited: made up}
      dated: {speaker: brook, words: A, date: 2024-07, event: closure, uncited: made up}
      undated: {speaker: brook, words: A, uncited: made up}
    claims:
      sudden: {claim: A., date: 2025-03-04, uncited: made up}
    figures:
      weeks: {value: 6, unit: weeks, label: a, uncited: made up}
      dead: {value: 213, qualifier: at-least, unit: people, label: a, uncited: made up}
      cost: {value: 1..2, qualifier: about, unit: GBP, label: a, uncited: made up}
"""


def disagreements(text: str, *, facts: str = FACTS, settings: str = "", language: str = "en") -> list[str]:
    """Return what a section's links state wrongly."""
    try:
        joined(content(facts, text, settings=settings, language=language))
    except SiteError as error:
        return [str(each) for each in error.problems]
    return []


@pytest.mark.parametrize(
    "text",
    [
        "[3 March 2025](event:closure)",
        "[3 March](event:closure)",
        "[March 2025](event:closure)",
        "[2025](event:closure)",
        "[**3 March 2025**](event:closure)",
        "[four days later](event:closure)",
        "[the 2019 report](event:closure)",
        "[](event:closure)",
        "[3 March 2025](quote:at-closure)",
        "[July 2024](quote:dated)",
        "[1 May 1900](quote:undated)",
        "[4 March 2025](claim:sudden)",
        "[3 March 2025](actor:brook)",
    ],
)
def test_a_date_that_agrees_and_a_text_that_is_no_date_are_let_be(text: str) -> None:
    assert disagreements(f"It was {text}.") == []


@pytest.mark.parametrize(
    ("text", "fact", "date"),
    [
        ("4 March 2025", "event:closure", "3 March 2025"),
        ("3 March 2024", "event:closure", "3 March 2025"),
        ("April 2025", "event:closure", "3 March 2025"),
        ("4 March 2025", "quote:at-closure", "3 March 2025"),
        ("3 March 2025", "quote:dated", "July 2024"),
        ("3 March 2025", "claim:sudden", "4 March 2025"),
    ],
)
def test_another_date_than_the_fact_has_is_reported_at_the_link(text: str, fact: str, date: str) -> None:
    column = len(f"It was [{text}](") + 1
    assert disagreements(f"It was [{text}]({fact}).") == [
        f"sections/1-part.md:5:{column}: '{text}' disagrees with {fact}, which is dated {date}; "
        f"mend one of them, or write []({fact})"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[6 weeks](figure:weeks)",
        "[six weeks](figure:weeks)",
        "[weeks](figure:weeks)",
        "[](figure:weeks)",
        "[at least 213 people](figure:dead)",
        "at least [213 people](figure:dead)",
        "*At least* [213](figure:dead)",
        "[the dead](figure:dead)",
        "[about £1 to £2](figure:cost)",
        "[](figure:dead)",
        "![](figure:dead)",
    ],
)
def test_a_number_that_agrees_and_a_text_without_one_are_let_be(text: str) -> None:
    assert disagreements(text if text.startswith("!") else f"The count: {text}.") == []


@pytest.mark.parametrize(
    ("text", "fact", "shown"),
    [
        ("7 weeks", "figure:weeks", "6 weeks"),
        ("seven weeks", "figure:weeks", "6 weeks"),
        ("16 weeks", "figure:weeks", "6 weeks"),
        ("at least 231 people", "figure:dead", "at least 213 people"),
    ],
)
def test_another_number_than_the_fact_has_is_reported_at_the_link(text: str, fact: str, shown: str) -> None:
    assert disagreements(f"[{text}]({fact})") == [
        f"sections/1-part.md:5:{len(text) + 4}: '{text}' disagrees with {fact}, which is {shown}; "
        f"mend one of them, or write []({fact})"
    ]


@pytest.mark.parametrize(
    "text",
    ["[213 people](figure:dead)", "At least this is sure, and has been for a while: [213 people](figure:dead)"],
)
def test_a_number_without_its_qualifier_is_reported(text: str) -> None:
    (said,) = disagreements(text)
    assert said.endswith(
        "'213 people' leaves out what figure:dead says: at least 213 people; "
        "put the qualifier in the link, or just before it"
    )


def test_another_qualifier_is_not_enough() -> None:
    (said,) = disagreements("At most [213 people](figure:dead).")
    assert "leaves out what figure:dead says" in said


def test_the_words_are_those_of_the_site_s_language() -> None:
    text = "Le [3 mars 2025](event:closure), [4 mars 2025](event:closure)."
    (said,) = disagreements(text, language="fr")
    assert said.startswith(
        "sections/1-part.md:5:48: '4 mars 2025' disagrees with event:closure, which is dated 3 mars 2025; "
    )


def test_every_text_is_checked_key_points_and_facts_too() -> None:
    facts = f"{FACTS}    unknowns:\n      why: {{question: 'Why on [4 March](event:closure)?'}}\n"
    said = disagreements("[7 weeks](figure:weeks)", facts=facts, settings="key_points: ['[2024](event:closure)']\n")
    assert [each.partition(":")[0] for each in said] == ["facts.yaml", "sections/1-part.md", "site.yaml"]


def test_a_link_that_leads_nowhere_has_nothing_to_agree_with() -> None:
    (said,) = disagreements("[4 March 2025](event:close)")
    assert "there is no event 'close'" in said
