"""A link that states a date or a number agrees with the fact it leads to; all other text is free."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.checks.bound_links import disagreeing_links
from standfirst.checks.figure_links import FigureLink, figure_link_problems
from standfirst.language import numbers
from standfirst.model import FactId, Figure, Id, Kind, LanguageTag, Mention, Origin, Qualifier, Quantity, Reference
from standfirst.problems.errors import Problem, Severity, SiteError
from tests.cases import cases_in
from tests.explainers import content, joined

FACTS = """
actors:
  brook: {name: Mara Brook, kind: person, summary: A., uncited: made up}
events:
  closure: {date: 2025-03-03, title: A, uncited: made up}
  visit: {date: 2025-03-05/2025-03-06, title: A, uncited: made up}
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
  drowned: {value: 142..161, unit: people, label: drowned, uncited: made up}
  hurt: {value: 1009, unit: people, label: a, uncited: made up}
  walkers: {value: 2, unit: people, label: on the path, uncited: made up}
  moved: {value: 5, unit: million people, label: moved, uncited: made up}
  cost: {value: 1..2, qualifier: about, unit: GBP, label: a, uncited: made up}
  repairs: {value: 2500000, unit: USD, label: a, uncited: made up}
  share: {value: 40, unit: percent, label: a, uncited: made up}
  votes: {value: 66, unit: percent, qualifier: about, label: for the bill, uncited: made up}
  absent: {value: 35, unit: percent, qualifier: about, label: absent, uncited: made up}
  present: {value: 35, unit: percent, label: present, uncited: made up}
  stay: {value: 20, unit: years, label: a, uncited: made up}
  torn: {value: 60..80, unit: houses, label: a, uncited: made up}
  houses: {value: 40, unit: houses, label: burnt, uncited: made up}
  counts: {value: 172, unit: counts, label: on which he was charged, uncited: made up}
  lost: {value: 6, unit: boats, label: sunk, uncited: made up}
  way: {value: 30, unit: km, label: walked, uncited: made up}
  flow: {value: 4.5, unit: litres a second, label: of seepage, uncited: made up}
  height: {value: 61, unit: m, label: high, uncited: made up}
"""


def found_in(text: str, *, facts: str = FACTS, settings: str = "", language: str = "en") -> list[Problem]:
    """Return what the links of a section, and of the facts and settings, state wrongly."""
    return sorted(disagreeing_links(joined(content(facts, text, settings=settings, language=language))))


def disagreements(text: str, *, facts: str = FACTS, language: str = "en") -> list[str]:
    return [str(each) for each in found_in(text, facts=facts, language=language)]


def line(problem: Problem) -> str:
    return f"warning: {problem.message}" if problem.severity is Severity.WARNING else problem.message


@pytest.mark.parametrize(("links", "expected"), cases_in(Path(__file__).with_name("bound_links.txt")))
def test_what_a_link_states_is_held_to_its_fact(links: str, expected: str) -> None:
    """Each line of a case is a paragraph; the facts are those above."""
    assert [line(each) for each in found_in(links.replace("\n", "\n\n"))] == expected.splitlines()


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "[213](figure:dead) ou plus", []),
        ("de", "[213](figure:dead) oder mehr", []),
        ("nl", "[213](figure:dead), of meer,", []),
        ("ru", "[213](figure:dead) и больше", []),
        ("ar", "[213](figure:dead) على الأقل", []),
        ("fr", "[6](figure:weeks) ou moins", ["stands behind"]),
    ],
)
def test_qualifiers_may_stand_behind_a_link_in_any_language(language: str, text: str, found: list[str]) -> None:
    said = disagreements(text, language=language)
    assert len(said) == len(found)
    assert all(each in one for each, one in zip(found, said, strict=True))


@pytest.mark.parametrize(
    ("language", "unit", "right", "other"),
    [
        ("en", "children", "12 children", "12 women"),
        ("en", "women", "12 elderly women", "12 men"),
        ("en", "children", "12 girls", "12 adults"),
        ("de", "Kinder", "12 Kinder", "12 Frauen"),
        ("fr", "enfants", "12 petits enfants", "12 femmes"),
        ("ru", "детей", "12 детей", "12 женщин"),
        ("ar", "أطفال", "12 أطفال", "12 امرأة"),
        ("en", "litres a minute", "12 litres per minute", "12 litres per second"),
        ("fr", "litres par minute", "12 litres à la minute", "12 litres à la seconde"),
        ("ru", "литров в минуту", "12 литров в минуту", "12 литров в секунду"),
    ],
)
def test_other_people_or_so_many_per_something_else_are_pointed_out(
    language: str, unit: str, right: str, other: str
) -> None:
    facts = f"\n    figures:\n      many: {{value: 12, unit: {unit}, label: a, uncited: made up}}\n"
    assert disagreements(f"[{right}](figure:many)", facts=facts, language=language) == []
    (said,) = disagreements(f"[{other}](figure:many)", facts=facts, language=language)
    assert f"warning: '{other}' disagrees with figure:many" in said


def test_where_a_unit_is_of_no_known_kind_a_number_of_people_is_only_pointed_out() -> None:
    facts = "figures: {rows: {value: 172, unit: rows, label: in the list, uncited: made up}}"
    (said,) = disagreements("[172 people](figure:rows)", facts=facts)
    assert "warning: '172 people' disagrees with figure:rows, which is 172 rows; " in said


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "[mindestens 213 Menschen](figure:dead)"),
        ("de", "[nicht weniger als zweihundertdreizehn Tote](figure:dead)"),
        ("es", "al menos [doscientas trece personas](figure:dead)"),
        ("ru", "не менее [двухсот тринадцати человек](figure:dead)"),
        ("sv", "[213](figure:dead)"),
    ],
)
def test_a_qualifier_is_known_in_other_languages_or_not_asked_for(language: str, text: str) -> None:
    unit = {"de": "Menschen", "es": "personas", "ru": "человек", "sv": "personer"}[language]
    assert disagreements(text, facts=FACTS.replace("unit: people", f"unit: {unit}"), language=language) == []


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        ("en", "50 million dollars", "50 million pounds"),
        ("de", "50 Mio. US-Dollar", "50 Mio. Pfund"),
        ("de", "50 Millionen Dollar", "50 Mio. Euro"),
        ("fr", "50 millions de dollars", "50 M€"),
        ("es", "50 millones de dólares", "50 millones €"),
        ("ru", "50 млн долларов США", "50 млн рублей"),
        ("ar", "50 مليون دولار", "50 مليون جنيه"),
        ("pt", "50 milhões de dólares", "50 mil milhões de dólares"),
    ],
)
def test_money_may_be_named_without_its_country_and_is_no_other_money(language: str, right: str, wrong: str) -> None:
    facts = "\n    figures:\n      aid: {value: 50000000, unit: USD, label: a, uncited: made up}\n"
    assert disagreements(f"[{right}](figure:aid)", facts=facts, language=language) == []
    (said,) = disagreements(f"[{wrong}](figure:aid)", facts=facts, language=language)
    assert "disagrees with figure:aid" in said


@given(
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.sampled_from([Decimal(0), Decimal(3)]),
    st.sampled_from([None, *Qualifier]),
    st.sampled_from(["percent", "USD", "km", "A", "people"]),
    st.sampled_from(["ar", "de", "en", "en-IN", "es", "fr", "fr-CH", "hi", "it", "ja", "nl", "pt", "ru", "sv"]),
)
def test_what_we_write_of_a_figure_we_read(
    low: Decimal, more: Decimal, qualifier: Qualifier | None, unit: str, language: str
) -> None:
    here = Origin("a.md", 1, 1)
    reference = Reference(FactId(Kind.FIGURE, Id("a")), here)
    value = Quantity(low, low + more)
    figure = Figure(id=Id("a"), origin=here, value=value, qualifier=qualifier, unit=unit, label="a")
    text = numbers.say(value, qualifier, unit, language)
    link = FigureLink(Mention(reference, text, "", embeds=False), figure, text, "", "", LanguageTag(language))
    assert list(figure_link_problems(link, ["people", "days", "USD", unit])) == []


def test_a_problem_stands_at_its_link_and_says_what_to_do() -> None:
    text = (
        "It was [4 March 2025](event:closure), for 6 to [7 weeks](figure:weeks), of at least [6 weeks](figure:weeks)."
    )
    instead = "mend one of them, or write [](figure:weeks)"
    assert disagreements(f"{text} [213](figure:dead) and [nineteen eighty-four](figure:weeks)") == [
        "sections/1-part.md:5:23: '4 March 2025' disagrees with event:closure, which is dated 3 March 2025; "
        "mend one of them, or write [](event:closure)",
        f"sections/1-part.md:5:58: '7 weeks' disagrees with figure:weeks, which is 6 weeks; {instead}",
        "sections/1-part.md:5:95: warning: what stands before '6 weeks' qualifies figure:weeks, which is 6 weeks; "
        "take it out, or mend the figure's qualifier",
        "sections/1-part.md:5:116: '213' leaves out what figure:dead says: at least 213 people; "
        "put the qualifier in the link, or right beside it",
        "sections/1-part.md:5:156: warning: the number in 'nineteen eighty-four' cannot be read, so that nothing holds "
        "it to figure:weeks, which is 6 weeks; write it in digits, or write [](figure:weeks)",
    ]


def test_dates_and_weekdays_are_those_of_the_site_s_language() -> None:
    text = "Le [3 mars 2025](event:closure), [4 mars 2025](event:closure), ce [mardi](event:closure)."
    assert [each.message for each in found_in(text, language="fr")] == [
        "'4 mars 2025' disagrees with event:closure, which is dated 3 mars 2025",
        "'mardi' disagrees with event:closure, which is dated 3 mars 2025, a Monday",
    ]


def test_every_text_is_checked_key_points_and_facts_too() -> None:
    facts = f"{FACTS}unknowns:\n  why: {{question: 'Why on [4 March](event:closure)?'}}\n"
    found = found_in("[7 weeks](figure:weeks)", facts=facts, settings="key_points: ['[2024](event:closure)']\n")
    assert [each.origin.path for each in found] == ["facts.yaml", "sections/1-part.md", "site.yaml"]


def test_a_link_that_leads_nowhere_has_nothing_to_agree_with() -> None:
    with pytest.raises(SiteError, match="there is no event 'close'"):
        found_in("[4 March 2025](event:close)")
