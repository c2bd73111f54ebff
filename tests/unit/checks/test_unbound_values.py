"""A day or a number with its unit that a text states and a fact has ought to be a link to that fact."""

from __future__ import annotations

import pytest

from standfirst.checks.unbound_values import unbound_values
from standfirst.problems.errors import Severity
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


def messages_for(text: str, *, facts: str = FACTS, settings: str = "", language: str = "en") -> list[str]:
    """Return what a section shows as plain text and a fact has."""
    site = joined(content(facts, text, settings=settings, language=language))
    return [each.message for each in unbound_values(site)]


@pytest.mark.parametrize(
    ("text", "shown", "fact"),
    [
        ("It closed on 3 March.", "3 March", "the date of event:closure"),
        ("It closed on 3 March 2025.", "3 March 2025", "the date of event:closure"),
        ("It closed on Monday, March 3,\n2025", "Monday, March 3, 2025", "the date of event:closure"),
        ("It closed on **3 March**.", "3 March", "the date of event:closure"),
        ("It closed (3 March)[^1].\n\n[^1]: So it is.", "3 March", "the date of event:closure"),
        ("Not as “said,\n\non 3 March.", "3 March", "the date of event:closure"),
        ("It was 4 March.", "4 March", "the date of claim:sudden"),
        ("It took 6 weeks.", "6 weeks", "the value of figure:weeks"),
        ("In all 213 people died.", "213 people", "the value of figure:dead"),
        ("It cost £1–£2.", "£1–£2", "the value of figure:cost"),
        ("It cost 1–2 GBP.", "1–2 GBP", "the value of figure:cost"),
    ],
)
def test_a_day_or_a_number_with_its_unit_that_is_a_fact_s_own_is_reported(text: str, shown: str, fact: str) -> None:
    assert messages_for(text) == [f"'{shown}' is {fact}, and is not bound to it"]


@pytest.mark.parametrize(
    "text",
    [
        "It closed on [3 March](event:closure).",
        'It closed on [the third](event:closure "3 March").',
        "It closed on [3 March][closure].\n\n[closure]: event:closure",
        "It closed `on 3 March`.",
        "```\non 3 March\n```",
        "It closed [@paper: on 3 March it closed].",
        "“It closed on 3 March.”",
        '"It closed on 3 March."',
        "«It closed on 3 March.»",
        "„It closed on 3 March.“",
        "「3 March」",
        "It closed in March 2025.",
        "It closed on 3 March 2024.",
        "It closed on Tuesday, 3 March.",
        "It closed on the third.",
        "It closed on 03/04/2025.",
        "On 5 March.",
        "In July 2024.",
        "It took 7 weeks, [6 weeks](figure:weeks) or six weeks.",
        "It took 6 days and 6.",
        "There were 213.",
    ],
)
def test_what_is_bound_quoted_or_another_value_is_let_be(text: str) -> None:
    facts = FACTS + "    sources:\n      paper: {title: A}\n"
    assert messages_for(text, facts=facts) == []


def test_the_report_is_a_warning_that_says_what_to_write() -> None:
    (problem,) = unbound_values(joined(content(FACTS, "It closed on 3 March.")))
    assert problem.severity is Severity.WARNING
    assert problem.hint == "write [3 March](event:closure)"


def test_the_report_of_a_number_says_what_to_do_where_another_number_is_meant() -> None:
    (problem,) = unbound_values(joined(content(FACTS, "The child was lost for 6 weeks.")))
    assert problem.hint == "write [6 weeks](figure:weeks), or in words a number that is not the figure's"
    assert not messages_for("The child was lost for six weeks.")
    (problem,) = unbound_values(joined(content(FACTS, "In all 213 people died.")))
    assert problem.hint.startswith("write [213 people](figure:dead), with its qualifier, or in words a number")


def test_an_event_of_that_day_goes_before_one_that_begins_on_it_and_before_what_was_said() -> None:
    facts = """
    actors:
      brook: {name: Mara Brook, kind: person, summary: A., uncited: made up}
    claims:
      said: {claim: A., date: 2025-03-03, uncited: made up}
      said-later: {claim: A., date: 2025-03-07, uncited: made up}
    events:
      week: {date: 2025-03-03/2025-03-07, title: A, uncited: made up}
      closure: {date: 2025-03-03, title: A, uncited: made up}
      fair: {date: 2025-03-05/2025-03-10, title: A, uncited: made up}
      storm: {date: 2025-03-10, title: A, uncited: made up}
    """
    assert ["event:closure" in each for each in messages_for("It closed on 3 March.", facts=facts)] == [True]
    assert ["event:storm" in each for each in messages_for("It snowed on 10 March.", facts=facts)] == [True]
    assert ["event:week" in each for each in messages_for("It ended on 7 March.", facts=facts)] == [True]


def test_each_end_of_a_span_in_the_text_is_reported() -> None:
    found = unbound_values(joined(content(FACTS, "It lasted from 3 to 4 March 2025.")))
    assert [(each.message, each.hint) for each in found] == [
        (f"'3 to 4 March 2025' states the date of {fact}, and is not bound to it", f"write []({fact}) for it")
        for fact in ("event:closure", "claim:sudden")
    ]
    (other,) = messages_for("It lasted [3 to 4 March 2025] (event:closure).")
    assert "states the date of claim:sudden" in other


def test_every_block_is_searched_the_facts_own_too_and_no_single_line() -> None:
    facts = """
    events:
      closure: {date: 2025-03-03, title: On 3 March, text: It closed on 3 March., uncited: made up}
    claims:
      sudden: {claim: It was on 3 March., record: That was 3 March., uncited: made up}
    """
    settings = "how_we_know: By 3 March.\nkey_points: ['On 3 March.']\n"
    site = joined(content(facts, "On 3 March.", settings=settings))
    assert sorted(each.origin.path for each in unbound_values(site)) == [
        "facts.yaml",
        "facts.yaml",
        "sections/1-part.md",
        "site.yaml",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Le 3 mars, 213 people."), ("ar", "في 3 مارس، 213 people."), ("de", "Am 3. März starben 213 people.")],
)
def test_dates_and_numbers_are_those_of_the_site_s_language(language: str, text: str) -> None:
    assert len(messages_for(text, language=language)) == 2


@pytest.mark.parametrize("text", ["0.5% less", "0.5 per cent less", "0.5 percent less"])
def test_a_share_is_found_however_it_is_written(text: str) -> None:
    facts = "figures:\n  share: {value: 0.5, unit: percent, label: a, uncited: made up}\n"
    assert len(messages_for(text, facts=facts)) == 1


def test_a_number_is_that_of_the_first_figure_that_has_it_or_falls_by_it() -> None:
    figures = "{0}: {{value: {1}3, unit: percent, label: a, uncited: made up}}"
    facts = f"figures:\n  {figures.format('fall', '-')}\n  {figures.format('share', '')}\n"
    assert messages_for("It fell by 3 per cent.", facts=facts) == [
        "'3 per cent' is the value of figure:fall, and is not bound to it"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[213 people] (figure:dead)",
        "(213 people)[figure:dead]",
        "[[figure:dead|213 people]]",
        "figure:dead|213 people",
    ],
)
def test_what_is_told_as_nearly_a_link_is_not_told_as_none(text: str) -> None:
    assert messages_for(text) == []


def test_a_number_beside_another_facts_link_is_told() -> None:
    assert len(messages_for("213 people (figure:other)")) == 1


def test_the_report_stands_where_the_value_is_and_not_where_its_link_is() -> None:
    text = "It closed on [3 March](event:closure), and on 3 March."
    (problem,) = unbound_values(joined(content(FACTS, text)))
    assert problem.origin.column == text.rindex("3 March") + 1


def test_neither_a_month_nor_a_day_within_which_something_happened_is_its_day() -> None:
    facts = """
    events:
      first: {date: 2025-03-01, title: A, uncited: made up}
      some-day: {date: "[2025-03-10..2025-03-12]", title: A, uncited: made up}
    """
    assert messages_for("In March 2025, on 10 or on 12 March, or on 10 March.", facts=facts) == []
    assert len(messages_for("On 1 March.", facts=facts)) == 1


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("It closed on 3 March 2025.", "[3 March 2025](event:closure)"),
        ("It took 6 weeks.", "[6 weeks](figure:weeks)"),
        ("At least 213 people died.", "[213 people](figure:dead)"),
        # A link of these would leave out what the figure says, or say another thing of it, or only one end.
        ("In all 213 people died.", None),
        ("It took nearly 6 weeks.", None),
        ("It lasted from 3 to 9 March.", None),
    ],
)
def test_a_link_is_named_exactly_where_it_would_be_right(text: str, new: str | None) -> None:
    (found,) = unbound_values(joined(content(FACTS, text)))
    assert [each.new for each in found.fix] == ([new] if new else [])
